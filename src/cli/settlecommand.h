#pragma once

#include "cli/command.h"

namespace queuesmith {

class SettleJob;

/// `settle`: reads back everything that the journal has open for the tenant.
class SettleCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;
    void cancel() override;

private:
    [[nodiscard]] Status takeDecisions();
    void report();

    SettleJob *m_job = nullptr;
    bool m_cancelled = false;
};

} // namespace queuesmith

#pragma once

#include "cli/command.h"

namespace queuesmith {

class ProvisionJob;

/// `provision FILE`: the main job.
class ProvisionCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;
    void cancel() override;

private:
    void report(const ProvisionReport &report);

    ProvisionJob *m_job = nullptr;
    bool m_cancelled = false;
};

} // namespace queuesmith

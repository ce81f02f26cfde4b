#pragma once

#include "cli/command.h"

namespace queuesmith {

class WfmJob;

/// `wfm list`: what the outbox has, of every tenant.
class WfmListCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;
};

/// `wfm retry`: delivers what is still pending for the tenant.
class WfmRetryCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;
    void cancel() override;

private:
    void report();

    WfmJob *m_job = nullptr;
    bool m_cancelled = false;
};

} // namespace queuesmith

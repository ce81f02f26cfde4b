#pragma once

#include "cli/command.h"

namespace queuesmith {

/// `approve FILE --reason TEXT`: puts on record that the capacity of a queue that is new is
/// approved, so that `provision FILE` may follow where the connection refuses it otherwise. Such a
/// queue has no history that could be looked at. Sends nothing that changes the tenant.
class ApproveCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    void approve(const QueueDefinition &definition);
};

} // namespace queuesmith

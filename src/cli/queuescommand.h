#pragma once

#include "cli/command.h"

namespace queuesmith {

/// `queues list`
class QueuesListCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;
};

/// `queues show NAME|ID`: by id, or else by its exact name.
class QueuesShowCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    void show(const Queue &queue);
};

/// `queues export FILE`: every queue as a definition, in the form of a manifest.
class QueuesExportCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;
};

} // namespace queuesmith

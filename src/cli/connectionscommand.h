#pragma once

#include "cli/command.h"

namespace queuesmith {

/// `connections list`
class ConnectionsListCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;
};

/// `connections save NAME`: keeps --base-url, --client-id and the rest, and the secret in the
/// keychain.
class ConnectionsSaveCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    void report(const QString &text);
};

/// `connections remove NAME`
class ConnectionsRemoveCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;
};

} // namespace queuesmith

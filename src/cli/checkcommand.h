#pragma once

#include "cli/command.h"

namespace queuesmith {

/// `check`: token, scopes, each endpoint that the features need.
class CheckCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;
};

} // namespace queuesmith

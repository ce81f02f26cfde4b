#pragma once

#include "cli/command.h"

namespace queuesmith {

/// `recommend --history FILE`: a capacity from a history that stands in a file. Needs neither
/// tenant nor audit log.
class RecommendFileCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;
};

} // namespace queuesmith

#pragma once

#include "cli/command.h"

namespace queuesmith {

/// `model NAME --vectors FILE.csv`: a queueing model for every row of a file. Needs neither tenant
/// nor audit log; the result is CSV.
class ModelCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;
};

} // namespace queuesmith

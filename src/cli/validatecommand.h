#pragma once

#include "cli/command.h"
#include "cli/liveline.h"
#include "domain/queuedefinition.h"

namespace queuesmith {

class FactsJob;

/// `validate FILE`: every check on one definition; changes nothing and records nothing.
class ValidateCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    /// Where the connection demands an approval, the audit log tells whether there is one.
    void askForApproval(const QueueDefinition &definition, const Problems &problems);
    void report(const Problems &problems);

    FactsJob *m_job = nullptr;
};

/// One line for each problem: shape, severity, field, sentence.
[[nodiscard]] QString problemsText(const Problems &problems);

} // namespace queuesmith

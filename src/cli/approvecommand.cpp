#include "cli/approvecommand.h"

#include "cli/definitionfile.h"
#include "cli/validatecommand.h"
#include "provisioning/approvals.h"

#include <QJsonArray>

namespace queuesmith {

void ApproveCommand::start()
{
    const Result<ParsedDefinition> parsed = readDefinitionFile(line().words.last());
    if (!parsed) {
        fail(parsed.error());
        return;
    }
    if (hasErrors(parsed.value().problems)) {
        m_output.result({{QStringLiteral("approved"), false},
                            {QStringLiteral("problems"), toJson(parsed.value().problems)}},
            problemsText(parsed.value().problems)
                + tr("Not approved: fix the errors in the definition first.\n"));
        Q_EMIT finished(ExitCode::Rejected);
        return;
    }
    approve(parsed.value().definition);
}

void ApproveCommand::approve(const QueueDefinition &definition)
{
    CapacityDecisionRequest request;
    request.binding = bindingOf(definition);
    request.reason = line().extra.value(QStringLiteral("reason"));
    Approvals(m_session.records(), m_session.tenant().tenantId())
        .record(request, this, [this, definition](const Result<qint64> &written) {
            if (!written) {
                fail(written.error());
                return;
            }
            m_output.result(
                {{QStringLiteral("approved"), true}, {QStringLiteral("queueName"), definition.name},
                    {QStringLiteral("capacity"), definition.capacity},
                    {QStringLiteral("auditSeq"), QJsonArray{written.value()}}},
                tr("● Approved a capacity of %1 for “%2” (record %3). It holds for this "
                   "definition, for %4 days.\n")
                    .arg(QString::number(definition.capacity), definition.name,
                        QString::number(written.value()),
                        QString::number(m_session.connection().capacity.approvalDays)));
            Q_EMIT finished(ExitCode::Done);
        });
}

} // namespace queuesmith

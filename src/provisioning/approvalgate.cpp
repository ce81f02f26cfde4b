#include "provisioning/approvalgate.h"

#include "provisioning/approvals.h"

#include <QTimer>

namespace queuesmith {

CapacityBinding bindingOf(const Operation &operation)
{
    if (operation.kind == OperationKind::Create)
        return bindingOf(operation.definition, std::nullopt);
    Queue base;
    base.id = QueueId{operation.queueId};
    base.definition = parseDefinition(operation.base).definition;
    return bindingOf(operation.definition, base);
}

void findApproval(Records &records, const TenantId &tenant, const ApprovalQuestion &question,
    QObject *context, std::function<void(const Result<std::optional<ApprovalFinding>> &)> done)
{
    if (question.binding.capacity == question.binding.liveCapacity) {
        QTimer::singleShot(
            0, context, [done = std::move(done)] { done(std::optional<ApprovalFinding>()); });
        return;
    }
    Approvals(records, tenant)
        .find(question.binding, context,
            [question, done = std::move(done)](const Result<QList<CapacityDecision>> &decisions) {
                if (!decisions) {
                    done(decisions.error());
                    return;
                }
                const CapacitySettings &settings = question.settings;
                ApprovalFinding finding;
                finding.state = approvalState(decisions.value(), question.binding, question.latest,
                    question.now, settings.approvalDays);
                finding.problems =
                    approvalProblems(finding.state, question.binding, settings.unapproved);
                finding.isDemanded = demandsApproval(question.binding, settings.unapproved);
                done(std::optional(finding));
            });
}

} // namespace queuesmith

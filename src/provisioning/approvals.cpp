#include "provisioning/approvals.h"

#include <QTimer>
#include <QUuid>

namespace queuesmith {

namespace {

constexpr int kDecisionsRead = 50;

QJsonObject capacityObject(qint64 capacity) { return {{QStringLiteral("capacity"), capacity}}; }

AuditRecord recordOf(const CapacityDecisionRequest &request)
{
    AuditRecord record;
    record.action = request.approve ? AuditAction::CapacityApproved : AuditAction::CapacityDeclined;
    record.outcome = AuditOutcome::Success;
    record.queueId = request.binding.queueId.value;
    record.queueName = request.binding.queueName;
    record.correlationId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    record.reason = request.reason.trimmed();
    record.evidence = decisionEvidence(request.evidence, request.binding);
    record.hasChange = true;
    record.before = request.binding.liveCapacity
        ? QJsonValue(capacityObject(*request.binding.liveCapacity))
        : QJsonValue(QJsonValue::Null);
    record.after = capacityObject(request.binding.capacity);
    return record;
}

} // namespace

Status checkDecision(const CapacityDecisionRequest &request)
{
    if (request.reason.trimmed().isEmpty())
        return Error::of(ErrorKind::Validation, "reason_missing",
            Sentence::tr("The decision has no reason, so nothing was recorded. Enter a reason."));
    const bool mayHaveHistory = request.evidence.hasHistory() || request.historyUnknown;
    if (request.approve && mayHaveHistory && !request.historyReviewed)
        return Error::of(ErrorKind::Validation, "history_not_reviewed",
            Sentence::tr("No one has confirmed reviewing the wait-time history, so nothing was "
                         "recorded. Look at the wait times, tick the box, then approve."));
    return Done{};
}

void Approvals::record(const CapacityDecisionRequest &request, QObject *context,
    std::function<void(const Result<qint64> &)> done)
{
    if (const Status allowed = checkDecision(request); !allowed) {
        QTimer::singleShot(
            0, context, [done = std::move(done), error = allowed.error()] { done(error); });
        return;
    }
    Change change;
    change.records = {recordOf(request)};
    m_records.commit(
        change, context, [done = std::move(done)](const Result<QList<qint64>> &written) {
            done(written ? Result<qint64>(written.value().first()) : written.error());
        });
}

void Approvals::find(const CapacityBinding &queue, QObject *context,
    std::function<void(const Result<QList<CapacityDecision>> &)> done)
{
    AuditFilter filter;
    filter.tenant = m_tenant;
    filter.queue = queue.isNew() ? queue.queueName : queue.queueId.value;
    filter.actions = {word(AuditAction::CapacityApproved), word(AuditAction::CapacityDeclined)};
    filter.limit = kDecisionsRead;
    m_records.listRecords(filter, context,
        [queue, done = std::move(done)](const Result<QList<StoredRecord>> &records) {
            if (!records) {
                done(records.error());
                return;
            }
            QList<CapacityDecision> decisions;
            for (const StoredRecord &record : records.value()) {
                const auto decision = decisionOf(record);
                if (decision && decision->binding.isSameQueue(queue))
                    decisions.append(*decision);
            }
            done(decisions);
        });
}

} // namespace queuesmith

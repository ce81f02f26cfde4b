#include "provisioning/capacitychange.h"

#include "domain/strictjson.h"

#include <QJsonObject>

namespace queuesmith {

namespace {

using Found = std::function<void(const Result<std::optional<CapacityChange>> &)>;

/// Changes that left the capacity alone lie between; a page is enough in nearly every log.
constexpr int kPage = 100;

void findFrom(Records &records, const AuditFilter &filter, QObject *context, Found done)
{
    records.listRecords(filter, context,
        [&records, filter, context, done = std::move(done)](
            const Result<QList<StoredRecord>> &page) {
            if (!page) {
                done(page.error());
                return;
            }
            for (const StoredRecord &record : page.value()) {
                if (auto change = capacityChangeOf(record)) {
                    done(std::move(change));
                    return;
                }
            }
            if (page.value().size() < kPage) {
                done(std::optional<CapacityChange>());
                return;
            }
            AuditFilter older = filter;
            older.beforeSeq = page.value().last().seq;
            findFrom(records, older, context, done);
        });
}

} // namespace

std::optional<CapacityChange> capacityChangeOf(const StoredRecord &record)
{
    const QJsonObject json = strictObject(record.payload).value_or(QJsonObject());
    const auto text = [&json](const char *key) { return json.value(QLatin1StringView(key)); };
    const auto capacityIn = [&text](const char *side) {
        return wholeNumber(text(side).toObject().value(QLatin1StringView("capacity")));
    };
    const QString action = text("audit_action").toString();
    const bool isCreation = action == word(AuditAction::QueueProvisioned);
    if (!isCreation && action != word(AuditAction::QueueUpdated))
        return std::nullopt;
    const std::optional<qint64> to = capacityIn("after");
    if (text("outcome").toString() != word(AuditOutcome::Success) || !to)
        return std::nullopt;
    CapacityChange change;
    change.seq = record.seq;
    change.at = QDateTime::fromString(text("timestamp").toString(), Qt::ISODateWithMs).toUTC();
    change.actor = text("actor").toString();
    change.from = capacityIn("before");
    change.to = *to;
    const QJsonObject evidence = text("evidence").toObject();
    if (isIntact(evidence))
        change.approved = evidenceFromJson(evidence);
    return change;
}

void findCapacityChange(Records &records, const TenantId &tenant, const QueueId &queue,
    QObject *context, std::function<void(const Result<std::optional<CapacityChange>> &)> done)
{
    AuditFilter filter;
    filter.tenant = tenant;
    filter.queue = queue.value;
    filter.actions = {word(AuditAction::QueueProvisioned), word(AuditAction::QueueUpdated)};
    filter.outcome = word(AuditOutcome::Success);
    filter.limit = kPage;
    findFrom(records, filter, context, std::move(done));
}

} // namespace queuesmith

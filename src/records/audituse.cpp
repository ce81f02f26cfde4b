#include "records/audituse.h"

#include "records/records.h"

#include <QFileInfo>
#include <QJsonObject>
#include <QUuid>

#include <utility>

namespace queuesmith {

namespace {

AuditRecord useWith(AuditAction action, QJsonObject evidence)
{
    AuditRecord record;
    record.action = action;
    record.outcome = AuditOutcome::Success;
    record.evidence = std::move(evidence);
    record.correlationId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return record;
}

} // namespace

AuditRecord useOf(const CsvExport &written)
{
    return useWith(AuditAction::AuditExported,
        {{QStringLiteral("file"), QFileInfo(written.file).fileName()},
            {QStringLiteral("rows"), written.rows}});
}

AuditRecord useOf(const Verification &found)
{
    return useWith(AuditAction::AuditVerified,
        {{QStringLiteral("records"), found.records},
            {QStringLiteral("head"), QString::fromLatin1(found.head.toHex())}});
}

void recordUse(Records &records, const AuditRecord &use, QObject *context,
    std::function<void(const Status &)> done)
{
    Change change;
    change.records = {use};
    records.commit(change, context, [done = std::move(done)](const Result<QList<qint64>> &written) {
        done(written ? Status(Done{}) : Status(written.error()));
    });
}

} // namespace queuesmith

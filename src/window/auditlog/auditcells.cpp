#include "window/auditlog/auditcells.h"

#include "window/auditlog/auditmodel.h"
#include "window/auditlog/auditwords.h"
#include "window/tables/figuretexts.h"
#include "window/tables/relativetime.h"

#include <QCoreApplication>
#include <QLocale>

namespace queuesmith {

namespace {
struct AuditCellsTr {
    Q_DECLARE_TR_FUNCTIONS(queuesmith::AuditModel)
};

std::optional<StatusKind> statusOf(ComplianceWord compliance)
{
    switch (compliance) {
    case ComplianceWord::NotTold:
        return {};
    case ComplianceWord::Verified:
        return StatusKind::Ok;
    case ComplianceWord::Refuted:
        return StatusKind::Error;
    case ComplianceWord::NotChecked:
        return StatusKind::Unknown;
    }
    return {};
}

} // namespace

std::optional<StatusKind> auditCellStatus(const AuditEntry &entry, int column)
{
    if (column == AuditModel::Outcome && entry.readable)
        return outcomeStatus(entry.outcome);
    if (column == AuditModel::ComplianceColumn)
        return statusOf(entry.compliance);
    return {};
}

QString auditCellText(const AuditEntry &entry, int column, const QDateTime &now)
{
    const QLocale locale;
    switch (column) {
    case AuditModel::Seq:
        return locale.toString(entry.seq);
    case AuditModel::Time:
        return relativeTime(entry.at, now);
    case AuditModel::Action:
        return entry.readable ? eventText(entry.action, entry.outcome)
                              : AuditCellsTr::tr("■ can't be read");
    case AuditModel::Outcome:
        return entry.readable ? statusText(outcomeStatus(entry.outcome), outcomeText(entry.outcome))
                              : QString();
    case AuditModel::Queue:
        return entry.queueName;
    case AuditModel::Actor:
        return entry.actor;
    case AuditModel::Attempts:
        return entry.attempts ? locale.toString(*entry.attempts) : QString();
    case AuditModel::Latency:
        return entry.latency ? latencyText(*entry.latency) : QString();
    case AuditModel::ComplianceColumn:
        switch (entry.compliance) {
        case ComplianceWord::NotTold:
            return {};
        case ComplianceWord::Verified:
            return statusText(StatusKind::Ok, AuditCellsTr::tr("verified"));
        case ComplianceWord::Refuted:
            return statusText(StatusKind::Error, AuditCellsTr::tr("no"));
        case ComplianceWord::NotChecked:
            return statusText(StatusKind::Unknown, AuditCellsTr::tr("not checked"));
        }
        return {};
    case AuditModel::Reason:
        return entry.reason.simplified();
    default:
        return {};
    }
}

QString auditCellMeaning(const AuditEntry &entry, int column)
{
    switch (column) {
    case AuditModel::Time:
        return exactTime(entry.at);
    case AuditModel::Action:
        return entry.readable
            ? entry.action
            : AuditCellsTr::tr("This record's stored bytes are not a JSON object, so the file "
                               "was damaged or changed. Verify the chain.");
    case AuditModel::Outcome:
        return entry.readable ? outcomeMeaning(entry.outcome) : QString();
    case AuditModel::Queue:
        return entry.queueId.isEmpty() ? QString()
                                       : AuditCellsTr::tr("Queue id %1").arg(entry.queueId);
    case AuditModel::ComplianceColumn:
        switch (entry.compliance) {
        case ComplianceWord::NotTold:
            return {};
        case ComplianceWord::Verified:
            return AuditCellsTr::tr("Every check passed on the queue as it was read back.");
        case ComplianceWord::Refuted:
            return AuditCellsTr::tr("At least one check failed. The record says which.");
        case ComplianceWord::NotChecked:
            return AuditCellsTr::tr("At least one check could not be made. The record says which.");
        }
        return {};
    case AuditModel::Reason:
        return entry.reason;
    default:
        return {};
    }
}

QString auditHeading(int column)
{
    switch (column) {
    case AuditModel::Seq:
        return AuditCellsTr::tr("No.");
    case AuditModel::Time:
        return AuditCellsTr::tr("Time");
    case AuditModel::Action:
        return AuditCellsTr::tr("Action");
    case AuditModel::Outcome:
        return AuditCellsTr::tr("Outcome");
    case AuditModel::Queue:
        return AuditCellsTr::tr("Queue");
    case AuditModel::Actor:
        return AuditCellsTr::tr("Actor");
    case AuditModel::Attempts:
        return AuditCellsTr::tr("Attempts");
    case AuditModel::Latency:
        return AuditCellsTr::tr("Latency");
    case AuditModel::ComplianceColumn:
        return AuditCellsTr::tr("Compliance");
    case AuditModel::Reason:
        return AuditCellsTr::tr("Reason");
    default:
        return {};
    }
}

} // namespace queuesmith

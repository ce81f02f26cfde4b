// What the cells of AuditModel say.
#include "auditmodel.h"
#include "auditwords.h"
#include "clock.h"
#include "figuretexts.h"
#include "relativetime.h"
#include "statusdelegate.h"
#include "tooltip.h"

#include <QLocale>

namespace queuesmith {

namespace {
bool isNumber(int column)
{
    return column == AuditModel::Seq || column == AuditModel::Attempts
        || column == AuditModel::Latency;
}

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

std::optional<StatusKind> statusOf(const AuditEntry &entry, int column)
{
    if (column == AuditModel::Outcome && entry.readable)
        return outcomeStatus(entry.outcome);
    if (column == AuditModel::ComplianceColumn)
        return statusOf(entry.compliance);
    return {};
}
} // namespace

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AuditEntry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(entry, index.column()));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::AlignVCenter | (isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    case kStatusRole:
        if (const auto status = statusOf(entry, index.column()))
            return static_cast<int>(*status);
        return {};
    default:
        return {};
    }
}

QString AuditModel::text(const AuditEntry &entry, int column) const
{
    const QLocale locale;
    switch (column) {
    case Seq:
        return locale.toString(entry.seq);
    case Time:
        return relativeTime(entry.at, m_clock.utcNow());
    case Action:
        return entry.readable ? eventText(entry.action, entry.outcome) : tr("■ can't be read");
    case Outcome:
        return entry.readable ? statusText(outcomeStatus(entry.outcome), outcomeText(entry.outcome))
                              : QString();
    case Queue:
        return entry.queueName;
    case Actor:
        return entry.actor;
    case Attempts:
        return entry.attempts ? locale.toString(*entry.attempts) : QString();
    case Latency:
        return entry.latency ? latencyText(*entry.latency) : QString();
    case ComplianceColumn:
        switch (entry.compliance) {
        case ComplianceWord::NotTold:
            return {};
        case ComplianceWord::Verified:
            return statusText(StatusKind::Ok, tr("verified"));
        case ComplianceWord::Refuted:
            return statusText(StatusKind::Error, tr("no"));
        case ComplianceWord::NotChecked:
            return statusText(StatusKind::Unknown, tr("not checked"));
        }
        return {};
    case Reason:
        return entry.reason.simplified();
    default:
        return {};
    }
}

QString AuditModel::toolTip(const AuditEntry &entry, int column) const
{
    switch (column) {
    case Time:
        return exactTime(entry.at);
    case Action:
        return entry.readable ? entry.action
                              : tr("This record's stored bytes are not a JSON object, so the file "
                                   "was damaged or changed. Verify the chain.");
    case Outcome:
        return entry.readable ? outcomeMeaning(entry.outcome) : QString();
    case Queue:
        return entry.queueId.isEmpty() ? QString() : tr("Queue id %1").arg(entry.queueId);
    case ComplianceColumn:
        switch (entry.compliance) {
        case ComplianceWord::NotTold:
            return {};
        case ComplianceWord::Verified:
            return tr("Every check passed on the queue as it was read back.");
        case ComplianceWord::Refuted:
            return tr("At least one check failed. The record says which.");
        case ComplianceWord::NotChecked:
            return tr("At least one check could not be made. The record says which.");
        }
        return {};
    case Reason:
        return entry.reason;
    default:
        return {};
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Seq:
        return tr("No.");
    case Time:
        return tr("Time");
    case Action:
        return tr("Action");
    case Outcome:
        return tr("Outcome");
    case Queue:
        return tr("Queue");
    case Actor:
        return tr("Actor");
    case Attempts:
        return tr("Attempts");
    case Latency:
        return tr("Latency");
    case ComplianceColumn:
        return tr("Compliance");
    case Reason:
        return tr("Reason");
    default:
        return {};
    }
}

} // namespace queuesmith

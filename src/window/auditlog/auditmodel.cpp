#include "window/auditlog/auditmodel.h"

#include "domain/clock.h"
#include "window/appearance/tooltip.h"
#include "window/auditlog/auditcells.h"
#include "window/tables/statusdelegate.h"

#include <algorithm>

namespace queuesmith {

namespace {

Qt::Alignment alignmentOf(int column)
{
    const bool isNumber = column == AuditModel::Seq || column == AuditModel::Attempts
        || column == AuditModel::Latency;
    return Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft);
}

} // namespace

AuditModel::AuditModel(Records &records, Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_records(records)
    , m_clock(clock)
{
}

AuditModel::~AuditModel()
{
    if (m_cancel)
        m_cancel->store(true);
}

void AuditModel::setFilter(const AuditFilter &filter)
{
    m_filter = filter;
    m_current = false;
    m_refreshWanted = false;
    read(Reading::First);
}

void AuditModel::refresh()
{
    if (!m_current || m_entries.isEmpty()) {
        read(Reading::First);
    } else if (isLoading()) {
        m_refreshWanted = true;
    } else {
        read(Reading::Newer);
    }
}

void AuditModel::tryAgain() { read(m_failed == Reading::Nothing ? Reading::First : m_failed); }

void AuditModel::renewTimes()
{
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0, Time), index(rowCount() - 1, Time), {Qt::DisplayRole});
}

void AuditModel::read(Reading what)
{
    if (m_cancel)
        m_cancel->store(true);
    m_cancel = std::make_shared<std::atomic_bool>(false);
    m_reading = what;
    m_error.reset();
    AuditFilter filter = m_filter;
    filter.limit = kPage;
    if (what == Reading::More)
        filter.beforeSeq = m_entries.last().seq;
    else if (what == Reading::Newer)
        filter.afterSeq = m_entries.first().seq;
    m_records.listRecords(filter, m_cancel, this,
        [this, what, cancel = m_cancel](const Result<QList<StoredRecord>> &result) {
            if (*cancel)
                return;
            if (result) {
                take(what, result.value());
            } else {
                m_error = result.error();
                m_failed = what;
            }
            // Not before: while rows come in, a view may ask for more of them.
            m_reading = Reading::Nothing;
            Q_EMIT stateChanged();
            if (std::exchange(m_refreshWanted, false))
                refresh();
        });
    Q_EMIT stateChanged();
}

void AuditModel::take(Reading what, const QList<StoredRecord> &records)
{
    QList<AuditEntry> entries;
    entries.reserve(records.size());
    std::transform(records.begin(), records.end(), std::back_inserter(entries), entryOf);
    if (what == Reading::Newer) {
        takeNewer(entries);
    } else if (what == Reading::First) {
        beginResetModel();
        m_entries = entries;
        m_current = true;
        m_complete = entries.size() < kPage;
        endResetModel();
    } else {
        if (!entries.isEmpty()) {
            const int first = rowCount();
            beginInsertRows({}, first, first + static_cast<int>(entries.size()) - 1);
            m_entries += entries;
            endInsertRows();
        }
        m_complete = entries.size() < kPage;
    }
}

void AuditModel::takeNewer(const QList<AuditEntry> &entries)
{
    if (entries.isEmpty())
        return;
    if (entries.size() >= kPage) {
        // There may be a gap between these and what is shown.
        beginResetModel();
        m_entries = entries;
        m_complete = false;
        endResetModel();
        return;
    }
    beginInsertRows({}, 0, static_cast<int>(entries.size()) - 1);
    m_entries = entries + m_entries;
    endInsertRows();
}

int AuditModel::rowOf(qint64 seq) const
{
    const auto place = std::lower_bound(m_entries.begin(), m_entries.end(), seq,
        [](const AuditEntry &entry, qint64 wanted) { return entry.seq > wanted; });
    if (place == m_entries.end() || place->seq != seq)
        return -1;
    return static_cast<int>(place - m_entries.begin());
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

bool AuditModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_current && !m_complete && !isLoading() && !m_error
        && !m_entries.isEmpty();
}

void AuditModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        read(Reading::More);
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AuditEntry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return auditCellText(entry, index.column(), m_clock.utcNow());
    case Qt::ToolTipRole:
        return plainToolTip(auditCellMeaning(entry, index.column()));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignmentOf(index.column()));
    case kStatusRole:
        if (const auto status = auditCellStatus(entry, index.column()))
            return static_cast<int>(*status);
        return {};
    default:
        return {};
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignmentOf(section));
    return role == Qt::DisplayRole ? QVariant(auditHeading(section)) : QVariant();
}

} // namespace queuesmith

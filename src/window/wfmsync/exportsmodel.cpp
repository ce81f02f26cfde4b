#include "window/wfmsync/exportsmodel.h"

#include "domain/clock.h"
#include "provisioning/exportjob.h"
#include "window/appearance/tooltip.h"
#include "window/tables/relativetime.h"
#include "window/tables/statusdelegate.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace queuesmith {

namespace {
ExportStatus deliveredStatus(EventStreamSync sync)
{
    switch (sync) {
    case EventStreamSync::Active:
        return {StatusKind::Ok, ExportsModel::tr("active"),
            ExportsModel::tr("The tenant delivers the queue's events.")};
    case EventStreamSync::Failed:
        return {StatusKind::Error, ExportsModel::tr("failed"),
            ExportsModel::tr("The tenant accepted the export and reports that it failed. Check the "
                             "endpoint, then create the export again in the tenant.")};
    case EventStreamSync::Initiated:
    case EventStreamSync::Pending:
    case EventStreamSync::None:
        break;
    }
    return {StatusKind::Ok, ExportsModel::tr("initiated"),
        ExportsModel::tr("The tenant has accepted the export.")};
}
} // namespace

ExportStatus statusOf(const ExportTask &task)
{
    switch (task.state) {
    case ExportState::Pending:
        return {StatusKind::Waiting, ExportsModel::tr("pending"),
            ExportsModel::tr("Not delivered yet. “Retry export” delivers it.")};
    case ExportState::Sent:
        return {StatusKind::Waiting, ExportsModel::tr("sent"),
            ExportsModel::tr(
                "Sent, not answered yet. It is looked up by name before it is resent.")};
    case ExportState::Unknown:
        return {StatusKind::Unknown, ExportsModel::tr("unknown"),
            ExportsModel::tr("Sent, but it is not known whether the tenant has it. “Retry export” "
                             "looks it up by name before resending it.")};
    case ExportState::Delivered:
        break;
    }
    return deliveredStatus(syncOf(task));
}

ExportsModel::ExportsModel(Records &records, TenantId tenant, Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_records(records)
    , m_tenant(std::move(tenant))
    , m_clock(clock)
{
}

void ExportsModel::refresh()
{
    m_records.listExports(
        m_tenant, this, m_asked.next([this](const Result<QList<ExportTask>> &result) {
            m_error = result ? std::nullopt : std::optional(result.error());
            if (result)
                take(result.value());
            Q_EMIT refreshed();
        }));
}

void ExportsModel::take(const QList<ExportTask> &tasks)
{
    // Rows of the outbox never go away, so what is new comes first.
    const qsizetype added = tasks.size() - m_tasks.size();
    const bool grown = added >= 0
        && std::equal(m_tasks.begin(), m_tasks.end(), tasks.begin() + added,
            [](const ExportTask &old, const ExportTask &now) { return old.id == now.id; });
    if (!grown) {
        beginResetModel();
        m_tasks = tasks;
        endResetModel();
        return;
    }
    if (added > 0) {
        beginInsertRows({}, 0, static_cast<int>(added) - 1);
        m_tasks = tasks;
        endInsertRows();
    }
    m_tasks = tasks;
    if (!m_tasks.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

void ExportsModel::renewTimes()
{
    if (!m_tasks.isEmpty())
        Q_EMIT dataChanged(index(0, Age), index(rowCount() - 1, Age), {Qt::DisplayRole});
}

int ExportsModel::undelivered() const
{
    return static_cast<int>(std::count_if(m_tasks.begin(), m_tasks.end(),
        [](const ExportTask &task) { return task.state != ExportState::Delivered; }));
}

int ExportsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tasks.size());
}

int ExportsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant ExportsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ExportTask &task = m_tasks.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(task, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(task, index.column()));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::AlignVCenter | (index.column() == Attempts ? Qt::AlignRight : Qt::AlignLeft));
    case kStatusRole:
        if (index.column() == State)
            return static_cast<int>(statusOf(task).kind);
        return {};
    default:
        return {};
    }
}

QString ExportsModel::text(const ExportTask &task, int column) const
{
    switch (column) {
    case Queue:
        return task.queueName;
    case Name:
        return task.name;
    case State:
        return statusText(statusOf(task).kind, statusOf(task).word);
    case Age:
        return relativeTime(task.createdAt, m_clock.utcNow());
    case Attempts:
        return QLocale().toString(task.attempts);
    case LastError:
        return task.lastError.simplified();
    default:
        return {};
    }
}

QString ExportsModel::toolTip(const ExportTask &task, int column) const
{
    switch (column) {
    case Queue:
        return tr("Queue id %1").arg(task.queueId);
    case Name:
        return task.name;
    case State:
        return statusOf(task).meaning;
    case Age:
        return tr("Created %1\nLast change %2")
            .arg(exactTime(task.createdAt), exactTime(task.updatedAt));
    case LastError:
        return task.lastError;
    default:
        return {};
    }
}

QVariant ExportsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::AlignVCenter | (section == Attempts ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Queue:
        return tr("Queue");
    case Name:
        return tr("Export");
    case State:
        return tr("Status");
    case Age:
        return tr("Age");
    case Attempts:
        return tr("Attempts");
    case LastError:
        return tr("Last error");
    default:
        return {};
    }
}

} // namespace queuesmith

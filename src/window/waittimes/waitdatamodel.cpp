#include "window/waittimes/waitdatamodel.h"

#include "window/waittimes/timeticks.h"
#include "window/waittimes/waitwords.h"

#include <QDateTime>

#include <cmath>

namespace queuesmith {

namespace {

QVariant ifKnown(double value) { return std::isnan(value) ? QVariant() : QVariant(value); }

QVariant rawOf(const WaitPoint &point, WaitDataModel::Column column)
{
    switch (column) {
    case WaitDataModel::Column::Start:
        return point.startMs;
    case WaitDataModel::Column::Wait:
        return ifKnown(point.waitSeconds);
    case WaitDataModel::Column::Abandonment:
        return ifKnown(point.abandonRate);
    case WaitDataModel::Column::Offered:
        return ifKnown(point.offered);
    case WaitDataModel::Column::Handled:
        return ifKnown(point.handled);
    case WaitDataModel::Column::HandleTime:
        break;
    }
    return ifKnown(point.handleSeconds);
}

} // namespace

WaitDataModel::WaitDataModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_series(std::make_shared<WaitSeries>())
{
}

void WaitDataModel::setSeries(std::shared_ptr<const WaitSeries> series)
{
    beginResetModel();
    m_series = std::move(series);
    endResetModel();
}

int WaitDataModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_series->points.size());
}

int WaitDataModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant WaitDataModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const WaitPoint &point = m_series->points[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(point, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::AlignVCenter | (column == Column::Start ? Qt::AlignLeft : Qt::AlignRight));
    case Qt::ToolTipRole:
        if (column == Column::Start)
            return QDateTime::fromMSecsSinceEpoch(point.startMs, Qt::UTC).toString(Qt::ISODate);
        return {};
    case static_cast<int>(Role::Raw):
        return rawOf(point, column);
    default:
        return {};
    }
}

QString WaitDataModel::text(const WaitPoint &point, Column column) const
{
    const QLocale locale;
    switch (column) {
    case Column::Start:
        return intervalText(point.startMs, m_series->intervalMs, m_series->zone, locale);
    case Column::Wait:
        return secondsText(point.waitSeconds, locale);
    case Column::Abandonment:
        return percentText(point.abandonRate, locale);
    case Column::Offered:
        return callsText(point.offered, locale);
    case Column::Handled:
        return callsText(point.handled, locale);
    case Column::HandleTime:
        break;
    }
    return secondsText(point.handleSeconds, locale);
}

QVariant WaitDataModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns)
        return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::AlignVCenter | (column == Column::Start ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Start:
        return tr("Interval");
    case Column::Wait:
        return tr("Mean wait");
    case Column::Abandonment:
        return tr("Hung up");
    case Column::Offered:
        return tr("Calls");
    case Column::Handled:
        return tr("Answered");
    case Column::HandleTime:
        break;
    }
    return tr("Handle time");
}

} // namespace queuesmith

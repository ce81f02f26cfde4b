#include "window/waittimes/figuresmodel.h"

#include "window/waittimes/waitwords.h"

#include <QLocale>

#include <cmath>

namespace queuesmith {

namespace {

QVariant known(double value) { return std::isnan(value) ? QVariant() : QVariant(value); }

QVariant alignment(bool isNumber)
{
    return QVariant::fromValue(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
}

const WeekHour &hourOf(const WeekHeat &heat, int row)
{
    return heat.hours.at(static_cast<std::size_t>(row / WeekHeat::kHours))
        .at(static_cast<std::size_t>(row % WeekHeat::kHours));
}

QString hourText(int row)
{
    return QStringLiteral("%1 %2:00")
        .arg(QLocale().dayName(row / WeekHeat::kHours + 1))
        .arg(row % WeekHeat::kHours, 2, 10, QLatin1Char('0'));
}

double figureOf(const Prediction &at, CurveModel::Column column)
{
    switch (column) {
    case CurveModel::Column::Capacity:
        return at.capacity;
    case CurveModel::Column::Wait:
        return at.asaSeconds.value_or(kNotKnown);
    case CurveModel::Column::ServiceLevel:
        return at.serviceLevel;
    case CurveModel::Column::Abandonment:
        return at.abandonRate;
    case CurveModel::Column::Occupancy:
        return at.occupancy;
    case CurveModel::Column::PeakOccupancy:
        return at.peakOccupancy;
    case CurveModel::Column::BusyDay:
        break;
    }
    return at.busyDayOnTarget.value_or(kNotKnown);
}

} // namespace

void WeekModel::setHeats(const std::array<WeekHeat, 3> &heats)
{
    beginResetModel();
    m_heats = heats;
    m_isSet = heats[0].isHourly;
    endResetModel();
}

int WeekModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_isSet ? 0 : WeekHeat::kDays * WeekHeat::kHours;
}

int WeekModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant WeekModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(index.column() > 0);
    const bool raw = role == static_cast<int>(Role::Raw);
    if (role != Qt::DisplayRole && !raw)
        return {};
    const QLocale locale;
    const auto column = static_cast<Column>(index.column());
    if (column == Column::Hour)
        return raw ? QVariant(index.row()) : QVariant(hourText(index.row()));
    if (column == Column::Calls) {
        const double calls = hourOf(m_heats[0], index.row()).calls;
        return raw ? QVariant(calls) : QVariant(callsText(calls, locale));
    }
    const WeekHeat &heat = m_heats.at(static_cast<std::size_t>(index.column() - 1));
    const double value = hourOf(heat, index.row()).value;
    return raw ? known(value) : QVariant(measureText(value, heat.measure, locale));
}

QVariant WeekModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section > 0);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Hour:
        return tr("Hour of the week");
    case Column::Wait:
        return tr("Mean wait");
    case Column::Abandonment:
        return tr("Hung up");
    case Column::Volume:
        return tr("Calls in that hour");
    case Column::Calls:
        break;
    }
    return tr("Calls in all weeks");
}

void CurveModel::setCurve(const QList<Prediction> &curve)
{
    beginResetModel();
    m_curve = curve;
    endResetModel();
}

int CurveModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_curve.size());
}

int CurveModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant CurveModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(true);
    const Prediction &at = m_curve.at(index.row());
    const auto column = static_cast<Column>(index.column());
    if (role == static_cast<int>(Role::Raw))
        return known(figureOf(at, column));
    if (role != Qt::DisplayRole)
        return {};
    const QLocale locale;
    if (column == Column::Capacity)
        return locale.toString(at.capacity);
    if (column == Column::Wait)
        return at.asaSeconds ? secondsText(*at.asaSeconds, locale) : tr("overloaded");
    return percentText(figureOf(at, column), locale);
}

QVariant CurveModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(true);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Capacity:
        return tr("Capacity");
    case Column::Wait:
        return tr("Mean wait");
    case Column::ServiceLevel:
        return tr("Service level");
    case Column::Abandonment:
        return tr("Abandonment");
    case Column::Occupancy:
        return tr("Occupancy");
    case Column::PeakOccupancy:
        return tr("Busiest hour");
    case Column::BusyDay:
        break;
    }
    return tr("Busy day on target");
}

} // namespace queuesmith

#pragma once

#include "capacity/recommendation.h"
#include "window/waittimes/weekheat.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <array>

namespace queuesmith {

/// The hours of the week as rows: the figures that the heat map draws, all three measures.
class WeekModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { Hour, Wait, Abandonment, Volume, Calls };
    static constexpr int kColumns = static_cast<int>(Column::Calls) + 1;
    enum class Role { Raw = Qt::UserRole + 100 }; ///< the figure itself, invalid where not known

    using QAbstractTableModel::QAbstractTableModel;

    /// Wait, abandonment, volume.
    void setHeats(const std::array<WeekHeat, 3> &heats);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    std::array<WeekHeat, 3> m_heats;
    bool m_isSet = false;
};

/// Capacities as rows: the figures that the what-if curve draws.
class CurveModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    /// BusyDay is what a recommendation promises; the others are averages of a usual day.
    enum class Column {
        Capacity,
        Wait,
        ServiceLevel,
        Abandonment,
        Occupancy,
        PeakOccupancy,
        BusyDay
    };
    static constexpr int kColumns = static_cast<int>(Column::BusyDay) + 1;
    enum class Role { Raw = Qt::UserRole + 100 }; ///< the figure itself, invalid when overloaded

    using QAbstractTableModel::QAbstractTableModel;

    void setCurve(const QList<Prediction> &curve);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Prediction> m_curve;
};

} // namespace queuesmith

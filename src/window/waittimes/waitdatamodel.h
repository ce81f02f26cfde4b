#pragma once

#include "window/waittimes/waitseries.h"

#include <QAbstractTableModel>

#include <memory>

namespace queuesmith {

/// The intervals of a history as rows: the figures that the charts draw.
class WaitDataModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { Start, Wait, Abandonment, Offered, Handled, HandleTime };
    static constexpr int kColumns = static_cast<int>(Column::HandleTime) + 1;
    enum class Role {
        /// The figure itself: milliseconds since 1970, seconds, a share, calls. Invalid where it
        /// isn't known.
        Raw = Qt::UserRole + 100
    };

    explicit WaitDataModel(QObject *parent = nullptr);

    void setSeries(std::shared_ptr<const WaitSeries> series);
    [[nodiscard]] const WaitSeries &series() const { return *m_series; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const WaitPoint &point, Column column) const;

    std::shared_ptr<const WaitSeries> m_series;
};

} // namespace queuesmith

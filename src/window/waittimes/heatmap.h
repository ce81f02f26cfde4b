#pragma once

#include "window/waittimes/historypicture.h"
#include "window/waittimes/weekheat.h"

#include <QWidget>

namespace queuesmith {

/// Draws hour by weekday into a rectangle; `day` and `hour` from 0 mark one of them, -1 none.
/// The first row is the locale's first day of the week.
void paintHeat(QPainter &painter, const QRectF &all, const WeekHeat &heat, const ChartLook &look,
    int row = -1, int hour = -1);

/// The hours of the week as a heat map. The arrow keys go from hour to hour; what the colour tells
/// stands in the cell, where there is room, in the tool tip, and in what a screen reader says.
class HeatMap final : public QWidget {
    Q_OBJECT

public:
    explicit HeatMap(QWidget *parent = nullptr);

    void setHeat(const WeekHeat &heat);
    [[nodiscard]] const WeekHeat &heat() const { return m_heat; }
    void markHour(int weekday, int hour); ///< both from 0; 0 is Monday
    /// The hour that is marked, in words.
    [[nodiscard]] QString cellText() const { return textOf(m_row, m_hour); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    Q_SIGNAL void cellMarked(const QString &text);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] ChartLook look() const;
    [[nodiscard]] QString textOf(int row, int hour) const;
    void mark(int row, int hour);

    WeekHeat m_heat;
    int m_row = 0; ///< as shown: 0 is the locale's first day of the week
    int m_hour = 9;
};

} // namespace queuesmith

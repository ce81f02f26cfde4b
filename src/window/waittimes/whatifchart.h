#pragma once

#include "capacity/recommendation.h"
#include "window/waittimes/capacitymarks.h"
#include "window/waittimes/historypicture.h"

#include <QChartView>
#include <QList>

#include <optional>

namespace queuesmith {

/// What each capacity would mean for callers and agents: mean wait at the left axis; service level,
/// abandonment and occupancy at the right one. Lines differ in their dashes too.
class WhatIfChart final : public QChartView {
    Q_OBJECT

public:
    explicit WhatIfChart(QWidget *parent = nullptr);

    /// By capacity. `waitTarget` in seconds: the left axis shows what lies about it.
    void setCurve(const QList<Prediction> &curve, std::optional<double> waitTarget);
    void setMarks(const CapacityMarks &marks);

    /// The same picture on a page, in its `look`, without what is read off.
    [[nodiscard]] PaintChart picture() const;

    Q_SIGNAL void capacityChosen(int capacity); ///< with the mouse

protected:
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    enum Line { Wait, ServiceLevel, Abandonment, Occupancy, kLines };

    void buildChart();
    void paintChart(); ///< in the palette's colours
    struct Mark {
        int capacity;
        QString text;
        Qt::PenStyle style;
    };
    [[nodiscard]] QList<Mark> marks() const;
    [[nodiscard]] QFont smallFont() const;
    void drawMarks(QPainter *painter) const;
    void choose(QPointF at);

    QList<Prediction> m_curve;
    std::optional<double> m_waitTarget;
    CapacityMarks m_marks;
};

} // namespace queuesmith

#pragma once

#include "window/waittimes/historypicture.h"

#include <QWidget>

#include <memory>

namespace queuesmith {

/// Wait, abandonment, volume and handle time on one time axis. Wheel and `+`/`-` zoom, dragging
/// marks what to zoom to, dragging with Shift or the middle button and Shift with the arrow keys
/// move; the arrow keys step the cross-hair from interval to interval.
class HistoryChart final : public QWidget {
    Q_OBJECT

public:
    explicit HistoryChart(QWidget *parent = nullptr);

    /// Shows all of it. A history of the same queue that only grew keeps what is seen.
    void setSeries(std::shared_ptr<const WaitSeries> series, bool keepSpan = false);
    [[nodiscard]] const std::shared_ptr<const WaitSeries> &series() const { return m_series; }
    void setTargets(std::optional<double> waitSeconds, std::optional<double> abandonRate);
    void setChangedAt(std::optional<qint64> ms);

    [[nodiscard]] ChartSpan span() const { return m_span; }
    /// Within the history, and never below a few intervals.
    void setSpan(ChartSpan span);
    void zoom(double factor, std::optional<double> aroundMs = std::nullopt); ///< above 1: closer
    void pan(double shareOfSpan); ///< above 0: later
    void showAll();

    /// The interval under the cross-hair; -1: none.
    [[nodiscard]] int cursor() const;
    void setCursorIndex(int index);
    void showCursor(); ///< moves what is seen when the cross-hair isn't

    /// The same picture on any device, without cross-hair; its `look` gives the size of text.
    [[nodiscard]] PaintChart picture() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    Q_SIGNAL void spanChanged(queuesmith::ChartSpan span);
    Q_SIGNAL void cursorMoved(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    enum class Drag { None, Select, Pan };

    [[nodiscard]] ChartLook look() const;
    [[nodiscard]] HistoryLayout chartLayout() const;
    [[nodiscard]] ChartSpan whole() const;
    void forget(); ///< what was made for painting
    void step(int intervals);
    void tellCursor();

    std::shared_ptr<const WaitSeries> m_series;
    AxisLimits m_limits{};
    ChartSpan m_span;
    HistoryMarks m_marks;
    std::optional<HistoryTraces> m_traces;
    Drag m_drag = Drag::None;
    QPointF m_pressed;
    ChartSpan m_pressedSpan;
    bool m_cursorByMouse = false;
};

} // namespace queuesmith

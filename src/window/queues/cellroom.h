#pragma once

#include <QProxyStyle>

class QTableView;

namespace queuesmith {

/// Room at both sides of a table's cells and headings, so that a number at the right of one column
/// doesn't run into the text at the left of the next; and an arrow beside a heading, in its middle,
/// that points up where the rows ascend.
class CellRoom final : public QProxyStyle {
    Q_OBJECT

public:
    /// For the table and its header; belongs to the table.
    static void giveTo(QTableView *table);

    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option = nullptr,
        const QWidget *widget = nullptr) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget = nullptr) const override;
};

} // namespace queuesmith

#pragma once

#include <QScrollArea>

namespace queuesmith {

/// Shows a page in the room that there is, and scrolls it when it needs more, so that no page makes
/// the window larger than the screen. A QScrollArea by itself gives a page with wrapped text the
/// height that it would like to have, which scrolls sooner than it must.
class PageArea final : public QScrollArea {
    Q_OBJECT

public:
    /// Takes the page over.
    explicit PageArea(QWidget *page, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// The least width and height at which nothing of the page is cut.
    [[nodiscard]] static QSize needOf(const QWidget &page, int width);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();
};

} // namespace queuesmith

#include "window/shell/pagearea.h"

#include <QEvent>
#include <QLayout>
#include <QScrollBar>

namespace queuesmith {

PageArea::PageArea(QWidget *page, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // what is on the page takes the focus
    setWidget(page);
    page->setAutoFillBackground(false);
    page->installEventFilter(this);
}

QSize PageArea::sizeHint() const { return widget()->sizeHint(); }

QSize PageArea::minimumSizeHint() const
{
    const int bar = verticalScrollBar()->sizeHint().width();
    return {8 * bar, 8 * bar};
}

QSize PageArea::needOf(const QWidget &page, int width)
{
    const QLayout *layout = page.layout();
    if (!layout)
        return page.minimumSizeHint();
    const QSize least = layout->totalMinimumSize();
    if (!layout->hasHeightForWidth())
        return least;
    const int given = std::max(width, least.width());
    return {least.width(), std::max(least.height(), layout->minimumHeightForWidth(given))};
}

void PageArea::fit()
{
    const QSize room = maximumViewportSize();
    QSize need = needOf(*widget(), room.width());
    int width = room.width();
    if (need.height() > room.height()) {
        width -= verticalScrollBar()->sizeHint().width();
        need = needOf(*widget(), width);
    }
    int height = room.height();
    if (need.width() > width)
        height -= horizontalScrollBar()->sizeHint().height();
    widget()->resize(QSize(width, height).expandedTo(need));
}

void PageArea::resizeEvent(QResizeEvent *event)
{
    fit();
    QScrollArea::resizeEvent(event);
}

bool PageArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        fit();
    return QScrollArea::eventFilter(watched, event);
}

} // namespace queuesmith

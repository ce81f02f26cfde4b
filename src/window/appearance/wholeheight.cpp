#include "window/appearance/wholeheight.h"

#include <QEvent>
#include <QLabel>

namespace queuesmith {

void WholeHeight::keep(QLabel *label) { new WholeHeight(label); }

WholeHeight::WholeHeight(QLabel *label)
    : QObject(label)
    , m_label(label)
{
    label->installEventFilter(this);
    label->parentWidget()->installEventFilter(this); // told when the text is another one
}

bool WholeHeight::eventFilter(QObject *watched, QEvent *event)
{
    const bool isResized = watched == m_label && event->type() == QEvent::Resize;
    if (isResized || event->type() == QEvent::LayoutRequest)
        m_label->setMinimumHeight(m_label->heightForWidth(m_label->width()));
    return QObject::eventFilter(watched, event);
}

} // namespace queuesmith

#include "window/tables/statuslabel.h"

#include "window/appearance/wideword.h"

#include <QApplication>
#include <QEvent>

namespace queuesmith {

StatusLabel::StatusLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setWordWrap(true);
}

void StatusLabel::say(StatusKind kind, const QString &sentence)
{
    m_kind = kind;
    showWrapped(this, statusText(kind, sentence));
    paintStatus();
}

void StatusLabel::say(const QString &sentence)
{
    m_kind.reset();
    showWrapped(this, sentence);
    paintStatus();
}

void StatusLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        paintStatus();
}

void StatusLabel::paintStatus()
{
    QPalette colours;
    const QPalette all = QApplication::palette(this);
    if (m_kind)
        colours.setColor(QPalette::WindowText, statusColor(*m_kind, all));
    setPalette(colours);
}

} // namespace queuesmith

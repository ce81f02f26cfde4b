#include "window/queueeditor/problemline.h"

#include "window/appearance/fonts.h"
#include "window/appearance/tooltip.h"

#include <QEvent>
#include <QGuiApplication>
#include <QPainter>

namespace queuesmith {

ProblemLine::ProblemLine(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    makeHint(this);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ProblemLine::setHint(const QString &hint)
{
    m_hint = hint;
    apply();
}

void ProblemLine::say(StatusKind kind, const QString &text)
{
    m_kind = kind;
    m_problem = text;
    m_hasProblem = !text.isEmpty();
    apply();
}

void ProblemLine::apply()
{
    const QString &shown = m_hasProblem ? m_problem : m_hint;
    setText(shown);
    setToolTip(plainToolTip(shown));
    update();
}

QSize ProblemLine::sizeHint() const { return {0, fontMetrics().height() + 2}; }

QSize ProblemLine::minimumSizeHint() const { return sizeHint(); }

void ProblemLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    // The label's own palette may still be that of the appearance before.
    const QPalette palette = QGuiApplication::palette();
    painter.setPen(
        m_hasProblem ? statusColor(m_kind, palette) : palette.color(QPalette::PlaceholderText));
    const QString line = QString(text()).replace(u'\n', u' ');
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        fontMetrics().elidedText(line, Qt::ElideRight, width()));
}

void ProblemLine::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace queuesmith

#include "window/shell/banner.h"

#include "window/appearance/wideword.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace queuesmith {

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_label(new QLabel(this))
    , m_act(new QPushButton(this))
    , m_dismiss(new QPushButton(tr("Dismiss"), this))
{
    setAutoFillBackground(true);
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_label->setObjectName(QStringLiteral("bannerLabel"));
    m_act->setObjectName(QStringLiteral("bannerButton"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(8);
    row->addWidget(m_label, 1);
    row->addWidget(m_act, 0, Qt::AlignTop);
    row->addWidget(m_dismiss, 0, Qt::AlignTop);
    connect(m_dismiss, &QPushButton::clicked, this, &Banner::clear);
    connect(m_act, &QPushButton::clicked, this, [this] {
        if (m_action)
            m_action();
    });
    clear();
}

void Banner::show(StatusKind kind, const QString &text) { show(kind, text, {}, {}); }

void Banner::show(
    StatusKind kind, const QString &text, const QString &button, std::function<void()> act)
{
    m_kind = kind;
    m_text = text;
    m_action = std::move(act);
    showWrapped(m_label, statusText(kind, text));
    m_act->setText(button);
    m_act->setVisible(!button.isEmpty());
    paintKind();
    setVisible(true);
}

void Banner::clear() { setVisible(false); }

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::ParentChange || event->type() == QEvent::StyleChange)
        paintKind();
}

void Banner::paintKind()
{
    QPalette colours = palette();
    colours.setColor(QPalette::Window, colours.color(QPalette::AlternateBase));
    setPalette(colours);
    colours.setColor(QPalette::WindowText, statusColor(m_kind, colours));
    m_label->setPalette(colours);
}

} // namespace queuesmith

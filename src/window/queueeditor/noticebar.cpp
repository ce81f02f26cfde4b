#include "window/queueeditor/noticebar.h"

#include "window/queueeditor/showstatus.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace queuesmith {

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_row(new QHBoxLayout(this))
    , m_label(new QLabel(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_row->setContentsMargins(12, 6, 8, 6);
    m_row->setSpacing(8);
    m_label->setObjectName(QStringLiteral("noticeLabel"));
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_row->addWidget(m_label, 1);
    hide();
}

void NoticeBar::say(StatusKind kind, const QString &text, const QList<Choice> &choices)
{
    clear();
    m_kind = kind;
    m_text = statusText(kind, text);
    for (const Choice &choice : choices) {
        auto *button = new QPushButton(choice.text, this);
        button->setObjectName(choice.objectName);
        button->setAutoDefault(false);
        m_row->addWidget(button, 0, Qt::AlignTop);
        connect(button, &QPushButton::clicked, this, [this, act = choice.act] {
            const std::function<void()> next = act; // clear() takes the button, and this, away
            clear();
            if (next)
                next();
        });
    }
    colour();
    show();
}

void NoticeBar::say(StatusKind kind, const QString &text)
{
    say(kind, text, {{QStringLiteral("dismissNoticeButton"), tr("Dismiss"), {}}});
}

void NoticeBar::clear()
{
    hide();
    m_text.clear();
    m_label->clear();
    while (m_row->count() > 1) {
        const std::unique_ptr<QLayoutItem> item(m_row->takeAt(1));
        item->widget()->hide();
        item->widget()->setObjectName(QString()); // it goes later, and isn't to be found until then
        item->widget()->deleteLater();
    }
}

QString NoticeBar::text() const { return m_text; }

void NoticeBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

void NoticeBar::colour() { showStatus(m_label, m_kind, m_text); }

} // namespace queuesmith

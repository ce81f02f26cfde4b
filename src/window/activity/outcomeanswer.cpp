#include "window/activity/outcomeanswer.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace queuesmith {

OutcomeAnswer::OutcomeAnswer(QWidget *parent)
    : QWidget(parent)
    , m_consequence(new QLabel(this))
    , m_idLabel(new QLabel(tr("Id of the queue"), this))
    , m_id(new QLineEdit(this))
    , m_seen(new QLineEdit(this))
    , m_give(new QPushButton(tr("Record answer"), this))
{
    m_consequence->setWordWrap(true);
    m_consequence->setTextFormat(Qt::PlainText);
    m_consequence->setObjectName(QStringLiteral("consequenceLabel"));
    m_id->setObjectName(QStringLiteral("outcomeIdEdit"));
    m_id->setAccessibleName(m_idLabel->text());
    m_idLabel->setBuddy(m_id);
    m_seen->setObjectName(QStringLiteral("outcomeSeenEdit"));
    m_seen->setAccessibleName(tr("What you saw"));
    m_seen->setPlaceholderText(tr("what you saw in the tenant's console; kept in the audit log"));
    m_give->setObjectName(QStringLiteral("putOnRecordButton"));
    m_give->setToolTip(tr("Record this answer and settle it"));
    buildLine();
    connect(m_id, &QLineEdit::textChanged, this, &OutcomeAnswer::updateButton);
    connect(m_give, &QPushButton::clicked, this, &OutcomeAnswer::give);
    for (const QLineEdit *edit : {m_id, m_seen})
        connect(edit, &QLineEdit::returnPressed, this, &OutcomeAnswer::give);
    hide();
}

void OutcomeAnswer::buildLine()
{
    auto *seenLabel = new QLabel(m_seen->accessibleName(), this);
    seenLabel->setBuddy(m_seen);
    auto *back = new QPushButton(tr("Back"), this);
    back->setObjectName(QStringLiteral("outcomeBackButton"));
    back->setToolTip(tr("Go back and leave it open"));
    connect(back, &QPushButton::clicked, this, &QWidget::hide);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_idLabel);
    line->addWidget(m_id, 1);
    line->addWidget(seenLabel);
    line->addWidget(m_seen, 3);
    line->addWidget(m_give);
    line->addWidget(back);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_consequence);
    column->addLayout(line);
}

void OutcomeAnswer::ask(Answer answer, const OpenOutcome &outcome)
{
    m_answer = answer;
    m_outcome = outcome;
    m_consequence->setText(consequence());
    m_idLabel->setVisible(needsId());
    m_id->setVisible(needsId());
    m_id->setText(outcome.queueId);
    m_seen->clear();
    updateButton();
    show();
    (needsId() ? m_id : m_seen)->setFocus(Qt::OtherFocusReason);
}

/// A change has the id of its queue; a queue that was created is known by its name only.
bool OutcomeAnswer::needsId() const
{
    return m_answer == Answer::There && m_outcome.kind == OperationKind::Create;
}

QString OutcomeAnswer::consequence() const
{
    const QString &name = m_outcome.queueName;
    const bool isThere = m_answer == Answer::There;
    if (m_outcome.kind == OperationKind::Update)
        return isThere
            ? tr("The tenant has applied the change to “%1”. Nothing is sent again.").arg(name)
            : tr("The tenant has not applied the change to “%1”. Updating the queue sends the "
                 "change again.")
                  .arg(name);
    return isThere
        ? tr("The tenant has “%1”. The queue with this id is adopted, and nothing is sent again.")
              .arg(name)
        : tr("The tenant doesn't have “%1”. Provisioning it sends it again; if it is there after "
             "all, there will be two.")
              .arg(name);
}

void OutcomeAnswer::updateButton()
{
    m_give->setEnabled(!needsId() || !m_id->text().trimmed().isEmpty());
}

void OutcomeAnswer::give()
{
    if (!m_give->isEnabled())
        return;
    const bool isThere = m_answer == Answer::There;
    const QString id = needsId() ? m_id->text().trimmed() : m_outcome.queueId;
    hide();
    Q_EMIT given({m_outcome.queueName, isThere ? id : QString(), m_seen->text().trimmed()});
}

void OutcomeAnswer::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QWidget::keyPressEvent(event);
}

} // namespace queuesmith

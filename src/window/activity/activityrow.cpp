#include "window/activity/activityrow.h"

#include "window/activity/activities.h"
#include "window/activity/activitytexts.h"
#include "window/appearance/status.h"
#include "window/appearance/wideword.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace queuesmith {

namespace {

StatusKind kindOf(Activity::State state)
{
    switch (state) {
    case Activity::State::Running:
    case Activity::State::Waiting:
        return StatusKind::Waiting;
    case Activity::State::Succeeded:
        return StatusKind::Ok;
    case Activity::State::Warned:
        return StatusKind::Warning;
    case Activity::State::Failed:
        return StatusKind::Error;
    case Activity::State::Unknown:
        return StatusKind::Unknown;
    case Activity::State::Cancelled:
        break;
    }
    return StatusKind::Info;
}

} // namespace

ActivityRow::ActivityRow(QWidget *parent)
    : QWidget(parent)
    , m_shape(new QLabel(this))
    , m_label(new QLabel(this))
    , m_retry(addButton("retryNowButton", tr("Retry now"), tr("Skip this wait and try now")))
    , m_cancel(addButton("cancelButton", tr("Cancel"),
          tr("Send nothing more, and check once what became of the last request")))
    , m_checkAgain(addButton("checkAgainButton", checkAgainText(),
          tr("Ask the tenant again how it ended; nothing is resent")))
    , m_there(addButton(
          "isThereButton", isThereText(), tr("The tenant's console shows that it took effect")))
    , m_notThere(addButton("isNotThereButton", isNotThereText(),
          tr("The tenant's console shows that it did not take effect")))
    , m_dismiss(addButton(
          "dismissButton", tr("Dismiss"), tr("Dismiss this note; the audit log keeps it")))
    , m_answer(new OutcomeAnswer(this))
{
    m_label->setObjectName(QStringLiteral("activityLabel"));
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_label->setTextFormat(Qt::PlainText);
    buildLayout();
    connectButtons();
}

QPushButton *ActivityRow::addButton(
    const char *objectName, const QString &text, const QString &toolTip)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(QString::fromLatin1(objectName));
    button->setToolTip(toolTip);
    m_buttons.append(button);
    return button;
}

void ActivityRow::buildLayout()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_shape, 0, Qt::AlignTop);
    row->addWidget(m_label, 1);
    for (QPushButton *button : std::as_const(m_buttons))
        row->addWidget(button, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_answer);
    m_shape->setFixedHeight(m_cancel->sizeHint().height());
    m_label->setMinimumHeight(m_cancel->sizeHint().height());
}

void ActivityRow::connectButtons()
{
    connect(m_retry, &QPushButton::clicked, this, [this] {
        if (m_activity)
            m_activity->retryNow();
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_activity)
            m_activity->cancel();
    });
    connect(m_dismiss, &QPushButton::clicked, this, [this] {
        if (m_activities && m_activity)
            m_activities->dismiss(m_activity);
    });
    connect(m_checkAgain, &QPushButton::clicked, this, [this] {
        if (m_activities)
            m_activities->checkAgain();
    });
    connect(m_there, &QPushButton::clicked, this, [this] { ask(OutcomeAnswer::Answer::There); });
    connect(
        m_notThere, &QPushButton::clicked, this, [this] { ask(OutcomeAnswer::Answer::NotThere); });
    connect(m_answer, &OutcomeAnswer::given, this, [this](const SettleDecision &decision) {
        if (m_activities)
            m_activities->declare(decision);
    });
}

void ActivityRow::ask(OutcomeAnswer::Answer answer)
{
    if (m_activity && m_activity->openOutcome())
        m_answer->ask(answer, *m_activity->openOutcome());
}

void ActivityRow::show(Activities *activities, Activity *activity)
{
    if (m_activity)
        disconnect(m_activity, &Activity::changed, this, nullptr);
    m_activities = activities;
    m_activity = activity;
    m_answer->hide(); // it was about another one
    if (activity)
        connect(activity, &Activity::changed, this, &ActivityRow::refresh);
    refresh();
}

void ActivityRow::refresh()
{
    if (!m_activity)
        return;
    const StatusKind kind = kindOf(m_activity->state());
    m_shape->setText(statusShape(kind));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, statusColor(kind, colours));
    m_shape->setPalette(colours);
    showWrapped(m_label, tr("Activity: %1").arg(m_activity->sentence()));
    const bool isOver = m_activity->isOver();
    m_retry->setVisible(!isOver);
    m_retry->setEnabled(m_activity->canRetryNow());
    m_cancel->setVisible(!isOver);
    m_cancel->setEnabled(!m_activity->isCancelling());
    m_dismiss->setVisible(isOver);
    const bool isOpen = isOver && m_activity->openOutcome().has_value();
    for (QPushButton *button : {m_checkAgain, m_there, m_notThere})
        button->setVisible(isOpen);
}

} // namespace queuesmith

#include "activityrow.h"

#include "activities.h"
#include "status.h"

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
    , m_retry(new QPushButton(tr("Retry now"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_dismiss(new QPushButton(tr("Dismiss"), this))
{
    m_label->setObjectName(QStringLiteral("activityLabel"));
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_label->setTextFormat(Qt::PlainText);
    m_retry->setObjectName(QStringLiteral("retryNowButton"));
    m_retry->setToolTip(tr("Skip this wait and try at once"));
    m_cancel->setObjectName(QStringLiteral("cancelButton"));
    m_cancel->setToolTip(tr("Send nothing more; what was sent is looked at once more"));
    m_dismiss->setObjectName(QStringLiteral("dismissButton"));
    m_dismiss->setToolTip(tr("Take this note away; the audit log keeps it"));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_shape, 0, Qt::AlignTop);
    row->addWidget(m_label, 1);
    for (QPushButton *button : {m_retry, m_cancel, m_dismiss})
        row->addWidget(button, 0, Qt::AlignTop);
    m_shape->setFixedHeight(m_cancel->sizeHint().height());
    m_label->setMinimumHeight(m_cancel->sizeHint().height());

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
}

void ActivityRow::show(Activities *activities, Activity *activity)
{
    if (m_activity)
        disconnect(m_activity, &Activity::changed, this, nullptr);
    m_activities = activities;
    m_activity = activity;
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
    m_label->setText(tr("Activity: %1").arg(m_activity->sentence()));
    const bool isOver = m_activity->isOver();
    m_retry->setVisible(!isOver);
    m_retry->setEnabled(m_activity->canRetryNow());
    m_cancel->setVisible(!isOver);
    m_cancel->setEnabled(!m_activity->isCancelling());
    m_dismiss->setVisible(isOver);
}

} // namespace queuesmith

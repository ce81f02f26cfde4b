#include "window/activity/activitybar.h"

#include "window/activity/activities.h"
#include "window/activity/activityrow.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace queuesmith {

namespace {

using namespace std::chrono_literals;

constexpr qsizetype kMostRows = 4;

/// What needs the person first, then what waits, then what just runs.
int urgency(const Activity *activity)
{
    switch (activity->state()) {
    case Activity::State::Unknown:
        return 0;
    case Activity::State::Failed:
    case Activity::State::Warned:
        return 1;
    case Activity::State::Waiting:
        return 2;
    case Activity::State::Running:
        return 3;
    case Activity::State::Succeeded:
    case Activity::State::Cancelled:
        break;
    }
    return 4;
}

} // namespace

ActivityBar::ActivityBar(QWidget *parent)
    : QFrame(parent)
    , m_rows(new QVBoxLayout)
    , m_more(new QLabel(this))
{
    setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(4);
    m_rows->setSpacing(4);
    layout->addLayout(m_rows);
    layout->addWidget(m_more);
    m_more->setObjectName(QStringLiteral("moreActivitiesLabel"));
    m_arranging.setSingleShot(true);
    m_arranging.setInterval(50ms);
    connect(&m_arranging, &QTimer::timeout, this, &ActivityBar::arrange);
    m_counting.setInterval(250ms);
    connect(&m_counting, &QTimer::timeout, this, [this] {
        for (ActivityRow *row : std::as_const(m_shown))
            row->refresh();
    });
    hide();
}

void ActivityBar::setActivities(Activities *activities)
{
    if (m_activities) {
        disconnect(m_activities, nullptr, this, nullptr);
        for (const Activity *activity : m_activities->all())
            disconnect(activity, nullptr, this, nullptr);
    }
    m_activities = activities;
    if (activities) {
        connect(activities, &Activities::begun, this, [this](Activity *activity) {
            connect(activity, &Activity::changed, this, &ActivityBar::scheduleArrange);
            scheduleArrange();
        });
        connect(activities, &Activities::dismissed, this, &ActivityBar::arrange);
        for (Activity *activity : activities->all())
            connect(activity, &Activity::changed, this, &ActivityBar::scheduleArrange);
        connect(activities, &QObject::destroyed, this, [this] {
            m_activities = nullptr;
            setActivities(nullptr);
        });
    }
    arrange();
}

void ActivityBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        scheduleArrange();
}

void ActivityBar::scheduleArrange()
{
    if (!m_arranging.isActive())
        m_arranging.start();
}

void ActivityBar::arrange()
{
    QList<Activity *> wanted = m_activities ? m_activities->all() : QList<Activity *>();
    std::stable_sort(wanted.begin(), wanted.end(),
        [](const Activity *a, const Activity *b) { return urgency(a) < urgency(b); });
    const qsizetype hidden = std::max<qsizetype>(0, wanted.size() - kMostRows);
    wanted.resize(wanted.size() - hidden);
    while (m_shown.size() < wanted.size()) {
        m_shown.append(new ActivityRow(this));
        m_rows->addWidget(m_shown.last());
    }
    for (qsizetype i = 0; i < m_shown.size(); ++i) {
        ActivityRow *row = m_shown.at(i);
        Activity *activity = i < wanted.size() ? wanted.at(i) : nullptr;
        if (row->activity() != activity)
            row->show(m_activities, activity);
        else
            row->refresh();
        row->setVisible(activity != nullptr);
    }
    m_more->setText(tr("and %n more under way", nullptr, static_cast<int>(hidden)));
    m_more->setVisible(hidden > 0);
    setVisible(!wanted.isEmpty());
    const bool counts = std::any_of(
        wanted.cbegin(), wanted.cend(), [](const Activity *one) { return !one->isOver(); });
    counts ? m_counting.start() : m_counting.stop();
}

} // namespace queuesmith

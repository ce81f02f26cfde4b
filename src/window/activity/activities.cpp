#include "window/activity/activities.h"

#include <algorithm>

namespace queuesmith {

namespace {
using namespace std::chrono_literals;
constexpr std::chrono::milliseconds kSuccessStays = 8s;
} // namespace

Activities::Activities(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

Activity *Activities::begin(const QString &title)
{
    auto *activity = new Activity(title, m_clock, this);
    m_all.append(activity);
    connect(activity, &Activity::concluded, this, [this, activity] {
        Q_EMIT concluded(activity);
        if (activity->state() == Activity::State::Succeeded
            || activity->state() == Activity::State::Cancelled)
            m_clock.callAfter(kSuccessStays, activity, [this, activity] { dismiss(activity); });
        if (running() == 0)
            Q_EMIT allConcluded();
    });
    Q_EMIT begun(activity);
    return activity;
}

void Activities::dismiss(Activity *activity)
{
    if (!m_all.removeOne(activity))
        return;
    Q_EMIT dismissed(activity);
    activity->deleteLater();
}

void Activities::supersede(const QString &subject, const Activity *keep)
{
    const QList<Activity *> all = m_all;
    for (Activity *activity : all) {
        if (activity != keep && activity->isOver() && activity->subject() == subject)
            dismiss(activity);
    }
}

int Activities::running() const
{
    return static_cast<int>(std::count_if(
        m_all.cbegin(), m_all.cend(), [](const Activity *one) { return !one->isOver(); }));
}

void Activities::cancelAll()
{
    for (Activity *activity : std::as_const(m_all))
        activity->cancel();
}

} // namespace queuesmith

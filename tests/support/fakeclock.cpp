#include "fakeclock.h"

#include <QCoreApplication>

#include <algorithm>

namespace queuesmith {

using std::chrono::milliseconds;

QDateTime FakeClock::utcNow() const
{
    static const QDateTime start(QDate(2026, 1, 5), QTime(10, 0), Qt::UTC);
    return start.addMSecs(m_now.count() - 1'000'000);
}

Clock::Timer FakeClock::callAfter(milliseconds delay, QObject *context, std::function<void()> call)
{
    auto *handle = new QObject(context);
    m_calls.push_back({m_now + std::max(delay, milliseconds(0)), handle, std::move(call)});
    return Timer(handle);
}

void FakeClock::forgetCancelled()
{
    std::erase_if(m_calls, [](const Call &call) { return call.handle.isNull(); });
}

std::vector<FakeClock::Call>::iterator FakeClock::next()
{
    forgetCancelled();
    return std::min_element(
        m_calls.begin(), m_calls.end(), [](const Call &a, const Call &b) { return a.due < b.due; });
}

bool FakeClock::advanceToNext()
{
    QCoreApplication::sendPostedEvents();
    const auto found = next();
    if (found == m_calls.end())
        return false;
    const Call due = std::move(*found);
    m_calls.erase(found);
    m_now = std::max(m_now, due.due);
    delete due.handle.data();
    due.call();
    QCoreApplication::sendPostedEvents();
    return true;
}

void FakeClock::advance(milliseconds time)
{
    const milliseconds end = m_now + time;
    QCoreApplication::sendPostedEvents();
    for (auto found = next(); found != m_calls.end() && found->due <= end; found = next())
        advanceToNext();
    m_now = end;
    QCoreApplication::sendPostedEvents();
}

int FakeClock::pending()
{
    forgetCancelled();
    return static_cast<int>(m_calls.size());
}

} // namespace queuesmith

#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QList>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace queuesmith {

/// How far apart the beats were, in milliseconds; the beat's own millisecond is in it. Time in
/// which the thread was ready but had no processor isn't: that is due to whatever else is running.
struct Gaps {
    double longest = 0;
    double high = 0; ///< 95 % of all gaps were at most this long
    qsizetype beats = 0;
    double queued = 0; ///< share of the whole time in which the thread had no processor
};

/// A timer of one millisecond in the thread of the event loop that is measured: whatever holds up
/// the loop holds up its beats.
class Heartbeat final : public QObject {
    Q_OBJECT

public:
    Heartbeat();

    /// Lets the event loop run until `over` holds, which is asked every ten milliseconds; false
    /// when it didn't within `limit`. Each call measures anew.
    bool watchUntil(const std::function<bool()> &over, std::chrono::milliseconds limit);
    /// The same for a time.
    void watchFor(std::chrono::milliseconds time);

    /// Of the last watch; whatever was under way at its end counts.
    [[nodiscard]] Gaps gaps() const;

    Q_SIGNAL void watched();

private:
    void beat();
    [[nodiscard]] qint64 queuedNs();

    QTimer m_timer;
    QElapsedTimer m_clock;
    QFile m_schedule; ///< the kernel's account of this thread
    qint64 m_last = 0; ///< nanoseconds
    qint64 m_lastQueued = 0; ///< the same
    qint64 m_firstQueued = 0; ///< the same
    QList<double> m_gaps; ///< milliseconds
};

/// The value that a share of all values doesn't exceed; 0 when there are none.
[[nodiscard]] double percentile(QList<double> values, double share);

} // namespace queuesmith

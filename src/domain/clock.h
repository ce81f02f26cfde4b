#pragma once

#include <QDateTime>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>

namespace queuesmith {

/// Time as the program sees it. Passed in everywhere, so that a test of an hour of retries
/// takes no time. Used from one thread only: the one that runs the requests.
class Clock {
public:
    /// A call that is due later; may be cancelled. Copies refer to the same call.
    class Timer {
    public:
        Timer() = default;
        explicit Timer(QObject *handle)
            : m_handle(handle)
        {
        }
        void cancel() { delete m_handle.data(); }
        [[nodiscard]] bool isActive() const { return !m_handle.isNull(); }

    private:
        QPointer<QObject> m_handle;
    };

    Clock() = default;
    virtual ~Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;

    /// Monotonic, and it goes on while the computer sleeps, as a token's life does.
    [[nodiscard]] virtual std::chrono::milliseconds elapsed() const = 0;
    [[nodiscard]] virtual QDateTime utcNow() const = 0;

    /// Calls `call` once from the event loop after `delay`, never after `context` died.
    virtual Timer callAfter(
        std::chrono::milliseconds delay, QObject *context, std::function<void()> call) = 0;
};

/// The computer's clock: timeSinceBoot(), UTC wall time, QTimer.
class SystemClock final : public Clock {
public:
    [[nodiscard]] std::chrono::milliseconds elapsed() const override;
    [[nodiscard]] QDateTime utcNow() const override;
    Timer callAfter(
        std::chrono::milliseconds delay, QObject *context, std::function<void()> call) override;
};

} // namespace queuesmith

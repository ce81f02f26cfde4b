#pragma once

#include "domain/clock.h"

#include <QPointer>

#include <vector>

namespace queuesmith {

/// A clock that stands still until a test moves it. Starts at 2026-01-05T10:00:00Z.
class FakeClock final : public Clock {
public:
    [[nodiscard]] std::chrono::milliseconds elapsed() const override { return m_now; }
    [[nodiscard]] QDateTime utcNow() const override;
    Timer callAfter(
        std::chrono::milliseconds delay, QObject *context, std::function<void()> call) override;

    /// Makes the calls that come due within `time`, in their order, each at its own time, and
    /// delivers what the program posted to itself before each.
    void advance(std::chrono::milliseconds time);
    /// Goes to the next call and makes it; false when there is none.
    bool advanceToNext();
    /// Calls that are still to be made.
    [[nodiscard]] int pending();

private:
    struct Call {
        std::chrono::milliseconds due;
        QPointer<QObject> handle;
        std::function<void()> call;
    };

    void forgetCancelled();
    [[nodiscard]] std::vector<Call>::iterator next();

    std::chrono::milliseconds m_now{1'000'000};
    std::vector<Call> m_calls;
};

} // namespace queuesmith

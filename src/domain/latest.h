#pragma once

#include <QtGlobal>

#include <utility>

namespace queuesmith {

/// Drops the answer to a question that has been asked again since. A member of whoever asks; no
/// answer may come once it has gone.
class Latest {
public:
    Latest() = default;
    Q_DISABLE_COPY_MOVE(Latest)

    /// The question has changed: no answer counts that is under way.
    void renew() { ++m_round; }

    /// Says whether the question that is current now still is.
    [[nodiscard]] auto current() const
    {
        return [this, round = m_round] { return round == m_round; };
    }

    /// Hands an answer on to `take`, unless the question has changed by then.
    template <typename Take> [[nodiscard]] auto only(Take take) const
    {
        return [isCurrent = current(), take = std::move(take)](auto &&...answer) mutable -> void {
            if (isCurrent())
                take(std::forward<decltype(answer)>(answer)...);
        };
    }
    /// The same for a question that is only asked now.
    template <typename Take> [[nodiscard]] auto next(Take take)
    {
        renew();
        return only(std::move(take));
    }

private:
    quint64 m_round = 0;
};

} // namespace queuesmith

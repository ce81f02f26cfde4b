#pragma once

#include "sandbox/wiremessage.h"

#include <QJsonArray>

#include <chrono>
#include <memory>
#include <vector>

namespace queuesmith::sandbox {

/// What was asked and answered, in the order of arrival.
class ExchangeLog {
public:
    struct Entry {
        WireRequest request; ///< with the headers that may be logged
        WireAnswer answer{0, {}, {}, {}}; ///< status 0: nothing was answered (yet)
        std::chrono::milliseconds started{0};
        std::chrono::milliseconds finished{0};
        bool faulted = false; ///< a rule of the fault script had a hand in it
    };

    /// The entry stays valid, though no longer listed, when the log is cleared meanwhile.
    [[nodiscard]] std::shared_ptr<Entry> begin(
        const WireRequest &request, std::chrono::milliseconds now);
    void clear() { m_entries.clear(); }

    /// Objects with `method`, `path` (with its query), `status`, `milliseconds`, `faulted`,
    /// `headers`, `body`, `responseHeaders` and `responseBody`. Bodies are texts as they were sent,
    /// secrets masked; headers are those that never hold one.
    [[nodiscard]] QJsonArray toJson() const;

private:
    std::vector<std::shared_ptr<Entry>> m_entries;
};

} // namespace queuesmith::sandbox

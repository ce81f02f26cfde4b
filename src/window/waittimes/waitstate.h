#pragma once

#include "domain/error.h"
#include "window/appearance/status.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace queuesmith {

struct History;
struct LoadState;
struct WaitSeries;

/// What a page of wait times has, as far as it matters for what it says about itself.
struct WaitSituation {
    const LoadState &queues; ///< how far they were read
    bool hasQueues = false;
    std::optional<QString> queueName; ///< of the chosen one
    QString range; ///< such as `28 days`
    const WaitSeries *series = nullptr; ///< null: nothing to show
    const History *history = nullptr; ///< what `series` is of
    bool isLoading = false;
    std::optional<Error> error;
    QString note; ///< of an export
    QDateTime now; ///< UTC
};

/// What the page says about where it stands: what is shown, missing or wrong.
struct WaitState {
    enum class Body {
        AsBefore, ///< the progress of a reading stays
        Charts,
        Message,
    };
    QString facts; ///< in lines, beside the charts; empty: none
    Body body = Body::AsBefore;
    std::optional<StatusKind> kind; ///< of the message
    QString message;
    QString button; ///< below the message; empty: none
    bool leadsToConnection = false; ///< the message's error is put right there
};

/// Pure.
[[nodiscard]] WaitState waitState(const WaitSituation &now);
[[nodiscard]] QString readingText(
    const QString &queueName, const QString &range, qint64 done, qint64 total);

} // namespace queuesmith

#pragma once

#include "window/appearance/status.h"
#include "window/session/catalog.h"

#include <QString>

#include <optional>

namespace queuesmith {

/// What the page says about the list, worked out from how far it was read.
struct QueuesState {
    enum class Body { Rows, Reading, Failed, NoQueues, NoMatch };
    struct Banner {
        StatusKind kind;
        QString text;
    };
    Body body = Body::Rows;
    QString headline; ///< with the body, unless it is the rows
    QString text;
    std::optional<Banner> banner; ///< above the rows
    QString count; ///< below them, e.g. `60 queues`
    QString filtered; ///< at their edge while a filter hides some, e.g. `5 of 60 queues`
};

[[nodiscard]] QueuesState queuesState(
    const LoadState &load, qint64 rows, qint64 shownRows, bool isFiltered);

} // namespace queuesmith

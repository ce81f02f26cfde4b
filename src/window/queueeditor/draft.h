#pragma once

#include "domain/queue.h"
#include "domain/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace queuesmith {

/// Unfinished work, as it is kept in a file.
struct Draft {
    QString key; ///< the file's stem
    QueueDefinition definition;
    std::optional<Queue> base; ///< the queue that is being changed, as it was read
    QDateTime savedAt; ///< UTC
    bool isOpen = true; ///< it was being edited; false: put by for later
};

[[nodiscard]] QByteArray toFile(const Draft &draft);
/// Kind InputFile when it isn't a draft of this program.
[[nodiscard]] Result<Draft> draftFromFile(const QString &key, const QByteArray &text);

} // namespace queuesmith

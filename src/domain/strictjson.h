#pragma once

#include "domain/sentence.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <optional>

namespace queuesmith {

/// Largest document that is read unless more is allowed, in bytes, and how deep it may nest.
inline constexpr qsizetype kMaxJsonBytes = 8 * 1024 * 1024;
inline constexpr int kMaxJsonDepth = 200;

struct JsonSyntaxError {
    int line = 1; ///< from 1
    int column = 1; ///< from 1, in characters
    QString what; ///< e.g. `the key “name” appears twice`
};

/// An integer that 64 bits can't hold. Its place in the tree holds the nearest double.
struct OversizedInteger {
    QString path; ///< e.g. `overflow.overflowThreshold`, `skillGroups[1]`
    QString text; ///< as it was written
};

struct JsonParse {
    QJsonValue value; ///< meaningful only without an error
    QList<OversizedInteger> oversized;
    std::optional<JsonSyntaxError> error;
};

/// Reads JSON exactly as RFC 8259 has it, and refuses what leaves room for doubt: duplicate keys,
/// invalid UTF-8, more than `most` bytes or kMaxJsonDepth. Qt's own parser accepts all of these.
/// Integers of 64 bits stay exact.
[[nodiscard]] JsonParse parseStrictJson(const QByteArray &text, qsizetype most = kMaxJsonBytes);

/// The object that a text of our own is, for what must come back as it was stored: QJsonDocument
/// drops a U+FEFF that a value or key begins with.
[[nodiscard]] std::optional<QJsonObject> strictObject(const QByteArray &text);

/// What a value is, in words for a message: `a text`, `the number 1.5`, `null`, …
[[nodiscard]] Sentence describe(const QJsonValue &value);

/// The value as an integer, when it is a whole number that an integer of 64 bits holds.
[[nodiscard]] std::optional<qint64> wholeNumber(const QJsonValue &value);

/// The same object, put together anew: one that members were taken out of keeps their memory.
[[nodiscard]] QJsonObject packed(const QJsonObject &object);

} // namespace queuesmith

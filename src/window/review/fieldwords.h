#pragma once

#include <QJsonValue>
#include <QString>

#include <functional>

namespace queuesmith {

/// How ids are called; an empty text: not known.
struct FieldNames {
    std::function<QString(const QString &id)> queue;
    std::function<QString(const QString &id)> skill;
};

/// A field of a definition, or a top-level member, as a person calls it.
[[nodiscard]] QString fieldTitle(const QString &field);

/// Where a field stands in the form, from the top; one that isn't there comes last.
[[nodiscard]] int fieldRank(const QString &field);

/// What a field says, for a person: names instead of ids, `75 %`, `priority 4 · capacity 14`.
[[nodiscard]] QString fieldText(
    const QString &field, const QJsonValue &value, const FieldNames &names);

/// The same with the ids, one line for each part.
[[nodiscard]] QString fieldToolTip(
    const QString &field, const QJsonValue &value, const FieldNames &names);

} // namespace queuesmith

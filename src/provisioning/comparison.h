#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace queuesmith {

/// One declared field, held against what the tenant has.
struct FieldComparison {
    QString field; ///< top-level member
    bool same = false;
    QJsonValue ours;
    QJsonValue theirs;
};

/// Compares every member that we sent with the tenant's. Null equals absent, members that we didn't
/// send don't count, and skillGroups is a set.
[[nodiscard]] QList<FieldComparison> compareFields(
    const QJsonObject &ours, const QJsonObject &theirs);

/// Whether two values of a top-level member are the same, whichever of them has more members.
[[nodiscard]] bool isSameField(const QString &field, const QJsonValue &a, const QJsonValue &b);

/// Whether every field that we sent is there as we sent it.
[[nodiscard]] bool isIdentical(const QJsonObject &ours, const QJsonObject &theirs);

/// Names of the fields that differ, in a form for a sentence: `capacity, overflow`.
[[nodiscard]] QString differingFields(const QJsonObject &ours, const QJsonObject &theirs);

} // namespace queuesmith

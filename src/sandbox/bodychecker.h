#pragma once

#include "domain/error.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace queuesmith::sandbox {

using FieldErrors = QList<FieldError>;

/// Checks the members of a body one by one and collects everything that is wrong, with its path.
/// Written from the contract, apart from the rules that the program itself checks with, so that
/// each finds the other's mistakes.
class BodyChecker {
public:
    /// `errors` is the caller's and outlives this.
    BodyChecker(QJsonObject object, QString path, FieldErrors *errors);

    /// A required text of at least that many characters.
    QString text(QLatin1StringView key, qsizetype shortest = 0);
    void oneOf(QLatin1StringView key, const QStringList &words);
    std::optional<qint64> integer(QLatin1StringView key, qint64 lowest, qint64 highest);
    /// A required list, each entry a text (one of `words`, unless that is empty).
    QStringList textList(QLatin1StringView key, const QStringList &words = {});
    QJsonArray list(QLatin1StringView key);
    /// A required object; nothing, and reported, when it isn’t one.
    std::optional<BodyChecker> object(QLatin1StringView key);

    [[nodiscard]] QJsonValue value(QLatin1StringView key) const { return m_object.value(key); }
    [[nodiscard]] QString pathOf(QLatin1StringView key) const;
    void report(const QString &field, const QString &code, const QString &message);
    void wrongType(QLatin1StringView key, const QString &expected);

private:
    /// The member, or undefined and reported when it is missing.
    QJsonValue required(QLatin1StringView key);

    QJsonObject m_object;
    QString m_path;
    FieldErrors *m_errors;
};

} // namespace queuesmith::sandbox

#include "sandbox/bodychecker.h"

#include "domain/strictjson.h"

#include <utility>

namespace queuesmith::sandbox {

BodyChecker::BodyChecker(QJsonObject object, QString path, FieldErrors *errors)
    : m_object(std::move(object))
    , m_path(std::move(path))
    , m_errors(errors)
{
}

QString BodyChecker::pathOf(QLatin1StringView key) const
{
    return m_path.isEmpty() ? QString(key) : QString(m_path % u'.' % key);
}

void BodyChecker::report(const QString &field, const QString &code, const QString &message)
{
    m_errors->append({field, code, message});
}

void BodyChecker::wrongType(QLatin1StringView key, const QString &expected)
{
    report(pathOf(key), QStringLiteral("wrong_type"),
        QStringLiteral("%1 must be %2, but is %3.")
            .arg(pathOf(key), expected, describe(value(key)).english()));
}

QJsonValue BodyChecker::required(QLatin1StringView key)
{
    QJsonValue member = value(key);
    if (member.isUndefined())
        report(pathOf(key), QStringLiteral("required"),
            QStringLiteral("%1 is missing.").arg(pathOf(key)));
    return member;
}

QString BodyChecker::text(QLatin1StringView key, qsizetype shortest)
{
    const QJsonValue member = required(key);
    if (member.isUndefined())
        return {};
    if (!member.isString())
        wrongType(key, QStringLiteral("a text"));
    else if (member.toString().size() < shortest)
        report(pathOf(key), QStringLiteral("too_short"),
            QStringLiteral("%1 must not be empty.").arg(pathOf(key)));
    return member.toString();
}

void BodyChecker::oneOf(QLatin1StringView key, const QStringList &words)
{
    const QJsonValue member = required(key);
    if (member.isUndefined() || (member.isString() && words.contains(member.toString())))
        return;
    report(pathOf(key), QStringLiteral("not_allowed"),
        QStringLiteral("%1 must be one of %2.").arg(pathOf(key), words.join(QLatin1String(", "))));
}

std::optional<qint64> BodyChecker::integer(QLatin1StringView key, qint64 lowest, qint64 highest)
{
    const QJsonValue member = required(key);
    if (member.isUndefined())
        return std::nullopt;
    const std::optional<qint64> number = wholeNumber(member);
    if (!number)
        wrongType(key, QStringLiteral("a whole number"));
    else if (*number < lowest || *number > highest)
        report(pathOf(key), QStringLiteral("out_of_range"),
            QStringLiteral("%1 must be from %2 to %3.").arg(pathOf(key)).arg(lowest).arg(highest));
    return number;
}

QJsonArray BodyChecker::list(QLatin1StringView key)
{
    const QJsonValue member = required(key);
    if (!member.isUndefined() && !member.isArray())
        wrongType(key, QStringLiteral("a list"));
    return member.toArray();
}

QStringList BodyChecker::textList(QLatin1StringView key, const QStringList &words)
{
    QStringList texts;
    const QJsonArray entries = list(key);
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QString field = QStringLiteral("%1[%2]").arg(pathOf(key)).arg(i);
        const QString text = entries.at(i).toString();
        if (!entries.at(i).isString())
            report(field, QStringLiteral("wrong_type"),
                QStringLiteral("%1 must be a text.").arg(field));
        else if (!words.isEmpty() && !words.contains(text))
            report(field, QStringLiteral("not_allowed"),
                QStringLiteral("%1 must be one of %2.")
                    .arg(field, words.join(QLatin1String(", "))));
        texts.append(text);
    }
    return texts;
}

std::optional<BodyChecker> BodyChecker::object(QLatin1StringView key)
{
    const QJsonValue member = required(key);
    if (member.isObject())
        return BodyChecker(member.toObject(), pathOf(key), m_errors);
    if (!member.isUndefined())
        wrongType(key, QStringLiteral("an object"));
    return std::nullopt;
}

} // namespace queuesmith::sandbox

#include "sandbox/secretmask.h"

#include "domain/strictjson.h"
#include "sandbox/wiremessage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace queuesmith::sandbox {

namespace {

constexpr std::array<QLatin1StringView, 9> kSecretWords{QLatin1StringView("secret"),
    QLatin1StringView("token"), QLatin1StringView("password"), QLatin1StringView("authorization"),
    QLatin1StringView("cookie"), QLatin1StringView("api-key"), QLatin1StringView("api_key"),
    QLatin1StringView("apikey"), QLatin1StringView("credential")};

constexpr char kMask[] = "***";

bool namesSecret(const QString &name)
{
    // These tell about a token without being one.
    if (name == QLatin1String("token_type"))
        return false;
    return std::any_of(kSecretWords.cbegin(), kSecretWords.cend(),
        [&name](QLatin1StringView word) { return name.contains(word, Qt::CaseInsensitive); });
}

QJsonValue masked(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray array;
        const QJsonArray entries = value.toArray();
        for (const QJsonValue entry : entries)
            array.append(masked(entry));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        member.value() = namesSecret(member.key()) ? QJsonValue(QLatin1StringView(kMask))
                                                   : masked(member.value());
    return object;
}

} // namespace

QByteArray maskedJson(const QByteArray &body)
{
    if (!namesSecret(QString::fromUtf8(body)))
        return body;
    const JsonParse parsed = parseStrictJson(body);
    if (parsed.error || !(parsed.value.isObject() || parsed.value.isArray()))
        return "(left out: it may hold a secret)";
    const QJsonValue clean = masked(parsed.value);
    if (clean == parsed.value)
        return body;
    return (clean.isObject() ? QJsonDocument(clean.toObject()) : QJsonDocument(clean.toArray()))
        .toJson(QJsonDocument::Compact);
}

QByteArray maskedForm(const QByteArray &form)
{
    QList<QByteArray> pairs = form.split('&');
    for (QByteArray &pair : pairs) {
        const QByteArray name = pair.left(pair.indexOf('='));
        if (namesSecret(decoded(name)) && name.size() < pair.size())
            pair = name + '=' + kMask;
    }
    return pairs.join('&');
}

QByteArray maskedTarget(const QByteArray &target)
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? target : target.left(mark + 1) + maskedForm(target.mid(mark + 1));
}

} // namespace queuesmith::sandbox

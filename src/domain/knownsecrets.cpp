#include "domain/knownsecrets.h"

#include <QJsonArray>
#include <QJsonObject>

namespace queuesmith {

namespace {

constexpr int kLongWord = 8;
constexpr int kMostSecrets = 256;
constexpr QLatin1StringView kMask("***");

bool isInsideWord(const QString &text, qsizetype at, qsizetype length)
{
    const auto isLetter = [&text](qsizetype i) {
        return i >= 0 && i < text.size() && text.at(i).isLetterOrNumber();
    };
    return isLetter(at - 1) || isLetter(at + length);
}

} // namespace

void KnownSecrets::learn(const QByteArray &secret)
{
    const QMutexLocker locker(&m_mutex);
    // Percent-encoded it may come back from a form or a URL.
    for (const QByteArray &form : {secret, secret.toPercentEncoding()}) {
        const QString text = QString::fromUtf8(form);
        if (text.size() < kShortest || m_secrets.contains(text))
            continue;
        m_secrets.append(text);
        if (m_secrets.size() > kMostSecrets)
            m_secrets.removeFirst();
    }
}

QString KnownSecrets::masked(QString text) const
{
    m_mutex.lock();
    const QStringList secrets = m_secrets;
    m_mutex.unlock();
    // The newest first: a form of one may hold an older one.
    for (auto secret = secrets.crbegin(); secret != secrets.crend(); ++secret) {
        qsizetype at = text.indexOf(*secret, 0, Qt::CaseInsensitive);
        while (at >= 0) {
            if (secret->size() < kLongWord && isInsideWord(text, at, secret->size())) {
                ++at;
            } else {
                text.replace(at, secret->size(), kMask);
                at += kMask.size();
            }
            at = text.indexOf(*secret, at, Qt::CaseInsensitive);
        }
    }
    return text;
}

QByteArray KnownSecrets::masked(const QByteArray &text) const
{
    return masked(QString::fromUtf8(text)).toUtf8();
}

QJsonValue KnownSecrets::masked(const QJsonValue &value) const
{
    QJsonValue result = value;
    (void)maskIn(&result);
    return result;
}

Sentence KnownSecrets::masked(const Sentence &sentence) const
{
    return sentence.changed([this](const QString &text) { return masked(text); });
}

Error KnownSecrets::masked(const Error &error) const
{
    Error clean = error;
    clean.message = masked(error.message);
    clean.what = masked(error.what);
    // The sentence counts only while it is what the text was made from.
    if (!error.said.isEmpty() && error.said.english() == error.message)
        clean.say(masked(error.said));
    if (!error.saidWhat.isEmpty() && error.saidWhat.english() == error.what)
        clean.sayWhat(masked(error.saidWhat));
    clean.detail = masked(error.detail);
    clean.requestId = masked(error.requestId);
    for (FieldError &field : clean.fields)
        field = {masked(field.field), masked(field.code), masked(field.message)};
    return clean;
}

/// Copies only what holds a secret, since a result may be large.
bool KnownSecrets::maskIn(QJsonValue *value) const
{
    if (value->isString()) {
        const QString text = value->toString();
        const QString clean = masked(text);
        if (clean == text)
            return false;
        *value = clean;
        return true;
    }
    bool changed = false;
    if (value->isArray()) {
        const QJsonArray array = value->toArray();
        QJsonArray clean = array;
        for (qsizetype i = 0; i < array.size(); ++i) {
            QJsonValue item = array.at(i);
            if (!maskIn(&item))
                continue;
            clean[i] = item;
            changed = true;
        }
        if (changed)
            *value = clean;
    } else if (value->isObject()) {
        const QJsonObject object = value->toObject();
        QJsonObject clean = object;
        for (auto member = object.begin(); member != object.end(); ++member) {
            QJsonValue item = member.value();
            const QString name = masked(member.key());
            if (!maskIn(&item) && name == member.key())
                continue;
            clean.remove(member.key());
            clean.insert(name, item);
            changed = true;
        }
        if (changed)
            *value = clean;
    }
    return changed;
}

} // namespace queuesmith

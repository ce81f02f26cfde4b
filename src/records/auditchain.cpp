#include "records/auditchain.h"

#include "domain/strictjson.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QtEndian>

#include <algorithm>
#include <utility>
#include <vector>

namespace queuesmith {

namespace {
constexpr QByteArrayView kDomain{"queuesmith-audit-1"};
constexpr qint64 kLargestInteger = (qint64{1} << 53) - 1;

void appendEscape(QByteArray &out, char byte)
{
    switch (byte) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\b':
        out += "\\b";
        return;
    case '\f':
        out += "\\f";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        out += "\\u00" + QByteArray(1, byte).toHex();
    }
}

void appendString(QByteArray &out, const QByteArray &utf8)
{
    out += '"';
    for (const char byte : utf8) {
        const bool control = static_cast<unsigned char>(byte) < 0x20;
        if (control || byte == '"' || byte == '\\')
            appendEscape(out, byte);
        else
            out += byte;
    }
    out += '"';
}

void appendNumber(QByteArray &out, const QJsonValue &value)
{
    const std::optional<qint64> whole = wholeNumber(value);
    if (whole && *whole >= -kLargestInteger && *whole <= kLargestInteger)
        out += QByteArray::number(*whole);
    else if (whole)
        appendString(out, QByteArray::number(*whole));
    else
        appendString(
            out, QByteArray::number(value.toDouble(), 'g', QLocale::FloatingPointShortest));
}

void appendValue(QByteArray &out, const QJsonValue &value);

void appendArray(QByteArray &out, const QJsonArray &array)
{
    out += '[';
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (i > 0)
            out += ',';
        appendValue(out, array.at(i));
    }
    out += ']';
}

void appendObject(QByteArray &out, const QJsonObject &object)
{
    // QJsonObject sorts by UTF-16 code unit, which puts U+10000 before U+FFFD. The order of
    // UTF-8 bytes is the order of code points.
    std::vector<std::pair<QByteArray, QJsonValue>> members;
    members.reserve(static_cast<size_t>(object.size()));
    for (auto it = object.begin(); it != object.end(); ++it)
        members.emplace_back(it.key().toUtf8(), it.value());
    std::sort(members.begin(), members.end(),
        [](const auto &left, const auto &right) { return left.first < right.first; });

    out += '{';
    for (size_t i = 0; i < members.size(); ++i) {
        if (i > 0)
            out += ',';
        appendString(out, members[i].first);
        out += ':';
        appendValue(out, members[i].second);
    }
    out += '}';
}

void appendValue(QByteArray &out, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        out += value.toBool() ? "true" : "false";
        return;
    case QJsonValue::Double:
        appendNumber(out, value);
        return;
    case QJsonValue::String:
        appendString(out, value.toString().toUtf8());
        return;
    case QJsonValue::Array:
        appendArray(out, value.toArray());
        return;
    case QJsonValue::Object:
        appendObject(out, value.toObject());
        return;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    out += "null";
}

template <typename Integer> QByteArray bigEndian(Integer number)
{
    QByteArray bytes(sizeof(Integer), '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}
} // namespace

QByteArray canonicalJson(const QJsonValue &value)
{
    QByteArray out;
    appendValue(out, value);
    return out;
}

QByteArray genesisHash(const QString &logId)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(kDomain);
    hash.addData(logId.toUtf8());
    return hash.result();
}

QByteArray chainHash(qint64 seq, const QByteArray &previous, const QByteArray &payload)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView("\0", 1));
    hash.addData(kDomain);
    hash.addData(bigEndian(static_cast<quint64>(seq)));
    hash.addData(previous);
    hash.addData(bigEndian(static_cast<quint32>(payload.size())));
    hash.addData(payload);
    return hash.result();
}

} // namespace queuesmith

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace queuesmith::sandbox {

struct Header {
    QByteArray name;
    QByteArray value;
};

/// A name and its value of a query or of a form body, decoded.
struct FormItem {
    QString name;
    QString value;
};

/// A request as it came, whole.
struct WireRequest {
    QByteArray method;
    QByteArray target; ///< path and query, still encoded
    QList<Header> headers;
    QByteArray body;
    bool keepAlive = true;

    [[nodiscard]] QByteArray path() const; ///< the target without its query, still encoded
    [[nodiscard]] QList<FormItem> queryItems() const;
    [[nodiscard]] QByteArray header(QByteArrayView name) const; ///< empty when it isn't there
    [[nodiscard]] bool hasMediaType(QByteArrayView type) const; ///< parameters don't count
};

struct WireAnswer {
    int status = 200;
    QList<Header> headers; ///< toBytes() adds Date, Content-Length and Connection
    QByteArray body;
    QList<QByteArray> leftOut; ///< headers that toBytes() must not add, in lower case

    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

struct WireBytes {
    QByteArray head; ///< status line and headers, with the empty line
    QByteArray body;
};

/// As it goes over the wire. A header of the answer's own wins over an added one.
[[nodiscard]] WireBytes toBytes(const WireAnswer &answer, bool keepAlive, bool headRequest);

/// Decodes `a=1&b=2` as servers do: a plus sign is a space.
[[nodiscard]] QList<FormItem> formItems(const QByteArray &encoded);
[[nodiscard]] QString decoded(const QByteArray &encoded);

[[nodiscard]] WireAnswer jsonAnswer(int status, const QJsonObject &body);

} // namespace queuesmith::sandbox

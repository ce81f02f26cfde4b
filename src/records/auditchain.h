#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

namespace queuesmith {

/// The audit log's bytes and hashes. Pure, and fixed: a changed byte breaks every log that exists.

/// UTF-8 JSON, keys sorted by code point, no white space, no escape that JSON doesn't demand.
/// A number that isn't an integer within ±(2^53−1) becomes a string, so that every reader of the
/// payload sees the same value.
[[nodiscard]] QByteArray canonicalJson(const QJsonValue &value);

/// hash(0) = SHA-256( "queuesmith-audit-1" ‖ log_id )
[[nodiscard]] QByteArray genesisHash(const QString &logId);

/// hash(n) = SHA-256( 0x00 ‖ "queuesmith-audit-1" ‖ u64be(seq) ‖ hash(n-1) ‖ u32be(length) ‖
/// payload )
[[nodiscard]] QByteArray chainHash(
    qint64 seq, const QByteArray &previous, const QByteArray &payload);

} // namespace queuesmith

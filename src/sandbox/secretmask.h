#pragma once

#include <QByteArray>

namespace queuesmith::sandbox {

/// The same text with the values of secret members (client_secret, access_token, Authorization and
/// their kin) replaced by `***`. Text without such members is given back as it is, byte by byte.
/// What names a secret but can't be parsed is left out as a whole.
[[nodiscard]] QByteArray maskedJson(const QByteArray &body);
[[nodiscard]] QByteArray maskedForm(const QByteArray &form);
[[nodiscard]] QByteArray maskedTarget(const QByteArray &target); ///< of a request: path and query

} // namespace queuesmith::sandbox

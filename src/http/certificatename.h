#pragma once

#include <QString>

class QSslCertificate;

namespace queuesmith {

/// Whether a certificate that Qt takes for `host` is one by its subject alternative names. Qt is
/// content with the common name; RFC 9110, 4.3.4 asks it only where there is no such name.
[[nodiscard]] bool namesHost(const QSslCertificate &certificate, const QString &host);

} // namespace queuesmith

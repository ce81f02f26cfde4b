#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QString>

namespace queuesmith {

/// The first line of a file, without its line end. The file must not be readable by others.
[[nodiscard]] Result<QByteArray> readSecretFile(const QString &file);

/// Takes the secret out of the environment variable, so that no child process inherits it.
[[nodiscard]] QByteArray takeSecretFromEnvironment(const char *variable);

} // namespace queuesmith

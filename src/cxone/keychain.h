#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>

namespace queuesmith::keychain {

/// Client secrets of saved connections, in the desktop's keychain and nowhere else. Each call
/// returns at once; `done` is called once from the event loop, unless `context` died before. An
/// error has kind Storage, and code `no_keychain` when there is none on this computer, `no_secret`
/// when it holds none.
void readSecret(
    const QString &connectionName, QObject *context, std::function<void(Result<QByteArray>)> done);
void writeSecret(const QString &connectionName, const QByteArray &secret, QObject *context,
    std::function<void(Status)> done);
void removeSecret(
    const QString &connectionName, QObject *context, std::function<void(Status)> done);

} // namespace queuesmith::keychain

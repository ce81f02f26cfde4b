#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QObject>

#include <functional>

namespace queuesmith {

/// Gives the Authorization header of each attempt. Implemented above this layer.
class Authorizer {
public:
    Authorizer() = default;
    virtual ~Authorizer() = default;
    Authorizer(const Authorizer &) = delete;
    Authorizer &operator=(const Authorizer &) = delete;

    /// Calls `done` once, from the event loop, with the header's value (`Bearer …`), unless
    /// `context` died before.
    virtual void authorize(QObject *context, std::function<void(Result<QByteArray>)> done) = 0;

    /// The tenant refused this value with a 401: don't give it again.
    virtual void refused(const QByteArray &value) = 0;
};

} // namespace queuesmith

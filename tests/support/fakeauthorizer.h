#pragma once

#include "http/authorizer.h"

#include <QList>

#include <deque>

namespace queuesmith {

/// Gives scripted tokens: the first one until it is refused, then the next.
class FakeAuthorizer final : public Authorizer {
public:
    void authorize(QObject *context, std::function<void(Result<QByteArray>)> done) override
    {
        ++asked;
        if (hanging)
            return;
        QMetaObject::invokeMethod(
            context,
            [this, done = std::move(done)] {
                if (error)
                    done(*error);
                else
                    done(QByteArray("Bearer token-" + QByteArray::number(refusals.size() + 1)));
            },
            Qt::QueuedConnection);
    }
    void refused(const QByteArray &value) override { refusals.append(value); }

    int asked = 0;
    QList<QByteArray> refusals;
    std::optional<Error> error; ///< given instead of a token
    bool hanging = false; ///< never answers
};

} // namespace queuesmith

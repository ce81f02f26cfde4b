#include "sandbox/builtintenant.h"

#include "sandbox/sandboxserver.h"

namespace queuesmith {

BuiltInTenant::BuiltInTenant(QObject *parent)
    : QObject(parent)
{
}

BuiltInTenant::~BuiltInTenant()
{
    m_thread.quit();
    m_thread.wait();
}

void BuiltInTenant::start(const QByteArray &faults, std::function<void(Result<QUrl>)> done)
{
    SandboxOptions options;
    options.faults = faults;
    auto *server = new SandboxServer(options);
    server->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, server, &QObject::deleteLater);
    connect(&m_thread, &QThread::started, server, [this, server, done = std::move(done)] {
        const Status status = server->listen();
        const Result<QUrl> result =
            status ? Result<QUrl>(server->baseUrl()) : Result<QUrl>(status.error());
        QMetaObject::invokeMethod(this, [done, result] { done(result); });
    });
    m_thread.start();
}

} // namespace queuesmith

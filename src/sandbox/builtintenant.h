#pragma once

#include "domain/result.h"

#include <QObject>
#include <QThread>
#include <QUrl>

#include <functional>

namespace queuesmith {

class SandboxServer;

/// The built-in demo tenant, on a thread of its own so that it answers whatever this one does.
class BuiltInTenant final : public QObject {
    Q_OBJECT

public:
    static constexpr const char *kClientId = "demo";
    static constexpr const char *kClientSecret = "demo-secret";
    static constexpr qint64 kLicensedAgents = 500;

    explicit BuiltInTenant(QObject *parent = nullptr);
    ~BuiltInTenant() override;

    /// `done` is called once on this object's thread.
    void start(const QByteArray &faults, std::function<void(Result<QUrl>)> done);

private:
    QThread m_thread;
};

} // namespace queuesmith

#pragma once

#include "demotenant.h"
#include "domain/clock.h"
#include "window/session/tenantsession.h"

#include <QRegularExpression>
#include <QTemporaryDir>

#include <memory>

namespace queuesmith {

/// A session of the window against a demo tenant that is a process of its own, with an audit file
/// in a folder of the test's own.
class WindowBench {
public:
    /// For DemoTenant.
    explicit WindowBench(const QStringList &tenantOptions = {});

    /// Twelve queues and twenty skills unless told otherwise.
    DemoTenant tenant;

    [[nodiscard]] TenantSession &session() const { return *m_session; }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString auditFile() const { return path(QStringLiteral("audit.sqlite")); }

    /// To be changed before open().
    Connection connection;
    SessionOptions options;
    /// Opens the session, and waits until queues and skills are there; false after ten seconds.
    [[nodiscard]] bool open();
    /// The session without waiting for anything.
    void start();

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<TenantSession> m_session;
};

/// What Qt may say on a platform without a screen; anything else fails a test.
[[nodiscard]] QRegularExpression unexpectedWarnings();

} // namespace queuesmith

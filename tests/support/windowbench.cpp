#include "windowbench.h"

#include "patience.h"
#include "window/session/catalog.h"

#include <QTest>

namespace queuesmith {

WindowBench::WindowBench(const QStringList &tenantOptions)
    : tenant(tenantOptions)
{
    connection.name = QStringLiteral("Demo");
    connection.baseUrl = QUrl(tenant.url());
    connection.clientId = QStringLiteral("demo");
    connection.licensedAgents = 500;
    connection.environment = Environment::Test;
    options.auditFile = auditFile();
    options.historyFile = path(QStringLiteral("history.sqlite"));
    options.actor = QStringLiteral("tester");
    options.settleWindow = std::chrono::milliseconds(300);
}

void WindowBench::start()
{
    Result<TenantSession *> made = TenantSession::make(
        connection, "demo-secret", options, m_clock, [] { return 0.5; }, nullptr);
    if (!made)
        qFatal("The session could not be made: %s", qPrintable(made.error().message));
    m_session.reset(made.value());
    m_session->open();
}

bool WindowBench::open()
{
    start();
    return QTest::qWaitFor(
        [this] {
            return session().catalog().queueState().phase == LoadState::Phase::Ready
                && session().catalog().skillState().phase == LoadState::Phase::Ready;
        },
        kPatience);
}

QRegularExpression unexpectedWarnings()
{
    return QRegularExpression(QStringLiteral(
        "^(?!This plugin does not support (propagateSizeHints|raise|grabbing the keyboard))"));
}

} // namespace queuesmith

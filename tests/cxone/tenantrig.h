#pragma once

#include "cxone/tenantfactory.h"
#include "fakeclock.h"
#include "patience.h"
#include "scriptedserver.h"

#include <QTest>

#include <functional>
#include <optional>

namespace queuesmith {

/// A client of the dialect, and a server that gives it a token first.
struct TenantRig {
    static constexpr auto kHeaderValue = "wfm-header-4711";

    FakeClock clock;
    ScriptedServer server;
    QObject owner;
    TenantClient *tenant = nullptr;

    explicit TenantRig(const QByteArray &secret = "s", const QByteArray &scope = {})
    {
        const QByteArray scopes = scope.isEmpty() ? scope : R"(,"scope":")" + scope + '"';
        server.script(ScriptedAnswer::json(
            200, R"({"access_token":"t","token_type":"Bearer","expires_in":3600)" + scopes + '}'));
        Connection connection;
        connection.baseUrl = server.url(QStringLiteral("/"));
        connection.clientId = QStringLiteral("c");
        connection.wfm.headers = {{"X-Key", kHeaderValue}};
        TenantOptions options;
        options.limits.maxAttempts = 1;
        const auto made = connectTenant(
            connection, secret, options, clock, [] { return 0.0; }, &owner);
        if (made)
            tenant = made.value();
    }

    /// Lets the event loop run until `over` holds; false when it didn't for long.
    bool goOnUntil(const std::function<bool()> &over)
    {
        return QTest::qWaitFor(
            [&] {
                clock.advance(std::chrono::milliseconds(0));
                return over();
            },
            kPatience);
    }

    /// What `ask` gives to the `done` function that it is called with.
    template <typename T, typename Ask> T wait(Ask ask)
    {
        std::optional<T> answer;
        ask([&answer](const T &given) { answer = given; });
        (void)goOnUntil([&answer] { return answer.has_value(); });
        return answer.value_or(T(Error{}));
    }
    Result<Listing<Queue>> find(const QString &name)
    {
        return wait<Result<Listing<Queue>>>(
            [&](auto done) { tenant->findQueues(name, &owner, done); });
    }
};

} // namespace queuesmith

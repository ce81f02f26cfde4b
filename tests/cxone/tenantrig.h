#pragma once

#include "fakeclock.h"
#include "patience.h"
#include "scriptedserver.h"
#include "tenantfactory.h"

#include <QTest>

#include <optional>

namespace queuesmith {

/// A client of the dialect, and a server that gives it a token first.
struct TenantRig {
    FakeClock clock;
    ScriptedServer server;
    QObject owner;
    TenantClient *tenant = nullptr;

    TenantRig()
    {
        server.script(ScriptedAnswer::json(
            200, R"({"access_token":"t","token_type":"Bearer","expires_in":3600})"));
        Connection connection;
        connection.baseUrl = server.url(QStringLiteral("/"));
        connection.clientId = QStringLiteral("c");
        TenantOptions options;
        options.limits.maxAttempts = 1;
        const auto made = connectTenant(
            connection, "s", options, clock, [] { return 0.0; }, &owner);
        if (made)
            tenant = made.value();
    }

    /// What `ask` gives to the `done` function that it is called with.
    template <typename T, typename Ask> T wait(Ask ask)
    {
        std::optional<T> answer;
        ask([&answer](const T &given) { answer = given; });
        (void)QTest::qWaitFor(
            [&] {
                clock.advance(std::chrono::milliseconds(0));
                return answer.has_value();
            },
            kPatience);
        return answer.value_or(T(Error{}));
    }
    Result<Listing<Queue>> find(const QString &name)
    {
        return wait<Result<Listing<Queue>>>(
            [&](auto done) { tenant->findQueues(name, &owner, done); });
    }
};

} // namespace queuesmith

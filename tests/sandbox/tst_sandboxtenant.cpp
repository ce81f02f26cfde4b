#include "sandbox/sandboxtenant.h"
#include "sandboxbench.h"

#include <QRegularExpression>
#include <QTest>

using namespace queuesmith;
using namespace queuesmith::sandbox;
using namespace std::chrono_literals;

namespace {

class StillClock final : public Clock {
public:
    [[nodiscard]] std::chrono::milliseconds elapsed() const override { return now; }
    [[nodiscard]] QDateTime utcNow() const override { return start.addMSecs(now.count()); }
    Timer callAfter(std::chrono::milliseconds, QObject *, std::function<void()>) override
    {
        return {};
    }

    std::chrono::milliseconds now{5000};
    QDateTime start{QDate(2026, 3, 4), QTime(10, 20), Qt::UTC};
};

WireRequest tokenRequest()
{
    return {"POST", "/api/v2/oauth/token", {{"Content-Type", "application/x-www-form-urlencoded"}},
        "grant_type=client_credentials&client_id=demo&client_secret=demo-secret", true};
}

QByteArray bearer(SandboxTenant *tenant)
{
    const QByteArray body = tenant->handle(tokenRequest()).body;
    return "Bearer " + body.mid(body.indexOf("token\":\"") + 8, 43);
}

WireRequest skillsRequest(const QByteArray &authorization)
{
    return {"GET", "/api/v2/skills", {{"Authorization", authorization}}, {}, true};
}

QJsonArray json(const DemoEstate &estate)
{
    QJsonArray all;
    for (const QJsonObject &skill : estate.skills)
        all.append(skill);
    for (const QueueRecord &queue : estate.queues) {
        all.append(queue.json);
        HistoryQuery query;
        query.from = estate.historyFrom;
        query.to = estate.historyFrom.addDays(3);
        query.metrics = {QStringLiteral("waitTime"), QStringLiteral("abandonRate")};
        if (queue.profile)
            all.append(callHistory(*queue.profile, query, estate.simulatedDays.get()));
    }
    return all;
}

QString targetOf(const QueueRecord &queue)
{
    return queue.json[u"overflow"][u"overflowTargetId"].toString();
}

} // namespace

class TestSandboxTenant : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void tokensExpire()
    {
        StillClock clock;
        TenantSettings settings;
        settings.tokenLife = 60s;
        SandboxTenant tenant(settings, clock);
        const QByteArray token = bearer(&tenant);
        QCOMPARE(tenant.handle(skillsRequest(token)).status, 200);
        clock.now += 60s - 1ms;
        QCOMPARE(tenant.handle(skillsRequest(token)).status, 200);
        clock.now += 1ms;
        const WireAnswer expired = tenant.handle(skillsRequest(token));
        QCOMPARE(expired.status, 401);
        QVERIFY(expired.header("WWW-Authenticate").contains("invalid_token"));
        QCOMPARE(tenant.handle(skillsRequest(bearer(&tenant))).status, 200);
    }

    void limitsTheRate()
    {
        StillClock clock;
        TenantSettings settings;
        settings.rateLimit = 5;
        SandboxTenant tenant(settings, clock);
        const QByteArray token = bearer(&tenant); // takes one
        for (int i = 0; i < 4; ++i)
            QCOMPARE(tenant.handle(skillsRequest(token)).status, 200);
        const WireAnswer refused = tenant.handle(skillsRequest(token));
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.header("Retry-After"), QByteArray("1"));
        clock.now += 199ms;
        QCOMPARE(tenant.handle(skillsRequest(token)).status, 429);
        clock.now += 1ms;
        QCOMPARE(tenant.handle(skillsRequest(token)).status, 200);
        QCOMPARE(tenant.handle(skillsRequest(token)).status, 429);
        clock.now += 30min; // no more than a second's worth is saved up
        for (int i = 0; i < 5; ++i)
            QCOMPARE(tenant.handle(skillsRequest(token)).status, 200);
        QCOMPARE(tenant.handle(skillsRequest(token)).status, 429);
    }

    void copiesHaveNoEffect()
    {
        StillClock clock;
        SandboxTenant tenant({}, clock);
        const WireRequest gone{
            "DELETE", "/api/v2/queues/q-1", {{"Authorization", bearer(&tenant)}}, {}, true};
        SandboxTenant copy = tenant;
        QCOMPARE(copy.handle(gone).status, 204);
        QCOMPARE(tenant.estate().queues.size(), 60);
        QCOMPARE(tenant.handle(gone).status, 204);
        QCOMPARE(tenant.estate().queues.size(), 59);
    }

    void lacksOperations()
    {
        StillClock clock;
        TenantSettings settings;
        settings.lacks = QStringList{QStringLiteral("listQueues")};
        SandboxTenant tenant(settings, clock);
        const QByteArray token = bearer(&tenant);
        QCOMPARE(
            tenant.handle({"GET", "/api/v2/queues?name=x", {{"Authorization", token}}, {}, true})
                .status,
            404);
        QCOMPARE(tenant.handle({"GET", "/api/v2/queues/q-1", {{"Authorization", token}}, {}, true})
                     .status,
            200);
    }

    void refusesWhatCantLack_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<bool>("ok");
        QTest::newRow("assumed") << QStringLiteral("listQueues") << true;
        QTest::newRow("given") << QStringLiteral("createQueue") << false;
        QTest::newRow("token") << QStringLiteral("issueToken") << false;
        QTest::newRow("unknown") << QStringLiteral("listqueues") << false;
    }
    void refusesWhatCantLack()
    {
        QFETCH(QString, operation);
        SandboxOptions options = SandboxBench::smallEstate();
        options.lacks = QStringList{QStringLiteral("getQueue"), operation};
        SandboxServer server(options);
        const Status listening = server.listen();
        QTEST(listening.ok(), "ok");
        if (!listening)
            QVERIFY(listening.error().message.contains(operation));
    }

    void makesTheSameEstateFromTheSameSeed()
    {
        const QDateTime today(QDate(2026, 3, 4), QTime(10, 20), Qt::UTC);
        const QJsonArray first = json(makeEstate({60, 400, 90, 7}, today));
        QCOMPARE(json(makeEstate({60, 400, 90, 7}, today)), first);
        QVERIFY(json(makeEstate({60, 400, 90, 8}, today)) != first);
    }

    void makesALivelyEstate()
    {
        const DemoEstate estate =
            makeEstate({}, QDateTime(QDate(2026, 3, 4), QTime(0, 0), Qt::UTC));
        QCOMPARE(estate.skills.size(), 400);
        QCOMPARE(estate.queues.size(), 60);
        QSet<QString> names;
        QHash<QString, int> skillUse;
        int withoutTarget = 0;
        for (const QueueRecord &queue : estate.queues) {
            names.insert(queue.json[u"name"].toString());
            withoutTarget += targetOf(queue).isEmpty() ? 1 : 0;
            const QJsonArray skills = queue.json[u"skillGroups"].toArray();
            QVERIFY(!skills.isEmpty());
            for (const QJsonValue skill : skills) {
                QVERIFY(estate.hasSkill(skill.toString()));
                ++skillUse[skill.toString()];
            }
        }
        QCOMPARE(names.size(), 60);
        QVERIFY(withoutTarget > 5 && withoutTarget < 55);
        QVERIFY(
            std::any_of(skillUse.cbegin(), skillUse.cend(), [](int queues) { return queues > 1; }));
    }

    void overflowsEndlesslyNowhereButInTheLoop()
    {
        for (quint32 seed = 0; seed < 50; ++seed) {
            DemoEstate estate = makeEstate({40, 10, 1, seed}, QDateTime::currentDateTimeUtc());
            QCOMPARE(targetOf(*estate.findQueue(QStringLiteral("q-5"))), QStringLiteral("q-6"));
            QCOMPARE(targetOf(*estate.findQueue(QStringLiteral("q-6"))), QStringLiteral("q-7"));
            QCOMPARE(targetOf(*estate.findQueue(QStringLiteral("q-7"))), QStringLiteral("q-5"));
            for (const QueueRecord &queue : estate.queues) {
                QString at = targetOf(queue);
                for (int hops = 0; hops < 50 && !at.isEmpty(); ++hops)
                    at = targetOf(*estate.findQueue(at));
                const bool endless = !at.isEmpty();
                QCOMPARE(endless,
                    QStringList(
                        {QStringLiteral("q-5"), QStringLiteral("q-6"), QStringLiteral("q-7")})
                        .contains(queue.id()));
            }
        }
    }

    void lacksIntervals()
    {
        StillClock clock;
        TenantSettings settings;
        settings.lacks =
            QStringList{QStringLiteral("HALF_HOURLY"), QStringLiteral("QUARTER_HOURLY")};
        SandboxTenant tenant(settings, clock);
        const QByteArray token = bearer(&tenant);
        const auto statusOf = [&](const QByteArray &interval) {
            return tenant
                .handle({"POST", "/api/v2/analytics/queues/details/query",
                    {{"Authorization", token}, {"Content-Type", "application/json"}},
                    R"({"dateFrom":"P1D","dateTo":"NOW","interval":")" + interval
                        + R"(","groupBy":["queueId"],"metrics":["waitTime"],"filter":)"
                          R"({"path":"queueId","operator":"EQUALS","value":"q-1"}})",
                    true})
                .status;
        };
        QCOMPARE(statusOf("DAILY"), 200);
        QCOMPARE(statusOf("HOURLY"), 200);
        QCOMPARE(statusOf("HALF_HOURLY"), 400);
        QCOMPARE(statusOf("QUARTER_HOURLY"), 400);
    }

    void makesSmallEstates()
    {
        const QDateTime today(QDate(2026, 3, 4), QTime(0, 0), Qt::UTC);
        QCOMPARE(makeEstate({0, 0, 0, 1}, today).queues.size(), 0);
        const DemoEstate two = makeEstate({2, 1, 0, 1}, today);
        QCOMPARE(two.queues.size(), 2);
        QVERIFY(targetOf(two.queues.first()).isEmpty());
        QCOMPARE(makeEstate({600, 3, 1, 1}, today).queues.size(), 600);
    }
};

QTEST_GUILESS_MAIN(TestSandboxTenant)
#include "tst_sandboxtenant.moc"

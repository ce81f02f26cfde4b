#include "sandbox/secretmask.h"
#include "sandboxbench.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <optional>

using namespace queuesmith;
using namespace queuesmith::sandbox;

class TestSandboxLog : public QObject {
    Q_OBJECT

    std::optional<SandboxBench> m_bench;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_bench.emplace();
    }
    void cleanup() { m_bench.reset(); }

    void tellsEveryExchange()
    {
        const QByteArray body =
            QJsonDocument(SandboxBench::definition(QStringLiteral("New"))).toJson();
        const RawReply reply = m_bench->call("POST", "/api/v2/queues", body,
            {{"Content-Type", "application/json"}, {"Idempotency-Key", "k-1"},
                {"X-Request-Id", "r-1"}});
        QCOMPARE(m_bench->call("GET", "/api/v2/queues?page=2").status, 200);
        const QJsonArray log = m_bench->log();
        QCOMPARE(log.size(), 3);
        QCOMPARE(log.at(0)[u"path"].toString(), QStringLiteral("/api/v2/oauth/token"));
        QCOMPARE(log.at(1)[u"method"].toString(), QStringLiteral("POST"));
        QCOMPARE(log.at(1)[u"status"].toInt(), 201);
        QCOMPARE(log.at(1)[u"body"].toString().toUtf8(), body);
        QCOMPARE(log.at(1)[u"headers"][u"Idempotency-Key"].toString(), QStringLiteral("k-1"));
        QCOMPARE(log.at(1)[u"headers"][u"X-Request-Id"].toString(), QStringLiteral("r-1"));
        QCOMPARE(log.at(1)[u"responseBody"].toString().toUtf8(), reply.body);
        QCOMPARE(
            log.at(1)[u"responseHeaders"][u"ETag"].toString().toLatin1(), reply.header("ETag"));
        QCOMPARE(log.at(1)[u"faulted"], QJsonValue(false));
        QVERIFY(log.at(1)[u"milliseconds"].toInt(-1) >= 0);
        QCOMPARE(log.at(2)[u"path"].toString(), QStringLiteral("/api/v2/queues?page=2"));
    }

    void keepsSecretsOut()
    {
        const QByteArray token = m_bench->token();
        QVERIFY(token.size() > 20);
        const QByteArray form = "application/x-www-form-urlencoded";
        // The right way, and ways in which a secret goes astray.
        QVERIFY(m_bench
                    ->plain("POST", "/api/v2/oauth/token", R"({"client_secret":"canary-json"})",
                        {{"Content-Type", "application/json"}})
                    .status
            == 400);
        QVERIFY(m_bench
                    ->plain("POST", "/api/v2/oauth/token", "client_secret=canary-plain",
                        {{"Content-Type", "text/plain"}})
                    .status
            == 400);
        QVERIFY(m_bench
                    ->plain("POST", "/api/v2/oauth/token",
                        "client%5Fsecret=canary-encoded&client_id=demo", {{"Content-Type", form}})
                    .status
            == 400);
        QVERIFY(m_bench
                    ->plain("GET", "/api/v2/queues?access_token=canary-query", {},
                        {{"Authorization", "Bearer canary-bearer"}, {"Cookie", "canary-cookie"}})
                    .status
            == 401);
        const QJsonObject destination{{QStringLiteral("headers"),
            QJsonObject{{QStringLiteral("Authorization"), QStringLiteral("canary-wfm")}}}};
        QVERIFY(m_bench
                    ->postJson("/api/v2/eventstreams/exports",
                        {{QStringLiteral("destination"), destination}})
                    .status
            == 400);

        const QByteArray log = m_bench->plain("GET", "/_sandbox/log").body;
        QVERIFY(log.contains("client_id=demo"));
        QVERIFY(!log.contains("canary"));
        QVERIFY(!log.contains("demo-secret"));
        QVERIFY(!log.contains(token));
    }

    void masks_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("masked");
        QTest::newRow("untouched")
            << QByteArray("{ \"a\": 1.50 }") << QByteArray("{ \"a\": 1.50 }");
        QTest::newRow("value only")
            << QByteArray(R"({ "name":"Token Desk"})") << QByteArray(R"({ "name":"Token Desk"})");
        QTest::newRow("nested") << QByteArray(R"([{"a":{"X-Api-Key":"s"}}])")
                                << QByteArray(R"([{"a":{"X-Api-Key":"***"}}])");
        QTest::newRow("broken") << QByteArray("{\"password\":\"s")
                                << QByteArray("(left out: it may hold a secret)");
    }
    void masks()
    {
        QFETCH(QByteArray, text);
        QTEST(maskedJson(text), "masked");
    }
};

QTEST_GUILESS_MAIN(TestSandboxLog)
#include "tst_sandboxlog.moc"

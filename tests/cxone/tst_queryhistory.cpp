#include "cxone/queuesv2/queuesv2history.h"
#include "demotenant.h"
#include "patience.h"
#include "tenantrig.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace queuesmith;

namespace {

constexpr qint64 kStart = 1'772'409'600'000; // 2026-03-02T00:00:00Z

HistoryQuery queryOf(HistoryInterval interval, qint64 fromMs, qint64 toMs)
{
    return {QueueId{QStringLiteral("q-1")}, interval, {fromMs, toMs}, false};
}

HistoryQuery twoHours() { return queryOf(HistoryInterval::Hourly, kStart, kStart + 7'200'000); }

Result<HistoryAnswer> ask(TenantRig *rig, const HistoryQuery &query)
{
    return rig->wait<Result<HistoryAnswer>>(
        [&](auto done) { rig->tenant->queryHistory(query, &rig->owner, done); });
}

/// A client of the demo tenant.
struct DemoRig {
    DemoTenant demo;
    SystemClock clock;
    QObject owner;
    TenantClient *tenant = nullptr;

    explicit DemoRig(
        const QStringList &options = {}, const QString &client = QStringLiteral("demo"))
        : demo(options + QStringList{QStringLiteral("--days"), QStringLiteral("14")})
    {
        Connection connection;
        connection.baseUrl = QUrl(demo.url());
        connection.clientId = client;
        TenantOptions wanted;
        wanted.limits.maxAttempts = 2;
        wanted.limits.attemptTimeout = std::chrono::milliseconds(1500);
        const auto made = connectTenant(
            connection, "demo-secret", wanted, clock, [] { return 0.0; }, &owner);
        if (made)
            tenant = made.value();
    }

    Result<HistoryAnswer> ask(const HistoryQuery &query)
    {
        std::optional<Result<HistoryAnswer>> answer;
        tenant->queryHistory(
            query, &owner, [&answer](const Result<HistoryAnswer> &given) { answer = given; });
        (void)QTest::qWaitFor([&answer] { return answer.has_value(); }, kPatience);
        return answer.value_or(Error{});
    }
};

} // namespace

class TestQueryHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void asksAsTheContractDemands_data()
    {
        QTest::addColumn<bool>("words");
        QTest::addColumn<QByteArray>("body");
        const char *rest =
            R"("filter":{"operator":"EQUALS","path":"queueId","value":"q-1"},"groupBy":["queueId"],)";
        const char *metrics =
            R"("metrics":["waitTime","abandonRate","handleTime","callsHandled"]})";
        QTest::newRow("instants") << false
                                  << QByteArray(R"({"dateFrom":"2026-03-02T00:00:00Z",)"
                                                R"("dateTo":"2026-03-02T02:00:00Z",)")
                + rest + R"("interval":"HOURLY",)" + metrics;
        QTest::newRow("the contract's own words")
            << true
            << QByteArray(R"({"dateFrom":"P7D","dateTo":"NOW",)") + rest + R"("interval":"DAILY",)"
                + metrics;
    }
    void asksAsTheContractDemands()
    {
        QFETCH(bool, words);
        QFETCH(QByteArray, body);
        const HttpRequest request = queuesv2::queryDetails(QUrl(QStringLiteral("https://h/")),
            words ? HistoryQuery::simpleRule(QueueId{QStringLiteral("q-1")}, kStart) : twoHours());
        QCOMPARE(request.body, body);
        QCOMPARE(request.effect, HttpEffect::Reads);
    }

    void readsWhatCame_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QString>("records"); // start in hours and handled calls, ? for none
        QTest::addColumn<int>("faults");
        const auto row = [](const char *name, const char *data, const char *records, int faults) {
            QTest::newRow(name) << QByteArray(data) << QString::fromLatin1(records) << faults;
        };
        row("nothing", "", "", 0);
        row("two hours",
            R"({"dateFrom":"2026-03-02T00:00:00Z","metrics":{"callsHandled":{"sum":4}}},)"
            R"({"dateFrom":"2026-03-02T01:00:00Z","metrics":{"callsHandled":{"sum":0}}})",
            "0:4 1:0", 0);
        row("null and missing figures",
            R"({"dateFrom":"2026-03-02T00:00:00Z","metrics":{"callsHandled":{"sum":null}}},)"
            R"({"dateFrom":"2026-03-02T01:00:00Z","metrics":{}})",
            "0:? 1:?", 0);
        row("figures that are texts",
            R"({"dateFrom":"2026-03-02T00:00:00Z","metrics":{"callsHandled":{"sum":"NaN"}}})",
            "0:?", 0);
        row("no metrics at all", R"({"dateFrom":"2026-03-02T00:00:00Z"})", "0:?", 0);
        row("no times, as many as intervals",
            R"({"metrics":{"callsHandled":{"sum":1}}},{"metrics":{"callsHandled":{"sum":2}}})",
            "0:1 1:2", 2);
        row("no times, fewer than intervals", R"({"metrics":{"callsHandled":{"sum":1}}})", "?:1",
            1);
        row("a time that is none",
            R"({"dateFrom":"yesterday","metrics":{"callsHandled":{"sum":1}}},)"
            R"({"dateFrom":"tomorrow","metrics":{"callsHandled":{"sum":2}}})",
            "?:1 ?:2", 2);
        row("one of two without a time",
            R"({"metrics":{"callsHandled":{"sum":9}}},)"
            R"({"dateFrom":"2026-03-02T01:00:00Z","metrics":{"callsHandled":{"sum":2}}})",
            "1:2 ?:9", 1);
        row("out of order",
            R"({"dateFrom":"2026-03-02T01:00:00Z","metrics":{"callsHandled":{"sum":2}}},)"
            R"({"dateFrom":"2026-03-02T00:00:00Z","metrics":{"callsHandled":{"sum":1}}})",
            "0:1 1:2", 1);
        row("twice the same",
            R"({"dateFrom":"2026-03-02T00:00:00Z","metrics":{"callsHandled":{"sum":1}}},)"
            R"({"dateFrom":"2026-03-02T00:00:00Z","metrics":{"callsHandled":{"sum":2}}})",
            "0:1 0:2", 1);
        row("another queue's",
            R"({"queueId":"q-2","dateFrom":"2026-03-02T00:00:00Z"},)"
            R"({"queueId":"q-1","dateFrom":"2026-03-02T01:00:00Z"})",
            "1:?", 1);
        row("of another time",
            R"({"dateFrom":"2026-03-02T02:00:00Z"},{"dateFrom":"2026-03-01T23:00:00Z"},)"
            R"({"dateFrom":"2026-03-01T23:30:00Z"},{"dateFrom":"9999-01-01T00:00:00Z"})",
            "-0.5:?", 3);
        row("no records", R"(null,7,"x",[])", "", 4);
    }
    void readsWhatCame()
    {
        QFETCH(QByteArray, data);
        QFETCH(QString, records);
        QFETCH(int, faults);
        HttpResponse response;
        response.body = R"({"data":[)" + data + "]}";
        const auto answer = queuesv2::readHistory(response, twoHours());
        QVERIFY(answer);
        QStringList read;
        for (const MetricRecord &record : answer.value().records) {
            QCOMPARE(record.seconds, 3600.0);
            const auto hours = static_cast<double>(record.startMs.value_or(0) - kStart) / 3.6e6;
            read.append((record.startMs ? QString::number(hours) : QStringLiteral("?")) + u':'
                + (record.handled ? QString::number(*record.handled) : QStringLiteral("?")));
        }
        QCOMPARE(read.join(u' '), records);
        const HistoryFaults &found = answer.value().faults;
        QCOMPARE(found.otherQueue + found.outOfRange + found.noRecord + found.duplicates
                + found.outOfOrder + found.withoutTime + found.timesInferred,
            faults);
        QCOMPARE(sentencesOf(found).isEmpty(), faults == 0);
        QCOMPARE(sentencesOf(found).isEmpty(), faults == 0);
    }

    void whatIsNoAnswerGivesASentence_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("bad_answer");
        QTest::newRow("no data") << QByteArray("{}") << QStringLiteral("bad_answer");
        QTest::newRow("null") << QByteArray(R"({"data":null})") << QStringLiteral("bad_answer");
        QTest::newRow("a list") << QByteArray("[]") << QStringLiteral("bad_answer");
        QTest::newRow("garbage") << QByteArray("\x01\xff{") << QStringLiteral("bad_answer");
        QTest::newRow("half") << QByteArray("{\"data\":[{\"metri") << QStringLiteral("bad_answer");
        QTest::newRow("a page") << QByteArray("<html><body>Sign in</body></html>")
                                << QStringLiteral("html_answer");
        QByteArray many = R"({"data":[)";
        for (int i = 0; i < 20'000; ++i)
            many += R"({"metrics":{}},)";
        QTest::newRow("twenty thousand records")
            << many + R"({"metrics":{}}]})" << QStringLiteral("answer_too_large");
    }
    void whatIsNoAnswerGivesASentence()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, code);
        TenantRig rig;
        QVERIFY(rig.tenant);
        rig.server.script(ScriptedAnswer::json(200, body));
        const auto answer = ask(&rig, twoHours());
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, code);
        QCOMPARE(answer.error().kind, ErrorKind::BadAnswer);
        QVERIFY(answer.error().message.endsWith(u'.'));
    }

    void readsTheDemoTenant_data()
    {
        QTest::addColumn<int>("interval");
        QTest::addColumn<int>("records");
        const auto row = [](const char *name, HistoryInterval interval, int records) {
            QTest::newRow(name) << static_cast<int>(interval) << records;
        };
        row("daily", HistoryInterval::Daily, 7);
        row("hourly", HistoryInterval::Hourly, 168);
        row("half-hourly", HistoryInterval::HalfHourly, 336);
        row("quarter-hourly", HistoryInterval::QuarterHourly, 672);
    }
    void readsTheDemoTenant()
    {
        QFETCH(int, interval);
        QFETCH(int, records);
        DemoRig rig;
        QVERIFY(rig.tenant);
        const qint64 today = rig.clock.utcNow().toMSecsSinceEpoch() / kDayMs * kDayMs;
        const auto answer =
            rig.ask(queryOf(static_cast<HistoryInterval>(interval), today - 7 * kDayMs, today));
        QVERIFY(answer);
        QCOMPARE(answer.value().records.size(), records);
        QVERIFY(sentencesOf(answer.value().faults).isEmpty());
        QCOMPARE(answer.value().records.first().startMs, today - 7 * kDayMs);
        QVERIFY(answer.value().records.first().waitSumMs.has_value());
    }

    void readsTheSimpleRulesWeek()
    {
        DemoRig rig;
        QVERIFY(rig.tenant);
        const auto answer = rig.ask(HistoryQuery::simpleRule(
            QueueId{QStringLiteral("q-1")}, rig.clock.utcNow().toMSecsSinceEpoch()));
        QVERIFY(answer);
        QVERIFY(answer.value().records.size() == 7);
        QVERIFY(sentencesOf(answer.value().faults).isEmpty());
    }

    void tellsFromTheDemoTenant_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("requests");
        const auto row = [](const char *name, const char *fault, const char *code, int requests,
                             const QStringList &options = {}) {
            QTest::newRow(name) << options << QByteArray(fault) << QString::fromLatin1(code)
                                << requests;
        };
        row("lacks the interval", "", "bad_request", 1,
            {QStringLiteral("--lacks"), QStringLiteral("HOURLY")});
        row("no scope", R"("times":1,"do":{"status":403})", "forbidden", 1);
        row("busy once", R"("times":1,"do":{"status":503})", "", 2);
        row("throttled once", R"("times":1,"do":{"status":429,"headers":{"Retry-After":"0"}})", "",
            2);
        row("no HTTP at all", R"("times":9,"do":{"garbage":true})", "connection_closed", 2);
        row("garbage for good", R"("times":9,"do":{"status":200,"body":"?"})", "bad_answer", 2);
        row("a web page", R"("times":9,"do":{"html":true})", "html_answer", 1);
        row("cut once", R"("times":1,"do":{"truncate":40})", "", 2);
        row("closed once", R"("times":1,"do":{"close":"after"})", "", 2);
        row("drips on and on", R"("times":9,"do":{"dripMs":200})", "timeout", 2);
    }
    void tellsFromTheDemoTenant()
    {
        QFETCH(QStringList, options);
        QFETCH(QByteArray, fault);
        QFETCH(QString, code);
        QFETCH(int, requests);
        DemoRig rig(options);
        QVERIFY(rig.tenant);
        if (!fault.isEmpty())
            rig.demo.setFaults(
                R"([{"match":"POST /api/v2/analytics/queues/details/query",)" + fault + "}]");
        const qint64 now = rig.clock.utcNow().toMSecsSinceEpoch();
        const auto answer = rig.ask(queryOf(HistoryInterval::Hourly, now - kDayMs, now));
        QCOMPARE(answer.ok() ? QString() : answer.error().code, code);
        QCOMPARE(rig.demo.requests(QStringLiteral("POST"),
                     QStringLiteral("/api/v2/analytics/queues/details/query")),
            requests);
        if (code == QLatin1String("forbidden"))
            QCOMPARE(answer.error().missingScope, QStringLiteral("analytics:read"));
    }

    void canBeCancelled()
    {
        TenantRig rig;
        QVERIFY(rig.tenant);
        rig.server.script(ScriptedAnswer::hang());
        std::optional<Result<HistoryAnswer>> answer;
        Call *call = rig.tenant->queryHistory(twoHours(), &rig.owner,
            [&answer](const Result<HistoryAnswer> &given) { answer = given; });
        QTRY_COMPARE(rig.server.requests().size(), 2);
        call->cancel();
        QTRY_VERIFY(answer.has_value());
        QCOMPARE(answer->error().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestQueryHistory)
#include "tst_queryhistory.moc"

// `recommend QUEUE` and `recommend --all` against the demo tenant.

#include "commandrun.h"
#include "demotenant.h"
#include "domain/clock.h"
#include "records/records.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <csignal>
#include <cstdlib>

using namespace queuesmith;

namespace {

const QString kQuery = QStringLiteral("/api/v2/analytics/queues/details/query");

QByteArray onQuery(const char *rest)
{
    return R"([{"match":"POST /api/v2/analytics/queues/details/query",)" + QByteArray(rest) + "}]";
}

QStringList words(const char *text) { return QString::fromLatin1(text).split(u' '); }

QStringList codes(const QJsonValue &list)
{
    QStringList all;
    for (const QJsonValue code : list.toArray())
        all.append(code.toString());
    return all;
}

} // namespace

class TestRecommendTenant : public QObject {
    Q_OBJECT

    std::unique_ptr<DemoTenant> m_demo;
    std::unique_ptr<CommandBench> m_bench;

    /// Notes in the audit log that q-1's capacity was changed, or approved, just now.
    void noteChange(const QString &tenant, AuditAction action = AuditAction::QueueUpdated)
    {
        SystemClock clock;
        Records records(m_bench->auditFile(), clock);
        AuditRecord record;
        record.action = action;
        record.outcome = AuditOutcome::Success;
        record.queueId = QStringLiteral("q-1");
        record.queueName = QStringLiteral("Billing North");
        record.hasChange = true;
        record.before = QJsonObject{{QStringLiteral("capacity"), 8}};
        record.after = QJsonObject{{QStringLiteral("capacity"), 10}};
        records.setIdentity({QStringLiteral("a"), QStringLiteral("h"),
            tenantIdOf(QUrl(tenant), QStringLiteral("demo"))});
        bool done = false;
        records.open(this, [](const Status &status) { QVERIFY(status.ok()); });
        records.commit({{}, {}, {record}}, this, [&done](const Result<QList<qint64>> &seq) {
            QVERIFY(seq.ok());
            done = true;
        });
        QTRY_VERIFY(done);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_demo = std::make_unique<DemoTenant>(words("--days 60 --skills 400"));
        QVERIFY(!m_demo->url().isEmpty());
    }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_demo->reset();
        m_bench = std::make_unique<CommandBench>();
        m_bench->useTenant(m_demo->url());
        m_bench->setEnvironment(
            QStringLiteral("XDG_CACHE_HOME"), m_bench->path(QStringLiteral("c")));
    }

    void takesAnIdOrAName_data()
    {
        QTest::addColumn<QString>("queue");
        QTest::newRow("an id") << QStringLiteral("q-1");
        QTest::newRow("a name") << QStringLiteral("Billing North");
    }
    void takesAnIdOrAName()
    {
        QFETCH(QString, queue);
        const CommandResult result = m_bench->run({QStringLiteral("recommend"), queue});
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.json[u"queueId"].toString(), QStringLiteral("q-1"));
        for (const char *member : {"recommendedCapacity", "modelCapacity", "range", "action",
                 "confidence", "reasons", "warnings", "data", "curve", "explanation"})
            QVERIFY2(result.json.contains(QLatin1StringView(member)), member);
        QCOMPARE(result.json[u"currentCapacity"].toInt(), 10);
        QCOMPARE(result.json[u"policy"].toString(), QStringLiteral("erlang"));
        const QJsonValue evidence = result.json[u"evidence"];
        QVERIFY(evidence[u"intervals"].toInt() >= 28 * 96);
        QCOMPARE(evidence[u"intervals"].toInt(), result.json[u"data"][u"intervalsRead"].toInt());
        QVERIFY(evidence[u"from"].toString() < evidence[u"to"].toString());
    }

    void takesDaysPolicyAndTargets()
    {
        const QString targets = m_bench->write(QStringLiteral("targets.json"),
            R"({"sl":0.99,"slSeconds":1,"asa":0.1,"abandon":null,"shrinkage":0.5})");
        const CommandResult result = m_bench->run(words("--days 7 --time-zone Etc/UTC --targets")
            + QStringList{targets} + words("recommend q-1"));
        QCOMPARE(result.exitCode, 0);
        QVERIFY(result.json[u"evidence"][u"intervals"].toInt() < 8 * 96);
        QVERIFY(codes(result.json[u"reasons"]).contains(QLatin1String("WAIT_ABOVE_TARGET")));
        const int agents = result.json[u"requiredAgents"].toInt();
        QCOMPARE(result.json[u"modelCapacity"].toInt(), 2 * agents);

        const CommandResult weighted =
            m_bench->run(words("--policy threshold-weighted recommend q-1"));
        QCOMPARE(weighted.exitCode, 0);
        QCOMPARE(weighted.json[u"policy"].toString(), QStringLiteral("threshold-weighted"));
    }

    void theSimpleRuleAsksItsOwnQuestion()
    {
        const CommandResult result =
            m_bench->run(words("--days 14 --policy threshold recommend q-4"));
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.json[u"policy"].toString(), QStringLiteral("threshold"));
        QCOMPARE(result.json[u"evidence"][u"intervals"].toInt(), 7);
        QCOMPARE(result.json[u"recommendedCapacity"].toInt(), 11); // 10 · 1.10
        int queries = 0;
        const QJsonArray log = m_demo->log();
        for (const QJsonValue entry : log) {
            if (!entry[u"path"].toString().endsWith(kQuery))
                continue;
            ++queries;
            for (const char *part :
                {R"("dateFrom":"P7D")", R"("dateTo":"NOW")", R"("interval":"DAILY")"})
                QVERIFY2(entry[u"body"].toString().contains(QLatin1StringView(part)), part);
        }
        QCOMPARE(queries, 1);
    }

    void isRefused_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QByteArray>("targets");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *command, const char *targets, int exitCode,
                             const char *says) {
            QTest::newRow(QByteArray(QByteArray(command) + ' ' + targets).constData())
                << QString::fromLatin1(command) << QByteArray(targets) << exitCode
                << QString::fromUtf8(says);
        };
        row("recommend", "", 2, "argument");
        row("recommend --all q-1", "", 2, "argument");
        row("--days 0 recommend q-1", "", 2, "--days");
        row("--days x recommend q-1", "", 2, "--days");
        row("--days 7 queues list", "", 2, "recommend");
        row("--capacity 3 recommend q-1", "", 2, "--history");
        row("--interval DAILY recommend q-1", "", 2, "--history");
        row("--history f --days 3 recommend", "", 2, "--days");
        row("--history f recommend q-1", "", 2, "argument");
        row("--policy magic recommend q-1", "", 2, "policy");
        row("--policy room recommend q-1", "", 2, "room");
        row("--capacity 5 recommend q-1", "", 2, "--capacity");
        row("--interval DAILY recommend --all", "", 2, "--interval");
        row("--time-zone Mars recommend q-1", "", 2, "--time-zone");
        row("recommend q-1", R"({"sll":0.8})", 2, "sll");
        row("recommend q-1", R"({"sl":"much"})", 2, "sl");
        row("recommend q-1", "[]", 2, "object");
        row("recommend q-1", "{\n \"sl\": }", 2, "targets.json:2:8");
        row("recommend nobody", "", 1, "nobody");
    }
    void isRefused()
    {
        QFETCH(QString, command);
        QFETCH(QByteArray, targets);
        QFETCH(int, exitCode);
        QFETCH(QString, says);
        QStringList arguments = command.split(u' ');
        if (!targets.isEmpty())
            arguments += {QStringLiteral("--targets"),
                m_bench->write(QStringLiteral("targets.json"), targets)};
        const CommandResult result = m_bench->run(arguments);
        QCOMPARE(result.exitCode, exitCode);
        QVERIFY2(result.messages.contains(says), qPrintable(result.messages));
        QCOMPARE(m_demo->requests(QStringLiteral("POST"), kQuery), 0);
    }

    void tellsWhatIsMissing()
    {
        m_demo->setFaults(onQuery(R"("times":1,"do":{"status":403})"));
        const CommandResult result = m_bench->run(words("recommend q-1"));
        QCOMPARE(result.exitCode, 4);
        QCOMPARE(
            result.json[u"error"][u"missingScope"].toString(), QStringLiteral("analytics:read"));
    }

    void retriesWhatMayPass()
    {
        m_demo->setFaults(
            onQuery(R"("times":1,"do":{"status":429,"headers":{"Retry-After":"1"}})"));
        const CommandResult result = m_bench->run(words("--days 1 recommend q-1"));
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(m_demo->requests(QStringLiteral("POST"), kQuery), 2);
    }

    void aQueueWithoutHistoryIsKept()
    {
        const CommandResult result = m_bench->run(words("recommend q-10"));
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.json[u"action"].toString(), QStringLiteral("keep"));
        QCOMPARE(codes(result.json[u"reasons"]), QStringList(QStringLiteral("NO_DATA")));
        QCOMPARE(result.json[u"evidence"][u"intervals"].toInt(), 0);
    }

    void aRecentChangeIsKnownFromTheLog_data()
    {
        QTest::addColumn<bool>("sameTenant");
        QTest::addColumn<AuditAction>("action");
        QTest::addColumn<bool>("isKnown");
        QTest::newRow("of this tenant") << true << AuditAction::QueueUpdated << true;
        QTest::newRow("of another tenant") << false << AuditAction::QueueUpdated << false;
        QTest::newRow("approved only") << true << AuditAction::CapacityApproved << false;
    }
    void aRecentChangeIsKnownFromTheLog()
    {
        QFETCH(bool, sameTenant);
        QFETCH(AuditAction, action);
        QFETCH(bool, isKnown);
        noteChange(sameTenant ? m_demo->url() : QStringLiteral("https://other"), action);
        const CommandResult result = m_bench->run(words("recommend q-1"));
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(codes(result.json[u"reasons"]).contains(QLatin1String("RECENT_CHANGE")), isKnown);
    }

    void restsOnWhatCapacityMeans()
    {
        const CommandResult result =
            m_bench->run(words("--capacity-reading waiting recommend q-1"));
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.json[u"policy"].toString(), QStringLiteral("room"));
    }

    void asksOnlyForWhatIsNew()
    {
        QCOMPARE(m_bench->run(words("recommend q-1")).exitCode, 0);
        const int first = m_demo->requests(QStringLiteral("POST"), kQuery);
        const CommandResult again = m_bench->run(words("recommend q-1"));
        QCOMPARE(again.exitCode, 0);
        QCOMPARE(first, 5);
        QCOMPARE(m_demo->requests(QStringLiteral("POST"), kQuery), first + 1);
        QVERIFY(QFileInfo::exists(m_bench->path(QStringLiteral("c/queuesmith/history.sqlite"))));
    }

    void theDemoLeavesNoCache()
    {
        m_bench->setOptions(words("--demo"));
        const CommandResult result = m_bench->run(words("--days 1 recommend q-1"));
        QCOMPARE(result.exitCode, 0);
        QVERIFY(!QFileInfo::exists(m_bench->path(QStringLiteral("c/queuesmith"))));
    }

    void allOfThemLargestChangeFirst()
    {
        const CommandResult result = m_bench->run(words("recommend --all"));
        QCOMPARE(result.exitCode, 0);
        const QJsonArray all = result.json[u"recommendations"].toArray();
        QCOMPARE(all.size(), 12);
        int before = 10'000;
        QStringList actions;
        for (const QJsonValue one : all) {
            const int change =
                std::abs(one[u"recommendedCapacity"].toInt() - one[u"currentCapacity"].toInt());
            QVERIFY(change <= before);
            before = change;
            actions.append(one[u"action"].toString());
            QVERIFY(!one[u"queueId"].toString().isEmpty());
            QVERIFY(one[u"evidence"].isObject());
            QVERIFY(one[u"backTest"][u"code"].isString());
        }
        for (const char *action : {"keep", "increase", "decrease"})
            QVERIFY2(actions.contains(QLatin1StringView(action)), action);
        QVERIFY(result.messages.contains(QLatin1String("12 of 12")));
        const CommandResult table = m_bench->runBare(m_bench->options() + words("recommend --all"));
        QCOMPARE(table.output.count('\n'), 13);
    }

    void oneThatFailsDoesntEndIt()
    {
        m_demo->setFaults(onQuery(R"("times":1,"do":{"status":422})"));
        const CommandResult result = m_bench->run(words("--days 7 recommend --all"));
        QCOMPARE(result.exitCode, 5);
        QCOMPARE(result.json[u"recommendations"].toArray().size(), 11);
        QCOMPARE(result.json[u"failed"].toArray().size(), 1);
        QCOMPARE(result.json[u"failed"][0][u"queueId"].toString(), QStringLiteral("q-1"));
        QVERIFY(result.messages.contains(QLatin1String("Billing North")));
    }

    void fallsBackToDays()
    {
        DemoTenant daysOnly(words("--days 60 --lacks QUARTER_HOURLY --lacks HALF_HOURLY "
                                  "--lacks HOURLY"));
        m_bench->useTenant(daysOnly.url());
        const CommandResult result = m_bench->run(words("recommend q-1"));
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.json[u"evidence"][u"interval"].toString(), QStringLiteral("DAILY"));
        QCOMPARE(result.json[u"evidence"][u"intervals"].toInt(), 28);
        QVERIFY(codes(result.json[u"warnings"]).contains(QLatin1String("COARSE_INTERVALS")));
        QVERIFY(result.messages.contains(QLatin1String("DAILY")));
    }

    void withoutTimesTheWeightedRuleStillApplies()
    {
        QJsonArray days;
        for (int i = 0; i < 5; ++i)
            days.append(QJsonObject{{QStringLiteral("metrics"),
                QJsonObject{
                    {QStringLiteral("waitTime"), QJsonObject{{QStringLiteral("sum"), 4'000'000}}},
                    {QStringLiteral("callsHandled"), QJsonObject{{QStringLiteral("sum"), 100}}}}}});
        const auto rule = [](int times, const QJsonObject &what) {
            return QJsonObject{{QStringLiteral("match"), QString(QStringLiteral("POST ") + kQuery)},
                {QStringLiteral("times"), times}, {QStringLiteral("do"), what}};
        };
        const QByteArray answer =
            QJsonDocument(QJsonObject{{QStringLiteral("data"), days}}).toJson();
        m_demo->setFaults(
            QJsonDocument(QJsonArray{rule(3, {{QStringLiteral("status"), 400}}),
                              rule(1,
                                  {{QStringLiteral("status"), 200},
                                      {QStringLiteral("body"), QString::fromUtf8(answer)}})})
                .toJson());
        const CommandResult result =
            m_bench->run(words("--policy threshold-weighted recommend q-1"));
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.json[u"recommendedCapacity"].toInt(), 11); // 40 s a call, 10 · 1.1
        QVERIFY(result.messages.contains(QLatin1String("without a usable time")));
    }

    void canBeInterrupted_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("one queue") << QStringLiteral("q-1");
        QTest::newRow("all queues") << QStringLiteral("--all");
    }
    void canBeInterrupted()
    {
        QFETCH(QString, what);
        m_demo->setFaults(onQuery(R"("times":99,"do":{"hang":true})"));
        const auto process =
            m_bench->start(m_bench->options() + QStringList{QStringLiteral("recommend"), what});
        QVERIFY(m_demo->awaitRequests(QStringLiteral("POST"), kQuery, 1));
        ::kill(static_cast<pid_t>(process->processId()), SIGINT);
        QCOMPARE(CommandBench::finish(*process).exitCode, 130);
    }
};

QTEST_GUILESS_MAIN(TestRecommendTenant)
#include "tst_recommendtenant.moc"

// `recommend --history` and `model`: results from files alone, and a clear word for files that
// don't serve.

#include "commandrun.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace queuesmith;

namespace {

QByteArray vectors(const QString &name)
{
    QFile file(QStringLiteral(CAPACITY_VECTORS "/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// One of the shared scenarios.
QJsonObject scenario(const QString &id = QStringLiteral("dev-1"))
{
    const QJsonArray all = QJsonDocument::fromJson(vectors(QStringLiteral("scenarios_dev.json")))
                               .object()
                               .value(u"scenarios")
                               .toArray();
    for (const QJsonValue &one : all) {
        if (one.toObject().value(u"id") == id)
            return one.toObject();
    }
    return {};
}

/// Half-hours of a tenant, as the contract has them.
QByteArray tenantRecords(int count, bool withTimes)
{
    QByteArray text("[");
    for (int i = 0; i < count; ++i) {
        if (i > 0)
            text += ',';
        const QString time = QStringLiteral("2025-03-%1T%2:00:00Z")
                                 .arg(3 + i / 10 % 28, 2, 10, QLatin1Char('0'))
                                 .arg(8 + i % 10, 2, 10, QLatin1Char('0'));
        text += '{';
        if (withTimes)
            text += "\"dateFrom\":\"" + time.toLatin1() + "\",";
        text += R"("metrics":{"callsHandled":{"sum":30},"abandonRate":{"average":0.02},)"
                R"("waitTime":{"sum":1500000},"handleTime":{"sum":5400000}}})";
    }
    return text + ']';
}

} // namespace

class TestRecommendFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void recommendsFromAScenario()
    {
        const CommandBench bench;
        const QString file = bench.write(QStringLiteral("s.json"), scenario());
        const CommandResult result = bench.runBare({QStringLiteral("--json"),
            QStringLiteral("recommend"), QStringLiteral("--history"), file});
        QVERIFY2(result.exitCode == 0, qPrintable(result.messages));
        QCOMPARE(result.json.value(u"recommendedCapacity").toInt(), 14);
        QCOMPARE(result.json.value(u"modelCapacity").toInt(), 15);
        const QJsonObject evidence = result.json.value(u"evidence").toObject();
        QCOMPARE(evidence.value(u"intervals").toInt(), 400);
        QCOMPARE(evidence.value(u"from").toString(), QStringLiteral("2025-03-03T08:00:00Z"));
        QVERIFY(!QFile::exists(bench.auditFile()));
    }

    void tellsAPersonWhy()
    {
        const CommandBench bench;
        const QString file = bench.write(QStringLiteral("s.json"), scenario());
        const CommandResult result =
            bench.runBare({QStringLiteral("recommend"), QStringLiteral("--history"), file});
        QCOMPARE(result.exitCode, 0);
        for (const char *part :
            {"Raise the capacity from 9. Step to 14 now; the model needs 15 (12–16).",
                "12.1 % of callers hung up; your limit is 5 %.", "limited to one step (14 now)",
                "The deciding target is abandonment (5 %), on ", "Busy day on target",
                "Measured: average wait 14.5 s, 12.1 % of callers hung up. The measured waits are "
                "those of about 9 agents.",
                "Was the model right before?", "Calls: ", "Evidence: 400 intervals from 2025-03-03",
                "\nNot modelled: next month's volume is taken to be like the past weeks'."})
            QVERIFY2(result.output.contains(part), result.output.constData());
    }

    void asksFirstWhetherTheAgentsWorkElsewhere()
    {
        const CommandBench bench;
        const QString file =
            bench.write(QStringLiteral("s.json"), scenario(QStringLiteral("dev-11")));
        const CommandResult result =
            bench.runBare({QStringLiteral("recommend"), QStringLiteral("--history"), file});
        QVERIFY2(result.output.startsWith("Are this queue's agents shared with other queues, or "
                                          "not signed in? The waits look as if only about 13 "),
            result.output.constData());
        QCOMPARE(result.output.count("Are this queue's agents"), 1);
        QVERIFY2(result.output.contains("Keep the capacity of 20."), result.output.constData());
    }

    void anExpectedChangeOfVolume_data()
    {
        QTest::addColumn<QString>("percent");
        QTest::addColumn<int>("capacity");
        QTest::newRow("as the scenario has it") << QString() << 20;
        QTest::newRow("less than it has") << QStringLiteral("0") << 18;
        QTest::newRow("with its sign") << QStringLiteral("+12") << 20;
        QTest::newRow("a fraction, with a percent sign") << QStringLiteral("12.0%") << 20;
        QTest::newRow("fewer calls") << QStringLiteral("-25") << 15;
    }
    void anExpectedChangeOfVolume()
    {
        QFETCH(QString, percent);
        QFETCH(int, capacity);
        const CommandBench bench;
        QStringList call{QStringLiteral("--json"), QStringLiteral("recommend"),
            QStringLiteral("--history"),
            bench.write(QStringLiteral("s.json"), scenario(QStringLiteral("dev-9")))};
        if (!percent.isEmpty())
            call += {QStringLiteral("--volume-change"), percent};
        const CommandResult result = bench.runBare(call);
        QVERIFY2(result.exitCode == 0, qPrintable(result.messages));
        QCOMPARE(result.json.value(u"recommendedCapacity").toInt(), capacity);
        const QJsonObject test = result.json.value(u"backTest").toObject();
        QVERIFY(test.value(u"volume").toObject().value(u"bias").isDouble());
    }

    void offersTheSeenChangeOfVolume()
    {
        const CommandBench bench;
        const QString file =
            bench.write(QStringLiteral("s.json"), scenario(QStringLiteral("dev-10")));
        const auto run = [&](const QStringList &options) {
            return bench
                .runBare(QStringList{QStringLiteral("recommend"), QStringLiteral("--history"), file}
                    + options)
                .output;
        };
        const QByteArray silent = run({});
        QVERIFY2(silent.contains("give --volume-change +"), silent.constData());
        QVERIFY2(silent.contains("the present 16 lies within"), silent.constData());
        const QByteArray told = run({QStringLiteral("--volume-change"), QStringLiteral("12")});
        QVERIFY2(!told.contains("give --volume-change"), told.constData());
        QVERIFY2(told.contains("with the change that you expect (+12 %)"), told.constData());
    }

    void takesAPolicyAndTargets()
    {
        const CommandBench bench;
        const QString file = bench.write(QStringLiteral("s.json"), scenario());
        const QString targets = bench.write(
            QStringLiteral("t.json"), R"({"sl":null,"asa":null,"abandon":null,"occupancy":1})");
        const auto run = [&](const QStringList &options) {
            return bench.runBare(QStringList{QStringLiteral("--json"), QStringLiteral("recommend"),
                                     QStringLiteral("--history"), file}
                + options);
        };
        const CommandResult simple = run({QStringLiteral("--policy"), QStringLiteral("threshold")});
        QCOMPARE(simple.json.value(u"policy").toString(), QStringLiteral("threshold"));
        QCOMPARE(simple.json.value(u"recommendedCapacity").toInt(), 9);
        QVERIFY(simple.json.value(u"triggered").toBool());
        const CommandResult free = run({QStringLiteral("--targets"), targets});
        QCOMPARE(free.json.value(u"reasons").toArray().first().toString(),
            QStringLiteral("TARGETS_NOT_MEASURABLE"));
    }

    void takesATenantsRecords()
    {
        const CommandBench bench;
        const QString file = bench.write(QStringLiteral("r.json"), tenantRecords(100, true));
        const CommandResult result =
            bench.runBare({QStringLiteral("--json"), QStringLiteral("recommend"),
                QStringLiteral("--history"), file, QStringLiteral("--capacity"),
                QStringLiteral("4"), QStringLiteral("--interval"), QStringLiteral("HALF_HOURLY"),
                QStringLiteral("--time-zone"), QStringLiteral("Europe/Berlin"),
                QStringLiteral("--licensed-agents"), QStringLiteral("50")});
        QVERIFY2(result.exitCode == 0, qPrintable(result.messages));
        QCOMPARE(result.json.value(u"currentCapacity").toInt(), 4);
        QCOMPARE(result.json.value(u"action").toString(), QStringLiteral("increase"));
        QCOMPARE(result.json.value(u"data").toObject().value(u"days").toInt(), 10);
    }

    void recordsWithoutTimesServeTheSimpleRulesOnly()
    {
        const CommandBench bench;
        const QString file = bench.write(QStringLiteral("r.json"), tenantRecords(20, false));
        const auto run = [&](const char *policy) {
            return bench.runBare({QStringLiteral("--json"), QStringLiteral("recommend"),
                QStringLiteral("--history"), file, QStringLiteral("--capacity"),
                QStringLiteral("10"), QStringLiteral("--interval"), QStringLiteral("DAILY"),
                QStringLiteral("--policy"), QLatin1String(policy)});
        };
        const CommandResult modelled = run("erlang");
        QCOMPARE(modelled.exitCode, 0);
        QVERIFY(modelled.messages.contains(QLatin1StringView("None of the 20 records has a time")));
        QCOMPARE(modelled.json.value(u"reasons").toArray(), QJsonArray{QStringLiteral("NO_DATA")});
        QCOMPARE(run("threshold").json.value(u"recommendedCapacity").toInt(), 11);
        const CommandResult weighted = run("threshold-weighted");
        QCOMPARE(weighted.json.value(u"meanWaitSeconds").toDouble(), 50.0);
        QVERIFY(weighted.messages.isEmpty());
    }

    void badFiguresGetASentence()
    {
        const CommandBench bench;
        QByteArray text(R"({"config":{"currentCapacity":5},"intervals":[null,7,"x",{},)");
        for (const char *sum : {"null", "\"NaN\"", "-5", "1000000000000", "1e308"})
            text += QByteArray(R"({"start":"2025-03-03T09:00:00Z","durationSec":1800,"metrics":{)")
                + R"("callsHandled":{"sum":)" + sum + R"(},"waitTime":{"sum":)" + sum
                + R"(},"handleTime":{"sum":)" + sum + "}}},";
        text.chop(1);
        const CommandResult result =
            bench.runBare({QStringLiteral("--json"), QStringLiteral("recommend"),
                QStringLiteral("--history"), bench.write(QStringLiteral("b.json"), text + "]}")});
        QVERIFY2(result.exitCode == 0, qPrintable(result.messages));
        QVERIFY(!result.json.value(u"explanation").toArray().isEmpty());
        QCOMPARE(result.json.value(u"data").toObject().value(u"intervalsUsed").toInt(), 1);
    }

    void twoHundredThousandRecordsAreTaken()
    {
        const CommandBench bench;
        const QString file = bench.write(QStringLiteral("r.json"), tenantRecords(200'000, true));
        const CommandResult result =
            bench.runBare({QStringLiteral("--json"), QStringLiteral("recommend"),
                QStringLiteral("--history"), file, QStringLiteral("--capacity"),
                QStringLiteral("4"), QStringLiteral("--interval"), QStringLiteral("HALF_HOURLY")});
        QVERIFY2(result.exitCode == 0, qPrintable(result.messages));
        QCOMPARE(result.json.value(u"data").toObject().value(u"intervalsRead").toInt(), 200'000);
    }

    void evaluatesEveryModel_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("header");
        const auto row = [](const char *model, const char *file, const char *header) {
            QTest::newRow(model) << QString::fromLatin1(model) << QString::fromLatin1(file)
                                 << QByteArray(header);
        };
        row("erlang-b", "erlang_b_dev.csv", "id,blocking,ln_blocking");
        row("erlang-c", "erlang_c_dev.csv",
            "id,status,load,p_wait,asa_s,sl,occupancy,lq,wait_p50_s,wait_p80_s,wait_p95_s");
        row("erlang-a", "erlang_a_dev.csv",
            "id,status,load,p_wait,p_abandon,ew_all_s,asa_served_s,sl_offered,"
            "p_abandon_within_T,p_virtual_wait_gt_T,occupancy,lq,served_wait_p80_s,"
            "served_wait_p95_s");
        row("mmnk", "mmnk_dev.csv",
            "id,load,p_block,p_wait,p_abandon,ew_accepted_s,asa_served_s,sl_offered,occupancy,"
            "lq");
        row("staffing", "staffing_dev.csv",
            "id,status,raw_agents,positions,binding_at_n_minus_1,sl,asa_s,p_abandon,occupancy,"
            "p_block,p_wait");
    }
    void evaluatesEveryModel()
    {
        QFETCH(QString, model);
        QFETCH(QString, file);
        QFETCH(QByteArray, header);
        const CommandBench bench;
        const QByteArray rows = vectors(file);
        const CommandResult result = bench.runBare({QStringLiteral("model"), model,
            QStringLiteral("--vectors"), bench.write(QStringLiteral("v.csv"), rows)});
        QVERIFY2(result.exitCode == 0, qPrintable(result.messages));
        const QList<QByteArray> lines = result.output.trimmed().split('\n');
        QCOMPARE(lines.first(), header);
        QCOMPARE(lines.size(), rows.trimmed().split('\n').size());
        const QList<QByteArray> expectedHeader = rows.split('\n').first().trimmed().split(',');
        const QList<QByteArray> expected = rows.split('\n').at(9).trimmed().split(',');
        const QList<QByteArray> found = lines.at(9).split(',');
        const QList<QByteArray> names = header.split(',');
        for (qsizetype i = 0; i < names.size(); ++i) {
            const QByteArray should = expected.at(expectedHeader.indexOf(names.at(i)));
            bool isNumber = false;
            const double value = should.toDouble(&isNumber);
            if (isNumber)
                QVERIFY(qAbs(found.at(i).toDouble() - value) <= 1e-9 * qAbs(value));
            else
                QCOMPARE(found.at(i), should);
        }
    }

    void anExtremeRowHasAFiniteResult_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("cells"); // %1 is the extreme
        QTest::addColumn<QByteArray>("extreme");
        const auto rows = [](const char *model, const char *column, const char *header,
                              const char *cells, const QByteArrayList &extremes) {
            for (const QByteArray &extreme : extremes)
                QTest::addRow("%s, %s %s", model, column, extreme.constData())
                    << QString::fromLatin1(model) << QByteArray(header) << QByteArray(cells)
                    << extreme;
        };
        const QByteArrayList tiny{"1e-320", "4.9406564584124654e-324", "1e-308", "1e-200", "0"};
        constexpr auto a = "id,n,lambda_per_hour,aht_s,patience_s,T_s";
        rows("erlang-a", "aht_s", a, "x,3,60,%1,120,20", tiny);
        rows("erlang-a", "lambda_per_hour", a, "x,3,%1,300,120,20", tiny);
        rows("erlang-a", "patience_s", a, "x,3,60,300,%1,20", tiny);
        rows("erlang-a", "T_s", a, "x,3,60,300,120,%1", tiny);
        constexpr auto c = "id,n,lambda_per_hour,aht_s,T_s";
        rows("erlang-c", "aht_s", c, "x,3,60,%1,20", tiny);
        rows("erlang-c", "lambda_per_hour", c, "x,3,%1,300,20", tiny);
    }
    void anExtremeRowHasAFiniteResult()
    {
        QFETCH(QString, model);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, cells);
        QFETCH(QByteArray, extreme);
        const CommandBench bench;
        const QByteArray rows = header + '\n' + QByteArray(cells).replace("%1", extreme) + '\n';
        const CommandResult result = bench.runBare({QStringLiteral("model"), model,
            QStringLiteral("--vectors"), bench.write(QStringLiteral("v.csv"), rows)});
        QVERIFY2(result.exitCode == 0 || result.exitCode == 2, // not a crash
            qPrintable(result.messages));
        if (result.exitCode == 2) {
            QVERIFY2(
                result.messages.contains(QLatin1StringView(":2:")), qPrintable(result.messages));
            return;
        }
        const QList<QByteArray> lines = result.output.trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        for (const QByteArray &cell : lines.last().split(',')) {
            const QByteArray word = cell.toLower();
            QVERIFY2(!word.contains("nan") && !word.contains("inf"), lines.last().constData());
        }
    }

    void readsCsvAsItComes()
    {
        const CommandBench bench;
        const QString file = bench.write(QStringLiteral("v.csv"),
            "\xEF\xBB\xBFload,\"n\",note,id\r\n\"2\",2,\"a, "
            "\"\"b\"\"\r\nc\",\"x,1\"\r\n\r\n0,1,,y\r\n");
        const CommandResult result = bench.runBare({QStringLiteral("model"),
            QStringLiteral("erlang-b"), QStringLiteral("--vectors"), file});
        QCOMPARE(result.output,
            QByteArray("id,blocking,ln_blocking\n"
                       "\"x,1\",0.40000000000000002,-0.91629073187415511\ny,0,-inf\n"));
    }

    void aBadRowIsSaidWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("part");
        const auto row = [](const char *text, const char *part) {
            QTest::newRow(text) << QByteArray(text) << QString::fromUtf8(part);
        };
        row("id,n\n1,2\n", ":1:1: the column “load” is missing");
        row("id,n,load\n1,2,3\n2,ten,3\n", ":3:3: “n” must be a number");
        row("id,n,load\n1,2,NaN\n", ":2:5: “load”");
        row("id,n,load\n1,2,-1\n", ":2:5: “load”");
        row("id,n,load\n1,2\n", ":2:1: 2 cells, but the header has 3");
        row("id,n,load\n1,\"2,3\n", "a quoted cell doesn't end");
        row("", ":1:1: there is no header line");
        row("id,n,load\n1,\xFF,3\n", ":1:1: not UTF-8 text");
    }
    void aBadRowIsSaidWithItsPlace()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, part);
        const CommandBench bench;
        const CommandResult result =
            bench.runBare({QStringLiteral("model"), QStringLiteral("erlang-b"),
                QStringLiteral("--vectors"), bench.write(QStringLiteral("v.csv"), text)});
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.messages.contains(part), qPrintable(result.messages));
        QVERIFY(result.output.isEmpty());
    }

    void isRefused_data()
    {
        QTest::addColumn<QByteArray>("text"); // of the history
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("part"); // of the message
        const auto row = [](const char *text, const char *options, const char *part) {
            QTest::addRow("%s %s", text, options)
                << QByteArray(text) << QString::fromUtf8(options) << QString::fromUtf8(part);
        };
        row("[]", "", "--capacity N and --interval WORD");
        row("[]", "--capacity 5", "--interval");
        row("[]", "--capacity 5 --interval WEEKLY", "WEEKLY");
        row("[]", "--capacity five --interval DAILY", "--capacity");
        row("{}", "", "neither a scenario");
        row("{\"config\":{},\n\"intervals\":[}", "", ":2:14: ");
        row("{\"config\":{\"sl\":80},\"intervals\":[]}", "", "“sl” must be a number from 0 to 1");
        row("{\"config\":{},\"intervals\":[]}", "--policy guess", "--policy");
        row("{\"config\":{},\"intervals\":[]}", "--policy room", "capacity means agents");
        row("{\"config\":{},\"intervals\":[]}", "--time-zone Mars", "--time-zone");
        row("{\"config\":{},\"intervals\":[]}", "--volume-change ten", "as +12.5");
        row("{\"config\":{},\"intervals\":[]}", "--volume-change -100", "from -99");
        row("{\"config\":{},\"intervals\":[]}", "--volume-change nan", "--volume-change");
        row("{\"config\":{},\"intervals\":[]}", "--targets absent.json", "absent.json");
        row("{\"config\":{},\"intervals\":[]}", "--vectors x", "--vectors goes with: model");
    }
    void isRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, options);
        QFETCH(QString, part);
        const CommandBench bench;
        const CommandResult result =
            bench.runBare(QStringList{QStringLiteral("recommend"), QStringLiteral("--history"),
                              bench.write(QStringLiteral("h.json"), text)}
                + options.split(u' ', Qt::SkipEmptyParts));
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.messages.contains(part), qPrintable(result.messages));
        QVERIFY(result.output.isEmpty());
    }

    void aModelNeedsItsVectors()
    {
        const CommandBench bench;
        const CommandResult model =
            bench.runBare({QStringLiteral("model"), QStringLiteral("erlang-b")});
        QCOMPARE(model.exitCode, 2);
        QVERIFY(model.messages.contains(QLatin1StringView("--vectors FILE.csv")));
    }
};

QTEST_GUILESS_MAIN(TestRecommendFile)
#include "tst_recommendfile.moc"

// What is refused before anything is sent that changes the tenant.

#include "commandrun.h"
#include "demotenant.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace queuesmith;

namespace {

/// `severity field code` of each problem.
QStringList problemsOf(const CommandResult &result)
{
    QStringList found;
    const QJsonArray problems = result.json.value(QLatin1StringView("problems")).toArray();
    for (const QJsonValue &problem : problems)
        found.append(problem[QLatin1StringView("severity")].toString() + u' '
            + problem[QLatin1StringView("field")].toString() + u' '
            + problem[QLatin1StringView("code")].toString());
    found.sort();
    return found;
}

QJsonObject merged(QJsonObject base, const QByteArray &changes)
{
    const QJsonObject more = QJsonDocument::fromJson(changes).object();
    for (auto member = more.begin(); member != more.end(); ++member)
        base.insert(member.key(), member.value());
    return base;
}

} // namespace

class TestRejection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void checksAgainstTheTenant_data()
    {
        QTest::addColumn<QString>("tenantOptions");
        QTest::addColumn<QByteArray>("changes"); // of the sample
        QTest::addColumn<QStringList>("expected"); // problems, besides shared_skills
        QTest::addColumn<bool>("valid");
        const auto row = [](const char *name, const QByteArray &changes,
                             const QStringList &expected, bool valid, const char *options = "") {
            QTest::newRow(name) << QString::fromLatin1(options) << changes << expected << valid;
        };
        const QString target = QStringLiteral(" overflow.overflowTargetId ");
        row("nothing to say", {}, {}, true);
        row("name taken", R"({"name":"Sales North"})", {QStringLiteral("error name name_taken")},
            false);
        row("another case", R"({"name":"billing north"})",
            {QStringLiteral("warning name name_lookalike")}, true);
        row("a blank less", R"({"name":"BillingNorth"})",
            {QStringLiteral("warning name name_lookalike")}, true);
        row("unknown skill", R"({"skillGroups":["skill_group_id_1","nobody"]})",
            {QStringLiteral("error skillGroups[1] skill_missing")}, false);
        row("overflow to nowhere", R"({"overflow":{"overflowTargetId":"q-99"}})",
            {u"error" + target + u"overflow_missing"}, false);
        row("overflow to itself, by its name",
            R"({"name":"Billing North","overflow":{"overflowTargetId":"q-1"}})",
            {QStringLiteral("error name name_taken"), u"error" + target + u"overflow_self"}, false);
        row("overflow into a loop", R"({"overflow":{"overflowTargetId":"q-5"}})",
            {u"error" + target + u"overflow_loop"}, false);
        row("no overflow", R"({"overflow":{}})", {u"info" + target + u"overflow_none"}, true);
        row("above the licence", R"({"capacity":501,"skillGroups":[]})",
            {QStringLiteral("error capacity licence_exceeded")}, false);
        row("at the licence", R"({"capacity":500,"skillGroups":[]})", {}, true);
        row("more than hold the skill", R"({"capacity":499,"skillGroups":["skill_group_id_9"]})",
            {QStringLiteral("warning capacity capacity_above_agents")}, true);
        row("a rule that says otherwise",
            R"({"routingRules":[{"type":"priority","value":6},{"type":"capacity","value":9}]})",
            {QStringLiteral("warning routingRules[0].value rule_disagrees"),
                QStringLiteral("warning routingRules[1].value rule_disagrees")},
            true);
        row("a skill twice", R"({"skillGroups":["skill_group_id_1","skill_group_id_1"]})",
            {QStringLiteral("warning skillGroups[1] duplicate_skill")}, true);
        row("can't list queues", {},
            {QStringLiteral("warning name name_unchecked"),
                u"warning" + target + u"overflow_unchecked"},
            true, "--lacks listQueues");
        row("several at once",
            R"({"capacity":501,"skillGroups":["a","b"],"overflow":{"overflowTargetId":"c"}})",
            {QStringLiteral("error capacity licence_exceeded"),
                u"error" + target + u"overflow_missing",
                QStringLiteral("error skillGroups[0] skill_missing"),
                QStringLiteral("error skillGroups[1] skill_missing")},
            false);
        row("from the last of several pages", R"({"skillGroups":["skill_group_id_250"]})", {}, true,
            "--skills 250");
    }
    void checksAgainstTheTenant()
    {
        QFETCH(QString, tenantOptions);
        QFETCH(QByteArray, changes);
        QFETCH(QStringList, expected);
        QFETCH(bool, valid);
        DemoTenant tenant(tenantOptions.split(u' ', Qt::SkipEmptyParts));
        CommandBench bench;
        bench.useTenant(tenant.url());
        const QString file = bench.write(QStringLiteral("q.json"), merged(springSale(), changes));

        const CommandResult validated = bench.run({QStringLiteral("validate"), file});
        QStringList found = problemsOf(validated);
        found.removeAll(QStringLiteral("info skillGroups shared_skills"));
        expected.sort();
        QCOMPARE(found, expected);
        QCOMPARE(validated.json.value(QLatin1StringView("valid")), QJsonValue(valid));
        QCOMPARE(validated.exitCode, valid ? 0 : 3);
        QVERIFY(!QFile::exists(bench.auditFile())); // it changes and records nothing

        const CommandResult provisioned = bench.run({QStringLiteral("provision"), file});
        QCOMPARE(problemsOf(provisioned), problemsOf(validated));
        QCOMPARE(provisioned.exitCode, valid ? 0 : 3);
        QCOMPARE(
            provisioned.outcome(), valid ? QStringLiteral("created") : QStringLiteral("rejected"));
        QCOMPARE(tenant.creations(), valid ? 1 : 0);
        if (!valid)
            expectRejectedOnRecord(bench, provisioned);
    }

    void tellsWhatIsShared()
    {
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url());
        int sharing = 0;
        int declared = springSale().value(QLatin1StringView("capacity")).toInt();
        const QJsonArray queues = tenant.queues();
        for (const QJsonValue &queue : queues) {
            if (!queue[QLatin1StringView("skillGroups")].toArray().contains(
                    QStringLiteral("skill_group_id_1")))
                continue;
            ++sharing;
            declared += queue[QLatin1StringView("capacity")].toInt();
        }
        QVERIFY(sharing > 0);
        const CommandResult result = bench.run(
            {QStringLiteral("validate"), bench.write(QStringLiteral("q.json"), springSale())});
        const QJsonValue problem = result.json.value(QLatin1StringView("problems"))[0];
        QCOMPARE(problem[QLatin1StringView("code")].toString(), QStringLiteral("shared_skills"));
        const QString message = problem[QLatin1StringView("message")].toString();
        QVERIFY2(message.contains(QString::number(sharing))
                && message.contains(QString::number(declared)),
            qPrintable(message));
    }

    void wrongTypesAreProblemsWithAPath_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const QByteArray &text, const QStringList &expected) {
            QTest::newRow(name) << text << expected;
        };
        row("no object", "[]", {QStringLiteral("error definition wrong_type")});
        row("nothing in it", "{}",
            {QStringLiteral("error capacity required"), QStringLiteral("error name required")});
        row("half an agent", R"({"name":"Q","capacity":1.5})",
            {QStringLiteral("error capacity wrong_type")});
        row("a text for a number", R"({"name":"Q","capacity":"8"})",
            {QStringLiteral("error capacity wrong_type")});
        row("nobody", R"({"name":"Q","capacity":0})",
            {QStringLiteral("error capacity out_of_range")});
        row("too many", R"({"name":"Q","capacity":5001})",
            {QStringLiteral("error capacity out_of_range")});
        row("beyond 64 bits", R"({"name":"Q","capacity":99999999999999999999})",
            {QStringLiteral("error capacity integer_too_large")});
        row("beyond 64 bits in a member that nobody knows",
            R"({"name":"Q","capacity":8,"x":{"y":[99999999999999999999]}})",
            {QStringLiteral("error x.y[0] integer_too_large")});
        row("no name", R"({"name":"  ","capacity":8})", {QStringLiteral("error name empty")});
        row("a blank at the end of the name", R"({"name":"Spring Sale ","capacity":8})",
            {QStringLiteral("error name name_outer_blank")});
        row("a name with nothing to see", R"({"name":"\u200b\u2060","capacity":8})",
            {QStringLiteral("error name name_invisible")});
        row("a control character", R"({"name":"Spring\u001b Sale","capacity":8})",
            {QStringLiteral("error name name_control_character")});
        row("a control character at the end", R"({"name":"Spring Sale\n","capacity":8})",
            {QStringLiteral("error name name_control_character"),
                QStringLiteral("error name name_outer_blank")});
        row("everything at once",
            R"({"name":7,"capacity":null,"priority":10,"overflow":{"overflowThreshold":0},)"
            R"("skillGroups":[1,""],"routingRules":[{"type":"priority","value":"x"}]})",
            {QStringLiteral("error capacity wrong_type"), QStringLiteral("error name wrong_type"),
                QStringLiteral("error overflow.overflowThreshold out_of_range"),
                QStringLiteral("error priority out_of_range"),
                QStringLiteral("error routingRules[0].value wrong_type"),
                QStringLiteral("error skillGroups[0] wrong_type"),
                QStringLiteral("error skillGroups[1] empty")});
    }
    void wrongTypesAreProblemsWithAPath()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, expected);
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url());
        const QString file = bench.write(QStringLiteral("q.json"), text);
        for (const char *command : {"validate", "provision"}) {
            const CommandResult result = bench.run({QString::fromLatin1(command), file});
            QCOMPARE(result.exitCode, 3);
            QCOMPARE(problemsOf(result), expected);
        }
        QCOMPARE(tenant.log().size(), 0);
        QCOMPARE(bench.story(), QStringList{QStringLiteral("VALIDATION_REJECTED rejected")});
    }

    void unreadableFilesEndWithAPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place"); // LINE:COLUMN
        QTest::addColumn<QString>("part"); // of the message
        const auto row = [](const char *name, const QByteArray &text, const char *place,
                             const char *part) {
            QTest::newRow(name) << text << QString::fromLatin1(place) << QString::fromLatin1(part);
        };
        row("empty", "", "1:1", "");
        row("cut off", "{\"name\":\"Q\",\n \"capacity\":", "2:13", "");
        row("a comma too many", "{\"name\":\"Q\",\n\"capacity\":8,\n}", "3:1", "");
        row("no quotes", "{name:\"Q\"}", "1:3", "");
        row("a comment", "{\"name\":\"Q\" // why\n}", "1:13", "");
        row("a key twice", "{\"name\":\"Q\",\n  \"name\":\"R\"}", "2:8", "name");
        row("a key twice, deep inside", "{\"x\":{\"a\":1,\"b\":2,\"a\":3}}", "1:21", "a");
        row("invalid UTF-8", "{\"name\":\"\xff\"}", "1:10", "");
        row("a lone surrogate's bytes", "{\"name\":\"\xed\xa0\x80\"}", "1:11", "");
        row("umlauts count as one", "{\"n\xc3\xa4m\xc3\xa9\":}", "1:9", "");
        row("too deep", QByteArray(100'000, '['), "1:201", "deep");
        row("huge", "{\"name\":\"" + QByteArray(9 * 1024 * 1024, 'x') + "\"}", "1:1", "8 MiB");
        row("a NUL", QByteArray("{\"name\":\"Q\"}\0", 13), "1:13", "NUL");
        row("more than one value", "{} {}", "1:4", "");
    }
    void unreadableFilesEndWithAPlace()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, place);
        QFETCH(QString, part);
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url());
        const QString file = bench.write(QStringLiteral("q.json"), text);
        for (const char *command : {"validate", "provision"}) {
            const CommandResult result = bench.run({QString::fromLatin1(command), file});
            QCOMPARE(result.exitCode, 2);
            QVERIFY2(result.messages.startsWith(file + u':' + place + QLatin1StringView(": ")),
                qPrintable(result.messages.left(500)));
            QVERIFY2(result.messages.contains(part), qPrintable(result.messages.left(500)));
            QVERIFY(result.messages.size() < 1000); // and not the whole file
            QCOMPARE(result.errorCode(), QStringLiteral("input_file"));
        }
        QCOMPARE(tenant.log().size(), 0);
        QVERIFY(!QFile::exists(bench.auditFile()));
    }

    void aFileThatIsntThere()
    {
        CommandBench bench;
        bench.useTenant(QStringLiteral("http://127.0.0.1:9"));
        const CommandResult result =
            bench.run({QStringLiteral("provision"), bench.path(QStringLiteral("none.json"))});
        QCOMPARE(result.exitCode, 2);
        QVERIFY(result.messages.contains(QLatin1StringView("none.json")));
        QVERIFY(!QFile::exists(bench.auditFile()));
    }

    void unknownMembersAreSentOn()
    {
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url());
        const QByteArray more = R"({"x-site":{"floor":9007199254740993,"list":[true,null,"ä"]}})";
        const CommandResult result = bench.run({QStringLiteral("provision"),
            bench.write(QStringLiteral("q.json"), merged(springSale(), more))});
        QCOMPARE(result.outcome(), QStringLiteral("created"));
        const QJsonValue site = tenant.queues().last()[QLatin1StringView("x-site")];
        QCOMPARE(site[QLatin1StringView("floor")].toInteger(), 9007199254740993LL);
        QCOMPARE(site[QLatin1StringView("list")],
            QJsonValue(QJsonArray{true, QJsonValue::Null, QStringLiteral("ä")}));
    }

    void whatTheTenantAssignsIsntSent()
    {
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url());
        const CommandResult result = bench.run({QStringLiteral("provision"),
            bench.write(QStringLiteral("q.json"),
                merged(springSale(), R"({"id":"q-1","dateCreated":"2024-01-08T12:48:22.000Z"})"))});
        QCOMPARE(result.outcome(), QStringLiteral("created"));
        QCOMPARE(result.exitCode, 0);
        QVERIFY(problemsOf(result).contains(QStringLiteral("warning id server_assigned")));
        QVERIFY(
            result.json.value(QLatin1StringView("queueId")).toString() != QLatin1StringView("q-1"));
    }

    void aMissingScopeIsSaidBeforeAnythingIsSent()
    {
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url(), QStringLiteral("demo-readonly"));
        const QString file = bench.write(QStringLiteral("q.json"), springSale());
        QCOMPARE(bench.run({QStringLiteral("validate"), file}).exitCode, 0);
        const CommandResult result = bench.run({QStringLiteral("provision"), file});
        QCOMPARE(result.exitCode, 4);
        QCOMPARE(result.outcome(), QStringLiteral("failed"));
        QCOMPARE(result.json.value(QLatin1StringView("error"))[QLatin1StringView("missingScope")]
                     .toString(),
            QStringLiteral("queue:create"));
        QCOMPARE(tenant.creations(), 0);
    }

    /// What went wrong must not pass for a check.
    void aCheckThatFailedIsNoCheck_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("skills can't be read")
            << QByteArray(R"("GET /api/v2/skills","times":99,"do":{"status":500})") << 1;
        QTest::newRow("skills are refused")
            << QByteArray(R"("GET /api/v2/skills","times":99,"do":{"status":403})") << 4;
        QTest::newRow("queues can't be read")
            << QByteArray(R"("GET /api/v2/queues","times":99,"do":{"garbage":true})") << 1;
        QTest::newRow("fewer queues than the tenant's total")
            << QByteArray(R"("GET /api/v2/queues","times":99,"do":{"status":200,"body":)"
                          R"({"entities":[{"id":"q-1","name":"A","capacity":1}],"total":5}})")
            << 3;
    }
    void aCheckThatFailedIsNoCheck()
    {
        QFETCH(QByteArray, fault);
        QFETCH(int, exitCode);
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url());
        tenant.setFaults(R"([{"match":)" + fault + "}]");
        const CommandResult result =
            bench.run({QStringLiteral("--max-attempts"), QStringLiteral("2"),
                QStringLiteral("provision"), bench.write(QStringLiteral("q.json"), springSale())});
        QVERIFY2(result.exitCode == exitCode, result.output.constData());
        QCOMPARE(tenant.creations(), 0);
        const CommandResult verified =
            bench.run({QStringLiteral("audit"), QStringLiteral("verify")});
        QCOMPARE(verified.json.value(QLatin1StringView("openIntents")).toInt(-1), 0);
    }

private:
    static void expectRejectedOnRecord(const CommandBench &bench, const CommandResult &result)
    {
        QCOMPARE(bench.story(),
            QStringList({QStringLiteral("SIGNED_IN success"),
                QStringLiteral("VALIDATION_REJECTED rejected")}));
        const QJsonObject record =
            bench.record(QStringLiteral("VALIDATION_REJECTED"), QStringLiteral("rejected"));
        QCOMPARE(record.value(QLatin1StringView("validation_success")), QJsonValue(false));
        QCOMPARE(record.value(QLatin1StringView("attempts")).toInt(-1), 0);
        QCOMPARE(record.value(QLatin1StringView("validation_problems")),
            result.json.value(QLatin1StringView("problems")));
        QCOMPARE(result.errorCode(), QStringLiteral("rejected"));
        QCOMPARE(result.json.value(QLatin1StringView("auditSeq")), QJsonValue(QJsonArray{1, 2}));
    }
};

QTEST_GUILESS_MAIN(TestRejection)
#include "tst_rejection.moc"

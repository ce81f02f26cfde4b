#include "domain/queuedefinition.h"
#include "domain/queuename.h"
#include "domain/strictjson.h"

#include <QJsonDocument>
#include <QTest>

using namespace queuesmith;

class TestQueueDefinition : public QObject {
    Q_OBJECT

private:
    Q_SLOT void fillsInDefaults();
    Q_SLOT void keepsWhatItDoesNotKnow();
    Q_SLOT void reportsEachProblem_data();
    Q_SLOT void reportsEachProblem();
    Q_SLOT void reportsAllProblemsAtOnce();
    Q_SLOT void acceptsNames_data();
    Q_SLOT void acceptsNames();
    Q_SLOT void foldsNames_data();
    Q_SLOT void foldsNames();
    Q_SLOT void acceptsLimits_data();
    Q_SLOT void acceptsLimits();
};

void TestQueueDefinition::fillsInDefaults()
{
    const ParsedDefinition parsed =
        parseDefinition(parseStrictJson(R"({"name": "Billing", "capacity": 40})"));
    QVERIFY(parsed.problems.isEmpty());
    const QByteArray expected =
        R"({"capacity":40,"description":"Provisioned via API","name":"Billing",)"
        R"("overflow":{"overflowTargetId":null,"overflowThreshold":80,"overflowType":"queue"},)"
        R"("priority":5,"routingRules":[{"type":"priority","value":5},{"type":"capacity","value":40}],)"
        R"("skillGroups":[],"type":"standard"})";
    QCOMPARE(QJsonDocument(toJson(parsed.definition)).toJson(QJsonDocument::Compact), expected);
}

void TestQueueDefinition::keepsWhatItDoesNotKnow()
{
    const QByteArray text =
        R"({"capacity":40,"costCentre":9007199254740993,"description":"","name":"B",)"
        R"("overflow":{"hold":{"music":"x"},"overflowTargetId":"q-9","overflowThreshold":10,"overflowType":"voicemail"},)"
        R"("priority":0,"routingRules":[{"note":"n","type":"region","value":{"a":[1.25]}}],)"
        R"("skillGroups":["s1"],"type":"vip"})";
    const ParsedDefinition parsed = parseDefinition(parseStrictJson(text));
    QVERIFY(parsed.problems.isEmpty());
    QCOMPARE(QJsonDocument(toJson(parsed.definition)).toJson(QJsonDocument::Compact), text);
}

void TestQueueDefinition::reportsEachProblem_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("severity");

    const auto row = [](const char *members, const char *field, const char *code,
                         const char *severity = "error") {
        QTest::newRow(members) << QByteArray(members) << QString::fromLatin1(field)
                               << QString::fromLatin1(code) << QString::fromLatin1(severity);
    };
    row(R"("capacity":1)", "name", "required");
    row(R"("name":"a")", "capacity", "required");
    row(R"("name":"  ","capacity":1)", "name", "empty");
    row(R"("name":"\u200b","capacity":1)", "name", "name_invisible");
    row(R"("name":"\u0000","capacity":1)", "name", "name_invisible");
    row(R"("name":" \u202e\u3164","capacity":1)", "name", "name_invisible");
    row(R"("name":"a\u0007b","capacity":1)", "name", "name_control_character");
    row(R"("name":"a\u202eb","capacity":1)", "name", "name_control_character");
    row(R"("name":"a\u2028b","capacity":1)", "name", "name_control_character");
    row(R"("name":" a","capacity":1)", "name", "name_outer_blank");
    row(R"("name":"a ","capacity":1)", "name", "name_outer_blank");
    row(R"("name":"a\u00a0","capacity":1)", "name", "name_outer_blank");
    row(R"("name":"a\ufeff","capacity":1)", "name", "name_outer_blank");
    row(R"("name":"\ufeffa","capacity":1)", "name", "name_outer_blank");
    row("\"name\":\"\xef\xbb\xbf"
        "a\",\"capacity\":1",
        "name", "name_outer_blank");
    row(R"("name":"\ufeff","capacity":1)", "name", "name_invisible");
    row(R"("name":7,"capacity":1)", "name", "wrong_type");
    row(R"("name":null,"capacity":1)", "name", "wrong_type");
    row(R"("name":"a","capacity":1.5)", "capacity", "wrong_type");
    row(R"("name":"a","capacity":"150")", "capacity", "wrong_type");
    row(R"("name":"a","capacity":null)", "capacity", "wrong_type");
    row(R"("name":"a","capacity":true)", "capacity", "wrong_type");
    row(R"("name":"a","capacity":0)", "capacity", "out_of_range");
    row(R"("name":"a","capacity":5001)", "capacity", "out_of_range");
    row(R"("name":"a","capacity":-1)", "capacity", "out_of_range");
    row(R"("name":"a","capacity":4294967297)", "capacity", "out_of_range");
    row(R"("name":"a","capacity":99999999999999999999)", "capacity", "integer_too_large");
    row(R"("name":"a","capacity":1,"x":{"y":99999999999999999999})", "x.y", "integer_too_large");
    row(R"("name":"a","capacity":1,"description":3)", "description", "wrong_type");
    row(R"("name":"a","capacity":1,"type":[])", "type", "wrong_type");
    row(R"("name":"a","capacity":1,"priority":10)", "priority", "out_of_range");
    row(R"("name":"a","capacity":1,"priority":-1)", "priority", "out_of_range");
    row(R"("name":"a","capacity":1,"priority":0.5)", "priority", "wrong_type");
    row(R"("name":"a","capacity":1,"overflow":null)", "overflow", "wrong_type");
    row(R"("name":"a","capacity":1,"overflow":{"overflowThreshold":0})",
        "overflow.overflowThreshold", "out_of_range");
    row(R"("name":"a","capacity":1,"overflow":{"overflowThreshold":101})",
        "overflow.overflowThreshold", "out_of_range");
    row(R"("name":"a","capacity":1,"overflow":{"overflowTargetId":5})", "overflow.overflowTargetId",
        "wrong_type");
    row(R"("name":"a","capacity":1,"overflow":{"overflowTargetId":""})",
        "overflow.overflowTargetId", "empty");
    row(R"("name":"a","capacity":1,"overflow":{"overflowType":1})", "overflow.overflowType",
        "wrong_type");
    row(R"("name":"a","capacity":1,"skillGroups":"s1")", "skillGroups", "wrong_type");
    row(R"("name":"a","capacity":1,"skillGroups":["s1",2])", "skillGroups[1]", "wrong_type");
    row(R"("name":"a","capacity":1,"skillGroups":[""])", "skillGroups[0]", "empty");
    row(R"("name":"a","capacity":1,"skillGroups":["s","s"])", "skillGroups[1]", "duplicate_skill",
        "warning");
    row(R"("name":"a","capacity":1,"routingRules":{})", "routingRules", "wrong_type");
    row(R"("name":"a","capacity":1,"routingRules":[7])", "routingRules[0]", "wrong_type");
    row(R"("name":"a","capacity":1,"routingRules":[{"value":1}])", "routingRules[0].type",
        "required");
    row(R"("name":"a","capacity":1,"routingRules":[{"type":"x"}])", "routingRules[0].value",
        "required");
    row(R"("name":"a","capacity":1,"routingRules":[{"type":"priority","value":"5"}])",
        "routingRules[0].value", "wrong_type");
    row(R"("name":"a","capacity":1,"routingRules":[{"type":"priority","value":4}])",
        "routingRules[0].value", "rule_disagrees", "warning");
    row(R"("name":"a","capacity":1,"routingRules":[{"type":"capacity","value":2}])",
        "routingRules[0].value", "rule_disagrees", "warning");
    row(R"("name":"a","capacity":1,"id":"q-1")", "id", "server_assigned", "warning");
}

void TestQueueDefinition::reportsEachProblem()
{
    QFETCH(QByteArray, members);
    const ParsedDefinition parsed = parseDefinition(parseStrictJson('{' + members + '}'));
    QCOMPARE(parsed.problems.size(), 1);
    QTEST(parsed.problems.first().field, "field");
    QTEST(parsed.problems.first().code, "code");
    QTEST(severityWord(parsed.problems.first().severity), "severity");
    QVERIFY(parsed.problems.first().message.endsWith(u'.'));
}

void TestQueueDefinition::reportsAllProblemsAtOnce()
{
    const ParsedDefinition parsed = parseDefinition(parseStrictJson(
        R"({"capacity":1.5,"priority":"x","overflow":{"overflowThreshold":0},"skillGroups":[1]})"));
    QStringList fields;
    for (const Problem &problem : parsed.problems)
        fields.append(problem.field);
    fields.sort();
    QCOMPARE(fields,
        QStringList({QStringLiteral("capacity"), QStringLiteral("name"),
            QStringLiteral("overflow.overflowThreshold"), QStringLiteral("priority"),
            QStringLiteral("skillGroups[0]")}));

    const ParsedDefinition notAnObject = parseDefinition(parseStrictJson("[1]"));
    QVERIFY(hasErrors(notAnObject.problems));
}

void TestQueueDefinition::acceptsNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("blanks within") << QStringLiteral("Sales  North");
    QTest::newRow("a composed letter") << QStringLiteral("Cafe\u0301");
    QTest::newRow("joined letters") << QStringLiteral("می\u200cخواهم");
    QTest::newRow("a mark of direction") << QStringLiteral("שלום\u200f!");
    QTest::newRow("joined pictures") << QStringLiteral("👩\u200d💻 \u2764\ufe0f");
}

void TestQueueDefinition::acceptsNames()
{
    QFETCH(QString, name);
    QVERIFY(nameProblems(name).isEmpty());
}

void TestQueueDefinition::foldsNames_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("folded"); // the same in this form
    QTest::addColumn<bool>("lookalike");
    const auto row = [](const char *name, const QString &a, const QString &b, bool folded,
                         bool lookalike) { QTest::newRow(name) << a << b << folded << lookalike; };
    const QString sales = QStringLiteral("Sales North");
    row("the same", sales, sales, true, true);
    row("case", sales, QStringLiteral("SALES north"), true, true);
    row("outer blanks", sales, QStringLiteral("\t Sales North\u00a0"), true, true);
    row("outer blanks of no width", sales, QStringLiteral("\ufeffSales North\u200b"), true, true);
    row("a blank more within", sales, QStringLiteral("Sales  North"), false, true);
    row("no blank within", sales, QStringLiteral("SalesNorth"), false, true);
    row("composed", QStringLiteral("Caf\u00e9"), QStringLiteral("CAFE\u0301"), true, true);
    row("a letter that folds to two", QStringLiteral("Straße"), QStringLiteral("STRASSE"), true,
        true);
    row("a letter whose fold is taken apart", QStringLiteral("\u0130zmir"),
        QStringLiteral("i\u0307zmir"), true, true);
    row("a sigma at the end", QStringLiteral("ΟΔΟΣ"), QStringLiteral("οδος"), true, true);
    row("an accent less", QStringLiteral("Café"), QStringLiteral("Cafe"), false, false);
    row("another letter", sales, QStringLiteral("Sales Nord"), false, false);
    row("a hyphen for a blank", sales, QStringLiteral("Sales-North"), false, false);
}

void TestQueueDefinition::foldsNames()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QTEST(foldedName(a) == foldedName(b), "folded");
    QTEST(lookalikeName(a) == lookalikeName(b), "lookalike");
    QCOMPARE(foldedName(foldedName(a)), foldedName(a));
}

void TestQueueDefinition::acceptsLimits_data()
{
    QTest::addColumn<QByteArray>("members");
    for (const char *members : {R"("capacity":1)", R"("capacity":5000)", R"("capacity":150.0)",
             R"("capacity":1,"priority":0)", R"("capacity":1,"priority":9)",
             R"("capacity":1,"overflow":{"overflowThreshold":1})",
             R"("capacity":1,"overflow":{"overflowThreshold":100})",
             R"("capacity":1,"overflow":{"overflowTargetId":null})",
             R"("capacity":1,"skillGroups":[])", R"("capacity":1,"description":"")"})
        QTest::newRow(members) << QByteArray(members);
}

void TestQueueDefinition::acceptsLimits()
{
    QFETCH(QByteArray, members);
    const ParsedDefinition parsed =
        parseDefinition(parseStrictJson("{\"name\":\"a\"," + members + '}'));
    QVERIFY2(parsed.problems.isEmpty(),
        parsed.problems.isEmpty() ? "" : qPrintable(parsed.problems.first().message));
}

QTEST_APPLESS_MAIN(TestQueueDefinition)
#include "tst_queuedefinition.moc"

#include "domain/queuediff.h"
#include "provisioning/queuechange.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <functional>

using namespace queuesmith;

namespace {

QJsonObject json(const QByteArray &text)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("%s: %s", qPrintable(error.errorString()), text.constData());
    return document.object();
}

/// A queue as a tenant has it, with members at every level that the contract doesn't name.
QJsonObject sales()
{
    return json(
        R"({"id":"q-1","dateCreated":"2026-01-01T00:00:00Z","dateModified":"2026-01-02T00:00:00Z",
        "name":"Sales","description":"d","type":"standard","capacity":100,"priority":5,
        "overflow":{"overflowType":"queue","overflowTargetId":null,"overflowThreshold":80,"x-o":[1,2]},
        "skillGroups":["s-1","s-2"],"x-top":{"deep":9007199254740993},
        "routingRules":[{"type":"priority","value":5,"x-r":true},{"type":"capacity","value":100},
                        {"type":"language","value":"de"}]})");
}

using Edit = std::function<void(QueueDefinition *)>;

QJsonObject bodyAfter(const QJsonObject &base, const Edit &edit)
{
    const QueueDefinition before = parseDefinition(base).definition;
    QueueDefinition wanted = before;
    edit(&wanted);
    return changedBody(base, before, wanted);
}

/// `base` with members replaced, and without what the tenant gives it.
QJsonObject expected(QJsonObject base, const QByteArray &members)
{
    for (const char *key : {"id", "dateCreated", "dateModified"})
        base.remove(QLatin1StringView(key));
    const QJsonObject replaced = json(members);
    for (auto member = replaced.begin(); member != replaced.end(); ++member)
        base.insert(member.key(), member.value());
    return base;
}

QString inWords(const QList<FieldChange> &changes) { return namesOf(changes); }

} // namespace

class TestQueueChange : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void bodyReplacesOnlyWhatWasChanged_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QString>("changed");
        m_edits.clear();
        const auto row = [this](const char *name, const Edit &edit, const char *members,
                             const char *changed) {
            QTest::newRow(name) << QByteArray(members) << QString::fromLatin1(changed);
            m_edits.insert(QString::fromLatin1(name), edit);
        };
        row(
            "nothing", [](QueueDefinition *) {}, "{}", "");
        row(
            "name", [](QueueDefinition *wanted) { wanted->name = QStringLiteral("Sales 2"); },
            R"({"name":"Sales 2"})", "name");
        row(
            "description and type",
            [](QueueDefinition *wanted) {
                wanted->description.clear();
                wanted->type = QStringLiteral("vip");
            },
            R"({"description":"","type":"vip"})", "description, type");
        row(
            "capacity, and its rule follows",
            [](QueueDefinition *wanted) { wanted->capacity = 120; },
            R"({"capacity":120,"routingRules":[{"type":"priority","value":5,"x-r":true},
                {"type":"capacity","value":120},{"type":"language","value":"de"}]})",
            "capacity, routingRules");
        row(
            "priority, and a form has set the rule already",
            [](QueueDefinition *wanted) {
                wanted->priority = 1;
                wanted->routingRules[0].value = 1;
            },
            R"({"priority":1,"routingRules":[{"type":"priority","value":1,"x-r":true},
                {"type":"capacity","value":100},{"type":"language","value":"de"}]})",
            "priority, routingRules");
        row(
            "a rule that the person set otherwise",
            [](QueueDefinition *wanted) {
                wanted->capacity = 120;
                wanted->routingRules[1].value = 90;
            },
            R"({"capacity":120,"routingRules":[{"type":"priority","value":5,"x-r":true},
                {"type":"capacity","value":90},{"type":"language","value":"de"}]})",
            "capacity, routingRules");
        row(
            "a rule less", [](QueueDefinition *wanted) { wanted->routingRules.removeLast(); },
            R"({"routingRules":[{"type":"priority","value":5,"x-r":true},
                {"type":"capacity","value":100}]})",
            "routingRules");
        row(
            "the overflow's threshold",
            [](QueueDefinition *wanted) { wanted->overflow.threshold = 70; },
            R"({"overflow":{"overflowType":"queue","overflowTargetId":null,"overflowThreshold":70,
                "x-o":[1,2]}})",
            "overflow.overflowThreshold");
        row(
            "the overflow's target",
            [](QueueDefinition *wanted) { wanted->overflow.target = {QStringLiteral("q-9")}; },
            R"({"overflow":{"overflowType":"queue","overflowTargetId":"q-9","overflowThreshold":80,
                "x-o":[1,2]}})",
            "overflow.overflowTargetId");
        row(
            "a skill more",
            [](QueueDefinition *wanted) { wanted->skillGroups.append({QStringLiteral("s-3")}); },
            R"({"skillGroups":["s-1","s-2","s-3"]})", "skillGroups");
        row(
            "no skill", [](QueueDefinition *wanted) { wanted->skillGroups.clear(); },
            R"({"skillGroups":[]})", "skillGroups");
        row(
            "skills in another order",
            [](QueueDefinition *wanted) { wanted->skillGroups.swapItemsAt(0, 1); }, "{}", "");
        row(
            "a definition without the unknown members",
            [](QueueDefinition *wanted) {
                wanted->unknown = {};
                wanted->overflow.unknown = {};
            },
            "{}", "");
        row(
            "an unknown member",
            [](QueueDefinition *wanted) {
                wanted->unknown.insert(QStringLiteral("x-top"), QStringLiteral("new"));
            },
            R"({"x-top":"new"})", "x-top");
    }
    void bodyReplacesOnlyWhatWasChanged()
    {
        QFETCH(QByteArray, members);
        QFETCH(QString, changed);
        const Edit edit = m_edits.value(QString::fromLatin1(QTest::currentDataTag()));
        const QJsonObject body = bodyAfter(sales(), edit);
        QCOMPARE(body, expected(sales(), members));
        QCOMPARE(inWords(fieldChanges(sales(), body)), changed);
    }

    void whatTheTenantDoesntTellStaysUntold()
    {
        const QJsonObject base = json(R"({"id":"q-1","name":"Sales","capacity":10})");
        QCOMPARE(
            bodyAfter(base, [](QueueDefinition *) {}), json(R"({"name":"Sales","capacity":10})"));
        // The rules that a form shows are the contract's defaults; the tenant never had them.
        QCOMPARE(bodyAfter(base,
                     [](QueueDefinition *wanted) {
                         wanted->capacity = 20;
                         wanted->routingRules[1].value = 20;
                     }),
            json(R"({"name":"Sales","capacity":20})"));
        // An overflow is sent whole, as the contract needs its members.
        QCOMPARE(bodyAfter(base, [](QueueDefinition *wanted) { wanted->overflow.threshold = 60; }),
            json(R"({"name":"Sales","capacity":10,"overflow":{"overflowType":"queue",
                "overflowTargetId":null,"overflowThreshold":60}})"));
    }

    void sameness_data()
    {
        QTest::addColumn<QByteArray>("a");
        QTest::addColumn<QByteArray>("b");
        QTest::addColumn<QString>("changed");
        const auto row = [](const char *name, const char *a, const char *b, const char *changed) {
            QTest::newRow(name) << QByteArray(a) << QByteArray(b) << QString::fromLatin1(changed);
        };
        row("dates and id", R"({"id":"1","dateModified":"x","a":1})", R"({"id":"2","a":1})", "");
        row("null is absent", R"({"a":null})", "{}", "");
        row("no groups", R"({"skillGroups":[]})", "{}", "");
        row("groups gone", R"({"skillGroups":["s"]})", "{}", "skillGroups");
        row("more on the right", R"({"a":1})", R"({"a":1,"b":2})", "b");
        row("more on the left", R"({"a":1,"b":2})", R"({"a":1})", "b");
        row("more in an object", R"({"a":{}})", R"({"a":{"b":2}})", "a");
        row("overflow gone", R"({"overflow":{"overflowThreshold":80}})", "{}",
            "overflow.overflowThreshold");
        row("overflow is no object", R"({"overflow":7})", R"({"overflow":8})", "overflow");
        row("neighbours of 2^53", R"({"a":9007199254740993})", R"({"a":9007199254740992})", "a");
    }
    void sameness()
    {
        QFETCH(QByteArray, a);
        QFETCH(QByteArray, b);
        QFETCH(QString, changed);
        QCOMPARE(inWords(fieldChanges(json(a), json(b))), changed);
        QCOMPARE(isSameQueue(json(a), json(b)), changed.isEmpty());
        QCOMPARE(isSameQueue(json(b), json(a)), changed.isEmpty());
    }

    void sidesAreObjects()
    {
        const QList<FieldChange> changes =
            fieldChanges(json(R"({"capacity":1,"overflow":{"overflowThreshold":80,"a":1}})"),
                json(R"({"capacity":2,"overflow":{"overflowThreshold":70,"a":1},"new":true})"));
        QCOMPARE(fromSide(changes),
            json(R"({"capacity":1,"new":null,"overflow":{"overflowThreshold":80}})"));
        QCOMPARE(toSide(changes),
            json(R"({"capacity":2,"new":true,"overflow":{"overflowThreshold":70}})"));
    }

private:
    QMap<QString, Edit> m_edits;
};

QTEST_GUILESS_MAIN(TestQueueChange)
#include "tst_queuechange.moc"

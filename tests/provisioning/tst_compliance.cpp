// What counts as identical, what is concluded from it, and what the journal keeps of it.

#include "domain/queuediff.h"
#include "provisioning/compliance.h"
#include "provisioning/operationcontext.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace queuesmith;

namespace {

QJsonObject json(const QByteArray &text) { return QJsonDocument::fromJson(text).object(); }

ComplianceCheck check(const char *name, std::optional<bool> ok)
{
    return {QString::fromLatin1(name), ok, {}};
}

} // namespace

class TestCompliance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void comparesWhatWasSent_data()
    {
        QTest::addColumn<QByteArray>("ours");
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<QString>("differing");
        const auto row = [](const char *name, const char *ours, const char *theirs,
                             const char *differing = "") {
            QTest::newRow(name) << QByteArray(ours) << QByteArray(theirs)
                                << QString::fromLatin1(differing);
        };
        row("the same", R"({"a":1,"b":"x"})", R"({"b":"x","a":1})");
        row("what we didn't send doesn't count", R"({"a":1})", R"({"a":1,"id":"q","b":2})");
        row("another value", R"({"a":1,"b":2})", R"({"a":1,"b":3})", "b");
        row("missing", R"({"a":1,"b":2})", R"({"a":1})", "b");
        row("several", R"({"a":1,"b":2,"c":3})", R"({"b":2})", "a, c");
        row("null equals absent", R"({"a":null})", "{}");
        row("null equals null", R"({"a":null})", R"({"a":null})");
        row("null isn't a value", R"({"a":null})", R"({"a":0})", "a");
        row("a value isn't null", R"({"a":0})", R"({"a":null})", "a");
        row("null inside an object", R"({"o":{"t":null,"n":80}})", R"({"o":{"n":80}})");
        row("more inside an object", R"({"o":{"n":80}})", R"({"o":{"n":80,"x":1}})");
        row("less inside an object", R"({"o":{"n":80,"t":"q"}})", R"({"o":{"n":80}})", "o");
        row("a text isn't a number", R"({"a":1})", R"({"a":"1"})", "a");
        row("true isn't one", R"({"a":true})", R"({"a":1})", "a");
        row("1.0 is 1", R"({"a":1})", R"({"a":1.0})");
        row("case counts", R"({"a":"x"})", R"({"a":"X"})", "a");
        row("skill groups are a set", R"({"skillGroups":["a","b"]})",
            R"({"skillGroups":["b","a"]})");
        row("another skill", R"({"skillGroups":["a","b"]})", R"({"skillGroups":["a","c"]})",
            "skillGroups");
        row("a skill more", R"({"skillGroups":["a"]})", R"({"skillGroups":["a","b"]})",
            "skillGroups");
        row("no skills equals none told", R"({"skillGroups":[]})", "{}");
        row("rules have an order", R"({"routingRules":[{"t":1},{"t":2}]})",
            R"({"routingRules":[{"t":2},{"t":1}]})", "routingRules");
        row("a rule more", R"({"routingRules":[{"t":1}]})", R"({"routingRules":[{"t":1},{"t":2}]})",
            "routingRules");
        row("a list isn't an object", R"({"a":[]})", R"({"a":{}})", "a");
    }
    void comparesWhatWasSent()
    {
        QFETCH(QByteArray, ours);
        QFETCH(QByteArray, theirs);
        QFETCH(QString, differing);
        QCOMPARE(uncoveredMembers(json(ours), json(theirs)).join(QStringLiteral(", ")), differing);
        QCOMPARE(isIdentical(json(ours), json(theirs)), differing.isEmpty());
    }

    void bigIntegersArentRounded()
    {
        const QJsonObject ours{{QStringLiteral("a"), 9007199254740993LL}};
        QVERIFY(isIdentical(ours, {{QStringLiteral("a"), 9007199254740993LL}}));
        QVERIFY(!isIdentical(ours, {{QStringLiteral("a"), 9007199254740992LL}}));
    }

    void concludes_data()
    {
        QTest::addColumn<QList<int>>("checks"); // 1 held, 0 failed, -1 not made
        QTest::addColumn<int>("verified");
        QTest::newRow("none made") << QList<int>{} << -1;
        QTest::newRow("all held") << QList<int>{1, 1, 1} << 1;
        QTest::newRow("one failed") << QList<int>{1, 0, 1} << 0;
        QTest::newRow("one not made") << QList<int>{1, -1, 1} << -1;
        QTest::newRow("one failed, one not made") << QList<int>{-1, 0} << 0;
    }
    void concludes()
    {
        QFETCH(QList<int>, checks);
        QFETCH(int, verified);
        const auto valueOf = [](int number) {
            return number < 0 ? std::optional<bool>() : std::optional<bool>(number == 1);
        };
        QList<ComplianceCheck> made;
        for (const int one : std::as_const(checks))
            made.append(check("x", valueOf(one)));
        const QDateTime now(QDate(2026, 1, 5), QTime(10, 0), Qt::UTC);
        const Compliance compliance = concludeCompliance(made, now);
        QCOMPARE(compliance.verified, valueOf(verified));
        QCOMPARE(compliance.checks.size(), made.size());
        QCOMPARE(compliance.verifiedAt, now);
    }

    void readBackChecksEachDeclaredField()
    {
        const QJsonObject ours = json(R"({"name":"Q","capacity":8})");
        const auto checks =
            readBackCompliance(ours, json(R"({"name":"Q","capacity":80,"id":"q"})"), {});
        QCOMPARE(checks.size(), 2);
        QCOMPARE(checks.at(0).check, QStringLiteral("read_back:capacity"));
        QCOMPARE(checks.at(0).ok, std::optional<bool>(false));
        QVERIFY(checks.at(0).detail.contains(u'8')
            && checks.at(0).detail.contains(QLatin1StringView("80")));
        QCOMPARE(checks.at(1).ok, std::optional<bool>(true));
    }

    void withoutAReadBackNothingIsClaimed()
    {
        const auto checks = readBackCompliance(
            json(R"({"name":"Q","capacity":8})"), {}, QStringLiteral("No answer."));
        QCOMPARE(checks.size(), 2);
        for (const ComplianceCheck &one : checks) {
            QVERIFY(!one.ok);
            QCOMPARE(one.detail, QStringLiteral("No answer."));
        }
    }

    void licenceAndSkills_data()
    {
        QTest::addColumn<int>("seats"); // -1: not known
        QTest::addColumn<bool>("declared"); // a skill
        QTest::addColumn<QString>("skills"); // known, unknown, incomplete, missing
        QTest::addColumn<int>("licence"); // 1 held, 0 failed, -1 not made
        QTest::addColumn<int>("matrix");
        const QString known = QStringLiteral("known");
        QTest::newRow("all well") << 10 << true << known << 1 << 1;
        QTest::newRow("too few seats") << 9 << true << known << 0 << 1;
        QTest::newRow("seats not known") << -1 << true << known << -1 << 1;
        QTest::newRow("no skills declared") << 10 << false << QStringLiteral("unknown") << 1 << 1;
        QTest::newRow("skills not told") << 10 << true << QStringLiteral("unknown") << 1 << -1;
        QTest::newRow("skills not in full")
            << 10 << true << QStringLiteral("incomplete") << 1 << -1;
        QTest::newRow("skill not there") << 10 << true << QStringLiteral("missing") << 1 << 0;
    }
    void licenceAndSkills()
    {
        QFETCH(int, seats);
        QFETCH(bool, declared);
        QFETCH(QString, skills);
        QFETCH(int, licence);
        QFETCH(int, matrix);
        QueueDefinition definition;
        definition.capacity = 10;
        if (declared)
            definition.skillGroups = {SkillId{QStringLiteral("s")}};
        TenantFacts facts;
        facts.queues = Listing<Queue>();
        if (seats >= 0)
            facts.licensedAgents = seats;
        if (skills != QLatin1StringView("unknown"))
            facts.skills = Listing<Skill>{{}, {}};
        if (skills == QLatin1StringView("incomplete"))
            facts.skills->incompleteBecause = QStringLiteral("it had no end.");
        if (skills == QLatin1StringView("known"))
            facts.skills->items.append({SkillId{QStringLiteral("s")}, {}, {}});
        const auto checks =
            preflightCompliance(definition, facts, checkAgainstTenant(definition, facts));
        QCOMPARE(checks.size(), 2);
        const auto number = [](const ComplianceCheck &one) { return one.ok ? int(*one.ok) : -1; };
        QCOMPARE(number(checks.at(0)), licence);
        QCOMPARE(number(checks.at(1)), matrix);
    }

    void aContextComesBackAsItWas()
    {
        OperationContext context;
        context.problems = {problems::overflowNone(), problems::licenceUnknown(),
            problems::skillMissing(QStringLiteral("skillGroups[0]"), QStringLiteral("x"))};
        context.checks = {check("licence", true), check("skills", false), check("other", {})};
        context.checks[1].detail = QStringLiteral("Ä “q”");
        context.wantsExport = true;
        context.wfmEndpoint = QStringLiteral("https://wfm.example/in?…");
        context.wfmHeaderNames = {QStringLiteral("X-Key")};
        context.lastError = QStringLiteral("It broke.");
        context.lastHttpStatus = 503;
        const QByteArray stored = QJsonDocument(toJson(context)).toJson(QJsonDocument::Compact);
        const OperationContext back = contextFromJson(QJsonDocument::fromJson(stored).object());
        QCOMPARE(back.problems, context.problems);
        QCOMPARE(back.checks.size(), 3);
        for (qsizetype i = 0; i < 3; ++i) {
            QCOMPARE(back.checks.at(i).check, context.checks.at(i).check);
            QCOMPARE(back.checks.at(i).ok, context.checks.at(i).ok);
            QCOMPARE(back.checks.at(i).detail, context.checks.at(i).detail);
        }
        QCOMPARE(back.wantsExport, true);
        QCOMPARE(back.wfmEndpoint, context.wfmEndpoint);
        QCOMPARE(back.wfmHeaderNames, context.wfmHeaderNames);
        QCOMPARE(back.lastError, context.lastError);
        QCOMPARE(back.lastHttpStatus, 503);
    }

    void anEndpointIsKeptWithoutItsSecrets()
    {
        QCOMPARE(storedEndpoint(QUrl(QStringLiteral("https://me:pw@h:1/in?key=s3cret#f"))),
            QStringLiteral("https://h:1/in?…"));
        QCOMPARE(
            storedEndpoint(QUrl(QStringLiteral("https://h/in"))), QStringLiteral("https://h/in"));
    }

    void aKeptExportGoesWhereItCan_data()
    {
        QTest::addColumn<QString>("kept");
        QTest::addColumn<QStringList>("headers");
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("goesTo"); // empty: something is missing
        const QString plain = QStringLiteral("https://h/in");
        const QString other = QStringLiteral("https://other/in");
        const QString hidden = QStringLiteral("https://h/in?…");
        const QStringList key{QStringLiteral("X-Key")};
        QTest::newRow("nothing secret") << plain << QStringList() << QString() << plain;
        QTest::newRow("a header is missing") << plain << key << QString() << QString();
        QTest::newRow("the query is missing") << hidden << QStringList() << QString() << QString();
        QTest::newRow("given anew") << hidden << key << other << other;
        QTest::newRow("nothing kept") << QString() << QStringList() << QString() << QString();
    }
    void aKeptExportGoesWhereItCan()
    {
        QFETCH(QString, kept);
        QFETCH(QStringList, headers);
        QFETCH(QString, given);
        QFETCH(QString, goesTo);
        const WfmDestination destination =
            destinationFor(kept, headers, {QUrl(given), {{"X-Key", "v"}}});
        QCOMPARE(destination.endpoint.toString(), goesTo);
        if (given.isEmpty())
            QVERIFY(destination.headers.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCompliance)
#include "tst_compliance.moc"

#include "provisioning/preflight.h"

#include "domain/strictjson.h"

#include <QRegularExpression>
#include <QTest>

using namespace queuesmith;

namespace {

Skill skill(const char *id, std::optional<qint64> agents = 100)
{
    return {SkillId{QString::fromLatin1(id)}, {}, agents};
}

Queue queue(const char *id, const char *name, const char *target = "",
    const QStringList &skills = {}, int capacity = 10)
{
    Queue made;
    made.id = QueueId{QString::fromLatin1(id)};
    made.definition.name = QString::fromUtf8(name);
    made.definition.capacity = capacity;
    made.definition.overflow.target = QueueId{QString::fromLatin1(target)};
    for (const QString &one : skills)
        made.definition.skillGroups.append(SkillId{one});
    return made;
}

struct Row {
    const char *name = "Sales";
    int capacity = 10;
    const char *target = "q-1";
    QStringList skills = {};
    TenantFacts facts = {};
    const char *ownId = "";
    QStringList expected = {}; ///< `severity field code`, in their order
    const char *part = ""; ///< of some problem's message
};

TenantFacts facts(
    const QList<Queue> &queues, const QList<Skill> &skills = {}, std::optional<qint64> seats = 500)
{
    TenantFacts known;
    known.queues = Listing<Queue>{queues, {}};
    known.skills = Listing<Skill>{skills, {}};
    known.licensedAgents = seats;
    return known;
}

/// 500 seats; what is empty isn't told, for that reason.
TenantFacts partly(const std::optional<Listing<Queue>> &queues,
    const std::optional<Listing<Skill>> &skills = {}, const char *why = "")
{
    TenantFacts known;
    known.queues = queues;
    known.queuesUnchecked = QString::fromLatin1(why);
    known.skills = skills;
    known.skillsUnchecked = QString::fromLatin1(why);
    known.licensedAgents = 500;
    return known;
}

const QList<Queue> kPlain{queue("q-1", "First"), queue("q-2", "Second", "q-1")};

} // namespace

Q_DECLARE_METATYPE(Row)

class TestPreflight : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void findsWhatIsWrong_data()
    {
        QTest::addColumn<Row>("row");
        const auto row = [](const char *name, const Row &values) { QTest::newRow(name) << values; };
        const QString overflow = QStringLiteral(" overflow.overflowTargetId overflow_");

        row("nothing", {.facts = facts(kPlain)});
        row("no target",
            {.target = "", .facts = facts(kPlain), .expected = {u"info" + overflow + u"none"}});
        row("name taken",
            {.name = "Second",
                .facts = facts(kPlain),
                .expected = {QStringLiteral("error name name_taken")},
                .part = "q-2"});
        row("its own name, for a change",
            {.name = "Second", .facts = facts(kPlain), .ownId = "q-2"});
        row("another's name, for a change",
            {.name = "First",
                .target = "",
                .facts = facts(kPlain),
                .ownId = "q-2",
                .expected = {
                    QStringLiteral("error name name_taken"), u"info" + overflow + u"none"}});
        const auto lookalike = [&row](const char *name, const char *wanted, const Row &more = {}) {
            Row values = more;
            values.name = wanted;
            values.facts = facts(kPlain + QList<Queue>{queue("q-3", "Caf\u00e9 Nord")});
            values.expected = {QStringLiteral("warning name name_lookalike")};
            row(name, values);
        };
        lookalike("another case", "second", {.part = "q-2"});
        lookalike("another case, for a change", "second", {.target = "q-1", .ownId = "q-3"});
        lookalike("composed otherwise", "Cafe\u0301 Nord", {.part = "q-3"});
        lookalike("no blank", "Caf\u00e9Nord");
        row("a new case of its own name, for a change",
            {.name = "second", .facts = facts(kPlain), .ownId = "q-2"});
        row("a name that was there beside its lookalike, for a change",
            {.name = "Second",
                .facts = facts(kPlain + QList<Queue>{queue("q-3", "SECOND")}),
                .ownId = "q-2"});
        row("taken, and a lookalike before",
            {.name = "SECOND",
                .facts = facts(kPlain + QList<Queue>{queue("q-3", "SECOND")}),
                .expected = {QStringLiteral("error name name_taken")},
                .part = "q-3"});
        row("a target that isn't there",
            {.target = "q-9",
                .facts = facts(kPlain),
                .expected = {u"error" + overflow + u"missing"},
                .part = "q-9"});
        row("itself, for a change",
            {.name = "Second",
                .target = "q-2",
                .facts = facts(kPlain),
                .ownId = "q-2",
                .expected = {u"error" + overflow + u"self"}});
        row("a loop that a change closes",
            {.name = "First",
                .target = "q-2",
                .facts = facts(kPlain),
                .ownId = "q-1",
                .expected = {u"error" + overflow + u"loop"},
                .part = "First → Second → First"});
        row("a long loop that a change closes",
            {.name = "A",
                .target = "c",
                .facts = facts({queue("a", "A", "z"), queue("b", "B", "a"), queue("c", "C", "b"),
                    queue("z", "Z")}),
                .ownId = "a",
                .expected = {u"error" + overflow + u"loop"},
                .part = "A → C → B → A"});
        row("into a loop that is there",
            {.target = "a",
                .facts = facts({queue("a", "A", "b"), queue("b", "B", "a")}),
                .expected = {u"error" + overflow + u"loop"},
                .part = "Sales → A → B → A"});
        row("a target that overflows to itself",
            {.target = "a",
                .facts = facts({queue("a", "A", "a")}),
                .expected = {u"error" + overflow + u"loop"}});
        row("a loop that was there before the change only warns",
            {.name = "A",
                .target = "b",
                .facts = facts({queue("a", "A", "b"), queue("b", "B", "a")}),
                .ownId = "a",
                .expected = {u"warning" + overflow + u"loop"},
                .part = "A → B → A"});
        row("itself, as before the change",
            {.name = "A",
                .target = "a",
                .facts = facts({queue("a", "A", "a")}),
                .ownId = "a",
                .expected = {u"warning" + overflow + u"self"}});
        row("from one loop into another",
            {.name = "A",
                .target = "c",
                .facts = facts({queue("a", "A", "b"), queue("b", "B", "a"), queue("c", "C", "a")}),
                .ownId = "a",
                .expected = {u"error" + overflow + u"loop"}});
        row("a target whose own target is gone",
            {.target = "a", .facts = facts({queue("a", "A", "gone")})});
        row("skills that aren't there",
            {.skills = {QStringLiteral("s"), QStringLiteral("x"), QStringLiteral("y")},
                .facts = facts(kPlain, {skill("s")}),
                .expected = {QStringLiteral("error skillGroups[1] skill_missing"),
                    QStringLiteral("error skillGroups[2] skill_missing")}});
        row("skills that can't be asked for",
            {.skills = {QStringLiteral("s")},
                .facts = partly(Listing<Queue>{kPlain, {}}, {}, "Not here."),
                .expected = {QStringLiteral("warning skillGroups skills_unchecked")},
                .part = "Not here."});
        row("skills that nobody declared", {.facts = partly(Listing<Queue>{kPlain, {}})});
        row("a skill list that is incomplete",
            {.skills = {QStringLiteral("s")},
                .facts = partly(Listing<Queue>{kPlain, {}},
                    Listing<Skill>{{skill("s")}, QStringLiteral("it gave 1 of 2.")}),
                .expected = {QStringLiteral("error skillGroups skill_list_incomplete")},
                .part = "it gave 1 of 2."});
        row("a queue list that is incomplete",
            {.target = "q-9",
                .facts = partly(Listing<Queue>{kPlain, QStringLiteral("it has no end.")}),
                .expected = {QStringLiteral("error name queue_list_incomplete")},
                .part = "it has no end."});
        row("a name that is taken in an incomplete list",
            {.name = "First",
                .facts = partly(Listing<Queue>{kPlain, QStringLiteral("it has no end.")}),
                .expected = {QStringLiteral("error name queue_list_incomplete"),
                    QStringLiteral("error name name_taken")}});
        row("queues that can't be listed",
            {.facts = partly({}, {}, "Not here."),
                .expected = {QStringLiteral("warning name name_unchecked"),
                    u"warning" + overflow + u"unchecked"},
                .part = "Not here."});
        row("queues that can't be listed, no target",
            {.target = "",
                .facts = partly({}, {}, "Not here."),
                .expected = {
                    QStringLiteral("warning name name_unchecked"), u"info" + overflow + u"none"}});
        row("at the licence", {.capacity = 500, .facts = facts(kPlain)});
        row("above the licence",
            {.capacity = 501,
                .facts = facts(kPlain),
                .expected = {QStringLiteral("error capacity licence_exceeded")},
                .part = "501"});
        row("a licence that nobody told",
            {.facts = facts(kPlain, {}, std::nullopt),
                .expected = {QStringLiteral("warning capacity licence_unchecked")}});
        row("as many as hold the skills",
            {.capacity = 50,
                .skills = {QStringLiteral("s"), QStringLiteral("t")},
                .facts = facts(kPlain, {skill("s", 20), skill("t", 30), skill("u", 1)})});
        row("more than hold the skills",
            {.capacity = 51,
                .skills = {QStringLiteral("s"), QStringLiteral("t")},
                .facts = facts(kPlain, {skill("s", 20), skill("t", 30)}),
                .expected = {QStringLiteral("warning capacity capacity_above_agents")},
                .part = "50"});
        row("more than hold the skills, a skill counted once",
            {.capacity = 21,
                .skills = {QStringLiteral("s"), QStringLiteral("s")},
                .facts = facts(kPlain, {skill("s", 20)}),
                .expected = {QStringLiteral("warning capacity capacity_above_agents")}});
        row("agents that aren't told",
            {.capacity = 400,
                .skills = {QStringLiteral("s"), QStringLiteral("t")},
                .facts = facts(kPlain, {skill("s", 20), skill("t", std::nullopt)})});
        row("queues that share the skills",
            {.capacity = 7,
                .skills = {QStringLiteral("s")},
                .facts = facts(
                    {queue("q-1", "First", "", {QStringLiteral("s")}, 20),
                        queue("q-2", "Second", "", {QStringLiteral("x")}, 300),
                        queue("q-3", "Third", "", {QStringLiteral("x"), QStringLiteral("s")}, 40)},
                    {skill("s", 90), skill("x")}),
                .expected = {QStringLiteral("info skillGroups shared_skills")},
                .part = "67"});
        row("it doesn't share with itself",
            {.name = "First",
                .target = "",
                .skills = {QStringLiteral("s")},
                .facts =
                    facts({queue("q-1", "First", "", {QStringLiteral("s")}, 20)}, {skill("s", 90)}),
                .ownId = "q-1",
                .expected = {u"info" + overflow + u"none"}});
    }
    void findsWhatIsWrong()
    {
        QFETCH(Row, row);
        QueueDefinition definition;
        definition.name = QString::fromUtf8(row.name);
        definition.capacity = row.capacity;
        definition.overflow.target = QueueId{QString::fromLatin1(row.target)};
        for (const QString &one : std::as_const(row.skills))
            definition.skillGroups.append(SkillId{one});
        const Problems problems =
            checkAgainstTenant(definition, row.facts, QueueId{QString::fromLatin1(row.ownId)});
        QStringList found;
        QString messages;
        for (const Problem &problem : problems) {
            found.append(
                severityWord(problem.severity) + u' ' + problem.field + u' ' + problem.code);
            messages += problem.message + u'\n';
            QVERIFY(!problem.message.isEmpty());
        }
        QCOMPARE(found, row.expected);
        QVERIFY2(messages.contains(QString::fromUtf8(row.part)), qPrintable(messages));
    }

    /// A chain as long as an estate costs no stack and no quadratic time.
    void aLongChainEnds()
    {
        constexpr int kLength = 50'000;
        QList<Queue> chain;
        for (int i = 0; i < kLength; ++i)
            chain.append(queue(QByteArray::number(i).constData(), "Q",
                QByteArray::number((i + 1) % kLength).constData()));
        QueueDefinition definition;
        definition.name = QStringLiteral("Sales");
        definition.capacity = 1;
        definition.overflow.target = QueueId{QStringLiteral("0")};
        const Problems problems = checkAgainstTenant(definition, facts(chain));
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().code, QStringLiteral("overflow_loop"));
    }
};

QTEST_GUILESS_MAIN(TestPreflight)
#include "tst_preflight.moc"

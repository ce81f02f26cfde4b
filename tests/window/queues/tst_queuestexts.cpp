// What the page of the queues says, worked out without a window: states, ages, comparisons.

#include "window/queues/definitionexport.h"
#include "window/queues/lastchange.h"
#include "window/queues/queuecomparison.h"
#include "window/queues/queuesstate.h"
#include "windowbench.h"

#include <QTest>

using namespace queuesmith;
using Body = QueuesState::Body;
using Phase = LoadState::Phase;

namespace {

LoadState load(Phase phase, qint64 done = 0, qint64 total = -1)
{
    LoadState state;
    state.phase = phase;
    state.done = done;
    state.total = total;
    if (phase == Phase::Failed)
        state.error.emplace().message = QStringLiteral("No answer.");
    return state;
}

LoadState withGaps()
{
    LoadState state = load(Phase::Ready);
    state.incompleteBecause = QStringLiteral("it gave only 3.");
    return state;
}

LoadState failedLater()
{
    LoadState state = load(Phase::Failed);
    state.readAt = QDateTime(QDate(2026, 1, 1), QTime(), Qt::UTC);
    return state;
}

QueueDefinition definition()
{
    QueueDefinition made;
    made.name = QStringLiteral("Billing");
    made.capacity = 40;
    made.skillGroups = {SkillId{QStringLiteral("s1")}, SkillId{QStringLiteral("s2")}};
    made.routingRules = {{QStringLiteral("priority"), 5, {}}, {QStringLiteral("capacity"), 40, {}}};
    return made;
}

} // namespace

class TestQueuesTexts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(unexpectedWarnings()); }

    void saysHowTheListStands_data()
    {
        QTest::addColumn<LoadState>("state");
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("shown");
        QTest::addColumn<Body>("body");
        QTest::addColumn<QString>("headline");
        QTest::addColumn<QString>("banner");
        QTest::addColumn<QString>("count");
        const QString no;
        QTest::newRow("begun") << load(Phase::Loading) << 0 << 0 << Body::Reading
                               << QStringLiteral("Reading queues …") << no << no;
        QTest::newRow("first page")
            << load(Phase::Loading, 200, 240) << 200 << 200 << Body::Rows << no << no
            << QStringLiteral("200 queues · Reading queues: 200 of 240");
        QTest::newRow("no total") << load(Phase::Loading, 200) << 200 << 200 << Body::Rows << no
                                  << no << QStringLiteral("200 queues · Reading queues: 200");
        QTest::newRow("one") << load(Phase::Ready) << 1 << 1 << Body::Rows << no << no
                             << QStringLiteral("1 queue");
        QTest::newRow("some of them") << load(Phase::Ready) << 60 << 5 << Body::Rows << no << no
                                      << QStringLiteral("5 of 60 queues");
        QTest::newRow("no match") << load(Phase::Ready) << 60 << 0 << Body::NoMatch
                                  << QStringLiteral("No queue matches the filter") << no
                                  << QStringLiteral("0 of 60 queues");
        QTest::newRow("none") << load(Phase::Ready) << 0 << 0 << Body::NoQueues
                              << QStringLiteral("This tenant has no queues yet") << no << no;
        QTest::newRow("failed") << load(Phase::Failed) << 0 << 0 << Body::Failed
                                << QStringLiteral("The queues could not be read") << no << no;
        QTest::newRow("failed on the way")
            << load(Phase::Failed) << 100 << 100 << Body::Rows << no
            << QStringLiteral("No answer. The rows below are only part of the tenant's queues.")
            << QStringLiteral("100 queues");
        QTest::newRow("failed later")
            << failedLater() << 60 << 60 << Body::Rows << no
            << QStringLiteral("No answer. The rows below were read earlier.")
            << QStringLiteral("60 queues");
        QTest::newRow("gaps") << withGaps() << 3 << 3 << Body::Rows << no
                              << QStringLiteral("The tenant's list is incomplete: it gave only 3. "
                                                "A queue missing here may still exist. Try again.")
                              << QStringLiteral("3 queues");
        QTest::newRow("nothing but gaps")
            << withGaps() << 0 << 0 << Body::Failed
            << QStringLiteral("The tenant returned no queues") << no << no;
    }

    void saysHowTheListStands()
    {
        QFETCH(LoadState, state);
        QFETCH(int, rows);
        QFETCH(int, shown);
        const QueuesState told = queuesState(state, rows, shown, shown != rows);
        QTEST(told.body, "body");
        QTEST(told.headline, "headline");
        QTEST(told.banner ? told.banner->text : QString(), "banner");
        QTEST(told.count, "count");
        QCOMPARE(told.filtered.isEmpty(), shown == rows);
        QVERIFY(told.body == Body::Rows || !told.text.isEmpty());
    }

    void readsTheTenantsTimes_data()
    {
        QTest::addColumn<QString>("modified");
        QTest::addColumn<QString>("exact");
        QTest::newRow("UTC") << QStringLiteral("2026-01-02T03:04:05.678Z")
                             << QStringLiteral("2026-01-02 03:04:05 UTC");
        QTest::newRow("offset") << QStringLiteral("2026-01-02T03:04:05+02:00")
                                << QStringLiteral("2026-01-02 01:04:05 UTC");
        QTest::newRow("no zone is UTC")
            << QStringLiteral("2026-01-02T03:04:05") << QStringLiteral("2026-01-02 03:04:05 UTC");
        QTest::newRow("nonsense: created")
            << QStringLiteral("yesterday") << QStringLiteral("2025-12-01 00:00:00 UTC");
        QTest::newRow("absent: created") << QString() << QStringLiteral("2025-12-01 00:00:00 UTC");
    }

    void readsTheTenantsTimes()
    {
        QFETCH(QString, modified);
        const QJsonObject queue{
            {QStringLiteral("dateCreated"), QStringLiteral("2025-12-01T00:00:00Z")},
            {QStringLiteral("dateModified"), modified}};
        QCOMPARE(lastChangeOf(queue).timeSpec(), Qt::UTC);
        QTEST(lastChangeOf(queue).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'")), "exact");
    }

    void comparesEveryField()
    {
        const QueueDefinition left = definition();
        QueueDefinition right = left;
        std::reverse(right.skillGroups.begin(), right.skillGroups.end());
        std::reverse(right.routingRules.begin(), right.routingRules.end());
        const ComparisonNames names{[](const QueueId &id) { return id.value.toUpper(); },
            [](const SkillId &) { return QStringLiteral("Namesakes"); }};
        QCOMPARE(differing(compareQueues(left, right, names)), 0);

        right.capacity = 41;
        right.overflow.target = QueueId{QStringLiteral("q-2")};
        right.skillGroups[0] = SkillId{QStringLiteral("s3")}; // of the same name
        right.unknown.insert(QLatin1StringView("site"), QStringLiteral("Oslo"));
        QStringList differences;
        const QList<ComparedField> fields = compareQueues(left, right, names);
        for (const ComparedField &field : fields) {
            if (!field.same)
                differences.append(field.field + u'|' + field.left + u'|' + field.right);
        }
        QCOMPARE(differences,
            QStringList(
                {QStringLiteral("Capacity|40|41"), QStringLiteral("Overflow target|none|Q-2"),
                    QStringLiteral("Skills|Namesakes\nNamesakes|Namesakes\nNamesakes"),
                    QStringLiteral("site|–|Oslo")}));
    }

    void namesDefinitionFiles_data()
    {
        QTest::addColumn<QString>("queue");
        QTest::addColumn<QString>("file");
        QTest::newRow("plain") << QStringLiteral("Priority Support")
                               << QStringLiteral("priority-support.json");
        QTest::newRow("a way out")
            << QStringLiteral("../../etc/passwd") << QStringLiteral("etc-passwd.json");
        QTest::newRow("letters of any language")
            << QStringLiteral("Größe №1") << QStringLiteral("größe-1.json");
        QTest::newRow("nothing left") << QStringLiteral("***") << QStringLiteral("queue.json");
    }

    void namesDefinitionFiles()
    {
        QFETCH(QString, queue);
        QTEST(definitionFileName(queue), "file");
    }
};

QTEST_MAIN(TestQueuesTexts)
#include "tst_queuestexts.moc"

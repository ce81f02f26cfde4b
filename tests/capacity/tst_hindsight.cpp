// Looking back: a model held against days that it hasn't seen, and a change against what was
// promised.

#include "capacity/afterchange.h"
#include "capacity/backtest.h"
#include "capacity/capacitymodel.h"
#include "capacity/erlanga.h"
#include "capacityfixture.h"

#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace queuesmith;

namespace {

constexpr double kPatience = 120;

std::pair<double, double> erlangA(int agents, double perSecond)
{
    const Performance at = erlangAPerformance(agents, {perSecond, 180}, kPatience, 20);
    return {at.asa, at.abandons};
}

/// As the model has it, with agents that may change on a day.
QList<MetricRecord> history(int agentsBefore, int agentsFrom, int changeDay, int days = 28)
{
    MadeUpQueue queue;
    queue.days = days;
    return queue.records([=](int day, double perSecond) {
        return erlangA(day < changeDay ? agentsBefore : agentsFrom, perSecond);
    });
}

CapacityConfig configWith(std::optional<int> capacity)
{
    CapacityConfig config;
    config.currentCapacity = capacity;
    return config;
}

AfterChange afterChange(int agentsSeen, int promised, int daysAfter)
{
    const int changeDay = 28;
    const QList<MetricRecord> records = history(5, agentsSeen, changeDay, changeDay + daysAfter);
    return compareAfterChange(
        records, configWith(promised), MadeUpQueue().startMs + changeDay * kDayMs, promised);
}

} // namespace

class TestHindsight : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void aModelThatFitsIsTrusted()
    {
        const BackTest test = backTest(history(6, 6, 0), configWith(6));
        QVERIFY2(test.enough && test.trusted, qPrintable(test.verdict.english()));
        QCOMPARE(test.code, QStringLiteral("ok"));
        QCOMPARE(test.agents, 6);
        QCOMPARE(test.testFromMs, MadeUpQueue().startMs + 21 * kDayMs + 8 * 3'600'000);
        QCOMPARE(test.points.size(), 7 * 20);
        QVERIFY(test.wait && test.abandonment);
        QVERIFY2(test.wait->wape < 0.25, qPrintable(QString::number(test.wait->wape)));
        QVERIFY(std::abs(test.wait->bias) < 0.25);
        QCOMPARE(test.wait->intervals, 140);
        QVERIFY(toJson(test).value(u"wait").toObject().contains(u"wape"));
    }

    void aModelThatIsOffIsNotTrusted()
    {
        // The capacity says twelve, but it is as if five answered.
        const BackTest test = backTest(history(5, 5, 0), configWith(12));
        QVERIFY(test.enough && !test.trusted);
        QCOMPARE(test.code, QStringLiteral("wait_off"));
        QVERIFY2(test.verdict.english().startsWith(QStringLiteral("Don't trust this: ")),
            qPrintable(test.verdict.english()));
        QVERIFY(test.wait->bias < -0.9);
    }

    void aVolumeThatWasNotForeseenIsNotTrusted_data()
    {
        QTest::addColumn<double>("factor");
        QTest::addColumn<std::optional<double>>("expected"); // by a person
        QTest::addColumn<QString>("code");
        QTest::newRow("as before") << 1.0 << std::optional<double>() << QStringLiteral("ok");
        QTest::newRow("a little more") << 1.1 << std::optional<double>() << QStringLiteral("ok");
        QTest::newRow("a third more")
            << 1.33 << std::optional<double>() << QStringLiteral("volume_off");
        QTest::newRow("a third fewer")
            << 0.67 << std::optional<double>() << QStringLiteral("volume_off");
        QTest::newRow("what is expected of other weeks")
            << 1.0 << std::optional(0.5) << QStringLiteral("ok");
    }
    void aVolumeThatWasNotForeseenIsNotTrusted()
    {
        QFETCH(double, factor);
        QFETCH(std::optional<double>, expected);
        QFETCH(QString, code);
        QList<MetricRecord> records = history(6, 6, 0);
        const qint64 lastWeek = MadeUpQueue().startMs + 21 * kDayMs;
        for (MetricRecord &record : records) {
            for (std::optional<double> *figure :
                {&record.offered, &record.handled, &record.waitSumMs, &record.handleSumMs})
                **figure *= *record.startMs >= lastWeek ? factor : 1.0;
        }
        CapacityConfig config = configWith(6);
        config.volumeChange = expected;
        const BackTest test = backTest(records, config);
        QVERIFY2(test.code == code, qPrintable(test.verdict.english()));
        QCOMPARE(test.trusted, code == QLatin1StringView("ok"));
        QVERIFY(std::abs(test.volume->bias - (1.0 / factor - 1.0)) < 1e-9);
        QCOMPARE(test.volume->intervals, 140);
        const QString calls = errorSentences(test).first().english();
        QVERIFY2(calls.startsWith(QStringLiteral("Calls: ")), qPrintable(calls));
    }

    void whereCapacityIsPlacesTheAgentsAreThoseGiven()
    {
        CapacityConfig config = configWith(40);
        config.capacityMeaning = CapacityMeaning::Waiting;
        config.agents = 6;
        const BackTest given = backTest(history(6, 6, 0), config);
        QCOMPARE(given.agents, 6);
        QVERIFY(!given.agentsImplied && given.trusted);
        config.agents.reset();
        const BackTest implied = backTest(history(6, 6, 0), config);
        QCOMPARE(implied.agents, 6);
        QVERIFY(implied.agentsImplied);
    }

    void anOverloadThatNeverCameIsSaid()
    {
        MadeUpQueue queue;
        const auto patient = [](int, double) { return std::pair(3.0, 0.0); };
        const BackTest test = backTest(queue.records(patient), configWith(3));
        QCOMPARE(test.code, QStringLiteral("overloaded"));
        QVERIFY(test.verdict.english().startsWith(QStringLiteral("Don't trust this: ")));
    }

    void withoutACapacityTheWaitsTellTheAgents()
    {
        const BackTest test = backTest(history(6, 6, 0), configWith({}));
        QVERIFY(test.agentsImplied);
        QCOMPARE(test.agents, 6);
        QVERIFY(test.trusted);
    }

    void tooLittleIsSaid_data()
    {
        QTest::addColumn<int>("days");
        QTest::newRow("none") << 0;
        QTest::newRow("one") << 1;
        QTest::newRow("a week") << 7;
    }
    void tooLittleIsSaid()
    {
        QFETCH(int, days);
        const BackTest test = backTest(history(6, 6, 0, days), configWith(6));
        QVERIFY(!test.enough && !test.trusted);
        QCOMPARE(test.code, QStringLiteral("too_little"));
        QVERIFY(!test.verdict.isEmpty());
    }

    void onlyWhatCameAfterTheChangeIsTested()
    {
        CapacityConfig config = configWith(8);
        config.effectiveFromMs = MadeUpQueue().startMs + 24 * kDayMs;
        const BackTest test = backTest(history(5, 8, 24), config);
        QCOMPARE(test.points.size(), 4 * 20);
    }

    void aChangeIsHeldAgainstItsPromise_data()
    {
        QTest::addColumn<int>("agentsSeen");
        QTest::addColumn<int>("days");
        QTest::addColumn<AfterChangeOutcome>("outcome");
        QTest::newRow("as promised") << 8 << 14 << AfterChangeOutcome::Inside;
        QTest::newRow("worse") << 5 << 14 << AfterChangeOutcome::Worse;
        QTest::newRow("too early") << 5 << 2 << AfterChangeOutcome::TooEarly;
        QTest::newRow("only two weeks count") << 8 << 20 << AfterChangeOutcome::Inside;
    }
    void aChangeIsHeldAgainstItsPromise()
    {
        QFETCH(int, agentsSeen);
        QFETCH(int, days);
        QFETCH(AfterChangeOutcome, outcome);
        const AfterChange change = afterChange(agentsSeen, 8, days);
        QVERIFY2(change.outcome == outcome, qPrintable(change.verdict.english()));
        QVERIFY(!change.verdict.isEmpty());
        QCOMPARE(change.days.size(), std::min(days, 14));
        QVERIFY(change.wait->low <= *change.wait->expected);
        QVERIFY(*change.wait->expected <= *change.wait->high);
        QCOMPARE(change.days.first().waitInside, agentsSeen == 8);
    }

    void betterIsOutsideToo()
    {
        const AfterChange change = afterChange(12, 5, 14);
        QVERIFY2(
            change.outcome == AfterChangeOutcome::Better, qPrintable(change.verdict.english()));
    }

    void withoutAHistoryNothingWasPromised()
    {
        const AfterChange change = compareAfterChange({}, configWith(5), MadeUpQueue().startMs, 8);
        QCOMPARE(change.outcome, AfterChangeOutcome::TooEarly);
        QVERIFY(change.verdict.english().contains(QStringLiteral("nothing was promised")));
        QVERIFY(!change.wait && change.days.isEmpty());
    }

    void aModelTellsTheAgentsBehindItsOwnWaits()
    {
        const CapacityModel model(history(6, 6, 0), configWith(6));
        QVERIFY(model.canPredict());
        const Prediction at = model.at(6);
        QCOMPARE(at.capacity, 6);
        QCOMPARE(model.agentsExplaining(*at.asaSeconds), std::optional(6));
        QVERIFY(model.at(7).asaSeconds < at.asaSeconds);
        CapacityConfig shrunk = configWith(10);
        shrunk.shrinkage = 0.4;
        QCOMPARE(CapacityModel(history(6, 6, 0), shrunk).agentsAt(10), 6);
        QVERIFY(!CapacityModel(QList<MetricRecord>(), shrunk).canPredict());
    }
};

QTEST_GUILESS_MAIN(TestHindsight)
#include "tst_hindsight.moc"

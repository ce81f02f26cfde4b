// What a recommendation says of itself, and the queue's own time zone.

#include "capacity/recommend.h"
#include "capacity/recommendationwords.h"
#include "capacity/waithistory.h"
#include "capacityfixture.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace queuesmith;

namespace {

CapacityConfig configWith(int capacity)
{
    CapacityConfig config;
    config.currentCapacity = capacity;
    return config;
}

std::pair<double, double> slow(int, double) { return {45.0, 0.08}; }

/// Half-hours around the clock, the same number of calls in each.
QList<MetricRecord> aroundTheClock(const QString &from, const QString &to)
{
    QList<MetricRecord> records;
    for (qint64 at = *instantOf(from); at < *instantOf(to); at += 1'800'000) {
        MetricRecord record;
        record.startMs = at;
        record.seconds = 1800;
        record.handled = 20;
        record.abandonRate = 0.0;
        record.waitSumMs = 1000;
        record.handleSumMs = 2'000'000;
        records.append(record);
    }
    return records;
}

} // namespace

class TestRecommendation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void everyCodeHasASentence_data()
    {
        QTest::addColumn<QString>("code");
        for (const QLatin1StringView code :
            {codes::kNoData, codes::kNoCalls, codes::kNoHandleTime, codes::kNewQueue,
                codes::kWaitAboveTarget, codes::kAbandonAboveTarget, codes::kTargetsMet,
                codes::kTargetsNotMeasurable, codes::kNotEnoughData, codes::kRecentChange,
                codes::kEvidenceOverModel, codes::kWithinTolerance, codes::kModelNeedsMore,
                codes::kWithinRange, codes::kVolumeMoved, codes::kRepeatCalls,
                codes::kAgentsElsewhere, codes::kCapacityAlreadyEnough, codes::kModelNeedsFewer,
                codes::kLowerNotProven, codes::kModelAgrees, codes::kRoomOk,
                codes::kRoomLimitedByWait, codes::kRoomTooLarge, codes::kRoomForOverflow,
                codes::kThresholdPassed, codes::kThresholdNotPassed, codes::kDuplicateIntervals,
                codes::kIntervalsDropped, codes::kNullMetrics, codes::kPercentScaled,
                codes::kOutliersLimited, codes::kMissingIntervals, codes::kCoarseIntervals,
                codes::kVolatileVolume, codes::kWaitNearLimit, codes::kLicenceCap, codes::kRangeCap,
                codes::kOverLicence, codes::kStepLimited, codes::kModelDisagrees,
                codes::kCapacityNotBottleneck, codes::kNeedMoreAgents, codes::kSimpleRule,
                codes::kFewDays, codes::kFewCalls, codes::kWideRange, codes::kPatienceUnknown})
            QTest::newRow(code.data()) << QString(code);
    }
    void everyCodeHasASentence()
    {
        QFETCH(QString, code);
        const Recommendation found = recommend(MadeUpQueue().records(slow), configWith(5));
        const QString text = sentenceOf(code, found).english();
        QVERIFY2(text.endsWith(u'.') && text.contains(u' '), qPrintable(text));
        QVERIFY2(!text.contains(QRegularExpression(QStringLiteral("%\\d"))), qPrintable(text));
    }

    void whatWasNotMeasuredIsNotSaidToBeInside_data()
    {
        QTest::addColumn<bool>("hasWaits");
        QTest::addColumn<bool>("hasAbandonment");
        QTest::addColumn<QString>("text");
        QTest::newRow("both")
            << true << true
            << QStringLiteral("Over the whole period, average wait and abandonment were inside "
                              "your limits.");
        QTest::newRow("waits") << true << false
                               << QStringLiteral("Over the whole period, the average wait was "
                                                 "inside your limit; abandonment is not in the "
                                                 "history.");
        QTest::newRow("abandonment")
            << false << true
            << QStringLiteral("Over the whole period, abandonment was inside your limit; waits "
                              "are not in the history.");
        QTest::newRow("neither") << false << false
                                 << QStringLiteral("None of your targets can be checked against "
                                                   "the history, so the model decides.");
    }
    void whatWasNotMeasuredIsNotSaidToBeInside()
    {
        QFETCH(bool, hasWaits);
        QFETCH(bool, hasAbandonment);
        QFETCH(QString, text);
        QList<MetricRecord> records =
            MadeUpQueue().records([](int, double) { return std::pair(9.0, 0.01); });
        for (MetricRecord &record : records) {
            if (!hasWaits)
                record.waitSumMs.reset();
            if (hasAbandonment)
                continue;
            record.offered.reset();
            record.abandonRate.reset();
        }
        const Recommendation found = recommend(records, configWith(9));
        QCOMPARE(sentenceOf(found.reasons.first(), found).english(), text);
    }

    void aRaiseNamesTheTargetAndTheTimeThatDecide()
    {
        const Recommendation found = recommend(MadeUpQueue().records(slow), configWith(5));
        QVERIFY(found.reasons.contains(codes::kModelNeedsMore));
        const QString binding = bindingSentence(found).english();
        QVERIFY2(
            binding.startsWith(QStringLiteral("The deciding target is ")), qPrintable(binding));
        QVERIFY2(binding.contains(QRegularExpression(QStringLiteral(
                     "on (Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days from \\d\\d:[03]0 to "
                     "\\d\\d:[03]0\\.$"))),
            qPrintable(binding));
        QVERIFY(sentenceOf(codes::kModelNeedsMore, found).english().endsWith(binding));
    }

    void anotherBindingIsSaidInWords_data()
    {
        QTest::addColumn<QStringList>("targets");
        QTest::addColumn<BindingSlot>("slot");
        QTest::addColumn<QString>("text");
        const BindingSlot daily{0, 0, 86'400, false, 4, {}};
        const BindingSlot late{6, 85'500, 900, true, 4, {}};
        QTest::newRow("three") << QStringList{QStringLiteral("sl"), QStringLiteral("asa"),
            QStringLiteral("occupancy")}
                               << daily
                               << QStringLiteral("The deciding targets are service level (80 % in "
                                                 "20 s), average wait (30 s) and occupancy (90 %), "
                                                 "on working days.");
        QTest::newRow("too much work")
            << QStringList{QStringLiteral("stability")} << late
            << QStringLiteral("With one agent fewer, calls would pile up without end on Sundays "
                              "from 23:45 to 24:00.");
        QTest::newRow("one agent") << QStringList{QStringLiteral("minimum")} << late
                                   << QStringLiteral("One agent is the least that answers.");
        QTest::newRow("nothing") << QStringList() << late << QString();
    }
    void anotherBindingIsSaidInWords()
    {
        QFETCH(QStringList, targets);
        QFETCH(BindingSlot, slot);
        QFETCH(QString, text);
        Recommendation recommendation;
        slot.targets = targets;
        recommendation.binding = slot;
        QCOMPARE(bindingSentence(recommendation).english(), text);
    }

    void aStepNamesWhatTheModelNeeds()
    {
        CapacityConfig config = configWith(40);
        const auto fast = [](int, double) { return std::pair(0.0, 0.0); };
        const Recommendation found = recommend(MadeUpQueue().records(fast), config);
        QCOMPARE(found.recommendedCapacity, std::optional(36));
        QCOMPARE(stepSentence(found).english(),
            QStringLiteral("Step to 36 now; the model needs %1 (%2–%3)")
                .arg(QString::number(*found.modelCapacity), QString::number(found.range->first),
                    QString::number(found.range->second)));
        QVERIFY(stepSentence(recommend(MadeUpQueue().records(fast), configWith(9))).isEmpty());
    }

    void theBusyDayIsPromisedAtWhatTheModelNeeds()
    {
        const Recommendation found = recommend(MadeUpQueue().records(slow), configWith(5));
        for (const Prediction &point : found.curve) {
            QCOMPARE(*point.busyDayOnTarget >= found.config.coverage,
                point.capacity >= *found.modelCapacity);
            QVERIFY(*point.busyDayOnTarget <= 1.0);
        }
    }

    void theSameInputGivesTheSameResultInAnyOrder()
    {
        QList<MetricRecord> records = MadeUpQueue().records(slow);
        const QJsonObject ordered = toJson(recommend(records, configWith(5)));
        std::reverse(records.begin(), records.end());
        QCOMPARE(toJson(recommend(records, configWith(5))), ordered);
    }

    void aRecommendationOfEachPolicyTellsWhatItIs()
    {
        CapacityConfig config = configWith(10);
        const QList<MetricRecord> records = MadeUpQueue().records(slow);
        config.policy = Policy::Threshold;
        const Recommendation simple = recommend(records, config);
        QCOMPARE(simple.recommendedCapacity, std::optional(11));
        QCOMPARE(simple.action, RecommendedAction::Increase);
        QCOMPARE(simple.warnings, QStringList{codes::kSimpleRule});
        config.policy = Policy::Erlang;
        config.capacityMeaning = CapacityMeaning::Waiting;
        config.agents = 8;
        QCOMPARE(recommend(records, config).policy, Policy::Room);
        config.agents.reset();
        const Recommendation blind = recommend(records, config);
        QCOMPARE(blind.reasons, QStringList{codes::kNoData});
        QCOMPARE(blind.recommendedCapacity, std::optional(10));
    }

    void aChangeOfTheClocksIsNoGap_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("to summer time") << "2025-03-10T00:00:00+01:00"
                                        << "2025-04-21T00:00:00+02:00";
        QTest::newRow("from summer time") << "2025-10-06T00:00:00+02:00"
                                          << "2025-11-17T00:00:00+01:00";
    }
    void aChangeOfTheClocksIsNoGap()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        CapacityConfig config = configWith(5);
        config.timeZone = QStringLiteral("Europe/Berlin");
        QList<MetricRecord> records = aroundTheClock(from, to);
        const Recommendation whole = recommend(records, config);
        QCOMPARE(whole.data->slotCount, 7 * 48);
        QCOMPARE(whole.data->days, 42);
        QCOMPARE(whole.data->missingShare, 0.0);
        const qsizetype expected = records.size();
        records.remove(records.size() / 2, 10);
        const double missing = recommend(records, config).data->missingShare;
        QVERIFY(std::abs(missing - 10.0 / static_cast<double>(expected)) < 1e-12);
    }

    void theDayIsTheQueuesOwn()
    {
        // Calls at nine o'clock in Berlin, in winter and in summer: one slot, not two.
        QList<MetricRecord> records;
        for (const char *day : {"2025-03-17T08:00:00Z", "2025-03-24T08:00:00Z",
                 "2025-03-31T07:00:00Z", "2025-04-07T07:00:00Z"}) {
            const qint64 at = *instantOf(QLatin1String(day));
            MetricRecord record =
                aroundTheClock(QLatin1String(day), QLatin1String(day).left(11) + u"23:00").first();
            record.startMs = at;
            records.append(record);
        }
        CapacityConfig config = configWith(5);
        QCOMPARE(recommend(records, config).data->slotCount, 2);
        config.timeZone = QStringLiteral("Europe/Berlin");
        QCOMPARE(recommend(records, config).data->slotCount, 1);
    }

    void whatIsAbsurdGivesASentence_data()
    {
        QTest::addColumn<double>("handled");
        QTest::addColumn<double>("handleMs");
        QTest::addColumn<double>("waitMs");
        QTest::newRow("10^12 calls") << 1e12 << 1e17 << 1e15;
        QTest::newRow("10^12 ms a call") << 100.0 << 1e14 << 1e14;
        QTest::newRow("all negative") << -1.0 << -1.0 << -1.0;
        QTest::newRow("hardly anything") << 1e-9 << 1e-9 << 1e-9;
    }
    void whatIsAbsurdGivesASentence()
    {
        QFETCH(double, handled);
        QFETCH(double, handleMs);
        QFETCH(double, waitMs);
        QList<MetricRecord> records = MadeUpQueue().records(slow);
        for (MetricRecord &record : records) {
            record.offered.reset();
            record.handled = handled;
            record.handleSumMs = handleMs;
            record.waitSumMs = waitMs;
        }
        const Recommendation found = recommend(records, configWith(5));
        QVERIFY(found.recommendedCapacity && *found.recommendedCapacity <= 5000);
        QVERIFY(!found.reasons.isEmpty());
        const QJsonArray explanation = toJson(found).value(u"explanation").toArray();
        QCOMPARE(explanation.size(), found.reasons.size() + found.warnings.size());
    }
};

QTEST_GUILESS_MAIN(TestRecommendation)
#include "tst_recommendation.moc"

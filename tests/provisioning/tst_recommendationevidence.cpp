// From a recommendation and the records that it was made from to what an approval rests on.

#include "provisioning/recommendationevidence.h"

#include "capacity/recommend.h"

#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace queuesmith;

namespace {

constexpr qint64 kStart = 1'772'409'600'000; // 2026-03-02T00:00:00Z
constexpr qint64 kHalfHour = 1'800'000;

/// Half-hours of four weeks, busier by day.
QList<MetricRecord> records(int count = 4 * 7 * 48)
{
    QList<MetricRecord> list;
    for (int i = 0; i < count; ++i) {
        MetricRecord record;
        record.startMs = kStart + i * kHalfHour;
        record.seconds = 1800;
        const int slot = i % 48;
        record.handled = slot > 15 && slot < 40 ? 30 + i % 5 : 2;
        record.abandonRate = 0.02;
        record.waitSumMs = *record.handled * 9'500;
        record.handleSumMs = *record.handled * 240'000;
        list.append(record);
    }
    return list;
}

CapacityConfig config(Policy policy = Policy::Erlang)
{
    CapacityConfig config;
    config.policy = policy;
    config.currentCapacity = 9;
    config.licensedAgents = 40;
    return config;
}

} // namespace

class TestRecommendationEvidence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void tellsWhatTheRecommendationSays_data()
    {
        QTest::addColumn<Policy>("policy");
        QTest::addColumn<bool>("isModelled");
        QTest::newRow("erlang") << Policy::Erlang << true;
        QTest::newRow("threshold") << Policy::Threshold << false;
        QTest::newRow("threshold-weighted") << Policy::ThresholdWeighted << false;
    }
    void tellsWhatTheRecommendationSays()
    {
        QFETCH(Policy, policy);
        QFETCH(bool, isModelled);
        const QList<MetricRecord> history = records();
        const Recommendation recommendation = recommend(history, config(policy));
        BackTest test;
        test.wait = ModelError{0.2, -0.1, 10, 11, 600};
        const CapacityEvidence evidence = evidenceOf(recommendation, test, history);
        QCOMPARE(evidence.policy, wordOf(policy));
        QCOMPARE(evidence.reading, QStringLiteral("agents"));
        QCOMPARE(evidence.currentCapacity, qint64{9});
        QVERIFY(evidence.recommendedCapacity);
        QCOMPARE(*evidence.recommendedCapacity, qint64{*recommendation.recommendedCapacity});
        QCOMPARE(evidence.intervals, history.size());
        QCOMPARE(evidence.from.toMSecsSinceEpoch(), kStart);
        QCOMPARE(evidence.to.toMSecsSinceEpoch(), kStart + history.size() * kHalfHour);
        QCOMPARE(evidence.waitError, (EvidenceError{0.2, -0.1}));
        QCOMPARE(evidence.abandonError, EvidenceError());
        QCOMPARE(evidence.range.has_value(), isModelled);
        QCOMPARE(evidence.predictedAtRecommended.serviceLevel.has_value(), isModelled);
        QCOMPARE(evidence.observed.asaSeconds.has_value(), isModelled);
        QCOMPARE(evidence.confidence.isEmpty() || evidence.confidence == QLatin1StringView("none"),
            !isModelled);
        QCOMPARE(evidence.historyDigest, historyDigest(history));
        QCOMPARE(evidenceFromJson(toJson(evidence)), evidence);
    }

    void tellsTheTargetsAndWhatIsUnusual()
    {
        CapacityConfig unusual = config();
        unusual.targets.abandonRate.reset();
        unusual.targets.asaSeconds = 12.5;
        unusual.shrinkage = 0.3;
        unusual.volumeChange = 0.125;
        const QJsonObject settings =
            evidenceOf(recommend(records(), unusual), BackTest(), records()).settings;
        const QJsonObject expected{{QStringLiteral("sl"), QStringLiteral("0.8")},
            {QStringLiteral("slSeconds"), 20}, {QStringLiteral("asa"), QStringLiteral("12.5")},
            {QStringLiteral("abandon"), QJsonValue::Null},
            {QStringLiteral("occupancy"), QStringLiteral("0.9")},
            {QStringLiteral("shrinkage"), QStringLiteral("0.3")},
            {QStringLiteral("volumeChange"), QStringLiteral("0.125")}};
        QCOMPARE(settings, expected);
    }

    void aRecommendationDoesNotContradictItsRange_data()
    {
        QTest::addColumn<int>("recommended");
        QTest::addColumn<int>("model");
        QTest::addColumn<QStringList>("warnings");
        QTest::addColumn<QString>("text");
        const QStringList step{QStringLiteral("STEP_LIMITED")};
        const QStringList licence{QStringLiteral("LICENCE_CAP")};
        QTest::newRow("the model's")
            << 15 << 15 << QStringList() << QStringLiteral("Recommended 15 (13–17)");
        QTest::newRow("a step") << 18 << 15 << step
                                << QStringLiteral("Step to 18 now; the model needs 15 (13–17)");
        QTest::newRow("a step into the range")
            << 17 << 15 << step << QStringLiteral("Step to 17 now; the model needs 15 (13–17)");
        QTest::newRow("the licence")
            << 10 << 15 << licence << QStringLiteral("Recommended 10; the model needs 15 (13–17)");
        QTest::newRow("without a model")
            << 10 << -1 << QStringList() << QStringLiteral("Recommended 10");
        QTest::newRow("nothing") << -1 << -1 << QStringList() << QString();
    }
    void aRecommendationDoesNotContradictItsRange()
    {
        QFETCH(int, recommended);
        QFETCH(int, model);
        QFETCH(QStringList, warnings);
        QFETCH(QString, text);
        CapacityEvidence evidence;
        if (recommended >= 0)
            evidence.recommendedCapacity = recommended;
        if (model >= 0) {
            evidence.modelCapacity = model;
            evidence.range = CapacityRange{13, 17};
        }
        evidence.warnings = warnings;
        QCOMPARE(recommendedSentence(evidence).english(), text);
    }

    void withoutRecordsThereIsNoHistory()
    {
        for (const Policy policy : {Policy::Erlang, Policy::Threshold}) {
            const CapacityEvidence evidence =
                evidenceOf(recommend({}, config(policy)), BackTest(), {});
            QVERIFY(!evidence.hasHistory());
            QVERIFY(!evidence.from.isValid());
            QVERIFY(!evidence.to.isValid());
        }
    }

    void absurdRecordsGiveNoAbsurdSpan()
    {
        QList<MetricRecord> history = records(2);
        history[0].startMs.reset();
        history[1].seconds = 1e300;
        const CapacityEvidence evidence =
            evidenceOf(recommend(history, config()), BackTest(), history);
        QCOMPARE(evidence.from.toMSecsSinceEpoch(), kStart + kHalfHour);
        QCOMPARE(evidence.to, evidence.from.addDays(1));
        for (const qint64 start :
            {std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min()}) {
            history[1].startMs = start;
            QVERIFY(!evidenceOf(recommend(history, config()), BackTest(), history).from.isValid());
        }
    }

    void theDigestIsOfTheFigures()
    {
        const QList<MetricRecord> history = records(100);
        const QString digest = historyDigest(history);
        QCOMPARE(digest.size(), 64);
        QList<MetricRecord> other = history;
        std::reverse(other.begin(), other.end());
        QCOMPARE(historyDigest(other), digest);
        other[7].waitMaxMs = 0;
        QVERIFY(historyDigest(other) != digest);
        QVERIFY(historyDigest(history.mid(1)) != digest);
        QCOMPARE(historyDigest({}).size(), 64);
    }

    void theReadingsMeanTheSame_data()
    {
        QTest::addColumn<CapacityReading>("reading");
        for (const CapacityReading reading :
            {CapacityReading::Agents, CapacityReading::Waiting, CapacityReading::System})
            QTest::newRow(qPrintable(word(reading))) << reading;
    }
    void theReadingsMeanTheSame()
    {
        QFETCH(CapacityReading, reading);
        QCOMPARE(wordOf(meaningOf(reading)), word(reading));
    }
};

QTEST_GUILESS_MAIN(TestRecommendationEvidence)
#include "tst_recommendationevidence.moc"

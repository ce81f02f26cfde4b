// A record of the history as it comes: what is missing stays empty.

#include "domain/metricrecord.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace queuesmith;

namespace {

QJsonObject object(const char *text) { return QJsonDocument::fromJson(QByteArray(text)).object(); }

} // namespace

class TestMetricRecord : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void readsInstants_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("instant"); // -1: none
        const auto row = [](const char *text, qint64 instant) {
            QTest::newRow(text) << QString::fromUtf8(text) << instant;
        };
        const qint64 nine = 1'740'992'400'000; // 2025-03-03T09:00:00Z
        row("2025-03-03T09:00:00Z", nine);
        row("2025-03-03T09:00:00.250Z", nine + 250);
        row("2025-03-03T09:00:00.2509999Z", nine + 250);
        row("2025-03-03T09:00", nine);
        row("2025-03-03 09:00:00", nine);
        row("2025-03-03T10:00:00+01:00", nine);
        row("2025-03-03T10:00:00+0100", nine);
        row("2025-03-03T10:00:00+01", nine);
        row("2025-03-03T05:30:00-03:30", nine);
        row("2025-03-03", nine - 9 * 3'600'000);
        row("", -1);
        row("yesterday", -1);
        row("NaN", -1);
        row("2025-02-29T09:00:00Z", -1);
        row("2025-03-03T24:00:00Z", -1);
        row("2025-03-03T09:60:00Z", -1);
        row("2025-03-03T09:00:00.Z", -1);
        row("2025-03-03T09:00:00Z and more", -1);
        row("2025-03-03T09:00:00+1:00", -1);
        row("2025-3-3T09:00:00Z", -1);
        row("0000-01-01T00:00:00Z", -1);
        row("0001-01-01T00:00:00+14:00", -1);
        row("9999-12-31T23:59:59-01:00", -1);
    }
    void readsInstants()
    {
        QFETCH(QString, text);
        QFETCH(qint64, instant);
        QCOMPARE(instantOf(text).value_or(-1), instant);
    }

    void missingIsNotZero_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"{}", R"({"metrics":null})", R"({"metrics":[1]})",
                 R"({"start":1740992400,"durationSec":"1800","metrics":{"callsHandled":7}})",
                 R"({"start":null,"durationSec":true,"metrics":{"callsHandled":{"sum":null},
                     "abandonRate":{"average":"NaN"},"waitTime":{"sum":"12","count":false},
                     "handleTime":{"sum":[],"average":{}}}})"})
            QTest::newRow(text) << QByteArray(text);
    }
    void missingIsNotZero()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(metricRecordFromScenario(object(text.constData())), MetricRecord());
    }

    void takesEveryFigure()
    {
        const MetricRecord record = metricRecordFromScenario(object(
            R"({"start":"2025-03-03T09:00:00Z","durationSec":1800,"metrics":{
                "callsHandled":{"sum":null,"count":30},"callsOffered":{"sum":31,"count":99},
                "abandonRate":{"average":0.03},"waitTime":{"sum":5000,"count":29,"max":900},
                "handleTime":{"sum":6000,"average":200}}})"));
        const MetricRecord expected{
            1'740'992'400'000, 1800.0, 30.0, 31.0, 0.03, 5000.0, 29.0, 900.0, 6000.0, 200.0};
        QCOMPARE(record, expected);
    }

    void aTenantsRecordHasTheLengthAskedFor()
    {
        const QJsonObject told =
            object(R"({"dateFrom":"2025-03-03T09:00:00Z","metrics":{"callsHandled":{"sum":0}}})");
        const MetricRecord record = metricRecordFromTenant(told, HistoryInterval::QuarterHourly);
        QCOMPARE(record.startMs, std::optional<qint64>(1'740'992'400'000));
        QCOMPARE(record.seconds, std::optional(900.0));
        QCOMPARE(record.handled, std::optional(0.0));
        QVERIFY(!record.waitSumMs);
    }

    void intervalsHaveTheContractsWords()
    {
        for (const HistoryInterval interval : {HistoryInterval::Daily, HistoryInterval::Hourly,
                 HistoryInterval::HalfHourly, HistoryInterval::QuarterHourly})
            QCOMPARE(intervalOf(wordOf(interval)), std::optional(interval));
        QCOMPARE(wordOf(HistoryInterval::HalfHourly), QStringLiteral("HALF_HOURLY"));
        QCOMPARE(secondsOf(HistoryInterval::Daily), 86'400);
        QVERIFY(!intervalOf(QStringLiteral("daily")));
    }
};

QTEST_GUILESS_MAIN(TestMetricRecord)
#include "tst_metricrecord.moc"

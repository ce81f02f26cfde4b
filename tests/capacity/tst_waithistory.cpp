// Cleaning a history: what can't be used is dropped and counted, and times fall on the queue's own
// wall clock.

#include "capacity/waithistory.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace queuesmith;

namespace {

const qint64 kStart = *instantOf(QStringLiteral("2025-03-03T09:00:00Z"));
constexpr qint64 kHalfHour = 1'800'000;

MetricRecord record(qint64 startMs, double handled)
{
    MetricRecord record;
    record.startMs = startMs;
    record.seconds = 1800;
    record.handled = handled;
    record.abandonRate = 0.5;
    record.waitSumMs = 4000;
    record.handleSumMs = 8000;
    return record;
}

WaitHistory clean(const QList<MetricRecord> &records, const QString &zone = {})
{
    CapacityConfig config;
    config.timeZone = zone;
    return cleanHistory(records, config);
}

} // namespace

class TestWaitHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void ordersAndKeepsTheLastOfTwo()
    {
        const WaitHistory history =
            clean({record(kStart + kHalfHour, 3), record(kStart, 1), record(kStart, 2)});
        QCOMPARE(history.notes.read, 3);
        QCOMPARE(history.notes.duplicates, 1);
        QCOMPARE(history.intervals.size(), std::size_t(2));
        QCOMPARE(history.intervals[0].handled, 2.0);
        QCOMPARE(history.intervals[0].offered, 4.0);
        QCOMPARE(history.intervals[0].meanWait(), std::optional(2.0));
        QCOMPARE(history.intervals[0].abandonRate(), std::optional(0.5));
        QCOMPARE(history.intervals[1].handled, 3.0);
    }

    void dropsWhatCannotBeUsed_data()
    {
        QTest::addColumn<int>("which");
        int which = 0;
        for (const char *name : {"no time", "no length", "length zero", "no count",
                 "negative count", "everybody hung up, yet some were handled",
                 "everybody hung up, nobody counted", "beyond every number"})
            QTest::newRow(name) << which++;
    }
    void dropsWhatCannotBeUsed()
    {
        QFETCH(int, which);
        MetricRecord bad = record(kStart, 5);
        switch (which) {
        case 0:
            bad.startMs.reset();
            break;
        case 1:
            bad.seconds.reset();
            break;
        case 2:
            bad.seconds = 0;
            break;
        case 3:
            bad.handled.reset();
            break;
        case 4:
            bad.handled = -1;
            break;
        case 5:
            bad.abandonRate = 1;
            break;
        case 6:
            bad.abandonRate = 100;
            bad.handled = 0;
            break;
        default:
            bad.handled = std::numeric_limits<double>::max();
            break;
        }
        const WaitHistory history = clean({bad});
        QVERIFY(history.intervals.empty());
        QCOMPARE(history.notes.dropped, 1);
    }

    void whatIsMissingOrImpossibleStaysEmpty()
    {
        MetricRecord bare = record(kStart, 5);
        bare.abandonRate = -3;
        bare.waitSumMs = -1;
        bare.handleSumMs = 0;
        MetricRecord percent = record(kStart + kHalfHour, 5);
        percent.abandonRate = 20;
        percent.handleSumMs.reset();
        percent.handleAverageMs = 2000;
        const WaitHistory history = clean({bare, percent});
        QCOMPARE(history.notes.nullAbandon, 1);
        QCOMPARE(history.notes.nullWait, 1);
        QCOMPARE(history.notes.nullHandle, 1);
        QCOMPARE(history.notes.percentScaled, 1);
        QVERIFY(!history.intervals[0].meanWait() && !history.intervals[0].abandonRate());
        QVERIFY(!history.intervals[0].handleSeconds);
        QCOMPARE(history.intervals[1].offered, 6.25);
        QCOMPARE(history.intervals[1].handleSeconds, std::optional(10.0));
    }

    void offeredCallsThatAreToldCount()
    {
        MetricRecord told = record(kStart, 5);
        told.offered = 8;
        QCOMPARE(clean({told}).intervals[0].offered, 8.0);
        told.offered = 4; // fewer than were handled: not to be believed
        QCOMPARE(clean({told}).intervals[0].offered, 10.0);
    }

    void fallsOnTheQueuesWallClock_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("instant");
        QTest::addColumn<int>("weekday");
        QTest::addColumn<int>("hour");
        const auto row = [](const char *zone, const char *instant, int weekday, int hour) {
            QTest::addRow("%s %s", zone, instant)
                << QString::fromUtf8(zone) << QString::fromUtf8(instant) << weekday << hour;
        };
        row("", "2025-03-03T09:00:00Z", 0, 9);
        row("", "1969-12-31T23:00:00Z", 2, 23);
        row("Europe/Berlin", "2025-03-30T00:00:00Z", 6, 1); // the day of 23 hours
        row("Europe/Berlin", "2025-03-30T01:00:00Z", 6, 3);
        row("Europe/Berlin", "2025-10-26T00:00:00Z", 6, 2); // the day of 25 hours
        row("Europe/Berlin", "2025-10-26T01:00:00Z", 6, 2);
        row("America/New_York", "2025-03-03T02:00:00Z", 6, 21);
        row("Asia/Kolkata", "2025-03-03T18:30:00Z", 1, 0);
    }
    void fallsOnTheQueuesWallClock()
    {
        QFETCH(QString, zone);
        QFETCH(QString, instant);
        QFETCH(int, weekday);
        QFETCH(int, hour);
        const WaitHistory history = clean({record(*instantOf(instant), 1)}, zone);
        QCOMPARE(history.intervals[0].localWeekday(), weekday);
        QCOMPARE(history.intervals[0].secondOfDay() / 3600, hour);
    }

    void aYearHasADayOf23AndOneOf25Hours()
    {
        QList<MetricRecord> records;
        const qint64 newYear = *instantOf(QStringLiteral("2025-01-01T00:00:00+01:00"));
        for (int i = 0; i < 17'520; ++i)
            records.append(record(newYear + i * kHalfHour, 1));
        QHash<qint64, int> halfHours; // by day
        const WaitHistory history = clean(records, QStringLiteral("Europe/Berlin"));
        for (const CleanInterval &interval : history.intervals)
            ++halfHours[interval.localDay()];
        QCOMPARE(halfHours.size(), 365);
        QList<int> counts = halfHours.values();
        std::sort(counts.begin(), counts.end());
        QCOMPARE(counts.first(), 46);
        QCOMPARE(counts.at(1), 48);
        QCOMPARE(counts.at(363), 48);
        QCOMPARE(counts.last(), 50);
    }
};

QTEST_GUILESS_MAIN(TestWaitHistory)
#include "tst_waithistory.moc"

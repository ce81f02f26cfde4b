#include "window/waittimes/timeticks.h"

#include <QDateTime>
#include <QTest>

using namespace queuesmith;

/// Where the marks of the time axis stand, above all around a change to or from summer time.
class TestTimeTicks : public QObject {
    Q_OBJECT

    static QLocale english() { return QLocale(QLocale::English, QLocale::UnitedKingdom); }
    static QTimeZone berlin() { return QTimeZone("Europe/Berlin"); }
    static qint64 utc(const char *text)
    {
        return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toMSecsSinceEpoch();
    }
    static QStringList labels(const std::vector<TimeTick> &ticks)
    {
        QStringList texts;
        for (const TimeTick &tick : ticks)
            texts.append(tick.label);
        return texts;
    }

private Q_SLOTS:
    void hoursOfADay_data();
    void hoursOfADay();
    void daysStandAtLocalMidnight();
    void monthsOfAYear();
    void nothingIsTooLong();
    void staysWithinWhatIsAsked();
    void tellsAnInterval_data();
    void tellsAnInterval();
};

void TestTimeTicks::hoursOfADay_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("to");
    QTest::addColumn<int>("most");
    QTest::addColumn<QString>("shown");
    QTest::newRow("a plain day") << QByteArray("Europe/Berlin") << utc("2025-03-03T23:00:00Z")
                                 << utc("2025-03-04T23:00:00Z") << 9
                                 << QStringLiteral(
                                        "Tue 4 Mar|03:00|06:00|09:00|12:00|15:00|18:00|21:00");
    // The clock goes from 01:59 to 03:00.
    QTest::newRow("23 hours") << QByteArray("Europe/Berlin") << utc("2025-03-29T23:00:00Z")
                              << utc("2025-03-30T04:00:00Z") << 8
                              << QStringLiteral("Sun 30 Mar|01:00|03:00|04:00|05:00");
    // The clock shows 02:00 twice.
    QTest::newRow("25 hours") << QByteArray("Europe/Berlin") << utc("2025-10-25T22:00:00Z")
                              << utc("2025-10-26T03:00:00Z") << 8
                              << QStringLiteral("Sun 26 Oct|01:00|02:00|02:00|03:00");
    QTest::newRow("half an hour") << QByteArray("Asia/Kolkata") << utc("2025-03-03T18:30:00Z")
                                  << utc("2025-03-04T00:30:00Z") << 8
                                  << QStringLiteral("Tue 4 Mar|01:00|02:00|03:00|04:00|05:00");
    // No midnight: the day begins at 01:00.
    QTest::newRow("no midnight") << QByteArray("Africa/Cairo") << utc("2024-04-25T20:00:00Z")
                                 << utc("2024-04-26T01:00:00Z") << 8
                                 << QStringLiteral("22:00|23:00|Fri 26 Apr|02:00|03:00");
}

void TestTimeTicks::hoursOfADay()
{
    QFETCH(QByteArray, zone);
    QFETCH(qint64, from);
    QFETCH(qint64, to);
    QFETCH(int, most);
    const QTimeZone there(zone);
    QVERIFY(there.isValid());
    const std::vector<TimeTick> ticks = timeTicks({from, to}, there, most, english());
    QTEST(labels(ticks).join(u'|'), "shown");
    for (const TimeTick &tick : ticks) {
        const QString clock =
            QDateTime::fromMSecsSinceEpoch(tick.ms, there).time().toString(QStringLiteral("HH:mm"));
        QVERIFY2(tick.isMajor || tick.label == clock, qPrintable(tick.label));
    }
}

void TestTimeTicks::daysStandAtLocalMidnight()
{
    const ChartSpan span{utc("2025-03-24T00:00:00Z"), utc("2025-04-07T00:00:00Z")};
    const std::vector<TimeTick> ticks = timeTicks(span, berlin(), 20, english());
    QCOMPARE(ticks.size(), std::size_t(14));
    for (const TimeTick &tick : ticks)
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(tick.ms, berlin()).time(), QTime(0, 0));
    QCOMPARE(ticks[5].label, QStringLiteral("Sun 30 Mar"));
    QCOMPARE(ticks[6].ms - ticks[5].ms, qint64(23) * 3'600'000);
    QCOMPARE(ticks[7].label, QStringLiteral("Tue 1 Apr"));
    QVERIFY(ticks[7].isMajor);
}

void TestTimeTicks::monthsOfAYear()
{
    const ChartSpan span{utc("2025-01-15T00:00:00Z"), utc("2026-01-15T00:00:00Z")};
    const std::vector<TimeTick> ticks = timeTicks(span, berlin(), 14, english());
    QCOMPARE(ticks.size(), std::size_t(12));
    QCOMPARE(ticks.front().label, QStringLiteral("Feb 2025"));
    QCOMPARE(ticks.back().label, QStringLiteral("Jan 2026"));
    QVERIFY(ticks.back().isMajor);
}

void TestTimeTicks::nothingIsTooLong()
{
    QVERIFY(timeTicks({5, 5}, berlin(), 8, english()).empty());
    QVERIFY(timeTicks({0, 1'000}, berlin(), 0, english()).empty());
    const ChartSpan century{utc("1970-01-01T00:00:00Z"), utc("2070-01-01T00:00:00Z")};
    QVERIFY(timeTicks(century, berlin(), 8, english()).size() <= 101);
}

void TestTimeTicks::staysWithinWhatIsAsked()
{
    const qint64 start = utc("2025-03-01T07:13:00Z");
    for (qint64 hours = 1; hours < 24 * 400; hours = hours * 5 / 4 + 1) {
        const std::vector<TimeTick> ticks =
            timeTicks({start, start + hours * 3'600'000}, berlin(), 8, english());
        QVERIFY2(!ticks.empty() && ticks.size() <= 9, qPrintable(QString::number(hours)));
        QVERIFY(ticks.front().ms >= start);
        QVERIFY(std::is_sorted(ticks.begin(), ticks.end(),
            [](const TimeTick &a, const TimeTick &b) { return a.ms < b.ms; }));
    }
}

void TestTimeTicks::tellsAnInterval_data()
{
    QTest::addColumn<qint64>("start");
    QTest::addColumn<qint64>("interval");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << utc("2025-03-03T08:00:00Z") << qint64(1'800'000)
                           << QStringLiteral("Mon 3 Mar 2025, 09:00 to 09:30");
    QTest::newRow("first of two") << utc("2025-10-26T00:00:00Z") << qint64(1'800'000)
                                  << QStringLiteral("Sun 26 Oct 2025, 02:00 to 02:30 (UTC+02:00)");
    QTest::newRow("second of two") << utc("2025-10-26T01:00:00Z") << qint64(1'800'000)
                                   << QStringLiteral("Sun 26 Oct 2025, 02:00 to 02:30 (UTC+01:00)");
    QTest::newRow("a day") << utc("2025-03-02T23:00:00Z") << qint64(86'400'000)
                           << QStringLiteral("Mon 3 Mar 2025");
}

void TestTimeTicks::tellsAnInterval()
{
    QFETCH(qint64, start);
    QFETCH(qint64, interval);
    QTEST(intervalText(start, interval, berlin(), english()), "text");
}

QTEST_GUILESS_MAIN(TestTimeTicks)
#include "tst_timeticks.moc"

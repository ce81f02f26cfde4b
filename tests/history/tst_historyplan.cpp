#include "history/historyplan.h"
#include "history/spans.h"

#include <QRegularExpression>
#include <QTest>

using namespace queuesmith;

namespace {

constexpr qint64 kHourMs = 3'600'000;
constexpr qint64 kNow = 20'500 * kDayMs + 18 * kHourMs;

/// `1-3 5-7`, in days.
QList<TimeSpan> spansOf(const QString &text)
{
    QList<TimeSpan> spans;
    for (const QString &part : text.split(u' ', Qt::SkipEmptyParts)) {
        const QStringList ends = part.split(u'-');
        spans.append({ends.first().toLongLong(), ends.last().toLongLong()});
    }
    return spans;
}

QString textOf(const QList<TimeSpan> &spans)
{
    QStringList parts;
    for (const TimeSpan &span : spans)
        parts.append(QStringLiteral("%1-%2").arg(span.fromMs).arg(span.toMs));
    return parts.join(u' ');
}

MetricRecord recordAt(std::optional<qint64> start, double handled)
{
    MetricRecord record;
    record.startMs = start;
    record.handled = handled;
    return record;
}

} // namespace

class TestHistoryPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void mergesSpans_data()
    {
        QTest::addColumn<QString>("spans");
        QTest::addColumn<QString>("result");
        const auto row = [](const char *spans, const char *result) {
            QTest::newRow(spans) << QString::fromLatin1(spans) << QString::fromLatin1(result);
        };
        row("", "");
        row("1-3", "1-3");
        row("5-7 1-3", "1-3 5-7");
        row("1-3 3-5", "1-5");
        row("1-9 3-5", "1-9");
        row("4-4 1-2 9-8", "1-2");
    }
    void mergesSpans()
    {
        QFETCH(QString, spans);
        QFETCH(QString, result);
        QCOMPARE(textOf(merged(spansOf(spans))), result);
    }

    void findsWhatIsMissing_data()
    {
        QTest::addColumn<QString>("covered");
        QTest::addColumn<QString>("result");
        const auto row = [](const char *covered, const char *result) {
            QTest::newRow(covered) << QString::fromLatin1(covered) << QString::fromLatin1(result);
        };
        row("", "10-20");
        row("1-5", "10-20");
        row("1-12", "12-20");
        row("12-14", "10-12 14-20");
        row("8-12 15-16 18-30", "12-15 16-18");
        row("10-20", "");
        row("1-99", "");
        row("20-25", "10-20");
    }
    void findsWhatIsMissing()
    {
        QFETCH(QString, covered);
        QFETCH(QString, result);
        QCOMPARE(textOf(missing({10, 20}, spansOf(covered))), result);
    }

    void theRangeBeginsAtMidnightAndEndsNow()
    {
        const TimeSpan span = wantedSpan(kNow, 28);
        QCOMPARE(span.fromMs, (20'500 - 28) * kDayMs);
        QCOMPARE(span.toMs, kNow);
    }

    void lateFiguresAreAskedForAgain()
    {
        QCOMPARE(settled({kNow - 20 * kDayMs, kNow}, kNow).toMs, 20'498 * kDayMs);
        QCOMPARE(settled({0, kDayMs}, kNow).toMs, kDayMs);
        QVERIFY(settled({kNow - kDayMs, kNow}, kNow).isEmpty());
    }

    void chunksAreSmallAndTogetherEverything_data()
    {
        QTest::addColumn<int>("interval");
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("count");
        const auto row = [](const char *name, HistoryInterval interval, int days, int count) {
            QTest::newRow(name) << static_cast<int>(interval) << days << count;
        };
        row("four weeks of quarters", HistoryInterval::QuarterHourly, 28, 5);
        row("a year of quarters", HistoryInterval::QuarterHourly, 365, 53);
        row("a year of half-hours", HistoryInterval::HalfHourly, 365, 27);
        row("a year of days", HistoryInterval::Daily, 365, 1);
        row("an afternoon", HistoryInterval::QuarterHourly, 0, 1);
    }
    void chunksAreSmallAndTogetherEverything()
    {
        QFETCH(int, interval);
        QFETCH(int, days);
        QFETCH(int, count);
        const auto length = static_cast<HistoryInterval>(interval);
        const TimeSpan wanted = wantedSpan(kNow, days);
        const QList<TimeSpan> all = chunks({wanted}, length);
        QCOMPARE(all.size(), count);
        QCOMPARE(all.first().toMs, kNow); // newest first
        QCOMPARE(merged(all), QList{wanted});
        for (const TimeSpan &chunk : all)
            QVERIFY(chunkQuery({}, length, chunk).intervals() <= kRecordsOfAChunk + 2);
    }

    void aQueryIsAWholeNumberOfIntervals()
    {
        for (const HistoryInterval interval :
            {HistoryInterval::Daily, HistoryInterval::QuarterHourly}) {
            const qint64 length = secondsOf(interval) * 1000LL;
            for (const TimeSpan &chunk : chunks({wantedSpan(kNow - 1234, 28)}, interval)) {
                const HistoryQuery query = chunkQuery({}, interval, chunk);
                QCOMPARE(query.span.toMs - query.span.fromMs, query.intervals() * length);
                QVERIFY(query.span.fromMs <= chunk.fromMs - length);
                QVERIFY(query.span.fromMs > chunk.fromMs - 2 * length);
            }
        }
    }

    void everyStartHasOneChunkThatSpeaksForIt()
    {
        const TimeSpan wanted = wantedSpan(kNow, 28);
        QList<TimeSpan> starts;
        for (const TimeSpan &chunk : chunks({wanted}, HistoryInterval::QuarterHourly)) {
            starts.prepend(startsOf(chunk, HistoryInterval::QuarterHourly, kNow));
            QVERIFY(chunkQuery({}, HistoryInterval::QuarterHourly, chunk).span.fromMs
                <= starts.first().fromMs);
        }
        for (qsizetype i = 1; i < starts.size(); ++i)
            QCOMPARE(starts.at(i).fromMs, starts.at(i - 1).toMs);
        QVERIFY(starts.first().fromMs < wanted.fromMs);
        QCOMPARE(starts.last().toMs, kNow);
    }

    void theLastWordOnAStartCounts()
    {
        const QList<MetricRecord> found = recordsIn({10, 20},
            {recordAt(9, 1), recordAt(10, 2), recordAt(12, 3), recordAt(12, 4), recordAt(20, 5),
                recordAt({}, 6)});
        QCOMPARE(found, (QList{recordAt(10, 2), recordAt(12, 4)}));
    }

    void becomesCoarserStepByStep()
    {
        std::optional<HistoryInterval> interval = HistoryInterval::QuarterHourly;
        int seconds = 0;
        int steps = 0;
        for (; interval; interval = coarser(*interval), ++steps) {
            QVERIFY(secondsOf(*interval) > seconds);
            seconds = secondsOf(*interval);
        }
        QCOMPARE(steps, 4);
    }
};

QTEST_GUILESS_MAIN(TestHistoryPlan)
#include "tst_historyplan.moc"

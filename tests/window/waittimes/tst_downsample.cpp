#include "waitfixture.h"
#include "window/waittimes/downsample.h"

#include <QTest>

#include <cmath>
#include <map>

using namespace queuesmith;

/// What is drawn of a history when it has more intervals than there are pixels.
class TestDownsample : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void greatestOfEachColumnSurvives_data();
    void greatestOfEachColumnSurvives();
    void meanIsByCalls();
    void singleIntervalsStayWhatTheyAre();
    void gapsStayGaps_data();
    void gapsStayGaps();
    void goesOnToTheEdges();
    void bearsWhatIsOdd();
    void findsTheInterval();
};

void TestDownsample::greatestOfEachColumnSurvives_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("firstDay");
    QTest::newRow("a year of quarter-hours") << 35'040 << 900 << 0;
    QTest::newRow("narrow") << 35'040 << 37 << 0;
    QTest::newRow("a part of it") << 35'040 << 640 << 100;
    QTest::newRow("barely too many") << 1'000 << 999 << 0;
}

void TestDownsample::greatestOfEachColumnSurvives()
{
    QFETCH(int, count);
    QFETCH(int, columns);
    QFETCH(int, firstDay);
    WaitSeries series = plainSeries(count);
    for (std::size_t i = 0; i < series.points.size(); i += 977)
        series.points[i].waitSeconds = 1'000.0 + static_cast<double>(i); // lonely peaks
    const ChartSpan span{series.fromMs() + firstDay * 86'400'000LL, series.toMs()};
    const double width = static_cast<double>(span.length()) / columns;
    const auto columnOf = [&](double ms) {
        return static_cast<qint64>(std::floor((ms - static_cast<double>(span.fromMs)) / width));
    };
    std::map<qint64, std::pair<double, double>> wanted;
    for (const WaitPoint &point : series.points) {
        const double middle =
            static_cast<double>(point.startMs) + static_cast<double>(series.intervalMs) / 2;
        const qint64 column = columnOf(middle);
        if (column < 0 || column >= columns)
            continue;
        const auto at = wanted.try_emplace(column, point.waitSeconds, point.waitSeconds).first;
        at->second.first = std::min(at->second.first, point.waitSeconds);
        at->second.second = std::max(at->second.second, point.waitSeconds);
    }

    const Trace trace = reduced(series, Measure::Wait, span, columns);
    QVERIFY(!trace.isExact);
    std::size_t found = 0;
    for (const Run &run : trace.runs) {
        for (const Vertex &vertex : run) {
            const auto at = wanted.find(columnOf(vertex.ms));
            if (at == wanted.end())
                continue; // just outside
            QCOMPARE(vertex.high, at->second.second);
            QCOMPARE(vertex.low, at->second.first);
            QVERIFY(vertex.low <= vertex.mean && vertex.mean <= vertex.high);
            ++found;
        }
    }
    QCOMPARE(found, wanted.size());
    QVERIFY(found <= static_cast<std::size_t>(columns));
}

void TestDownsample::meanIsByCalls()
{
    WaitSeries series = plainSeries(2);
    series.points[0].waitSeconds = 10;
    series.points[0].handled = 1;
    series.points[1].waitSeconds = 40;
    series.points[1].handled = 2;
    const Trace trace = reduced(series, Measure::Wait, {series.fromMs(), series.toMs()}, 1);
    QCOMPARE(trace.runs.size(), std::size_t(1));
    QCOMPARE(trace.runs[0].size(), std::size_t(1));
    QCOMPARE(trace.runs[0][0].mean, 30.0);
    QCOMPARE(trace.highest, 40.0);
}

void TestDownsample::singleIntervalsStayWhatTheyAre()
{
    const WaitSeries series = plainSeries(96);
    const Trace trace = reduced(series, Measure::Volume, {series.fromMs(), series.toMs()}, 800);
    QVERIFY(trace.isExact);
    QCOMPARE(trace.runs.size(), std::size_t(1));
    QCOMPARE(trace.runs[0].size(), series.points.size());
    for (std::size_t i = 0; i < series.points.size(); ++i)
        QCOMPARE(trace.runs[0][i].mean, series.points[i].offered);
}

void TestDownsample::gapsStayGaps_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<bool>("unknown");
    QTest::newRow("each interval, missing") << 4'000 << false;
    QTest::newRow("each interval, not known") << 4'000 << true;
    QTest::newRow("columns, missing") << 300 << false;
    QTest::newRow("columns, not known") << 300 << true;
}

void TestDownsample::gapsStayGaps()
{
    QFETCH(int, columns);
    QFETCH(bool, unknown);
    WaitSeries series = plainSeries(1'344); // two weeks
    const auto from = series.points.begin() + 400;
    if (unknown)
        std::for_each(from, from + 96, [](WaitPoint &point) { point.waitSeconds = kNotKnown; });
    else
        series.points.erase(from, from + 96);
    const Trace trace = reduced(series, Measure::Wait, {series.fromMs(), series.toMs()}, columns);
    QCOMPARE(trace.runs.size(), std::size_t(2));
    const double gap = trace.runs[1].front().ms - trace.runs[0].back().ms;
    QVERIFY(gap > 90 * 900'000.0);
    // Another measure has no gap where this one has.
    if (unknown) {
        const Trace other =
            reduced(series, Measure::Volume, {series.fromMs(), series.toMs()}, columns);
        QCOMPARE(other.runs.size(), std::size_t(1));
    }
}

void TestDownsample::goesOnToTheEdges()
{
    const WaitSeries series = plainSeries(96);
    const ChartSpan span{series.fromMs() + 3'600'000, series.fromMs() + 7'200'000};
    const Trace trace = reduced(series, Measure::Wait, span, 500);
    QCOMPARE(trace.runs.size(), std::size_t(1));
    QVERIFY(trace.runs[0].front().ms < static_cast<double>(span.fromMs));
    QVERIFY(trace.runs[0].back().ms > static_cast<double>(span.toMs));
}

void TestDownsample::bearsWhatIsOdd()
{
    QVERIFY(reduced({}, Measure::Wait, {0, 1'000}, 100).runs.empty());
    WaitSeries series = plainSeries(10);
    QVERIFY(reduced(series, Measure::Wait, {5, 5}, 100).runs.empty());
    QVERIFY(reduced(series, Measure::Wait, {0, 1'000}, 0).runs.empty());
    for (WaitPoint &point : series.points)
        point.waitSeconds = kNotKnown;
    QVERIFY(reduced(series, Measure::Wait, {series.fromMs(), series.toMs()}, 100).runs.empty());
    QCOMPARE(quantileOf(series, Measure::Wait, 0.99), 0.0);
    series.points[3].waitSeconds = 1e12;
    series.points[4].waitSeconds = 5;
    QCOMPARE(reduced(series, Measure::Wait, {series.fromMs(), series.toMs()}, 100).highest, 1e12);
    QCOMPARE(quantileOf(series, Measure::Wait, 0.5), 5.0);
}

void TestDownsample::findsTheInterval()
{
    WaitSeries series = plainSeries(4);
    series.points.erase(series.points.begin() + 2);
    const qint64 start = series.fromMs();
    QCOMPARE(series.indexAt(start - 1), -1);
    QCOMPARE(series.indexAt(start), 0);
    QCOMPARE(series.indexAt(start + 899'999), 0);
    QCOMPARE(series.indexAt(start + 900'000), 1);
    QCOMPARE(series.indexAt(start + 1'900'000), -1);
    QCOMPARE(series.indexAt(start + 3'599'999), 2);
    QCOMPARE(series.indexAt(start + 3'600'000), -1);
    QCOMPARE(series.nearest(start - 1'000'000), 0);
    QCOMPARE(series.nearest(start + 1'900'000), 1);
    QCOMPARE(series.nearest(start + 9'900'000), 2);
    QCOMPARE(WaitSeries().nearest(0), -1);
}

QTEST_GUILESS_MAIN(TestDownsample)
#include "tst_downsample.moc"

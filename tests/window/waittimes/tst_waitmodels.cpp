#include "waitfixture.h"
#include "window/waittimes/figuresmodel.h"
#include "window/waittimes/heatmap.h"
#include "window/waittimes/waitcsv.h"
#include "window/waittimes/waitdatamodel.h"
#include "window/waittimes/waitwords.h"
#include "windowbench.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QTest>

#include <cmath>

using namespace queuesmith;

/// The figures beside the charts: tables, heat map, CSV.
class TestWaitModels : public QObject {
    Q_OBJECT

    static QVariant raw(const QAbstractItemModel &model, int row, int column)
    {
        return model.index(row, column).data(static_cast<int>(WaitDataModel::Role::Raw));
    }
    static std::shared_ptr<WaitSeries> shared(WaitSeries series)
    {
        return std::make_shared<WaitSeries>(std::move(series));
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(unexpectedWarnings());
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }

    void dataHasTheChartsFigures();
    void nothingIsMadeUp();
    void hoursAreThoseOfTheZone();
    void heatIsWeighedByCalls();
    void daysHaveNoHours();
    void weekHasTheMapsFigures();
    void mapSpeaks();
    void curveHasTheLinesFigures();
    void csvIsSafe();
    void csvTellsBothTimes();
    void words_data();
    void words();
};

void TestWaitModels::dataHasTheChartsFigures()
{
    const auto series = shared(plainSeries(200));
    WaitDataModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSeries(series);
    QCOMPARE(model.rowCount(), 200);
    QCOMPARE(model.columnCount(), WaitDataModel::kColumns);
    for (int row = 0; row < model.rowCount(); ++row) {
        const WaitPoint &point = series->points[static_cast<std::size_t>(row)];
        QCOMPARE(raw(model, row, 0).toLongLong(), point.startMs);
        QCOMPARE(raw(model, row, 1).toDouble(), valueOf(point, Measure::Wait));
        QCOMPARE(raw(model, row, 2).toDouble(), valueOf(point, Measure::Abandonment));
        QCOMPARE(raw(model, row, 3).toDouble(), valueOf(point, Measure::Volume));
        QCOMPARE(raw(model, row, 5).toDouble(), valueOf(point, Measure::HandleTime));
    }
    model.setSeries(shared({}));
    QCOMPARE(model.rowCount(), 0);
}

void TestWaitModels::nothingIsMadeUp()
{
    WaitSeries series = plainSeries(1);
    const qint64 start = series.points[0].startMs;
    series.points[0] = WaitPoint();
    series.points[0].startMs = start;
    WaitDataModel model;
    model.setSeries(shared(series));
    for (int column = 1; column < WaitDataModel::kColumns; ++column) {
        QCOMPARE(model.index(0, column).data().toString(), QStringLiteral("–"));
        QVERIFY(!raw(model, 0, column).isValid());
    }
    QVERIFY(!waitCsv(series, QStringLiteral("Sales")).contains("nan"));
}

void TestWaitModels::hoursAreThoseOfTheZone()
{
    const QTimeZone berlin("Europe/Berlin");
    // A Sunday of 25 hours: two intervals begin at 02:00, and both belong to that hour.
    const qint64 midnight = QDate(2025, 10, 26).startOfDay(berlin).toMSecsSinceEpoch();
    WaitSeries series = plainSeries(25, 3'600'000, midnight, berlin);
    for (std::size_t i = 0; i < series.points.size(); ++i)
        series.points[i].offered = static_cast<double>(i) + 1;
    const WeekHeat heat = weekHeat(series, Measure::Volume);
    QCOMPARE(heat.hours[6][0].value, 1.0);
    QCOMPARE(heat.hours[6][1].value, 2.0);
    QCOMPARE(heat.hours[6][2].intervals, 2);
    QCOMPARE(heat.hours[6][2].value, 3.5); // a mean of the two hours with 3 and 4
    QCOMPARE(heat.hours[6][3].value, 5.0);
    QCOMPARE(heat.hours[6][23].value, 25.0);
    QVERIFY(std::isnan(heat.hours[5][23].value));
}

void TestWaitModels::heatIsWeighedByCalls()
{
    WaitSeries series = plainSeries(2, 1'800'000, 1'740'960'000'000); // a Monday
    series.points[0].handled = 10;
    series.points[0].waitSeconds = 5;
    series.points[1].handled = 30;
    series.points[1].waitSeconds = 45;
    const WeekHeat heat = weekHeat(series, Measure::Wait);
    QCOMPARE(heat.hours[0][0].value, 35.0);
    QCOMPARE(heat.least, 35.0);
    QCOMPARE(heat.most, 35.0);
    series.points[0].offered = 12;
    series.points[1].offered = 20;
    QCOMPARE(weekHeat(series, Measure::Volume).hours[0][0].value, 32.0); // calls of that hour
    series.points[0].waitSeconds = kNotKnown;
    QCOMPARE(weekHeat(series, Measure::Wait).hours[0][0].value, 45.0);
}

void TestWaitModels::daysHaveNoHours()
{
    const WeekHeat heat = weekHeat(plainSeries(30, 86'400'000), Measure::Wait);
    QVERIFY(!heat.isHourly);
    WeekModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setHeats({heat, heat, heat});
    QCOMPARE(model.rowCount(), 0);
}

void TestWaitModels::weekHasTheMapsFigures()
{
    const WaitSeries series = plainSeries(2'688);
    const std::array<WeekHeat, 3> heats{weekHeat(series, Measure::Wait),
        weekHeat(series, Measure::Abandonment), weekHeat(series, Measure::Volume)};
    WeekModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setHeats(heats);
    QCOMPARE(model.rowCount(), 168);
    for (int row = 0; row < 168; ++row) {
        for (std::size_t i = 0; i < heats.size(); ++i) {
            const WeekHour &cell =
                heats[i]
                    .hours[static_cast<std::size_t>(row / 24)][static_cast<std::size_t>(row % 24)];
            QCOMPARE(raw(model, row, static_cast<int>(i) + 1).toDouble(), cell.value);
        }
    }
    QCOMPARE(model.index(33, 0).data().toString(), QStringLiteral("Tuesday 09:00"));
}

void TestWaitModels::mapSpeaks()
{
    HeatMap map;
    map.resize(600, 300);
    map.show();
    map.setHeat(weekHeat(plainSeries(2'688), Measure::Wait));
    map.markHour(1, 9);
    QVERIFY2(
        map.accessibleDescription().startsWith(QStringLiteral("Tuesday, 09:00 to 10:00: wait")),
        qPrintable(map.accessibleDescription()));
    QTest::keyClick(&map, Qt::Key_Right);
    QTest::keyClick(&map, Qt::Key_Down);
    QVERIFY(map.accessibleDescription().startsWith(QStringLiteral("Wednesday, 10:00 to 11:00")));
    QTest::keyClick(&map, Qt::Key_Home);
    QVERIFY(map.cellText().startsWith(QStringLiteral("Wednesday, 00:00")));
    QVERIFY(!map.grab().isNull());
}

void TestWaitModels::curveHasTheLinesFigures()
{
    Prediction easy;
    easy.capacity = 12;
    easy.asaSeconds = 4.2;
    easy.serviceLevel = 0.9;
    easy.abandonRate = 0.01;
    easy.occupancy = 0.7;
    Prediction overloaded = easy;
    overloaded.capacity = 3;
    overloaded.asaSeconds.reset();
    CurveModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setCurve({overloaded, easy});
    QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("overloaded"));
    QVERIFY(!raw(model, 0, 1).isValid());
    QCOMPARE(raw(model, 1, 0).toInt(), 12);
    QCOMPARE(raw(model, 1, 1).toDouble(), 4.2);
    QCOMPARE(model.index(1, 2).data().toString(), QStringLiteral("90 %"));
    for (int column = 0; column < model.columnCount(); ++column)
        QCOMPARE(model.index(1, column).data(Qt::TextAlignmentRole).value<Qt::Alignment>(),
            Qt::AlignRight | Qt::AlignVCenter);
}

void TestWaitModels::csvIsSafe()
{
    const QByteArray csv =
        waitCsv(plainSeries(1), QStringLiteral("=HYPERLINK(\"http://x\"),\"a\nb\""));
    QVERIFY(csv.startsWith("\xef\xbb\xbfqueue,start_utc,"));
    QVERIFY(csv.contains("\"'=HYPERLINK(\"\"http://x\"\"),\"\"a\nb\"\"\","));
    QVERIFY(csv.endsWith("\r\n"));
}

void TestWaitModels::csvTellsBothTimes()
{
    const QTimeZone berlin("Europe/Berlin");
    const qint64 start = QDateTime(QDate(2025, 10, 26), QTime(0, 30), Qt::UTC).toMSecsSinceEpoch();
    const QList<QByteArray> lines =
        waitCsv(plainSeries(2, 3'600'000, start, berlin), QStringLiteral("Sales")).split('\n');
    QVERIFY(lines.at(1).startsWith("Sales,2025-10-26T00:30:00Z,2025-10-26T02:30:00+02:00,"
                                   "Europe/Berlin,3600,"));
    QVERIFY(lines.at(2).startsWith("Sales,2025-10-26T01:30:00Z,2025-10-26T02:30:00+01:00,"));
}

void TestWaitModels::words_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("measure");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing known") << kNotKnown << int(Measure::Wait) << QStringLiteral("–");
    QTest::newRow("zero") << 0.0 << int(Measure::Wait) << QStringLiteral("0 s");
    QTest::newRow("short") << 4.24 << int(Measure::Wait) << QStringLiteral("4.2 s");
    QTest::newRow("longer") << 41.4 << int(Measure::Wait) << QStringLiteral("41.4 s");
    QTest::newRow("minutes") << 200.0 << int(Measure::HandleTime) << QStringLiteral("3 min 20 s");
    QTest::newRow("hours") << 9'000.0 << int(Measure::Wait) << QStringLiteral("2 h 30 min");
    QTest::newRow("absurd") << 1e12 << int(Measure::Wait) << QStringLiteral("1,000,000,000,000 s");
    QTest::newRow("percent") << 0.034 << int(Measure::Abandonment) << QStringLiteral("3.4 %");
    QTest::newRow("all") << 1.0 << int(Measure::Abandonment) << QStringLiteral("100 %");
    QTest::newRow("calls") << 12.0 << int(Measure::Volume) << QStringLiteral("12");
    QTest::newRow("part of a call") << 12.5 << int(Measure::Volume) << QStringLiteral("12.5");
    QTest::newRow("many calls") << 12'345.5 << int(Measure::Volume) << QStringLiteral("12,346");
}

void TestWaitModels::words()
{
    QFETCH(double, value);
    QFETCH(int, measure);
    QTEST(measureText(value, static_cast<Measure>(measure), QLocale()), "text");
}

QTEST_MAIN(TestWaitModels)
#include "tst_waitmodels.moc"

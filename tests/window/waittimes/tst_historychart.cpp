#include "patience.h"
#include "waitfixture.h"
#include "window/appearance/theme.h"
#include "window/waittimes/chartexport.h"
#include "window/waittimes/historychart.h"
#include "window/waittimes/whatifpane.h"
#include "windowbench.h"

#include <QAbstractScrollArea>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace queuesmith;

/// What mouse and keyboard do to the charts, and what is exported of them.
class TestHistoryChart : public QObject {
    Q_OBJECT

    std::unique_ptr<HistoryChart> m_chart;
    std::shared_ptr<WaitSeries> m_series;

    static void turn(QWidget &widget, QPointF at, int notches)
    {
        QWheelEvent event(at, widget.mapToGlobal(at), {}, QPoint(0, 120 * notches), Qt::NoButton,
            Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&widget, &event);
    }

private Q_SLOTS:
    void init();
    void cleanup() { m_chart.reset(); }
    void wheelZoomsWhereItPoints();
    void staysWithinTheHistory();
    void dragMarksWhatToSee();
    void shiftDragMoves();
    void keysStepAndTell();
    void peakIsSeen_data();
    void peakIsSeen();
    void absurdFigureFlattensNothing();
    void bearsAnEmptyHistory();
    void focusChangesNoColour();
    void axisEndsAtRoundFigures();
    void whatIfReadsOff();
    void whatIfExplainsItsAbsence();
    void exportsPictureAndPage();
    void tellsWhereItCantWrite();
    void namesFiles_data();
    void namesFiles();
};

void TestHistoryChart::init()
{
    QTest::failOnWarning(unexpectedWarnings());
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QApplication::setPalette(Theme::lightPalette());
    m_series = std::make_shared<WaitSeries>(plainSeries(2'688));
    m_chart = std::make_unique<HistoryChart>();
    m_chart->resize(700, 420);
    m_chart->setSeries(m_series);
    m_chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_chart.get(), kPatience));
}

void TestHistoryChart::wheelZoomsWhereItPoints()
{
    const ChartSpan before = m_chart->span();
    QSignalSpy changes(m_chart.get(), &HistoryChart::spanChanged);
    turn(*m_chart, {200, 100}, 1);
    QCOMPARE(changes.count(), 1);
    const ChartSpan after = m_chart->span();
    QVERIFY(after.length() < before.length());
    // More was taken off at the side that the mouse is farther from.
    QVERIFY(after.fromMs - before.fromMs < before.toMs - after.toMs);
    turn(*m_chart, {200, 100}, -1);
    QVERIFY(std::abs(m_chart->span().length() - before.length()) <= 2);
}

void TestHistoryChart::staysWithinTheHistory()
{
    for (int i = 0; i < 60; ++i)
        m_chart->zoom(1.5);
    QCOMPARE(m_chart->span().length(), 4 * m_series->intervalMs);
    m_chart->pan(1e6);
    QCOMPARE(m_chart->span().toMs, m_series->toMs());
    m_chart->pan(-1e6);
    QCOMPARE(m_chart->span().fromMs, m_series->fromMs());
    m_chart->setSpan({0, std::numeric_limits<qint32>::max()});
    QVERIFY(m_chart->span().length() >= 4 * m_series->intervalMs);
    m_chart->showAll();
    QCOMPARE(m_chart->span(), (ChartSpan{m_series->fromMs(), m_series->toMs()}));
}

void TestHistoryChart::dragMarksWhatToSee()
{
    const ChartSpan before = m_chart->span();
    QTest::mousePress(m_chart.get(), Qt::LeftButton, {}, {300, 100});
    QTest::mouseMove(m_chart.get(), {400, 120});
    QTest::mouseRelease(m_chart.get(), Qt::LeftButton, {}, {400, 120});
    const double share = double(m_chart->span().length()) / double(before.length());
    QVERIFY2(share > 0.1 && share < 0.25, qPrintable(QString::number(share)));
    QTest::mouseDClick(m_chart.get(), Qt::LeftButton, {}, {400, 120});
    QCOMPARE(m_chart->span(), before);
    // A click alone marks nothing.
    QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, {300, 100});
    QCOMPARE(m_chart->span(), before);
}

void TestHistoryChart::shiftDragMoves()
{
    m_chart->zoom(8);
    const ChartSpan before = m_chart->span();
    QTest::mousePress(m_chart.get(), Qt::LeftButton, Qt::ShiftModifier, {300, 100});
    QTest::mouseMove(m_chart.get(), {360, 100});
    QTest::mouseRelease(m_chart.get(), Qt::LeftButton, Qt::ShiftModifier, {360, 100});
    QCOMPARE(m_chart->span().length(), before.length());
    QVERIFY(m_chart->span().fromMs < before.fromMs);
}

void TestHistoryChart::keysStepAndTell()
{
    QSignalSpy moves(m_chart.get(), &HistoryChart::cursorMoved);
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QCOMPARE(m_chart->cursor(), 0);
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QTest::keyClick(m_chart.get(), Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(m_chart->cursor(), 97); // a day of quarter-hours on
    QCOMPARE(moves.last().first().toInt(), 97);
    QVERIFY2(m_chart->accessibleDescription().contains(QStringLiteral("hung up")),
        qPrintable(m_chart->accessibleDescription()));
    m_chart->zoom(100);
    for (int i = 0; i < 30; ++i)
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
    const qint64 at = m_series->points[static_cast<std::size_t>(m_chart->cursor())].startMs;
    QVERIFY(at >= m_chart->span().fromMs && at < m_chart->span().toMs); // it follows
    QTest::keyClick(m_chart.get(), Qt::Key_Escape);
    QCOMPARE(m_chart->cursor(), -1);
    const qint64 length = m_chart->span().length();
    QTest::keyClick(m_chart.get(), Qt::Key_Plus);
    QVERIFY(m_chart->span().length() <= length);
    QTest::keyClick(m_chart.get(), Qt::Key_0);
    QCOMPARE(m_chart->span().length(), m_series->toMs() - m_series->fromMs());
}

void TestHistoryChart::peakIsSeen_data()
{
    QTest::addColumn<int>("place");
    for (const int place : {0, 1, 777, 20'001, 35'039})
        QTest::newRow(QByteArray::number(place).constData()) << place;
}

/// A single quarter of an hour of a year reaches up to where no other one does.
void TestHistoryChart::peakIsSeen()
{
    QFETCH(int, place);
    auto year = std::make_shared<WaitSeries>(plainSeries(35'040));
    year->points[static_cast<std::size_t>(place)].waitSeconds = 395;
    m_chart->setSeries(year);
    m_chart->clearFocus(); // its line would count
    const QImage image = m_chart->grab().toImage();
    const QRgb ground = QApplication::palette().color(QPalette::Base).rgb();
    int coloured = 0;
    // The upper half of the first chart, where but for the peak there is only the grid.
    for (int x = 0; x < image.width(); ++x) {
        const QColor here = image.pixelColor(x, 50);
        if (here.rgb() != ground && here.blue() > here.red() + 30)
            ++coloured;
    }
    QVERIFY2(coloured >= 1 && coloured <= 2, qPrintable(QString::number(coloured)));
}

void TestHistoryChart::absurdFigureFlattensNothing()
{
    auto series = std::make_shared<WaitSeries>(plainSeries(2'688));
    series->points[1'000].waitSeconds = 1e12;
    const AxisLimits limits = axisLimits(*series);
    const ChartLook look{QApplication::palette(), QApplication::font(), 1};
    const HistoryLayout layout = historyLayout(QRectF(0, 0, 700, 420), look);
    const HistoryTraces traces =
        historyTraces(*series, limits, {series->fromMs(), series->toMs()}, {}, layout, look);
    QVERIFY(traces.tops[0] < 1'000);
    QCOMPARE(traces.traces[0].highest, 1e12); // it isn't lost: it is marked at the edge
}

void TestHistoryChart::bearsAnEmptyHistory()
{
    m_chart->setSeries(std::make_shared<WaitSeries>());
    QVERIFY(!m_chart->grab().isNull());
    for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Plus, Qt::Key_Minus, Qt::Key_0,
             Qt::Key_Home, Qt::Key_End, Qt::Key_PageUp})
        QTest::keyClick(m_chart.get(), key);
    turn(*m_chart, {200, 100}, 1);
    QTest::mouseMove(m_chart.get(), {300, 100});
    QCOMPARE(m_chart->cursor(), -1);
    auto unknown = std::make_shared<WaitSeries>(plainSeries(100));
    for (WaitPoint &point : unknown->points)
        point = {point.startMs, kNotKnown, kNotKnown, kNotKnown, kNotKnown, kNotKnown};
    m_chart->setSeries(unknown);
    QVERIFY(!m_chart->grab().isNull());
}

/// The keyboard's line runs round the charts and leaves the colours of the data alone.
void TestHistoryChart::focusChangesNoColour()
{
    m_chart->activateWindow();
    m_chart->clearFocus();
    const QImage without = m_chart->grab().toImage();
    m_chart->setFocus();
    QTRY_VERIFY(m_chart->hasFocus());
    const QImage with = m_chart->grab().toImage();
    QVERIFY(with != without);
    const QRect inside = with.rect().adjusted(3, 3, -3, -3);
    QCOMPARE(with.copy(inside), without.copy(inside));
}

void TestHistoryChart::axisEndsAtRoundFigures()
{
    QCOMPARE(axisEnd(0.0), 1.0);
    QCOMPARE(axisEnd(0.031), 0.04);
    QCOMPARE(axisEnd(7.0), 8.0);
    QCOMPARE(axisEnd(8.1), 10.0);
    QCOMPARE(axisEnd(100.0), 100.0);
    QCOMPARE(axisEnd(1e12), 1e12);
    QCOMPARE(axisEnd(kNotKnown), 1.0);
    QCOMPARE(axisLines(100, 5), 5);
    QCOMPARE(axisLines(30, 4), 3);
    QCOMPARE(axisLines(1, 1), 1);
}

void TestHistoryChart::whatIfReadsOff()
{
    QList<Prediction> curve;
    for (int capacity = 5; capacity <= 30; ++capacity) {
        Prediction at;
        at.capacity = capacity;
        at.asaSeconds = 100.0 / capacity;
        at.serviceLevel = 0.8;
        curve.append(at);
    }
    WhatIfPane pane;
    QSignalSpy wanted(&pane, &WhatIfPane::readingRequested);
    pane.resize(600, 400);
    pane.show();
    pane.setCurve(curve, Targets(), {9, 14, 40, {}}, {});
    QCOMPARE(wanted.last().first().toInt(), 14); // the recommended one first
    pane.setCurve(curve, Targets(), {9, 15, 40, {}}, {}); // and the newer one, unless chosen
    QCOMPARE(wanted.last().first().toInt(), 15);
    pane.setCurve(curve, Targets(), {9, 14, 40, {}}, {});
    pane.setReading(curve.at(14 - 5));
    QVERIFY2(pane.readingText().startsWith(QStringLiteral("At 14: mean wait 7.1 s, 80 % answered "
                                                          "within 20 s")),
        qPrintable(pane.readingText()));
    auto *slider = pane.findChild<QSlider *>(QStringLiteral("capacitySlider"));
    QTest::keyClick(slider, Qt::Key_Right);
    QCOMPARE(wanted.last().first().toInt(), 15);
    QCOMPARE(pane.findChild<QSpinBox *>(QStringLiteral("capacityReadSpin"))->value(), 15);
    pane.setReading(curve.at(0)); // of another capacity: too late
    QVERIFY(pane.readingText().startsWith(QStringLiteral("At 14")));
    pane.setCurve(curve, Targets(), {9, 16, 40, {}}, {});
    QCOMPARE(pane.capacity(), 15); // stays where the person put it
    const auto *chart = pane.findChild<QAbstractScrollArea *>(QStringLiteral("whatIfChart"));
    QVERIFY(!chart->accessibleName().isEmpty());
    QVERIFY(!chart->viewport()->accessibleName().isEmpty());
    QVERIFY(!pane.grab().isNull());
}

void TestHistoryChart::whatIfExplainsItsAbsence()
{
    WhatIfPane pane;
    pane.show();
    pane.setCurve({}, Targets(), {}, QStringLiteral("No curve."));
    QVERIFY(!pane.findChild<QWidget *>(QStringLiteral("whatIfChart"))->isVisible());
    QVERIFY(!pane.findChild<QSlider *>(QStringLiteral("capacitySlider"))->isVisible());
}

void TestHistoryChart::exportsPictureAndPage()
{
    const PaintChart paint = [this](QPainter &painter, const QRectF &all, const ChartLook &look) {
        m_chart->picture()(painter, all, look);
    };
    const QImage image = chartImage(paint, QStringLiteral("Sales"), {500, 300});
    QCOMPARE(image.size(), QSize(1'000, 600));
    const QImage read = QImage::fromData(pngOf(image));
    QCOMPARE(read.size(), image.size());
    QCOMPARE(read.pixelColor(2, 2), QColor(Qt::white));
    const QByteArray pdf = chartPdf(paint, QStringLiteral("Sales"));
    QVERIFY(pdf.startsWith("%PDF-"));
    QCOMPARE(pdf.count("/Type /Page\n"), 1);

    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("a.png"));
    std::optional<Result<QString>> written;
    writeExport(
        m_chart.get(), file, [image] { return pngOf(image); },
        [&](const Result<QString> &result) { written.emplace(result); });
    QTRY_VERIFY(written);
    QVERIFY(written->ok());
    QVERIFY(!QImage(file).isNull());
}

void TestHistoryChart::tellsWhereItCantWrite()
{
    std::optional<Result<QString>> written;
    writeExport(
        m_chart.get(), QStringLiteral("/nowhere/at/all.csv"), [] { return QByteArray("x"); },
        [&](const Result<QString> &result) { written.emplace(result); });
    QTRY_VERIFY(written);
    QVERIFY(!written->ok());
    QVERIFY(written->error().message.contains(QStringLiteral("could not be written")));
}

void TestHistoryChart::namesFiles_data()
{
    QTest::addColumn<QString>("queue");
    QTest::addColumn<QString>("file");
    QTest::newRow("words") << QStringLiteral("Priority Support")
                           << QStringLiteral("wait-times-priority-support-data.csv");
    QTest::newRow("a way out") << QStringLiteral("../../etc/passwd")
                               << QStringLiteral("wait-times-etc-passwd-data.csv");
    QTest::newRow("nothing left") << QStringLiteral("***")
                                  << QStringLiteral("wait-times-queue-data.csv");
    QTest::newRow("umlauts") << QStringLiteral("Rückfragen!")
                             << QStringLiteral("wait-times-rückfragen-data.csv");
}

void TestHistoryChart::namesFiles()
{
    QFETCH(QString, queue);
    QTEST(exportFileName(queue, QStringLiteral("data"), QStringLiteral("csv")), "file");
}

QTEST_MAIN(TestHistoryChart)
#include "tst_historychart.moc"

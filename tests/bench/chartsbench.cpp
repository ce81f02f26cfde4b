// Draws a year of quarter-hours and moves through it as a person would, and prints how long a frame
// takes: wait, abandonment, volume and handle time, one above the other. Fails when 95 % of the
// frames aren't within a screen's sixtieth of a second.
//
//   chartsbench [RATIO]        (device pixels for each of the window's; 1 unless told)

#include "heartbeat.h"
#include "waitfixture.h"
#include "window/appearance/theme.h"
#include "window/waittimes/historychart.h"
#include "window/waittimes/weekheat.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cstdio>

using namespace queuesmith;

namespace {

constexpr double kMostMs = 16;
constexpr int kYear = 35'040; // quarters of an hour
constexpr int kFrames = 200;

/// Times one frame after the other, each after `move`.
class Bench {
public:
    explicit Bench(double ratio)
        : m_image(QSize(1'100, 620) * ratio, QImage::Format_RGB32)
    {
        m_image.setDevicePixelRatio(ratio);
        m_chart.resize(1'100, 620);
        m_chart.setSeries(std::make_shared<WaitSeries>(plainSeries(kYear)));
        m_chart.setTargets(30, 0.05);
        m_chart.show();
    }

    template <typename Move> void measure(const char *what, Move move)
    {
        m_chart.showAll();
        draw(); // fonts and the like are made once
        QList<double> frames;
        for (int frame = 0; frame < kFrames; ++frame) {
            QElapsedTimer clock;
            clock.start();
            move(m_chart, frame);
            draw();
            frames.append(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        }
        const double high = percentile(frames, 0.95);
        const bool held = high < kMostMs;
        m_isHeld = m_isHeld && held;
        std::printf("%-44s %8.2f %8.2f %8.2f   < %.0f ms%s\n", what, percentile(frames, 0.5), high,
            *std::max_element(frames.begin(), frames.end()), kMostMs, held ? "" : "  MISSED");
    }
    [[nodiscard]] bool isHeld() const { return m_isHeld; }

private:
    void draw()
    {
        QPainter painter(&m_image);
        m_chart.render(&painter);
    }

    HistoryChart m_chart;
    QImage m_image;
    bool m_isHeld = true;
};

double timed(const std::function<void()> &work)
{
    QElapsedTimer clock;
    clock.start();
    work();
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    QApplication::setPalette(Theme::lightPalette());
    const double ratio = argc > 1 ? QByteArray(argv[1]).toDouble() : 1;
    std::printf(
        "%-44s %8s %8s %8s\n", "a year of quarter-hours, ms a frame", "median", "95 %", "max");
    Bench bench(ratio > 0 ? ratio : 1);
    bench.measure("all of it drawn anew", [](HistoryChart &chart, int frame) {
        chart.setTargets(30 + frame % 2, 0.05); // forgets what was made for painting
    });
    bench.measure("zoomed in and out",
        [](HistoryChart &chart, int frame) { chart.zoom(frame % 100 < 50 ? 1.08 : 1 / 1.08); });
    bench.measure("a month, moved over the year", [](HistoryChart &chart, int frame) {
        if (frame == 0)
            chart.zoom(12);
        chart.pan(frame < kFrames / 2 ? 0.02 : -0.02);
    });
    bench.measure("half a year, moved", [](HistoryChart &chart, int frame) {
        if (frame == 0)
            chart.zoom(2);
        chart.pan(frame % 100 < 50 ? 0.01 : -0.01);
    });
    bench.measure("cross-hair moved",
        [](HistoryChart &chart, int frame) { chart.setCursorIndex(100 * frame); });
    const WaitSeries year = plainSeries(kYear);
    std::printf("%-44s %8.2f ms, once, on the window's thread\n", "limits of the axes",
        timed([&] { (void)axisLimits(year); }));
    std::printf("%-44s %8.2f ms, once, on a thread of its own\n", "hours of the week",
        timed([&] { (void)weekHeat(year, Measure::Wait); }));
    return bench.isHeld() ? 0 : 1;
}

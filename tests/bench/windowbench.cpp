// Prints a table of how long the window's event loop stands still while the tenant misbehaves and
// while there is much to do, how soon the window is painted, and how fast a search answers. Fails
// when a limit isn't held.
//
//   windowbench [NUMBER]        (only the scenario of that number, counted from 1)

#include "firstpaint.h"
#include "scenarios.h"

#include <QApplication>

#include <cstdio>

using namespace queuesmith;

namespace {

using namespace std::chrono_literals;

constexpr double kMostMs = 50; ///< between two turns of the event loop
constexpr double kMostKeyMs = 16; ///< at the 95th percentile
constexpr Size kWhole{2s, 20s, 60s, 100'000, 100'000, 200, 365};

/// Prints figures, and keeps whether everything that was promised was held.
class Table {
public:
    void print(const Scenario &scenario);
    void print(const FirstPaint &paint) const;
    [[nodiscard]] bool isHeld() const { return m_isHeld; }

private:
    void printKeys(const Measured &measured);
    [[nodiscard]] const char *verdict(bool isHeld)
    {
        m_isHeld = m_isHeld && isHeld;
        return isHeld ? "" : "  MISSED";
    }

    bool m_isHeld = true;
};

void Table::print(const Scenario &scenario)
{
    const Measured measured = scenario.measure(kWhole);
    std::printf("%-42s %8.1f %8.1f %8.1f   < %.0f ms%s\n", scenario.name, measured.idle.longest,
        measured.busy.longest, measured.busy.high, kMostMs,
        verdict(measured.busy.longest < kMostMs));
    if (!measured.problem.isEmpty())
        std::printf(
            "  this measured nothing: %s%s\n", qPrintable(measured.problem), verdict(false));
    if (!measured.keysAnswered.isEmpty())
        printKeys(measured);
    std::fflush(stdout);
}

void Table::printKeys(const Measured &measured)
{
    const double high = percentile(measured.keysAnswered, 0.95);
    std::printf(
        "  %lld keys, 95 %%: answer painted after %.1f ms   < %.0f ms%s (key taken in after "
        "%.1f ms)\n",
        static_cast<long long>(measured.keysAnswered.size()), high, kMostKeyMs,
        verdict(high < kMostKeyMs), percentile(measured.keysTaken, 0.95));
}

void Table::print(const FirstPaint &paint) const
{
    std::printf(
        "first paint, median of %d in turns: main window %.1f ms, blank QMainWindow %.1f ms "
        "(%.1f x)\n",
        FirstPaint::kRounds, paint.window, paint.blank, paint.window / paint.blank);
    std::printf("first paint, first window of the process: main window %.1f ms\n", paint.first);
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    const QList<Scenario> all = allScenarios();
    const int only = argc > 1 ? QByteArray(argv[1]).toInt() : 0;
    if (only < 0 || only > all.size()) {
        std::fputs("windowbench [NUMBER]\n", stderr);
        return 2;
    }
    Table table;
    if (only == 0)
        table.print(measureFirstPaint());
    std::printf("\n%-42s %8s %8s %8s\n", "event loop, gaps in ms", "at rest", "longest", "95 %");
    for (int number = 1; number <= all.size(); ++number) {
        if (only == 0 || only == number)
            table.print(all.at(number - 1));
    }
    return table.isHeld() ? 0 : 1;
}

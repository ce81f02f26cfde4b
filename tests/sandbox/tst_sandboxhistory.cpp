#include "sandbox/callhistory.h"
#include "sandbox/estatemaker.h"

#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace queuesmith;
using namespace queuesmith::sandbox;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kFirstDay = 20'500; // a Monday in February 2026

QDateTime midnight(qint64 day) { return QDateTime::fromSecsSinceEpoch(day * kDaySeconds, Qt::UTC); }

QJsonArray historyOf(const CallProfile &profile, std::chrono::minutes interval, qint64 days)
{
    HistoryQuery query;
    query.from = midnight(kFirstDay);
    query.to = midnight(kFirstDay + days);
    query.interval = interval;
    query.metrics = {QStringLiteral("waitTime"), QStringLiteral("abandonRate"),
        QStringLiteral("handleTime"), QStringLiteral("callsHandled")};
    SimulatedDays simulated;
    return callHistory(profile, query, &simulated);
}

double figure(const QJsonValue &record, QStringView metric, QStringView which = u"sum")
{
    return record[u"metrics"][metric][which].toDouble(-1);
}

/// Erlang A straight from its states: what a call meets, in the long run.
struct Steady {
    double abandoned = 0; ///< share of the calls
    double answeredAfter = 0; ///< seconds, mean of those who were answered
};
Steady erlangA(const CallProfile &profile)
{
    const double lambda = profile.callsPerHour / 3600;
    const double busyRate = profile.agents / profile.handleSeconds;
    double weight = 1;
    double all = 1;
    for (int busy = 1; busy < profile.agents; ++busy)
        all += weight *= lambda * profile.handleSeconds / busy;
    double answered = all;
    double waited = 0;
    double chance = 1; // of a caller who finds so many waiting to be answered
    double wait = 0;
    for (int waiting = 0; waiting < 2000; ++waiting) {
        const double leaving = busyRate + waiting / profile.patienceSeconds;
        weight *= lambda / leaving;
        all += weight;
        const double next = busyRate + (waiting + 1) / profile.patienceSeconds;
        chance = busyRate / next;
        wait += 1 / next;
        answered += weight * chance;
        waited += weight * chance * wait;
    }
    return {1 - answered / all, waited / answered};
}

const DemoEstate &estate()
{
    static const DemoEstate made = makeEstate({}, midnight(kFirstDay + 28));
    return made;
}

CallProfile profileOf(int number) { return estate().queues.at(number - 1).profile.value(); }

} // namespace

class TestSandboxHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void agreesWithErlangA_data()
    {
        QTest::addColumn<int>("agents");
        QTest::addColumn<double>("load");
        QTest::addColumn<double>("patience");
        QTest::newRow("one agent") << 1 << 0.7 << 300.0;
        QTest::newRow("at ease") << 10 << 8.0 << 240.0;
        QTest::newRow("at the limit") << 10 << 10.0 << 200.0;
        QTest::newRow("overloaded") << 10 << 14.0 << 120.0;
        QTest::newRow("large") << 100 << 97.0 << 300.0;
    }
    void agreesWithErlangA()
    {
        QFETCH(int, agents);
        QFETCH(double, load);
        QFETCH(double, patience);
        CallProfile profile;
        profile.key = 7;
        profile.course = CallProfile::Course::Flat;
        profile.agents = agents;
        profile.patienceSeconds = patience;
        profile.callsPerHour = load * 3600 / profile.handleSeconds;
        double offered = 0;
        double abandoned = 0;
        double waited = 0;
        double handled = 0;
        const int days = agents < 5 ? 600 : 100;
        for (qint64 day = 0; day < days; ++day) {
            const DayFigures figures = simulateDay(profile, day);
            // The first two hours fill the line.
            for (std::size_t quarter = 8; quarter < figures.size(); ++quarter) {
                offered += figures.at(quarter).offered;
                abandoned += figures.at(quarter).abandoned;
                waited += static_cast<double>(figures.at(quarter).waitMs) / 1000;
                handled += static_cast<double>(figures.at(quarter).handleMs) / 1000;
            }
        }
        const Steady steady = erlangA(profile);
        const double expected = profile.callsPerHour * 22 * days;
        QVERIFY(std::abs(offered - expected) < 4 * std::sqrt(expected));
        QVERIFY(std::abs(handled / (offered - abandoned) / profile.handleSeconds - 1) < 0.02);
        QVERIFY2(std::abs(abandoned / offered - steady.abandoned) < 0.002 + 0.03 * steady.abandoned,
            qPrintable(
                QStringLiteral("%1 instead of %2").arg(abandoned / offered).arg(steady.abandoned)));
        const double mean = waited / (offered - abandoned);
        QVERIFY2(std::abs(mean / steady.answeredAfter - 1) < 0.05,
            qPrintable(QStringLiteral("%1 instead of %2").arg(mean).arg(steady.answeredAfter)));
    }

    void aDayIsAlwaysTheSame()
    {
        const CallProfile profile = profileOf(1);
        QVERIFY(simulateDay(profile, kFirstDay) == simulateDay(profile, kFirstDay));
        QVERIFY(simulateDay(profile, kFirstDay) != simulateDay(profile, kFirstDay + 7));
        CallProfile other = profile;
        other.key += 1;
        QVERIFY(simulateDay(profile, kFirstDay) != simulateDay(other, kFirstDay));
        QCOMPARE(historyOf(profile, 15min, 2), historyOf(profile, 15min, 2));
    }

    void figuresBelongTogether()
    {
        for (const QJsonValue record : historyOf(profileOf(2), 15min, 7)) {
            const double handled = figure(record, u"callsHandled");
            QCOMPARE(figure(record, u"waitTime", u"count"), handled);
            QVERIFY(figure(record, u"waitTime") <= handled * figure(record, u"waitTime", u"max"));
            const double rate = figure(record, u"abandonRate", u"average");
            const double offered = rate < 1 ? handled / (1 - rate) : 0;
            QVERIFY(std::abs(offered - std::round(offered)) < 1e-6);
        }
    }

    void callsFollowHourAndWeekday()
    {
        const QJsonArray hours = historyOf(profileOf(1), 60min, 8);
        const auto handled = [&hours](int day, int hour) {
            return figure(hours.at(day * 24 + hour), u"callsHandled");
        };
        QVERIFY(handled(0, 10) > 5 * handled(0, 5)); // Monday
        QVERIFY(handled(0, 10) > 2 * handled(6, 10)); // Sunday
    }

    void longerIntervalsAreSums_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::newRow("half-hours") << 30;
        QTest::newRow("hours") << 60;
        QTest::newRow("days") << 24 * 60;
    }
    void longerIntervalsAreSums()
    {
        QFETCH(int, minutes);
        const QJsonArray quarters = historyOf(profileOf(1), 15min, 2);
        const QJsonArray sums = historyOf(profileOf(1), std::chrono::minutes(minutes), 2);
        QCOMPARE(sums.size() * minutes, quarters.size() * 15);
        for (const QStringView metric : {u"waitTime", u"callsHandled", u"handleTime"}) {
            for (qsizetype i = 0; i < sums.size(); ++i) {
                double sum = 0;
                for (int part = 0; part < minutes / 15; ++part)
                    sum += figure(quarters.at(i * minutes / 15 + part), metric);
                QCOMPARE(figure(sums.at(i), metric), sum);
            }
        }
        QCOMPARE(sums.first()[u"dateFrom"].toString(), midnight(kFirstDay).toString(Qt::ISODate));
    }

    void leavesOutIntervalsThatArentOver()
    {
        HistoryQuery query;
        query.from = midnight(kFirstDay).addSecs(9 * 3600 + 600);
        query.to = midnight(kFirstDay).addSecs(11 * 3600 + 3540);
        query.interval = 60min;
        SimulatedDays simulated;
        const QJsonArray hours = callHistory(profileOf(1), query, &simulated);
        QCOMPARE(hours.size(), 2);
        QCOMPARE(hours.first()[u"dateFrom"].toString(),
            midnight(kFirstDay).addSecs(9 * 3600).toString(Qt::ISODate));
    }

    void twoQueuesAreQuiet()
    {
        for (const int number : {3, 11}) {
            for (const QJsonValue day : historyOf(profileOf(number), 24h, 14))
                QVERIFY(figure(day, u"callsHandled") < 25);
        }
    }

    void oneQueueIsOverloaded()
    {
        double worst = 0;
        for (const QJsonValue day : historyOf(profileOf(4), 24h, 14))
            worst = std::max(worst, figure(day, u"abandonRate", u"average"));
        QVERIFY(worst > 0.1);
    }

    void oneQueueHasAnOutageDay()
    {
        int outages = 0;
        const QJsonArray hours = historyOf(profileOf(8), 60min, 28);
        for (qsizetype day = 0; day < 28; ++day) {
            const QJsonValue noon = hours.at(day * 24 + 12);
            if (figure(noon, u"callsHandled") > 0)
                continue;
            ++outages;
            QCOMPARE(figure(noon, u"abandonRate", u"average"), 1.0);
            QVERIFY(figure(hours.at(day * 24 + 20), u"callsHandled") > 0);
        }
        QCOMPARE(outages, 1);
    }

    void oneQueueHasGaps()
    {
        const qsizetype all = 28 * 96;
        QCOMPARE(historyOf(profileOf(1), 15min, 28).size(), all);
        const qsizetype recorded = historyOf(profileOf(9), 15min, 28).size();
        QVERIFY(recorded < all * 9 / 10);
        QVERIFY(recorded > all / 2);
        const qsizetype days = historyOf(profileOf(9), 24h, 28).size();
        QVERIFY(days < 28 && days > 14);
    }

    void oneQueueHasNoHistory() { QVERIFY(!estate().queues.at(9).profile); }
};

QTEST_GUILESS_MAIN(TestSandboxHistory)
#include "tst_sandboxhistory.moc"

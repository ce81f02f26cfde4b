// The queueing models against values made with 50-digit arithmetic, and in the corners of their
// range.

#include "capacity/erlanga.h"
#include "capacity/erlangb.h"
#include "capacity/erlangc.h"
#include "capacity/staffing.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <cmath>
#include <limits>

using namespace queuesmith;

namespace {

constexpr double kRelative = 1e-9;
constexpr double kServiceLevel = 1e-12; // absolute
constexpr double kNothing = 1e-300; // what a 0 in the files stands for

/// A row of a vector file by its column names.
using Row = QHash<QByteArray, QByteArray>;

/// Puts every row of a vector file as one of the test's, named by its id.
void addRows(const char *name)
{
    QTest::addColumn<Row>("row");
    QFile file(QStringLiteral(CAPACITY_VECTORS "/%1_dev.csv").arg(QLatin1String(name)));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> head = file.readLine().trimmed().split(',');
    while (!file.atEnd()) {
        const QList<QByteArray> cells = file.readLine().trimmed().split(',');
        QCOMPARE(cells.size(), head.size());
        Row row;
        for (qsizetype i = 0; i < head.size(); ++i)
            row.insert(head.at(i), cells.at(i));
        QTest::newRow(row.value("id").constData()) << row;
    }
}

double number(const Row &row, const char *column)
{
    if (!row.contains(column))
        qFatal("there is no column %s", column);
    const QByteArray text = row.value(column);
    const double infinity = std::numeric_limits<double>::infinity();
    if (text == "inf" || text == "-inf")
        return text == "inf" ? infinity : -infinity;
    return text.toDouble();
}

std::optional<double> maybe(const Row &row, const char *column)
{
    const double value = number(row, column);
    return row.value(column).isEmpty() || std::isinf(value) ? std::nullopt : std::optional(value);
}

Workload workOf(const Row &row)
{
    return {number(row, "lambda_per_hour") / 3600.0, number(row, "aht_s")};
}

bool isNear(double found, double expected)
{
    if (std::isinf(expected) || std::isinf(found))
        return found == expected;
    if (expected == 0.0)
        return std::abs(found) < kNothing;
    return std::abs(found - expected) <= kRelative * std::abs(expected);
}

/// Keeps what differs, to be shown at once.
class Comparison {
public:
    explicit Comparison(const Row &row)
        : m_row(row)
    {
    }
    void value(const char *column, double found)
    {
        note(column, found, isNear(found, number(m_row, column)));
    }
    void serviceLevel(const char *column, double found)
    {
        note(column, found, std::abs(found - number(m_row, column)) <= kServiceLevel);
    }
    void text(const char *column, const QString &found)
    {
        if (found.toLatin1() != m_row.value(column))
            m_differences += QLatin1String(column) % u'=' % found % u' ';
    }
    [[nodiscard]] QString differences() const { return m_differences; }

private:
    void note(const char *column, double found, bool near)
    {
        if (!near)
            m_differences += QStringLiteral("%1=%2 instead of %3; ")
                                 .arg(QLatin1String(column), QString::number(found, 'g', 17),
                                     QString::fromLatin1(m_row.value(column)));
    }

    const Row &m_row;
    QString m_differences;
};

QString wordOf(SystemState state)
{
    return state == SystemState::Ok   ? QStringLiteral("ok")
        : state == SystemState::Empty ? QStringLiteral("empty")
                                      : QStringLiteral("unstable");
}

} // namespace

class TestModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void erlangBIsRight_data() { addRows("erlang_b"); }
    void erlangBIsRight()
    {
        QFETCH(Row, row);
        const double agents = number(row, "n");
        const double load = number(row, "load");
        Comparison with(row);
        with.value("blocking", erlangB(agents, load));
        with.value("ln_blocking", lnErlangB(agents, load));
        if (agents == std::floor(agents))
            with.value("blocking", erlangB(static_cast<int>(agents), load));
        QVERIFY2(with.differences().isEmpty(), qPrintable(with.differences()));
    }

    void erlangCIsRight_data() { addRows("erlang_c"); }
    void erlangCIsRight()
    {
        QFETCH(Row, row);
        const int agents = row.value("n").toInt();
        const Workload work = workOf(row);
        const Performance found = erlangCPerformance(agents, work, number(row, "T_s"));
        Comparison with(row);
        with.text("status", wordOf(found.state));
        with.value("load", work.load());
        with.value("p_wait", found.waits);
        with.value("asa_s", found.asa);
        with.serviceLevel("sl", found.serviceLevel);
        with.value("occupancy", found.occupancy);
        with.value("lq", found.queueLength);
        with.value("wait_p50_s", erlangCWaitPercentile(agents, work, 0.50));
        with.value("wait_p80_s", erlangCWaitPercentile(agents, work, 0.80));
        with.value("wait_p95_s", erlangCWaitPercentile(agents, work, 0.95));
        QVERIFY2(with.differences().isEmpty(), qPrintable(with.differences()));
    }

    void erlangAIsRight_data() { addRows("erlang_a"); }
    void erlangAIsRight()
    {
        QFETCH(Row, row);
        const int agents = row.value("n").toInt();
        const Workload work = workOf(row);
        const double patience = number(row, "patience_s");
        const double within = number(row, "T_s");
        const Performance found = erlangAPerformance(agents, work, patience, within);
        const WaitSpread spread = erlangAWaitSpread(agents, work, patience, within);
        const auto percentile = [&](double share) {
            return erlangAServedWaitPercentile(agents, work, patience, share);
        };
        Comparison with(row);
        with.text("status", wordOf(found.state));
        with.value("p_wait", found.waits);
        with.value("p_abandon", found.abandons);
        with.value("ew_all_s", found.meanWait);
        with.value("asa_served_s", found.asa);
        with.serviceLevel("sl_offered", found.serviceLevel);
        // The file's is a difference of numbers near 1 with 50 digits, which leaves 0 of the least.
        constexpr double kLostByDifference = 1e-46;
        with.value("p_abandon_within_T",
            spread.abandonsWithin < kLostByDifference ? 0.0 : spread.abandonsWithin);
        with.value("p_virtual_wait_gt_T", spread.virtualWaitBeyond);
        with.value("occupancy", found.occupancy);
        with.value("lq", found.queueLength);
        with.value("served_wait_p80_s", percentile(0.80));
        with.value("served_wait_p95_s", percentile(0.95));
        QVERIFY2(with.differences().isEmpty(), qPrintable(with.differences()));
    }

    void waitingRoomIsRight_data() { addRows("mmnk"); }
    void waitingRoomIsRight()
    {
        QFETCH(Row, row);
        const WaitingRoom room{
            row.value("n").toInt(), row.value("room").toInt(), maybe(row, "patience_s")};
        const Performance found = waitingRoomPerformance(room, workOf(row), number(row, "T_s"));
        Comparison with(row);
        with.value("p_block", found.blocked);
        with.value("p_wait", found.waits);
        with.value("p_abandon", found.abandons);
        with.value("ew_accepted_s", found.meanWait);
        with.value("asa_served_s", found.asa);
        with.serviceLevel("sl_offered", found.serviceLevel);
        with.value("occupancy", found.occupancy);
        with.value("lq", found.queueLength);
        QVERIFY2(with.differences().isEmpty(), qPrintable(with.differences()));
    }

    void staffingIsRight_data() { addRows("staffing"); }
    void staffingIsRight()
    {
        QFETCH(Row, row);
        StaffingQuestion question;
        const QByteArray model = row.value("model");
        question.model = model == "A" ? ModelChoice::ErlangA
            : model == "B"            ? ModelChoice::ErlangB
                                      : ModelChoice::ErlangC;
        question.work = {number(row, "calls") / number(row, "interval_s"), number(row, "aht_s")};
        question.patienceSeconds = maybe(row, "patience_s");
        question.targets = {maybe(row, "sl_target"), number(row, "sl_T_s"), maybe(row, "max_asa_s"),
            maybe(row, "max_abandon"), maybe(row, "max_occupancy"), maybe(row, "max_blocking")};
        const std::optional<int> agents = fewestAgents(question, 5000);
        if (!agents || *agents == 0) {
            QCOMPARE(row.value("status"), QByteArray(agents ? "empty" : "infeasible"));
            return;
        }
        for (const int guess : {1, *agents - 1, *agents, *agents + 1, 2 * *agents, 4999})
            QCOMPARE(fewestAgents(question, 5000, guess), agents);
        const Performance found = performanceOf(question, *agents);
        Comparison with(row);
        with.text("status", QStringLiteral("ok"));
        with.text("raw_agents", QString::number(*agents));
        with.text(
            "positions", QString::number(roundedUp(*agents / (1.0 - number(row, "shrinkage")))));
        with.text(
            "binding_at_n_minus_1", missedTargets(question, *agents - 1).join(QStringLiteral("|")));
        with.serviceLevel("sl", found.serviceLevel);
        with.value("asa_s", found.asa);
        with.value("p_abandon", found.abandons);
        with.value("occupancy", found.occupancy);
        with.value("p_block", found.blocked);
        with.value("p_wait", found.waits);
        QVERIFY2(with.differences().isEmpty(), qPrintable(with.differences()));
    }
};

QTEST_GUILESS_MAIN(TestModels)
#include "tst_models.moc"

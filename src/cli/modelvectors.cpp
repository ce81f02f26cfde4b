#include "cli/modelvectors.h"

#include "capacity/erlanga.h"
#include "capacity/erlangb.h"
#include "capacity/erlangc.h"
#include "capacity/staffing.h"
#include "cli/inputfile.h"
#include "records/auditcsv.h"

#include <QHash>

#include <cmath>
#include <limits>

namespace queuesmith {

namespace {

constexpr double kMost = 1e12; ///< of loads, rates and seconds
constexpr double kMostPatience = 1e10;
constexpr double kMostAgents = 1'000'000;
constexpr double kMostPlaces = 10'000'000;
constexpr double kNothing = 1e-300; ///< less is written as 0
constexpr int kMostStaff = 5000;

/// Reads the cells of one row by the names of their columns, and keeps the first thing that is
/// wrong.
class RowReader {
public:
    RowReader(const CsvTable &table, const QList<CsvCell> &row, const QString &file)
        : m_table(table)
        , m_row(row)
        , m_file(file)
    {
    }

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    QString text(const char *column)
    {
        const CsvCell *cell = at(column);
        return cell ? cell->text.trimmed() : QString();
    }

    double number(const char *column, double least, double most)
    {
        const CsvCell *cell = at(column);
        if (!cell)
            return least;
        bool ok = false;
        const double value = cell->text.trimmed().toDouble(&ok);
        if (ok && value >= least && value <= most)
            return value;
        fail(*cell,
            QStringLiteral("“%1” must be a number from %2 to %3, not “%4”")
                .arg(QLatin1String(column), QString::number(least, 'g', 12),
                    QString::number(most, 'g', 12), cell->text));
        return least;
    }

    int whole(const char *column, double least, double most)
    {
        const double value = number(column, least, most);
        if (value == std::floor(value))
            return static_cast<int>(value);
        fail(*at(column), QStringLiteral("“%1” must be a whole number").arg(QLatin1String(column)));
        return static_cast<int>(least);
    }

    /// Empty where the cell is.
    std::optional<double> maybe(const char *column, double least, double most)
    {
        return text(column).isEmpty() ? std::nullopt : std::optional(number(column, least, most));
    }

    /// Empty for `inf`, for callers who never hang up.
    std::optional<double> patience(const char *column)
    {
        const QString word = text(column).toLower();
        if (word == QLatin1StringView("inf") || word == QLatin1StringView("infinity"))
            return {};
        return number(column, 1e-9, kMostPatience);
    }

    void fail(const CsvCell &cell, const QString &what)
    {
        if (!m_error)
            m_error = inputError(m_file, cell.line, cell.column, what);
    }

    const CsvCell *at(const char *column)
    {
        const qsizetype index = m_table.indexOf(QLatin1String(column));
        if (index >= 0)
            return &m_row.at(index);
        if (!m_error)
            m_error = inputError(m_file, 1, 1,
                QStringLiteral("the column “%1” is missing").arg(QLatin1String(column)));
        return nullptr;
    }

private:
    const CsvTable &m_table;
    const QList<CsvCell> &m_row;
    QString m_file;
    std::optional<Error> m_error;
};

QString numeral(double value)
{
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("inf") : QStringLiteral("-inf");
    return std::abs(value) < kNothing ? QStringLiteral("0") : QString::number(value, 'g', 17);
}

QStringList numerals(std::initializer_list<double> values)
{
    QStringList cells;
    for (const double value : values)
        cells.append(numeral(value));
    return cells;
}

QString wordOf(SystemState state)
{
    switch (state) {
    case SystemState::Ok:
        break;
    case SystemState::Empty:
        return QStringLiteral("empty");
    case SystemState::Unstable:
        return QStringLiteral("unstable");
    }
    return QStringLiteral("ok");
}

Workload workOf(RowReader *row)
{
    constexpr double kHour = 3600.0;
    return {row->number("lambda_per_hour", 0, kMost) / kHour, row->number("aht_s", 0, kMost)};
}

QStringList erlangBRow(RowReader *row)
{
    const double agents = row->number("n", 0, kMostAgents);
    const double load = row->number("load", 0, kMost);
    return numerals({erlangB(agents, load), lnErlangB(agents, load)});
}

QStringList erlangCRow(RowReader *row)
{
    const int agents = row->whole("n", 0, kMostAgents);
    const Workload work = workOf(row);
    const Performance at = erlangCPerformance(agents, work, row->number("T_s", 0, kMost));
    const auto percentile = [&](double share) {
        return erlangCWaitPercentile(agents, work, share);
    };
    return QStringList{wordOf(at.state)}
    + numerals({work.load(), at.waits, at.asa, at.serviceLevel, at.occupancy, at.queueLength,
        percentile(0.50), percentile(0.80), percentile(0.95)});
}

/// Waits of callers who never hang up: everyone's wait is the virtual one.
QStringList patientSpread(int agents, const Workload &work, const Performance &at)
{
    return numerals({0.0, 1.0 - at.serviceLevel, at.occupancy, at.queueLength,
        erlangCWaitPercentile(agents, work, 0.80), erlangCWaitPercentile(agents, work, 0.95)});
}

QStringList erlangARow(RowReader *row)
{
    const int agents = row->whole("n", 1, kMostAgents);
    const Workload work = workOf(row);
    const std::optional<double> patience = row->patience("patience_s");
    const double within = row->number("T_s", 0, kMost);
    if (row->error())
        return {};
    const Performance at = waitingRoomPerformance({agents, {}, patience}, work, within);
    const QStringList first = QStringList{wordOf(at.state)}
        + numerals({work.load(), at.waits, at.abandons, at.meanWait, at.asa, at.serviceLevel});
    if (!patience)
        return first + patientSpread(agents, work, at);
    const WaitSpread spread = erlangAWaitSpread(agents, work, *patience, within);
    // The vectors' own is a difference that has 50 digits, which leaves nothing of less than this.
    constexpr double kLostByDifference = 1e-46;
    const auto percentile = [&](double share) {
        return erlangAServedWaitPercentile(agents, work, *patience, share);
    };
    return first
        + numerals({spread.abandonsWithin < kLostByDifference ? 0.0 : spread.abandonsWithin,
            spread.virtualWaitBeyond, at.occupancy, at.queueLength, percentile(0.80),
            percentile(0.95)});
}

QStringList waitingRoomRow(RowReader *row)
{
    const int agents = row->whole("n", 1, kMostAgents);
    const int places = row->whole("room", 0, kMostPlaces);
    const Workload work = workOf(row);
    const std::optional<double> patience = row->patience("patience_s");
    const double within = row->number("T_s", 0, kMost);
    if (row->error())
        return {};
    const Performance at = waitingRoomPerformance({agents, places, patience}, work, within);
    return numerals({work.load(), at.blocked, at.waits, at.abandons, at.meanWait, at.asa,
        at.serviceLevel, at.occupancy, at.queueLength});
}

ModelChoice staffingModel(RowReader *row)
{
    const QString word = row->text("model");
    if (word == QLatin1StringView("A"))
        return ModelChoice::ErlangA;
    if (word == QLatin1StringView("B"))
        return ModelChoice::ErlangB;
    if (word != QLatin1StringView("C") && row->at("model"))
        row->fail(
            *row->at("model"), QStringLiteral("“model” must be A, B or C, not “%1”").arg(word));
    return ModelChoice::ErlangC;
}

StaffingQuestion staffingQuestion(RowReader *row)
{
    StaffingQuestion question;
    question.model = staffingModel(row);
    const double calls = row->number("calls", 0, kMost);
    question.work = {
        calls / row->number("interval_s", 1e-3, kMost), row->number("aht_s", 0, kMost)};
    const bool hasPatience =
        question.model == ModelChoice::ErlangA && !row->text("patience_s").isEmpty();
    if (hasPatience)
        question.patienceSeconds = row->patience("patience_s");
    question.targets.serviceLevel = row->maybe("sl_target", 0, 1);
    question.targets.serviceSeconds = row->maybe("sl_T_s", 0, kMost).value_or(0.0);
    question.targets.asaSeconds = row->maybe("max_asa_s", 0, kMost);
    question.targets.abandonRate = row->maybe("max_abandon", 0, 1);
    question.targets.occupancy = row->maybe("max_occupancy", 0, 1);
    question.targets.blocking = row->maybe("max_blocking", 0, 1);
    return question;
}

QStringList staffingRow(RowReader *row)
{
    const StaffingQuestion question = staffingQuestion(row);
    const double shrinkage = row->maybe("shrinkage", 0, 1.0 - 1e-9).value_or(0.0);
    if (row->error())
        return {};
    const std::optional<int> agents = fewestAgents(question, kMostStaff);
    const QString blank;
    if (!agents)
        return {QStringLiteral("infeasible"), blank, blank, blank, blank, blank, blank, blank,
            blank, blank};
    if (*agents == 0)
        return {QStringLiteral("empty"), QStringLiteral("0"), QStringLiteral("0"), blank, blank,
            blank, blank, blank, blank, blank};
    const Performance at = performanceOf(question, *agents);
    const QStringList counts{QStringLiteral("ok"), QString::number(*agents),
        QString::number(roundedUp(*agents / (1.0 - shrinkage))),
        missedTargets(question, *agents - 1).join(u'|')};
    return counts
        + numerals({at.serviceLevel, at.asa, at.abandons, at.occupancy, at.blocked, at.waits});
}

struct Model {
    QLatin1StringView name;
    const char *results; ///< column names
    QStringList (*evaluate)(RowReader *);
};

constexpr Model kModels[] = {
    {QLatin1StringView("erlang-b"), "blocking,ln_blocking", erlangBRow},
    {QLatin1StringView("erlang-c"),
        "status,load,p_wait,asa_s,sl,occupancy,lq,wait_p50_s,wait_p80_s,wait_p95_s", erlangCRow},
    {QLatin1StringView("erlang-a"),
        "status,load,p_wait,p_abandon,ew_all_s,asa_served_s,sl_offered,p_abandon_within_T,"
        "p_virtual_wait_gt_T,occupancy,lq,served_wait_p80_s,served_wait_p95_s",
        erlangARow},
    {QLatin1StringView("mmnk"),
        "load,p_block,p_wait,p_abandon,ew_accepted_s,asa_served_s,sl_offered,occupancy,lq",
        waitingRoomRow},
    {QLatin1StringView("staffing"),
        "status,raw_agents,positions,binding_at_n_minus_1,sl,asa_s,p_abandon,occupancy,p_block,"
        "p_wait",
        staffingRow},
};

} // namespace

Result<QString> evaluateVectors(const QString &model, const CsvTable &table, const QString &file)
{
    const Model *chosen = nullptr;
    for (const Model &candidate : kModels) {
        if (candidate.name == model)
            chosen = &candidate;
    }
    if (!chosen)
        return inputError(QStringLiteral("There is no model “%1”.").arg(model));
    const qsizetype id = table.indexOf(QStringLiteral("id"));
    QString csv = QStringLiteral("id,") + QLatin1String(chosen->results) + u'\n';
    for (qsizetype i = 0; i < table.rows.size(); ++i) {
        RowReader reader(table, table.rows.at(i), file);
        const QStringList results = chosen->evaluate(&reader);
        if (reader.error())
            return *reader.error();
        csv += id >= 0 ? csvCell(table.rows.at(i).at(id).text) : QString::number(i + 1);
        csv += u',' + results.join(u',') + u'\n';
    }
    return csv;
}

} // namespace queuesmith

#include "history/historystore.h"

#include "history/spans.h"

#include <utility>

namespace queuesmith {

namespace {

constexpr int kApplicationId = 0x51534848; // "QSHH"
constexpr int kVersion = 1;
constexpr qint64 kServedFor = 7 * kDayMs;
constexpr qint64 kUnusedFor = 90 * kDayMs; // then a queue's history is forgotten

QStringList schema()
{
    return {
        QStringLiteral(R"(CREATE TABLE served(
            tenant TEXT PRIMARY KEY, interval TEXT NOT NULL, noted_at INTEGER NOT NULL))"),
        QStringLiteral(R"(CREATE TABLE series(
            id INTEGER PRIMARY KEY, tenant TEXT NOT NULL, queue TEXT NOT NULL,
            interval TEXT NOT NULL, read_at INTEGER NOT NULL, UNIQUE(tenant, queue, interval)))"),
        QStringLiteral(R"(CREATE TABLE covered(
            series INTEGER NOT NULL, from_ms INTEGER NOT NULL, to_ms INTEGER NOT NULL))"),
        QStringLiteral("CREATE INDEX covered_by_series ON covered(series)"),
        QStringLiteral(R"(CREATE TABLE record(
            series INTEGER NOT NULL, start_ms INTEGER NOT NULL, handled REAL, offered REAL,
            abandon_rate REAL, wait_sum_ms REAL, wait_count REAL, wait_max_ms REAL,
            handle_sum_ms REAL, handle_average_ms REAL,
            PRIMARY KEY(series, start_ms)) WITHOUT ROWID)"),
    };
}

QVariant orNull(const std::optional<double> &figure)
{
    return figure ? QVariant(*figure) : QVariant(QMetaType(QMetaType::Double));
}

std::optional<double> orEmpty(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(value.toDouble());
}

MetricRecord recordOf(const Statement &row, HistoryInterval interval)
{
    MetricRecord record;
    record.startMs = row.value(0).toLongLong();
    record.seconds = secondsOf(interval);
    record.handled = orEmpty(row.value(1));
    record.offered = orEmpty(row.value(2));
    record.abandonRate = orEmpty(row.value(3));
    record.waitSumMs = orEmpty(row.value(4));
    record.waitCount = orEmpty(row.value(5));
    record.waitMaxMs = orEmpty(row.value(6));
    record.handleSumMs = orEmpty(row.value(7));
    record.handleAverageMs = orEmpty(row.value(8));
    return record;
}

Result<QList<TimeSpan>> coveredOf(Database &database, qint64 series)
{
    QList<TimeSpan> spans;
    const Status read = database.each(
        QStringLiteral("SELECT from_ms, to_ms FROM covered WHERE series=? ORDER BY from_ms"),
        {series}, [&spans](const Statement &row) {
            spans.append({row.value(0).toLongLong(), row.value(1).toLongLong()});
        });
    if (!read)
        return read.error();
    return spans;
}

Status readInto(
    CachedHistory *history, Database &database, const CacheKey &key, const TimeSpan &span)
{
    const auto series = database.row(
        QStringLiteral("SELECT id, read_at FROM series WHERE tenant=? AND queue=? AND interval=?"),
        {key.tenant, key.queue.value, wordOf(key.interval)});
    if (!series || series.value().isEmpty())
        return series ? Status(Done{}) : Status(series.error());
    const qint64 id = series.value().at(0).toLongLong();
    const auto covered = coveredOf(database, id);
    if (!covered)
        return covered.error();
    history->readAtMs = series.value().at(1).toLongLong();
    history->covered = covered.value();
    return database.each(
        QStringLiteral("SELECT start_ms, handled, offered, abandon_rate, wait_sum_ms, wait_count, "
                       "wait_max_ms, handle_sum_ms, handle_average_ms FROM record WHERE series=? "
                       "AND start_ms>=? AND start_ms<? ORDER BY start_ms"),
        {id, span.fromMs, span.toMs}, [history](const Statement &row) {
            history->records.append(recordOf(row, history->interval));
        });
}

Status writeRecords(Database &database, qint64 series, const CacheEntry &entry)
{
    QList<QVariantList> rows;
    for (const MetricRecord &record : entry.records) {
        if (record.startMs)
            rows.append({series, *record.startMs, orNull(record.handled), orNull(record.offered),
                orNull(record.abandonRate), orNull(record.waitSumMs), orNull(record.waitCount),
                orNull(record.waitMaxMs), orNull(record.handleSumMs),
                orNull(record.handleAverageMs)});
    }
    Status written = database.run(
        QStringLiteral("DELETE FROM record WHERE series=? AND start_ms>=? AND start_ms<?"),
        {series, entry.starts.fromMs, entry.starts.toMs});
    if (written)
        written = database.runAll(
            QStringLiteral("INSERT OR REPLACE INTO record VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            rows);
    return written;
}

Status writeCovered(Database &database, qint64 series, const TimeSpan &covered)
{
    if (covered.isEmpty())
        return Done{};
    const auto before = coveredOf(database, series);
    if (!before)
        return before.error();
    QList<QVariantList> rows;
    for (const TimeSpan &span : merged(before.value() + QList{covered}))
        rows.append({series, span.fromMs, span.toMs});
    Status written = database.run(QStringLiteral("DELETE FROM covered WHERE series=?"), {series});
    if (written)
        written = database.runAll(QStringLiteral("INSERT INTO covered VALUES(?, ?, ?)"), rows);
    return written;
}

Status writeAll(Database &database, const CacheKey &key, const CacheEntry &entry)
{
    const auto series = database.value(
        QStringLiteral("INSERT INTO series(tenant, queue, interval, read_at) VALUES(?, ?, ?, ?) "
                       "ON CONFLICT(tenant, queue, interval) "
                       "DO UPDATE SET read_at=excluded.read_at RETURNING id"),
        {key.tenant, key.queue.value, wordOf(key.interval), entry.readAtMs});
    if (!series)
        return series.error();
    const qint64 id = series.value().toLongLong();
    const Status written = writeRecords(database, id, entry);
    return written ? writeCovered(database, id, entry.covered) : written;
}

Status forgetOld(Database &database, qint64 nowMs)
{
    const QString unused =
        QStringLiteral(" IN (SELECT id FROM series WHERE read_at<%1)").arg(nowMs - kUnusedFor);
    return database.runAll({QStringLiteral("DELETE FROM record WHERE series") + unused,
        QStringLiteral("DELETE FROM covered WHERE series") + unused,
        QStringLiteral("DELETE FROM series WHERE id") + unused});
}

} // namespace

HistoryStore::HistoryStore(QString file)
    : m_file(std::move(file), kApplicationId, kVersion, schema())
{
}

std::optional<HistoryInterval> HistoryStore::served(const QString &tenant, qint64 nowMs)
{
    std::optional<HistoryInterval> interval;
    m_file.use([&](Database &database) {
        return database.each(
            QStringLiteral(
                "SELECT interval FROM served WHERE tenant=? AND noted_at BETWEEN ? AND ?"),
            {tenant, nowMs - kServedFor, nowMs},
            [&](const Statement &row) { interval = intervalOf(row.value(0).toString()); });
    });
    return interval;
}

void HistoryStore::noteServed(const QString &tenant, HistoryInterval interval, qint64 nowMs)
{
    m_file.use([&](Database &database) {
        const Status noted =
            database.run(QStringLiteral("INSERT OR REPLACE INTO served VALUES(?, ?, ?)"),
                {tenant, wordOf(interval), nowMs});
        const bool forgets = noted && !std::exchange(m_forgot, true);
        return forgets ? forgetOld(database, nowMs) : noted;
    });
}

CachedHistory HistoryStore::read(const CacheKey &key, const TimeSpan &span)
{
    CachedHistory nothing;
    nothing.interval = key.interval;
    CachedHistory history = nothing;
    return m_file.use([&](Database &database) { return readInto(&history, database, key, span); })
        ? history
        : nothing;
}

void HistoryStore::write(const CacheKey &key, const CacheEntry &entry)
{
    m_file.use([&](Database &database) {
        return database.atomically([&] { return writeAll(database, key, entry); });
    });
}

} // namespace queuesmith

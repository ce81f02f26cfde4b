#include "historystore.h"

#include "spans.h"

#include <QSqlError>

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

MetricRecord recordOf(const QSqlQuery &row, HistoryInterval interval)
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

} // namespace

HistoryStore::HistoryStore(QString file)
    : m_file(std::move(file), kApplicationId, kVersion, schema())
{
}

std::optional<HistoryInterval> HistoryStore::served(const QString &tenant, qint64 nowMs)
{
    if (!m_file.ready())
        return std::nullopt;
    auto rows = m_file.run(
        QStringLiteral("SELECT interval FROM served WHERE tenant=? AND noted_at BETWEEN ? AND ?"),
        {tenant, nowMs - kServedFor, nowMs});
    if (!rows) {
        m_file.giveUp();
        return std::nullopt;
    }
    return rows->next() ? intervalOf(rows->value(0).toString()) : std::nullopt;
}

void HistoryStore::noteServed(const QString &tenant, HistoryInterval interval, qint64 nowMs)
{
    if (!m_file.ready())
        return;
    const auto noted = m_file.run(QStringLiteral("INSERT OR REPLACE INTO served VALUES(?, ?, ?)"),
        {tenant, wordOf(interval), nowMs});
    if (!noted || (!m_forgot && !forgetOld(nowMs)))
        m_file.giveUp();
    m_forgot = true;
}

CachedHistory HistoryStore::read(const CacheKey &key, const TimeSpan &span)
{
    CachedHistory history;
    history.interval = key.interval;
    if (!m_file.ready())
        return history;
    const std::optional<qint64> series = seriesOf(key);
    if (series && (*series == 0 || readInto(&history, *series, span)))
        return history;
    m_file.giveUp();
    CachedHistory nothing;
    nothing.interval = key.interval;
    return nothing;
}

bool HistoryStore::readInto(CachedHistory *history, qint64 series, const TimeSpan &span)
{
    const std::optional<qint64> readAt =
        m_file.number(QStringLiteral("SELECT read_at FROM series WHERE id=?"), {series});
    const std::optional<QList<TimeSpan>> covered = coveredOf(series);
    auto rows = m_file.run(QStringLiteral("SELECT start_ms, handled, offered, abandon_rate, "
                                          "wait_sum_ms, wait_count, wait_max_ms, handle_sum_ms, "
                                          "handle_average_ms FROM record WHERE series=? AND "
                                          "start_ms>=? AND start_ms<? ORDER BY start_ms"),
        {series, span.fromMs, span.toMs});
    if (!readAt || !covered || !rows)
        return false;
    history->readAtMs = *readAt;
    history->covered = *covered;
    while (rows->next())
        history->records.append(recordOf(*rows, history->interval));
    return !rows->lastError().isValid();
}

void HistoryStore::write(const CacheKey &key, const CacheEntry &entry)
{
    if (m_file.ready() && !writeAll(key, entry))
        m_file.giveUp();
}

bool HistoryStore::writeAll(const CacheKey &key, const CacheEntry &entry)
{
    // What fails halfway is undone when the connection is closed.
    if (!m_file.run(QStringLiteral("BEGIN IMMEDIATE"))
        || !m_file.run(QStringLiteral("INSERT INTO series(tenant, queue, interval, read_at) "
                                      "VALUES(?, ?, ?, ?) ON CONFLICT(tenant, queue, interval) "
                                      "DO UPDATE SET read_at=excluded.read_at"),
            {key.tenant, key.queue.value, wordOf(key.interval), entry.readAtMs}))
        return false;
    const std::optional<qint64> series = seriesOf(key);
    return series
        && m_file.run(
            QStringLiteral("DELETE FROM record WHERE series=? AND start_ms>=? AND start_ms<?"),
            {*series, entry.starts.fromMs, entry.starts.toMs})
        && writeRecords(*series, entry.records)
        && (entry.covered.isEmpty() || writeCovered(*series, entry.covered))
        && m_file.run(QStringLiteral("COMMIT"));
}

bool HistoryStore::writeRecords(qint64 series, const QList<MetricRecord> &records)
{
    QList<QVariantList> rows;
    for (const MetricRecord &record : records) {
        if (record.startMs)
            rows.append({series, *record.startMs, orNull(record.handled), orNull(record.offered),
                orNull(record.abandonRate), orNull(record.waitSumMs), orNull(record.waitCount),
                orNull(record.waitMaxMs), orNull(record.handleSumMs),
                orNull(record.handleAverageMs)});
    }
    return m_file.runAll(
        QStringLiteral("INSERT OR REPLACE INTO record VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"), rows);
}

bool HistoryStore::writeCovered(qint64 series, const TimeSpan &covered)
{
    const std::optional<QList<TimeSpan>> before = coveredOf(series);
    if (!before || !m_file.run(QStringLiteral("DELETE FROM covered WHERE series=?"), {series}))
        return false;
    QList<QVariantList> rows;
    for (const TimeSpan &span : merged(*before + QList{covered}))
        rows.append({series, span.fromMs, span.toMs});
    return m_file.runAll(QStringLiteral("INSERT INTO covered VALUES(?, ?, ?)"), rows);
}

std::optional<QList<TimeSpan>> HistoryStore::coveredOf(qint64 series)
{
    auto rows = m_file.run(
        QStringLiteral("SELECT from_ms, to_ms FROM covered WHERE series=? ORDER BY from_ms"),
        {series});
    if (!rows)
        return std::nullopt;
    QList<TimeSpan> spans;
    while (rows->next())
        spans.append({rows->value(0).toLongLong(), rows->value(1).toLongLong()});
    if (rows->lastError().isValid())
        return std::nullopt;
    return spans;
}

std::optional<qint64> HistoryStore::seriesOf(const CacheKey &key)
{
    return m_file.number(
        QStringLiteral("SELECT id FROM series WHERE tenant=? AND queue=? AND interval=?"),
        {key.tenant, key.queue.value, wordOf(key.interval)});
}

bool HistoryStore::forgetOld(qint64 nowMs)
{
    const QVariantList unused{nowMs - kUnusedFor};
    const QString which = QStringLiteral(" IN (SELECT id FROM series WHERE read_at<?)");
    return m_file.run(QStringLiteral("DELETE FROM record WHERE series") + which, unused)
        && m_file.run(QStringLiteral("DELETE FROM covered WHERE series") + which, unused)
        && m_file.run(QStringLiteral("DELETE FROM series WHERE read_at<?"), unused);
}

} // namespace queuesmith

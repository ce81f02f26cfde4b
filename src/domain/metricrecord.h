#pragma once

#include <QString>

#include <optional>

class QJsonObject;

namespace queuesmith {

inline constexpr qint64 kDayMs = 86'400'000;

/// How finely a tenant cuts a queue's history.
enum class HistoryInterval { Daily, Hourly, HalfHourly, QuarterHourly };

/// The contract's word: `DAILY`, `HOURLY`, `HALF_HOURLY`, `QUARTER_HOURLY`.
[[nodiscard]] QString wordOf(HistoryInterval interval);
/// Empty when it is none of the contract's words.
[[nodiscard]] std::optional<HistoryInterval> intervalOf(const QString &word);
[[nodiscard]] int secondsOf(HistoryInterval interval);

/// One interval of a queue's history as the tenant reports it. What is absent, null or no finite
/// number is empty, never zero; nothing else is judged here.
struct MetricRecord {
    std::optional<qint64> startMs; ///< UTC, milliseconds since 1970; empty: unknown or unreadable
    std::optional<double> seconds; ///< length of the interval
    std::optional<double> handled; ///< `callsHandled.sum`, else `.count`
    std::optional<double> offered; ///< `callsOffered.sum`, else `.count`; not in the contract
    std::optional<double> abandonRate; ///< as given: 0 to 1, or a percentage by mistake
    std::optional<double> waitSumMs; ///< waited by the answered calls
    std::optional<double> waitCount; ///< calls that the sum is over; the handled ones when empty
    std::optional<double> waitMaxMs;
    std::optional<double> handleSumMs;
    std::optional<double> handleAverageMs;

    friend bool operator==(const MetricRecord &, const MetricRecord &) = default;
};

/// A record of a scenario file: `start` and `durationSec` beside `metrics`.
[[nodiscard]] MetricRecord metricRecordFromScenario(const QJsonObject &object);

/// A record of the tenant: `dateFrom` beside `metrics`; its length is the interval asked for.
[[nodiscard]] MetricRecord metricRecordFromTenant(
    const QJsonObject &object, HistoryInterval interval);

/// A UTC instant in milliseconds from ISO 8601 text: a date, or a date and a time to the minute or
/// finer, with `Z`, an offset, or neither (then UTC). Empty for anything else, and outside of the
/// years 1 to 9999.
[[nodiscard]] std::optional<qint64> instantOf(const QString &text);

} // namespace queuesmith

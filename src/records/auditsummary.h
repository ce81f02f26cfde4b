#pragma once

#include "records/auditrecord.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace queuesmith {

/// So many of so many.
struct Share {
    qint64 succeeded = 0;
    qint64 total = 0;

    friend bool operator==(const Share &, const Share &) = default;
};

/// Figures over the records that a filter lets through. Only final outcomes count (`success`,
/// `rejected`, `failure`, `cancelled`), so that an operation with an intent and several `unknown`
/// counts once.
struct AuditSummary {
    qint64 records = 0; ///< all that the filter lets through
    Share validation; ///< final outcomes that tell `validation_success`
    /// Of QUEUE_PROVISIONED and QUEUE_UPDATED: `success` of `success`, `rejected` and `failure`.
    /// What a person cancelled is left out: it tells nothing about how well provisioning works.
    Share provisioning;
    qint64 cancelled = 0; ///< what was left out of `provisioning`
    qint64 latencies = 0; ///< successes that tell `creation_latency_ms`
    std::optional<std::chrono::milliseconds> latencyMedian; ///< nearest rank; empty without any
    std::optional<std::chrono::milliseconds> latency95; ///< 95th percentile, nearest rank
    qint64 attempts = 0; ///< requests sent, over all final outcomes
    qint64 attemptsTold = 0; ///< final outcomes that tell `attempts`

    friend bool operator==(const AuditSummary &, const AuditSummary &) = default;
};

/// Takes the records one after the other, in any order. Pure.
class AuditSummarizer {
public:
    /// `action` and `outcome` as the record has them.
    void add(const QString &action, const QString &outcome, const QByteArray &payload);
    [[nodiscard]] AuditSummary summary() const;

private:
    AuditSummary m_summary;
    QList<qint64> m_latencies; ///< ms
};

} // namespace queuesmith

#include "records/auditsummary.h"

#include "domain/strictjson.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace queuesmith {

namespace {
bool isFinal(const QString &outcome)
{
    return outcome != word(AuditOutcome::Intent) && outcome != word(AuditOutcome::Unknown);
}

bool provisions(const QString &action)
{
    return action == word(AuditAction::QueueProvisioned)
        || action == word(AuditAction::QueueUpdated);
}

/// The smallest value that at least `percent` of all values don't exceed.
std::optional<std::chrono::milliseconds> nearestRank(const QList<qint64> &sorted, int percent)
{
    if (sorted.isEmpty())
        return {};
    const qsizetype rank = (sorted.size() * percent + 99) / 100;
    return std::chrono::milliseconds(sorted.at(std::max<qsizetype>(rank, 1) - 1));
}
} // namespace

void AuditSummarizer::add(const QString &action, const QString &outcome, const QByteArray &payload)
{
    ++m_summary.records;
    if (!isFinal(outcome))
        return;
    const QJsonObject record = QJsonDocument::fromJson(payload).object();
    const bool success = outcome == word(AuditOutcome::Success);

    const QJsonValue validated = record.value(QStringLiteral("validation_success"));
    if (validated.isBool() || action == word(AuditAction::ValidationRejected)) {
        ++m_summary.validation.total;
        m_summary.validation.succeeded += validated.toBool() ? 1 : 0;
    }
    if (provisions(action)) {
        if (outcome == word(AuditOutcome::Cancelled)) {
            ++m_summary.cancelled;
        } else {
            ++m_summary.provisioning.total;
            m_summary.provisioning.succeeded += success ? 1 : 0;
        }
    }
    const auto latency = wholeNumber(record.value(QStringLiteral("creation_latency_ms")));
    if (success && latency)
        m_latencies.append(*latency);
    if (const auto attempts = wholeNumber(record.value(QStringLiteral("attempts")))) {
        m_summary.attempts += *attempts;
        ++m_summary.attemptsTold;
    }
}

AuditSummary AuditSummarizer::summary() const
{
    constexpr int kMedian = 50;
    constexpr int kHigh = 95;
    AuditSummary summary = m_summary;
    QList<qint64> sorted = m_latencies;
    std::sort(sorted.begin(), sorted.end());
    summary.latencies = sorted.size();
    summary.latencyMedian = nearestRank(sorted, kMedian);
    summary.latency95 = nearestRank(sorted, kHigh);
    return summary;
}

} // namespace queuesmith

#include "window/auditlog/auditfigures.h"

#include "window/tables/figuretexts.h"

#include <QLocale>

namespace queuesmith {

namespace {
QString nothing() { return QStringLiteral("–"); }

QString percent(const Share &share)
{
    return share.total == 0
        ? nothing()
        : percentText(static_cast<double>(share.succeeded) / static_cast<double>(share.total));
}

QString milliseconds(std::optional<std::chrono::milliseconds> time)
{
    return time ? latencyText(*time) : nothing();
}
} // namespace

AuditFigures::AuditFigures(Records &records, QObject *parent)
    : QObject(parent)
    , m_records(records)
{
}

AuditFigures::~AuditFigures()
{
    if (m_cancel)
        m_cancel->store(true);
}

void AuditFigures::setFilter(const AuditFilter &filter)
{
    m_filter = filter;
    refresh();
}

void AuditFigures::refresh()
{
    if (m_cancel)
        m_cancel->store(true);
    m_cancel = std::make_shared<std::atomic_bool>(false);
    m_records.summarize(
        m_filter, m_cancel, this, [this, cancel = m_cancel](const Result<AuditSummary> &result) {
            if (*cancel)
                return;
            // What went wrong is told by the table, which reads the same file.
            m_summary = result ? std::optional(result.value()) : std::nullopt;
            Q_EMIT changed();
        });
}

FigureText validationFigure(const AuditSummary &summary)
{
    const Share &share = summary.validation;
    return {percent(share),
        AuditFigures::tr("%1 of %2 validations found no error. Only final outcomes count, so each "
                         "validation counts once.")
            .arg(wholeText(share.succeeded), wholeText(share.total))};
}

FigureText provisioningFigure(const AuditSummary &summary)
{
    const Share &share = summary.provisioning;
    QString basis = AuditFigures::tr("%1 of %2 queues sent to the tenant were created or updated. "
                                     "Those the checks rejected were never sent.")
                        .arg(wholeText(share.succeeded), wholeText(share.total));
    if (summary.cancelled > 0) {
        basis += QLatin1Char(' ')
            + AuditFigures::tr("%1 cancelled by a person are excluded.")
                  .arg(wholeText(summary.cancelled));
    }
    return {percent(share), basis};
}

FigureText medianFigure(const AuditSummary &summary)
{
    return {milliseconds(summary.latencyMedian),
        AuditFigures::tr("Half of %1 successes took no longer than this, from the first byte of "
                         "the first attempt to the settled answer.")
            .arg(wholeText(summary.latencies))};
}

FigureText highLatencyFigure(const AuditSummary &summary)
{
    return {milliseconds(summary.latency95),
        AuditFigures::tr("95 % of %1 successes took no longer than this, from the first byte of "
                         "the first attempt to the settled answer.")
            .arg(wholeText(summary.latencies))};
}

FigureText attemptsFigure(const AuditSummary &summary)
{
    if (summary.attemptsTold == 0)
        return {nothing(), AuditFigures::tr("None of these outcomes says how often it was sent.")};
    return {wholeText(summary.attempts),
        AuditFigures::tr("Requests sent for %1 final outcomes, including repeats.")
            .arg(wholeText(summary.attemptsTold))};
}

} // namespace queuesmith

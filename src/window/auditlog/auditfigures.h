#pragma once

#include "records/records.h"

#include <QObject>
#include <QString>

#include <optional>

namespace queuesmith {

/// The figures for what a filter lets through, worked out on the records' thread. A newer filter
/// replaces an older one, whose answer is dropped.
class AuditFigures final : public QObject {
    Q_OBJECT

public:
    /// `records` must be open, and outlive this.
    explicit AuditFigures(Records &records, QObject *parent = nullptr);
    ~AuditFigures() override;

    void setFilter(const AuditFilter &filter);
    /// Once more with the same filter.
    void refresh();

    /// Empty while nothing was worked out yet, and after an error. What is shown stays until what
    /// takes its place has arrived.
    [[nodiscard]] const std::optional<AuditSummary> &summary() const { return m_summary; }

    Q_SIGNAL void changed();

private:
    Records &m_records;
    AuditFilter m_filter;
    Records::CancelFlag m_cancel;
    std::optional<AuditSummary> m_summary;
};

/// One figure in words, and what it rests on. Pure.
struct FigureText {
    QString value; ///< `97.5 %`, or `–` without any basis
    QString basis; ///< a sentence or two
};

[[nodiscard]] FigureText validationFigure(const AuditSummary &summary);
[[nodiscard]] FigureText provisioningFigure(const AuditSummary &summary);
[[nodiscard]] FigureText medianFigure(const AuditSummary &summary);
[[nodiscard]] FigureText highLatencyFigure(const AuditSummary &summary);
[[nodiscard]] FigureText attemptsFigure(const AuditSummary &summary);

} // namespace queuesmith

#pragma once

#include "window/waittimes/chartexport.h"
#include "window/waittimes/judgement.h"

#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

class QAction;

namespace queuesmith {

class Page;
class TenantSession;
class WaitCharts;

/// What a page of wait times is about, as its exports say it.
struct ExportSubject {
    QString queueName;
    QString range; ///< such as `28 days`
    QString facts; ///< what was read, in one line
    std::optional<Judgement> judgement;
};

/// Writes what a page of wait times shows to files. What is written is what was seen when it was
/// asked for: the queue may vanish while the person chooses a file.
class WaitExports final : public QObject {
    Q_OBJECT

public:
    /// All must outlive this. `subject` is asked when something is to be written; empty: no queue.
    WaitExports(Page &page, const TenantSession &session, const WaitCharts &charts,
        std::function<std::optional<ExportSubject>()> subject);

    /// `judgement`: what is concluded from what the charts show; null: nothing yet.
    void updateActions(const Judgement *judgement);
    /// To draw the chart, to write its data, to write the report.
    [[nodiscard]] QList<QAction *> actions() const { return {m_chart, m_data, m_report}; }

    /// How the last one ended, with its shape.
    Q_SIGNAL void noted(const QString &note);

private:
    void exportChart();
    void exportData();
    void exportReport();
    void writeChart(const QString &file, const PaintChart &chart, const QString &title);
    void askWhere(const QString &title, const QStringList &filters, const QString &name,
        const std::function<void(const QString &)> &write);
    void write(const QString &file, std::function<QByteArray()> bytes);
    [[nodiscard]] ReportPage report(const ExportSubject &subject) const;

    Page &m_page;
    const TenantSession &m_session;
    const WaitCharts &m_charts;
    std::function<std::optional<ExportSubject>()> m_subject;
    QAction *m_chart;
    QAction *m_data;
    QAction *m_report;
};

} // namespace queuesmith

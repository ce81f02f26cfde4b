#include "window/waittimes/waitexports.h"

#include "domain/clock.h"
#include "window/appearance/sentences.h"
#include "window/appearance/status.h"
#include "window/page/page.h"
#include "window/session/tenantsession.h"
#include "window/tables/datetexts.h"
#include "window/waittimes/recommendationtexts.h"
#include "window/waittimes/waitcharts.h"
#include "window/waittimes/waitcsv.h"
#include "window/waittimes/waitseries.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace queuesmith {

namespace {

constexpr QSize kPicture(1'000, 620);

} // namespace

WaitExports::WaitExports(Page &page, const TenantSession &session, const WaitCharts &charts,
    std::function<std::optional<ExportSubject>()> subject)
    : QObject(&page)
    , m_page(page)
    , m_session(session)
    , m_charts(charts)
    , m_subject(std::move(subject))
    , m_chart(page.addMenuAction(Page::Menu::File, tr("Export chart …"), {},
          tr("Save the chart shown as a picture or a PDF"), QStringLiteral("export")))
    , m_data(page.addMenuAction(Page::Menu::File, tr("Export wait-time data …"), {},
          tr("Write the intervals of the history as CSV for a spreadsheet")))
    , m_report(page.addMenuAction(Page::Menu::File, tr("Export wait-time report …"), {},
          tr("Save the whole page, with its recommendation, as a one-page PDF")))
{
    page.onlyWhenSeen({m_chart, m_data, m_report});
    connect(m_chart, &QAction::triggered, this, &WaitExports::exportChart);
    connect(m_data, &QAction::triggered, this, &WaitExports::exportData);
    connect(m_report, &QAction::triggered, this, &WaitExports::exportReport);
}

void WaitExports::updateActions(const Judgement *judgement)
{
    const bool hasCurve = judgement && !judgement->curve.isEmpty();
    m_chart->setEnabled(
        m_charts.hasFigures() && (m_charts.tab() != WaitCharts::Tab::WhatIf || hasCurve));
    m_data->setEnabled(m_charts.hasFigures());
    m_report->setEnabled(m_charts.hasFigures() && judgement);
}

void WaitExports::askWhere(const QString &title, const QStringList &filters, const QString &name,
    const std::function<void(const QString &)> &write)
{
    QFileDialog *dialog =
        m_page.askForFile({title, filters, QFileInfo(name).suffix(), name}, write);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(QLatin1StringView("*.pdf"))
                ? QStringLiteral("pdf")
                : QStringLiteral("png"));
    });
}

void WaitExports::exportChart()
{
    const std::optional<ExportSubject> subject = m_subject();
    if (!subject)
        return;
    const QStringList parts{
        QStringLiteral("history"), QStringLiteral("week"), QStringLiteral("what-if")};
    const WaitCharts::Tab tab = m_charts.tab();
    askWhere(tr("Export chart"), {tr("Picture (*.png)"), tr("Document (*.pdf)")},
        exportFileName(
            subject->queueName, parts.at(static_cast<qsizetype>(tab)), QStringLiteral("png")),
        [this, chart = m_charts.picture(tab),
            title = m_charts.title(tab, subject->queueName, subject->range)](
            const QString &file) { writeChart(file, chart, title); });
}

void WaitExports::writeChart(const QString &file, const PaintChart &chart, const QString &title)
{
    if (file.endsWith(QLatin1StringView(".pdf"), Qt::CaseInsensitive)) {
        write(file, [bytes = chartPdf(chart, title)] { return bytes; });
        return;
    }
    // Drawn here, since widgets belong to this thread; pressed into a file elsewhere.
    write(file, [image = chartImage(chart, title, kPicture)] { return pngOf(image); });
}

void WaitExports::exportData()
{
    const std::optional<ExportSubject> subject = m_subject();
    if (!subject)
        return;
    askWhere(tr("Export wait-time data"), {tr("Table (*.csv)")},
        exportFileName(subject->queueName, QStringLiteral("data"), QStringLiteral("csv")),
        [this, name = subject->queueName, series = m_charts.series()](const QString &file) {
            write(file, [series, name] { return waitCsv(*series, name); });
        });
}

void WaitExports::exportReport()
{
    const std::optional<ExportSubject> subject = m_subject();
    if (!subject || !subject->judgement)
        return;
    askWhere(tr("Export wait-time report"), {tr("Document (*.pdf)")},
        exportFileName(subject->queueName, QStringLiteral("report"), QStringLiteral("pdf")),
        [this, page = report(*subject)](
            const QString &file) { write(file, [bytes = reportPdf(page)] { return bytes; }); });
}

void WaitExports::write(const QString &file, std::function<QByteArray()> bytes)
{
    writeExport(this, file, std::move(bytes), [this](const Result<QString> &written) {
        if (written)
            Q_EMIT m_page.fileWritten(written.value());
        Q_EMIT noted(written ? statusText(StatusKind::Ok,
                         tr("Written to %1").arg(QDir::toNativeSeparators(written.value())))
                             : statusText(StatusKind::Error, sentenceOf(written.error())));
    });
}

ReportPage WaitExports::report(const ExportSubject &subject) const
{
    using Tab = WaitCharts::Tab;
    const Judgement &judgement = *subject.judgement;
    const QTimeZone zone = m_charts.series()->zone;
    const auto joined = [](const QList<SentenceList::Line> &lines) {
        QStringList texts;
        for (const SentenceList::Line &line : lines)
            texts.append(line.kind ? statusText(*line.kind, line.text) : line.text);
        return texts.join(u'\n');
    };
    ReportPage page;
    page.title = tr("Wait times of “%1”").arg(subject.queueName);
    page.subtitle = subject.facts;
    page.decision.append(
        {headlineOf(judgement.recommendation), rangeText(judgement.recommendation)});
    page.decision.append({{}, joined(linesOf(judgement.recommendation))});
    page.decision.append({{}, promiseText(judgement.recommendation)});
    page.decision.append({{}, meaningText(judgement.recommendation)});
    if (judgement.afterChange)
        page.decision.append(
            {tr("Since the capacity was changed"), joined(linesOf(*judgement.afterChange, zone))});
    page.decision.append(
        {tr("Was the model right before?"), joined(linesOf(judgement.backTest, zone))});
    page.history = m_charts.picture(Tab::History);
    page.heat = m_charts.picture(Tab::Week);
    page.whatIf = m_charts.picture(Tab::WhatIf);
    page.heatTitle = m_charts.title(Tab::Week, subject.queueName, subject.range);
    page.whatIfTitle = m_charts.title(Tab::WhatIf, subject.queueName, subject.range);
    page.foot = tr("%1, %2. Made with Queuesmith on %3.")
                    .arg(m_session.title(), originOf(m_session.connection().baseUrl),
                        minuteText(m_session.clock().utcNow().toTimeZone(zone)));
    return page;
}

} // namespace queuesmith

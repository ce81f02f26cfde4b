// What the page of wait times can be asked for: exports, and the ways over the charts.

#include "catalog.h"
#include "chartexport.h"
#include "clock.h"
#include "datetexts.h"
#include "recommendationtexts.h"
#include "sentences.h"
#include "tenantsession.h"
#include "ui_waittimespage.h"
#include "waitcsv.h"
#include "waittimespage.h"
#include "waitwords.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>

namespace queuesmith {

namespace {

constexpr QSize kPicture(1'000, 620);

} // namespace

void WaitTimesPage::makeActions()
{
    m_exportChart = addMenuAction(Menu::File, tr("Export chart …"), {},
        tr("Save the chart shown as a picture or a PDF"), QStringLiteral("export"));
    m_exportData = addMenuAction(Menu::File, tr("Export wait-time data …"), {},
        tr("Write the intervals of the history as CSV for a spreadsheet"));
    m_exportReport = addMenuAction(Menu::File, tr("Export wait-time report …"), {},
        tr("Save the whole page, with its recommendation, as a one-page PDF"));
    m_zoomIn = addMenuAction(Menu::View, tr("Zoom in"), QKeySequence::ZoomIn, tr("Zoom in"));
    m_zoomOut = addMenuAction(
        Menu::View, tr("Zoom out"), QKeySequence::ZoomOut, tr("Show a longer period"));
    m_whole = addMenuAction(
        Menu::View, tr("Whole range"), Qt::CTRL | Qt::Key_0, tr("Show the whole history"));
    m_use = addMenuAction(Menu::Capacity, tr("Use the recommended capacity"),
        Qt::CTRL | Qt::SHIFT | Qt::Key_U,
        tr("Open this queue in the editor with the recommended capacity"));
    onlyWhenSeen(
        {m_exportChart, m_exportData, m_exportReport, m_zoomIn, m_zoomOut, m_whole, m_use});
    bindButton(m_ui->exportChartButton, m_exportChart);
    bindButton(m_ui->exportDataButton, m_exportData);
    bindButton(m_ui->reportButton, m_exportReport);
    bindButton(m_ui->zoomInButton, m_zoomIn);
    bindButton(m_ui->zoomOutButton, m_zoomOut);
    bindButton(m_ui->wholeButton, m_whole);
    for (QPushButton *button : {m_ui->exportDataButton, m_ui->reportButton})
        button->setIcon(m_exportChart->icon());
    connect(m_exportChart, &QAction::triggered, this, &WaitTimesPage::exportChart);
    connect(m_exportData, &QAction::triggered, this, &WaitTimesPage::exportData);
    connect(m_exportReport, &QAction::triggered, this, &WaitTimesPage::exportReport);
    constexpr double kStep = 1.5;
    connect(m_zoomIn, &QAction::triggered, this, [this] { m_ui->historyChart->zoom(kStep); });
    connect(m_zoomOut, &QAction::triggered, this, [this] { m_ui->historyChart->zoom(1 / kStep); });
    connect(m_whole, &QAction::triggered, m_ui->historyChart, &HistoryChart::showAll);
    connect(m_use, &QAction::triggered, this, [this] {
        const Queue *chosen = queue();
        if (chosen && m_judgement)
            Q_EMIT useCapacityRequested(
                chosen->id, *m_judgement->recommendation.recommendedCapacity);
    });
}

QString WaitTimesPage::chartTitle(Tab tab) const
{
    const QString name = queue() ? queue()->definition.name : QString();
    switch (tab) {
    case Tab::History:
        return tr("%1: history, %2").arg(name, chosenRange());
    case Tab::Week:
        return tr("%1: %2 by hour of the week, %3")
            .arg(name, measureWord(m_ui->heatMap->heat().measure), chosenRange());
    case Tab::WhatIf:
        break;
    }
    return tr("%1: the effect of each capacity, from %2").arg(name, chosenRange());
}

PaintChart WaitTimesPage::painterOf(Tab tab) const
{
    switch (tab) {
    case Tab::History:
        return m_ui->historyChart->picture();
    case Tab::Week:
        return [heat = m_ui->heatMap->heat()](QPainter &painter, const QRectF &all,
                   const ChartLook &look) { paintHeat(painter, all, heat, look); };
    case Tab::WhatIf:
        break;
    }
    return m_ui->whatIfPane->picture();
}

void WaitTimesPage::askWhere(const QString &title, const QStringList &filters, const QString &name,
    const std::function<void(const QString &)> &write)
{
    QFileDialog *dialog = askForFile({title, filters, QFileInfo(name).suffix(), name}, write);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(QLatin1StringView("*.pdf"))
                ? QStringLiteral("pdf")
                : QStringLiteral("png"));
    });
}

// What is written is what was seen when it was asked for: the queue may vanish while the person
// chooses a file.

void WaitTimesPage::exportChart()
{
    if (!queue())
        return;
    const QStringList parts{
        QStringLiteral("history"), QStringLiteral("week"), QStringLiteral("what-if")};
    const int index = m_ui->chartTabs->currentIndex();
    const auto tab = static_cast<Tab>(index);
    askWhere(tr("Export chart"), {tr("Picture (*.png)"), tr("Document (*.pdf)")},
        exportFileName(queue()->definition.name, parts.at(index), QStringLiteral("png")),
        [this, chart = painterOf(tab), title = chartTitle(tab)](
            const QString &file) { writeChart(file, chart, title); });
}

void WaitTimesPage::writeChart(const QString &file, const PaintChart &chart, const QString &title)
{
    if (file.endsWith(QLatin1StringView(".pdf"), Qt::CaseInsensitive)) {
        write(file, [bytes = chartPdf(chart, title)] { return bytes; });
        return;
    }
    // Drawn here, since widgets belong to this thread; pressed into a file elsewhere.
    write(file, [image = chartImage(chart, title, kPicture)] { return pngOf(image); });
}

void WaitTimesPage::exportData()
{
    if (!queue())
        return;
    const QString name = queue()->definition.name;
    askWhere(tr("Export wait-time data"), {tr("Table (*.csv)")},
        exportFileName(name, QStringLiteral("data"), QStringLiteral("csv")),
        [this, name, series = m_view.series](const QString &file) {
            write(file, [series, name] { return waitCsv(*series, name); });
        });
}

void WaitTimesPage::exportReport()
{
    if (!queue() || !m_judgement)
        return;
    askWhere(tr("Export wait-time report"), {tr("Document (*.pdf)")},
        exportFileName(queue()->definition.name, QStringLiteral("report"), QStringLiteral("pdf")),
        [this, page = report()](
            const QString &file) { write(file, [bytes = reportPdf(page)] { return bytes; }); });
}

void WaitTimesPage::write(const QString &file, std::function<QByteArray()> bytes)
{
    writeExport(this, file, std::move(bytes), [this](const Result<QString> &written) {
        if (written)
            Q_EMIT fileWritten(written.value());
        m_note = written ? statusText(StatusKind::Ok,
                     tr("Written to %1").arg(QDir::toNativeSeparators(written.value())))
                         : statusText(StatusKind::Error, sentenceOf(written.error()));
        showFacts();
    });
}

ReportPage WaitTimesPage::report() const
{
    const Judgement &judgement = *m_judgement;
    const QTimeZone zone = m_view.series->zone;
    const auto joined = [](const QList<SentenceList::Line> &lines) {
        QStringList texts;
        for (const SentenceList::Line &line : lines)
            texts.append(line.kind ? statusText(*line.kind, line.text) : line.text);
        return texts.join(u'\n');
    };
    ReportPage page;
    page.title = tr("Wait times of “%1”").arg(queue()->definition.name);
    page.subtitle = m_ui->factsLabel->text().section(u'\n', 0, 0);
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
    page.history = painterOf(Tab::History);
    page.heat = painterOf(Tab::Week);
    page.whatIf = painterOf(Tab::WhatIf);
    page.heatTitle = chartTitle(Tab::Week);
    page.whatIfTitle = chartTitle(Tab::WhatIf);
    page.foot = tr("%1, %2. Made with Queuesmith on %3.")
                    .arg(m_session.title(), originOf(m_session.connection().baseUrl),
                        minuteText(m_session.clock().utcNow().toTimeZone(zone)));
    return page;
}

} // namespace queuesmith

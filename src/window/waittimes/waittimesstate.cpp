// How the page of wait times says where it stands: what is shown, read, missing or wrong.

#include "catalog.h"
#include "clock.h"
#include "datetexts.h"
#include "figuresmodel.h"
#include "relativetime.h"
#include "sentences.h"
#include "tablelook.h"
#include "tenantsession.h"
#include "timeticks.h"
#include "ui_waittimespage.h"
#include "waitdatamodel.h"
#include "waittimespage.h"
#include "waitwords.h"

#include <QAction>

namespace queuesmith {

void WaitTimesPage::takeView(const HistoryView &view, bool same)
{
    if (!queue())
        return; // it is gone
    m_view = view;
    m_ui->loadStrip->setVisible(m_controller->isLoading());
    m_data->setSeries(view.series);
    if (!same)
        m_ui->waitTable->resizeColumnToContents(0);
    m_week->setHeats(view.heats);
    m_ui->historyChart->setSeries(view.series, same);
    m_ui->historyChart->setChangedAt(
        m_change ? std::optional(m_change->at.toMSecsSinceEpoch()) : std::nullopt);
    showTargets();
    showHeat();
    showFacts();
    updateActions();
}

void WaitTimesPage::showTargets()
{
    m_ui->historyChart->setTargets(m_config.targets.asaSeconds, m_config.targets.abandonRate);
}

void WaitTimesPage::showTab()
{
    // Each chart has its figures beside it, in a table of its own.
    m_ui->tables->setCurrentIndex(m_ui->chartTabs->currentIndex());
    updateActions();
}

void WaitTimesPage::showHeat()
{
    const int index = m_ui->measureCombo->currentIndex();
    const WeekHeat &heat = m_view.heats.at(static_cast<std::size_t>(std::max(0, index)));
    m_ui->heatMap->setVisible(heat.isHourly);
    m_ui->noHeatLabel->setVisible(!heat.isHourly);
    m_ui->heatMap->setHeat(heat);
}

/// The row that is chosen in the table is where the cross-hair stands, and the other way around.
void WaitTimesPage::followRow(Tab tab, int row)
{
    if (m_isFollowing)
        return;
    m_isFollowing = true;
    switch (tab) {
    case Tab::History:
        m_ui->historyChart->setCursorIndex(row);
        m_ui->historyChart->showCursor();
        break;
    case Tab::WhatIf:
        m_ui->whatIfPane->choose(
            m_curve->index(row, 0).data(static_cast<int>(CurveModel::Role::Raw)).toInt());
        break;
    case Tab::Week:
        m_ui->heatMap->markHour(row / 24, row % 24);
        break;
    }
    m_isFollowing = false;
}

void WaitTimesPage::followCursor(int index)
{
    m_ui->readOutLabel->setText(index < 0
            ? tr("Point at a chart or use the arrow keys to read its figures.")
            : readOut(m_data->series(), index, QLocale()));
    if (m_isFollowing || index < 0)
        return;
    m_isFollowing = true;
    m_ui->waitTable->selectRow(index);
    m_isFollowing = false;
}

QString WaitTimesPage::chosenRange() const { return m_ui->rangeCombo->currentText(); }

void WaitTimesPage::showLoading(bool loading)
{
    m_ui->loadStrip->setVisible(loading && m_view.series != nullptr);
    if (loading)
        showProgress(0, 0);
    else
        showFacts();
    updateActions();
}

void WaitTimesPage::showProgress(qint64 done, qint64 total)
{
    const Queue *chosen = queue();
    const QLocale locale;
    const QString name = chosen ? chosen->definition.name : QString();
    const QString what = total > 0
        ? tr("Reading the history of “%1”, %2: %3 of %4 parts")
              .arg(name, chosenRange(), locale.toString(done), locale.toString(total))
        : tr("Reading the history of “%1”, %2").arg(name, chosenRange());
    m_ui->loadLabel->say(StatusKind::Waiting, what);
    m_ui->loadBar->setRange(0, static_cast<int>(total));
    m_ui->loadBar->setValue(static_cast<int>(done));
    if (!m_view.series)
        showMessage(StatusKind::Waiting, what, tr("Cancel"));
}

void WaitTimesPage::showFacts()
{
    m_ui->tryAgainButton->setVisible(m_error && m_view.series);
    m_factsConnection->setVisible(m_view.series && liesWithConnection(m_error));
    QStringList lines;
    if (m_view.series && !m_view.series->points.empty() && m_controller->history()) {
        const History &history = *m_controller->history();
        const QLocale locale;
        const WaitSeries &series = *m_view.series;
        const auto day = [&](qint64 ms) {
            return dayText(QDateTime::fromMSecsSinceEpoch(ms, series.zone).date());
        };
        lines.append(tr("%1 intervals of %2, %3 to %4, time zone %5, read %6")
                         .arg(locale.toString(static_cast<qint64>(series.points.size())),
                             intervalLength(series.intervalMs), day(series.fromMs()),
                             day(series.toMs() - 1), QString::fromLatin1(series.zone.id()),
                             relativeTime(history.readAt, m_session.clock().utcNow())));
        for (const Sentence &note : history.notes)
            lines.append(statusText(StatusKind::Warning, translated(note)));
    }
    if (m_error && m_view.series)
        lines.append(statusText(StatusKind::Error, sentenceOf(*m_error)));
    if (!m_note.isEmpty())
        lines.append(m_note);
    m_ui->factsLabel->setText(lines.join(u'\n'));
    m_ui->factsLabel->setVisible(!lines.isEmpty());
    if (m_controller->isLoading() && !m_view.series)
        return; // showProgress() says it
    const LoadState &list = m_session.catalog().queueState();
    if (!queue() && list.phase == LoadState::Phase::Loading)
        showMessage(StatusKind::Waiting, tr("Reading the queues"), {});
    else if (!queue() && list.error && m_session.catalog().queues().isEmpty())
        showError(*list.error);
    else if (!queue())
        showMessage({},
            tr("Choose a queue to see how long its callers waited, how another capacity would have "
               "changed that, and which capacity is recommended."),
            {});
    else if (m_error && !m_view.series)
        showError(*m_error);
    else if (m_view.series && m_view.series->points.empty())
        showMessage({},
            tr("The tenant has no history of “%1” for the last %2, or none of its intervals can be "
               "used. There is nothing to base a recommendation on. Choose a longer range, or come "
               "back when the queue has taken calls.")
                .arg(queue()->definition.name, chosenRange()),
            tr("Try again"));
    else if (m_view.series)
        m_ui->stack->setCurrentWidget(m_ui->contentPage);
}

void WaitTimesPage::showFailure(const Error &error)
{
    m_error = error;
    showFacts();
}

void WaitTimesPage::showMessage(
    std::optional<StatusKind> kind, const QString &text, const QString &button)
{
    if (kind)
        m_ui->messageLabel->say(*kind, text);
    else
        m_ui->messageLabel->say(text);
    m_ui->messageButton->setText(button);
    m_ui->messageButton->setVisible(!button.isEmpty());
    m_messageConnection->hide();
    m_ui->stack->setCurrentWidget(m_ui->messagePage);
}

void WaitTimesPage::showError(const Error &error)
{
    showMessage(StatusKind::Error, sentenceOf(error), tr("Try again"));
    m_messageConnection->setVisible(liesWithConnection(error));
}

void WaitTimesPage::updateActions()
{
    const bool hasData = m_view.series && !m_view.series->points.empty();
    const auto tab = static_cast<Tab>(m_ui->chartTabs->currentIndex());
    const bool hasCurve = m_judgement && !m_judgement->curve.isEmpty();
    m_exportChart->setEnabled(hasData && (tab != Tab::WhatIf || hasCurve));
    m_exportData->setEnabled(hasData);
    m_exportReport->setEnabled(hasData && m_judgement);
    for (QAction *action : {m_zoomIn, m_zoomOut, m_whole})
        action->setEnabled(hasData && tab == Tab::History);
    m_use->setEnabled(m_judgement && m_judgement->recommendation.recommendedCapacity);
    m_ui->refreshButton->setEnabled(!m_controller->isLoading());
    if (!m_view.series && !m_controller->isLoading())
        showFacts();
}

} // namespace queuesmith

#include "window/waittimes/waitcharts.h"

#include "ui_waittimespage.h"
#include "window/page/page.h"
#include "window/tables/sparewidth.h"
#include "window/tables/tablelook.h"
#include "window/tables/wrappedheader.h"
#include "window/waittimes/figuresmodel.h"
#include "window/waittimes/waitdatamodel.h"
#include "window/waittimes/waitwords.h"

#include <QAction>
#include <QHeaderView>

#include <algorithm>
#include <numeric>

namespace queuesmith {

namespace {

/// So many rows say how wide an interval's text is.
constexpr int kSampledRows = 50;

} // namespace

WaitCharts::WaitCharts(Ui::WaitTimesPage &ui, QObject *parent)
    : QObject(parent)
    , m_ui(ui)
    , m_data(new WaitDataModel(this))
    , m_week(new WeekModel(this))
    , m_curve(new CurveModel(this))
{
    for (const Measure measure : {Measure::Wait, Measure::Abandonment, Measure::Volume})
        m_ui.measureCombo->addItem(measureName(measure));
    m_ui.noHeatLabel->hide();
    setUpTables();
    // Each chart has its figures beside it, in a table of its own.
    m_ui.tables->setCurrentIndex(m_ui.chartTabs->currentIndex());
    connect(m_ui.chartTabs, &QTabWidget::currentChanged, this, [this](int index) {
        m_ui.tables->setCurrentIndex(index);
        Q_EMIT tabChanged();
    });
    connect(m_ui.measureCombo, &QComboBox::currentIndexChanged, this, &WaitCharts::showHeat);
    connect(m_ui.heatMap, &HeatMap::cellMarked, m_ui.cellLabel, &QLabel::setText);
    connect(m_ui.historyChart, &HistoryChart::cursorMoved, this, &WaitCharts::followCursor);
}

void WaitCharts::setUpTables()
{
    const auto show = [this](QTableView *table, QAbstractItemModel *model, const QList<int> &widths,
                          Tab tab) {
        WrappedHeader::giveTo(table);
        table->setModel(model);
        setTableLook(table, widths);
        QList<int> figures(widths.size() - 1);
        std::iota(figures.begin(), figures.end(), 1);
        SpareWidth::giveTo(table, figures);
        // Not the current row: a table that merely gets the keyboard makes its first one current.
        connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this, tab](const QItemSelection &selected) {
                if (!selected.isEmpty())
                    followRow(tab, selected.constFirst().top());
            });
    };
    show(m_ui.waitTable, m_data, {24, 7, 6, 5, 8, 7}, Tab::History);
    show(m_ui.weekTable, m_week, {15, 9, 7, 8, 8}, Tab::Week);
    show(m_ui.curveTable, m_curve, {7, 7, 7, 7, 7, 7, 7}, Tab::WhatIf);
    m_ui.waitTable->horizontalHeader()->setResizeContentsPrecision(kSampledRows);
}

void WaitCharts::addActions(Page &page)
{
    using Menu = Page::Menu;
    m_zoomIn = page.addMenuAction(Menu::View, tr("Zoom in"), QKeySequence::ZoomIn, tr("Zoom in"));
    m_zoomOut = page.addMenuAction(
        Menu::View, tr("Zoom out"), QKeySequence::ZoomOut, tr("Show a longer period"));
    m_whole = page.addMenuAction(
        Menu::View, tr("Whole range"), Qt::CTRL | Qt::Key_0, tr("Show the whole history"));
    page.onlyWhenSeen({m_zoomIn, m_zoomOut, m_whole});
    page.bindButton(m_ui.zoomInButton, m_zoomIn);
    page.bindButton(m_ui.zoomOutButton, m_zoomOut);
    page.bindButton(m_ui.wholeButton, m_whole);
    constexpr double kStep = 1.5;
    connect(m_zoomIn, &QAction::triggered, this, [this] { m_ui.historyChart->zoom(kStep); });
    connect(m_zoomOut, &QAction::triggered, this, [this] { m_ui.historyChart->zoom(1 / kStep); });
    connect(m_whole, &QAction::triggered, m_ui.historyChart, &HistoryChart::showAll);
}

void WaitCharts::updateActions()
{
    for (QAction *action : {m_zoomIn, m_zoomOut, m_whole})
        action->setEnabled(hasFigures() && tab() == Tab::History);
}

void WaitCharts::clear()
{
    m_view = {};
    m_data->setSeries(std::make_shared<WaitSeries>());
    m_week->setHeats({});
    m_curve->setCurve({});
    m_ui.whatIfPane->setCurve({}, {}, {}, {});
}

void WaitCharts::show(const HistoryView &view, bool same)
{
    m_view = view;
    m_data->setSeries(view.series);
    if (!same)
        m_ui.waitTable->resizeColumnToContents(0);
    m_week->setHeats(view.heats);
    m_ui.historyChart->setSeries(view.series, same);
    showHeat();
}

void WaitCharts::showCurve(const Judgement &judgement, CapacityMeaning meaning)
{
    const Recommendation &recommendation = judgement.recommendation;
    m_curve->setCurve(judgement.curve);
    const CapacityMarks marks{recommendation.currentCapacity, recommendation.recommendedCapacity,
        recommendation.config.licensedAgents, {}};
    m_ui.whatIfPane->setCurve(judgement.curve, recommendation.config.targets, marks,
        meaning == CapacityMeaning::Agents
            ? tr("No curve: without calls and handle times the model can't predict the effect of a "
                 "capacity.")
            : tr("No curve: capacity means waiting places here, and more of them don't shorten "
                 "waits. The recommendation says what they do."));
}

void WaitCharts::showTargets(const Targets &targets)
{
    m_ui.historyChart->setTargets(targets.asaSeconds, targets.abandonRate);
}

void WaitCharts::showChange(std::optional<qint64> atMs) { m_ui.historyChart->setChangedAt(atMs); }

void WaitCharts::showHeat()
{
    const int index = m_ui.measureCombo->currentIndex();
    const WeekHeat &heat = m_view.heats.at(static_cast<std::size_t>(std::max(0, index)));
    m_ui.heatMap->setVisible(heat.isHourly);
    m_ui.noHeatLabel->setVisible(!heat.isHourly);
    m_ui.heatMap->setHeat(heat);
}

void WaitCharts::followRow(Tab tab, int row)
{
    if (m_isFollowing)
        return;
    m_isFollowing = true;
    switch (tab) {
    case Tab::History:
        m_ui.historyChart->setCursorIndex(row);
        m_ui.historyChart->showCursor();
        break;
    case Tab::WhatIf:
        m_ui.whatIfPane->choose(
            m_curve->index(row, 0).data(static_cast<int>(CurveModel::Role::Raw)).toInt());
        break;
    case Tab::Week:
        m_ui.heatMap->markHour(row / 24, row % 24);
        break;
    }
    m_isFollowing = false;
}

void WaitCharts::followCursor(int index)
{
    m_ui.readOutLabel->setText(index < 0
            ? tr("Point at a chart or use the arrow keys to read its figures.")
            : readOut(m_data->series(), index, QLocale()));
    if (m_isFollowing || index < 0)
        return;
    m_isFollowing = true;
    m_ui.waitTable->selectRow(index);
    m_isFollowing = false;
}

bool WaitCharts::hasFigures() const { return m_view.series && !m_view.series->points.empty(); }

WaitCharts::Tab WaitCharts::tab() const { return static_cast<Tab>(m_ui.chartTabs->currentIndex()); }

PaintChart WaitCharts::picture(Tab tab) const
{
    switch (tab) {
    case Tab::History:
        return m_ui.historyChart->picture();
    case Tab::Week:
        return [heat = m_ui.heatMap->heat()](QPainter &painter, const QRectF &all,
                   const ChartLook &look) { paintHeat(painter, all, heat, look); };
    case Tab::WhatIf:
        break;
    }
    return m_ui.whatIfPane->picture();
}

QString WaitCharts::title(Tab tab, const QString &queueName, const QString &range) const
{
    switch (tab) {
    case Tab::History:
        return tr("%1: history, %2").arg(queueName, range);
    case Tab::Week:
        return tr("%1: %2 by hour of the week, %3")
            .arg(queueName, measureWord(m_ui.heatMap->heat().measure), range);
    case Tab::WhatIf:
        break;
    }
    return tr("%1: the effect of each capacity, from %2").arg(queueName, range);
}

} // namespace queuesmith

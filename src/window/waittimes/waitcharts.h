#pragma once

#include "window/waittimes/historypicture.h"
#include "window/waittimes/judgement.h"

#include <QObject>

#include <memory>
#include <optional>

class QAction;

namespace Ui {
class WaitTimesPage;
}

namespace queuesmith {

class CurveModel;
class Page;
class WaitDataModel;
class WeekModel;

/// The charts of a queue's waits, and beside each the table of its figures. The row that is chosen
/// in a table is where the chart's cross-hair stands, and the other way around.
class WaitCharts final : public QObject {
    Q_OBJECT

public:
    enum class Tab { History, Week, WhatIf };

    /// `ui` must outlive this.
    explicit WaitCharts(Ui::WaitTimesPage &ui, QObject *parent = nullptr);

    /// Those for the ways over the history.
    void addActions(Page &page);
    void updateActions();

    void clear();
    /// `same`: of the queue and range that were shown before.
    void show(const HistoryView &view, bool same);
    void showCurve(const Judgement &judgement, CapacityMeaning meaning);
    void showTargets(const Targets &targets);
    void showChange(std::optional<qint64> atMs); ///< of the capacity, in UTC

    [[nodiscard]] const std::shared_ptr<const WaitSeries> &series() const { return m_view.series; }
    [[nodiscard]] bool hasFigures() const;
    [[nodiscard]] Tab tab() const;
    /// The chart as it is now, on any device.
    [[nodiscard]] PaintChart picture(Tab tab) const;
    [[nodiscard]] QString title(Tab tab, const QString &queueName, const QString &range) const;

    Q_SIGNAL void tabChanged();

private:
    void setUpTables();
    void showHeat();
    void followRow(Tab tab, int row);
    void followCursor(int index);

    Ui::WaitTimesPage &m_ui;
    WaitDataModel *m_data;
    WeekModel *m_week;
    CurveModel *m_curve;
    HistoryView m_view;
    bool m_isFollowing = false; ///< table and cross-hair follow each other
    QAction *m_zoomIn = nullptr;
    QAction *m_zoomOut = nullptr;
    QAction *m_whole = nullptr;
};

} // namespace queuesmith

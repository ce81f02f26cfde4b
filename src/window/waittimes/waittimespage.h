#pragma once

#include "capacitychange.h"
#include "chartexport.h"
#include "ids.h"
#include "page.h"
#include "status.h"
#include "waittimescontroller.h"

#include <memory>
#include <optional>

class QAbstractItemModel;

namespace Ui {
class WaitTimesPage;
}

namespace queuesmith {

class ApprovalController;
class ApprovalPanel;
class CurveModel;
class QueueChoices;
class Settings;
class TenantSession;
class WaitDataModel;
class WeekModel;
struct Queue;
struct QueueChoice;

/// A queue's waits, what a capacity would make of them, and the decision, in this order: charts and
/// their figures at the left, recommendation and approval at the right.
class WaitTimesPage final : public Page {
    Q_OBJECT

public:
    /// `session` and `settings` must outlive this.
    WaitTimesPage(TenantSession &session, Settings &settings, QWidget *parent = nullptr);
    ~WaitTimesPage() override;

    void refresh() override;
    void shown() override;
    /// Chooses that queue, as soon as the catalog has it.
    void showQueue(const QueueId &id);

    /// The person wants this capacity for the queue in the editor.
    Q_SIGNAL void useCapacityRequested(queuesmith::QueueId id, int capacity);

private:
    enum class Tab { History, Week, WhatIf };

    void setUp();
    void setUpTable();
    void makeActions();
    void connectParts();
    void connectCharts();
    void connectController();

    void fillQueues();
    void takeChoices(const QList<QueueChoice> &choices);
    [[nodiscard]] const Queue *queue() const; ///< the chosen one; null: none
    [[nodiscard]] WaitQuestion question() const;
    void chooseQueue();
    /// Of that queue's volume, as the person said it before.
    [[nodiscard]] std::optional<double> expectedChange(const QueueId &id) const;
    void takeTargets();
    void ask();
    void lookUpChange();
    void takeView(const HistoryView &view, bool same);
    void takeJudgement(const Judgement &judgement);
    void showTargets();
    void showTab();
    void showHeat();
    void followRow(Tab tab, int row);
    void followCursor(int index);

    void showLoading(bool loading);
    void showProgress(qint64 done, qint64 total);
    void showFacts();
    void showFailure(const Error &error);
    void showMessage(std::optional<StatusKind> kind, const QString &text, const QString &button);
    void showError(const Error &error);
    void updateActions();
    [[nodiscard]] QString chosenRange() const;

    void exportChart();
    void exportData();
    void exportReport();
    void writeChart(const QString &file, const PaintChart &chart, const QString &title);
    void askWhere(const QString &title, const QStringList &filters, const QString &name,
        const std::function<void(const QString &)> &write);
    void write(const QString &file, std::function<QByteArray()> bytes);
    [[nodiscard]] PaintChart painterOf(Tab tab) const;
    [[nodiscard]] QString chartTitle(Tab tab) const;
    [[nodiscard]] ReportPage report() const;

    TenantSession &m_session;
    Settings &m_settings;
    std::unique_ptr<Ui::WaitTimesPage> m_ui;
    WaitTimesController *m_controller;
    QueueChoices *m_choices;
    WaitDataModel *m_data;
    WeekModel *m_week;
    CurveModel *m_curve;
    ApprovalPanel *m_panel;
    ApprovalController *m_approval;
    QPushButton *m_factsConnection; ///< where the credentials are at fault
    QPushButton *m_messageConnection;
    CapacityConfig m_config; ///< what the person entered: targets, shrinkage, agents
    QueueId m_wanted; ///< to be chosen when the catalog has it
    HistoryView m_view;
    std::optional<Judgement> m_judgement;
    std::optional<CapacityChange> m_change;
    std::optional<Error> m_error;
    QString m_note; ///< of an export
    int m_filled = 0; ///< rounds of filling the choice: an older one is left aside
    bool m_isStale = true; ///< the choice doesn't show what the catalog has
    bool m_wasShown = false;
    bool m_isFollowing = false; ///< table and cross-hair follow each other

    QAction *m_exportChart = nullptr;
    QAction *m_exportData = nullptr;
    QAction *m_exportReport = nullptr;
    QAction *m_zoomIn = nullptr;
    QAction *m_zoomOut = nullptr;
    QAction *m_whole = nullptr;
    QAction *m_use = nullptr;
};

} // namespace queuesmith

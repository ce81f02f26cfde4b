#pragma once

#include "domain/ids.h"
#include "provisioning/capacitychange.h"
#include "window/appearance/status.h"
#include "window/page/page.h"
#include "window/waittimes/waittimescontroller.h"

#include <memory>
#include <optional>

namespace Ui {
class WaitTimesPage;
}

namespace queuesmith {

class ApprovalController;
class ApprovalPanel;
class QueueChooser;
class Settings;
class TenantSession;
class WaitCharts;
class WaitExports;
struct Queue;
struct ExportSubject;

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
    void setUp();
    void makeActions();
    void connectParts();
    void connectController();

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
    void useRecommended();

    void showLoading(bool loading);
    void showProgress(qint64 done, qint64 total);
    void showFacts();
    void showFailure(const Error &error);
    void showMessage(std::optional<StatusKind> kind, const QString &text, const QString &button);
    void updateActions();
    [[nodiscard]] QString chosenRange() const;
    [[nodiscard]] std::optional<ExportSubject> exportSubject() const;

    TenantSession &m_session;
    Settings &m_settings;
    std::unique_ptr<Ui::WaitTimesPage> m_ui;
    WaitTimesController *m_controller;
    QueueChooser *m_chooser = nullptr;
    WaitCharts *m_charts = nullptr;
    WaitExports *m_exports = nullptr;
    ApprovalPanel *m_panel;
    ApprovalController *m_approval;
    QPushButton *m_factsConnection; ///< where the credentials are at fault
    QPushButton *m_messageConnection;
    CapacityConfig m_config; ///< what the person entered: targets, shrinkage, agents
    std::optional<Judgement> m_judgement;
    std::optional<CapacityChange> m_change;
    std::optional<Error> m_error;
    QString m_note; ///< of an export
    QAction *m_use = nullptr;
};

} // namespace queuesmith

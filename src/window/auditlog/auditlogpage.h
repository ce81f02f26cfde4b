#pragma once

#include "domain/clock.h"
#include "records/records.h"
#include "window/appearance/status.h"
#include "window/page/page.h"

#include <QPersistentModelIndex>

#include <memory>
#include <optional>

namespace Ui {
class AuditLogPage;
}

namespace queuesmith {

class AuditFigures;
class AuditFilterLine;
class AuditModel;
class AuditTask;
class RecordPane;
class TaskStrip;

/// The audit log: what was done, by whom, to which queue, and how it ended.
class AuditLogPage final : public Page {
    Q_OBJECT

public:
    /// `records` is best one of its own, so that a long export delays no job. It is read when the
    /// page is shown(), and at refresh(), which is due once it was opened. Both must outlive this.
    AuditLogPage(Records &records, Clock &clock, QWidget *parent = nullptr);
    ~AuditLogPage() override;

    void refresh() override;
    void shown() override;

    /// Shows the records of one queue.
    void showQueue(const QString &idOrName);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpActions();
    void setUpTable();
    void connectTable();
    void applyFilter();
    void showState();
    void showMessage(
        std::optional<StatusKind> kind, const QString &sentence, const QString &button);
    void pressMessageButton();
    void showFoot();
    void showFigures();
    void showTask();
    void select(qint64 seq);
    void keepSelection();
    void chooseFile();
    void verify();
    void renewTimesLater();

    Records &m_records;
    Clock &m_clock;
    std::unique_ptr<Ui::AuditLogPage> m_form;
    AuditModel *m_model;
    AuditFigures *m_figures;
    AuditTask *m_task;
    AuditFilterLine *m_filterLine = nullptr;
    RecordPane *m_pane = nullptr;
    TaskStrip *m_strip = nullptr;
    QAction *m_exportAction = nullptr;
    QAction *m_verifyAction = nullptr;
    QAction *m_copyAction = nullptr;
    QPersistentModelIndex m_top; ///< the first row that is seen, while rows come in above it
    qint64 m_selected = 0; ///< 0: none
};

} // namespace queuesmith

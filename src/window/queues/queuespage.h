#pragma once

#include "domain/ids.h"
#include "window/page/page.h"
#include "window/queues/queuesstate.h"

#include <QList>
#include <QPersistentModelIndex>

#include <memory>
#include <utility>

class QKeyEvent;
class QMenu;
class QTimer;

namespace Ui {
class QueuesPage;
}

namespace queuesmith {

class Catalog;
class FilterFields;
class QueueActions;
class QueuesFilter;
class QueuesModel;
class Settings;
class TenantSession;

/// The tenant's queues: finding one, seeing where the list stands, and the ways that lead on from
/// it.
class QueuesPage final : public Page {
    Q_OBJECT

public:
    /// Session and settings must outlive this.
    QueuesPage(TenantSession &session, Settings &settings, QWidget *parent = nullptr);
    ~QueuesPage() override;

    /// Offers these beside the button for a new queue; the menu must outlive this.
    void offerTemplates(QMenu *templates);

    void refresh() override;
    void shown() override;

    /// Every queue, whatever is filtered, in the order of their names.
    [[nodiscard]] QList<std::pair<QString, QueueId>> namesInOrder() const;

    /// The person wants to see or change this queue in the editor.
    Q_SIGNAL void openRequested(queuesmith::QueueId id);
    Q_SIGNAL void newRequested();
    /// A new queue that begins as a copy of this one.
    Q_SIGNAL void cloneRequested(queuesmith::QueueId id);
    Q_SIGNAL void auditRequested(QString queueName);
    Q_SIGNAL void waitTimesRequested(queuesmith::QueueId id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeActions();
    void setUpTable();
    void connectParts();
    void connectCatalog();
    void fitToFont();
    void keepLayout();

    void takeState();
    void showBanner(const QueuesState &state);
    void showMessage(const QueuesState &state);
    void pressMessageButton();
    void clearFilter();
    void showFiltered(const QString &filtered);
    void holdTopRow();
    void returnToTopRow();
    void updateActions();

    [[nodiscard]] bool pressInTable(const QKeyEvent &key);
    [[nodiscard]] bool pressInSearch(int key);
    void goToRows();
    void openFound();

    Settings &m_settings;
    Catalog &m_catalog;
    std::unique_ptr<Ui::QueuesPage> m_ui;
    QueuesModel *m_model;
    QueuesFilter *m_rows;
    QTimer *m_aging;
    FilterFields *m_fields = nullptr;
    QueueActions *m_actions = nullptr; ///< with the selected ones
    QPushButton *m_bannerConnection; ///< where the credentials are at fault
    QPushButton *m_messageConnection;
    QPersistentModelIndex m_topRow;
    QueuesState::Body m_body = QueuesState::Body::Reading;
    QAction *m_new = nullptr;
    QAction *m_find = nullptr;
};

} // namespace queuesmith

#pragma once

#include "domain/ids.h"

#include <QList>
#include <QObject>
#include <QString>

class QAction;
class QTableView;

namespace queuesmith {

class Page;
class QueuesFilter;
class QueuesModel;
struct Queue;
struct QueueDefinition;

/// What can be done with the queues that are selected: its actions, and the table's menu of them.
class QueueActions final : public QObject {
    Q_OBJECT

public:
    /// All must outlive this. `table` shows `rows`, which are those of `model`.
    QueueActions(Page &page, const QueuesModel &model, const QueuesFilter &rows, QTableView &table);

    [[nodiscard]] QList<int> selectedRows() const; ///< of the model, in the order on screen
    [[nodiscard]] const Queue *onlySelected() const; ///< null unless exactly one is selected
    /// What is selected, or seen, may be something else.
    void update();

    void open();
    void copyRows();

    Q_SIGNAL void openRequested(const queuesmith::QueueId &id);
    Q_SIGNAL void cloneRequested(const queuesmith::QueueId &id);
    Q_SIGNAL void auditRequested(const QString &queueName);
    Q_SIGNAL void waitTimesRequested(const queuesmith::QueueId &id);
    /// The queues that overflow to this one are to be seen.
    Q_SIGNAL void overflowingRequested(const queuesmith::QueueId &target);
    /// What happened; empty: nothing that is still worth saying.
    Q_SIGNAL void noted(const QString &note);

private:
    void makeActions();
    void connectActions();
    void makeContextMenu();
    void copyIds();
    void compare();
    void exportDefinitions();
    void exportOne(const QueueDefinition &definition);
    void exportAll(const QList<QueueDefinition> &definitions);

    Page &m_page;
    const QueuesModel &m_model;
    const QueuesFilter &m_rows;
    QTableView &m_table;
    QAction *m_open = nullptr;
    QAction *m_clone = nullptr;
    QAction *m_copyIds = nullptr;
    QAction *m_copyRows = nullptr;
    QAction *m_overflowing = nullptr;
    QAction *m_compare = nullptr;
    QAction *m_audit = nullptr;
    QAction *m_waits = nullptr;
    QAction *m_export = nullptr;
};

} // namespace queuesmith

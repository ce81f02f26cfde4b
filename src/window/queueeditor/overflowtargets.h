#pragma once

#include "domain/queue.h"

#include <QAbstractListModel>
#include <QCollator>
#include <QHash>

namespace queuesmith {

/// What a queue may overflow to: nothing, or one of the tenant's queues in the order of their
/// names. A target that the tenant doesn't have is the last row, and says so.
class OverflowTargets final : public QAbstractListModel {
    Q_OBJECT

public:
    explicit OverflowTargets(QObject *parent = nullptr);

    /// `own` is left out; `isComplete`: what isn't among them doesn't exist.
    void setQueues(const QList<Queue> &queues, const QueueId &own, bool isComplete);
    /// Makes sure that this target has a row, and gives it.
    int rowFor(const QueueId &target);
    /// The row that this text means: a row as it is shown, an id, or the name of one queue only.
    /// Nothing means no target; -1: none is meant.
    [[nodiscard]] int rowNamed(const QString &text) const;
    [[nodiscard]] QueueId targetAt(int row) const { return m_rows.at(row).id; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row {
        QueueId id;
        QString name;
        bool isKnown = true;
    };
    [[nodiscard]] int find(const QueueId &target) const; ///< -1: none
    void takeKeys(const QList<Queue> &queues);

    QList<Row> m_rows;
    QCollator m_order;
    QHash<QString, QCollatorSortKey> m_keys; ///< of names
    bool m_isComplete = false;
};

} // namespace queuesmith

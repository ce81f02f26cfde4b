#pragma once

#include "domain/queue.h"

#include <QAbstractListModel>
#include <QHash>
#include <QList>

namespace queuesmith {

/// A queue as it can be chosen.
struct QueueChoice {
    QString name;
    QString id;
};

/// By name, as the language sorts. 100,000 take a second or so: for a worker thread. Pure.
[[nodiscard]] QList<QueueChoice> sortedChoices(const QList<Queue> &queues);

/// The queues of a combo box.
class QueueChoices final : public QAbstractListModel {
    Q_OBJECT

public:
    enum class Role { Id = Qt::UserRole }; ///< the queue's id, as a text

    using QAbstractListModel::QAbstractListModel;

    void setChoices(const QList<QueueChoice> &choices);
    [[nodiscard]] int rowOf(const QString &id) const { return m_rows.value(id, -1); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<QueueChoice> m_choices;
    QHash<QString, int> m_rows;
};

} // namespace queuesmith

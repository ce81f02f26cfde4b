#pragma once

#include "domain/ids.h"

#include <QSortFilterProxyModel>
#include <QString>

#include <optional>

namespace queuesmith {

class QueuesModel;

/// Which queues are to be seen. A part that is empty lets every queue through.
struct QueuesCriteria {
    QString text; ///< in the name or the id, whatever its case
    QString skill; ///< in the name or the id of one of its skills
    std::optional<QueueId> overflowTarget; ///< an empty id: those without a target

    [[nodiscard]] bool isEmpty() const
    {
        return text.isEmpty() && skill.isEmpty() && !overflowTarget;
    }
    friend bool operator==(const QueuesCriteria &, const QueuesCriteria &) = default;
};

/// Filters and sorts the queues.
class QueuesFilter final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    /// The model must outlive this.
    explicit QueuesFilter(QueuesModel &model, QObject *parent = nullptr);

    void setCriteria(const QueuesCriteria &criteria);
    [[nodiscard]] const QueuesCriteria &criteria() const { return m_criteria; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QueuesModel &m_model;
    QueuesCriteria m_criteria;
};

} // namespace queuesmith

#pragma once

#include "domain/queue.h"

#include <QAbstractTableModel>
#include <QCollator>
#include <QDateTime>
#include <QHash>

namespace queuesmith {

class Catalog;
class Clock;

/// The catalog's queues as rows, in no order that means anything: sort them with QueuesFilter.
/// Rows come as pages arrive, and a later reading changes, removes and adds single rows, so that
/// selection and scroll position survive it. GUI thread.
class QueuesModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { Name, Capacity, Priority, Overflow, Skills, LastChange };
    static constexpr int kColumns = 6;
    enum class Role {
        /// What stands behind the text: QString name, int capacity, int priority, QString id of the
        /// overflow target, int number of skills, QDateTime (UTC) of the last change.
        Raw = Qt::UserRole,
        Id, ///< QString, the same in every column
    };

    /// Catalog and clock must outlive this.
    QueuesModel(const Catalog &catalog, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] const Queue &queueAt(int row) const { return m_rows.at(row).queue; }
    [[nodiscard]] QString queueName(const QueueId &id) const; ///< the id when it isn't known
    [[nodiscard]] QString skillName(
        const SkillId &id) const; ///< of a row; the id when it isn't known
    /// How many queues have this one as their overflow target.
    [[nodiscard]] int overflowingTo(const QueueId &target) const;
    /// Every queue that another one overflows to, by name.
    [[nodiscard]] QList<QueueId> overflowTargets() const;

    /// Numbers as numbers, names as the locale sorts them; equal ones by name, then id.
    [[nodiscard]] bool isBefore(int left, int right, Column column) const;

    /// Around every change of the rows.
    Q_SIGNAL void aboutToChange();
    Q_SIGNAL void changed();

private:
    struct Row {
        Queue queue;
        QCollatorSortKey nameKey;
        QDateTime lastChange;
    };
    struct Name {
        QString text;
        QCollatorSortKey key;
    };

    [[nodiscard]] Row makeRow(const Queue &queue) const;
    void takeAppended(qsizetype first);
    void takeReplaced();
    void takeSkills();
    void nameSkills(const QList<Queue> &queues);
    void removeAllBut(const QHash<QueueId, qsizetype> &places);
    void update(int row, const Queue &fresh);
    void append(const QList<Queue> &queues);
    void note(const Row &row);
    void forget(const Queue &queue);
    void tellColumn(Column column, int rows);

    [[nodiscard]] QString displayText(const Row &row, Column column) const;
    [[nodiscard]] QVariant rawValue(const Row &row, Column column) const;
    [[nodiscard]] QString toolTip(const Row &row, Column column) const;
    [[nodiscard]] QStringList skillNames(const Row &row) const;
    [[nodiscard]] int compare(const Row &left, const Row &right, Column column) const;
    [[nodiscard]] int compareOverflow(const Overflow &left, const Overflow &right) const;

    const Catalog &m_catalog;
    const Clock &m_clock;
    QCollator m_collator;
    QList<Row> m_rows;
    QHash<QueueId, Name> m_names;
    QHash<QueueId, int> m_overflowing;
    QHash<SkillId, QString> m_skillNames; ///< of skills that queues have
};

} // namespace queuesmith

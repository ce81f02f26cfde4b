#pragma once

#include "domain/queuediff.h"
#include "window/review/fieldwords.h"

#include <QAbstractTableModel>

namespace queuesmith {

/// What is sent, a field a row: what the tenant has, and what it will have.
class ReviewModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { Field, Before, After };
    enum class Role { Raw = Qt::UserRole }; ///< the JSON value as it is

    explicit ReviewModel(QObject *parent = nullptr);

    /// Shown in the form's order.
    void setChanges(const QList<FieldChange> &changes, const FieldNames &names);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    QList<FieldChange> m_changes;
    FieldNames m_names;
};

} // namespace queuesmith

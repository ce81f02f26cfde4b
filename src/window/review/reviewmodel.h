#pragma once

#include "queuechange.h"

#include <QAbstractTableModel>
#include <QHash>

namespace queuesmith {

/// What is sent, a field a row: what the tenant has, and what it will have.
class ReviewModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { Field, Before, After };
    enum class Role { Raw = Qt::UserRole }; ///< the JSON value as it is

    explicit ReviewModel(QObject *parent = nullptr);

    /// `queueNames`: id → name, so that an overflow target is called by its name.
    void setChanges(const QList<FieldChange> &changes, const QHash<QString, QString> &queueNames);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString valueText(const QString &field, const QJsonValue &value) const;

    QList<FieldChange> m_changes;
    QHash<QString, QString> m_queueNames;
};

/// A field of a definition, as a person calls it.
[[nodiscard]] QString fieldTitle(const QString &field);

} // namespace queuesmith

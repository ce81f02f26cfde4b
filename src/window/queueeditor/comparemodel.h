#pragma once

#include "window/queueeditor/threeway.h"
#include "window/review/fieldwords.h"

#include <QAbstractTableModel>
#include <QSet>

namespace queuesmith {

class EditorDocument;

/// How the document differs from the tenant's queue: field, tenant, mine. After the tenant's queue
/// became another one meanwhile also what it was before, and what is decided.
class CompareModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void show(const EditorDocument &document, const FieldNames &names);

    [[nodiscard]] bool isThreeWay() const { return m_isThreeWay; }
    [[nodiscard]] const MemberStates &at(int row) const { return m_rows.at(row); }
    [[nodiscard]] int rowOf(const QString &member) const; ///< -1: it doesn't differ
    /// The first member that is to be decided; -1: none.
    [[nodiscard]] int firstUndecided() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    enum class Column { Field, Before, Mine, Tenant, Decision };
    [[nodiscard]] Column column(int section) const;
    [[nodiscard]] QString text(const MemberStates &row, Column column) const;
    [[nodiscard]] QString toolTip(const MemberStates &row, Column column) const;

    QList<MemberStates> m_rows;
    FieldNames m_names;
    QSet<QString> m_undecided;
    bool m_isThreeWay = false;
};

} // namespace queuesmith

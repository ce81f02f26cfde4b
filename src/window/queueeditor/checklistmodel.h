#pragma once

#include "window/queueeditor/checkitems.h"

#include <QAbstractListModel>
#include <QPalette>

namespace queuesmith {

/// The list `Checks`: shape and words, in the colour of the verdict.
class CheckListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setItems(const QList<CheckItem> &items);
    void setPalette(const QPalette &palette);
    [[nodiscard]] const QList<CheckItem> &items() const { return m_items; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<CheckItem> m_items;
    QPalette m_palette;
};

} // namespace queuesmith

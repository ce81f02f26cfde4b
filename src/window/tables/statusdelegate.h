#pragma once

#include <QStyledItemDelegate>

namespace queuesmith {

/// The role in which a model of this program gives a cell's StatusKind, as an int. A cell without
/// one is drawn as usual.
inline constexpr int kStatusRole = Qt::UserRole + 1;

/// Draws a cell's text in the colour of its status. The shape and the word stand in the text.
class StatusDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace queuesmith

#pragma once

#include <QStyledItemDelegate>

namespace queuesmith {

/// A skill in a list: its name, and at the right in a quieter colour how many agents hold it.
class SkillDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace queuesmith

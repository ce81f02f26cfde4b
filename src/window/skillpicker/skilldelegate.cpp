#include "window/skillpicker/skilldelegate.h"

#include "window/appearance/status.h"
#include "window/skillpicker/skilllistmodel.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace queuesmith {

namespace {
constexpr int kItemMargin = 6;
}

void SkillDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString name = std::exchange(item.text, QString());
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const bool isSelected = item.state.testFlag(QStyle::State_Selected);
    const QPalette &palette = item.palette;
    QColor color = palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    QColor quiet = isSelected ? color : palette.color(QPalette::PlaceholderText);
    if (index.data(skillrole::kMissing).toBool() && !isSelected)
        color = statusColor(StatusKind::Error, palette);
    const QString hint = index.data(skillrole::kHint).toString();
    const int hintWidth =
        hint.isEmpty() ? 0 : item.fontMetrics.horizontalAdvance(hint) + kItemMargin;
    const QRect area = item.rect.adjusted(kItemMargin, 0, -kItemMargin, 0);
    const QRect nameArea = area.adjusted(0, 0, -hintWidth, 0);
    painter->save();
    painter->setFont(item.font);
    painter->setPen(color);
    painter->drawText(nameArea, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
        item.fontMetrics.elidedText(name, Qt::ElideRight, nameArea.width()));
    painter->setPen(quiet);
    painter->drawText(area, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, hint);
    painter->restore();
}

QSize SkillDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, qRound(option.fontMetrics.height() * 1.5)};
}

} // namespace queuesmith

#include "window/tables/columnmenu.h"

#include <QAction>
#include <QCoreApplication>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>

namespace queuesmith {

namespace {

struct ColumnMenuWords {
    Q_DECLARE_TR_FUNCTIONS(ColumnMenu)
};

void addColumn(QMenu *menu, QHeaderView *header, int column)
{
    QAction *shows =
        menu->addAction(header->model()->headerData(column, Qt::Horizontal).toString());
    shows->setCheckable(true);
    QObject::connect(menu, &QMenu::aboutToShow, shows,
        [shows, header, column] { shows->setChecked(!header->isSectionHidden(column)); });
    QObject::connect(shows, &QAction::triggered, header,
        [header, column](bool on) { header->setSectionHidden(column, !on); });
}

} // namespace

QMenu *offerColumns(QTableView *table)
{
    QHeaderView *header = table->horizontalHeader();
    auto *menu = new QMenu(ColumnMenuWords::tr("Columns"), header);
    menu->setObjectName(QStringLiteral("columnMenu"));
    for (int column = 1; column < header->count(); ++column)
        addColumn(menu, header, column);
    menu->addSeparator();
    QObject::connect(menu->addAction(ColumnMenuWords::tr("Show all columns")), &QAction::triggered,
        header, [header] {
            for (int column = 0; column < header->count(); ++column)
                header->showSection(column);
        });
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(header, &QWidget::customContextMenuRequested, menu,
        [menu, header](const QPoint &at) { menu->popup(header->viewport()->mapToGlobal(at)); });
    return menu;
}

} // namespace queuesmith

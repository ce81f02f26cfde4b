#include "window/tables/sparewidth.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace queuesmith {

void SpareWidth::giveTo(QTableView *table, const QList<int> &columns)
{
    new SpareWidth(table, columns);
}

SpareWidth::SpareWidth(QTableView *table, const QList<int> &columns)
    : QObject(table)
    , m_table(table)
{
    QHeaderView *header = table->horizontalHeader();
    for (const int column : columns)
        m_columns.append({column, header->sectionSize(column)});
    header->setStretchLastSection(false);
    table->viewport()->installEventFilter(this);
    connect(header, &QHeaderView::sectionResized, this,
        [this](int section, int, int size) { takeSize(section, size); });
    share();
}

bool SpareWidth::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        share();
    return QObject::eventFilter(watched, event);
}

void SpareWidth::takeSize(int section, int size)
{
    if (m_isSharing)
        return;
    for (Column &column : m_columns) {
        if (column.section == section && size > 0) // else it was hidden
            column.least = size;
    }
    share();
}

void SpareWidth::share()
{
    QHeaderView *header = m_table->horizontalHeader();
    int spare = m_table->viewport()->width() - header->length();
    QList<Column> shown;
    for (const Column &column : std::as_const(m_columns)) {
        if (header->isSectionHidden(column.section))
            continue;
        spare += header->sectionSize(column.section) - column.least;
        shown.append(column);
    }
    m_isSharing = true;
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const Column &column = shown.at(i);
        const int part = std::max(0, spare) / static_cast<int>(shown.size() - i);
        spare -= part;
        header->resizeSection(column.section, column.least + part);
    }
    m_isSharing = false;
}

} // namespace queuesmith

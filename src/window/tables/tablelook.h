#pragma once

#include <QList>

class QTableView;

namespace queuesmith {

/// Row height 1.8 em, no grid, every second row tinted, and the columns' first widths in digits.
/// The last column takes what is left. Cells with a status are drawn in its colour.
void setTableLook(QTableView *table, const QList<int> &widths);

} // namespace queuesmith

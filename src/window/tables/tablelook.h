#pragma once

#include <QList>

class QTableView;

namespace queuesmith {

/// Row height 1.8 em, no grid, every second row tinted, and the columns' first widths in digits.
/// None is narrower than its heading. The last column takes what is left. Cells with a status are
/// drawn in its colour. The model must be set.
void setTableLook(QTableView *table, const QList<int> &widths);

} // namespace queuesmith

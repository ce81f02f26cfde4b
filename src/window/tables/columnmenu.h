#pragma once

class QMenu;
class QTableView;

namespace queuesmith {

/// Lets the person choose, with a right click on the header, which columns are shown. The first one
/// always is, so that a row has a name. Gives the menu, which belongs to the header, for another
/// menu. The table's model must be set.
QMenu *offerColumns(QTableView *table);

} // namespace queuesmith

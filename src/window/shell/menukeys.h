#pragma once

class QMenu;

namespace queuesmith {

/// While it is open, gives each entry of a menu, and of the menus in it, a letter to press: one
/// that no other entry has. An entry that brings its own keeps it. What a menu holds changes with
/// the page, and so do the letters that are free.
void giveKeys(QMenu *menu);

} // namespace queuesmith

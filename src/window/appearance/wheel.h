#pragma once

class QWidget;

namespace queuesmith {

/// For a spin box or a combo box on a page that scrolls: the mouse wheel scrolls the page instead
/// of changing the value that happens to lie under it.
void leaveWheelToPage(QWidget &field);

} // namespace queuesmith

#pragma once

class QSplitter;

namespace queuesmith {

/// Puts the panes of a splitter under one another while it is narrower than so many digits, and
/// beside one another again when there is room: at a large font, and on a small screen.
void foldWhenNarrow(QSplitter *splitter, int digits);

} // namespace queuesmith

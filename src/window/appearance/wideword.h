#pragma once

#include <QString>

class QLabel;

namespace queuesmith {

/// The text with every piece elided that is longer than 40 characters and can't be broken, since a
/// wrapped label is never narrower than its widest piece.
[[nodiscard]] QString withoutWideWords(const QString &text);

/// Shows a text in a label that wraps it, so that no word widens the window. What was elided stands
/// in the tool tip, and a screen reader gets all of it.
void showWrapped(QLabel *label, const QString &text);

} // namespace queuesmith

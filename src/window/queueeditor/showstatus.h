#pragma once

#include "window/appearance/status.h"

class QLabel;

namespace queuesmith {

/// Shows a text in the colour of its status; an empty one hides the label.
void showStatus(QLabel *label, StatusKind kind, const QString &text);

} // namespace queuesmith

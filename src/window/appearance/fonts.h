#pragma once

class QLabel;
class QWidget;

namespace queuesmith {

/// The sizes of text, in ems of the system's font: a page's title 1.35, a group's heading 1.0 in
/// semibold, a hint 0.9 in a quieter colour.
void makeTitle(QLabel *label);
void makeHeading(QWidget *widget);
void makeHint(QLabel *label);

} // namespace queuesmith

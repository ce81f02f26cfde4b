#pragma once

#include <QComboBox>

namespace queuesmith {

/// A combo box that a screen reader announces by its accessible name. Qt gives the chosen text as
/// the name of one that can't be edited, and leaves the name to the label beside it. Its list comes
/// first, then its line, if it can be edited.
class NamedComboBox final : public QComboBox {
    Q_OBJECT

public:
    explicit NamedComboBox(QWidget *parent = nullptr);
};

} // namespace queuesmith

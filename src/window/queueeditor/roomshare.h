#pragma once

#include <QWidget>

namespace queuesmith {

/// A part of a layout that asks for no more than it must have, so that its share alone says how
/// large it is: nothing beside it moves when what it holds becomes more or less.
class RoomShare : public QWidget {
public:
    using QWidget::QWidget;

    [[nodiscard]] QSize sizeHint() const override { return minimumSizeHint(); }
};

} // namespace queuesmith

#pragma once

#include <QListView>

namespace queuesmith {

/// A list that is as tall as its lines, wrapped ones included, and scrolls only where there isn't
/// that much room.
class ChecksList final : public QListView {
    Q_OBJECT

public:
    using QListView::QListView;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void doItemsLayout() override;

private:
    [[nodiscard]] int fewest() const;

    int m_height = 0; ///< of all lines; 0: not known yet
};

} // namespace queuesmith

#pragma once

#include <QHeaderView>

class QTableView;

namespace queuesmith {

/// A heading of several words takes two lines, so that its column needs no more room than half of
/// it, or than the figures below.
class WrappedHeader final : public QHeaderView {
    Q_OBJECT

public:
    /// In place of the header that the table has; before anything is done with that.
    static void giveTo(QTableView *table);

    void initStyleOptionForIndex(QStyleOptionHeader *option, int section) const override;

protected:
    [[nodiscard]] QSize sectionSizeFromContents(int section) const override;

private:
    using QHeaderView::QHeaderView;
};

} // namespace queuesmith

#include "window/tables/checkslist.h"

#include <algorithm>

namespace queuesmith {

namespace {
constexpr int kFewestLines = 3;
}

int ChecksList::fewest() const
{
    return kFewestLines * fontMetrics().lineSpacing() + 2 * frameWidth();
}

QSize ChecksList::sizeHint() const
{
    return {QListView::sizeHint().width(), m_height > 0 ? m_height : fewest()};
}

QSize ChecksList::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 20,
        m_height > 0 ? std::min(fewest(), m_height) : fewest()};
}

void ChecksList::doItemsLayout()
{
    QListView::doItemsLayout();
    const int height = contentsSize().height() + 2 * frameWidth();
    if (height == m_height)
        return;
    m_height = height;
    setMaximumHeight(height);
    updateGeometry();
}

} // namespace queuesmith

#include "window/appearance/foldingpanes.h"

#include <QEvent>
#include <QSplitter>

namespace queuesmith {

namespace {

/// Watches the splitter, and belongs to it.
class PaneFolder final : public QObject {
public:
    PaneFolder(QSplitter *splitter, int digits)
        : QObject(splitter)
        , m_splitter(splitter)
        , m_digits(digits)
    {
        splitter->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange)
            fold();
        return QObject::eventFilter(watched, event);
    }

private:
    void fold()
    {
        const int needed = m_digits * m_splitter->fontMetrics().horizontalAdvance(u'0');
        const Qt::Orientation wanted = m_splitter->width() < needed ? Qt::Vertical : Qt::Horizontal;
        if (wanted == m_splitter->orientation())
            return;
        // Sizes of the other direction mean nothing in this one; what each wants does.
        m_splitter->setOrientation(wanted);
        QList<int> sizes;
        const int length = wanted == Qt::Vertical ? m_splitter->height() : m_splitter->width();
        for (int i = 0; i < m_splitter->count(); ++i) {
            const QSizePolicy policy = m_splitter->widget(i)->sizePolicy();
            const int stretch =
                wanted == Qt::Vertical ? policy.verticalStretch() : policy.horizontalStretch();
            sizes.append(length * std::max(1, stretch));
        }
        m_splitter->setSizes(sizes);
    }

    QSplitter *m_splitter;
    int m_digits;
};

} // namespace

void foldWhenNarrow(QSplitter *splitter, int digits) { new PaneFolder(splitter, digits); }

} // namespace queuesmith

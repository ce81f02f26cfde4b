#include "layoutkeeper.h"

#include "settings.h"

#include <QHeaderView>
#include <QSplitter>
#include <QTableView>

namespace queuesmith {

namespace {

/// Calls `each` with every header and splitter of the page and the key of its layout.
template <typename Each> void forEachPart(const QWidget &page, Each each)
{
    const QString prefix = page.objectName() + u'/';
    const QList<QTableView *> tables = page.findChildren<QTableView *>();
    for (QTableView *table : tables) {
        if (!table->objectName().isEmpty())
            each(table->horizontalHeader(), prefix + table->objectName());
    }
    const QList<QSplitter *> splitters = page.findChildren<QSplitter *>();
    for (QSplitter *splitter : splitters) {
        if (!splitter->objectName().isEmpty())
            each(splitter, prefix + splitter->objectName());
    }
}

} // namespace

LayoutKeeper::LayoutKeeper(Settings &settings, QWidget &page)
    : QObject(&page)
    , m_settings(settings)
    , m_page(page)
{
    restore();
}

void LayoutKeeper::restore()
{
    forEachPart(m_page, [this](auto *part, const QString &key) {
        if (const QByteArray state = m_settings.layout(key); !state.isEmpty())
            part->restoreState(state);
    });
}

void LayoutKeeper::keep()
{
    forEachPart(m_page, [this](const auto *part, const QString &key) {
        m_settings.setLayout(key, part->saveState());
    });
}

} // namespace queuesmith

#include "layouts.h"

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
    for (const QTableView *table : tables) {
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

void restoreLayouts(const Settings &settings, const QWidget &page)
{
    forEachPart(page, [&settings](auto *part, const QString &key) {
        if (const QByteArray state = settings.layout(key); !state.isEmpty())
            part->restoreState(state);
    });
}

void keepLayouts(Settings &settings, const QWidget &page)
{
    forEachPart(page, [&settings](const auto *part, const QString &key) {
        settings.setLayout(key, part->saveState());
    });
}

} // namespace queuesmith

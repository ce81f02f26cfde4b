#include "window/settings/layouts.h"

#include "window/settings/settings.h"

#include <QDataStream>
#include <QHeaderView>
#include <QSplitter>
#include <QTableView>

#include <algorithm>

namespace queuesmith {

namespace {

/// What a splitter says of itself before it was ever laid out: a size of -1 for each pane. To give
/// it that back would squeeze its panes.
bool isLaidOut(const QByteArray &state)
{
    constexpr qint32 kSplitterMark = 0xff;
    QDataStream stream(state);
    qint32 mark = 0;
    qint32 version = 0;
    QList<int> sizes;
    stream >> mark >> version >> sizes;
    return mark == kSplitterMark && stream.status() == QDataStream::Ok && !sizes.isEmpty()
        && std::none_of(sizes.cbegin(), sizes.cend(), [](int size) { return size < 0; });
}

bool isUsable(const QSplitter &, const QByteArray &state) { return isLaidOut(state); }
bool isUsable(const QHeaderView &, const QByteArray &state) { return !state.isEmpty(); }

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
        if (const QByteArray state = settings.layout(key); isUsable(*part, state))
            part->restoreState(state);
    });
}

void keepLayouts(Settings &settings, const QWidget &page)
{
    forEachPart(page, [&settings](const auto *part, const QString &key) {
        if (const QByteArray state = part->saveState(); isUsable(*part, state))
            settings.setLayout(key, state);
    });
}

} // namespace queuesmith

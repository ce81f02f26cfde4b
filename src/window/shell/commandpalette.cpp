#include "window/shell/commandpalette.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace queuesmith {

namespace {
/// More than anybody reads; the search narrows it.
constexpr int kMostShown = 60;
} // namespace

bool holdsAllWords(const QString &text, const QString &search)
{
    const QStringList words = search.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.cbegin(), words.cend(),
        [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

CommandPalette::CommandPalette(QWidget *parent)
    : QDialog(parent)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setWindowTitle(tr("Find an action, a page or a queue"));
    resize(560, 400);
    m_search->setObjectName(QStringLiteral("paletteSearch"));
    m_search->setPlaceholderText(tr("Type a few letters …"));
    m_search->setAccessibleName(tr("Find an action, a page or a queue"));
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Found"));
    m_list->setUniformItemSizes(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_search, &QLineEdit::returnPressed, this, &CommandPalette::act);
    connect(m_list, &QListWidget::itemActivated, this, &CommandPalette::act);
}

void CommandPalette::open(const QList<PaletteEntry> &entries)
{
    m_entries = entries;
    m_search->clear();
    filter();
    m_search->setFocus();
    QDialog::open();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0 && m_list->count() > 0) {
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::filter()
{
    m_list->clear();
    const QString search = m_search->text();
    for (qsizetype i = 0; i < m_entries.size() && m_list->count() < kMostShown; ++i) {
        const PaletteEntry &entry = m_entries.at(i);
        if (!holdsAllWords(entry.text + u' ' + entry.hint, search))
            continue;
        auto *item = new QListWidgetItem(
            entry.hint.isEmpty() ? entry.text : entry.text + QStringLiteral("   ") + entry.hint,
            m_list);
        item->setData(Qt::UserRole, i);
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::act()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const auto chosen = m_entries.at(item->data(Qt::UserRole).toLongLong()).act;
    accept();
    chosen();
}

} // namespace queuesmith

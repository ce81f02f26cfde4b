#include "window/queues/queueactions.h"

#include "domain/background.h"
#include "window/appearance/sentences.h"
#include "window/appearance/status.h"
#include "window/page/page.h"
#include "window/queues/comparewindow.h"
#include "window/queues/definitionexport.h"
#include "window/queues/queuesfilter.h"
#include "window/queues/queuesmodel.h"
#include "window/queues/queuestext.h"
#include "window/tables/columnmenu.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QTableView>

#include <algorithm>

namespace queuesmith {

QueueActions::QueueActions(
    Page &page, const QueuesModel &model, const QueuesFilter &rows, QTableView &table)
    : QObject(&page)
    , m_page(page)
    , m_model(model)
    , m_rows(rows)
    , m_table(table)
{
    makeActions();
    connectActions();
    makeContextMenu();
}

void QueueActions::makeActions()
{
    using Menu = Page::Menu;
    const auto add = [this](const char *name, Menu menu, const QString &text,
                         const QKeySequence &keys, const QString &toolTip,
                         const QString &icon = {}) {
        QAction *action = m_page.addMenuAction(menu, text, keys, toolTip, icon);
        action->setObjectName(QLatin1StringView(name));
        return action;
    };
    m_open = add("openQueueAction", Menu::Queue, tr("Open"), Qt::CTRL | Qt::Key_E,
        tr("Open the selected queue in the editor"), QStringLiteral("edit"));
    m_clone = add("cloneQueueAction", Menu::Queue, tr("Clone queue"), Qt::CTRL | Qt::Key_D,
        tr("Create a new queue as a copy of the selected one"));
    m_compare = add("compareQueuesAction", Menu::Queue, tr("Compare two queues"),
        Qt::CTRL | Qt::SHIFT | Qt::Key_D, tr("Show the two selected queues side by side"),
        QStringLiteral("compare"));
    m_overflowing = add("overflowingAction", Menu::Queue, tr("Overflows here from …"),
        Qt::CTRL | Qt::SHIFT | Qt::Key_O, tr("Show which queues overflow to the selected one"));
    m_audit = add("queueAuditAction", Menu::Queue, tr("Show in audit log"),
        Qt::CTRL | Qt::SHIFT | Qt::Key_L, tr("Show the selected queue's records in the audit log"),
        QStringLiteral("audit"));
    m_waits = add("queueWaitTimesAction", Menu::Capacity, tr("Show wait times"),
        Qt::CTRL | Qt::SHIFT | Qt::Key_G,
        tr("Show the selected queue's wait times and the recommended capacity"),
        QStringLiteral("chart"));
    m_copyIds = add("copyIdAction", Menu::Edit, tr("Copy id"), Qt::CTRL | Qt::SHIFT | Qt::Key_I,
        tr("Copy the ids of the selected queues"));
    m_copyRows =
        add("copyRowsAction", Menu::Edit, tr("Copy rows"), Qt::CTRL | Qt::SHIFT | Qt::Key_C,
            tr("Copy the selected rows for a spreadsheet"), QStringLiteral("copy"));
    m_export = add("exportDefinitionAction", Menu::File, tr("Export definition …"),
        Qt::CTRL | Qt::SHIFT | Qt::Key_S, tr("Write the selected queues to definition files"),
        QStringLiteral("export"));
    m_page.onlyWhenSeen({m_open, m_clone, m_compare, m_overflowing, m_audit, m_waits, m_copyIds,
        m_copyRows, m_export});
}

void QueueActions::connectActions()
{
    connect(m_open, &QAction::triggered, this, &QueueActions::open);
    connect(m_clone, &QAction::triggered, this, [this] {
        if (const Queue *queue = onlySelected())
            Q_EMIT cloneRequested(queue->id);
    });
    connect(m_audit, &QAction::triggered, this, [this] {
        if (const Queue *queue = onlySelected())
            Q_EMIT auditRequested(queue->definition.name);
    });
    connect(m_waits, &QAction::triggered, this, [this] {
        if (const Queue *queue = onlySelected())
            Q_EMIT waitTimesRequested(queue->id);
    });
    connect(m_overflowing, &QAction::triggered, this, [this] {
        if (const Queue *queue = onlySelected())
            Q_EMIT overflowingRequested(queue->id);
    });
    connect(m_compare, &QAction::triggered, this, &QueueActions::compare);
    connect(m_copyIds, &QAction::triggered, this, &QueueActions::copyIds);
    connect(m_copyRows, &QAction::triggered, this, &QueueActions::copyRows);
    connect(m_export, &QAction::triggered, this, &QueueActions::exportDefinitions);
    connect(&m_table, &QTableView::doubleClicked, this, &QueueActions::open);
    connect(m_table.selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        Q_EMIT noted({});
        update();
    });
}

void QueueActions::makeContextMenu()
{
    auto *menu = new QMenu(&m_page);
    menu->setObjectName(QStringLiteral("queuesMenu"));
    menu->addActions({m_open, m_clone});
    menu->addSeparator();
    menu->addActions({m_copyIds, m_copyRows});
    menu->addSeparator();
    menu->addActions({m_overflowing, m_compare, m_waits, m_audit});
    menu->addSeparator();
    menu->addActions({m_export});
    menu->addSeparator();
    menu->addMenu(offerColumns(&m_table));
    connect(&m_table, &QWidget::customContextMenuRequested, menu,
        [this, menu](const QPoint &at) { menu->popup(m_table.viewport()->mapToGlobal(at)); });
}

void QueueActions::update()
{
    const QList<int> rows = m_page.isVisible() ? selectedRows() : QList<int>();
    const bool one = rows.size() == 1;
    for (QAction *action : {m_open, m_clone, m_waits, m_audit})
        action->setEnabled(one);
    for (QAction *action : {m_copyIds, m_copyRows, m_export})
        action->setEnabled(!rows.isEmpty());
    m_export->setText(rows.size() > 1
            ? tr("Export %1 definitions …").arg(QLocale().toString(rows.size()))
            : tr("Export definition …"));
    m_compare->setEnabled(rows.size() == 2);

    const int count = one ? m_model.overflowingTo(m_model.queueAt(rows.first()).id) : 0;
    m_overflowing->setEnabled(count > 0);
    if (count > 0)
        m_overflowing->setText(count == 1
                ? tr("Overflows here from 1 queue")
                : tr("Overflows here from %1 queues").arg(QLocale().toString(count)));
    else
        m_overflowing->setText(one ? tr("No queue overflows here") : tr("Overflows here from …"));
}

QList<int> QueueActions::selectedRows() const
{
    const QItemSelection ranges = m_table.selectionModel()->selection();
    QList<int> shown;
    for (const QItemSelectionRange &range : ranges) {
        if (range.left() != 0)
            continue;
        for (int row = range.top(); row <= range.bottom(); ++row)
            shown.append(row);
    }
    std::sort(shown.begin(), shown.end());
    QList<int> rows;
    rows.reserve(shown.size());
    for (const int row : std::as_const(shown))
        rows.append(m_rows.mapToSource(m_rows.index(row, 0)).row());
    return rows;
}

const Queue *QueueActions::onlySelected() const
{
    const QList<int> rows = selectedRows();
    return rows.size() == 1 ? &m_model.queueAt(rows.first()) : nullptr;
}

void QueueActions::open()
{
    if (const Queue *queue = onlySelected())
        Q_EMIT openRequested(queue->id);
}

void QueueActions::copyIds()
{
    QStringList ids;
    const QList<int> rows = selectedRows();
    for (const int row : rows)
        ids.append(m_model.queueAt(row).id.value);
    if (ids.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(ids.join(u'\n'));
    Q_EMIT noted(ids.size() == 1 ? tr("Id copied: %1").arg(ids.first())
                                 : tr("%1 ids copied").arg(QLocale().toString(ids.size())));
}

void QueueActions::copyRows()
{
    const QList<int> rows = selectedRows();
    if (rows.isEmpty())
        return;
    const SpreadsheetRows table = spreadsheetRows(m_model, rows);
    auto *copy = new QMimeData;
    copy->setText(table.tabSeparated);
    copy->setHtml(table.html);
    QGuiApplication::clipboard()->setMimeData(copy);
    Q_EMIT noted(rows.size() == 1 ? tr("1 row copied")
                                  : tr("%1 rows copied").arg(QLocale().toString(rows.size())));
}

void QueueActions::compare()
{
    const QList<int> rows = selectedRows();
    if (rows.size() != 2)
        return;
    const ComparisonNames names{[this](const QueueId &id) { return m_model.queueName(id); },
        [this](const SkillId &id) { return m_model.skillName(id); }};
    auto *window = new CompareWindow(
        m_model.queueAt(rows.first()), m_model.queueAt(rows.last()), names, &m_page);
    window->show();
}

void QueueActions::exportDefinitions()
{
    QList<QueueDefinition> definitions;
    const QList<int> rows = selectedRows();
    for (const int row : rows)
        definitions.append(m_model.queueAt(row).definition);
    if (definitions.size() == 1)
        exportOne(definitions.constFirst());
    else if (!definitions.isEmpty())
        exportAll(definitions);
}

void QueueActions::exportOne(const QueueDefinition &definition)
{
    m_page.askForFile({tr("Export definition"), {tr("Queue definitions (*.json)")},
                          QStringLiteral("json"), definitionFileName(definition.name)},
        [this, definition](const QString &file) {
            const Status written = writeDefinition(definition, file);
            if (written)
                Q_EMIT m_page.fileWritten(file);
            Q_EMIT noted(
                written ? QString() : statusText(StatusKind::Error, sentenceOf(written.error())));
        });
}

void QueueActions::exportAll(const QList<QueueDefinition> &definitions)
{
    Page::FileQuestion question;
    question.title = tr("Folder for the definition files");
    question.isFolder = true;
    m_page.askForFile(question, [this, definitions](const QString &folder) {
        runInBackground(
            this, [definitions, folder] { return writeDefinitions(definitions, folder); },
            [this, folder](const Result<qsizetype> &written) {
                if (written)
                    Q_EMIT m_page.fileWritten(folder);
                Q_EMIT noted(written ? tr("%1 definitions were written to %2")
                                           .arg(QLocale().toString(written.value()),
                                               QDir::toNativeSeparators(folder))
                                     : statusText(StatusKind::Error, sentenceOf(written.error())));
            });
    });
}

} // namespace queuesmith

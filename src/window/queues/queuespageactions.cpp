// What the page of the queues can do with those that are selected.

#include "background.h"
#include "catalog.h"
#include "columnmenu.h"
#include "comparewindow.h"
#include "definitionexport.h"
#include "icons.h"
#include "queuesfilter.h"
#include "queuesmodel.h"
#include "queuespage.h"
#include "queuestext.h"
#include "sentences.h"
#include "status.h"
#include "ui_queuespage.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>
#include <QMimeData>

#include <algorithm>
#include <numeric>

namespace queuesmith {

void QueuesPage::makeActions()
{
    // Its menu twin is the editor's, which is there for every page.
    m_new = new QAction(tintedIcon(QStringLiteral("add")), tr("New queue"), this);
    m_new->setToolTip(tr("Define a new queue"));
    m_open = addMenuAction(Menu::Queue, tr("Open"), Qt::CTRL | Qt::Key_E,
        tr("Open the selected queue in the editor"), QStringLiteral("edit"));
    m_clone = addMenuAction(Menu::Queue, tr("Clone queue"), Qt::CTRL | Qt::Key_D,
        tr("Create a new queue as a copy of the selected one"));
    m_compare =
        addMenuAction(Menu::Queue, tr("Compare two queues"), Qt::CTRL | Qt::SHIFT | Qt::Key_D,
            tr("Show the two selected queues side by side"), QStringLiteral("compare"));
    m_overflowing = addMenuAction(Menu::Queue, tr("Overflows here from …"),
        Qt::CTRL | Qt::SHIFT | Qt::Key_O, tr("Show which queues overflow to the selected one"));
    m_audit = addMenuAction(Menu::Queue, tr("Show in audit log"), Qt::CTRL | Qt::SHIFT | Qt::Key_L,
        tr("Show the selected queue's records in the audit log"), QStringLiteral("audit"));
    m_waits = addMenuAction(Menu::Capacity, tr("Show wait times"), Qt::CTRL | Qt::SHIFT | Qt::Key_G,
        tr("Show the selected queue's wait times and the recommended capacity"),
        QStringLiteral("chart"));
    m_copyIds = addMenuAction(Menu::Edit, tr("Copy id"), Qt::CTRL | Qt::SHIFT | Qt::Key_I,
        tr("Copy the ids of the selected queues"));
    m_copyRows = addMenuAction(Menu::Edit, tr("Copy rows"), Qt::CTRL | Qt::SHIFT | Qt::Key_C,
        tr("Copy the selected rows for a spreadsheet"), QStringLiteral("copy"));
    m_export =
        addMenuAction(Menu::File, tr("Export definition …"), Qt::CTRL | Qt::SHIFT | Qt::Key_S,
            tr("Write the selected queues to definition files"), QStringLiteral("export"));
    m_find = addMenuAction(Menu::Edit, tr("Search queues"), QKeySequence::Find,
        tr("Go to the search field"), QStringLiteral("search"));
    // Each page may have a search line of its own.
    m_find->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_find);

    onlyWhenSeen({m_open, m_clone, m_compare, m_overflowing, m_audit, m_waits, m_copyIds,
        m_copyRows, m_export, m_find});
    connectActions();
    nameActions();
}

void QueuesPage::connectActions()
{
    connect(m_new, &QAction::triggered, this, &QueuesPage::newRequested);
    connect(m_open, &QAction::triggered, this, &QueuesPage::open);
    connect(m_clone, &QAction::triggered, this, &QueuesPage::clone);
    connect(m_audit, &QAction::triggered, this, &QueuesPage::showInAuditLog);
    connect(m_waits, &QAction::triggered, this, &QueuesPage::showWaitTimes);
    connect(m_compare, &QAction::triggered, this, &QueuesPage::compare);
    connect(m_overflowing, &QAction::triggered, this, &QueuesPage::showOverflowing);
    connect(m_copyIds, &QAction::triggered, this, &QueuesPage::copyIds);
    connect(m_copyRows, &QAction::triggered, this, &QueuesPage::copyRows);
    connect(m_export, &QAction::triggered, this, &QueuesPage::exportDefinitions);
    connect(m_find, &QAction::triggered, this, [this] {
        m_ui->searchEdit->setFocus();
        m_ui->searchEdit->selectAll();
    });
}

void QueuesPage::nameActions()
{
    const std::initializer_list<std::pair<QAction *, const char *>> names{{m_new, "newQueueAction"},
        {m_open, "openQueueAction"}, {m_clone, "cloneQueueAction"},
        {m_compare, "compareQueuesAction"}, {m_overflowing, "overflowingAction"},
        {m_audit, "queueAuditAction"}, {m_waits, "queueWaitTimesAction"},
        {m_copyIds, "copyIdAction"}, {m_copyRows, "copyRowsAction"},
        {m_export, "exportDefinitionAction"}, {m_find, "searchQueuesAction"}};
    for (const auto &[action, name] : names)
        action->setObjectName(QLatin1StringView(name));
}

void QueuesPage::makeContextMenu()
{
    m_contextMenu = new QMenu(this);
    m_contextMenu->setObjectName(QStringLiteral("queuesMenu"));
    m_contextMenu->addActions({m_open, m_clone});
    m_contextMenu->addSeparator();
    m_contextMenu->addActions({m_copyIds, m_copyRows});
    m_contextMenu->addSeparator();
    m_contextMenu->addActions({m_overflowing, m_compare, m_waits, m_audit});
    m_contextMenu->addSeparator();
    m_contextMenu->addActions({m_export});
    m_contextMenu->addSeparator();
    m_contextMenu->addMenu(offerColumns(m_ui->queuesTable));
    connect(m_ui->queuesTable, &QWidget::customContextMenuRequested, m_contextMenu,
        [this](const QPoint &at) {
            m_contextMenu->popup(m_ui->queuesTable->viewport()->mapToGlobal(at));
        });
}

void QueuesPage::updateActions()
{
    const QList<int> rows = isVisible() ? selectedRows() : QList<int>();
    const bool one = rows.size() == 1;
    for (QAction *action : {m_open, m_clone, m_waits, m_audit})
        action->setEnabled(one);
    for (QAction *action : {m_copyIds, m_copyRows, m_export})
        action->setEnabled(!rows.isEmpty());
    m_export->setText(rows.size() > 1
            ? tr("Export %1 definitions …").arg(QLocale().toString(rows.size()))
            : tr("Export definition …"));
    m_compare->setEnabled(rows.size() == 2);
    m_find->setEnabled(isVisible());

    const int count = one ? m_model->overflowingTo(m_model->queueAt(rows.first()).id) : 0;
    m_overflowing->setEnabled(count > 0);
    if (count > 0)
        m_overflowing->setText(count == 1
                ? tr("Overflows here from 1 queue")
                : tr("Overflows here from %1 queues").arg(QLocale().toString(count)));
    else
        m_overflowing->setText(one ? tr("No queue overflows here") : tr("Overflows here from …"));
}

QList<int> QueuesPage::selectedRows() const
{
    const QItemSelection ranges = m_ui->queuesTable->selectionModel()->selection();
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
        rows.append(m_rows->mapToSource(m_rows->index(row, 0)).row());
    return rows;
}

QList<std::pair<QString, QueueId>> QueuesPage::namesInOrder() const
{
    QList<int> rows(m_model->rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    std::sort(rows.begin(), rows.end(), [this](int left, int right) {
        return m_model->isBefore(left, right, QueuesModel::Column::Name);
    });
    QList<std::pair<QString, QueueId>> names;
    names.reserve(rows.size());
    for (const int row : std::as_const(rows)) {
        const Queue &queue = m_model->queueAt(row);
        names.append({queue.definition.name, queue.id});
    }
    return names;
}

const Queue *QueuesPage::onlySelected() const
{
    const QList<int> rows = selectedRows();
    return rows.size() == 1 ? &m_model->queueAt(rows.first()) : nullptr;
}

void QueuesPage::open()
{
    if (const Queue *queue = onlySelected())
        Q_EMIT openRequested(queue->id);
}

void QueuesPage::clone()
{
    if (const Queue *queue = onlySelected())
        Q_EMIT cloneRequested(queue->id);
}

void QueuesPage::showInAuditLog()
{
    if (const Queue *queue = onlySelected())
        Q_EMIT auditRequested(queue->definition.name);
}

void QueuesPage::showWaitTimes()
{
    if (const Queue *queue = onlySelected())
        Q_EMIT waitTimesRequested(queue->id);
}

void QueuesPage::copyIds()
{
    QStringList ids;
    const QList<int> rows = selectedRows();
    for (const int row : rows)
        ids.append(m_model->queueAt(row).id.value);
    if (ids.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(ids.join(u'\n'));
    tell(ids.size() == 1 ? tr("Id copied: %1").arg(ids.first())
                         : tr("%1 ids copied").arg(QLocale().toString(ids.size())));
}

void QueuesPage::copyRows()
{
    const QList<int> rows = selectedRows();
    if (rows.isEmpty())
        return;
    const SpreadsheetRows table = spreadsheetRows(*m_model, rows);
    auto *copy = new QMimeData;
    copy->setText(table.tabSeparated);
    copy->setHtml(table.html);
    QGuiApplication::clipboard()->setMimeData(copy);
    tell(rows.size() == 1 ? tr("1 row copied")
                          : tr("%1 rows copied").arg(QLocale().toString(rows.size())));
}

void QueuesPage::showOverflowing()
{
    const Queue *queue = onlySelected();
    if (!queue)
        return;
    const QString target = queue->id.value;
    fillTargets();
    m_ui->searchEdit->clear();
    m_ui->skillEdit->clear();
    m_ui->targetCombo->setCurrentIndex(m_ui->targetCombo->findData(target));
}

void QueuesPage::compare()
{
    const QList<int> rows = selectedRows();
    if (rows.size() != 2)
        return;
    const ComparisonNames names{[this](const QueueId &id) { return m_model->queueName(id); },
        [this](const SkillId &id) { return m_model->skillName(id); }};
    auto *window = new CompareWindow(
        m_model->queueAt(rows.first()), m_model->queueAt(rows.last()), names, this);
    window->show();
}

void QueuesPage::exportDefinitions()
{
    QList<QueueDefinition> definitions;
    const QList<int> rows = selectedRows();
    for (const int row : rows)
        definitions.append(m_model->queueAt(row).definition);
    if (definitions.size() == 1)
        exportOne(definitions.constFirst());
    else if (!definitions.isEmpty())
        exportAll(definitions);
}

void QueuesPage::exportOne(const QueueDefinition &definition)
{
    askForFile({tr("Export definition"), {tr("Queue definitions (*.json)")}, QStringLiteral("json"),
                   definitionFileName(definition.name)},
        [this, definition](const QString &file) { writeTo(definition, file); });
}

void QueuesPage::exportAll(const QList<QueueDefinition> &definitions)
{
    FileQuestion question;
    question.title = tr("Folder for the definition files");
    question.isFolder = true;
    askForFile(question, [this, definitions](const QString &folder) {
        runInBackground(
            this, [definitions, folder] { return writeDefinitions(definitions, folder); },
            [this, folder](const Result<qsizetype> &written) {
                if (written)
                    Q_EMIT fileWritten(folder);
                tell(written ? tr("%1 definitions were written to %2")
                                   .arg(QLocale().toString(written.value()),
                                       QDir::toNativeSeparators(folder))
                             : statusText(StatusKind::Error, sentenceOf(written.error())));
            });
    });
}

void QueuesPage::writeTo(const QueueDefinition &definition, const QString &file)
{
    const Status written = writeDefinition(definition, file);
    if (written)
        Q_EMIT fileWritten(file);
    tell(written ? QString() : statusText(StatusKind::Error, sentenceOf(written.error())));
}

void QueuesPage::tell(const QString &note) { m_ui->noteLabel->setText(note); }

} // namespace queuesmith

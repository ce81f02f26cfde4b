#include "window/queueeditor/editoractions.h"

#include "ui_queueeditorpage.h"
#include "window/page/page.h"
#include "window/queueeditor/definitionfiles.h"
#include "window/queueeditor/editordocument.h"
#include "window/queueeditor/editoropening.h"
#include "window/queueeditor/sendchecks.h"

#include <QAction>
#include <QLocale>
#include <QMenu>

namespace queuesmith {

EditorActions::EditorActions(Page &page, const Ui::QueueEditorPage &ui, EditorDocument &document,
    EditorOpening &opening, SendChecks &checks)
    : QObject(&page)
    , m_page(page)
    , m_ui(ui)
    , m_document(document)
    , m_opening(opening)
    , m_templates(buildTemplateMenu())
{
    build(checks);
    connect(&document.undoStack(), &QUndoStack::indexChanged, this, &EditorActions::update);
}

void EditorActions::build(SendChecks &checks)
{
    using Menu = Page::Menu;
    using Wish = SendChecks::Wish;
    const auto add = [this](Menu menu, const QString &text, const QKeySequence &keys,
                         const QString &toolTip, auto *receiver, auto act) {
        QAction *action = m_page.addMenuAction(menu, text, keys, toolTip);
        connect(action, &QAction::triggered, receiver, act);
        return action;
    };
    const auto addMenu = [this, &add](const QString &text, const QKeySequence &keys,
                             const QString &toolTip, QMenu *menu) {
        const auto open = [this, menu] {
            menu->popup(m_page.mapToGlobal(m_ui.titleLabel->geometry().bottomLeft()));
        };
        add(Menu::Queue, text, keys, toolTip, this, open)->setMenu(menu);
    };
    add(Menu::Queue, tr("New queue"), QKeySequence::New, tr("Define a new queue"), &m_opening,
        &EditorOpening::newQueue);
    addMenu(tr("Open template"), Qt::CTRL | Qt::SHIFT | Qt::Key_T,
        tr("Create a new queue from a template"), m_templates);
    addMenu(tr("Open draft"), Qt::CTRL | Qt::SHIFT | Qt::Key_P, tr("Continue a saved draft"),
        buildDraftMenu());
    QAction *clone = add(Menu::Queue, tr("Clone queue"), {},
        tr("Create a new queue as a copy of this one"), &m_opening, &EditorOpening::cloneDocument);
    add(Menu::File, tr("Import definition…"), QKeySequence::Open,
        tr("Read a queue definition from a JSON file"), this, &EditorActions::chooseImport);
    QAction *write = add(Menu::File, tr("Export definition…"), QKeySequence::Save,
        tr("Write this queue definition to a JSON file"), this, &EditorActions::chooseExport);
    QUndoStack *stack = &m_document.undoStack();
    m_undo = add(Menu::Edit, tr("Undo"), QKeySequence::Undo, tr("Undo the last change"), this,
        [this, stack] { m_page.isVisible() ? stack->undo() : void(); });
    m_redo = add(Menu::Edit, tr("Redo"), QKeySequence::Redo, tr("Redo the change"), this,
        [this, stack] { m_page.isVisible() ? stack->redo() : void(); });
    m_discard = add(Menu::Edit, tr("Discard draft"), {},
        tr("Revert to the tenant's version, or to an empty form"), &m_opening,
        &EditorOpening::discardDraft);
    QAction *validate =
        add(Menu::Queue, tr("Validate"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V),
            tr("Reload the tenant's queues and skills, and check everything"), &checks,
            &SendChecks::validate);
    QAction *review = add(Menu::Queue, tr("Review"), QKeySequence(Qt::CTRL | Qt::Key_R),
        tr("See what will be sent"), &checks, [&checks] { checks.pursue(Wish::Review); });
    m_provision = add(Menu::Queue, tr("Provision"), QKeySequence(Qt::CTRL | Qt::Key_Return),
        tr("Send the queue to the tenant"), &checks, [&checks] { checks.pursue(Wish::Provision); });
    m_page.onlyWhenSeen({clone, write, m_undo, m_redo, m_discard, validate, review, m_provision});
    m_page.bindButton(m_ui.validateButton, validate);
    m_page.bindButton(m_ui.reviewButton, review);
    m_page.bindButton(m_ui.provisionButton, m_provision);
}

QMenu *EditorActions::buildTemplateMenu()
{
    auto *menu = new QMenu(&m_page);
    for (const QString &path : templatePaths()) {
        const Result<ParsedDefinition> definition = readDefinition(path);
        if (!definition)
            continue;
        QAction *action = menu->addAction(definition.value().definition.name);
        action->setToolTip(definition.value().definition.description);
        connect(action, &QAction::triggered, this,
            [this, parsed = definition.value()] { m_opening.openDefinition(parsed); });
    }
    menu->setToolTipsVisible(true);
    return menu;
}

QMenu *EditorActions::buildDraftMenu()
{
    auto *menu = new QMenu(&m_page);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillDraftMenu(menu); });
    return menu;
}

void EditorActions::fillDraftMenu(QMenu *menu)
{
    menu->clear();
    for (const Draft &draft : m_opening.drafts()) {
        const QString &name = draft.definition.name;
        const QString time = QLocale().toString(draft.savedAt.toLocalTime(), QLocale::ShortFormat);
        connect(
            menu->addAction(tr("%1, saved %2").arg(name.isEmpty() ? tr("New queue") : name, time)),
            &QAction::triggered, this, [this, draft] { m_opening.openDraft(draft); });
    }
    if (m_opening.drafts().isEmpty())
        menu->addAction(tr("No saved drafts"))->setEnabled(false);
}

void EditorActions::update()
{
    const QUndoStack &stack = m_document.undoStack();
    m_undo->setEnabled(stack.canUndo());
    m_undo->setText(stack.canUndo() ? tr("Undo %1").arg(stack.undoText()) : tr("Undo"));
    m_redo->setEnabled(stack.canRedo());
    m_redo->setText(stack.canRedo() ? tr("Redo %1").arg(stack.redoText()) : tr("Redo"));
    m_discard->setEnabled(m_document.isDirty());
    const QString send = m_document.isNew() ? tr("Provision") : tr("Update");
    m_provision->setText(send);
    m_provision->setToolTip(m_document.isNew() ? tr("Send the queue to the tenant")
                                               : tr("Send the changes to the tenant"));
    m_ui.provisionButton->setText(send);
    m_ui.provisionButton->setAccessibleName(send);
}

void EditorActions::chooseImport()
{
    m_page.askForFile({tr("Import definition"),
                          {tr("Queue definitions (*.json)"), tr("All files (*)")}, {}, {}, true},
        [this](const QString &file) { m_opening.importFile(file); });
}

void EditorActions::chooseExport()
{
    m_page.askForFile(
        {tr("Export definition"), {tr("Queue definitions (*.json)"), tr("All files (*)")},
            QStringLiteral("json"), m_document.title().replace(u'/', u'-')},
        [this](const QString &file) { m_opening.exportFile(file); });
}

} // namespace queuesmith

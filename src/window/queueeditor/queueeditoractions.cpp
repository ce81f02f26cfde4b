// What a person may do on the page: its actions, their menus, and the way to sending.

#include "catalog.h"
#include "checkspane.h"
#include "definitionfiles.h"
#include "definitionform.h"
#include "editordocument.h"
#include "queueeditorpage.h"
#include "tenantchecks.h"
#include "tenantsession.h"
#include "ui_queueeditorpage.h"

#include <QAction>
#include <QLocale>
#include <QMenu>

namespace queuesmith {

void QueueEditorPage::buildActions()
{
    const auto add = [this](Menu menu, const QString &text, const QKeySequence &keys,
                         const QString &toolTip, auto act) {
        QAction *action = addMenuAction(menu, text, keys, toolTip);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    add(Menu::Queue, tr("New queue"), QKeySequence::New, tr("Define a new queue"),
        &QueueEditorPage::newQueue);
    const auto addMenu = [this](const QString &text, const QKeySequence &keys,
                             const QString &toolTip, QMenu *menu) {
        QAction *action = addMenuAction(Menu::Queue, text, keys, toolTip);
        action->setMenu(menu);
        connect(action, &QAction::triggered, this,
            [this, menu] { menu->popup(mapToGlobal(m_ui->titleLabel->geometry().bottomLeft())); });
    };
    addMenu(tr("Open template"), Qt::CTRL | Qt::SHIFT | Qt::Key_T,
        tr("Create a new queue from a template"), m_templates = buildTemplateMenu());
    addMenu(tr("Open draft"), Qt::CTRL | Qt::SHIFT | Qt::Key_P, tr("Continue a saved draft"),
        buildDraftMenu());
    QAction *clone = add(
        Menu::Queue, tr("Clone queue"), {}, tr("Create a new queue as a copy of this one"), [this] {
            if (m_document->base())
                cloneQueue(m_document->base()->id);
            else
                leaveThen([this] { openClone({{}, m_document->definition(), {}, {}}); });
        });
    add(Menu::File, tr("Import definition…"), QKeySequence::Open,
        tr("Read a queue definition from a JSON file"), &QueueEditorPage::chooseImport);
    QAction *write = add(Menu::File, tr("Export definition…"), QKeySequence::Save,
        tr("Write this queue definition to a JSON file"), &QueueEditorPage::chooseExport);
    QUndoStack *stack = &m_document->undoStack();
    m_undo = add(Menu::Edit, tr("Undo"), QKeySequence::Undo, tr("Undo the last change"),
        [this, stack] { isVisible() ? stack->undo() : void(); });
    m_redo = add(Menu::Edit, tr("Redo"), QKeySequence::Redo, tr("Redo the change"),
        [this, stack] { isVisible() ? stack->redo() : void(); });
    m_discard = add(Menu::Edit, tr("Discard draft"), {},
        tr("Revert to the tenant's version, or to an empty form"), &QueueEditorPage::discardDraft);
    m_validate = add(Menu::Queue, tr("Validate"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V),
        tr("Reload the tenant's queues and skills, and check everything"),
        &QueueEditorPage::validate);
    m_review = add(Menu::Queue, tr("Review"), QKeySequence(Qt::CTRL | Qt::Key_R),
        tr("See what will be sent"), [this] { pursue(Wish::Review); });
    m_provision = add(Menu::Queue, tr("Provision"), QKeySequence(Qt::CTRL | Qt::Key_Return),
        tr("Send the queue to the tenant"), [this] { pursue(Wish::Provision); });
    onlyWhenSeen({clone, write, m_undo, m_redo, m_discard, m_validate, m_review, m_provision});
    bindButton(m_ui->validateButton, m_validate);
    bindButton(m_ui->reviewButton, m_review);
    bindButton(m_ui->provisionButton, m_provision);
    connect(stack, &QUndoStack::indexChanged, this, &QueueEditorPage::updateActions);
}

QMenu *QueueEditorPage::buildTemplateMenu()
{
    auto *menu = new QMenu(this);
    for (const QString &path : templatePaths()) {
        const Result<ParsedDefinition> definition = readDefinition(path);
        if (!definition)
            continue;
        QAction *action = menu->addAction(definition.value().definition.name);
        action->setToolTip(definition.value().definition.description);
        connect(action, &QAction::triggered, this,
            [this, parsed = definition.value()] { openDefinition(parsed); });
    }
    menu->setToolTipsVisible(true);
    return menu;
}

QMenu *QueueEditorPage::buildDraftMenu()
{
    auto *menu = new QMenu(this);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillDraftMenu(menu); });
    return menu;
}

void QueueEditorPage::fillDraftMenu(QMenu *menu)
{
    menu->clear();
    for (const Draft &draft : std::as_const(m_putBy)) {
        const QString &name = draft.definition.name;
        const QString time = QLocale().toString(draft.savedAt.toLocalTime(), QLocale::ShortFormat);
        connect(
            menu->addAction(tr("%1, saved %2").arg(name.isEmpty() ? tr("New queue") : name, time)),
            &QAction::triggered, this,
            [this, draft] { leaveThen([this, draft] { restoreDraft(draft); }); });
    }
    if (m_putBy.isEmpty())
        menu->addAction(tr("No saved drafts"))->setEnabled(false);
}

void QueueEditorPage::updateActions()
{
    if (!m_provision)
        return;
    const QUndoStack &stack = m_document->undoStack();
    m_undo->setEnabled(stack.canUndo());
    m_undo->setText(stack.canUndo() ? tr("Undo %1").arg(stack.undoText()) : tr("Undo"));
    m_redo->setEnabled(stack.canRedo());
    m_redo->setText(stack.canRedo() ? tr("Redo %1").arg(stack.redoText()) : tr("Redo"));
    m_discard->setEnabled(m_document->isDirty());
    const QString send = m_document->isNew() ? tr("Provision") : tr("Update");
    m_provision->setText(send);
    m_provision->setToolTip(m_document->isNew() ? tr("Send the queue to the tenant")
                                                : tr("Send the changes to the tenant"));
    m_ui->provisionButton->setText(send);
    m_ui->provisionButton->setAccessibleName(send);
}

void QueueEditorPage::validate()
{
    m_isAskedFor = true;
    m_form->reveal();
    m_validation = {true, StatusKind::Ok, {}};
    m_session.catalog().refreshQueues();
    m_session.catalog().refreshSkills();
    m_checks->checkNow();
}

void QueueEditorPage::pursue(Wish wish)
{
    m_wish = Wish::None;
    if (!isVisible())
        return; // asked for from another page: what would be sent is to be seen first
    m_isAskedFor = true;
    m_form->reveal();
    updateChecks();
    const qsizetype forbidding = firstForbidding(m_pane->items());
    if (forbidding >= 0) {
        goToCheck(forbidding);
        return;
    }
    if (m_checks->isRunning()) {
        m_checks->checkNow();
        m_wish = wish;
        return;
    }
    m_sent.insert(m_document->key(), m_document->definition());
    if (wish == Wish::Review)
        Q_EMIT reviewRequested();
    else
        Q_EMIT provisionRequested();
}

void QueueEditorPage::chooseImport()
{
    askForFile({tr("Import definition"), {tr("Queue definitions (*.json)"), tr("All files (*)")},
                   {}, {}, true},
        [this](const QString &file) { importFile(file); });
}

void QueueEditorPage::chooseExport()
{
    askForFile({tr("Export definition"), {tr("Queue definitions (*.json)"), tr("All files (*)")},
                   QStringLiteral("json"), documentName().replace(u'/', u'-')},
        [this](const QString &file) { exportFile(file); });
}

} // namespace queuesmith

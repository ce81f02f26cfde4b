#pragma once

#include <QObject>

class QAction;
class QMenu;

namespace Ui {
class QueueEditorPage;
}

namespace queuesmith {

class EditorDocument;
class EditorOpening;
class Page;
class SendChecks;

/// What a person may do in the editor: its actions and their menus.
class EditorActions final : public QObject {
    Q_OBJECT

public:
    /// All must outlive this.
    EditorActions(Page &page, const Ui::QueueEditorPage &ui, EditorDocument &document,
        EditorOpening &opening, SendChecks &checks);

    /// Each begins a new queue; for the button that does.
    [[nodiscard]] QMenu *templateMenu() const { return m_templates; }
    /// The document may be another one, or in another state.
    void update();

private:
    void build(SendChecks &checks);
    [[nodiscard]] QMenu *buildTemplateMenu();
    [[nodiscard]] QMenu *buildDraftMenu();
    void fillDraftMenu(QMenu *menu);
    void chooseImport();
    void chooseExport();

    Page &m_page;
    const Ui::QueueEditorPage &m_ui;
    EditorDocument &m_document;
    EditorOpening &m_opening;
    QMenu *m_templates;
    QAction *m_provision = nullptr;
    QAction *m_discard = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
};

} // namespace queuesmith

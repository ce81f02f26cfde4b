#pragma once

#include "window/page/page.h"
#include "window/settings/settings.h"
#include "window/shell/commandpalette.h"

#include <QHash>
#include <QObject>

class QMainWindow;
class QMenu;

namespace queuesmith {

class Workspace;

/// The menu bar: the window's own actions, and those that the pages of the workspace offer.
class WindowMenus final : public QObject {
    Q_OBJECT

public:
    WindowMenus(QMainWindow &window, Settings &settings);

    /// Fills the menus with this workspace's actions; null: only the window's own.
    void showWorkspace(Workspace *workspace);
    /// Everything that the menus hold and may be done now.
    [[nodiscard]] QList<PaletteEntry> entries() const;

    Q_SIGNAL void connectionsRequested();
    Q_SIGNAL void demoRequested();
    Q_SIGNAL void paletteRequested();
    Q_SIGNAL void helpRequested();
    Q_SIGNAL void diagnosticLogRequested();

private:
    void buildFileMenu();
    void buildViewMenu();
    void buildHelpMenu();
    void addChoice(QMenu *menu, const Setting<QString> &setting,
        const QList<std::pair<QString, QString>> &choices);
    void addPlaces(Workspace &workspace);
    void addPageActions(const Workspace &workspace);
    void addSeparator(Page::Menu menu);
    void addSettling(Workspace &workspace);
    /// A menu with nothing in it for the page that is seen stays where it is, but greyed.
    void updateMenus();
    void showShortcuts();
    void showPreferences();
    void showAbout();

    QMainWindow &m_window;
    Settings &m_settings;
    QHash<Page::Menu, QMenu *> m_menus;
    QMenu *m_help = nullptr;
    QList<QAction *> m_workspaceActions;
};

} // namespace queuesmith

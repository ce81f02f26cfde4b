#pragma once

#include "domain/error.h"

#include <QKeySequence>
#include <QList>
#include <QString>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <initializer_list>
#include <optional>

class QAbstractButton;
class QAction;
class QFileDialog;
class QPushButton;

namespace queuesmith {

class Settings;

/// A page of the window. It offers its actions to the menus and the command palette; whatever it
/// wants of another page it asks for with a signal.
class Page : public QWidget {
    Q_OBJECT

public:
    enum class Menu { File, Edit, View, Queue, Capacity, Audit };
    struct MenuEntry {
        Menu menu;
        QAction *action;
        bool isOnlyWhenSeen = false;
    };
    /// What a file dialog asks for.
    struct FileQuestion {
        QString title;
        QStringList filters;
        QString suffix; ///< of a file whose name has none
        QString name; ///< that is offered
        bool isToRead = false;
        bool isFolder = false; ///< for several files
    };

    using QWidget::QWidget;

    [[nodiscard]] const QList<MenuEntry> &menuEntries() const { return m_menuEntries; }

    /// Reads again what the page shows (F5).
    virtual void refresh() = 0;
    /// The page has become the one that is seen.
    virtual void shown() { }

    /// Tells the page whether it is the one that is seen, for its actions; true unless told.
    void setSeen(bool seen);
    /// File dialogs begin in the folder where the last one ended, which is kept here.
    void rememberFolders(Settings &settings) { m_settings = &settings; }

    // For the page and its parts.
    /// An action with its menu twin. `icon` is a stem in resources/icons, or empty. Shortcuts must
    /// be the only ones of their kind in the whole window.
    QAction *addMenuAction(Menu menu, const QString &text, const QKeySequence &shortcut,
        const QString &toolTip, const QString &icon = {});
    /// The action is about what the page shows: it isn't offered while another page is seen.
    void onlyWhenSeen(std::initializer_list<QAction *> actions);
    /// Lets a button stand for an action: text stays the button's own, state and tool tip follow.
    void bindButton(QAbstractButton *button, QAction *action);
    /// Whether an error is put right in the form of the connection: a wrong or expired secret.
    [[nodiscard]] static bool liesWithConnection(const std::optional<Error> &error);
    [[nodiscard]] static QString editConnectionText();
    /// A button that leads to that form; hidden.
    [[nodiscard]] QPushButton *makeConnectionButton(const char *objectName);
    /// Asks for a file, and calls `use` when one was chosen. The dialog deletes itself.
    QFileDialog *askForFile(
        const FileQuestion &question, const std::function<void(const QString &)> &use);
    /// The same for what is no page; `settings` keep the folder, null: nothing does.
    static QFileDialog *askForFile(QWidget *parent, Settings *settings,
        const FileQuestion &question, const std::function<void(const QString &)> &use);
    /// Opens the folder, or the one that the file is in, in the desktop's file manager.
    static void showInFolder(const QString &path);

    /// A file was written, where the person wanted it.
    Q_SIGNAL void fileWritten(const QString &path);
    /// One of the page's actions is about to be done, so the page should be seen.
    Q_SIGNAL void actionTriggered();
    /// The form of the connection is wanted.
    Q_SIGNAL void connectionRequested();

private:
    QList<MenuEntry> m_menuEntries;
    QList<std::function<void()>> m_followers; ///< bring buttons in line with their actions
    Settings *m_settings = nullptr;
    bool m_seen = true;
};

} // namespace queuesmith

#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>
#include <QWidget>

class QAbstractButton;
class QAction;

namespace queuesmith {

/// A page of the window. It offers its actions to the menus and the command palette; whatever it
/// wants of another page it asks for with a signal.
class Page : public QWidget {
    Q_OBJECT

public:
    enum class Menu { File, Edit, View, Queue, Capacity, Audit };
    struct MenuEntry {
        Menu menu;
        QAction *action;
    };

    using QWidget::QWidget;

    [[nodiscard]] const QList<MenuEntry> &menuEntries() const { return m_menuEntries; }

    /// Reads again what the page shows (F5).
    virtual void refresh() = 0;
    /// The page has become the one that is seen.
    virtual void shown() { }

    /// One of the page's actions is about to be done, so the page should be seen.
    Q_SIGNAL void actionTriggered();

protected:
    /// An action with its menu twin. `icon` is a stem in resources/icons, or empty. Shortcuts must
    /// be the only ones of their kind in the whole window.
    QAction *addMenuAction(Menu menu, const QString &text, const QKeySequence &shortcut,
        const QString &toolTip, const QString &icon = {});
    /// Lets a button stand for an action: text stays the button's own, state and tool tip follow.
    static void bindButton(QAbstractButton *button, QAction *action);

private:
    QList<MenuEntry> m_menuEntries;
};

} // namespace queuesmith

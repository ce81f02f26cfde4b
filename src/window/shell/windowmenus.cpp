#include "window/shell/windowmenus.h"

#include "window/preferences/preferencesdialog.h"
#include "window/session/tenantsession.h"
#include "window/shell/menukeys.h"
#include "window/shell/workspace.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSet>

namespace queuesmith {

namespace {

QString withoutMnemonic(QString text) { return text.remove(u'&'); }

QString keysOf(const QAction *action)
{
    return action->shortcut().toString(QKeySequence::NativeText);
}

/// Actions of a menu and of the menus in it.
void collect(const QMenu *menu, const QString &prefix, QList<PaletteEntry> *entries)
{
    const QList<QAction *> actions = menu->actions();
    for (QAction *action : actions) {
        const QString text = prefix + withoutMnemonic(action->text());
        if (const QMenu *inner = action->menu())
            collect(inner, text + QStringLiteral(" ▸ "), entries);
        else if (action->isEnabled() && action->isVisible() && !action->isSeparator())
            entries->append({text, keysOf(action), [action] { action->trigger(); }});
    }
}

} // namespace

WindowMenus::WindowMenus(QMainWindow &window, Settings &settings)
    : QObject(&window)
    , m_window(window)
    , m_settings(settings)
{
    const auto add = [this](Page::Menu menu, const QString &title) {
        m_menus.insert(menu, m_window.menuBar()->addMenu(title));
        m_menus.value(menu)->setToolTipsVisible(true);
    };
    add(Page::Menu::File, tr("&File"));
    add(Page::Menu::Edit, tr("&Edit"));
    add(Page::Menu::View, tr("&View"));
    add(Page::Menu::Queue, tr("&Queue"));
    add(Page::Menu::Capacity, tr("&Capacity"));
    add(Page::Menu::Audit, tr("&Audit"));
    m_help = m_window.menuBar()->addMenu(tr("&Help"));
    buildFileMenu();
    buildViewMenu();
    buildHelpMenu();
    for (QMenu *menu : std::as_const(m_menus))
        giveKeys(menu);
    giveKeys(m_help);
    showWorkspace(nullptr);
}

void WindowMenus::buildFileMenu()
{
    QMenu *file = m_menus.value(Page::Menu::File);
    QAction *connections = file->addAction(tr("&Connection …"));
    connections->setShortcut(QKeyCombination(Qt::CTRL, Qt::Key_T));
    connections->setToolTip(tr("Choose, change or add a connection"));
    connect(connections, &QAction::triggered, this, &WindowMenus::connectionsRequested);
    QAction *demo = file->addAction(tr("Open the &demo tenant"));
    demo->setToolTip(tr("Start the built-in tenant and open its queues"));
    connect(demo, &QAction::triggered, this, &WindowMenus::demoRequested);
    QAction *preferences = file->addAction(tr("&Preferences …"));
    preferences->setShortcut(QKeyCombination(Qt::CTRL, Qt::Key_Comma));
    connect(preferences, &QAction::triggered, this, &WindowMenus::showPreferences);
    QAction *quit = file->addAction(tr("&Quit"));
    quit->setShortcut(QKeySequence::Quit);
    connect(quit, &QAction::triggered, &m_window, &QMainWindow::close);
}

void WindowMenus::buildViewMenu()
{
    QMenu *view = m_menus.value(Page::Menu::View);
    QAction *palette = view->addAction(tr("&Find an action, a page or a queue …"));
    palette->setShortcut(QKeyCombination(Qt::CTRL, Qt::Key_K));
    connect(palette, &QAction::triggered, this, &WindowMenus::paletteRequested);
    addChoice(view->addMenu(tr("&Appearance")), setting::kAppearance,
        {{QStringLiteral("system"), tr("Same as the desktop")},
            {QStringLiteral("light"), tr("Light")}, {QStringLiteral("dark"), tr("Dark")}});
    addChoice(view->addMenu(tr("&Language")), setting::kLanguage,
        {{QStringLiteral("system"), tr("Same as the desktop")},
            {QStringLiteral("en"), QStringLiteral("English")},
            {QStringLiteral("de"), QStringLiteral("Deutsch")}});
    QAction *notify = view->addAction(tr("&Notify when long work ends"));
    notify->setCheckable(true);
    notify->setChecked(m_settings.value(setting::kNotifications));
    connect(notify, &QAction::toggled, this,
        [this](bool on) { m_settings.set(setting::kNotifications, on); });
    connect(&m_settings, &Settings::changed, notify,
        [this, notify] { notify->setChecked(m_settings.value(setting::kNotifications)); });
}

void WindowMenus::addChoice(
    QMenu *menu, const Setting<QString> &setting, const QList<std::pair<QString, QString>> &choices)
{
    menu->setToolTipsVisible(true);
    auto *group = new QActionGroup(menu);
    for (const auto &[word, text] : choices) {
        QAction *action = menu->addAction(text);
        action->setToolTip(withoutMnemonic(menu->title()) + QStringLiteral(": ") + text);
        action->setObjectName(QLatin1StringView(setting.key) + u'_' + word);
        action->setCheckable(true);
        group->addAction(action);
        const auto follow = [this, action, &setting, word = word] {
            action->setChecked(word == m_settings.value(setting));
        };
        follow();
        connect(action, &QAction::triggered, this,
            [this, &setting, word = word] { m_settings.set(setting, word); });
        connect(&m_settings, &Settings::changed, action, follow); // the preferences offer it too
    }
}

void WindowMenus::buildHelpMenu()
{
    QAction *help = m_help->addAction(tr("&Help on this page"));
    help->setShortcut(Qt::Key_F1);
    help->setToolTip(tr("Show or hide help for this page"));
    connect(help, &QAction::triggered, this, &WindowMenus::helpRequested);
    QAction *keys = m_help->addAction(tr("&Keyboard shortcuts"));
    keys->setShortcut(QKeyCombination(Qt::CTRL, Qt::Key_F1));
    connect(keys, &QAction::triggered, this, &WindowMenus::showShortcuts);
    QAction *log = m_help->addAction(tr("Save &diagnostic log …"));
    log->setObjectName(QStringLiteral("diagnosticLogAction"));
    log->setToolTip(tr("Save what the program did recently, for troubleshooting"));
    connect(log, &QAction::triggered, this, &WindowMenus::diagnosticLogRequested);
    QAction *about = m_help->addAction(tr("&About Queuesmith"));
    connect(about, &QAction::triggered, this, &WindowMenus::showAbout);
}

void WindowMenus::showWorkspace(Workspace *workspace)
{
    // Actions belong to their pages; those of the window's own are deleted with what made them.
    for (QAction *action : std::as_const(m_workspaceActions)) {
        for (QMenu *menu : std::as_const(m_menus))
            menu->removeAction(action);
        if (action->parent() == this)
            action->deleteLater();
    }
    m_workspaceActions.clear();
    if (workspace) {
        addPlaces(*workspace);
        addPageActions(*workspace);
        addSettling(*workspace);
        connect(workspace, &Workspace::pageChanged, this, &WindowMenus::updateMenus,
            Qt::UniqueConnection);
    }
    updateMenus();
}

void WindowMenus::addPlaces(Workspace &workspace)
{
    QMenu *view = m_menus.value(Page::Menu::View);
    QAction *first = view->actions().value(0);
    int number = 1;
    for (const Workspace::Place &place : workspace.places()) {
        auto *go = new QAction(place.title, this);
        go->setShortcut(QKeyCombination(Qt::CTRL, static_cast<Qt::Key>(Qt::Key_0 + number++)));
        go->setToolTip(tr("Go to %1").arg(place.title));
        connect(go, &QAction::triggered, &workspace,
            [&workspace, page = place.page] { workspace.showPage(page); });
        view->insertAction(first, go);
        m_workspaceActions.append(go);
    }
    auto *refresh = new QAction(tr("&Reload"), this);
    refresh->setShortcut(Qt::Key_F5);
    refresh->setToolTip(tr("Reload this page"));
    connect(refresh, &QAction::triggered, &workspace, &Workspace::refresh);
    view->insertAction(first, refresh);
    m_workspaceActions.append(refresh);
    auto *line = new QAction(this);
    line->setSeparator(true);
    view->insertAction(first, line);
    m_workspaceActions.append(line);
}

/// First what every page offers, then what only the page offers that is seen.
void WindowMenus::addPageActions(const Workspace &workspace)
{
    for (const bool onlyWhenSeen : {false, true}) {
        for (const Workspace::Place &place : workspace.places()) {
            QSet<Page::Menu> begun;
            for (const Page::MenuEntry &entry : place.page->menuEntries()) {
                if (entry.isOnlyWhenSeen != onlyWhenSeen)
                    continue;
                if (!begun.contains(entry.menu))
                    addSeparator(entry.menu);
                begun.insert(entry.menu);
                QMenu *menu = m_menus.value(entry.menu);
                if (entry.menu == Page::Menu::File)
                    menu->insertAction(menu->actions().constLast(), entry.action);
                else
                    menu->addAction(entry.action);
                m_workspaceActions.append(entry.action);
            }
        }
    }
    addSeparator(Page::Menu::File);
}

/// Several in a row, and those at an end, aren't seen.
void WindowMenus::addSeparator(Page::Menu menu)
{
    QMenu *where = m_menus.value(menu);
    auto *line = new QAction(this);
    line->setSeparator(true);
    if (menu == Page::Menu::File)
        where->insertAction(where->actions().constLast(), line);
    else
        where->addAction(line);
    m_workspaceActions.append(line);
}

void WindowMenus::addSettling(Workspace &workspace)
{
    addSeparator(Page::Menu::Queue);
    auto *settle = new QAction(tr("&Settle unknown outcomes"), this);
    settle->setObjectName(QStringLiteral("settleAction"));
    settle->setToolTip(tr("Ask the tenant how requests ended whose answers were lost"));
    connect(
        settle, &QAction::triggered, &workspace, [&workspace] { workspace.session().settleNow(); });
    m_menus.value(Page::Menu::Queue)->addAction(settle);
    m_workspaceActions.append(settle);
}

void WindowMenus::updateMenus()
{
    for (const Page::Menu menu :
        {Page::Menu::Edit, Page::Menu::Queue, Page::Menu::Capacity, Page::Menu::Audit}) {
        QAction *title = m_menus.value(menu)->menuAction();
        title->setVisible(!m_menus.value(menu)->actions().isEmpty());
        title->setEnabled(!m_menus.value(menu)->isEmpty());
    }
}

QList<PaletteEntry> WindowMenus::entries() const
{
    QList<PaletteEntry> entries;
    const QList<QAction *> menus = m_window.menuBar()->actions();
    for (const QAction *menu : menus)
        collect(menu->menu(), {}, &entries);
    return entries;
}

void WindowMenus::showShortcuts()
{
    QString rows;
    const QList<PaletteEntry> all = entries();
    for (const PaletteEntry &entry : all) {
        if (!entry.hint.isEmpty())
            rows += QStringLiteral("<tr><td>%1</td><td>&nbsp;&nbsp;<b>%2</b></td></tr>")
                        .arg(entry.text.toHtmlEscaped(), entry.hint.toHtmlEscaped());
    }
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Keyboard shortcuts"),
        QStringLiteral("<table>%1</table>").arg(rows), QMessageBox::Close, &m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void WindowMenus::showPreferences()
{
    auto *dialog = new PreferencesDialog(m_settings, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void WindowMenus::showAbout()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Queuesmith"),
        tr("<b>Queuesmith %1</b><br>Administers contact-center routing queues.<br><br>"
           "Free software under the GNU General Public License, version 3 or later.<br>"
           "Not affiliated with NICE.")
            .arg(QStringLiteral(QUEUESMITH_VERSION)),
        QMessageBox::Close, &m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace queuesmith

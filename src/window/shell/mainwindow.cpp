#include "mainwindow.h"

#include "activities.h"
#include "activitybar.h"
#include "banner.h"
#include "commandpalette.h"
#include "connectionspage.h"
#include "desktopnotifier.h"
#include "environmentstrip.h"
#include "fonts.h"
#include "icons.h"
#include "sentences.h"
#include "sessions.h"
#include "settings.h"
#include "ui_mainwindow.h"
#include "welcomepage.h"
#include "windowmenus.h"
#include "workspace.h"

#include <QCloseEvent>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>

namespace queuesmith {

MainWindow::MainWindow(Sessions &sessions, Settings &settings, Theme &theme)
    : m_sessions(sessions)
    , m_settings(settings)
    , m_theme(theme)
    , m_ui(std::make_unique<Ui::MainWindow>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("MainWindow"));
    buildParts();
    connectParts();
    connectSessions();
    resize(1180, 760);
    restoreGeometry(m_settings.value(setting::kWindowGeometry));
    showSession(nullptr);
}

MainWindow::~MainWindow() = default;

void MainWindow::buildParts()
{
    m_strip = new EnvironmentStrip(this);
    m_banner = new Banner(this);
    m_activities = new ActivityBar(this);
    m_ui->rows->insertWidget(0, m_strip);
    m_ui->rows->insertWidget(1, m_banner);
    m_ui->rows->addWidget(m_activities);
    m_ui->rows->setStretch(2, 1);
    m_welcome = new WelcomePage(this);
    m_connections = new ConnectionsPage(m_sessions, this);
    m_ui->stack->addWidget(m_welcome);
    m_ui->stack->addWidget(m_connections);
    makeHint(m_ui->seatsLabel);
    m_ui->navigation->setAutoFillBackground(false);
    QPalette plain = m_ui->navigation->palette();
    plain.setColor(QPalette::Base, Qt::transparent);
    m_ui->navigation->setPalette(plain);
    m_palette = new CommandPalette(this);
    m_notifier = new DesktopNotifier(m_settings, *this);
    m_menus = new WindowMenus(*this, m_settings, m_theme);
}

void MainWindow::connectParts()
{
    connect(m_welcome, &WelcomePage::demoRequested, &m_sessions, &Sessions::chooseDemo);
    connect(m_welcome, &WelcomePage::connectRequested, this, [this] { showConnections({}, {}); });
    connect(m_connections, &ConnectionsPage::secretNotKept, this,
        [this](const QString &name, const Error &error) {
            m_banner->show(StatusKind::Warning,
                tr("The secret of “%1” could not be kept. %2 It is used until the window is "
                   "closed, "
                   "and asked for again at the next start.")
                    .arg(name, sentenceOf(error)));
        });
    connect(m_ui->connectionButton, &QPushButton::clicked, this, &MainWindow::showConnectionMenu);
    connect(m_ui->navigation, &QListWidget::currentRowChanged, this, &MainWindow::goTo);
    // The row that is current already leads back from the form of a connection.
    connect(m_ui->navigation, &QListWidget::itemClicked, this,
        [this] { goTo(m_ui->navigation->currentRow()); });
    connect(m_menus, &WindowMenus::connectionsRequested, this, [this] {
        const TenantSession *session = m_sessions.current();
        showConnections(session ? session->connection().name : QString(), {});
    });
    connect(m_menus, &WindowMenus::demoRequested, &m_sessions, &Sessions::chooseDemo);
    connect(m_menus, &WindowMenus::paletteRequested, this, &MainWindow::openPalette);
    connect(m_menus, &WindowMenus::languageChosen, this, [this] {
        m_banner->show(
            StatusKind::Info, tr("The language changes when the window is opened the next time."));
    });
    connect(&m_settings, &Settings::problemFound, this,
        [this](const QString &problem) { m_banner->show(StatusKind::Warning, problem); });
    if (!m_settings.problem().isEmpty())
        m_banner->show(StatusKind::Warning, m_settings.problem());
}

void MainWindow::connectSessions()
{
    connect(&m_sessions, &Sessions::opening, this,
        [this](const QString &name) { m_welcome->showNote(tr("Opening “%1” …").arg(name)); });
    connect(
        &m_sessions, &Sessions::openFailed, this, [this](const QString &name, const Error &error) {
            if (m_sessions.savedNames().contains(name))
                showConnections(name, sentenceOf(error));
            else
                m_welcome->showNote(sentenceOf(error));
        });
    connect(&m_sessions, &Sessions::opened, this, &MainWindow::addWorkspace);
    connect(&m_sessions, &Sessions::closing, this, &MainWindow::dropWorkspace);
    connect(&m_sessions, &Sessions::currentChanged, this, &MainWindow::showSession);
}

void MainWindow::start()
{
    const QString last = m_settings.value(setting::kLastConnection);
    const QStringList saved = m_sessions.savedNames();
    if (saved.contains(last))
        m_sessions.choose(last);
    else if (!saved.isEmpty())
        showConnections(saved.first(), {});
}

void MainWindow::addWorkspace(TenantSession *session)
{
    m_ui->stack->addWidget(new Workspace(*session, m_settings, this));
    m_notifier->watch(session->activities());
}

void MainWindow::dropWorkspace(TenantSession *session)
{
    if (m_sessions.current() != session)
        showSession(m_sessions.current());
    // At once: the pages use what the session is about to take with it.
    delete workspaceOf(session);
}

Workspace *MainWindow::workspaceOf(const TenantSession *session) const
{
    for (int i = 0; i < m_ui->stack->count(); ++i) {
        auto *pages = qobject_cast<Workspace *>(m_ui->stack->widget(i));
        if (pages && &pages->session() == session)
            return pages;
    }
    return nullptr;
}

Workspace *MainWindow::workspace() const
{
    return qobject_cast<Workspace *>(m_ui->stack->currentWidget());
}

void MainWindow::showSession(TenantSession *session)
{
    Workspace *pages = workspaceOf(session);
    m_menus->showWorkspace(pages);
    m_ui->side->setVisible(session != nullptr);
    m_activities->setActivities(session ? &session->activities() : nullptr);
    if (!session || !pages) {
        m_strip->hide();
        setWindowTitle(QStringLiteral("Queuesmith"));
        m_ui->stack->setCurrentWidget(m_welcome);
        m_ui->navigation->clear();
        return;
    }
    const Connection &connection = session->connection();
    m_welcome->showNote({});
    m_strip->show(connection);
    setWindowTitle(QStringLiteral("%1 · %2 — Queuesmith")
                       .arg(session->title(), environmentText(connection.environment)));
    m_ui->connectionButton->setText(tr("Connection: %1").arg(session->title()));
    m_ui->seatsLabel->setText(connection.licensedAgents
            ? tr("%Ln seat(s)", nullptr, static_cast<int>(*connection.licensedAgents))
            : tr("seats not known"));
    m_ui->stack->setCurrentWidget(pages);
    fillNavigation();
    connect(pages, &Workspace::pageChanged, this, &MainWindow::followPage, Qt::UniqueConnection);
    if (m_sessions.savedNames().contains(connection.name))
        m_settings.set(setting::kLastConnection, connection.name);
}

void MainWindow::fillNavigation()
{
    const QSignalBlocker quiet(m_ui->navigation);
    m_ui->navigation->clear();
    for (const Workspace::Place &place : workspace()->places())
        new QListWidgetItem(tintedIcon(place.icon), place.title, m_ui->navigation);
    followPage(workspace()->currentPage());
}

void MainWindow::followPage(Page *page)
{
    if (!workspace())
        return;
    const QSignalBlocker quiet(m_ui->navigation);
    const QList<Workspace::Place> &places = workspace()->places();
    for (int i = 0; i < places.size(); ++i) {
        if (places.at(i).page == page)
            m_ui->navigation->setCurrentRow(i);
    }
}

void MainWindow::goTo(int row)
{
    Workspace *pages = workspaceOf(m_sessions.current());
    if (!pages || row < 0)
        return;
    if (m_ui->stack->currentWidget() != pages)
        showSession(m_sessions.current());
    pages->showPage(pages->places().at(row).page);
}

void MainWindow::showConnections(const QString &name, const QString &note)
{
    m_ui->stack->setCurrentWidget(m_connections);
    if (m_sessions.savedNames().contains(name))
        m_connections->edit(name, note);
    else
        m_connections->startNew();
}

void MainWindow::showConnectionMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](const QString &name, const std::function<void()> &choose) {
        QAction *action = menu->addAction(name);
        action->setCheckable(true);
        action->setChecked(m_sessions.current() && m_sessions.current()->connection().name == name);
        connect(action, &QAction::triggered, this, [this, name, choose] {
            if (m_sessions.current() && m_sessions.current()->connection().name == name)
                showSession(m_sessions.current());
            else
                choose();
        });
    };
    const QStringList saved = m_sessions.savedNames();
    for (const QString &name : saved)
        add(name, [this, name] { m_sessions.choose(name); });
    add(QString::fromLatin1(Sessions::kDemoName), [this] { m_sessions.chooseDemo(); });
    menu->addSeparator();
    QAction *change = menu->addAction(tr("Change or add a connection …"));
    connect(change, &QAction::triggered, this,
        [this] { showConnections(m_sessions.current()->connection().name, {}); });
    menu->popup(m_ui->connectionButton->mapToGlobal(QPoint(0, m_ui->connectionButton->height())));
}

void MainWindow::openPalette()
{
    QList<PaletteEntry> entries = m_menus->entries();
    if (Workspace *pages = workspace())
        entries += pages->queueEntries();
    m_palette->open(entries);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_sessions.running() > 0 && !m_closing) {
        event->ignore();
        askBeforeClosing();
        return;
    }
    m_settings.set(setting::kWindowGeometry, saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::askBeforeClosing()
{
    auto *question = new QMessageBox(QMessageBox::Question, tr("Work is under way"),
        tr("%n activity(ies) under way. Closing cancels them in order: nothing more is sent, and "
           "what "
           "was sent is looked at once more. Whatever stays open is settled at the next start.",
            nullptr, m_sessions.running()),
        QMessageBox::NoButton, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    const auto *cancel = question->addButton(tr("Cancel them and close"), QMessageBox::AcceptRole);
    question->addButton(tr("Keep working"), QMessageBox::RejectRole);
    connect(question, &QMessageBox::buttonClicked, this, [this, cancel](QAbstractButton *pressed) {
        if (pressed == cancel)
            closeWhenDone();
    });
    question->open();
}

void MainWindow::closeWhenDone()
{
    m_banner->show(StatusKind::Waiting, tr("Closing as soon as the work under way has ended."));
    for (const TenantSession *session : m_sessions.open()) {
        connect(&session->activities(), &Activities::allConcluded, this, [this] {
            if (m_sessions.running() == 0) {
                m_closing = true;
                close();
            }
        });
    }
    m_sessions.cancelAll();
}

} // namespace queuesmith

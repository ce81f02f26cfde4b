#include "window/shell/mainwindow.h"

#include "ui_mainwindow.h"
#include "window/activity/activities.h"
#include "window/activity/activitybar.h"
#include "window/appearance/fonts.h"
#include "window/appearance/icons.h"
#include "window/appearance/sentences.h"
#include "window/appearance/theme.h"
#include "window/appearance/tooltip.h"
#include "window/connections/connectionspage.h"
#include "window/connections/connectionwords.h"
#include "window/help/helppane.h"
#include "window/session/environments.h"
#include "window/session/sessions.h"
#include "window/settings/settings.h"
#include "window/shell/banner.h"
#include "window/shell/commandpalette.h"
#include "window/shell/connectionmenu.h"
#include "window/shell/desktopnotifier.h"
#include "window/shell/diagnosticfile.h"
#include "window/shell/environmentstrip.h"
#include "window/shell/filedrop.h"
#include "window/shell/pagearea.h"
#include "window/shell/windowmenus.h"
#include "window/shell/workspace.h"
#include "window/welcome/welcomepage.h"

#include <QCloseEvent>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QScreen>
#include <QStyle>

namespace queuesmith {

MainWindow::MainWindow(
    Sessions &sessions, Settings &settings, Theme &theme, const DiagnosticLog &log)
    : m_sessions(sessions)
    , m_settings(settings)
    , m_theme(theme)
    , m_log(log)
    , m_ui(std::make_unique<Ui::MainWindow>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("MainWindow"));
    buildParts();
    connectParts();
    connectSessions();
    restoreGeometry(m_settings.value(setting::kWindowGeometry));
    fitTo(screen()->availableGeometry());
    for (TenantSession *session : m_sessions.open())
        addWorkspace(session);
    showSession(m_sessions.current());
}

MainWindow::~MainWindow() = default;

void MainWindow::fitTo(const QRect &available)
{
    if (!testAttribute(Qt::WA_Resized)) {
        // The usual size, grown with the font that its letters need.
        constexpr QSize kUsual(160, 44); // in digits and lines
        const QFontMetrics metrics = fontMetrics();
        resize(kUsual.width() * metrics.horizontalAdvance(u'0'),
            kUsual.height() * metrics.lineSpacing());
    }
    constexpr int edge = 4; // of the frame, which the desktop draws
    const int bar = style()->pixelMetric(QStyle::PM_TitleBarHeight, nullptr, this);
    const QSize most = available.size() - QSize(2 * edge, bar + edge);
    if (size() != size().boundedTo(most))
        resize(size().boundedTo(most));
}

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
    for (QWidget *page : {static_cast<QWidget *>(m_welcome), static_cast<QWidget *>(m_connections)})
        m_ui->stack->addWidget(new PageArea(page));
    constexpr int kSideWidth = 26; // digits
    m_ui->side->setFixedWidth(kSideWidth * fontMetrics().horizontalAdvance(u'0'));
    makeHint(m_ui->seatsLabel);
    m_ui->navigation->setAutoFillBackground(false);
    QPalette plain = m_ui->navigation->palette();
    plain.setColor(QPalette::Base, Qt::transparent);
    m_ui->navigation->setPalette(plain);
    m_palette = new CommandPalette(this);
    m_notifier = new DesktopNotifier(m_settings, *this);
    m_helpPane = new HelpPane(this);
    addDockWidget(Qt::RightDockWidgetArea, m_helpPane);
    m_helpPane->hide();
    m_menus = new WindowMenus(*this, m_settings);
}

void MainWindow::connectParts()
{
    connect(m_welcome, &WelcomePage::demoRequested, &m_sessions, &Sessions::chooseDemo);
    connect(m_welcome, &WelcomePage::connectRequested, this, [this] { showConnections({}, {}); });
    connect(m_connections, &ConnectionsPage::secretNotKept, this,
        [this](const QString &name, const Error &error) {
            m_secretNote = tr("The secret of “%1” could not be kept. %2 It is used until you close "
                              "the window; you'll be asked for it at the next start.")
                               .arg(name, secretNotKeptReason(error));
            m_banner->show(StatusKind::Warning, m_secretNote);
        });
    connect(m_connections, &ConnectionsPage::secretKept, this, [this] {
        if (m_banner->isShowing(m_secretNote))
            m_banner->clear();
    });
    connect(&m_sessions, &Sessions::actorChanged, this,
        [this](const QString &actor) { m_settings.set(setting::kActor, actor); });
    connect(m_ui->connectionButton, &QPushButton::clicked, this, &MainWindow::showConnectionMenu);
    connect(m_ui->navigation, &QListWidget::currentRowChanged, this, &MainWindow::goTo);
    // The row that is current already leads back from the review.
    connect(m_ui->navigation, &QListWidget::itemClicked, this,
        [this] { goTo(m_ui->navigation->currentRow()); });
    connect(m_menus, &WindowMenus::connectionsRequested, this, [this] {
        const TenantSession *session = m_sessions.current();
        showConnections(session ? session->connection().name : QString(), {});
    });
    connect(new FileDrop(*this), &FileDrop::dropped, this, [this](const QString &path) {
        if (Workspace *pages = workspaceOf(m_sessions.current())) {
            showSession(m_sessions.current());
            pages->importFile(path);
        } else {
            m_banner->show(StatusKind::Info,
                tr("Connect to a tenant first, then drop the definition file again."));
        }
    });
    connect(m_menus, &WindowMenus::demoRequested, &m_sessions, &Sessions::chooseDemo);
    connect(m_menus, &WindowMenus::paletteRequested, this, &MainWindow::openPalette);
    connect(m_menus, &WindowMenus::diagnosticLogRequested, this,
        [this] { saveDiagnosticLog(this, *m_banner, m_settings, m_sessions, m_log); });
    connect(m_menus, &WindowMenus::helpRequested, this, [this] {
        m_helpPane->setVisible(!m_helpPane->isVisible());
        showHelp();
    });
    connect(m_ui->stack, &QStackedWidget::currentChanged, this, &MainWindow::showHelp);
    connect(&m_settings, &Settings::changed, this, [this](const QString &key) {
        if (key == QLatin1StringView(setting::kAppearance.key))
            m_theme.setAppearance(appearanceOf(m_settings.value(setting::kAppearance)));
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
                showConnections(name, secretSentence(error));
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
    connect(workspaceOf(session), &Workspace::connectionRequested, this,
        [this, session] { showConnections(session->connection().name, {}); });
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
        showArea(m_welcome);
        m_ui->navigation->clear();
        return;
    }
    const Connection &connection = session->connection();
    m_welcome->showNote({});
    m_strip->show(connection);
    setWindowTitle(QStringLiteral("%1 · %2 — Queuesmith")
                       .arg(session->title(), environmentText(connection.environment)));
    nameConnection(session->title());
    m_ui->seatsLabel->setText(connection.licensedAgents
            ? tr("%Ln seat(s)", nullptr, static_cast<int>(*connection.licensedAgents))
            : tr("seats not known"));
    m_ui->stack->setCurrentWidget(pages);
    fillNavigation();
    connect(pages, &Workspace::pageChanged, this, &MainWindow::followPage, Qt::UniqueConnection);
    if (m_sessions.savedNames().contains(connection.name))
        m_settings.set(setting::kLastConnection, connection.name);
}

void MainWindow::nameConnection(const QString &title)
{
    QPushButton *button = m_ui->connectionButton;
    const QString text = tr("Connection: %1").arg(title);
    const int room = m_ui->side->width() - 4 * button->fontMetrics().averageCharWidth()
        - m_ui->sideRows->contentsMargins().left() - m_ui->sideRows->contentsMargins().right();
    button->setText(button->fontMetrics()
                        .elidedText(text, Qt::ElideRight, room)
                        .replace(u'&', QStringLiteral("&&")));
    button->setAccessibleName(text);
    button->setToolTip(plainToolTip(text) + tr("Choose, change or add a connection"));
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
    showHelp();
    Workspace *pages = workspaceOf(m_sessions.current());
    if (!pages || !pages->isAncestorOf(page))
        return;
    m_ui->stack->setCurrentWidget(pages);
    const QSignalBlocker quiet(m_ui->navigation);
    const QList<Workspace::Place> &places = pages->places();
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

/// The form of a connection is none of the pages that the navigation lists.
void MainWindow::markNoPage()
{
    const QSignalBlocker quiet(m_ui->navigation);
    m_ui->navigation->setCurrentRow(-1);
}

/// Of a page that belongs to no connection.
void MainWindow::showArea(const QWidget *page)
{
    for (int i = 0; i < m_ui->stack->count(); ++i) {
        auto *area = qobject_cast<PageArea *>(m_ui->stack->widget(i));
        if (area && area->widget() == page)
            m_ui->stack->setCurrentWidget(area);
    }
}

void MainWindow::showHelp()
{
    if (!m_helpPane->isVisible())
        return;
    const Workspace *pages = workspace();
    const auto *area = qobject_cast<PageArea *>(m_ui->stack->currentWidget());
    const QWidget *page = pages ? pages->currentPage() : area ? area->widget() : nullptr;
    if (page)
        m_helpPane->showTopic(HelpPane::topicOf(*page));
}

int MainWindow::place() const { return m_ui->navigation->currentRow(); }

void MainWindow::showLanguageWaits()
{
    m_banner->show(
        StatusKind::Waiting, tr("The language changes as soon as the current work has ended."));
}

void MainWindow::showConnections(const QString &name, const QString &note)
{
    showArea(m_connections);
    markNoPage();
    if (m_sessions.savedNames().contains(name))
        m_connections->edit(name, note);
    else
        m_connections->startNew();
}

void MainWindow::showConnectionMenu()
{
    auto *menu = new ConnectionMenu(m_sessions, this);
    connect(
        menu, &ConnectionMenu::currentChosen, this, [this] { showSession(m_sessions.current()); });
    connect(menu, &ConnectionMenu::changeRequested, this,
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
        tr("%n activity(ies) under way. Closing cancels them cleanly: nothing more is sent, and "
           "what was sent is checked once more. Anything left open is settled at the next start.",
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
    m_banner->show(StatusKind::Waiting, tr("Closing as soon as the current work has ended."));
    for (const TenantSession *session : m_sessions.open())
        connect(&session->activities(), &Activities::allConcluded, this, &MainWindow::closeIfDone);
    m_sessions.cancelAll();
    closeIfDone(); // the work may have ended while the question was open
}

void MainWindow::closeIfDone()
{
    if (m_sessions.running() > 0)
        return;
    m_closing = true;
    close();
}

} // namespace queuesmith

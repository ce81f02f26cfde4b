#pragma once

#include <QMainWindow>

#include <memory>

namespace Ui {
class MainWindow;
}

namespace queuesmith {

class ActivityBar;
class Banner;
class CommandPalette;
class ConnectionsPage;
class DesktopNotifier;
class DiagnosticLog;
class EnvironmentStrip;
class HelpPane;
class Page;
class Sessions;
class Settings;
class TenantSession;
class Theme;
class WelcomePage;
class WindowMenus;
class Workspace;

/// The frame: navigation at the left, the pages of the chosen connection, activities at the foot.
/// Knows which page is seen and nothing of what is on it.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    /// All four must outlive this.
    MainWindow(Sessions &sessions, Settings &settings, Theme &theme, const DiagnosticLog &log);
    ~MainWindow() override;

    /// Opens the connection that was used last, or welcomes the person.
    void start();
    /// No larger than that part of the screen, frame included.
    void fitTo(const QRect &available);

    /// The page in the navigation that is seen; -1 when there is none.
    [[nodiscard]] int place() const;
    void goTo(int row);
    /// Another language was chosen while something is under way.
    void showLanguageWaits();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildParts();
    void connectParts();
    void connectSessions();
    void showSession(TenantSession *session);
    void addWorkspace(TenantSession *session);
    void dropWorkspace(TenantSession *session);
    [[nodiscard]] Workspace *workspaceOf(const TenantSession *session) const;
    [[nodiscard]] Workspace *workspace() const;
    void nameConnection(const QString &title);
    void fillNavigation();
    void showHelp();
    void followPage(Page *page);
    void markNoPage();
    void showArea(const QWidget *page);
    void showConnections(const QString &name, const QString &note);
    void showConnectionMenu();
    void openPalette();
    void askBeforeClosing();
    void closeWhenDone();
    void closeIfDone();

    Sessions &m_sessions;
    Settings &m_settings;
    Theme &m_theme;
    const DiagnosticLog &m_log;
    std::unique_ptr<Ui::MainWindow> m_ui;
    EnvironmentStrip *m_strip = nullptr;
    Banner *m_banner = nullptr;
    ActivityBar *m_activities = nullptr;
    WelcomePage *m_welcome = nullptr;
    ConnectionsPage *m_connections = nullptr;
    CommandPalette *m_palette = nullptr;
    DesktopNotifier *m_notifier = nullptr;
    WindowMenus *m_menus = nullptr;
    HelpPane *m_helpPane = nullptr;
    QString m_secretNote; ///< what the banner last said of a secret that was not kept
    bool m_closing = false;
};

} // namespace queuesmith

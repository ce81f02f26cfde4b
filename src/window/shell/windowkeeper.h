#pragma once

#include <QObject>

#include <memory>

namespace queuesmith {

class DiagnosticLog;
class MainWindow;
class Sessions;
class Settings;
class Theme;

/// Keeps the one window. When another language is chosen it makes the window anew, on the page that
/// was seen; connections, what is on record and drafts live on beneath it. While something is under
/// way the window stays as it is, and changes when that has ended.
class WindowKeeper final : public QObject {
    Q_OBJECT

public:
    /// All four must outlive this.
    WindowKeeper(Sessions &sessions, Settings &settings, Theme &theme, const DiagnosticLog &log);
    ~WindowKeeper() override;

    /// Another one after each change of the language.
    [[nodiscard]] MainWindow &window() const { return *m_window; }

private:
    void changeLanguage();
    void makeAnew();

    Sessions &m_sessions;
    Settings &m_settings;
    Theme &m_theme;
    const DiagnosticLog &m_log;
    std::unique_ptr<MainWindow> m_window;
    bool m_isDue = false;
};

} // namespace queuesmith

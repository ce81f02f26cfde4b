#include "window/shell/windowkeeper.h"

#include "window/activity/activities.h"
#include "window/session/sessions.h"
#include "window/session/tenantsession.h"
#include "window/settings/language.h"
#include "window/settings/settings.h"
#include "window/shell/mainwindow.h"

#include <QCoreApplication>

namespace queuesmith {

WindowKeeper::WindowKeeper(
    Sessions &sessions, Settings &settings, Theme &theme, const DiagnosticLog &log)
    : m_sessions(sessions)
    , m_settings(settings)
    , m_theme(theme)
    , m_log(log)
    , m_window(std::make_unique<MainWindow>(sessions, settings, theme, log))
{
    connect(&settings, &Settings::changed, this, [this](const QString &key) {
        if (key == QLatin1StringView(setting::kLanguage.key))
            changeLanguage();
    });
}

WindowKeeper::~WindowKeeper() = default;

void WindowKeeper::changeLanguage()
{
    m_isDue = true;
    if (m_sessions.running() > 0) {
        m_window->showLanguageWaits();
        for (const TenantSession *session : m_sessions.open())
            connect(&session->activities(), &Activities::allConcluded, this,
                &WindowKeeper::makeAnew,
                static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::UniqueConnection));
        return;
    }
    // The choice was made in a menu or a dialog of the window that is about to go.
    QMetaObject::invokeMethod(this, &WindowKeeper::makeAnew, Qt::QueuedConnection);
}

void WindowKeeper::makeAnew()
{
    if (!m_isDue || m_sessions.running() > 0)
        return;
    m_isDue = false;
    speak(m_settings.value(setting::kLanguage), *QCoreApplication::instance());
    const int place = m_window->place();
    const bool seen = m_window->isVisible();
    m_settings.set(setting::kWindowGeometry, m_window->saveGeometry());
    m_window->hide();
    // The old one first: its editor writes the draft that the new one takes up.
    m_window.reset();
    m_window = std::make_unique<MainWindow>(m_sessions, m_settings, m_theme, m_log);
    m_window->goTo(place);
    m_window->setVisible(seen);
}

} // namespace queuesmith

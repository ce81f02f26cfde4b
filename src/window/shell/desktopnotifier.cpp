#include "window/shell/desktopnotifier.h"

#include "window/activity/activities.h"
#include "window/appearance/sessionbus.h"
#include "window/settings/settings.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QWidget>

namespace queuesmith {

namespace {
using namespace std::chrono_literals;
/// Shorter work is watched to its end anyway.
constexpr std::chrono::milliseconds kLong = 5s;
} // namespace

DesktopNotifier::DesktopNotifier(const Settings &settings, QWidget &window)
    : QObject(&window)
    , m_settings(settings)
    , m_window(window)
{
}

void DesktopNotifier::watch(Activities &activities)
{
    connect(&activities, &Activities::concluded, this, [this](const Activity *activity) {
        const bool isSeen = m_window.isActiveWindow();
        if (activity->age() >= kLong && !isSeen && m_settings.value(setting::kNotifications))
            send(activity->title(), activity->sentence());
    });
}

void DesktopNotifier::send(const QString &title, const QString &text)
{
    const QString name = QStringLiteral("org.freedesktop.Notifications");
    QDBusMessage message = QDBusMessage::createMethodCall(
        name, QStringLiteral("/org/freedesktop/Notifications"), name, QStringLiteral("Notify"));
    message << QStringLiteral("Queuesmith") << 0U << QStringLiteral("queuesmith") << title
            << text.toHtmlEscaped() << QStringList() << QVariantMap() << -1;
    withSessionBus(this, [message](const QDBusConnection &bus) { bus.send(message); });
}

} // namespace queuesmith

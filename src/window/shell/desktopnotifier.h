#pragma once

#include <QObject>

class QWidget;

namespace queuesmith {

class Activities;
class Settings;

/// Tells the desktop when long work has ended while the person looks elsewhere. Without a desktop
/// that takes notifications nothing happens; the activity bar says it anyway.
class DesktopNotifier final : public QObject {
    Q_OBJECT

public:
    DesktopNotifier(const Settings &settings, QWidget &window);

    void watch(Activities &activities);

private:
    void send(const QString &title, const QString &text);

    const Settings &m_settings;
    QWidget &m_window;
};

} // namespace queuesmith

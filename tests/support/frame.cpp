#include "frame.h"
#include "patience.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace queuesmith {

Frame::Frame(const QString &root)
    : m_root(root)
{
    restart();
}

void Frame::restart()
{
    m_keeper.reset();
    m_sessions.reset();
    m_settings = std::make_unique<Settings>(path(QStringLiteral("window.ini")));
    if (!m_theme)
        m_theme = std::make_unique<Theme>();
    SessionOptions options;
    options.auditFile = path(QStringLiteral("audit.sqlite"));
    options.historyFile = path(QStringLiteral("history.sqlite"));
    options.draftRoot = path(QStringLiteral("drafts"));
    options.actor = QStringLiteral("tester");
    options.secrets = m_secrets;
    options.settleWindow = std::chrono::milliseconds(300);
    m_sessions = std::make_unique<Sessions>(
        Profiles(path(QStringLiteral("connections.ini"))), options, m_clock, [] { return 0.5; });
    m_keeper = std::make_unique<WindowKeeper>(*m_sessions, *m_settings, *m_theme, m_log);
    // The platform without a screen takes it for 800×800; a person has more.
    window().resize(1180, 760);
    window().show();
    window().activateWindow();
    if (!QTest::qWaitForWindowActive(&window(), kPatience))
        qFatal("The window could not be shown.");
    window().start();
}

void Frame::click(const char *name) const
{
    auto *button = find<QPushButton>(name);
    if (!button || !button->isEnabled())
        QFAIL(name);
    QTest::mouseClick(button, Qt::LeftButton);
}

void Frame::type(const char *name, const QString &text) const
{
    auto *edit = find<QLineEdit>(name);
    if (!edit)
        QFAIL(name);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

} // namespace queuesmith

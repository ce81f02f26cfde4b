#include "window/shell/connectionmenu.h"

#include "window/session/environments.h"
#include "window/session/sessions.h"
#include "window/session/tenantsession.h"

namespace queuesmith {

ConnectionMenu::ConnectionMenu(Sessions &sessions, QWidget *parent)
    : QMenu(parent)
    , m_sessions(sessions)
{
    setAttribute(Qt::WA_DeleteOnClose);
    const QStringList saved = sessions.savedNames();
    for (const QString &name : saved) {
        const Result<Connection> connection = sessions.profiles().load(name);
        add(name, connection ? marksOf(connection.value()) : tr("can't be read"),
            [this, name] { m_sessions.choose(name); });
    }
    add(QString::fromLatin1(Sessions::kDemoName), environmentText(Environment::Demo),
        [this] { m_sessions.chooseDemo(); });
    addSeparator();
    connect(addAction(tr("Change or add a connection …")), &QAction::triggered, this,
        &ConnectionMenu::changeRequested);
}

void ConnectionMenu::add(
    const QString &name, const QString &marks, const std::function<void()> &choose)
{
    const auto isCurrent = [this, name] {
        const TenantSession *current = m_sessions.current();
        return current && current->connection().name == name;
    };
    QAction *action = addAction(
        QString(name).replace(u'&', QStringLiteral("&&")) + QStringLiteral(" · ") + marks);
    action->setCheckable(true);
    action->setChecked(isCurrent());
    connect(action, &QAction::triggered, this, [this, isCurrent, choose] {
        if (isCurrent())
            Q_EMIT currentChosen();
        else
            choose();
    });
}

} // namespace queuesmith

#include "workplace/userfiles.h"

#include <QStandardPaths>

namespace queuesmith {

QString userFile(const QString &name)
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/queuesmith/") + name;
}

QString usualAuditFile() { return userFile(QStringLiteral("audit.sqlite")); }

QString demoAuditFile(const QString &auditFile)
{
    const qsizetype slash = auditFile.lastIndexOf(u'/');
    return auditFile.left(slash + 1) + QStringLiteral("demo-") + auditFile.mid(slash + 1);
}

QString usualHistoryFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation)
        + QStringLiteral("/queuesmith/history.sqlite");
}

} // namespace queuesmith

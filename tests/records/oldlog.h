#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace queuesmith {

/// An operation as a run that is gone left it in a log of format 1.
struct OldOperation {
    QString queueName; ///< also its id
    QString state;
    QStringList clients; ///< whose intents are on record for it, in their order
    bool isUnreported = false;
    bool hasExport = false; ///< still to be delivered
};

/// Makes such a log for the tenant at `origin`, with that format's own statements.
void makeOldLog(const QString &file, const QString &origin, const QList<OldOperation> &operations);

} // namespace queuesmith

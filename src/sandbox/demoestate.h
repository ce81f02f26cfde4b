#pragma once

#include "callhistory.h"

#include <QJsonObject>
#include <QList>
#include <QSet>

#include <optional>

namespace queuesmith::sandbox {

struct QueueRecord {
    QJsonObject json; ///< a Queue of the contract
    int version = 1;
    std::optional<CallProfile> profile; ///< a queue that was created later has no history

    [[nodiscard]] QString id() const;
    [[nodiscard]] QByteArray etag() const;
};

/// Everything that the demo tenant holds. A value: a copy is another tenant.
class DemoEstate {
public:
    QList<QJsonObject> skills; ///< Skills of the contract
    QList<QueueRecord> queues; ///< oldest first
    QList<QJsonObject> exports; ///< with `status`, and the definition's members
    QDateTime historyFrom; ///< UTC; nothing is known of the time before

    [[nodiscard]] QueueRecord *findQueue(const QString &id);
    [[nodiscard]] bool hasSkill(const QString &id) const { return m_skillIds.contains(id); }

    void addSkill(const QJsonObject &skill);
    /// Gives a definition its id and dates and keeps it.
    QueueRecord &addQueue(QJsonObject definition, const QDateTime &created);
    QJsonObject addExport(QJsonObject definition, const QDateTime &created);

private:
    QSet<QString> m_skillIds;
    int m_queuesMade = 0;
    int m_exportsMade = 0;
};

} // namespace queuesmith::sandbox

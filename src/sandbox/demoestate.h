#pragma once

#include "sandbox/callhistory.h"

#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QStringList>

#include <memory>
#include <optional>

namespace queuesmith::sandbox {

struct QueueRecord {
    QJsonObject json; ///< a Queue of the contract
    int version = 1;
    std::optional<CallProfile> profile; ///< nothing without a history, as in a queue made later

    [[nodiscard]] QString id() const;
    [[nodiscard]] QByteArray etag() const;
};

/// What a tenant makes of the names that it is given.
struct NameForm {
    bool trims = false;
    bool lowers = false;
    bool composes = false; ///< Unicode's NFC

    [[nodiscard]] QString keptAs(const QString &name) const;
};

/// Everything that the demo tenant holds. A value: a copy is another tenant. For one thread.
class DemoEstate {
public:
    QList<QJsonObject> skills; ///< Skills of the contract
    QList<QueueRecord> queues; ///< oldest first
    QList<QJsonObject> exports; ///< with `status`, and the definition's members
    QStringList intervals; ///< of the history, in the contract's words
    NameForm names;
    QDateTime historyFrom; ///< UTC; nothing is known of the time before
    /// Shared by all copies, since a day is the same in each.
    std::shared_ptr<SimulatedDays> simulatedDays = std::make_shared<SimulatedDays>();

    [[nodiscard]] QueueRecord *findQueue(const QString &id);
    [[nodiscard]] bool hasSkill(const QString &id) const { return m_skillIds.contains(id); }

    void addSkill(const QJsonObject &skill);
    /// Gives a definition its id and dates and keeps it.
    QueueRecord &addQueue(QJsonObject definition, const QDateTime &created);
    /// The definition with its name as the tenant keeps it.
    [[nodiscard]] QJsonObject normalised(QJsonObject definition) const;
    QJsonObject addExport(QJsonObject definition, const QDateTime &created);

private:
    QSet<QString> m_skillIds;
    int m_queuesMade = 0;
    int m_exportsMade = 0;
};

} // namespace queuesmith::sandbox

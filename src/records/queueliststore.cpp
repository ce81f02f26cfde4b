#include "records/queueliststore.h"

#include "sqlite/database.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace queuesmith {

Status QueueListStore::follow(
    const Operation &operation, const std::optional<QStringList> &queueIds)
{
    if (!isOpen(operation.state))
        return drop(operation.id);
    return queueIds ? keep(operation.id, *queueIds) : Status(Done{});
}

Status QueueListStore::keep(const QString &operationId, const QStringList &queueIds)
{
    QStringList sorted = queueIds;
    sorted.sort();
    const QByteArray text =
        QJsonDocument(QJsonArray::fromStringList(sorted)).toJson(QJsonDocument::Compact);
    const QString id = QString::fromLatin1(
        QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().first(32));
    const Status kept =
        m_database.run(QStringLiteral("INSERT OR IGNORE INTO queue_list VALUES(?, ?)"),
            {id, QString::fromUtf8(text)});
    if (!kept)
        return kept;
    return m_database.run(
        QStringLiteral("INSERT OR REPLACE INTO listed_before VALUES(?, ?)"), {operationId, id});
}

Status QueueListStore::drop(const QString &operationId)
{
    const auto forgotten = m_database.change(
        QStringLiteral("DELETE FROM listed_before WHERE operation_id = ?"), {operationId});
    if (!forgotten)
        return forgotten.error();
    if (forgotten.value() == 0)
        return Done{};
    return m_database.run(QStringLiteral(
        "DELETE FROM queue_list WHERE id NOT IN (SELECT list_id FROM listed_before)"));
}

Result<std::optional<QSet<QString>>> QueueListStore::of(const QString &operationId)
{
    const auto text = m_database.value(
        QStringLiteral("SELECT queue_ids FROM queue_list JOIN listed_before "
                       "ON queue_list.id = listed_before.list_id WHERE operation_id = ?"),
        {operationId});
    if (!text)
        return text.error();
    const QJsonDocument json = QJsonDocument::fromJson(text.value().toString().toUtf8());
    if (!json.isArray())
        return std::optional<QSet<QString>>();
    QSet<QString> ids;
    const QJsonArray array = json.array();
    for (const QJsonValue &id : array)
        ids.insert(id.toString());
    return std::optional(ids);
}

} // namespace queuesmith

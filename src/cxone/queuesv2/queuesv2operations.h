#pragma once

#include "connection.h"
#include "error.h"
#include "httptypes.h"
#include "tenantclient.h"

#include <QJsonObject>

#include <optional>

namespace queuesmith::queuesv2 {

/// An operation of the contract, as far as a refusal of it must be explained.
struct Operation {
    const char *id; ///< operationId
    const char *scope;
    const char *feature; ///< in words for a Sentence: `list queues`
    std::optional<Capability> assumed; ///< set where a tenant may lack it
};

inline constexpr Operation kListSkills{
    "listSkills", "skill:read", QT_TRANSLATE_NOOP("queuesmith::Sentence", "list skills"), {}};
inline constexpr Operation kListQueues{"listQueues", "queue:read",
    QT_TRANSLATE_NOOP("queuesmith::Sentence", "list queues"), Capability::ListQueues};
inline constexpr Operation kGetQueue{
    "getQueue", "queue:read", QT_TRANSLATE_NOOP("queuesmith::Sentence", "read a queue"), {}};
inline constexpr Operation kCreateQueue{
    "createQueue", "queue:create", QT_TRANSLATE_NOOP("queuesmith::Sentence", "create queues"), {}};
inline constexpr Operation kUpdateQueue{"updateQueue", "queue:update",
    QT_TRANSLATE_NOOP("queuesmith::Sentence", "change queues"), Capability::UpdateQueue};
inline constexpr Operation kQueryDetails{"queryQueueDetails", "analytics:read",
    QT_TRANSLATE_NOOP("queuesmith::Sentence", "read wait-time history"), {}};
inline constexpr Operation kListExports{"listExports", "eventstream:read",
    QT_TRANSLATE_NOOP("queuesmith::Sentence", "list exports"), Capability::ListExports};
inline constexpr Operation kCreateExport{"createExport", "eventstream:write",
    QT_TRANSLATE_NOOP("queuesmith::Sentence", "create exports"), {}};

[[nodiscard]] HttpRequest listSkills(const QUrl &base, int page, int pageSize);
[[nodiscard]] HttpRequest listQueues(const QUrl &base, const QString &name, int page, int pageSize);
[[nodiscard]] HttpRequest getQueue(const QUrl &base, const QString &id);
[[nodiscard]] HttpRequest createQueue(
    const QUrl &base, const QJsonObject &body, const QString &idempotencyKey);
/// Without `etag` nothing keeps another client's change from being overwritten.
[[nodiscard]] HttpRequest updateQueue(
    const QUrl &base, const QString &id, const QJsonObject &body, const QByteArray &etag);
[[nodiscard]] HttpRequest listExports(const QUrl &base, int page, int pageSize);
[[nodiscard]] HttpRequest createExport(const QUrl &base, const EventStreamOrder &order);
[[nodiscard]] QUrl tokenUrl(const QUrl &base);

/// What the requests are made of.
[[nodiscard]] QUrl endpoint(const QUrl &base, const QString &path);
[[nodiscard]] HttpRequest post(
    const Operation &operation, const QUrl &url, const QJsonObject &body, HttpEffect effect);
[[nodiscard]] QJsonObject idEquals(const QString &queueId);

/// The error of an outcome, with what this dialect knows: the missing scope, the lacking feature.
[[nodiscard]] Error explain(const Operation &operation, const HttpOutcome &outcome);

/// The error of a change that was answered 404 and whose queue couldn't be read either, which
/// leaves open whether the queue or the operation is missing.
[[nodiscard]] Error explainMissing(const HttpOutcome &outcome);

} // namespace queuesmith::queuesv2

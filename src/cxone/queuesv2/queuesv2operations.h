#pragma once

#include "cxone/connection.h"
#include "cxone/tenantclient.h"
#include "domain/error.h"
#include "http/httptypes.h"

#include <QJsonObject>

namespace queuesmith::queuesv2 {

/// An operation of the contract, as far as a refusal of it must be explained.
struct Operation {
    const char *id; ///< operationId
    const char *scope;
    Words feature; ///< `list queues`
    bool isAssumed = false; ///< a tenant may lack it
};

inline constexpr Operation kListSkills{"listSkills", "skill:read", Sentence::tr("list skills")};
inline constexpr Operation kListQueues{
    "listQueues", "queue:read", Sentence::tr("list queues"), true};
inline constexpr Operation kGetQueue{"getQueue", "queue:read", Sentence::tr("read a queue")};
inline constexpr Operation kCreateQueue{
    "createQueue", "queue:create", Sentence::tr("create queues")};
inline constexpr Operation kUpdateQueue{
    "updateQueue", "queue:update", Sentence::tr("change queues"), true};
inline constexpr Operation kQueryDetails{
    "queryQueueDetails", "analytics:read", Sentence::tr("read wait-time history")};
inline constexpr Operation kListExports{
    "listExports", "eventstream:read", Sentence::tr("list exports"), true};
inline constexpr Operation kCreateExport{
    "createExport", "eventstream:write", Sentence::tr("create exports")};

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

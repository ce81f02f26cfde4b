#pragma once

#include "cxone/call.h"
#include "cxone/historyquery.h"
#include "domain/queue.h"
#include "domain/result.h"
#include "domain/tenantid.h"
#include "http/httptypes.h"

#include <QFlags>
#include <QJsonArray>
#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>

namespace queuesmith {

/// What a dialect may lack and callers ask about before they rely on it. A call to what is lacking,
/// in the dialect or in the tenant, gives an error of kind Unsupported, never a crash.
enum class Capability {
    ExportEvents = 0x01, ///< the tenant itself delivers event streams
    Scopes = 0x02, ///< tokens tell scopes
};
Q_DECLARE_FLAGS(Capabilities, Capability)
Q_DECLARE_OPERATORS_FOR_FLAGS(Capabilities)

/// What a client may want to do; the dialect knows which scope it takes.
enum class Right {
    ReadQueues,
    CreateQueues,
    UpdateQueues,
    ReadSkills,
    ReadHistory,
    ReadExports,
    CreateExports,
};

/// Answer to the request that creates a queue.
struct CreateAnswer {
    HttpOutcome http;
    std::optional<Queue> queue; ///< as the tenant answered; set when http.applied is Yes
};

/// Answer to the request that changes a queue.
struct UpdateAnswer {
    HttpOutcome http;
    std::optional<Queue> queue; ///< as the tenant answered; set when http.applied is Yes
};

struct EventStreamExport {
    ExportId id;
    QString name;
    QString status; ///< `initiated`, `active`, `failed`; the contract's default filled in
};

struct EventStreamOrder {
    QString name;
    QueueId queue;
    QUrl endpoint;
    HttpHeaders headers;
};

struct ExportAnswer {
    HttpOutcome http;
    std::optional<EventStreamExport> stream;
};

/// One line of the connection check.
struct CheckLine {
    QString name;
    bool ok = false;
    Sentence detail;
    QString missingScope;
    bool isNeeded = true; ///< false: queues can be created, exported and recorded without it
    bool isForWriting = false; ///< needed only by those who change the tenant
    bool isAboutRights = false; ///< token or scope: only an administrator of the tenant can help
};

struct CheckReport {
    QList<CheckLine> lines;

    [[nodiscard]] bool ok() const; ///< everything that is needed is there
    [[nodiscard]] bool tokenOrScopeFailed() const;
    /// The same for a connection through which nothing is sent that changes the tenant.
    [[nodiscard]] CheckReport forReading() const;
};

/// A tenant, whatever its dialect. Every call returns at once; `done` is called exactly once from
/// the event loop, unless `context` or the client died before. No error quotes a known secret. The
/// returned Call is for watching and cancelling, and belongs to `context`. Lives on one thread.
class TenantClient : public QObject {
    Q_OBJECT

public:
    template <typename T> using Done = std::function<void(T)>;
    /// What a page of a list brings, without what an earlier page had; from the event loop, never
    /// after the call was cancelled.
    template <typename T> using OnPage = std::function<void(const QList<T> &items)>;

    using QObject::QObject;

    [[nodiscard]] virtual TenantId tenantId() const = 0;
    [[nodiscard]] virtual Capabilities capabilities() const = 0;
    /// The scope that a right takes; empty where the dialect has none.
    [[nodiscard]] virtual QString scopeFor(Right right) const = 0;

    /// Scopes of the token; an empty optional when the tenant doesn't tell.
    virtual void signIn(QObject *context, Done<Result<std::optional<QStringList>>> done) = 0;

    /// `onPage` is for a table that fills while the list is read; only `done` says whether it is
    /// complete.
    virtual Call *listSkills(
        QObject *context, Done<Result<Listing<Skill>>> done, OnPage<Skill> onPage = {}) = 0;
    virtual Call *listQueues(
        QObject *context, Done<Result<Listing<Queue>>> done, OnPage<Queue> onPage = {}) = 0;
    /// Queues of exactly this name; names need not be unique.
    virtual Call *findQueues(
        const QString &name, QObject *context, Done<Result<Listing<Queue>>> done) = 0;
    virtual Call *readQueue(const QueueId &id, QObject *context, Done<Result<Queue>> done) = 0;

    /// `body` is QueueDefinition's JSON. Sent again only when it certainly was not applied.
    virtual Call *createQueue(const QJsonObject &body, const QString &idempotencyKey,
        const RequestLimits &limits, QObject *context, Done<CreateAnswer> done) = 0;

    /// `body` is the whole queue without what the tenant gives it; see changedBody(). With an
    /// `etag` the tenant changes the queue only if it still is as it was read then (412 otherwise).
    /// Sent again only when it certainly was not applied. Kind Unsupported: the tenant can't change
    /// queues; NotFound: the queue is gone, or it can't be told.
    virtual Call *updateQueue(const QueueId &id, const QJsonObject &body, const QByteArray &etag,
        const RequestLimits &limits, QObject *context, Done<UpdateAnswer> done) = 0;

    virtual Call *createExport(
        const EventStreamOrder &order, QObject *context, Done<ExportAnswer> done) = 0;
    /// The export of exactly this name, if there is one.
    virtual Call *findExport(const QString &name, QObject *context,
        Done<Result<std::optional<EventStreamExport>>> done) = 0;

    /// A queue's history, read in one request that may be repeated. Kind Refused with httpStatus
    /// 400 to another interval than Daily: the tenant has coarser ones only. Kind NotAllowed names
    /// the scope that is missing; BadAnswer: garbage, or far more than was asked for. The answer is
    /// read on another thread.
    virtual Call *queryHistory(
        const HistoryQuery &query, QObject *context, Done<Result<HistoryAnswer>> done) = 0;

    /// Token, scopes and each endpoint that the features need. Changes nothing.
    virtual void check(QObject *context, Done<CheckReport> done) = 0;

    /// The log of requests can't be written any further; requests go on.
    Q_SIGNAL void logFailed(const queuesmith::Error &error);
};

} // namespace queuesmith

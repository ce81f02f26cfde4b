#pragma once

#include "cxone/connection.h"
#include "cxone/pagecollector.h"
#include "cxone/queuesv2/queuesv2operations.h"
#include "cxone/tenantclient.h"

namespace queuesmith {

class HttpClient;
class TokenSource;

/// The customer's contract, `queues-v2`.
class QueuesV2Client final : public TenantClient {
    Q_OBJECT

public:
    /// `limits` hold for every request but createQueue and updateQueue, which bring their own.
    QueuesV2Client(HttpClient &http, TokenSource &tokens, const TenantId &id, const QUrl &baseUrl,
        const RequestLimits &limits, QObject *parent = nullptr);

    [[nodiscard]] TenantId tenantId() const override { return m_id; }
    [[nodiscard]] Capabilities capabilities() const override
    {
        return Capability::ExportEvents | Capability::Scopes;
    }
    [[nodiscard]] QString scopeFor(Right right) const override;

    void signIn(QObject *context, Done<Result<std::optional<QStringList>>> done) override;
    Call *listSkills(
        QObject *context, Done<Result<Listing<Skill>>> done, OnPage<Skill> onPage) override;
    Call *listQueues(
        QObject *context, Done<Result<Listing<Queue>>> done, OnPage<Queue> onPage) override;
    Call *findQueues(
        const QString &name, QObject *context, Done<Result<Listing<Queue>>> done) override;
    Call *readQueue(const QueueId &id, QObject *context, Done<Result<Queue>> done) override;
    Call *createQueue(const QJsonObject &body, const QString &idempotencyKey,
        const RequestLimits &limits, QObject *context, Done<CreateAnswer> done) override;
    Call *updateQueue(const QueueId &id, const QJsonObject &body, const QByteArray &etag,
        const RequestLimits &limits, QObject *context, Done<UpdateAnswer> done) override;
    Call *createExport(
        const EventStreamOrder &order, QObject *context, Done<ExportAnswer> done) override;
    Call *findExport(const QString &name, QObject *context,
        Done<Result<std::optional<EventStreamExport>>> done) override;
    Call *queryHistory(
        const HistoryQuery &query, QObject *context, Done<Result<HistoryAnswer>> done) override;
    void check(QObject *context, Done<CheckReport> done) override;

private:
    template <typename T> struct PagedList;

    void send(Call *call, const HttpRequest &request, const RequestLimits &limits,
        const AnswerReader &reader, std::function<void(const HttpOutcome &)> done);
    /// `done` gets what the answer held; null when the request wasn't applied.
    template <typename T>
    void ask(Call *call, const HttpRequest &request, const RequestLimits &limits,
        std::function<Result<T>(const HttpResponse &)> read,
        std::function<void(const HttpOutcome &, const T *)> done);
    template <typename T>
    [[nodiscard]] std::optional<Error> givenUp(const PagedList<T> &list, bool more) const;
    template <typename T> void readNextPage(Call *call, std::shared_ptr<PagedList<T>> list);
    template <typename T>
    Call *readPages(const queuesv2::Operation &operation,
        std::function<HttpRequest(int page)> request, Result<Page<T>> (*read)(const HttpResponse &),
        QObject *context, Done<Result<Listing<T>>> done, OnPage<T> onPage = {});
    Call *readQueuePages(const QString &name, QObject *context, Done<Result<Listing<Queue>>> done,
        OnPage<Queue> onPage);
    void tellMissing(Call *call, const QueueId &id, UpdateAnswer answer, Done<UpdateAnswer> done);

    HttpClient &m_http;
    TokenSource &m_tokens;
    TenantId m_id;
    QUrl m_baseUrl;
    RequestLimits m_limits;
};

} // namespace queuesmith

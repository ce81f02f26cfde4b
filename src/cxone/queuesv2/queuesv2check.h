#pragma once

#include "cxone/queuesv2/queuesv2operations.h"
#include "cxone/tenantclient.h"

#include <QObject>
#include <QPointer>
#include <QUrl>

#include <functional>
#include <optional>

namespace queuesmith {

class HttpClient;

/// Goes through the lines of a check one after the other, and ends itself. Nobody is told once
/// `http` is gone.
class QueuesV2Check final : public QObject {
    Q_OBJECT

public:
    QueuesV2Check(
        HttpClient &http, const QUrl &baseUrl, const RequestLimits &limits, QObject *parent);

    /// `grant`: what signing in gave.
    void start(
        const Result<std::optional<QStringList>> &grant, std::function<void(CheckReport)> done);

private:
    void tryQueues();
    void tryHistory(const QString &queueId);
    void tryExports();
    /// `next` gets what the answer held; null when there was none that can be used.
    template <typename T>
    void tryEndpoint(const queuesv2::Operation &operation, const HttpRequest &request,
        std::function<Result<T>(const HttpResponse &)> read, std::function<void(const T *)> next);
    void finish();
    void add(const CheckLine &line) { m_report.lines.append(line); }

    QPointer<HttpClient> m_http;
    QUrl m_baseUrl;
    RequestLimits m_limits;
    std::optional<QStringList> m_scopes;
    CheckReport m_report;
    std::function<void(CheckReport)> m_done;
};

} // namespace queuesmith

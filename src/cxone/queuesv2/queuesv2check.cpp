#include "cxone/queuesv2/queuesv2check.h"

#include "cxone/queuesv2/queuesv2history.h"
#include "cxone/queuesv2/queuesv2json.h"
#include "http/answerdecoder.h"
#include "http/httpclient.h"

namespace queuesmith {

namespace {

using queuesv2::Operation;

CheckLine passed(const QString &name, const Sentence &detail)
{
    CheckLine line;
    line.name = name;
    line.ok = true;
    line.detail = detail;
    return line;
}

CheckLine failed(const QString &name, const Error &error)
{
    CheckLine line;
    line.name = name;
    line.detail = wholeSentence(error);
    line.missingScope = error.missingScope;
    line.isAboutRights = error.kind == ErrorKind::NotAllowed || !error.missingScope.isEmpty();
    return line;
}

/// A right that can't be tried without changing something: the token's scopes are all there is to
/// ask.
CheckLine scopeLine(const Operation &operation, const std::optional<QStringList> &scopes)
{
    const QString name = QString::fromLatin1(operation.id);
    const QString scope = QString::fromLatin1(operation.scope);
    if (!scopes)
        return passed(name,
            Sentence::tr("Not tried, since it would change something; the tenant does not report "
                         "the token's scopes."));
    if (scopes->contains(scope))
        return passed(name,
            Sentence::tr("Not tried, since it would change something; the token has the scope %1.",
                {scope}));
    CheckLine line;
    line.name = name;
    line.detail = Sentence::tr(
        "The client is missing the scope %1. Add it in the developer portal.", {scope});
    line.missingScope = scope;
    line.isAboutRights = true;
    return line;
}

/// The same for an operation that changes the tenant.
CheckLine writingLine(const Operation &operation, const std::optional<QStringList> &scopes)
{
    CheckLine line = scopeLine(operation, scopes);
    line.isForWriting = true;
    return line;
}

} // namespace

QueuesV2Check::QueuesV2Check(
    HttpClient &http, const QUrl &baseUrl, const RequestLimits &limits, QObject *parent)
    : QObject(parent)
    , m_http(&http)
    , m_baseUrl(baseUrl)
    , m_limits(limits)
{
}

void QueuesV2Check::start(
    const Result<std::optional<QStringList>> &grant, std::function<void(CheckReport)> done)
{
    m_done = std::move(done);
    if (!grant) {
        m_report.lines.append(failed(QStringLiteral("token"), grant.error()));
        finish();
        return;
    }
    m_scopes = grant.value();
    m_report.lines.append(
        passed(QStringLiteral("token"), Sentence::tr("The tenant issued a token.")));
    m_report.lines.append(passed(QStringLiteral("scopes"),
        m_scopes ? Sentence::tr(
            "The token has: %1.", {m_http->secrets().masked(m_scopes->join(QStringLiteral(", ")))})
                 : Sentence::tr("The tenant does not report the token's scopes.")));
    tryEndpoint<Page<Skill>>(queuesv2::kListSkills, queuesv2::listSkills(m_baseUrl, 1, 1),
        queuesv2::readSkillPage, [this](const Page<Skill> *) { tryQueues(); });
}

void QueuesV2Check::tryQueues()
{
    tryEndpoint<Page<Queue>>(queuesv2::kListQueues, queuesv2::listQueues(m_baseUrl, {}, 1, 1),
        queuesv2::readQueuePage, [this](const Page<Queue> *page) {
            add(writingLine(queuesv2::kCreateQueue, m_scopes));
            CheckLine update = writingLine(queuesv2::kUpdateQueue, m_scopes);
            update.isNeeded = false;
            add(update);
            tryHistory(page && !page->items.isEmpty() ? page->items.first().id.value : QString());
        });
}

void QueuesV2Check::tryHistory(const QString &queueId)
{
    if (queueId.isEmpty()) {
        add(scopeLine(queuesv2::kQueryDetails, m_scopes));
        tryExports();
        return;
    }
    // Only whether the answer can be read matters here, not which time its records are of.
    const HistoryQuery query = HistoryQuery::simpleRule(QueueId{queueId}, 0);
    tryEndpoint<HistoryAnswer>(
        queuesv2::kQueryDetails, queuesv2::queryDetails(m_baseUrl, query),
        [query](const HttpResponse &response) { return queuesv2::readHistory(response, query); },
        [this](const HistoryAnswer *) { tryExports(); });
}

void QueuesV2Check::tryExports()
{
    tryEndpoint<Page<EventStreamExport>>(queuesv2::kListExports,
        queuesv2::listExports(m_baseUrl, 1, 1), queuesv2::readExportPage,
        [this](const Page<EventStreamExport> *) {
            add(writingLine(queuesv2::kCreateExport, m_scopes));
            finish();
        });
}

template <typename T>
void QueuesV2Check::tryEndpoint(const Operation &operation, const HttpRequest &request,
    std::function<Result<T>(const HttpResponse &)> read, std::function<void(const T *)> next)
{
    const AnswerDecoder<T> decoder(std::move(read));
    HttpJob *job = m_http->send(request, m_limits, decoder.reader(), this);
    connect(job, &HttpJob::finished, this,
        [this, job, decoder, &operation, next = std::move(next)](const HttpOutcome &outcome) {
            job->deleteLater();
            if (!m_http) {
                deleteLater(); // the client is gone, and nobody is to be told
                return;
            }
            const QString name = QString::fromLatin1(operation.id);
            const bool isAnswered = outcome.applied == Applied::Yes;
            if (isAnswered)
                add(passed(name, Sentence::tr("Answers according to the contract.")));
            else
                add(failed(name, queuesv2::explain(operation, outcome)));
            next(isAnswered ? &decoder.value() : nullptr);
        });
}

void QueuesV2Check::finish()
{
    deleteLater();
    m_done(m_report);
}

} // namespace queuesmith

#include "httprig.h"

#include <QElapsedTimer>
#include <QRegularExpression>

using namespace queuesmith;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

const QByteArray kCreated = "{\"id\":\"q-1\"}";

QString codeOf(const HttpOutcome &outcome)
{
    return outcome.error ? outcome.error->code : QString();
}

} // namespace

/// One logical request and its answer, against a real server.
class TestHttpJob : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void createsAtOnce();
    void sendsWhatItShould();
    void outcomeOfOneAnswer_data();
    void outcomeOfOneAnswer();
    void tokenIsRefreshedOnce();
    void tokenIsTakenForEachAttempt();
    void authorizationFails();
    void unauthorizedRequestHasNoHeader();
    void unusableUrls_data();
    void unusableUrls();
    void answerIsCapped();
    void headersWithoutEndAreGivenUp_data();
    void headersWithoutEndAreGivenUp();
    void fieldErrorsAreRead();
};

void TestHttpJob::createsAtOnce()
{
    HttpRig<SystemClock> rig;
    rig.server.script(ScriptedAnswer::json(201, kCreated, {{"ETag", "\"1\""}}));
    HttpJob *job = rig.send(rig.post());
    QSignalSpy started(job, &HttpJob::attemptStarted);
    QSignalSpy waited(job, &HttpJob::waiting);
    QSignalSpy finished(job, &HttpJob::finished);
    QVERIFY(finished.isEmpty());

    const HttpOutcome outcome = rig.outcomeOf(job);
    QCOMPARE(outcome.applied, Applied::Yes);
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.response.status, 201);
    QCOMPARE(outcome.response.body, kCreated);
    QCOMPARE(outcome.response.header("etag"), QByteArray("\"1\""));
    QCOMPARE(outcome.attempts, 1);
    QCOMPARE(started.size(), 1);
    QCOMPARE(started.first(), (QVariantList{1, 5}));
    QVERIFY(waited.isEmpty());
    job->cancel();
    job->retryNow();
    QVERIFY(makeRoundTrips());
    QCOMPARE(finished.size(), 1);
}

void TestHttpJob::sendsWhatItShould()
{
    HttpRig<SystemClock> rig;
    rig.server.script(ScriptedAnswer::json(503));
    rig.server.script(ScriptedAnswer::json(200, kCreated));
    HttpRequest request = rig.get(QStringLiteral("/api/v2/queues?page=1&name=a%20b"));
    request.headers = {{"Accept", "application/json"}};
    QCOMPARE(rig.run(request).applied, Applied::Yes);

    const SeenRequest &first = rig.server.requests().at(0);
    const SeenRequest &second = rig.server.requests().at(1);
    QCOMPARE(first.method, QByteArray("GET"));
    QCOMPARE(first.target, QByteArray("/api/v2/queues?page=1&name=a%20b"));
    QCOMPARE(first.header("Accept"), QByteArray("application/json"));
    QCOMPARE(first.header("Authorization"), QByteArray("Bearer token-1"));
    QVERIFY(first.header("User-Agent").startsWith("Queuesmith/"));
    QVERIFY(!first.header("X-Request-Id").isEmpty());
    QCOMPARE(second.header("X-Request-Id"), first.header("X-Request-Id"));

    rig.server.script(ScriptedAnswer::json(201, kCreated, {{"Set-Cookie", "a=b"}}));
    rig.server.script(ScriptedAnswer::json(201, kCreated));
    HttpRequest post = rig.post("{\"n\":1}");
    post.requestId = QStringLiteral("r-1");
    QCOMPARE(rig.run(post).applied, Applied::Yes);
    QCOMPARE(rig.run(post).applied, Applied::Yes);
    const SeenRequest &sent = rig.server.requests().at(3);
    QCOMPARE(sent.method, QByteArray("POST"));
    QCOMPARE(sent.body, QByteArray("{\"n\":1}"));
    QCOMPARE(sent.header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(sent.header("Content-Length"), QByteArray("7"));
    QCOMPARE(sent.header("X-Request-Id"), QByteArray("r-1"));
    QCOMPARE(sent.header("Cookie"), QByteArray());
}

void TestHttpJob::outcomeOfOneAnswer_data()
{
    QTest::addColumn<ScriptedAnswer>("answer");
    QTest::addColumn<Applied>("applied");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const ScriptedAnswer &answer, Applied applied,
                         ErrorKind kind, const QString &code) {
        QTest::newRow(name) << answer << applied << kind << code;
    };
    const auto refused = [&row](int status, ErrorKind kind, const QString &code) {
        row(QByteArray::number(status).constData(), ScriptedAnswer::json(status), Applied::No, kind,
            code);
    };
    const auto unknown = [&row](
                             const char *name, const ScriptedAnswer &answer, const QString &code) {
        row(name, answer, Applied::Unknown, ErrorKind::UnknownEffect, code);
    };
    refused(400, ErrorKind::Refused, QStringLiteral("bad_request"));
    refused(403, ErrorKind::NotAllowed, QStringLiteral("forbidden"));
    refused(404, ErrorKind::NotFound, QStringLiteral("not_found"));
    refused(405, ErrorKind::Unsupported, QStringLiteral("method_not_allowed"));
    refused(412, ErrorKind::Conflict, QStringLiteral("precondition_failed"));
    refused(413, ErrorKind::Refused, QStringLiteral("too_large"));
    refused(415, ErrorKind::Refused, QStringLiteral("unsupported_media_type"));
    refused(422, ErrorKind::Refused, QStringLiteral("unprocessable"));
    refused(501, ErrorKind::Unsupported, QStringLiteral("not_implemented"));
    row("409", ScriptedAnswer::json(409), Applied::Unknown, ErrorKind::Conflict,
        QStringLiteral("conflict"));
    unknown("408", ScriptedAnswer::json(408), QStringLiteral("request_timeout"));
    unknown("500", ScriptedAnswer::json(500), QStringLiteral("server_error"));
    unknown("502", ScriptedAnswer::json(502), QStringLiteral("bad_gateway"));
    unknown("503", ScriptedAnswer::json(503), QStringLiteral("unavailable"));
    unknown("504", ScriptedAnswer::json(504), QStringLiteral("gateway_timeout"));
    unknown("202", ScriptedAnswer::json(202, kCreated), QStringLiteral("bad_answer"));
    unknown("no id", ScriptedAnswer::json(201, "{}"), QStringLiteral("bad_answer"));
    unknown("a web page",
        ScriptedAnswer::raw(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nhi", false),
        QStringLiteral("html_answer"));
    unknown("closed", ScriptedAnswer::closed(), QStringLiteral("connection_closed"));
    // A server may ask for other credentials in a way that Qt would like to answer by itself.
    row("407", ScriptedAnswer::json(407, "{}", {{"Proxy-Authenticate", "Basic realm=\"x\""}}),
        Applied::No, ErrorKind::Refused, QStringLiteral("refused"));
}

void TestHttpJob::outcomeOfOneAnswer()
{
    QFETCH(ScriptedAnswer, answer);
    QFETCH(Applied, applied);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, code);
    HttpRig<SystemClock> rig;
    rig.server.script(answer);

    const HttpOutcome outcome = rig.run(rig.post());

    QCOMPARE(outcome.applied, applied);
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->code, code);
    QCOMPARE(outcome.error->kind, kind);
    QVERIFY(!outcome.error->message.isEmpty());
    QVERIFY(!outcome.error->requestId.isEmpty());
    QCOMPARE(rig.server.requests().size(), 1);
}

void TestHttpJob::tokenIsRefreshedOnce()
{
    HttpRig<SystemClock> rig;
    rig.limits.maxAttempts = 1;
    rig.server.script(ScriptedAnswer::json(401, "{}", {{"WWW-Authenticate", "Basic realm=\"x\""}}));
    rig.server.script(ScriptedAnswer::json(201, kCreated));
    HttpOutcome outcome = rig.run(rig.post());
    QCOMPARE(outcome.applied, Applied::Yes);
    QCOMPARE(rig.server.requests().size(), 2);
    QCOMPARE(rig.server.requests().at(0).header("Authorization"), QByteArray("Bearer token-1"));
    QCOMPARE(rig.server.requests().at(1).header("Authorization"), QByteArray("Bearer token-2"));
    QCOMPARE(rig.authorizer.refusals, QList<QByteArray>{"Bearer token-1"});

    HttpRig<SystemClock> stubborn;
    stubborn.server.otherwise(ScriptedAnswer::json(401));
    outcome = stubborn.run(stubborn.post());
    QCOMPARE(outcome.applied, Applied::No);
    QCOMPARE(outcome.error->kind, ErrorKind::NotAllowed);
    QCOMPARE(codeOf(outcome), QStringLiteral("unauthorized"));
    QCOMPARE(stubborn.server.requests().size(), 2);
}

void TestHttpJob::tokenIsTakenForEachAttempt()
{
    HttpRig<SystemClock> rig;
    rig.server.script(ScriptedAnswer::json(429));
    rig.server.script(ScriptedAnswer::json(429));
    rig.server.script(ScriptedAnswer::json(201, kCreated));
    QCOMPARE(rig.run(rig.post()).applied, Applied::Yes);
    QCOMPARE(rig.authorizer.asked, 3);
}

void TestHttpJob::authorizationFails()
{
    HttpRig<SystemClock> rig;
    Error error;
    error.kind = ErrorKind::NotAllowed;
    error.code = QStringLiteral("invalid_client");
    rig.authorizer.error = error;
    const HttpOutcome outcome = rig.run(rig.post());
    QCOMPARE(outcome.applied, Applied::No);
    QCOMPARE(codeOf(outcome), QStringLiteral("invalid_client"));
    QCOMPARE(outcome.attempts, 0);
    QCOMPARE(rig.server.connections(), 0);
}

void TestHttpJob::unauthorizedRequestHasNoHeader()
{
    HttpRig<SystemClock> rig;
    rig.server.script(
        ScriptedAnswer::json(401, "{\"error\":\"invalid_client\",\"message\":\"s3cret\"}"));
    HttpRequest request = rig.post("grant_type=client_credentials");
    request.authorized = false;
    const HttpOutcome outcome = rig.run(request);
    QCOMPARE(rig.authorizer.asked, 0);
    QVERIFY(rig.authorizer.refusals.isEmpty());
    QCOMPARE(rig.server.requests().first().header("Authorization"), QByteArray());
    QCOMPARE(codeOf(outcome), QStringLiteral("unauthorized"));
    QVERIFY(!outcome.error->message.contains(QStringLiteral("s3cret")));
    QVERIFY(outcome.response.body.contains("invalid_client"));
}

void TestHttpJob::unusableUrls_data()
{
    QTest::addColumn<QString>("url");
    for (const QString &url :
        {QStringLiteral("http://example.com/"), QStringLiteral("ftp://127.0.0.1/"),
            QStringLiteral("http://user:secret@127.0.0.1/"), QStringLiteral("https://"), QString(),
            QStringLiteral("file:///etc/passwd"), QStringLiteral("http://127.0.0.1.example.com/")})
        QTest::newRow(qPrintable(url.isEmpty() ? QStringLiteral("(empty)") : url)) << url;
}

void TestHttpJob::unusableUrls()
{
    QFETCH(QString, url);
    HttpRig<SystemClock> rig;
    HttpRequest request = rig.post();
    request.url = QUrl(url);
    const HttpOutcome outcome = rig.run(request);
    QCOMPARE(outcome.applied, Applied::No);
    QCOMPARE(outcome.error->kind, ErrorKind::Usage);
    QVERIFY(!outcome.error->message.contains(QStringLiteral("secret")));
    QCOMPARE(rig.authorizer.asked, 0);
}

void TestHttpJob::answerIsCapped()
{
    HttpRig<SystemClock> rig;
    rig.server.script(
        ScriptedAnswer::json(200, "{\"id\":\"" + QByteArray(kMaxAnswerBytes, 'x') + "\"}"));
    const HttpOutcome outcome = rig.run(rig.get());
    QCOMPARE(codeOf(outcome), QStringLiteral("answer_too_large"));
    QCOMPARE(outcome.applied, Applied::No);
    QVERIFY(outcome.response.body.isEmpty());
    QCOMPARE(rig.server.requests().size(), 1);

    rig.server.script(
        ScriptedAnswer::json(200, "{\"id\":\"" + QByteArray(kMaxAnswerBytes - 9, 'x') + "\"}"));
    QCOMPARE(rig.run(rig.get()).applied, Applied::Yes);
}

void TestHttpJob::headersWithoutEndAreGivenUp_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("part"); // again and again, 30 MB of it
    QTest::newRow("many") << QByteArray("HTTP/1.1 201 Created\r\n")
                          << QByteArray("X-Header: " + QByteArray(90, 'x') + "\r\n");
    QTest::newRow("small ones") << QByteArray("HTTP/1.1 201 Created\r\n") << QByteArray("A: b\r\n");
    QTest::newRow("a long one") << QByteArray("HTTP/1.1 201 Created\r\nX-Header: ")
                                << QByteArray(100, 'x');
    QTest::newRow("a status line") << QByteArray("HTTP/1.1 201 ") << QByteArray(100, 'x');
}
void TestHttpJob::headersWithoutEndAreGivenUp()
{
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, part);
    HttpRig<SystemClock> rig;
    ScriptedAnswer flood = ScriptedAnswer::raw(start + part.repeated(30'000'000 / part.size()));
    flood.close = false;
    rig.server.otherwise(flood);
    QElapsedTimer timer;
    timer.start();
    for (const HttpRequest &request : {rig.post(), rig.get()}) {
        const HttpOutcome outcome = rig.run(request);
        QCOMPARE(codeOf(outcome), QStringLiteral("headers_too_large"));
        QCOMPARE(outcome.applied,
            request.effect == HttpEffect::Changes ? Applied::Unknown : Applied::No);
        QVERIFY2(outcome.error->message.contains(QLatin1StringView("answered")),
            qPrintable(outcome.error->message));
    }
    QCOMPARE(rig.server.requests().size(), 2);
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

void TestHttpJob::fieldErrorsAreRead()
{
    HttpRig<SystemClock> rig;
    rig.server.script(ScriptedAnswer::json(400,
        R"({"code":"invalid","message":"Two\n\tfields \u0007are wrong","correlationId":"c-9",
            "errors":[{"field":"capacity","code":"range","message":"1 to 5000"},
                      {"field":"overflow.overflowThreshold"}, 7, {}]})"));
    HttpOutcome outcome = rig.run(rig.post());
    QCOMPARE(outcome.error->fields.size(), 2);
    QCOMPARE(outcome.error->fields.at(0).field, QStringLiteral("capacity"));
    QCOMPARE(outcome.error->fields.at(0).code, QStringLiteral("range"));
    QCOMPARE(outcome.error->fields.at(0).message, QStringLiteral("1 to 5000"));
    QCOMPARE(outcome.error->fields.at(1).field, QStringLiteral("overflow.overflowThreshold"));
    QCOMPARE(outcome.error->requestId, QStringLiteral("c-9"));
    QVERIFY(outcome.error->message.contains(QStringLiteral("“Two fields are wrong”")));

    rig.server.script(ScriptedAnswer::json(422, "{\"message\":\"" + QByteArray(500, 'm') + "\"}"));
    outcome = rig.run(rig.post());
    QVERIFY(outcome.error->message.contains(QString(199, QLatin1Char('m')) + QChar(0x2026)));
    QVERIFY(!outcome.error->message.contains(QString(200, QLatin1Char('m'))));

    rig.server.script(ScriptedAnswer::json(400, "<nonsense"));
    outcome = rig.run(rig.post());
    QVERIFY(outcome.error->fields.isEmpty());
    QCOMPARE(codeOf(outcome), QStringLiteral("bad_request"));

    // A tenant that repeats the token in its answer isn't quoted.
    rig.server.script(ScriptedAnswer::json(400, "{\"message\":\"bad token-1 there\"}"));
    outcome = rig.run(rig.post());
    QVERIFY(!outcome.error->message.contains(QStringLiteral("token-1")));
}

QTEST_GUILESS_MAIN(TestHttpJob)
#include "tst_httpjob.moc"

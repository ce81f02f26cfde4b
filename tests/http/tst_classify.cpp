#include "http/classify.h"

#include <QRegularExpression>
#include <QTest>

using namespace queuesmith;
using Net = QNetworkReply::NetworkError;

/// The outcome table, row by row, for a request that changes something and for one that only reads.
class TestClassify : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void statuses_data();
    void statuses();
    void withoutAnswer_data();
    void withoutAnswer();
    void brokenSuccess_data();
    void brokenSuccess();
    void refusalInsideASuccess();
    void tokenIsRefreshedOnce();
    void nothingElseRepeatsAChange();
    void knowsHtml_data();
    void knowsHtml();
};

namespace {

AttemptFacts facts(HttpEffect effect)
{
    AttemptFacts facts;
    facts.method = effect == HttpEffect::Changes ? "POST" : "GET";
    facts.effect = effect;
    facts.requestSent = true;
    return facts;
}

} // namespace

void TestClassify::statuses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Applied>("applied"); // of a change
    QTest::addColumn<Next>("next");
    QTest::addColumn<Next>("nextOfRead");
    QTest::addColumn<QString>("code");
    QTest::addColumn<HostHealth>("health");
    const auto row = [](int status, Applied applied, Next next, Next nextOfRead,
                         const QString &code, HostHealth health) {
        QTest::addRow("%d", status) << status << applied << next << nextOfRead << code << health;
    };
    const auto refused = [&row](int status, const QString &code) {
        row(status, Applied::No, Next::Stop, Next::Stop, code, HostHealth::Refusing);
    };
    const auto unknown = [&row](int status, const QString &code) {
        row(status, Applied::Unknown, Next::ReadBack, Next::Retry, code, HostHealth::Failing);
    };
    for (const int status : {200, 201, 204})
        row(status, Applied::Yes, Next::Done, Next::Done, {}, HostHealth::Good);
    for (const int status : {202, 203, 205, 206, 226})
        row(status, Applied::Unknown, Next::ReadBack, Next::Retry, QStringLiteral("bad_answer"),
            HostHealth::Refusing);
    for (const int status : {300, 301, 302, 303, 304, 305, 307, 308})
        row(status, Applied::No, Next::Stop, Next::Stop, QStringLiteral("redirect"),
            HostHealth::Untold);
    refused(400, QStringLiteral("bad_request"));
    refused(401, QStringLiteral("unauthorized"));
    refused(403, QStringLiteral("forbidden"));
    refused(404, QStringLiteral("not_found"));
    refused(405, QStringLiteral("method_not_allowed"));
    unknown(408, QStringLiteral("request_timeout"));
    row(409, Applied::Unknown, Next::ReadBack, Next::Stop, QStringLiteral("conflict"),
        HostHealth::Refusing);
    refused(412, QStringLiteral("precondition_failed"));
    refused(413, QStringLiteral("too_large"));
    refused(415, QStringLiteral("unsupported_media_type"));
    refused(422, QStringLiteral("unprocessable"));
    row(429, Applied::No, Next::Retry, Next::Retry, QStringLiteral("throttled"),
        HostHealth::Throttling);
    for (const int status :
        {402, 406, 407, 410, 411, 414, 416, 418, 421, 423, 424, 425, 426, 428, 431, 451, 499})
        refused(status, QStringLiteral("refused"));
    unknown(500, QStringLiteral("server_error"));
    refused(501, QStringLiteral("not_implemented"));
    unknown(502, QStringLiteral("bad_gateway"));
    unknown(503, QStringLiteral("unavailable"));
    unknown(504, QStringLiteral("gateway_timeout"));
    refused(505, QStringLiteral("http_version"));
    for (const int status : {506, 507, 508, 510, 511, 520, 599})
        unknown(status, QStringLiteral("server_error"));
    for (const int status : {101, 199, 600, 999})
        unknown(status, QStringLiteral("bad_answer"));
}

void TestClassify::statuses()
{
    QFETCH(int, status);
    QFETCH(Applied, applied);
    QFETCH(Next, next);
    QFETCH(Next, nextOfRead);
    QFETCH(QString, code);
    QFETCH(HostHealth, health);

    AttemptFacts change = facts(HttpEffect::Changes);
    change.status = status;
    change.answer = status / 100 == 2 ? AnswerVerdict::Applied : AnswerVerdict::Unknown;
    const Verdict verdict = classify(change);
    QCOMPARE(verdict.applied, applied);
    QCOMPARE(verdict.next, next);
    QCOMPARE(verdict.code, code);
    QCOMPARE(verdict.health, health);

    AttemptFacts read = change;
    read.effect = HttpEffect::Reads;
    const Verdict ofRead = classify(read);
    QCOMPARE(ofRead.applied, applied == Applied::Yes ? Applied::Yes : Applied::No);
    QCOMPARE(ofRead.next, nextOfRead);
    QCOMPARE(ofRead.code, code);

    // Qt reports most of these as errors of its own, and an answer may be cut after its status:
    // unless it says success, the status alone decides.
    if (status / 100 != 2) {
        change.networkError = Net::RemoteHostClosedError;
        QCOMPARE(classify(change).applied, applied);
        QCOMPARE(classify(change).next, next);
        change.cause = AttemptCause::TimedOut;
        QCOMPARE(classify(change).applied, applied);
    }
}

void TestClassify::withoutAnswer_data()
{
    QTest::addColumn<Net>("error");
    QTest::addColumn<AttemptCause>("cause");
    QTest::addColumn<bool>("sent");
    QTest::addColumn<Applied>("applied");
    QTest::addColumn<Next>("next");
    QTest::addColumn<Next>("nextOfRead");
    QTest::addColumn<QString>("code");
    const auto transport = [](Net error, const QString &code, const QString &codeWhenSent) {
        QTest::addRow("error %d, nothing sent", error)
            << error << AttemptCause::None << false << Applied::No << Next::Retry << Next::Retry
            << code;
        QTest::addRow("error %d, sent", error)
            << error << AttemptCause::None << true << Applied::Unknown << Next::ReadBack
            << Next::Retry << codeWhenSent;
    };
    const auto same = [&transport](
                          Net error, const QString &code) { transport(error, code, code); };
    same(Net::ConnectionRefusedError, QStringLiteral("connection_refused"));
    same(Net::ProxyConnectionRefusedError, QStringLiteral("connection_refused"));
    same(Net::HostNotFoundError, QStringLiteral("host_not_found"));
    same(Net::ProxyNotFoundError, QStringLiteral("host_not_found"));
    transport(Net::TimeoutError, QStringLiteral("connect_timeout"), QStringLiteral("timeout"));
    same(Net::SslHandshakeFailedError, QStringLiteral("tls_failed"));
    for (const Net closed :
        {Net::RemoteHostClosedError, Net::ContentReSendError, Net::OperationCanceledError,
            Net::UnknownNetworkError, Net::TemporaryNetworkFailureError,
            Net::NetworkSessionFailedError, Net::UnknownServerError})
        same(closed, QStringLiteral("connection_closed"));
    same(Net::ProtocolFailure, QStringLiteral("bad_answer"));
    same(Net::NoError, QStringLiteral("bad_answer"));

    const auto ours = [](const char *name, AttemptCause cause, bool sent, Applied applied,
                          Next next, Next nextOfRead, const QString &code) {
        QTest::newRow(name) << Net::OperationCanceledError << cause << sent << applied << next
                            << nextOfRead << code;
    };
    ours("timed out, nothing sent", AttemptCause::TimedOut, false, Applied::No, Next::Retry,
        Next::Retry, QStringLiteral("connect_timeout"));
    ours("timed out, sent", AttemptCause::TimedOut, true, Applied::Unknown, Next::ReadBack,
        Next::Retry, QStringLiteral("timeout"));
    ours("cancelled, nothing sent", AttemptCause::Cancelled, false, Applied::No, Next::Stop,
        Next::Stop, QStringLiteral("cancelled"));
    ours("cancelled, sent", AttemptCause::Cancelled, true, Applied::Unknown, Next::ReadBack,
        Next::Stop, QStringLiteral("cancelled"));
    ours("certificate", AttemptCause::Certificate, false, Applied::No, Next::Stop, Next::Stop,
        QStringLiteral("certificate"));
    ours("too large", AttemptCause::TooLarge, true, Applied::Unknown, Next::ReadBack, Next::Stop,
        QStringLiteral("answer_too_large"));
    QTest::newRow("unknown scheme")
        << Net::ProtocolUnknownError << AttemptCause::None << false << Applied::No << Next::Stop
        << Next::Stop << QStringLiteral("unusable_url");
}

void TestClassify::withoutAnswer()
{
    QFETCH(Net, error);
    QFETCH(AttemptCause, cause);
    QFETCH(bool, sent);
    QFETCH(Applied, applied);
    QFETCH(Next, next);
    QFETCH(Next, nextOfRead);
    QFETCH(QString, code);

    AttemptFacts change = facts(HttpEffect::Changes);
    change.networkError = error;
    change.cause = cause;
    change.requestSent = sent;
    const Verdict verdict = classify(change);
    QCOMPARE(verdict.applied, applied);
    QCOMPARE(verdict.next, next);
    QCOMPARE(verdict.code, code);

    change.effect = HttpEffect::Reads;
    QCOMPARE(classify(change).applied, Applied::No);
    QCOMPARE(classify(change).next, nextOfRead);
}

void TestClassify::brokenSuccess_data()
{
    QTest::addColumn<Net>("error");
    QTest::addColumn<AttemptCause>("cause");
    QTest::addColumn<bool>("html");
    QTest::addColumn<Next>("nextOfRead");
    QTest::addColumn<QString>("code");
    QTest::newRow("no id or not JSON") << Net::NoError << AttemptCause::None << false << Next::Retry
                                       << QStringLiteral("bad_answer");
    QTest::newRow("a web page") << Net::NoError << AttemptCause::None << true << Next::Stop
                                << QStringLiteral("html_answer");
    QTest::newRow("cut") << Net::RemoteHostClosedError << AttemptCause::None << false << Next::Retry
                         << QStringLiteral("answer_cut");
    QTest::newRow("too slow") << Net::NoError << AttemptCause::TimedOut << false << Next::Retry
                              << QStringLiteral("timeout");
    QTest::newRow("too large") << Net::NoError << AttemptCause::TooLarge << false << Next::Stop
                               << QStringLiteral("answer_too_large");
    QTest::newRow("cancelled in the body") << Net::NoError << AttemptCause::Cancelled << false
                                           << Next::Stop << QStringLiteral("cancelled");
}

void TestClassify::brokenSuccess()
{
    QFETCH(Net, error);
    QFETCH(AttemptCause, cause);
    QFETCH(bool, html);
    QFETCH(Next, nextOfRead);
    QFETCH(QString, code);
    for (const int status : {200, 201, 204}) {
        AttemptFacts change = facts(HttpEffect::Changes);
        change.status = status;
        change.networkError = error;
        change.cause = cause;
        change.html = html;
        // Even a body that looks right proves nothing when the answer isn't whole.
        const bool isWhole = error == Net::NoError && cause == AttemptCause::None;
        change.answer = isWhole ? AnswerVerdict::Unknown : AnswerVerdict::Applied;
        const Verdict verdict = classify(change);
        QCOMPARE(verdict.applied, Applied::Unknown);
        QCOMPARE(verdict.next, Next::ReadBack);
        QCOMPARE(verdict.code, code);
        change.effect = HttpEffect::Reads;
        QCOMPARE(classify(change).applied, Applied::No);
        QCOMPARE(classify(change).next, nextOfRead);
    }
}

/// A tenant that says no inside its success said no.
void TestClassify::refusalInsideASuccess()
{
    for (const int status : {200, 201, 204, 206, 207}) {
        for (const HttpEffect effect : {HttpEffect::Changes, HttpEffect::Reads}) {
            AttemptFacts whole = facts(effect);
            whole.status = status;
            whole.answer = AnswerVerdict::NotApplied;
            const Verdict verdict = classify(whole);
            QCOMPARE(verdict.applied, Applied::No);
            QCOMPARE(verdict.next, Next::Stop);
            QCOMPARE(verdict.code, QStringLiteral("refused"));
            whole.networkError = Net::RemoteHostClosedError; // and what was cut proves nothing
            QVERIFY(classify(whole).applied != Applied::Yes);
            if (effect == HttpEffect::Changes)
                QCOMPARE(classify(whole).applied, Applied::Unknown);
        }
    }
}

void TestClassify::tokenIsRefreshedOnce()
{
    AttemptFacts change = facts(HttpEffect::Changes);
    change.status = 401;
    change.mayRefresh = true;
    QCOMPARE(classify(change).next, Next::RefreshToken);
    QCOMPARE(classify(change).applied, Applied::No);
    change.mayRefresh = false;
    QCOMPARE(classify(change).next, Next::Stop);
}

/// Whatever happens: a change is repeated only when it certainly was not applied.
void TestClassify::nothingElseRepeatsAChange()
{
    for (int status = 0; status < 1000; status += status == 0 ? 100 : 1) {
        for (int error = 0; error < 500; ++error) {
            for (const bool sent : {false, true}) {
                for (const AttemptCause cause : {AttemptCause::None, AttemptCause::TimedOut,
                         AttemptCause::TooLarge, AttemptCause::Cancelled}) {
                    AttemptFacts change = facts(HttpEffect::Changes);
                    change.status = status;
                    change.networkError = static_cast<Net>(error);
                    change.requestSent = sent;
                    change.cause = cause;
                    const Verdict verdict = classify(change);
                    const bool mayRepeat = status == 429 || (status == 0 && !sent);
                    if (verdict.next == Next::Retry)
                        QVERIFY(mayRepeat);
                    if (verdict.applied == Applied::Unknown)
                        QCOMPARE(verdict.next, Next::ReadBack);
                }
            }
        }
    }
}

void TestClassify::knowsHtml_data()
{
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("html");
    QTest::newRow("by type") << QByteArray("text/html; charset=utf-8") << QByteArray("hello")
                             << true;
    QTest::newRow("by type, other case") << QByteArray("Text/HTML") << QByteArray() << true;
    QTest::newRow("by doctype") << QByteArray("application/json")
                                << QByteArray("\n <!DOCTYPE html><p>") << true;
    QTest::newRow("by root") << QByteArray() << QByteArray("<HTML lang=en>") << true;
    QTest::newRow("JSON") << QByteArray("application/json") << QByteArray("{\"a\":\"<html>\"}")
                          << false;
    QTest::newRow("nothing") << QByteArray() << QByteArray() << false;
}

void TestClassify::knowsHtml()
{
    QFETCH(QByteArray, contentType);
    QFETCH(QByteArray, body);
    QFETCH(bool, html);
    HttpResponse response;
    response.headers.append({"content-TYPE", contentType});
    response.body = body;
    QCOMPARE(looksLikeHtml(response), html);
}

QTEST_GUILESS_MAIN(TestClassify)
#include "tst_classify.moc"

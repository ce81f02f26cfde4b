#include "httprig.h"

#include <QRegularExpression>

using namespace queuesmith;
using namespace std::chrono_literals;

namespace {
const QByteArray kCreated = "{\"id\":\"q-1\"}";

QString codeOf(const HttpOutcome &outcome)
{
    return outcome.error ? outcome.error->code : QString();
}
} // namespace

/// What Qt does wrong or differently, each against a real server that counts.
class TestTraps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void bodyIsReadOnce();
    void oneSendForEachAttempt_data();
    void oneSendForEachAttempt();
    void oneSendOnAKeptAliveConnection_data();
    void oneSendOnAKeptAliveConnection();
    void sentAndNeverLeftAreToldApart();
    void redirectIsNotFollowed_data();
    void redirectIsNotFollowed();
    void drippingServerIsHeldToTheDeadline();
    void answerThatEndsWithItsConnection_data();
    void answerThatEndsWithItsConnection();
    void cutAnswerIsUnknown_data();
    void cutAnswerIsUnknown();
};

void TestTraps::bodyIsReadOnce()
{
    OneShotBody body("abcdef");
    QVERIFY(!body.wasRead());
    QCOMPARE(body.bytesAvailable(), 6);
    QCOMPARE(body.read(4), QByteArray("abcd"));
    QVERIFY(body.wasRead());
    QVERIFY(!body.reset());
    QVERIFY(!body.seek(0));
    QCOMPARE(body.read(4), QByteArray("ef"));
    QVERIFY(body.atEnd());

    OneShotBody shut("abcdef");
    shut.shut();
    QVERIFY(shut.read(4).isEmpty());
    QVERIFY(!shut.wasRead());
}

void TestTraps::oneSendForEachAttempt_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ScriptedAnswer>("answer");

    ScriptedAnswer reset = ScriptedAnswer::closed();
    reset.reset = true;
    ScriptedAnswer atHeaders = ScriptedAnswer::closed();
    atHeaders.atHeaders = true;
    const QByteArray small = "{\"name\":\"q\"}";
    const QByteArray large(300'000, 'x');

    for (const QByteArray &method : {QByteArray("POST"), QByteArray("PUT"), QByteArray("DELETE")}) {
        for (const QByteArray &body : {QByteArray(), small, large}) {
            const auto row = [&](const char *what, const ScriptedAnswer &answer) {
                QTest::addRow("%s, %lld bytes, %s", method.constData(),
                    static_cast<long long>(body.size()), what)
                    << method << body << answer;
            };
            row("closed", ScriptedAnswer::closed());
            row("reset", reset);
            row("closed at the headers", atHeaders);
            row("half a status line", ScriptedAnswer::raw("HTTP/1.1 20"));
            row("garbage", ScriptedAnswer::raw(QByteArray("\x01\x02garbage\r\n\r\n", 13)));
        }
    }
}

void TestTraps::oneSendForEachAttempt()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    QFETCH(ScriptedAnswer, answer);
    HttpRig<SystemClock> rig;
    rig.server.script(answer);
    rig.server.otherwise(ScriptedAnswer::json(201, kCreated));
    HttpRequest request = rig.bodyless(method);
    request.body = body;
    rig.limits.maxAttempts = 1;

    const HttpOutcome outcome = rig.run(request);

    // Time for a second request that nobody asked for.
    QVERIFY(makeRoundTrips());
    QCOMPARE(rig.server.requests().size(), 1);
    QVERIFY(outcome.applied != Applied::Yes);
    if (!answer.atHeaders || body.isEmpty())
        QCOMPARE(outcome.applied, Applied::Unknown);
    QCOMPARE(outcome.attempts, 1);
}

void TestTraps::oneSendOnAKeptAliveConnection_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("POST") << QByteArray("POST") << QByteArray("{}");
    QTest::newRow("PUT") << QByteArray("PUT") << QByteArray("{}");
    QTest::newRow("POST without body") << QByteArray("POST") << QByteArray();
    QTest::newRow("DELETE without body") << QByteArray("DELETE") << QByteArray();
}

void TestTraps::oneSendOnAKeptAliveConnection()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    HttpRig<SystemClock> rig;
    HttpRequest request = rig.bodyless(method);
    request.body = body;
    rig.server.script(ScriptedAnswer::json(201, kCreated));
    rig.server.script(ScriptedAnswer::closed());
    rig.server.otherwise(ScriptedAnswer::json(201, kCreated));

    const HttpOutcome first = rig.run(request);
    const HttpOutcome second = rig.run(request);

    QVERIFY(makeRoundTrips());
    QCOMPARE(first.applied, Applied::Yes);
    QCOMPARE(second.applied, Applied::Unknown);
    QCOMPARE(rig.server.requests().size(), 2);
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0) // newer versions open another one by themselves
    QCOMPARE(rig.server.connections(), 1);
#endif
}

void TestTraps::sentAndNeverLeftAreToldApart()
{
    HttpRig<SystemClock> rig;
    rig.limits.maxAttempts = 1;
    const HttpRequest refused = rig.post();
    rig.server.close();
    const HttpOutcome outcome = rig.run(refused);
    QCOMPARE(outcome.applied, Applied::No);
    QCOMPARE(codeOf(outcome), QStringLiteral("connection_refused"));
    QCOMPARE(outcome.attempts, 0);

    ScriptedServer other;
    other.script(ScriptedAnswer::closed());
    HttpRequest sent = rig.post();
    sent.url = other.url();
    const HttpOutcome after = rig.run(sent);
    QCOMPARE(after.applied, Applied::Unknown);
    QCOMPARE(after.attempts, 1);
}

void TestTraps::redirectIsNotFollowed_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void TestTraps::redirectIsNotFollowed()
{
    QFETCH(int, status);
    ScriptedServer foreign;
    foreign.otherwise(ScriptedAnswer::json(201, kCreated));
    HttpRig<SystemClock> rig;
    rig.server.script(
        ScriptedAnswer::json(status, "{}", {{"Location", foreign.url().toEncoded()}}));

    const HttpOutcome outcome = rig.run(rig.post());

    QVERIFY(makeRoundTrips());
    QCOMPARE(foreign.connections(), 0);
    QCOMPARE(rig.server.requests().size(), 1);
    QCOMPARE(outcome.applied, Applied::No);
    QCOMPARE(codeOf(outcome), QStringLiteral("redirect"));
}

void TestTraps::drippingServerIsHeldToTheDeadline()
{
    HttpRig<SystemClock> rig;
    rig.limits.attemptTimeout = 300ms;
    ScriptedAnswer drip =
        ScriptedAnswer::raw("HTTP/1.1 201 Created\r\nContent-Length: 1000000\r\n\r\n ");
    drip.dripMs = 5;
    drip.dripForever = true;
    rig.server.script(drip);

    const HttpOutcome outcome = rig.run(rig.post());

    QCOMPARE(outcome.applied, Applied::Unknown);
    QCOMPARE(codeOf(outcome), QStringLiteral("timeout"));
    QCOMPARE(rig.server.requests().size(), 1);
}

void TestTraps::answerThatEndsWithItsConnection_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("without Content-Length")
        << QByteArray("HTTP/1.1 201 Created\r\n\r\n") + kCreated;
    QTest::newRow("with Content-Length")
        << QByteArray("HTTP/1.1 201 Created\r\nConnection: close\r\nContent-Length: 12\r\n\r\n")
            + kCreated;
}

// Qt's answer depends on which of its threads is first, so it is asked often.
void TestTraps::answerThatEndsWithItsConnection()
{
    QFETCH(QByteArray, bytes);
    HttpRig<SystemClock> rig;
    rig.server.otherwise(ScriptedAnswer::raw(bytes));
    for (int i = 0; i < 300; ++i) {
        const HttpOutcome outcome = rig.run(rig.post());
        QVERIFY2(outcome.applied == Applied::Yes, qPrintable(codeOf(outcome)));
        QCOMPARE(rig.server.requests().size(), i + 1);
    }
}

void TestTraps::cutAnswerIsUnknown_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("without Content-Length")
        << QByteArray("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n\r\n{\"na");
    QTest::newRow("without Content-Length, nothing yet")
        << QByteArray("HTTP/1.1 201 Created\r\n\r\n");
    QTest::newRow("within the headers") << QByteArray("HTTP/1.1 201 Created\r\nContent-Ty");
    QTest::newRow("with Content-Length")
        << QByteArray("HTTP/1.1 201 Created\r\nContent-Length: 50\r\n\r\n{\"id\":\"q-1\"}");
    QTest::newRow("chunked") << QByteArray(
        "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\nc\r\n{\"id\":\"q-1\"}\r\n");
    QTest::newRow("within a chunk") << QByteArray(
        "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n{\"id\":\"q-1\"}");
}

void TestTraps::cutAnswerIsUnknown()
{
    QFETCH(QByteArray, bytes);
    HttpRig<SystemClock> rig;
    rig.server.script(ScriptedAnswer::raw(bytes));

    const HttpOutcome outcome = rig.run(rig.post());

    QCOMPARE(rig.server.requests().size(), 1);
    QCOMPARE(outcome.applied, Applied::Unknown);
    QCOMPARE(outcome.error->kind, ErrorKind::UnknownEffect);
}

QTEST_GUILESS_MAIN(TestTraps)
#include "tst_traps.moc"

#include "cxone/tokensource.h"

#include "fakeclock.h"
#include "http/httpclient.h"
#include "patience.h"
#include "scriptedserver.h"

#include <QRegularExpression>
#include <QTest>

#include <limits>

using namespace queuesmith;
using namespace std::chrono_literals;

namespace {

constexpr QByteArrayView kSecret = "s3cret & +50% ä";

QByteArray grant(const char *token, qint64 life)
{
    return QByteArray("{\"access_token\":\"") + token
        + "\",\"token_type\":\"Bearer\",\"expires_in\":" + QByteArray::number(life) + '}';
}

struct Rig {
    FakeClock clock;
    ScriptedServer server;
    HttpClient client{clock, [] { return 0.0; }, {}};
    TokenSource tokens;
    QList<Result<QByteArray>> answers;

    explicit Rig(int maxAttempts = 5)
        : tokens(client, clock,
            {server.url(QStringLiteral("/api/v2/oauth/token")), QStringLiteral("me + you"),
                kSecret.toByteArray()},
            RequestLimits{.maxAttempts = maxAttempts})
    {
    }

    void ask(QObject *context)
    {
        tokens.authorize(
            context, [this](const Result<QByteArray> &answer) { answers.append(answer); });
    }
    /// Asks and waits for the answer; the clock stands still.
    Result<QByteArray> answer()
    {
        const qsizetype before = answers.size();
        ask(&client);
        (void)QTest::qWaitFor(
            [&] {
                clock.advance(0ms);
                return answers.size() > before;
            },
            kPatience);
        return answers.size() > before ? answers.last() : Result<QByteArray>(Error{});
    }
    [[nodiscard]] QByteArray value()
    {
        const Result<QByteArray> result = answer();
        return result ? result.value() : "no token: " + result.error().code.toUtf8();
    }
    [[nodiscard]] qsizetype requests() const { return server.requests().size(); }
};

} // namespace

class TestTokenSource : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void asksAsTheContractSays()
    {
        Rig rig;
        rig.server.script(ScriptedAnswer::json(200, grant("one", 3600)));
        QCOMPARE(rig.value(), QByteArray("Bearer one"));
        const SeenRequest seen = rig.server.requests().first();
        QCOMPARE(seen.method, QByteArray("POST"));
        QCOMPARE(seen.header("Content-Type"), QByteArray("application/x-www-form-urlencoded"));
        QCOMPARE(seen.header("Authorization"), QByteArray());
        QCOMPARE(seen.body,
            QByteArray("grant_type=client_credentials&client_id=me%20%2B%20you"
                       "&client_secret=s3cret%20%26%20%2B50%25%20%C3%A4"));
    }

    void aThousandWaitersMakeOneRequest()
    {
        Rig rig;
        rig.server.script(ScriptedAnswer::json(200, grant("one", 3600)));
        for (int i = 0; i < 1000; ++i)
            rig.ask(&rig.client);
        QTRY_COMPARE(rig.answers.size(), 1000);
        for (const Result<QByteArray> &answer : std::as_const(rig.answers))
            QVERIFY(answer.ok() && answer.value() == "Bearer one");
        QCOMPARE(rig.requests(), 1);
    }

    void whoDiedIsntAnswered()
    {
        Rig rig;
        rig.server.script(ScriptedAnswer::json(200, grant("one", 3600)));
        auto gone = std::make_unique<QObject>();
        rig.ask(gone.get());
        gone.reset();
        rig.ask(&rig.client);
        QTRY_COMPARE(rig.answers.size(), 1);
        QCOMPARE(rig.requests(), 1);
    }

    /// The margin is a minute, or a tenth of a short life.
    void isTakenAnewBeforeItExpires_data()
    {
        QTest::addColumn<qint64>("life");
        QTest::addColumn<qint64>("goodForMs");
        QTest::newRow("an hour") << qint64(3600) << qint64(3'540'000);
        QTest::newRow("ten minutes") << qint64(600) << qint64(540'000);
        QTest::newRow("a minute") << qint64(60) << qint64(54'000);
        QTest::newRow("a second") << qint64(1) << qint64(900);
        QTest::newRow("more than can be counted")
            << std::numeric_limits<qint64>::max() << qint64(365 * 86'400'000LL - 60'000);
    }
    void isTakenAnewBeforeItExpires()
    {
        QFETCH(qint64, life);
        QFETCH(qint64, goodForMs);
        Rig rig;
        rig.server.script(ScriptedAnswer::json(200, grant("one", life)));
        rig.server.script(ScriptedAnswer::json(200, grant("two", life)));
        QCOMPARE(rig.value(), QByteArray("Bearer one"));
        rig.clock.advance(std::chrono::milliseconds(goodForMs - 1));
        QCOMPARE(rig.value(), QByteArray("Bearer one"));
        QCOMPARE(rig.requests(), 1);
        rig.clock.advance(1ms);
        QCOMPARE(rig.value(), QByteArray("Bearer two"));
        QCOMPARE(rig.requests(), 2);
    }

    void aRefusedTokenIsReplacedOnce()
    {
        Rig rig;
        for (const char *token : {"one", "two", "three"})
            rig.server.script(ScriptedAnswer::json(200, grant(token, 3600)));
        QCOMPARE(rig.value(), QByteArray("Bearer one"));
        rig.tokens.refused("Bearer one");
        QCOMPARE(rig.value(), QByteArray("Bearer two"));
        rig.tokens.refused("Bearer one"); // a late refusal of the old one
        QCOMPARE(rig.value(), QByteArray("Bearer two"));
        QCOMPARE(rig.requests(), 2);
    }

    void refusedCredentialsAreFinal_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::newRow("401 invalid_client")
            << 401 << QByteArray(R"({"error":"invalid_client","error_description":"no"})")
            << QStringLiteral("invalid_client");
        QTest::newRow("400 invalid_client") << 400 << QByteArray(R"({"error":"invalid_client"})")
                                            << QStringLiteral("invalid_client");
        QTest::newRow("400 unauthorized_client")
            << 400 << QByteArray(R"({"error":"unauthorized_client"})")
            << QStringLiteral("unauthorized_client");
        QTest::newRow("400 invalid_scope")
            << 400 << QByteArray(R"({"error":"invalid_scope"})") << QStringLiteral("invalid_scope");
        QTest::newRow("401 without a word")
            << 401 << QByteArray() << QStringLiteral("invalid_client");
    }
    void refusedCredentialsAreFinal()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, code);
        Rig rig;
        rig.server.script(ScriptedAnswer::json(status, body));
        rig.server.otherwise(ScriptedAnswer::json(200, grant("late", 3600)));
        for (int i = 0; i < 3; ++i) {
            const Result<QByteArray> answer = rig.answer();
            QVERIFY(!answer);
            QCOMPARE(answer.error().kind, ErrorKind::NotAllowed);
            QCOMPARE(answer.error().code, code);
            QCOMPARE(answer.error().httpStatus, status);
        }
        QCOMPARE(rig.requests(), 1);
    }

    void aPageFromTheWayIsNoRefusal_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("a web page") << QByteArray("<html><h1>400 Bad Request</h1></html>");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("JSON of another kind") << QByteArray(R"({"message":"no upstream"})");
        QTest::newRow("an error that OAuth hasn't") << QByteArray(R"({"error":"upstream"})");
        QTest::newRow("an error that is no text") << QByteArray(R"({"error":400})");
    }
    void aPageFromTheWayIsNoRefusal()
    {
        QFETCH(QByteArray, body);
        Rig rig(2);
        rig.server.script(ScriptedAnswer::json(400, body));
        rig.server.script(ScriptedAnswer::json(200, grant("one", 3600)));
        QCOMPARE(rig.value(), QByteArray("Bearer one"));
        rig.tokens.refused("Bearer one");
        // Nor is it one when it comes again and again: the next asker may have more luck.
        rig.server.script(ScriptedAnswer::json(400, body));
        rig.server.script(ScriptedAnswer::json(400, body));
        rig.server.script(ScriptedAnswer::json(200, grant("two", 3600)));
        const Result<QByteArray> refused = rig.answer();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, QStringLiteral("bad_answer"));
        QVERIFY(refused.error().kind != ErrorKind::NotAllowed);
        QCOMPARE(rig.value(), QByteArray("Bearer two"));
    }

    /// A refusal to give a token may quote the form that it refused.
    void noErrorHoldsTheSecret_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {200, 302, 400, 401, 403, 429, 500})
            QTest::addRow("%d", status) << status;
    }
    void noErrorHoldsTheSecret()
    {
        QFETCH(int, status);
        Rig rig(1);
        const QByteArray quoted = "{\"code\":\"x\",\"message\":\"" + kSecret.toByteArray()
            + "\",\"error_description\":\"" + kSecret.toByteArray() + "\"}";
        rig.server.script(ScriptedAnswer::json(status, quoted));
        const Result<QByteArray> answer = rig.answer();
        QVERIFY(!answer);
        const Error &error = answer.error();
        QVERIFY(!error.message.isEmpty());
        const QString text = error.message + error.detail + error.code + error.requestId;
        QVERIFY2(!text.contains(QLatin1StringView("s3cret")), qPrintable(text));
    }

    void isAskedForAgainAfterATransientFailure()
    {
        Rig rig;
        rig.server.script(ScriptedAnswer::json(503));
        rig.server.script(ScriptedAnswer::closed());
        rig.server.script(ScriptedAnswer::json(200, grant("one", 3600)));
        QCOMPARE(rig.value(), QByteArray("Bearer one"));
        QCOMPARE(rig.requests(), 3);
    }

    void aFailureIsntKept()
    {
        Rig rig(1);
        rig.server.script(ScriptedAnswer::json(503));
        rig.server.script(ScriptedAnswer::json(200, grant("one", 3600)));
        QVERIFY(!rig.answer());
        QCOMPARE(rig.value(), QByteArray("Bearer one"));
    }

    void whatIsNoTokenIsntGiven_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const char *body) {
            QTest::newRow(name) << QByteArray(body);
        };
        row("nothing", "");
        row("no JSON", "<html>Sign in</html>");
        row("no token", R"({"token_type":"Bearer","expires_in":60})");
        row("an empty one", R"({"access_token":"","token_type":"Bearer","expires_in":60})");
        row("a line break in it",
            R"({"access_token":"a\r\nX-Evil: 1","token_type":"Bearer","expires_in":60})");
        row("another type", R"({"access_token":"a","token_type":"mac","expires_in":60})");
        row("no type", R"({"access_token":"a","expires_in":60})");
        row("no life", R"({"access_token":"a","token_type":"Bearer"})");
        row("dead already", R"({"access_token":"a","token_type":"Bearer","expires_in":0})");
        row("half a second", R"({"access_token":"a","token_type":"Bearer","expires_in":0.5})");
        row("twice the same key",
            R"({"access_token":"a","access_token":"b","token_type":"Bearer","expires_in":9})");
    }
    void whatIsNoTokenIsntGiven()
    {
        QFETCH(QByteArray, body);
        Rig rig(1);
        rig.server.script(ScriptedAnswer::json(200, body));
        QVERIFY(!rig.answer());
    }

    void typeIsReadWithoutRegardToCase()
    {
        Rig rig;
        rig.server.script(ScriptedAnswer::json(
            200, R"({"access_token":"a","token_type":"bearer","expires_in":60})"));
        QCOMPARE(rig.value(), QByteArray("Bearer a"));
    }

    void tellsTheScopes()
    {
        Rig rig;
        QVERIFY(!rig.tokens.scopes());
        rig.server.script(ScriptedAnswer::json(
            200, R"({"access_token":"a","token_type":"Bearer","expires_in":60,"scope":"a:b  c"})"));
        rig.server.script(ScriptedAnswer::json(200, grant("b", 60)));
        QCOMPARE(rig.value(), QByteArray("Bearer a"));
        QCOMPARE(rig.tokens.scopes().value_or(QStringList()),
            QStringList({QStringLiteral("a:b"), QStringLiteral("c")}));
        rig.tokens.refused("Bearer a");
        QCOMPARE(rig.value(), QByteArray("Bearer b"));
        QVERIFY(!rig.tokens.scopes()); // this one doesn't tell
    }
};

QTEST_GUILESS_MAIN(TestTokenSource)
#include "tst_tokensource.moc"

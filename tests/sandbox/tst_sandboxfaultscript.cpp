#include "sandbox/faultscript.h"

#include <QRegularExpression>
#include <QTest>

using namespace queuesmith;
using namespace queuesmith::sandbox;

namespace {

constexpr char kEverything[] =
    "[{\"match\":\"POST /a\",\"do\":{\"status\":503,"
    "\"headers\":{\"Retry-After\":2,\"X\":\"y\",\"Content-Length\":null},\"body\":{\"a\":1},"
    "\"delayMs\":5,\"truncate\":3,\"dripMs\":7,\"commitAfterMs\":9}}]";

} // namespace

class TestSandboxFaultScript : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void refusesBadScripts_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("part"); // of the message
        const auto row = [](const char *name, const char *script, const char *part) {
            QTest::newRow(name) << QByteArray(script) << QString::fromUtf8(part);
        };
        row("no json", "[{", "line 1, column 3");
        row("duplicate key", R"([{"match":"GET /","match":"GET /","do":{}}])", "twice");
        row("no list", R"({"match":"GET /"})", "list of rules");
        row("no object", R"([1])", "Rule 1 ");
        row("second rule", R"([{"match":"GET /","do":{}},{"match":"GET /"}])", "Rule 2 ");
        row("no match", R"([{"do":{}}])", "match");
        row("no method", R"([{"match":"/api","do":{}}])", "match");
        row("query", R"([{"match":"GET /api?x=1","do":{}}])", "match");
        row("star inside", R"([{"match":"GET /a*b","do":{}}])", "match");
        row("times 0", R"([{"match":"GET /","times":0,"do":{}}])", "times");
        row("times 1.5", R"([{"match":"GET /","times":1.5,"do":{}}])", "times");
        row("times a text", R"([{"match":"GET /","times":"2","do":{}}])", "times");
        row("unknown member", R"([{"match":"GET /","then":{},"do":{}}])", "then");
        row("unknown fault", R"([{"match":"GET /","do":{"explode":true}}])", "explode");
        row("do a list", R"([{"match":"GET /","do":[]}])", "do");
        row("status 99", R"([{"match":"GET /","do":{"status":99}}])", "status");
        row("status a text", R"([{"match":"GET /","do":{"status":"500"}}])", "status");
        row("headers a list", R"([{"match":"GET /","do":{"headers":[]}}])", "headers");
        row("header a list", R"([{"match":"GET /","do":{"headers":{"A":[]}}}])", "headers.A");
        row("header split", "[{\"match\":\"GET /\",\"do\":{\"headers\":{\"A\":\"x\\r\\ny\"}}}]",
            "headers.A");
        row("body a number", R"([{"match":"GET /","do":{"body":1}}])", "body");
        row("delay negative", R"([{"match":"GET /","do":{"delayMs":-1}}])", "delayMs");
        row("close now", R"([{"match":"GET /","do":{"close":"now"}}])", "close");
        row("truncate a flag", R"([{"match":"GET /","do":{"truncate":true}}])", "truncate");
        row("hang a number", R"([{"match":"GET /","do":{"hang":1}}])", "hang");
        row("garbage a text", R"([{"match":"GET /","do":{"garbage":"yes"}}])", "garbage");
        row("drip a text", R"([{"match":"GET /","do":{"dripMs":"5"}}])", "dripMs");
        row("redirect a flag", R"([{"match":"GET /","do":{"redirect":true}}])", "redirect");
        row("commit a number", R"([{"match":"GET /","do":{"commit":1}}])", "commit");
        row("hang and status", R"([{"match":"GET /","do":{"hang":true,"status":200}}])", "exclude");
        row("two endings", R"([{"match":"GET /","do":{"hang":true,"close":"after"}}])", "exclude");
        row("html and redirect",
            "[{\"match\":\"GET /\",\"do\":{\"html\":true,\"redirect\":\"http://x/\"}}]", "exclude");
        row("close before, commit", R"([{"match":"GET /","do":{"close":"before","commit":true}}])",
            "exclude");
        row("two commits", R"([{"match":"GET /","do":{"commit":true,"commitAfterMs":5}}])",
            "exclude");
    }
    void refusesBadScripts()
    {
        QFETCH(QByteArray, script);
        QFETCH(QString, part);
        const Result<FaultScript> parsed = FaultScript::parse(script);
        QVERIFY(!parsed.ok());
        QVERIFY2(parsed.error().message.contains(part), qPrintable(parsed.error().message));
    }

    void readsEveryFault()
    {
        Result<FaultScript> parsed = FaultScript::parse(kEverything);
        QVERIFY2(parsed.ok(), "the script is good");
        FaultScript script = std::move(parsed).value();
        const Fault fault = script.take("POST", "/a");
        QVERIFY(!fault.empty);
        QCOMPARE(fault.status, std::optional<int>(503));
        QCOMPARE(fault.headers.size(), 3);
        QCOMPARE(*fault.body, QByteArray(R"({"a":1})"));
        QCOMPARE(fault.delay, std::chrono::milliseconds(5));
        QCOMPARE(fault.truncate, std::optional<qsizetype>(3));
        QCOMPARE(fault.drip, std::chrono::milliseconds(7));
        QCOMPARE(fault.commitAfter, std::optional(std::chrono::milliseconds(9)));
    }

    void spendsRulesInOrder()
    {
        FaultScript script =
            FaultScript::parse(R"([)"
                               R"({"match":"GET /a","times":2,"do":{"status":500}},)"
                               R"({"match":"GET /a","do":{}},)"
                               "{\"match\":\"GET /*\",\"do\":{\"status\":502}},"
                               R"({"match":"POST /a","do":{"status":503}}])")
                .value();
        const auto status = [&script](const char *method, const char *path) {
            const Fault fault = script.take(method, path);
            return fault.empty ? 0 : *fault.status;
        };
        QCOMPARE(status("PUT", "/a"), 0);
        QCOMPARE(status("GET", "/a"), 500);
        QCOMPARE(status("GET", "/ab"), 502); // the prefix; /a is exact
        QCOMPARE(status("GET", "/a"), 500);
        QCOMPARE(status("GET", "/a"), 0); // the empty rule
        QCOMPARE(status("GET", "/a"), 0); // all spent
        QCOMPARE(status("POST", "/a"), 503);
        QCOMPARE(status("POST", "/a"), 0);
    }

    void takesEmptyTextForNoScript() { QVERIFY(FaultScript::parse("  ").ok()); }

    void tellsTheEffect_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<Fault::Effect>("effect");
        const auto row = [](const char *fault, Fault::Effect effect) {
            QTest::newRow(fault) << QByteArray(fault) << effect;
        };
        using enum Fault::Effect;
        row(R"({})", Now);
        row(R"({"delayMs":1})", Now);
        row(R"({"dripMs":1})", Now);
        row(R"({"headers":{"A":"b"}})", Now);
        row(R"({"status":500})", None);
        row(R"({"status":201})", None);
        row(R"({"body":{}})", None);
        row(R"({"html":true})", None);
        row(R"({"garbage":true})", None);
        row(R"({"hang":true})", None);
        row("{\"redirect\":\"http://x/\"}", None);
        row(R"({"truncate":1})", None);
        row(R"({"close":"before"})", None);
        row(R"({"close":"after"})", Now);
        row(R"({"status":500,"commit":true})", Now);
        row(R"({"truncate":1,"commit":true})", Now);
        row(R"({"garbage":false})", Now);
        row(R"({"close":"before","commitAfterMs":1})", Late);
        row(R"({"status":500,"commitAfterMs":1})", Late);
    }
    void tellsTheEffect()
    {
        QFETCH(QByteArray, fault);
        Result<FaultScript> parsed =
            FaultScript::parse("[{\"match\":\"GET /\",\"do\":" + fault + "}]");
        QVERIFY(parsed.ok());
        FaultScript script = std::move(parsed).value();
        QTEST(script.take("GET", "/").effect(), "effect");
    }
};

QTEST_GUILESS_MAIN(TestSandboxFaultScript)
#include "tst_sandboxfaultscript.moc"

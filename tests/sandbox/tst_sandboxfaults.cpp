#include "sandboxbench.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <optional>

using namespace queuesmith;

namespace {

const QString kName = QStringLiteral("Faulted");

QByteArray script(const QByteArray &fault)
{
    return "[{\"match\":\"POST /api/v2/queues\",\"do\":" + fault + "}]";
}

} // namespace

class TestSandboxFaults : public QObject {
    Q_OBJECT

    std::optional<SandboxBench> m_bench;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_bench.emplace();
    }
    void cleanup() { m_bench.reset(); }

    // What arrives for a POST under each fault, and whether the queue is there afterwards.
    void faults_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<int>("status"); // 0: no answer
        QTest::addColumn<QByteArray>("contains");
        QTest::addColumn<qsizetype>("queues");
        const auto row = [](const char *fault, int status, const char *contains, qsizetype queues) {
            QTest::newRow(fault) << QByteArray(fault) << status << QByteArray(contains) << queues;
        };
        row(R"({})", 201, "\"id\"", 1);
        row(R"({"status":500})", 500, "scripted", 0);
        row(R"({"status":500,"commit":true})", 500, "scripted", 1);
        row(R"({"status":503,"headers":{"Retry-After":"Wed, 21 Oct 2015 07:28:00 GMT"}})", 503,
            "Retry-After: Wed, 21 Oct 2015 07:28:00 GMT\r\n", 0);
        row(R"({"status":429,"headers":{"Retry-After":2}})", 429, "Retry-After: 2\r\n", 0);
        row(R"({"status":429,"headers":{"Retry-After":"soon"}})", 429, "Retry-After: soon\r\n", 0);
        row(R"({"status":400,"body":{"errors":[{"field":"capacity"}]}})", 400, "\"capacity\"", 0);
        row(R"({"status":201,"body":{},"commit":true})", 201, "\r\n\r\n{}", 1);
        row(R"({"body":{"name":"x"},"commit":true})", 201, "{\"name\":\"x\"}", 1);
        row(R"({"status":200,"commit":true})", 200, "\"id\"", 1);
        row(R"({"status":201})", 201, "Content-Length: 0\r\n", 0);
        row(R"({"status":204})", 204, "", 0);
        row(R"({"status":201,"body":"<not json","commit":true})", 201, "<not json", 1);
        row(R"({"headers":{"X-Own":"y"}})", 201, "X-Own: y\r\n", 1);
        row(R"({"headers":{"content-type":"text/plain"}})", 201, "content-type: text/plain\r\n", 1);
        row(R"({"delayMs":20})", 201, "\"id\"", 1);
        row(R"({"delayMs":20,"status":502})", 502, "scripted", 0);
        row(R"({"close":"before"})", 0, "", 0);
        row(R"({"close":"after"})", 0, "", 1);
        row(R"({"close":"after","delayMs":20})", 0, "", 1);
        row(R"({"garbage":true})", 0, "no HTTP", 0);
        row(R"({"garbage":true,"commit":true})", 0, "no HTTP", 1);
        row(R"({"html":true})", 200, "Content-Type: text/html", 0);
        row(R"({"html":true,"status":503,"commit":true})", 503, "<html>", 1);
        row("{\"redirect\":\"https://elsewhere.example.com/x\"}", 307,
            "Location: https://elsewhere.example.com/x\r\n", 0);
        row(R"({"redirect":"/x","status":302})", 302, "Location: /x\r\n", 0);
        row(R"({"dripMs":1,"status":500})", 500, "scripted", 0);
        row(R"({"dripMs":1})", 201, "\"id\"", 1);
    }
    void faults()
    {
        QFETCH(QByteArray, fault);
        QFETCH(int, status);
        QFETCH(QByteArray, contains);
        QFETCH(qsizetype, queues);
        m_bench->setFaults(script(fault));
        const RawReply reply = m_bench->postJson("/api/v2/queues", SandboxBench::definition(kName));
        QVERIFY(reply.closed);
        QCOMPARE(reply.status, status);
        QVERIFY2(reply.bytes.contains(contains), reply.bytes.constData());
        QCOMPARE(m_bench->queuesNamed(kName), queues);
        if (status != 0 && status != 204)
            QCOMPARE(reply.header("Content-Length").toLongLong(), reply.body.size());
        const QJsonObject entry = m_bench->log().last().toObject();
        QCOMPARE(entry[u"status"].toInt(-1), status);
        QCOMPARE(entry[u"faulted"].toBool(), fault != "{}");

        // The rule is spent.
        QCOMPARE(m_bench->postJson("/api/v2/queues", SandboxBench::definition(kName)).status, 201);
    }

    void sendsNothingWhenItCloses()
    {
        for (const char *fault : {R"({"close":"before"})", R"({"close":"after"})"}) {
            m_bench->setFaults(script(fault));
            const RawReply reply =
                m_bench->postJson("/api/v2/queues", SandboxBench::definition(kName));
            QVERIFY(reply.closed);
            QCOMPARE(reply.bytes, QByteArray());
        }
    }

    void truncates_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<qsizetype>("sent");
        QTest::addColumn<qsizetype>("queues");
        QTest::newRow("tenant's answer")
            << QByteArray(R"({"truncate":10})") << qsizetype(10) << qsizetype(0);
        QTest::newRow("committed")
            << QByteArray(R"({"truncate":10,"commit":true})") << qsizetype(10) << qsizetype(1);
        QTest::newRow("no byte") << QByteArray(R"({"truncate":0,"commit":true})") << qsizetype(0)
                                 << qsizetype(1);
        QTest::newRow("own body") << QByteArray(
            R"({"truncate":2,"status":201,"body":{"id":"q-1"}})")
                                  << qsizetype(2) << qsizetype(0);
        QTest::newRow("dripping") << QByteArray(R"({"truncate":3,"dripMs":1,"commit":true})")
                                  << qsizetype(3) << qsizetype(1);
    }
    void truncates()
    {
        QFETCH(QByteArray, fault);
        m_bench->setFaults(script(fault));
        const RawReply reply = m_bench->postJson("/api/v2/queues", SandboxBench::definition(kName));
        QVERIFY(reply.closed);
        QCOMPARE(reply.status, 201);
        QTEST(reply.body.size(), "sent");
        QVERIFY(reply.header("Content-Length").toLongLong() > reply.body.size());
        QTEST(m_bench->queuesNamed(kName), "queues");
    }

    void closesAKeptConnectionAfterItCut()
    {
        m_bench->setFaults(
            R"([{"match":"GET /x","do":{"truncate":3,"status":200,"body":"abcdef"}}])");
        QTcpSocket socket;
        m_bench->connectSocket(&socket);
        socket.write(SandboxBench::request("GET", "/x", {}, {}));
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(parseReply(socket.readAll(), true).body, QByteArray("abc"));
    }

    void leavesOurHeaderOut()
    {
        m_bench->setFaults(
            script(R"({"headers":{"Content-Length":null},"truncate":10,"commit":true})"));
        const RawReply reply = m_bench->postJson("/api/v2/queues", SandboxBench::definition(kName));
        QCOMPARE(reply.header("Content-Length"), QByteArray());
        QCOMPARE(reply.body.size(), 10);
    }

    void hangs_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<qsizetype>("queues");
        QTest::newRow("plain") << QByteArray(R"({"hang":true})") << qsizetype(0);
        QTest::newRow("committed") << QByteArray(R"({"hang":true,"commit":true})") << qsizetype(1);
    }
    void hangs()
    {
        QFETCH(QByteArray, fault);
        const QByteArray bearer = "Bearer " + m_bench->token();
        m_bench->setFaults(script(fault));
        QTcpSocket socket;
        m_bench->connectSocket(&socket);
        const QByteArray request = SandboxBench::request("POST", "/api/v2/queues",
            QJsonDocument(SandboxBench::definition(kName)).toJson(),
            {{"Authorization", bearer}, {"Content-Type", "application/json"}});
        // What is sent behind it must not be answered either.
        socket.write(request + SandboxBench::request("GET", "/_sandbox/log", {}, {}));
        // Others are served, and by then this one would have been answered.
        QTRY_COMPARE(m_bench->log().size(), 2);
        QTEST(m_bench->queuesNamed(kName), "queues");
        QCOMPARE(socket.bytesAvailable(), 0);
        QCOMPARE(socket.state(), QAbstractSocket::ConnectedState);
        QCOMPARE(m_bench->log().last().toObject()[u"status"].toInt(-1), 0);
    }

    void dripsByteByByte()
    {
        m_bench->setFaults(
            R"([{"match":"GET /api/v2/queues/q-1","do":{"dripMs":3,"status":503,"body":"abc"}}])");
        QTcpSocket socket;
        m_bench->connectSocket(&socket);
        socket.write(SandboxBench::request("GET", "/api/v2/queues/q-1", {}, {}));
        QByteArray all;
        int pieces = 0;
        while (!all.endsWith("\r\n\r\nabc") && socket.waitForReadyRead(5000)) {
            all += socket.readAll();
            ++pieces;
        }
        QCOMPARE(parseReply(all, false).status, 503);
        QVERIFY2(pieces > 10, "it came in far fewer pieces than bytes");
    }

    void commitsLate_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<int>("status");
        QTest::newRow("closed") << QByteArray(R"({"close":"before","commitAfterMs":1000})") << 0;
        QTest::newRow("error") << QByteArray(R"({"status":504,"commitAfterMs":1000})") << 504;
        QTest::newRow("garbage") << QByteArray(R"({"garbage":true,"commitAfterMs":1000})") << 0;
    }
    void commitsLate()
    {
        QFETCH(QByteArray, fault);
        m_bench->setFaults(script(fault));
        const RawReply reply = m_bench->postJson("/api/v2/queues", SandboxBench::definition(kName));
        QTEST(reply.status, "status");
        // The answer comes first, and the queue after it, though the client has gone.
        QCOMPARE(m_bench->queuesNamed(kName), 0);
        QTRY_COMPARE(m_bench->queuesNamed(kName), 1);
    }

    void waitsForALateEffectThatItReports_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<int>("status");
        QTest::newRow("own answer") << QByteArray(R"({"commitAfterMs":30})") << 201;
        QTest::newRow("close after") << QByteArray(R"({"close":"after","commitAfterMs":30})") << 0;
    }
    void waitsForALateEffectThatItReports()
    {
        QFETCH(QByteArray, fault);
        m_bench->setFaults(script(fault));
        QTEST(
            m_bench->postJson("/api/v2/queues", SandboxBench::definition(kName)).status, "status");
        QCOMPARE(m_bench->queuesNamed(kName), 1);
    }

    void dropsALateEffectOnReset()
    {
        m_bench->setFaults(script(R"({"status":504,"commitAfterMs":100})"));
        QCOMPARE(m_bench->postJson("/api/v2/queues", SandboxBench::definition(kName)).status, 504);
        QCOMPARE(m_bench->plain("POST", "/_sandbox/reset").status, 204);
        QElapsedTimer timer;
        timer.start();
        QTRY_VERIFY(timer.hasExpired(250)); // nothing else tells that nothing happened
        QCOMPARE(m_bench->queuesNamed(kName), 0);
    }

    void commitsOnlyWhatTheTenantAccepts()
    {
        m_bench->setFaults(script(R"({"status":500,"commit":true})"));
        const QByteArray body = QJsonDocument(SandboxBench::definition(kName)).toJson();
        const RawReply reply =
            m_bench->plain("POST", "/api/v2/queues", body, {{"Content-Type", "application/json"}});
        QCOMPARE(reply.status, 500);
        QCOMPARE(m_bench->queuesNamed(kName), 0); // there was no token
    }

    void ignoresQueriesAndFaultsTheToken()
    {
        m_bench->setFaults(R"([{"match":"GET /api/v2/queues","do":{"status":502}},)"
                           "{\"match\":\"POST /api/v2/oauth/*\",\"do\":{\"status\":503}}]");
        QCOMPARE(m_bench->plain("GET", "/api/v2/queues?name=x").status, 502);
        QCOMPARE(m_bench->token(), QByteArray());
        QVERIFY(!m_bench->token().isEmpty());
    }

    void neverFaultsTheControlPaths()
    {
        m_bench->setFaults("[{\"match\":\"GET /*\",\"times\":9,\"do\":{\"status\":502}}]");
        QCOMPARE(m_bench->plain("GET", "/_sandbox/state").status, 200);
        QCOMPARE(m_bench->log(), QJsonArray());
        QCOMPARE(m_bench->plain("GET", "/api/v2/skills").status, 502);
    }

    void replacesTheScript()
    {
        m_bench->setFaults(script(R"({"status":500})"));
        m_bench->setFaults("[]");
        QCOMPARE(m_bench->postJson("/api/v2/queues", SandboxBench::definition(kName)).status, 201);
        m_bench->setFaults(script(R"({"status":500})"));
        const RawReply refused =
            m_bench->plain("POST", "/_sandbox/faults", script(R"({"stat":500})"));
        QCOMPARE(refused.status, 400);
        QVERIFY(refused.json()[u"message"].toString().contains(QStringLiteral("Rule 1")));
        // A script that is refused changes nothing.
        QCOMPARE(m_bench->postJson("/api/v2/queues", SandboxBench::definition(kName)).status, 500);
    }
};

QTEST_GUILESS_MAIN(TestSandboxFaults)
#include "tst_sandboxfaults.moc"

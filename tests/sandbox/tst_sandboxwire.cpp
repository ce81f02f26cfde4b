#include "sandboxbench.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>
#include <QThread>

#include <optional>

using namespace queuesmith;

class TestSandboxWire : public QObject {
    Q_OBJECT

    std::optional<SandboxBench> m_bench;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_bench.emplace();
    }
    void cleanup() { m_bench.reset(); }

    void answersPipelinedRequestsInOrder()
    {
        m_bench->setFaults(R"([{"match":"GET /a","do":{"status":404,"body":"first","delayMs":30}},)"
                           R"({"match":"GET /b","do":{"status":404,"body":"second"}}])");
        QTcpSocket socket;
        m_bench->connectSocket(&socket);
        socket.write("GET /a HTTP/1.1\r\nHost: x\r\n\r\nGET /b HTTP/1.1\r\nHost: x\r\n\r\n"
                     "GET /c HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        const QByteArray bytes = socket.readAll();
        QCOMPARE(bytes.count("HTTP/1.1 404"), 3);
        QVERIFY(bytes.indexOf("first") > 0);
        QVERIFY(bytes.indexOf("first") < bytes.indexOf("second"));
        QVERIFY(bytes.endsWith("}"));
    }

    void keepsTheConnection()
    {
        QTcpSocket socket;
        m_bench->connectSocket(&socket);
        for (int i = 0; i < 3; ++i) {
            socket.write("GET /x HTTP/1.1\r\nHost: x\r\n\r\n");
            QTRY_VERIFY(socket.bytesAvailable() > 0);
            const RawReply reply = parseReply(socket.readAll(), false);
            QCOMPARE(reply.status, 404);
            QCOMPARE(reply.header("Connection"), QByteArray("keep-alive"));
        }
        socket.write("GET /x HTTP/1.0\r\n\r\n");
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    }

    void readsRequestsThatComeInPieces_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("length") << QByteArray(
            "POST /api/v2/oauth/token HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 70\r\n\r\n"
            "grant_type=client_credentials&client_id=demo&client_secret=demo-secret");
        QTest::newRow("chunked") << QByteArray(
            "POST /api/v2/oauth/token HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
            "1e\r\ngrant_type=client_credentials&\r\n"
            "28\r\nclient_id=demo&client_secret=demo-secret\r\n0\r\n\r\n");
    }
    void readsRequestsThatComeInPieces()
    {
        QFETCH(QByteArray, request);
        QTcpSocket socket;
        m_bench->connectSocket(&socket);
        socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        for (const char byte : request) {
            socket.write(QByteArray(1, byte));
            socket.flush();
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(parseReply(socket.readAll(), true).status, 200);
        QCOMPARE(m_bench->log().first()[u"body"].toString(),
            QStringLiteral("grant_type=client_credentials&client_id=demo&client_secret=***"));
    }

    void refusesWhatIsNoRequest_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::newRow("words") << QByteArray("hello there\r\n\r\n") << 400;
        QTest::newRow("tls") << QByteArray::fromHex("160301020001000") << 400;
        QTest::newRow("bad length")
            << QByteArray("POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n") << 400;
        QTest::newRow("two lengths")
            << QByteArray("POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab")
            << 400;
        QTest::newRow("bad chunk")
            << QByteArray("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n") << 400;
        QTest::newRow("announced too large")
            << QByteArray("POST / HTTP/1.1\r\nContent-Length: 8388609\r\n\r\n") << 413;
        QTest::newRow("chunk too large")
            << QByteArray("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n800001\r\n") << 413;
        QTest::newRow("endless headers")
            << QByteArray("GET / HTTP/1.1\r\nX: ") + QByteArray(70'000, 'x') << 431;
    }
    void refusesWhatIsNoRequest()
    {
        QFETCH(QByteArray, request);
        QTcpSocket socket;
        m_bench->connectSocket(&socket);
        socket.write(request);
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        const RawReply reply = parseReply(socket.readAll(), true);
        QTEST(reply.status, "status");
        QVERIFY(!reply.json()[u"message"].toString().isEmpty());
        QTEST(m_bench->log().first()[u"status"].toInt(), "status");
    }

    void takesABodyOfTheLargestSize()
    {
        const QByteArray body(8LL * 1024 * 1024, 'x');
        const RawReply reply =
            m_bench->call("POST", "/api/v2/queues", body, {{"Content-Type", "application/json"}});
        QCOMPARE(reply.status, 400); // it's read, and isn't JSON
        QCOMPARE(reply.json()[u"code"].toString(), QStringLiteral("invalid_json"));
    }

    void tellsToContinue()
    {
        QTcpSocket socket;
        m_bench->connectSocket(&socket);
        socket.write("POST /x HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: "
                     "2\r\nConnection: close\r\n\r\n");
        QTRY_COMPARE(socket.bytesAvailable(), qint64(sizeof "HTTP/1.1 100 Continue\r\n\r\n" - 1));
        QVERIFY(socket.readAll().startsWith("HTTP/1.1 100"));
        socket.write("{}");
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(parseReply(socket.readAll(), true).status, 404);
    }

    void survivesClientsThatLeave()
    {
        m_bench->setFaults("[{\"match\":\"GET /*\",\"times\":3,\"do\":{\"dripMs\":1}},"
                           "{\"match\":\"GET /*\",\"times\":3,\"do\":{\"delayMs\":20}},"
                           "{\"match\":\"GET /*\",\"times\":3,\"do\":{\"hang\":true}}]");
        for (int i = 0; i < 9; ++i) {
            QTcpSocket socket;
            m_bench->connectSocket(&socket);
            socket.write("GET /x HTTP/1.1\r\nHost: x\r\n\r\n");
            QTRY_COMPARE(m_bench->log().size(), i + 1);
            socket.abort();
        }
        QCOMPARE(m_bench->plain("GET", "/x").status, 404);
    }

    void addsLatency()
    {
        SandboxOptions options = SandboxBench::smallEstate();
        options.latency = std::chrono::milliseconds(50);
        SandboxBench bench(options);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(bench.plain("GET", "/x").status, 404);
        QVERIFY(timer.elapsed() >= 49);
    }

    void listensOnLoopbackOnly()
    {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.2"), m_bench->port());
        QTRY_COMPARE(socket.error(), QAbstractSocket::ConnectionRefusedError);
    }

    void saysWhenThePortIsTaken()
    {
        SandboxOptions options = SandboxBench::smallEstate();
        options.port = m_bench->port();
        SandboxServer second(options);
        const Status listening = second.listen();
        QVERIFY(!listening.ok());
        QVERIFY(listening.error().message.contains(QString::number(m_bench->port())));
        QVERIFY(second.baseUrl().isEmpty());
    }

    void runsInAThreadOfItsOwn()
    {
        QThread thread;
        auto *server = new SandboxServer(SandboxBench::smallEstate());
        QObject::connect(&thread, &QThread::finished, server, &QObject::deleteLater);
        server->moveToThread(&thread);
        thread.start();
        QUrl url;
        QMetaObject::invokeMethod(
            server,
            [server, &url] {
                if (server->listen().ok())
                    url = server->baseUrl();
            },
            Qt::BlockingQueuedConnection);
        QVERIFY(url.port() > 0);

        QTcpSocket socket;
        socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
        QVERIFY(socket.waitForConnected());
        socket.write("GET /_sandbox/state HTTP/1.1\r\nConnection: close\r\n\r\n");
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(parseReply(socket.readAll(), true).json()[u"queues"].toArray().size(), 10);

        thread.quit();
        QVERIFY(thread.wait(5000));
    }
};

QTEST_GUILESS_MAIN(TestSandboxWire)
#include "tst_sandboxwire.moc"

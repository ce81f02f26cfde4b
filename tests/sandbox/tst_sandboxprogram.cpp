#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace {

const QString kProgram = QStringLiteral(SANDBOX_PROGRAM);

void start(QProcess *process, const QStringList &arguments)
{
    process->start(kProgram, arguments);
    QVERIFY(process->waitForStarted());
}

void expectExit(const QStringList &arguments, int code, const QString &part)
{
    QProcess process;
    start(&process, arguments);
    QVERIFY(process.waitForFinished(30000));
    QCOMPARE(process.exitCode(), code);
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
    const QString message = QString::fromUtf8(process.readAllStandardError());
    QVERIFY2(message.contains(part), qPrintable(message));
}

} // namespace

class TestSandboxProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void servesUntilASignal_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void servesUntilASignal()
    {
        QFETCH(int, signal);
        QProcess process;
        start(&process, {QStringLiteral("--queues"), QStringLiteral("3")});
        QTRY_VERIFY(process.bytesAvailable() > 0);
        static const QRegularExpression line(
            QStringLiteral("^listening on http://127\\.0\\.0\\.1:([0-9]+)\n$"));
        const auto match = line.match(QString::fromUtf8(process.readAllStandardOutput()));
        QVERIFY(match.hasMatch());
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), match.captured(1).toUShort());
        socket.write("GET /_sandbox/state HTTP/1.1\r\n\r\n");
        QTRY_VERIFY(socket.bytesAvailable() > 0);
        QVERIFY(socket.readAll().startsWith("HTTP/1.1 200"));

        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);
        QVERIFY(process.waitForFinished(30000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
        QCOMPARE(process.readAllStandardError(), QByteArray());
    }

    void refusesBadOptions_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("part"); // of the message
        const auto row = [](const char *arguments, const char *part) {
            QTest::newRow(arguments)
                << QString::fromLatin1(arguments).split(u' ') << QString::fromLatin1(part);
        };
        row("--nonsense", "nonsense");
        row("--port 65536", "--port");
        row("--port x", "--port");
        row("--queues -1", "--queues");
        row("--latency 1.5", "--latency");
        row("--dialect acd-skills", "dialect");
        row("--lacks createQueue", "createQueue");
        row("--lacks nothing", "nothing");
        row("--lacks DAILY", "DAILY");
        row("--faults /nonexistent.json", "/nonexistent.json");
        row("extra", "extra");
    }
    void refusesBadOptions()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, part);
        expectExit(arguments, 2, part);
    }

    void refusesABadScript()
    {
        const QTemporaryDir dir;
        QFile file(dir.filePath(QStringLiteral("faults.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"([{"match":"GET /a","do":{}},{"match":"GET /a","do":{"stat":1}}])");
        file.close();
        expectExit({QStringLiteral("--faults"), file.fileName()}, 2, QStringLiteral("Rule 2"));
    }

    void saysWhenThePortIsTaken()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        expectExit({QStringLiteral("--port"), QString::number(other.serverPort())}, 1,
            QString::number(other.serverPort()));
    }
};

QTEST_GUILESS_MAIN(TestSandboxProgram)
#include "tst_sandboxprogram.moc"

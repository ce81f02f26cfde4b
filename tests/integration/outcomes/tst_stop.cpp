// SIGINT and SIGTERM at every point of a provisioning.

#include "commandrun.h"
#include "demotenant.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <csignal>

using namespace queuesmith;

namespace {

const QString kPost = QStringLiteral("POST");
const QString kQueues = QStringLiteral("/api/v2/queues");

/// Two seconds, and what a busy machine adds to them.
constexpr int kSoonMs = 4'000;

struct Row {
    QByteArray fault = {};
    QByteArrayView method = "POST"; ///< the stop comes after this request has arrived
    QByteArrayView path = "/api/v2/queues";
    QByteArrayView said = ""; ///< and after this is on standard error
    int signal = SIGINT;
    QByteArrayView outcome = "cancelled";
    int posts = 1;
    int queues = 0; ///< right after the stop
    int open = 0; ///< intents, right after the stop
    QByteArrayView next = "created"; ///< outcome of the next run
};

} // namespace

Q_DECLARE_METATYPE(Row)

class TestStop : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void leavesNothingUnsaid_data()
    {
        QTest::addColumn<Row>("row");
        const auto row = [](const char *name, const Row &values) { QTest::newRow(name) << values; };
        row("while the token is fetched",
            {.fault = R"({"match":"POST /api/v2/oauth/token","do":{"hang":true}})",
                .path = "/api/v2/oauth/token",
                .posts = 0});
        row("while the lists are read",
            {.fault = R"({"match":"GET /api/v2/queues","do":{"hang":true}})",
                .method = "GET",
                .signal = SIGTERM,
                .posts = 0});
        row("in a Retry-After",
            {.fault = R"({"match":"POST /api/v2/queues","do":{"status":429,)"
                      R"("headers":{"Retry-After":60}}})",
                .said = "asks to wait"});
        row("in flight, nothing created",
            {.fault = R"({"match":"POST /api/v2/queues","do":{"hang":true}})",
                .signal = SIGTERM,
                .outcome = "unknown",
                .open = 1});
        row("in flight, created",
            {.fault = R"({"match":"POST /api/v2/queues","do":{"hang":true,"commit":true}})",
                .outcome = "adopted",
                .queues = 1,
                .next = "rejected"});
        row("in flight, created late",
            {.fault = R"({"match":"POST /api/v2/queues","do":{"hang":true,"commitAfterMs":1500}})",
                .outcome = "unknown",
                .open = 1,
                .next = "adopted"});
        row("in flight, and the tenant is blind",
            {.fault = R"({"match":"POST /api/v2/queues","do":{"hang":true,"commit":true}},)"
                      R"({"match":"GET /api/v2/queues","do":{}},)"
                      R"({"match":"GET /api/v2/queues","times":9,"do":{"hang":true}})",
                .outcome = "unknown",
                .queues = 1,
                .open = 1,
                .next = "adopted"});
        row("in flight, created, and the tenant hangs on the queue",
            {.fault = R"({"match":"POST /api/v2/queues","do":{"hang":true,"commit":true}},)"
                      R"({"match":"GET /api/v2/queues/)" // moc would take a star here for a comment
                      R"(*","times":9,"do":{"hang":true}})",
                .signal = SIGHUP,
                .outcome = "adopted",
                .queues = 1,
                .next = "rejected"});
        row("in flight, created, and the tenant is slow",
            {.fault = R"({"match":"GET /api/v2/queues","do":{}},)"
                      R"({"match":"POST /api/v2/queues","do":{"hang":true,"commit":true}},)"
                      R"({"match":"GET /api/v2/queues","do":{"delayMs":1200}},)"
                      R"({"match":"GET /api/v2/queues/)" // moc would take a star here for a comment
                      R"(*","times":9,"do":{"hang":true}})",
                .signal = SIGHUP,
                .outcome = "adopted",
                .queues = 1,
                .next = "rejected"});
        row("in a settle window",
            {.fault = R"({"match":"POST /api/v2/queues","do":{"status":500}})",
                .said = "late effect",
                .outcome = "unknown",
                .open = 1});
    }
    void leavesNothingUnsaid()
    {
        QFETCH(Row, row);
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url());
        tenant.setFaults('[' + row.fault + ']');
        const QString file = bench.write(QStringLiteral("spring.json"), springSale());
        const auto process = bench.start(bench.options()
            + QStringList{QStringLiteral("--settle"), QStringLiteral("60"),
                QStringLiteral("--json"), QStringLiteral("provision"), file});
        QVERIFY(tenant.awaitRequests(
            QString::fromLatin1(row.method), QString::fromLatin1(row.path), 1));
        // What was said while the request was awaited is in the buffer, and nothing may follow it.
        QByteArray said = process->readAllStandardError();
        while (!said.contains(row.said) && process->waitForReadyRead(10'000))
            said += process->readAllStandardError();
        QVERIFY2(said.contains(row.said), said.constData());

        QElapsedTimer timer;
        timer.start();
        ::kill(static_cast<pid_t>(process->processId()), row.signal);
        const CommandResult stopped = CommandBench::finish(*process);
        const QByteArray seen = stopped.output + said + stopped.messages.toUtf8();
        QVERIFY2(timer.elapsed() < kSoonMs, seen.constData()); // what it waited for takes a minute
        QVERIFY2(stopped.exitCode == 130, seen.constData());
        QVERIFY2(stopped.outcome() == QLatin1StringView(row.outcome), seen.constData());
        QCOMPARE(tenant.requests(kPost, kQueues), row.posts);
        QCOMPARE(tenant.queuesNamed(QStringLiteral("Spring Sale")), row.queues);
        expectIntents(bench, row.open);

        if (row.fault.contains("commitAfterMs"))
            QTRY_COMPARE(tenant.queuesNamed(QStringLiteral("Spring Sale")), 1);
        tenant.setFaults("[]");
        QCOMPARE(bench.run({QStringLiteral("provision"), file}).outcome(),
            QString::fromLatin1(row.next));
        QCOMPARE(tenant.queuesNamed(QStringLiteral("Spring Sale")), 1);
        expectIntents(bench, 0);
    }

    void endsSettleToo()
    {
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url());
        tenant.setFaults(R"([{"match":"POST /api/v2/queues","do":{"hang":true}}])");
        const QString file = bench.write(QStringLiteral("spring.json"), springSale());
        const auto provision =
            bench.start(bench.options() + QStringList{QStringLiteral("provision"), file});
        QVERIFY(tenant.awaitRequests(kPost, kQueues, 1));
        ::kill(static_cast<pid_t>(provision->processId()), SIGINT);
        QCOMPARE(CommandBench::finish(*provision).exitCode, 130);

        const int looks = tenant.requests(QStringLiteral("GET"), kQueues);
        const auto settle = bench.start(bench.options()
            + QStringList{QStringLiteral("--settle"), QStringLiteral("60"),
                QStringLiteral("--json"), QStringLiteral("settle")});
        QVERIFY(tenant.awaitRequests(QStringLiteral("GET"), kQueues, looks + 1));
        ::kill(static_cast<pid_t>(settle->processId()), SIGTERM);
        const CommandResult stopped = CommandBench::finish(*settle);
        QCOMPARE(stopped.exitCode, 130);
        QCOMPARE(stopped.json.value(QLatin1StringView("open")).toInt(-1), 1);
        QCOMPARE(tenant.requests(kPost, kQueues), 1);
        expectIntents(bench, 1);
    }

    void endsWhatChangesNothing_data()
    {
        QTest::addColumn<QString>("command");
        for (const char *command : {"check", "queues list", "queues show q-1", "validate FILE",
                 "recommend q-1", "recommend --all", "provision FILE"})
            QTest::newRow(command) << QString::fromLatin1(command);
    }
    void endsWhatChangesNothing()
    {
        QFETCH(QString, command);
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url());
        tenant.setFaults(R"([{"match":"POST /api/v2/oauth/token","times":9,"do":{"hang":true}}])");
        const QString file = bench.write(QStringLiteral("spring.json"), springSale());
        QStringList words = command.split(u' ');
        words.replaceInStrings(QStringLiteral("FILE"), file);
        const auto process = bench.start(bench.options() + words);
        QVERIFY(tenant.awaitRequests(kPost, QStringLiteral("/api/v2/oauth/token"), 1));
        QElapsedTimer timer;
        timer.start();
        ::kill(static_cast<pid_t>(process->processId()), SIGHUP);
        QCOMPARE(CommandBench::finish(*process).exitCode, 130);
        QVERIFY(timer.elapsed() < kSoonMs);
    }

    /// An earlier run had finished, and was killed before it could say so.
    void endsWhileFinishedWorkIsTold_data()
    {
        QTest::addColumn<QString>("command");
        for (const char *command : {"settle", "provision FILE", "wfm retry"})
            QTest::newRow(command) << QString::fromLatin1(command);
    }
    void endsWhileFinishedWorkIsTold()
    {
        QFETCH(QString, command);
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url());
        const QString file = bench.write(QStringLiteral("spring.json"), springSale());
        QCOMPARE(bench.run({QStringLiteral("provision"), file}).exitCode, 0);
        leaveUnreported(bench.auditFile());
        const int looks = tenant.requests(QStringLiteral("GET"), kQueues);
        tenant.setFaults(R"([{"match":"GET /api/v2/queues","times":9,"do":{"hang":true}}])");
        QStringList words = command.split(u' ');
        words.replaceInStrings(QStringLiteral("FILE"), file);
        const auto process = bench.start(bench.options() + words);
        QVERIFY(tenant.awaitRequests(QStringLiteral("GET"), kQueues, looks + 1));
        QElapsedTimer timer;
        timer.start();
        ::kill(static_cast<pid_t>(process->processId()), SIGTERM);
        const CommandResult stopped = CommandBench::finish(*process);
        QVERIFY(timer.elapsed() < kSoonMs);
        QCOMPARE(stopped.exitCode, 130);
        QVERIFY2(stopped.messages.contains(QLatin1StringView("earlier run left open"))
                || command == QLatin1StringView("wfm retry"),
            qPrintable(stopped.messages));
        // It is still to be told.
        tenant.setFaults("[]");
        QCOMPARE(
            bench.run({QStringLiteral("provision"), file}).outcome(), QStringLiteral("adopted"));
    }

    void aHangUpThatIsIgnoredStaysSo()
    {
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url());
        tenant.setFaults(R"([{"match":"POST /api/v2/queues","do":{"delayMs":1500}}])");
        const QString file = bench.write(QStringLiteral("spring.json"), springSale());
        std::signal(SIGHUP, SIG_IGN); // as nohup does; a child inherits it
        const auto process =
            bench.start(bench.options() + QStringList{QStringLiteral("provision"), file});
        std::signal(SIGHUP, SIG_DFL);
        QVERIFY(tenant.awaitRequests(kPost, kQueues, 1));
        ::kill(static_cast<pid_t>(process->processId()), SIGHUP);
        QCOMPARE(CommandBench::finish(*process).exitCode, 0);
    }

private:
    /// As RunRegistry::sweep() marks what a killed run had finished.
    static void leaveUnreported(const QString &file)
    {
        {
            QSqlDatabase database =
                QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("unreported"));
            database.setDatabaseName(file);
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY(query.exec(QStringLiteral("UPDATE operation SET unreported = 1")));
            QCOMPARE(query.numRowsAffected(), 1);
        }
        QSqlDatabase::removeDatabase(QStringLiteral("unreported"));
    }

    static void expectIntents(const CommandBench &bench, int open)
    {
        const CommandResult verified =
            bench.run({QStringLiteral("audit"), QStringLiteral("verify")});
        QCOMPARE(verified.json.value(QLatin1StringView("ok")), QJsonValue(true));
        QCOMPARE(verified.json.value(QLatin1StringView("openIntents")).toInt(-1), open);
    }
};

QTEST_GUILESS_MAIN(TestStop)
#include "tst_stop.moc"

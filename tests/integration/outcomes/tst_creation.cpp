// What may happen to the one request that creates a queue, counted at the tenant.

#include "commandrun.h"
#include "demotenant.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>

#include <map>
#include <memory>
#include <vector>

using namespace queuesmith;

namespace {

constexpr QByteArrayView kSignedIn = "SIGNED_IN success";
constexpr QByteArrayView kIntent = "QUEUE_PROVISIONED intent";
constexpr QByteArrayView kSuccess = "QUEUE_PROVISIONED success";
constexpr QByteArrayView kFailure = "QUEUE_PROVISIONED failure";
constexpr QByteArrayView kUnknown = "QUEUE_PROVISIONED unknown";

struct Row {
    QByteArrayView tenant = ""; ///< options of the demo tenant
    QByteArrayView options = ""; ///< of the command line
    QByteArray post = {}; ///< what is done to the first creation, and to `times` of them
    int times = 1;
    QByteArrayView outcome = "created";
    int exitCode = 0;
    QByteArrayView error = ""; ///< error.code
    int queues = 1; ///< at the tenant, of that name
    int posts = 1;
    QByteArrayView end = kSuccess;
    int httpStatus = 201; ///< of the last attempt; 0: there was no answer
    QJsonValue verified = true; ///< compliance_verified; undefined: not in the record
    int open = 0; ///< after `settle`
};

QStringList words(QByteArrayView text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

/// A provisioning under way. Most of its time is waiting, so several go on at the same time.
struct Trial {
    DemoTenant tenant;
    CommandBench bench;
    std::unique_ptr<QProcess> process;

    explicit Trial(const Row &row)
        : tenant(words(row.tenant))
    {
        bench.useTenant(tenant.url());
        if (!row.post.isEmpty())
            tenant.setFaults(R"([{"match":"POST /api/v2/queues","times":)"
                + QByteArray::number(row.times) + R"(,"do":{)" + row.post + "}}]");
        process =
            bench.start(bench.options() + QStringList{QStringLiteral("--json")} + words(row.options)
                + QStringList{QStringLiteral("provision"),
                    bench.write(QStringLiteral("spring.json"), springSale())});
    }
    ~Trial() { (void)CommandBench::finish(*process); }
    Trial(const Trial &) = delete;
    Trial &operator=(const Trial &) = delete;
};

} // namespace

class TestCreation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void isCountedAtTheTenant_data()
    {
        QTest::addColumn<int>("number");
        m_rows.clear();
        const auto row = [this](const char *name, const Row &values) {
            QTest::newRow(name) << static_cast<int>(m_rows.size());
            m_rows.push_back(values);
        };
        const auto failed = [&row](const char *name, const QByteArray &post, int status,
                                const char *error, int exitCode = 1, int posts = 1) {
            row(name,
                {.post = post,
                    .times = 99,
                    .outcome = "failed",
                    .exitCode = exitCode,
                    .error = error,
                    .queues = 0,
                    .posts = posts,
                    .end = kFailure,
                    .httpStatus = status,
                    .verified = QJsonValue::Undefined});
        };
        // Its effect isn't known: already there, and not there.
        const auto lost = [&row](const char *name, const QByteArray &post, int status) {
            const QByteArray there = name + QByteArray(", but created");
            const QByteArray absent = name + QByteArray(", nothing created");
            row(there.constData(),
                {.post = post + R"(,"commit":true)", .outcome = "adopted", .httpStatus = status});
            row(absent.constData(), {.post = post, .posts = 2});
        };

        row("plain success", {});
        row("slow answer", {.post = R"("dripMs":1)"});
        row("429 with seconds",
            {.post = R"("status":429,"headers":{"Retry-After":1})", .posts = 2});
        row("429 with a date that is past",
            {.post = R"("status":429,"headers":{"Retry-After":"Sun, 06 Nov 1994 08:49:37 GMT"})",
                .posts = 2});
        row("429 with a date to come",
            {.post = R"("status":429,"headers":{"Date":"Sun, 06 Nov 1994 08:49:37 GMT",)"
                     R"("Retry-After":"Sun, 06 Nov 1994 08:49:38 GMT"})",
                .posts = 2});
        row("429 with nonsense",
            {.post = R"("status":429,"headers":{"Retry-After":"soon, I promise"})", .posts = 2});
        row("429 with a negative number",
            {.post = R"("status":429,"headers":{"Retry-After":-5})", .posts = 2});
        row("429 until the attempts run out",
            {.options = "--max-attempts 2",
                .post = R"("status":429)",
                .times = 99,
                .outcome = "failed",
                .exitCode = 1,
                .error = "throttled",
                .queues = 0,
                .posts = 2,
                .end = kFailure,
                .httpStatus = 429,
                .verified = QJsonValue::Undefined});
        failed("429 with hours to wait", R"("status":429,"headers":{"Retry-After":7200})", 429,
            "retry_after_too_long");

        lost("500", R"("status":500)", 500);
        lost("502", R"("status":502)", 502);
        lost("503", R"("status":503)", 503);
        lost("504", R"("status":504)", 504);
        lost("408", R"("status":408)", 408);
        lost("599", R"("status":599)", 599);
        lost("garbage", R"("garbage":true)", 0);
        lost("cut body", R"("truncate":20)", 201);
        lost("answer without id", R"("status":201,"body":{"name":"Spring Sale"})", 201);
        lost("answer that is no JSON", R"("status":201,"body":"created!")", 201);
        lost("200 with HTML", R"("html":true)", 200);
        row("202 with an id, created",
            {.post = R"("status":202,"commit":true)", .outcome = "adopted", .httpStatus = 202});
        row("200 with an id", {.post = R"("status":200,"commit":true)", .httpStatus = 200});
        row("closed after it was created",
            {.post = R"("close":"after")", .outcome = "adopted", .httpStatus = 0});
        row("closed before it was created", {.post = R"("close":"before")", .posts = 2});
        row("no answer, but created",
            {.options = "--timeout 0.5",
                .post = R"("hang":true,"commit":true)",
                .outcome = "adopted",
                .httpStatus = 0});
        row("no answer, nothing created",
            {.options = "--timeout 0.5", .post = R"("hang":true)", .posts = 2});
        row("503 twice", {.post = R"("status":503)", .times = 2, .posts = 3});
        row("503 twice, the first created it",
            {.post = R"("status":503,"commit":true)",
                .times = 2,
                .outcome = "adopted",
                .httpStatus = 503});
        row("created late, within the settle window",
            {.options = "--settle 1",
                .post = R"("status":500,"commitAfterMs":200)",
                .outcome = "adopted",
                .httpStatus = 500});
        row("closed, created late",
            {.options = "--settle 1",
                .post = R"("hang":true,"commitAfterMs":700)",
                .outcome = "adopted",
                .httpStatus = 0});
        row("500 until the attempts run out",
            {.options = "--max-attempts 2",
                .post = R"("status":500)",
                .times = 99,
                .outcome = "failed",
                .exitCode = 1,
                .error = "not_applied",
                .queues = 0,
                .posts = 2,
                .end = kFailure,
                .httpStatus = 500,
                .verified = QJsonValue::Undefined});

        row("401 once", {.post = R"("status":401)", .posts = 2});
        failed("401 for ever", R"("status":401)", 401, "unauthorized", 4, 2);
        failed("403", R"("status":403)", 403, "forbidden", 4);
        failed("400", R"("status":400)", 400, "bad_request");
        failed("404", R"("status":404)", 404, "not_found");
        failed("405", R"("status":405)", 405, "method_not_allowed");
        failed("413", R"("status":413)", 413, "too_large");
        failed("415", R"("status":415)", 415, "unsupported_media_type");
        failed("422", R"("status":422)", 422, "unprocessable");
        failed("418", R"("status":418)", 418, "refused");
        failed("412", R"("status":412)", 412, "precondition_failed");
        failed("501", R"("status":501)", 501, "not_implemented");
        failed("505", R"("status":505)", 505, "http_version");
        row("409, it is there",
            {.post = R"("status":409,"commit":true)", .outcome = "adopted", .httpStatus = 409});
        failed("409, it isn't there", R"("status":409)", 409, "conflict");

        row("a token that expires between attempts",
            {.tenant = "--token-life 1",
                .post = R"("status":429,"headers":{"Retry-After":2})",
                .posts = 2});

        row("can't list queues", {.tenant = "--lacks listQueues"});
        row("can't list queues, 429",
            {.tenant = "--lacks listQueues", .post = R"("status":429)", .posts = 2});
        row("can't list queues, 500, created",
            {.tenant = "--lacks listQueues",
                .post = R"("status":500,"commit":true)",
                .outcome = "unknown",
                .exitCode = 5,
                .error = "unknown",
                .end = kUnknown,
                .httpStatus = 500,
                .verified = QJsonValue::Undefined,
                .open = 1});
        row("can't list queues, 500, nothing created",
            {.tenant = "--lacks listQueues",
                .post = R"("status":500)",
                .outcome = "unknown",
                .exitCode = 5,
                .error = "unknown",
                .queues = 0,
                .end = kUnknown,
                .httpStatus = 500,
                .verified = QJsonValue::Undefined,
                .open = 1});
        row("can't read one queue", {.tenant = "--lacks getQueue"});
        row("can't read one queue, 500, created",
            {.tenant = "--lacks getQueue",
                .post = R"("status":500,"commit":true)",
                .outcome = "adopted",
                .httpStatus = 500});
        row("can neither list nor read queues",
            {.tenant = "--lacks listQueues --lacks getQueue", .verified = QJsonValue::Null});
    }
    void isCountedAtTheTenant()
    {
        QFETCH(int, number);
        const Row row = m_rows.at(static_cast<std::size_t>(number));
        const std::unique_ptr<Trial> trial = take(number);
        DemoTenant &tenant = trial->tenant;
        const CommandBench &bench = trial->bench;
        const CommandResult result = CommandBench::finish(*trial->process);

        const QByteArray seen = result.output + result.messages.toUtf8();
        QVERIFY2(tenant.queuesNamed(QStringLiteral("Spring Sale")) == row.queues, seen.constData());
        QVERIFY2(tenant.creations() == row.posts, seen.constData());
        QVERIFY2(result.outcome() == QLatin1StringView(row.outcome), seen.constData());
        QVERIFY2(result.exitCode == row.exitCode, seen.constData());
        QCOMPARE(result.errorCode(), QString::fromLatin1(row.error));
        QCOMPARE(result.json.value(QLatin1StringView("attempts")).toInt(), row.posts);
        expectId(tenant, result, row);

        expectRecord(bench, row);
        expectSettled(bench, row);
        QCOMPARE(tenant.creations(), row.posts); // to settle sends nothing
    }

    void nothingReachesTheTargetOfARedirect_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {301, 302, 303, 307, 308})
            QTest::addRow("%d", status) << status;
    }
    void nothingReachesTheTargetOfARedirect()
    {
        QFETCH(int, status);
        QTcpServer elsewhere;
        QVERIFY(elsewhere.listen(QHostAddress::LocalHost));
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url());
        const QString fault =
            QStringLiteral("[{\"match\":\"POST /api/v2/queues\",\"times\":9,\"do\":{\"status\":%1,"
                           "\"redirect\":\"http:\\/\\/127.0.0.1:%2/api/v2/queues\"}}]")
                .arg(QString::number(status), QString::number(elsewhere.serverPort()));
        tenant.setFaults(fault.toUtf8());
        const CommandResult result = bench.run({QStringLiteral("provision"),
            bench.write(QStringLiteral("spring.json"), springSale())});
        QVERIFY(!elsewhere.waitForNewConnection(0));
        const Row row{.outcome = "failed",
            .exitCode = 1,
            .queues = 0,
            .end = kFailure,
            .httpStatus = status,
            .verified = QJsonValue::Undefined};
        QCOMPARE(result.outcome(), QStringLiteral("failed"));
        QCOMPARE(result.exitCode, 1);
        QCOMPARE(result.errorCode(), QStringLiteral("redirect"));
        QCOMPARE(tenant.queuesNamed(QStringLiteral("Spring Sale")), 0);
        QCOMPARE(tenant.creations(), 1);
        expectRecord(bench, row);
        expectSettled(bench, row);
    }

    void saysWhichFieldsTheTenantRefuses()
    {
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url());
        tenant.setFaults(
            R"([{"match":"POST /api/v2/queues","do":{"status":400,"body":{"code":"bad","message":)"
            R"("No.","correlationId":"c-9","errors":[{"field":"capacity","code":"too_high",)"
            R"("message":"Above the plan."}]}}}])");
        const CommandResult result = bench.run({QStringLiteral("provision"),
            bench.write(QStringLiteral("spring.json"), springSale())});
        QCOMPARE(result.exitCode, 1);
        const QJsonValue error = result.json.value(QLatin1StringView("error"));
        const QJsonValue field = error[QLatin1StringView("fields")][0];
        QCOMPARE(field[QLatin1StringView("field")].toString(), QStringLiteral("capacity"));
        QCOMPARE(field[QLatin1StringView("code")].toString(), QStringLiteral("too_high"));
        QCOMPARE(field[QLatin1StringView("message")].toString(), QStringLiteral("Above the plan."));
        QCOMPARE(tenant.queuesNamed(QStringLiteral("Spring Sale")), 0);
    }

    void saysTheMissingScopeOfA403()
    {
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url());
        tenant.setFaults(R"([{"match":"POST /api/v2/queues","do":{"status":403}}])");
        const CommandResult result = bench.run({QStringLiteral("provision"),
            bench.write(QStringLiteral("spring.json"), springSale())});
        QCOMPARE(result.json.value(QLatin1StringView("error"))[QLatin1StringView("missingScope")]
                     .toString(),
            QStringLiteral("queue:create"));
        QVERIFY(result.messages.contains(QLatin1StringView("Creating"))); // stages on stderr
    }

    /// A Retry-After that comes with an answer of unknown effect is a lower bound too.
    void waitsAsLongAsA503Demands()
    {
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url());
        tenant.setFaults(
            R"([{"match":"POST /api/v2/queues","do":{"status":503,"headers":{"Retry-After":2}}}])");
        QElapsedTimer timer;
        timer.start();
        const CommandResult result = bench.run({QStringLiteral("provision"),
            bench.write(QStringLiteral("spring.json"), springSale())});
        QCOMPARE(result.outcome(), QStringLiteral("created"));
        QCOMPARE(tenant.creations(), 2);
        QVERIFY2(timer.elapsed() >= 2000, qPrintable(QString::number(timer.elapsed())));
    }

    void aConflictLeavesTheOtherQueueAsItIs()
    {
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url());
        tenant.setFaults(R"([{"match":"POST /api/v2/queues","do":{"status":409,"delayMs":500}}])");
        const auto process = bench.start(arguments(bench));
        QVERIFY(tenant.awaitRequests(QStringLiteral("POST"), QStringLiteral("/api/v2/queues"), 1));
        QJsonObject other = springSale();
        other.insert(QStringLiteral("capacity"), 9);
        const QString id = tenant.addQueue(other);
        QVERIFY(!id.isEmpty());
        const CommandResult result = CommandBench::finish(*process);
        QCOMPARE(result.exitCode, 1);
        QCOMPARE(result.outcome(), QStringLiteral("failed"));
        QCOMPARE(result.errorCode(), QStringLiteral("conflict"));
        const QString message =
            result.json.value(QLatin1StringView("error"))[QLatin1StringView("message")].toString();
        QVERIFY2(message.contains(id) && message.contains(QLatin1StringView("capacity")),
            qPrintable(message));
        QCOMPARE(tenant.queuesNamed(QStringLiteral("Spring Sale")), 1);
        QCOMPARE(tenant.creations(), 2); // one of them ours
        expectSettled(bench, {});
    }

    void aQueueThatTheTenantDoesNotShowIsNotKnown()
    {
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url());
        tenant.setFaults("[{\"match\":\"POST /api/v2/queues\",\"do\":{\"status\":201,\"body\":"
                         R"({"id":"q-777","name":"Spring Sale","capacity":8}}}])");
        const CommandResult result = CommandBench::finish(*bench.start(arguments(bench)));
        QCOMPARE(result.outcome(), QStringLiteral("unknown"));
        QCOMPARE(result.exitCode, 5);
        QCOMPARE(result.errorCode(), QStringLiteral("unknown"));
        QCOMPARE(
            result.json.value(QLatin1StringView("queueId")).toString(), QStringLiteral("q-777"));
        QCOMPARE(tenant.creations(), 1);
        // Asked for by its id at the end of the settle window too.
        QVERIFY(
            tenant.requests(QStringLiteral("GET"), QStringLiteral("/api/v2/queues/q-777")) >= 2);
        expectSettled(bench, {.open = 1});

        const CommandResult again = CommandBench::finish(*bench.start(arguments(bench)));
        QCOMPARE(again.outcome(), QStringLiteral("unknown"));
        QCOMPARE(again.exitCode, 5);
        QCOMPARE(tenant.creations(), 1); // never sent again by itself
        const CommandResult decided = bench.run(
            {QStringLiteral("settle"), QStringLiteral("--absent"), QStringLiteral("Spring Sale")});
        QCOMPARE(decided.exitCode, 0);
        expectSettled(bench, {});
        const CommandResult sent = CommandBench::finish(*bench.start(arguments(bench)));
        QCOMPARE(sent.outcome(), QStringLiteral("created"));
        QCOMPARE(sent.exitCode, 0);
        QCOMPARE(tenant.queuesNamed(QStringLiteral("Spring Sale")), 1);
    }

    void aPersonSaysWhichQueueItIs()
    {
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url());
        tenant.setFaults("[{\"match\":\"POST /api/v2/queues\",\"do\":{\"status\":201,\"body\":"
                         R"({"id":"q-777","name":"Spring Sale","capacity":8}}}])");
        QCOMPARE(CommandBench::finish(*bench.start(arguments(bench))).exitCode, 5);
        const QString id = tenant.addQueue(springSale());
        const CommandResult decided = bench.run({QStringLiteral("settle"),
            QStringLiteral("--present"), QStringLiteral("Spring Sale=") + id});
        const QJsonValue one = decided.json.value(QLatin1StringView("settled"))[0];
        QCOMPARE(one[QLatin1StringView("outcome")].toString(), QStringLiteral("adopted"));
        QCOMPARE(one[QLatin1StringView("queueId")].toString(), id);
        QCOMPARE(decided.exitCode, 0);
        expectSettled(bench, {});
    }

    void aQueueThatShowsLateIsCreated_data()
    {
        QTest::addColumn<QString>("option");
        QTest::newRow("by its id") << QString();
        QTest::newRow("in the list only") << QStringLiteral("--lacks getQueue");
    }
    void aQueueThatShowsLateIsCreated()
    {
        QFETCH(QString, option);
        DemoTenant tenant(option.split(u' ', Qt::SkipEmptyParts));
        CommandBench bench;
        bench.useTenant(tenant.url());
        tenant.setFaults("[{\"match\":\"POST /api/v2/queues\",\"do\":{\"status\":201,"
                         "\"commitAfterMs\":500,\"body\":"
                         R"({"id":"q-13","name":"Spring Sale","capacity":8}}}])");
        const CommandResult result = bench.run({QStringLiteral("--settle"), QStringLiteral("9"),
            QStringLiteral("provision"), bench.write(QStringLiteral("spring.json"), springSale())});
        QCOMPARE(result.outcome(), QStringLiteral("created"));
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.json.value(QLatin1StringView("complianceVerified")), QJsonValue(true));
        QCOMPARE(tenant.creations(), 1);
    }

    void aWrongSecretSendsNothingElse()
    {
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url());
        bench.setEnvironment(QStringLiteral("QUEUESMITH_CLIENT_SECRET"), QStringLiteral("old"));
        const CommandResult result = bench.run({QStringLiteral("provision"),
            bench.write(QStringLiteral("spring.json"), springSale())});
        QCOMPARE(result.exitCode, 4);
        QCOMPARE(result.outcome(), QStringLiteral("failed"));
        QCOMPARE(result.errorCode(), QStringLiteral("invalid_client"));
        QCOMPARE(tenant.log().size(), 1); // never retried
        QCOMPARE(bench.story(),
            QStringList({QStringLiteral("SIGN_IN_FAILED failure"), QString::fromLatin1(kIntent),
                QString::fromLatin1(kFailure)}));
        expectSettled(bench, {});
    }

    void aTenantThatIsntThereIsAPlainFailure()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const quint16 port = closed.serverPort();
        closed.close();
        CommandBench bench;
        bench.useTenant(QStringLiteral("http://127.0.0.1:%1").arg(port));
        const CommandResult result = bench.run(
            {QStringLiteral("--max-attempts"), QStringLiteral("2"), QStringLiteral("provision"),
                bench.write(QStringLiteral("spring.json"), springSale())});
        QCOMPARE(result.exitCode, 1);
        QCOMPARE(result.outcome(), QStringLiteral("failed"));
        QCOMPARE(result.errorCode(), QStringLiteral("connection_refused"));
        QCOMPARE(bench.story().last(), QString::fromLatin1(kFailure));
    }

    void whatTheTenantHasIsSaidWhenItIsntWhatWasDeclared()
    {
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url());
        tenant.setFaults("[{\"match\":\"GET /api/v2/queues/*\",\"do\":{\"status\":200,\"body\":"
                         R"({"id":"q-13","name":"Spring Sale","capacity":80}}}])");
        const CommandResult result = bench.run({QStringLiteral("provision"),
            bench.write(QStringLiteral("spring.json"), springSale())});
        QCOMPARE(result.outcome(), QStringLiteral("created"));
        QCOMPARE(result.exitCode, 5);
        const QJsonObject record =
            bench.record(QStringLiteral("QUEUE_PROVISIONED"), QStringLiteral("success"));
        QCOMPARE(record.value(QLatin1StringView("compliance_verified")), QJsonValue(false));
        QStringList held;
        const QJsonArray checks = record.value(QLatin1StringView("compliance_checks")).toArray();
        for (const QJsonValue &check : checks) {
            if (check[QLatin1StringView("ok")] == QJsonValue(true))
                held.append(check[QLatin1StringView("check")].toString());
        }
        QCOMPARE(held,
            QStringList({QStringLiteral("licence"), QStringLiteral("skills"),
                QStringLiteral("read_back:name")}));
        QCOMPARE(tenant.queuesNamed(QStringLiteral("Spring Sale")), 1);
        expectSettled(bench, {});
    }

    void cleanupTestCase() { m_trials.clear(); }

private:
    /// The trial of this row, begun now or before; those of the next rows are begun as well.
    std::unique_ptr<Trial> take(int number)
    {
        constexpr int kAhead = 12;
        const int end = std::min(number + kAhead, static_cast<int>(m_rows.size()));
        for (int i = std::max(number, m_begun); i < end; ++i)
            m_trials[i] = std::make_unique<Trial>(m_rows.at(static_cast<std::size_t>(i)));
        m_begun = std::max(m_begun, end);
        return std::move(m_trials[number]);
    }

    static QStringList arguments(const CommandBench &bench)
    {
        return bench.options()
            + QStringList{QStringLiteral("--json"), QStringLiteral("provision"),
                bench.write(QStringLiteral("spring.json"), springSale())};
    }

    static void expectId(DemoTenant &tenant, const CommandResult &result, const Row &row)
    {
        const QString id = result.json.value(QLatin1StringView("queueId")).toString();
        const bool isThere = row.outcome == "created" || row.outcome == "adopted";
        QCOMPARE(!id.isEmpty(), isThere);
        const QJsonArray queues = tenant.queues();
        const bool known = std::any_of(queues.begin(), queues.end(), [&id](const QJsonValue &q) {
            return q[QLatin1StringView("id")].toString() == id
                && q[QLatin1StringView("name")].toString() == QLatin1StringView("Spring Sale");
        });
        QCOMPARE(known, isThere);
    }

    static void expectRecord(const CommandBench &bench, const Row &row)
    {
        const QJsonArray records = bench.records();
        QCOMPARE(CommandBench::story(records),
            QStringList({QString::fromLatin1(kSignedIn), QString::fromLatin1(kIntent),
                QString::fromLatin1(row.end)}));
        const QJsonObject intent = records.at(1).toObject();
        const QJsonObject end = records.last().toObject();
        QCOMPARE(end.value(QLatin1StringView("correlation_id")),
            intent.value(QLatin1StringView("correlation_id")));
        QCOMPARE(end.value(QLatin1StringView("attempts")).toInt(), row.posts);
        QCOMPARE(end.value(QLatin1StringView("http_status")).toInt(), row.httpStatus);
        QCOMPARE(end.value(QLatin1StringView("compliance_verified")), row.verified);
        const bool isThere = row.end == kSuccess;
        QCOMPARE(!end.value(QLatin1StringView("queue_id")).toString().isEmpty(), isThere);
        QCOMPARE(end.value(QLatin1StringView("error")).toString().isEmpty(), isThere);
        QVERIFY(!isThere || end.contains(QLatin1StringView("creation_latency_ms")));
    }

    /// Nothing is left over that could be settled, and the chain holds.
    static void expectSettled(const CommandBench &bench, const Row &row)
    {
        const CommandResult settled = bench.run({QStringLiteral("settle")});
        QCOMPARE(settled.json.value(QLatin1StringView("open")).toInt(-1), row.open);
        QCOMPARE(settled.exitCode, row.open == 0 ? 0 : 5);
        const CommandResult verified =
            bench.run({QStringLiteral("audit"), QStringLiteral("verify")});
        QCOMPARE(verified.exitCode, 0);
        QCOMPARE(verified.json.value(QLatin1StringView("ok")), QJsonValue(true));
        QCOMPARE(verified.json.value(QLatin1StringView("openIntents")).toInt(-1), row.open);
    }

    std::vector<Row> m_rows;
    std::map<int, std::unique_ptr<Trial>> m_trials;
    int m_begun = 0;
};

QTEST_GUILESS_MAIN(TestCreation)
#include "tst_creation.moc"

// The event-stream export: a step of its own, never delivered twice and never in the queue's way.

#include "commandrun.h"
#include "demotenant.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace queuesmith;

namespace {

const QString kPost = QStringLiteral("POST");
const QString kExports = QStringLiteral("/api/v2/eventstreams/exports");
const QString kSecret = QStringLiteral("canary-7f31-header-value");

QString text(const QJsonValue &value, const char *member)
{
    return value[QLatin1StringView(member)].toString();
}

struct Row {
    QByteArrayView tenant = "";
    QByteArray post = {}; ///< what is done to the first export, and to `times` of them
    int times = 1;
    int exitCode = 0;
    QByteArrayView status = "initiated";
    int posts = 1;
    int exports = 1; ///< at the tenant, right after the run
    QByteArrayView end = "success"; ///< of the export's record
    QByteArrayView retryEnd = ""; ///< of the export after `wfm retry`; empty: nothing to retry
    int postsAfterRetry = 1;
};

} // namespace

Q_DECLARE_METATYPE(Row)

class TestWfm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void withoutAnEndpointNothingIsExported()
    {
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url());
        const CommandResult result = provision(bench, {});
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(
            text(result.json.value(QLatin1StringView("export")), "status"), QStringLiteral("none"));
        QCOMPARE(tenant.requests(kPost, kExports), 0);
        QCOMPARE(bench.record(QStringLiteral("QUEUE_PROVISIONED"), QStringLiteral("success"))
                     .value(QLatin1StringView("event_stream_sync"))
                     .toString(),
            QStringLiteral("none"));
        const CommandResult list = bench.run({QStringLiteral("wfm"), QStringLiteral("list")});
        QCOMPARE(list.exitCode, 0);
        QCOMPARE(list.json.value(QLatin1StringView("exports")).toArray().size(), 0);
    }

    void isDeliveredOnce_data()
    {
        QTest::addColumn<Row>("row");
        const auto row = [](const char *name, const Row &values) { QTest::newRow(name) << values; };
        const auto refused = [&row](const char *name, const QByteArray &post) {
            row(name,
                {.post = post,
                    .exitCode = 5,
                    .status = "pending",
                    .exports = 0,
                    .end = "failure",
                    .retryEnd = "success",
                    .postsAfterRetry = 2});
        };
        row("delivered", {});
        refused("400", R"("status":400)");
        refused("403", R"("status":403)");
        refused("501", R"("status":501)");
        row("429, then delivered", {.post = R"("status":429)", .posts = 2, .postsAfterRetry = 2});
        row("500, nothing made", {.post = R"("status":500)", .posts = 2, .postsAfterRetry = 2});
        row("500, made", {.post = R"("status":500,"commit":true)", .status = "active"});
        row("closed before", {.post = R"("close":"before")", .posts = 2, .postsAfterRetry = 2});
        row("closed after", {.post = R"("close":"after")", .status = "active"});
        row("garbage, made", {.post = R"("garbage":true,"commit":true)", .status = "active"});
        row("no id, made", {.post = R"("status":201,"body":{},"commit":true)", .status = "active"});
        row("500 for ever",
            {.post = R"("status":500)",
                .times = 99,
                .exitCode = 5,
                .status = "pending",
                .posts = 2,
                .exports = 0,
                .end = "failure",
                .retryEnd = "success",
                .postsAfterRetry = 3});
        row("500, made, and the tenant can't list exports",
            {.tenant = "--lacks listExports",
                .post = R"("status":500,"commit":true)",
                .exitCode = 5,
                .status = "pending",
                .end = "unknown",
                .retryEnd = "unknown"});
    }
    void isDeliveredOnce()
    {
        QFETCH(Row, row);
        DemoTenant tenant(QString::fromLatin1(row.tenant).split(u' ', Qt::SkipEmptyParts));
        CommandBench bench;
        bench.useTenant(tenant.url());
        if (!row.post.isEmpty())
            tenant.setFaults(R"([{"match":"POST /api/v2/eventstreams/exports","times":)"
                + QByteArray::number(row.times) + R"(,"do":{)" + row.post + "}}]");

        const CommandResult result = provision(bench, destination());
        const QByteArray seen = result.output + result.messages.toUtf8();
        QVERIFY2(result.exitCode == row.exitCode, seen.constData());
        QCOMPARE(result.outcome(), QStringLiteral("created")); // the queue is never undone
        QCOMPARE(tenant.queuesNamed(QStringLiteral("Spring Sale")), 1);
        QCOMPARE(tenant.requests(kPost, kExports), row.posts);
        QCOMPARE(tenant.exports().size(), row.exports);
        const QJsonValue stream = result.json.value(QLatin1StringView("export"));
        QCOMPARE(text(stream, "status"), QString::fromLatin1(row.status));
        const bool delivered = row.end == "success";
        QCOMPARE(!text(stream, "id").isEmpty(), delivered);
        QCOMPARE(result.json.contains(QLatin1StringView("error")), !delivered);
        expectRecords(bench, row);
        expectRetry(tenant, bench, row);
        expectNoSecret(bench);
    }

    void whatIsOrderedIsWhatWasTold()
    {
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url());
        const CommandResult result = provision(bench, destination());
        QCOMPARE(result.exitCode, 0);
        const QJsonValue stream = tenant.exports().first();
        const QString queueId = result.json.value(QLatin1StringView("queueId")).toString();
        QVERIFY(text(stream, "name").startsWith(u"QueueExport_" + queueId + u'_'));
        QCOMPARE(text(stream[QLatin1StringView("filter")], "value"), queueId);
        const QJsonValue target = stream[QLatin1StringView("destination")];
        QCOMPARE(text(target, "endpointUrl"), QStringLiteral("https://wfm.example/in?key=k-1"));
    }

    void aRetryNeedsTheHeadersAgain()
    {
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url());
        tenant.setFaults(R"([{"match":"POST /api/v2/eventstreams/exports","do":{"status":400}}])");
        QCOMPARE(provision(bench, destination()).exitCode, 5);
        const CommandResult without = bench.run({QStringLiteral("wfm"), QStringLiteral("retry")});
        QCOMPARE(without.exitCode, 5);
        QCOMPARE(without.errorCode(), QStringLiteral("wfm_destination_missing"));
        QCOMPARE(tenant.requests(kPost, kExports), 1);
        QCOMPARE(tenant.exports().size(), 0);
    }

    void aRetryNeedsNothingWhenNothingIsSecret()
    {
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url());
        tenant.setFaults(R"([{"match":"POST /api/v2/eventstreams/exports","do":{"status":400}}])");
        QCOMPARE(provision(bench,
                     {QStringLiteral("--wfm-endpoint"), QStringLiteral("https://wfm.example/in")})
                     .exitCode,
            5);
        QCOMPARE(bench.run({QStringLiteral("wfm"), QStringLiteral("retry")}).exitCode, 0);
        QCOMPARE(tenant.exports().size(), 1);
    }

    void anUnknownCreationIsExportedWhenItTurnsOutToBeThere()
    {
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url());
        tenant.setFaults(R"([{"match":"POST /api/v2/queues","do":{"status":500,"commit":true}},)"
                         R"({"match":"GET /api/v2/queues","do":{}},)"
                         R"({"match":"GET /api/v2/queues","do":{"status":400}},)"
                         R"({"match":"GET /api/v2/queues","times":9,"do":{"status":400}}])");
        QCOMPARE(provision(bench, destination()).outcome(), QStringLiteral("unknown"));
        QCOMPARE(tenant.exports().size(), 0);
        tenant.setFaults("[]");
        const CommandResult settled =
            bench.run(destination() + QStringList{QStringLiteral("settle")});
        QCOMPARE(settled.exitCode, 0);
        QCOMPARE(tenant.exports().size(), 1);
        QCOMPARE(tenant.creations(), 1);
        const CommandResult verified =
            bench.run({QStringLiteral("audit"), QStringLiteral("verify")});
        QCOMPARE(verified.json.value(QLatin1StringView("openIntents")).toInt(-1), 0);
        expectNoSecret(bench);
    }

private:
    static QStringList destination()
    {
        return {QStringLiteral("--wfm-endpoint"), QStringLiteral("https://wfm.example/in?key=k-1"),
            QStringLiteral("--wfm-header"), u"X-Wfm-Key: " + kSecret};
    }

    static CommandResult provision(const CommandBench &bench, const QStringList &options)
    {
        return bench.run(QStringList{QStringLiteral("--max-attempts"), QStringLiteral("2")}
            + options
            + QStringList{QStringLiteral("provision"),
                bench.write(QStringLiteral("spring.json"), springSale())});
    }

    static void expectRecords(const CommandBench &bench, const Row &row)
    {
        const QString end = QString::fromLatin1(row.end);
        QCOMPARE(bench.story(),
            QStringList({QStringLiteral("SIGNED_IN success"),
                QStringLiteral("QUEUE_PROVISIONED intent"),
                QStringLiteral("WFM_EXPORT_CREATED intent"), QString(u"WFM_EXPORT_CREATED " + end),
                QStringLiteral("QUEUE_PROVISIONED success")}));
        const QJsonObject stream = bench.record(QStringLiteral("WFM_EXPORT_CREATED"), end);
        QCOMPARE(stream.value(QLatin1StringView("attempts")).toInt(), row.posts);
        QCOMPARE(text(stream, "event_stream_sync"), QString::fromLatin1(row.status));
        const QJsonObject queue =
            bench.record(QStringLiteral("QUEUE_PROVISIONED"), QStringLiteral("success"));
        QCOMPARE(text(queue, "event_stream_sync"), QString::fromLatin1(row.status));
        QCOMPARE(text(queue, "export_id"), text(stream, "export_id"));
        QVERIFY(text(queue, "correlation_id") != text(stream, "correlation_id"));
    }

    static void expectRetry(DemoTenant &tenant, const CommandBench &bench, const Row &row)
    {
        const QString retryEnd = QString::fromLatin1(row.retryEnd);
        const CommandResult before = bench.run({QStringLiteral("wfm"), QStringLiteral("list")});
        const QJsonValue listed = before.json.value(QLatin1StringView("exports"))[0];
        QCOMPARE(text(listed, "status"), QString::fromLatin1(row.status));
        QCOMPARE(text(listed, "queueName"), QStringLiteral("Spring Sale"));
        QCOMPARE(text(listed, "endpoint"), QStringLiteral("https://wfm.example/in?…"));

        tenant.setFaults("[]");
        const CommandResult retried =
            bench.run(destination() + QStringList{QStringLiteral("wfm"), QStringLiteral("retry")});
        const QJsonArray exports = retried.json.value(QLatin1StringView("exports")).toArray();
        QCOMPARE(exports.size(), retryEnd.isEmpty() ? 0 : 1);
        const bool stays = retryEnd == QLatin1StringView("unknown");
        QCOMPARE(retried.exitCode, stays ? 5 : 0);
        QCOMPARE(tenant.requests(kPost, kExports), row.postsAfterRetry);
        QCOMPARE(tenant.exports().size(), 1);
        if (!retryEnd.isEmpty() && !stays)
            QCOMPARE(text(exports.first(), "status"), QStringLiteral("initiated"));
        const CommandResult again =
            bench.run(destination() + QStringList{QStringLiteral("wfm"), QStringLiteral("retry")});
        QCOMPARE(again.exitCode, stays ? 5 : 0);
        QCOMPARE(tenant.exports().size(), 1);
        const CommandResult verified =
            bench.run({QStringLiteral("audit"), QStringLiteral("verify")});
        QCOMPARE(verified.json.value(QLatin1StringView("ok")), QJsonValue(true));
        QCOMPARE(verified.json.value(QLatin1StringView("openIntents")).toInt(-1), stays ? 1 : 0);
    }

    static void expectNoSecret(const CommandBench &bench)
    {
        QDirIterator files(
            bench.path(QString()), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int read = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            QVERIFY2(!content.contains(kSecret.toLatin1()), qPrintable(file.fileName()));
            QVERIFY2(!content.contains("k-1"), qPrintable(file.fileName()));
            ++read;
        }
        QVERIFY(read > 1);
    }
};

QTEST_GUILESS_MAIN(TestWfm)
#include "tst_wfm.moc"

// What may happen to the one request that changes a queue, counted at the tenant.

#include "patience.h"
#include "provisioning/provisionjob.h"
#include "provisioning/settlejob.h"
#include "updatebench.h"

#include <QRegularExpression>
#include <QSignalSpy>

#include <vector>

using namespace queuesmith;

namespace {

/// One change, and how it ends.
struct Row {
    QStringList tenant = {}; ///< options of the demo tenant
    bool withEtag = true;
    QByteArray fault = {}; ///< done to the first `times` changes
    int times = 1;
    QByteArray then = {}; ///< done to the one after them
    int settleMs = 200;
    bool changedMeanwhile = false;
    ProvisionOutcome outcome = ProvisionOutcome::Updated;
    QString error = {}; ///< its code
    int puts = 1;
    bool applied = true; ///< at the tenant
};

const QString kReason = QStringLiteral("More calls in spring");

QJsonValue inCompliance(const QJsonObject &record, const QString &check)
{
    const QJsonArray checks = record.value(QLatin1StringView("compliance_checks")).toArray();
    for (const QJsonValue &one : checks) {
        if (one[QLatin1StringView("check")] == check)
            return one[QLatin1StringView("ok")];
    }
    return QJsonValue::Undefined;
}

} // namespace

class TestUpdateJob : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void endsAsTheTenantHasIt_data()
    {
        QTest::addColumn<int>("number");
        m_rows.clear();
        const auto row = [this](const char *name, const Row &values) {
            QTest::newRow(name) << static_cast<int>(m_rows.size());
            m_rows.push_back(values);
        };
        const auto failed = [](Row values, const char *code, int puts = 1) {
            values.outcome = ProvisionOutcome::Failed;
            values.error = QString::fromLatin1(code);
            values.puts = puts;
            values.applied = false;
            return values;
        };
        row("success", {});
        row("success without an etag", {.withEtag = false});
        row("429 first", {.fault = R"("status":429)", .puts = 2});
        row("closed before", {.fault = R"("close":"before")", .puts = 2});
        row("closed after", {.fault = R"("close":"after")"});
        row("500, not applied", {.fault = R"("status":500)", .puts = 2});
        row("500, applied", {.fault = R"("status":500,"commit":true)"});
        row("500, applied, without an etag",
            {.withEtag = false, .fault = R"("status":500,"commit":true)"});
        row("500, applied late", {.fault = R"("status":500,"commitAfterMs":100)"});
        row("half an answer", {.fault = R"("truncate":20,"commit":true)"});
        row("503 for good", failed({.fault = R"("status":503)", .times = 9}, "not_applied", 3));
        row("403", failed({.fault = R"("status":403)"}, "forbidden"));
        row("500, not applied, then 403",
            failed({.fault = R"("status":500)", .then = R"("status":403)"}, "forbidden", 2));
        // Sent again after two seconds, refused, and then the first one takes effect.
        row("500, applied late, then 403",
            {.fault = R"("status":500,"commitAfterMs":2500)",
                .then = R"("status":403)",
                .settleMs = 3'000,
                .puts = 2});
        row("changed meanwhile, 412", failed({.changedMeanwhile = true}, "changed_meanwhile"));
        row("changed meanwhile, without an etag",
            failed({.withEtag = false, .changedMeanwhile = true}, "changed_meanwhile", 0));
        row("a tenant that can't change queues",
            failed({.tenant = {QStringLiteral("--lacks"), QStringLiteral("updateQueue")}},
                "unsupported"));
        row("a tenant that can't read a queue",
            {.tenant = {QStringLiteral("--lacks"), QStringLiteral("getQueue")}, .withEtag = false});
    }
    void endsAsTheTenantHasIt()
    {
        QFETCH(int, number);
        const Row &row = m_rows.at(static_cast<std::size_t>(number));
        UpdateBench bench(row.tenant);
        const Queue base = row.tenant.contains(QStringLiteral("getQueue"))
            ? queueOf(bench.queueNow())
            : bench.read(row.withEtag);
        if (row.changedMeanwhile)
            bench.changeAsSomeoneElse();
        const int before = bench.puts();
        bench.settings.settleWindow = std::chrono::milliseconds(row.settleMs);
        if (!row.fault.isEmpty())
            bench.disturb(row.fault, row.times, row.then);
        const ProvisionReport report = bench.run(UpdateBench::bigger(base), kReason);

        QCOMPARE(word(report.outcome), word(row.outcome));
        QCOMPARE(report.error ? report.error->code : QString(), row.error);
        QCOMPARE(bench.puts() - before, row.puts);
        QCOMPARE(report.attempts, row.puts);
        const QJsonObject now = bench.queueNow();
        QCOMPARE(now.value(QLatin1StringView("capacity")).toInt(), row.applied ? 9 : 8);
        QCOMPARE(
            now.value(QLatin1StringView("x-team")), base.json.value(QLatin1StringView("x-team")));
        QCOMPARE(report.theirs.has_value(), row.changedMeanwhile);
        checkRecords(&bench, row);
        if (row.applied) {
            QVERIFY(report.isComplete());
            QCOMPARE(report.queue->definition.capacity, 9);
        }
    }

    void aWeakTagIsAsGoodAsNone()
    {
        UpdateBench bench;
        bench.disturbReads(R"("headers":{"ETag":"W/1"})");
        const Queue base = bench.read(true);
        QCOMPARE(base.etag, QByteArray("W/1"));
        const ProvisionReport report = bench.run(UpdateBench::bigger(base));
        QCOMPARE(word(report.outcome), QStringLiteral("updated"));
        QCOMPARE(bench.puts(), 1);
    }

    void fieldsOfARefusalArrive()
    {
        UpdateBench bench;
        bench.disturb(
            R"("status":400,"body":{"code":"invalid","errors":[{"field":"capacity","code":"range",)"
            R"("message":"Too much."}]})");
        const ProvisionReport report = bench.run(UpdateBench::bigger(bench.read(true)));
        QCOMPARE(word(report.outcome), QStringLiteral("failed"));
        QCOMPARE(report.error->fields.size(), 1);
        QCOMPARE(report.error->fields.first().field, QStringLiteral("capacity"));
        QVERIFY(!bench.record(QStringLiteral("failure"))
                     .value(QLatin1StringView("error"))
                     .toString()
                     .contains(QStringLiteral("Too much")));
    }

    void theRefusedFieldsOfACreationArrive()
    {
        UpdateBench bench;
        bench.demo.setFaults(
            R"([{"match":"POST /api/v2/queues","do":{"status":400,"body":{"errors":)"
            R"([{"field":"capacity","code":"range","message":"Too much."}]}}}])");
        QJsonObject definition = springSale();
        definition.insert(QStringLiteral("name"), QStringLiteral("Another"));
        ProvisionJob job({*bench.tenant, *bench.log, bench.clock}, bench.settings,
            creationOf(parseDefinition(definition)));
        job.setReason(kReason);
        std::optional<ProvisionReport> report;
        connect(&job, &ProvisionJob::finished, this,
            [&report](const ProvisionReport &end) { report = end; });
        job.start();
        QTRY_VERIFY(report.has_value());
        QCOMPARE(report->error->fields.size(), 1);
        for (const QJsonValue &record : bench.records()) {
            if (record[QLatin1StringView("audit_action")] == QLatin1StringView("QUEUE_PROVISIONED"))
                QCOMPARE(record[QLatin1StringView("reason")].toString(), kReason);
        }
    }

    void nothingChangedIsRejected()
    {
        UpdateBench bench;
        const Queue base = bench.read(true);
        const ProvisionReport report = bench.run({base, {base.definition, {}}});
        QCOMPARE(word(report.outcome), QStringLiteral("rejected"));
        QCOMPARE(report.error->kind, ErrorKind::Validation);
        QCOMPARE(report.error->code, QStringLiteral("nothing_changed"));
        QCOMPARE(bench.puts(), 0);
        QCOMPARE(bench.story(), QStringList{QStringLiteral("VALIDATION_REJECTED rejected")});
    }

    void withoutTheReasonThatIsDemandedNothingIsSent()
    {
        UpdateBench bench;
        bench.settings.approvalRequired = true;
        const QueueChange change = UpdateBench::bigger(bench.read(true));
        const ProvisionReport refused = bench.run(change, QStringLiteral("  \n"));
        QCOMPARE(word(refused.outcome), QStringLiteral("rejected"));
        QCOMPARE(refused.error->code, QStringLiteral("reason_missing"));
        QCOMPARE(bench.puts(), 0);

        const ProvisionReport done = bench.run(change, kReason);
        QCOMPARE(word(done.outcome), QStringLiteral("updated"));
        QCOMPARE(inCompliance(bench.record(QStringLiteral("success")), QStringLiteral("approval")),
            QJsonValue(true));
    }

    void aChangeIsCheckedAgainstTheTenantWithoutItself()
    {
        UpdateBench bench;
        QueueChange change = UpdateBench::bigger(bench.read(true));
        change.wanted.definition.overflow.target = QueueId{bench.queueId};
        const ProvisionReport report = bench.run(change);
        QCOMPARE(word(report.outcome), QStringLiteral("rejected"));
        QStringList codes;
        for (const Problem &problem : report.problems) {
            if (problem.severity == Severity::Error)
                codes.append(problem.code);
        }
        QCOMPARE(codes, QStringList{QStringLiteral("overflow_self")}); // and not name_taken
    }

    void cancelledBeforeItIsSent()
    {
        UpdateBench bench;
        const auto job = bench.job(UpdateBench::bigger(bench.read(true)));
        job->cancel();
        const ProvisionReport report = UpdateBench::finish(job.get());
        QCOMPARE(word(report.outcome), QStringLiteral("cancelled"));
        QCOMPARE(bench.puts(), 0);
        QCOMPARE(bench.story(),
            QStringList({QStringLiteral("QUEUE_UPDATED intent"),
                QStringLiteral("QUEUE_UPDATED cancelled")}));
    }

    void cancelledOnTheWayItIsUnknownAndThenDoneByTheNextOne()
    {
        UpdateBench bench;
        const QueueChange change = UpdateBench::bigger(bench.read(true));
        bench.disturb(R"("hang":true)");
        const auto job = bench.job(change);
        connect(job.get(), &ProvisionJob::stageChanged, job.get(), [&bench, &job](Stage stage) {
            if (stage == Stage::Updating)
                bench.clock.callAfter(std::chrono::milliseconds(0), job.get(), [&bench, &job] {
                    QVERIFY(bench.demo.awaitRequests(QStringLiteral("PUT"),
                        QStringLiteral("/api/v2/queues/") + bench.queueId, 1));
                    job->cancel();
                });
        });
        const ProvisionReport report = UpdateBench::finish(job.get());
        QCOMPARE(word(report.outcome), QStringLiteral("unknown"));
        QCOMPARE(report.error->kind, ErrorKind::UnknownEffect);

        const ProvisionReport next = bench.run(change);
        QCOMPARE(word(next.outcome), QStringLiteral("updated"));
        QCOMPARE(bench.puts(), 2);
        QCOMPARE(bench.story(),
            QStringList({QStringLiteral("SIGNED_IN success"),
                QStringLiteral("QUEUE_UPDATED intent"), QStringLiteral("QUEUE_UPDATED unknown"),
                QStringLiteral("QUEUE_UPDATED failure"), QStringLiteral("SIGNED_IN success"),
                QStringLiteral("QUEUE_UPDATED intent"), QStringLiteral("QUEUE_UPDATED success")}));
    }

    void cancelledDuringTheReadBeforeItIsSent()
    {
        UpdateBench bench;
        const QueueChange change = UpdateBench::bigger(bench.read(false));
        bench.disturbReads(R"("hang":true)");
        const auto job = bench.job(change);
        connect(job.get(), &ProvisionJob::attemptStarted, job.get(), [&bench, &job] {
            // The reads of the checks are lists; this one hangs.
            bench.clock.callAfter(std::chrono::milliseconds(0), job.get(), [&bench, &job] {
                const QString path = QStringLiteral("/api/v2/queues/") + bench.queueId;
                if (bench.demo.requests(QStringLiteral("GET"), path) > 1)
                    job->cancel();
            });
        });
        const ProvisionReport report = UpdateBench::finish(job.get());
        QCOMPARE(word(report.outcome), QStringLiteral("cancelled"));
        QCOMPARE(bench.puts(), 0);
    }

    void anOpenChangeOfAQueueThatHasAnotherNameNowStandsInTheWay()
    {
        UpdateBench bench;
        const Queue base = bench.read(true);
        QueueChange renamed = UpdateBench::bigger(base);
        renamed.wanted.definition.name = QStringLiteral("Summer Sale");
        bench.leaveSent(bench.operationOf(renamed));
        bench.demo.changeQueue(bench.queueId, changedBody(renamed));
        QueueChange next{bench.read(true), {}};
        next.wanted.definition = next.base.definition;
        next.wanted.definition.capacity = 10;
        bench.disturbReads(R"("status":403)");
        const ProvisionReport report = bench.run(next);
        QCOMPARE(word(report.outcome), QStringLiteral("unknown"));
        QCOMPARE(bench.puts(), 1); // someone else's
    }

    void aCrashAfterSendingIsSettled_data()
    {
        QTest::addColumn<QString>("left"); // what the tenant has
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *left, const char *outcome, const char *error) {
            QTest::newRow(left) << QString::fromLatin1(left) << QString::fromLatin1(outcome)
                                << QString::fromLatin1(error);
        };
        row("what was wanted", "updated", "");
        row("what was before", "failed", "not_applied");
        row("something else", "failed", "changed_meanwhile");
        row("no such queue", "failed", "queue_gone");
    }
    void aCrashAfterSendingIsSettled()
    {
        QFETCH(QString, left);
        QFETCH(QString, outcome);
        QFETCH(QString, error);
        UpdateBench bench;
        const QueueChange change = UpdateBench::bigger(bench.read(true));
        Operation operation = bench.operationOf(change);
        if (left == QLatin1StringView("what was wanted"))
            bench.demo.changeQueue(bench.queueId, operation.definition);
        else if (left == QLatin1StringView("something else"))
            bench.changeAsSomeoneElse();
        else if (left == QLatin1StringView("no such queue"))
            operation.queueId = QStringLiteral("q-999");
        bench.leaveSent(operation);
        const int before = bench.puts();

        SettleJob settle({*bench.tenant, *bench.log, bench.clock}, bench.settings);
        QSignalSpy finished(&settle, &SettleJob::finished);
        settle.start();
        QVERIFY(finished.wait(kPatience));
        QCOMPARE(settle.settled().size(), 1);
        const ProvisionReport report = settle.settled().first().report;
        QCOMPARE(word(report.outcome), outcome);
        QCOMPARE(report.error ? report.error->code : QString(), error);
        QCOMPARE(report.theirs.has_value(), error == QLatin1StringView("changed_meanwhile"));
        QCOMPARE(bench.puts(), before);
        const QJsonObject record =
            bench.record(error.isEmpty() ? QStringLiteral("success") : QStringLiteral("failure"));
        QCOMPARE(
            record.value(QLatin1StringView("reason")).toString(), QStringLiteral("as it was told"));
    }

    void whatACrashHadDoneIsToldToWhoAsksForItAgain()
    {
        UpdateBench bench;
        const QueueChange change = UpdateBench::bigger(bench.read(true));
        const Operation operation = bench.operationOf(change);
        bench.demo.changeQueue(bench.queueId, operation.definition);
        bench.leaveSent(operation);
        const int before = bench.puts();
        const ProvisionReport report = bench.run(change);
        QCOMPARE(word(report.outcome), QStringLiteral("updated"));
        QCOMPARE(bench.puts(), before);
    }

private:
    static Queue queueOf(const QJsonObject &json)
    {
        return {QueueId{json.value(QLatin1StringView("id")).toString()},
            parseDefinition(json).definition, json, {}};
    }

    static void checkRecords(UpdateBench *bench, const Row &row)
    {
        const QString end = row.applied ? QStringLiteral("success") : QStringLiteral("failure");
        const QJsonObject intent = bench->record(QStringLiteral("intent"));
        const QJsonObject outcome = bench->record(end);
        QCOMPARE(bench->story(),
            QStringList({QStringLiteral("SIGNED_IN success"),
                QStringLiteral("QUEUE_UPDATED intent"), QStringLiteral("QUEUE_UPDATED ") + end}));
        for (const QJsonObject &record : {intent, outcome}) {
            QCOMPARE(record.value(QLatin1StringView("reason")).toString(), kReason);
            QCOMPARE(record.value(QLatin1StringView("queue_id")).toString(), bench->queueId);
        }
        QCOMPARE(intent.value(QLatin1StringView("correlation_id")),
            outcome.value(QLatin1StringView("correlation_id")));
        if (!row.applied)
            return;
        const auto side = [&outcome](const char *name) {
            return QJsonDocument(outcome.value(QLatin1StringView(name)).toObject())
                .toJson(QJsonDocument::Compact);
        };
        QCOMPARE(side("before"),
            QByteArray(R"({"capacity":8,"overflow":{"overflowThreshold":80},"routingRules":)"
                       R"([{"type":"priority","value":5},{"type":"capacity","value":8}]})"));
        QCOMPARE(side("after"),
            QByteArray(R"({"capacity":9,"overflow":{"overflowThreshold":70},"routingRules":)"
                       R"([{"type":"priority","value":5},{"type":"capacity","value":9}]})"));
        QCOMPARE(outcome.value(QLatin1StringView("compliance_verified")), QJsonValue(true));
        QCOMPARE(inCompliance(outcome, QStringLiteral("read_back:x-team")), QJsonValue(true));
    }

    std::vector<Row> m_rows;
};

QTEST_GUILESS_MAIN(TestUpdateJob)
#include "tst_updatejob.moc"

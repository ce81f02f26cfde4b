// Approvals on record, and what a change of a capacity comes to with and without one.

#include "patience.h"
#include "provisioning/approvals.h"
#include "provisioning/capacitychange.h"
#include "provisioning/provisionjob.h"
#include "updatebench.h"

#include <QFile>
#include <QRegularExpression>

using namespace queuesmith;

namespace {

const QString kReason = QStringLiteral("OPS-12: longer waits since March");

template <typename T, typename Ask> T awaited(Ask ask)
{
    auto answer = std::make_shared<std::optional<T>>();
    ask([answer](const T &given) { *answer = given; });
    if (!QTest::qWaitFor([answer] { return answer->has_value(); }, kPatience))
        qFatal("The call gave no answer.");
    return **answer;
}

CapacityEvidence evidence()
{
    CapacityEvidence evidence;
    evidence.currentCapacity = 8;
    evidence.recommendedCapacity = 9;
    evidence.range = CapacityRange{9, 10};
    evidence.policy = QStringLiteral("erlang");
    evidence.reading = QStringLiteral("agents");
    evidence.predictedAtRecommended.asaSeconds = 12.5;
    evidence.to = QDateTime(QDate(2026, 3, 1), QTime(0, 0), Qt::UTC);
    evidence.from = evidence.to.addDays(-28);
    evidence.intervals = 1344;
    return evidence;
}

class ApprovalBench : public UpdateBench {
public:
    explicit ApprovalBench(UnapprovedCapacity setting) { settings.capacity.unapproved = setting; }

    Result<qint64> decide(const CapacityBinding &binding, bool approve = true,
        const QString &reason = kReason, bool reviewed = true)
    {
        return awaited<Result<qint64>>([&](auto done) {
            Approvals(*log, tenant->tenantId())
                .record({binding, evidence(), approve, reason, reviewed}, &owner, std::move(done));
        });
    }
    QList<CapacityDecision> decisions(const CapacityBinding &binding)
    {
        return awaited<Result<QList<CapacityDecision>>>([&](auto done) {
            Approvals(*log, tenant->tenantId()).find(binding, &owner, std::move(done));
        }).value();
    }
    std::optional<CapacityChange> lastChange(const TenantId &ofTenant)
    {
        return awaited<Result<std::optional<CapacityChange>>>([&](auto done) {
            findCapacityChange(*log, ofTenant, QueueId{queueId}, &owner, std::move(done));
        }).value();
    }
    std::optional<CapacityChange> lastChange() { return lastChange(tenant->tenantId()); }
    static QStringList codes(const Problems &problems)
    {
        QStringList list;
        for (const Problem &problem : problems)
            list.append(severityWord(problem.severity) + u' ' + problem.code);
        return list.filter(QStringLiteral("capacity_not_approved"));
    }
};

QJsonObject approvalCheck(const QJsonObject &record)
{
    const QJsonArray checks = record.value(QLatin1StringView("compliance_checks")).toArray();
    for (const QJsonValue &check : checks) {
        if (check[QLatin1StringView("check")] == QLatin1StringView("approval"))
            return check.toObject();
    }
    return {};
}

} // namespace

class TestApprovals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void withoutAnApproval_data()
    {
        QTest::addColumn<UnapprovedCapacity>("setting");
        QTest::addColumn<QString>("said"); // of the problem; empty: nothing
        QTest::addColumn<bool>("isSent");
        QTest::newRow("allow") << UnapprovedCapacity::Allow << QString() << true;
        QTest::newRow("warn") << UnapprovedCapacity::Warn
                              << QStringLiteral("warning capacity_not_approved") << true;
        QTest::newRow("refuse") << UnapprovedCapacity::Refuse
                                << QStringLiteral("error capacity_not_approved") << false;
    }
    void withoutAnApproval()
    {
        QFETCH(UnapprovedCapacity, setting);
        QFETCH(QString, said);
        QFETCH(bool, isSent);
        ApprovalBench bench(setting);
        const ProvisionReport report = bench.run(UpdateBench::bigger(bench.read(true)));
        QCOMPARE(ApprovalBench::codes(report.problems).join(u' '), said);
        QCOMPARE(report.outcome, isSent ? ProvisionOutcome::Updated : ProvisionOutcome::Rejected);
        QCOMPARE(bench.puts(), isSent ? 1 : 0);
        if (isSent) {
            const QJsonObject record = bench.record(QStringLiteral("success"));
            QVERIFY(!record.contains(QLatin1StringView("evidence")));
            QVERIFY(approvalCheck(record).isEmpty()); // nobody demands one
            QVERIFY(bench.lastChange());
            QVERIFY(!bench.lastChange()->approved);
            return;
        }
        QCOMPARE(report.error->code, QStringLiteral("capacity_not_approved"));
        QVERIFY(bench.story().contains(QStringLiteral("VALIDATION_REJECTED rejected")));
        QVERIFY(!bench.lastChange());
    }

    void anApprovedChangeCarriesItsEvidence_data()
    {
        QTest::addColumn<UnapprovedCapacity>("setting");
        QTest::newRow("allow") << UnapprovedCapacity::Allow;
        QTest::newRow("warn") << UnapprovedCapacity::Warn;
        QTest::newRow("refuse") << UnapprovedCapacity::Refuse;
    }
    void anApprovedChangeCarriesItsEvidence()
    {
        QFETCH(UnapprovedCapacity, setting);
        ApprovalBench bench(setting);
        const QueueChange change = UpdateBench::bigger(bench.read(true));
        const Result<qint64> seq = bench.decide(bindingOf(change));
        QVERIFY(seq.ok());
        const QJsonObject approval = bench.records().last().toObject();
        QCOMPARE(approval.value(QLatin1StringView("audit_action")).toString(),
            QStringLiteral("CAPACITY_APPROVED"));
        QCOMPARE(approval.value(QLatin1StringView("reason")).toString(), kReason);
        QCOMPARE(approval.value(QLatin1StringView("before")),
            QJsonValue(QJsonObject{{QStringLiteral("capacity"), 8}}));
        QCOMPARE(approval.value(QLatin1StringView("after")),
            QJsonValue(QJsonObject{{QStringLiteral("capacity"), 9}}));

        const ProvisionReport report = bench.run(change);
        QCOMPARE(report.outcome, ProvisionOutcome::Updated);
        QCOMPARE(ApprovalBench::codes(report.problems), QStringList());
        const QJsonObject record = bench.record(QStringLiteral("success"));
        QCOMPARE(record.value(QLatin1StringView("evidence")),
            approval.value(QLatin1StringView("evidence")));
        QVERIFY(isIntact(record.value(QLatin1StringView("evidence")).toObject()));
        const QJsonObject check = approvalCheck(record);
        QCOMPARE(check.isEmpty(), setting != UnapprovedCapacity::Refuse);
        if (!check.isEmpty()) {
            QCOMPARE(check.value(QLatin1StringView("ok")), QJsonValue(true));
            QVERIFY(check.value(QLatin1StringView("detail"))
                        .toString()
                        .contains(QStringLiteral("record %1").arg(seq.value())));
        }
        const std::optional<CapacityChange> last = bench.lastChange();
        QVERIFY(last);
        QCOMPARE(last->from, std::optional<qint64>(8));
        QCOMPARE(last->to, qint64{9});
        QCOMPARE(last->actor, QStringLiteral("ada"));
        QCOMPARE(last->approved, std::optional(evidence()));
        QCOMPARE(last->approved->predictedAtRecommended.asaSeconds, std::optional(12.5));
        TenantId elsewhere = bench.tenant->tenantId();
        elsewhere.client = QStringLiteral("demo-2");
        QVERIFY(!bench.lastChange(elsewhere));
    }

    void aCrashLosesNoEvidence()
    {
        ApprovalBench bench(UnapprovedCapacity::Refuse);
        const QueueChange change = UpdateBench::bigger(bench.read(true));
        QVERIFY(bench.decide(bindingOf(change)).ok());
        const QJsonObject signedEvidence =
            bench.decisions(bindingOf(change)).first().sealedEvidence;
        Operation operation = bench.operationOf(change);
        operation.context.insert(QStringLiteral("evidence"), signedEvidence);
        bench.leaveSent(operation);
        bench.demo.changeQueue(bench.queueId, operation.definition); // it had arrived
        QCOMPARE(bench.run(change).outcome, ProvisionOutcome::Updated);
        QCOMPARE(bench.record(QStringLiteral("success")).value(QLatin1StringView("evidence")),
            QJsonValue(signedEvidence));
        QCOMPARE(bench.lastChange()->approved, std::optional(evidence()));
    }

    void aVoidApprovalIsNone_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("said");
        QTest::newRow("definition") << "definition"
                                    << "definition has changed";
        QTest::newRow("capacity") << "capacity"
                                  << "approved capacity is 9, not 11";
        QTest::newRow("live") << "live"
                              << "was 8 when it was approved, and is 7 now";
        QTest::newRow("declined") << "declined"
                                  << "ada has declined it";
        QTest::newRow("newer data") << "newer data"
                                    << "recommends a capacity of 30";
        QTest::newRow("another tenant") << "another tenant"
                                        << "No one has approved it";
        QTest::newRow("another client") << "another client"
                                        << "No one has approved it";
    }
    void aVoidApprovalIsNone()
    {
        QFETCH(QString, what);
        QFETCH(QString, said);
        ApprovalBench bench(UnapprovedCapacity::Refuse);
        QueueChange change = UpdateBench::bigger(bench.read(true));
        TenantId approver = bench.tenant->tenantId();
        if (what == QLatin1StringView("another tenant"))
            approver.origin = QStringLiteral("https://elsewhere.example.com");
        else if (what == QLatin1StringView("another client"))
            approver.client = QStringLiteral("demo-2");
        bench.log->setIdentity({QStringLiteral("ada"), QStringLiteral("desk"), approver});
        QVERIFY(bench.decide(bindingOf(change)).ok());
        LatestEvidence latest;
        if (what == QLatin1StringView("definition")) {
            change.wanted.definition.description = QStringLiteral("another one");
        } else if (what == QLatin1StringView("capacity")) {
            change.wanted.definition.capacity = 11;
        } else if (what == QLatin1StringView("live")) {
            QJsonObject queue = bench.queueNow();
            queue.insert(QStringLiteral("capacity"), 7);
            bench.demo.changeQueue(bench.queueId, queue);
            change = UpdateBench::bigger(bench.read(true));
        } else if (what == QLatin1StringView("declined")) {
            QVERIFY(bench.decide(bindingOf(change), false).ok());
        } else if (what == QLatin1StringView("newer data")) {
            CapacityEvidence newer = evidence();
            newer.to = newer.to.addDays(1);
            newer.recommendedCapacity = 30;
            latest.insert(QueueId{bench.queueId}, newer);
        }
        const auto job = bench.job(change);
        job->setLatestEvidence(latest);
        const ProvisionReport report = UpdateBench::finish(job.get());
        QCOMPARE(report.outcome, ProvisionOutcome::Rejected);
        QCOMPARE(report.error->code, QStringLiteral("capacity_not_approved"));
        QVERIFY2(report.error->message.contains(said), qPrintable(report.error->message));
    }

    void lessNeedsNone()
    {
        ApprovalBench bench(UnapprovedCapacity::Refuse);
        QueueChange change = UpdateBench::bigger(bench.read(true));
        change.wanted.definition.capacity = 7;
        QCOMPARE(bench.run(change).outcome, ProvisionOutcome::Updated);
    }

    void aNewQueueIsFoundByItsName()
    {
        ApprovalBench bench(UnapprovedCapacity::Refuse);
        QJsonObject json = springSale();
        json.insert(QStringLiteral("name"), QStringLiteral("Autumn Sale"));
        const ParsedDefinition wanted = parseDefinition(json);
        const auto provision = [&] {
            ProvisionJob job(
                {*bench.tenant, *bench.log, bench.clock}, bench.settings, creationOf(wanted));
            return awaited<ProvisionReport>([&job](auto done) {
                QObject::connect(&job, &ProvisionJob::finished, &job, done);
                job.start();
            });
        };
        const ProvisionReport refused = provision();
        QCOMPARE(refused.outcome, ProvisionOutcome::Rejected);
        QVERIFY(refused.error->message.contains(QLatin1StringView("for a new queue")));
        QVERIFY(bench.decide(bindingOf(wanted.definition)).ok());
        const ProvisionReport created = provision();
        QCOMPARE(created.outcome, ProvisionOutcome::Created);
        QVERIFY(created.compliance.verified.value_or(false));
    }

    void whatIsRefusedIsNotWritten()
    {
        ApprovalBench bench(UnapprovedCapacity::Warn);
        const CapacityBinding binding = bindingOf(UpdateBench::bigger(bench.read(true)));
        QCOMPARE(bench.decide(binding, true, QStringLiteral("  ")).error().code,
            QStringLiteral("reason_missing"));
        QCOMPARE(bench.decide(binding, true, kReason, false).error().code,
            QStringLiteral("history_not_reviewed"));
        QVERIFY(bench.records().isEmpty());
        QVERIFY(bench.decide(binding, false, kReason, false).ok());
        QCOMPARE(bench.story(), QStringList{QStringLiteral("CAPACITY_DECLINED success")});
        const QList<CapacityDecision> found = bench.decisions(binding);
        QCOMPARE(found.size(), 1);
        QVERIFY(found.first().isIntact);
        QVERIFY(!found.first().approved);
        QCOMPARE(found.first().binding, binding);
    }

    void theLogStaysWholeAndTellsIt()
    {
        ApprovalBench bench(UnapprovedCapacity::Refuse);
        const QueueChange change = UpdateBench::bigger(bench.read(true));
        QVERIFY(bench.decide(bindingOf(change), false).ok());
        QVERIFY(bench.decide(bindingOf(change)).ok());
        QCOMPARE(bench.run(change).outcome, ProvisionOutcome::Updated);
        const auto verified = awaited<Result<Verification>>(
            [&](auto done) { bench.log->verify({}, &bench.owner, std::move(done)); });
        QVERIFY(verified.ok());
        QVERIFY2(verified.value().ok, qPrintable(verified.value().what));
        QCOMPARE(verified.value().openIntents, 0);
        const QString file = bench.folder.filePath(QStringLiteral("audit.csv"));
        const auto written = awaited<Result<CsvExport>>(
            [&](auto done) { bench.log->exportCsv({}, file, {}, &bench.owner, std::move(done)); });
        QVERIFY(written.ok());
        QFile csv(file);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QByteArray text = csv.readAll();
        const QString digest = bench.decisions(bindingOf(change))
                                   .first()
                                   .sealedEvidence.value(QLatin1StringView("digest"))
                                   .toString();
        // Of the approval, of the change's intent and of its outcome.
        QCOMPARE(text.count(digest.toLatin1()), 4); // declined on the same grounds
        QVERIFY(text.contains("CAPACITY_DECLINED"));
    }

    void theNewestComeFirst()
    {
        ApprovalBench bench(UnapprovedCapacity::Warn);
        const CapacityBinding binding = bindingOf(UpdateBench::bigger(bench.read(true)));
        QVERIFY(bench.decide(binding).ok());
        CapacityBinding other = binding;
        other.queueId.value += u'x';
        QVERIFY(bench.decide(other).ok());
        QVERIFY(bench.decide(binding, false).ok());
        const QList<CapacityDecision> found = bench.decisions(binding);
        QCOMPARE(found.size(), 2);
        QVERIFY(found.first().seq > found.last().seq);
        QVERIFY(found.last().approved);
    }

    void changesThatLeaveTheCapacityAloneArePassedOver()
    {
        ApprovalBench bench(UnapprovedCapacity::Allow);
        QCOMPARE(
            bench.run(UpdateBench::bigger(bench.read(true))).outcome, ProvisionOutcome::Updated);
        Change more;
        AuditRecord record;
        record.action = AuditAction::QueueUpdated;
        record.outcome = AuditOutcome::Success;
        record.queueId = bench.queueId;
        record.hasChange = true;
        record.before = QJsonObject{{QStringLiteral("priority"), 1}};
        record.after = QJsonObject{{QStringLiteral("priority"), 2}};
        more.records = QList<AuditRecord>(250, record); // more than a page
        const auto written = awaited<Result<QList<qint64>>>(
            [&](auto done) { bench.log->commit(more, &bench.owner, std::move(done)); });
        QVERIFY(written.ok());
        const std::optional<CapacityChange> last = bench.lastChange();
        QVERIFY(last);
        QCOMPARE(last->to, qint64{9});
    }
};

QTEST_GUILESS_MAIN(TestApprovals)
#include "tst_approvals.moc"

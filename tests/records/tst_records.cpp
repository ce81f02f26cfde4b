#include "fakeclock.h"
#include "fixture.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>

using namespace queuesmith;

/// The journal, the outbox and the audit log as other layers use them.
class TestRecords : public QObject {
    Q_OBJECT

    [[nodiscard]] QString file() const
    {
        return m_folder->filePath(QStringLiteral("a/b/audit.sqlite"));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeClock> m_clock;

private Q_SLOTS:
    void init();
    void cleanup() { m_folder.reset(); }

    void makesTheFileWithItsFolder();
    void answersLaterAndOnTheCallersThread();
    void staysSilentWhenTheContextDied();
    void carriesOutWhatWasSubmittedBeforeItGoes();
    void refusesToWriteBeforeItIsOpen();
    void keepsAnOperationExactly();
    void aRecordHoldsNoSecret();
    void keepsAListWhileAnOperationIsOpen();
    void claimsANameOnce();
    void freesTheNameWhenFinished_data();
    void freesTheNameWhenFinished();
    void commitsAllOrNothing();
    void tellsThatSomethingWasCommitted_data();
    void tellsThatSomethingWasCommitted();
    void refusesToChangeWhatAnotherRunHolds();
    void leavesTheWorkOfALiveRun();
    void takesOverTheWorkOfADeadRun();
    void takesOverOnlyTheTenantAskedFor_data();
    void takesOverOnlyTheTenantAskedFor();
    void keepsAnExportUntilItIsDelivered();
    void forgetsDeadRuns();
    void sharesTheFileBetweenTwoInstances();
    void filtersRecords_data();
    void filtersRecords();
};

void TestRecords::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<FakeClock>();
}

void TestRecords::makesTheFileWithItsFolder()
{
    WaitingRecords log(file(), *m_clock);
    const Status opened = log.open();
    VERIFY_OK(opened);
    QCOMPARE(QFile::permissions(file()) & ~(QFile::ReadUser | QFile::WriteUser),
        QFile::ReadOwner | QFile::WriteOwner);
    QVERIFY(bytesOf(file()).startsWith("SQLite format 3"));
    QCOMPARE(log.list().value().size(), 0);
}

void TestRecords::answersLaterAndOnTheCallersThread()
{
    Records records(file(), *m_clock);
    int calls = 0;
    records.open(this, [&calls, this](const Status &status) {
        QVERIFY(status.ok());
        QCOMPARE(QThread::currentThread(), thread());
        ++calls;
    });
    QCOMPARE(calls, 0);
    QTRY_COMPARE(calls, 1);
}

void TestRecords::staysSilentWhenTheContextDied()
{
    Records records(file(), *m_clock);
    bool silent = true;
    auto context = std::make_unique<QObject>();
    records.open(context.get(), [&silent](const Status &) { silent = false; });
    context.reset();
    bool later = false;
    records.listRecords({}, this, [&later](const Result<QList<StoredRecord>> &) { later = true; });
    QTRY_VERIFY(later);
    QVERIFY(silent);
}

void TestRecords::carriesOutWhatWasSubmittedBeforeItGoes()
{
    {
        Records records(file(), *m_clock);
        records.open(this, [](const Status &) {});
        Change change;
        change.records = {record(AuditAction::SignedIn, AuditOutcome::Success, {})};
        for (int i = 0; i < 5; ++i)
            records.commit(change, this, [](const Result<QList<qint64>> &) {});
    }
    WaitingRecords log(file(), *m_clock);
    VERIFY_OK(log.open());
    QCOMPARE(log.list().value().size(), 5);
}

void TestRecords::refusesToWriteBeforeItIsOpen()
{
    WaitingRecords log(file(), *m_clock);
    const Status claimed = log.claim(operation(QStringLiteral("Sales")));
    QVERIFY(!claimed);
    QCOMPARE(claimed.error().kind, ErrorKind::Storage);
    QCOMPARE(claimed.error().code, QStringLiteral("audit_closed"));
    QVERIFY(!log.list());

    VERIFY_OK(log.open());
    WaitingRecords reader(file(), *m_clock);
    VERIFY_OK(reader.openReadOnly());
    QVERIFY(!reader.append({record(AuditAction::SignedIn, AuditOutcome::Success, {})}));
    QCOMPARE(reader.list().value().size(), 0);
}

void TestRecords::keepsAnOperationExactly()
{
    Operation sales = operation(QStringLiteral("Ventes «été» 😀"));
    sales.definition[QStringLiteral("large")] = qint64{9007199254740993};
    sales.definition[QStringLiteral("ratio")] = 0.1;
    sales.definition[QStringLiteral("description")] = QStringLiteral("\ufeffmarked");
    sales.context = {{QStringLiteral("problems"), QJsonArray{1, 2}}};
    {
        WaitingRecords log(file(), *m_clock);
        VERIFY_OK(log.open());
        VERIFY_OK(log.claim(sales));
        sales.state = OperationState::Sent;
        sales.attempts = 2;
        sales.firstSentAt = m_clock->utcNow();
        sales.latency = std::chrono::milliseconds(1234);
        sales.queueId = QStringLiteral("q-7");
        Change change;
        change.operation = sales;
        VERIFY_OK(log.commit(change));
    }
    WaitingRecords log(file(), *m_clock);
    VERIFY_OK(log.open());
    const auto work = log.takeOver();
    VERIFY_OK(work);
    QCOMPARE(work.value().operations.size(), 1);
    const Operation &kept = work.value().operations.first();
    QCOMPARE(kept.id, sales.id);
    QCOMPARE(kept.tenant, sales.tenant);
    QCOMPARE(kept.queueName, sales.queueName);
    QCOMPARE(kept.state, OperationState::Sent);
    QCOMPARE(kept.definition, sales.definition);
    QCOMPARE(kept.definition.value(QStringLiteral("large")).toInteger(), 9007199254740993);
    QCOMPARE(kept.idempotencyKey, sales.idempotencyKey);
    QCOMPARE(kept.queueId, sales.queueId);
    QCOMPARE(kept.attempts, 2);
    QCOMPARE(kept.firstSentAt, sales.firstSentAt);
    QCOMPARE(kept.latency, sales.latency);
    QCOMPARE(kept.context, sales.context);
}

void TestRecords::aRecordHoldsNoSecret()
{
    const QString secret = QStringLiteral("client-secret-4711");
    const QString quoted = QStringLiteral("the tenant has “%1”").arg(secret);
    WaitingRecords log(file(), *m_clock);
    const auto secrets = std::make_shared<KnownSecrets>();
    log.records.setSecrets(secrets);
    VERIFY_OK(log.open());
    secrets->learn(secret.toUtf8()); // as a token is, later
    AuditRecord told = record(AuditAction::QueueProvisioned, AuditOutcome::Intent,
        QStringLiteral("c"), QStringLiteral("Q"));
    told.reason = quoted;
    told.error = quoted;
    told.validationProblems = Problems{{{}, Severity::Warning, QStringLiteral("x"), quoted}};
    told.compliance =
        Compliance{false, m_clock->utcNow(), {{QStringLiteral("read_back:name"), false, quoted}}};
    told.hasChange = true;
    told.before = QJsonObject{{QStringLiteral("description"), quoted}};
    told.after = QJsonObject{{QStringLiteral("rules"), QJsonArray{quoted}}};
    VERIFY_OK(log.append({told}));

    const QByteArray payload = log.list().value().first().payload;
    QCOMPARE(payload.count("the tenant has “***”"), 6);
    QVERIFY2(!payload.contains(secret.toUtf8()), payload.constData());
    QVERIFY(log.verify().value().ok);
}

void TestRecords::keepsAListWhileAnOperationIsOpen()
{
    const QString lists = QStringLiteral("queue_list");
    Operation sales = operation(QStringLiteral("Sales"));
    Operation billing = operation(QStringLiteral("Billing"));
    const auto commit = [](WaitingRecords &log, Operation *operation, OperationState state,
                            const std::optional<QStringList> &listed = {}) {
        operation->state = state;
        return log.commit({*operation, {}, {}, listed});
    };
    {
        WaitingRecords log(file(), *m_clock);
        VERIFY_OK(log.open());
        VERIFY_OK(log.claim(sales));
        VERIFY_OK(log.claim(billing));
        QVERIFY(!log.knownQueues(sales).value().listedBefore);
        const QStringList listed{QStringLiteral("q-2"), QStringLiteral("q-1")};
        VERIFY_OK(commit(log, &sales, OperationState::Sent, listed));
        VERIFY_OK(commit(log, &billing, OperationState::Sent, listed));
        VERIFY_OK(commit(log, &sales, OperationState::Unknown));
        QCOMPARE(rowsOf(file(), lists), 1); // both began with the same
    }
    WaitingRecords log(file(), *m_clock); // after a crash
    VERIFY_OK(log.open());
    VERIFY_OK(log.takeOver());
    billing.queueId = QStringLiteral("q-3");
    VERIFY_OK(commit(log, &billing, OperationState::Verified));
    const KnownQueues known = log.knownQueues(sales).value();
    QCOMPARE(known.listedBefore,
        std::optional(QSet<QString>({QStringLiteral("q-1"), QStringLiteral("q-2")})));
    QVERIFY(known.madeByOthers.contains(QStringLiteral("q-3")));
    QCOMPARE(known.namesOfOthers, QStringList{QStringLiteral("Billing")});
    QCOMPARE(rowsOf(file(), lists), 1);
    VERIFY_OK(commit(log, &sales, OperationState::Failed));
    QCOMPARE(rowsOf(file(), lists), 0);
}

void TestRecords::claimsANameOnce()
{
    WaitingRecords first(file(), *m_clock);
    WaitingRecords second(file(), *m_clock);
    VERIFY_OK(first.open());
    VERIFY_OK(second.open());
    VERIFY_OK(first.claim(operation(QStringLiteral("Sales"))));
    for (WaitingRecords *log : {&first, &second}) {
        const Status again = log->claim(operation(QStringLiteral("Sales")));
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::Conflict);
        QCOMPARE(again.error().code, QStringLiteral("in_progress"));
        QVERIFY(again.error().message.contains(QStringLiteral("is at work on the queue")));
    }
    VERIFY_OK(second.claim(operation(QStringLiteral("sales"))));
    Operation elsewhere = operation(QStringLiteral("Sales"));
    elsewhere.tenant.origin = QStringLiteral("https://other.example:443");
    VERIFY_OK(second.claim(elsewhere));
    // Which of the host's business units a client belongs to isn't known, so none may have it.
    Operation ofAnother = operation(QStringLiteral("Sales"));
    ofAnother.tenant.client = QStringLiteral("client-2");
    QCOMPARE(second.claim(ofAnother).error().code, QStringLiteral("in_progress"));
}

void TestRecords::freesTheNameWhenFinished_data()
{
    QTest::addColumn<OperationState>("state");
    for (const OperationState state : {OperationState::Planned, OperationState::Sent,
             OperationState::Unknown, OperationState::Created, OperationState::Verified,
             OperationState::Failed, OperationState::Conflict, OperationState::Cancelled})
        QTest::newRow(qPrintable(word(state))) << state;
}

void TestRecords::freesTheNameWhenFinished()
{
    QFETCH(OperationState, state);
    WaitingRecords log(file(), *m_clock);
    VERIFY_OK(log.open());
    Change change;
    change.operation = operation(QStringLiteral("Sales"));
    VERIFY_OK(log.claim(*change.operation));
    change.operation->state = state;
    VERIFY_OK(log.commit(change));
    QCOMPARE(log.claim(operation(QStringLiteral("Sales"))).ok(), !isOpen(state));
    const auto work = log.takeOver();
    VERIFY_OK(work);
    QCOMPARE(work.value().operations.size(), 1);
    QCOMPARE(
        work.value().operations.first().state, isOpen(state) ? state : OperationState::Planned);
}

void TestRecords::commitsAllOrNothing()
{
    WaitingRecords log(file(), *m_clock);
    VERIFY_OK(log.open());
    Change change;
    change.operation = operation(QStringLiteral("Sales"));
    VERIFY_OK(log.claim(*change.operation));
    change.operation->state = OperationState::Sent;
    change.records = {
        record(AuditAction::QueueProvisioned, AuditOutcome::Intent, change.operation->id)};
    // The outbox row names an operation that isn't there, which the file refuses.
    change.exportTask = exportTask(operation(QStringLiteral("Ghost")));
    const auto refused = log.commit(change);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
    QCOMPARE(log.list().value().size(), 0);
    QCOMPARE(log.takeOver().value().operations.first().state, OperationState::Planned);

    change.exportTask = exportTask(*change.operation);
    const auto done = log.commit(change);
    VERIFY_OK(done);
    QCOMPARE(done.value(), QList<qint64>{1});
    QCOMPARE(log.takeOver().value().operations.first().state, OperationState::Sent);
    QCOMPARE(log.exports().value().size(), 1);
}

void TestRecords::tellsThatSomethingWasCommitted_data()
{
    QTest::addColumn<bool>("isHeld");
    QTest::addColumn<bool>("hasRecord");
    QTest::addColumn<bool>("hasExport");
    QTest::addColumn<bool>("isAsked");
    QTest::addColumn<int>("told");
    QTest::newRow("a record") << true << true << false << true << 1;
    QTest::newRow("an export") << true << false << true << true << 1;
    QTest::newRow("both") << true << true << true << true << 1;
    QTest::newRow("a state only") << true << false << false << true << 0;
    QTest::newRow("nothing, since it failed") << false << true << true << true << 0;
    QTest::newRow("whoever asked has gone") << true << true << false << false << 1;
}

void TestRecords::tellsThatSomethingWasCommitted()
{
    QFETCH(bool, isHeld);
    QFETCH(bool, hasRecord);
    QFETCH(bool, hasExport);
    QFETCH(bool, isAsked);
    WaitingRecords log(file(), *m_clock);
    VERIFY_OK(log.open());
    Change change;
    change.operation = operation(QStringLiteral("Sales"));
    if (isHeld)
        VERIFY_OK(log.claim(*change.operation));
    if (hasRecord)
        change.records = {
            record(AuditAction::QueueProvisioned, AuditOutcome::Intent, change.operation->id)};
    if (hasExport)
        change.exportTask = exportTask(*change.operation);
    QStringList order;
    connect(&log.records, &Records::committed, this,
        [&order] { order.append(QStringLiteral("committed")); });
    auto context = std::make_unique<QObject>();
    log.records.commit(change, context.get(),
        [&order](const Result<QList<qint64>> &) { order.append(QStringLiteral("done")); });
    if (!isAsked)
        context.reset();
    VERIFY_OK(log.list()); // comes after all of it
    QFETCH(int, told);
    QCOMPARE(order,
        QStringList(isAsked ? 1 : 0, QStringLiteral("done"))
            + QStringList(told, QStringLiteral("committed")));
}

void TestRecords::refusesToChangeWhatAnotherRunHolds()
{
    WaitingRecords holder(file(), *m_clock);
    WaitingRecords other(file(), *m_clock);
    VERIFY_OK(holder.open());
    VERIFY_OK(other.open());
    Change change;
    change.operation = operation(QStringLiteral("Sales"));
    VERIFY_OK(holder.claim(*change.operation));
    change.operation->state = OperationState::Sent;
    change.records = {
        record(AuditAction::QueueProvisioned, AuditOutcome::Intent, change.operation->id)};
    const auto refused = other.commit(change);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QCOMPARE(refused.error().code, QStringLiteral("taken_over"));
    QCOMPARE(other.list().value().size(), 0);

    change.exportTask = exportTask(*change.operation);
    VERIFY_OK(holder.commit(change));
    Change foreign;
    foreign.exportTask = change.exportTask;
    QCOMPARE(other.commit(foreign).error().code, QStringLiteral("taken_over"));
}

void TestRecords::leavesTheWorkOfALiveRun()
{
    WaitingRecords live(file(), *m_clock);
    WaitingRecords other(file(), *m_clock);
    VERIFY_OK(live.open());
    VERIFY_OK(other.open());
    Change change;
    change.operation = operation(QStringLiteral("Sales"));
    VERIFY_OK(live.claim(*change.operation));
    change.operation->state = OperationState::Sent;
    change.exportTask = exportTask(*change.operation);
    VERIFY_OK(live.commit(change));

    const auto none = other.takeOver();
    VERIFY_OK(none);
    QCOMPARE(none.value().operations.size(), 0);
    QCOMPARE(none.value().exports.size(), 0);
    QCOMPARE(none.value().busy, 1);

    const auto own = live.takeOver();
    VERIFY_OK(own);
    QCOMPARE(own.value().operations.size(), 1);
    QCOMPARE(own.value().exports.size(), 1);
    QCOMPARE(own.value().busy, 0);
}

void TestRecords::takesOverTheWorkOfADeadRun()
{
    Change change;
    change.operation = operation(QStringLiteral("Sales"));
    auto dying = std::make_unique<WaitingRecords>(file(), *m_clock);
    VERIFY_OK(dying->open());
    VERIFY_OK(dying->claim(*change.operation));
    change.operation->state = OperationState::Unknown;
    change.exportTask = exportTask(*change.operation);
    VERIFY_OK(dying->commit(change));
    dying.reset();

    WaitingRecords heir(file(), *m_clock);
    WaitingRecords late(file(), *m_clock);
    VERIFY_OK(heir.open());
    VERIFY_OK(late.open());
    const Status unsettled = heir.claim(operation(QStringLiteral("Sales")));
    QCOMPARE(unsettled.error().code, QStringLiteral("in_progress"));
    QVERIFY(unsettled.error().message.contains(QStringLiteral("is not settled yet")));

    const auto work = heir.takeOver();
    VERIFY_OK(work);
    QCOMPARE(work.value().operations.size(), 1);
    QCOMPARE(work.value().exports.size(), 1);
    QCOMPARE(work.value().exports.first().name, change.exportTask->name);
    QCOMPARE(late.takeOver().value().busy, 1);

    change.operation->state = OperationState::Verified;
    change.exportTask->state = ExportState::Delivered;
    VERIFY_OK(heir.commit(change));
    QCOMPARE(late.takeOver().value().busy, 0);
}

void TestRecords::takesOverOnlyTheTenantAskedFor_data()
{
    QTest::addColumn<QString>("origin");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("client");
    const QString here = WaitingRecords::tenant().origin;
    const QString ours = WaitingRecords::tenant().client;
    QTest::newRow("host") << QStringLiteral("https://other.example:443") << QString() << ours;
    QTest::newRow("path") << here << QStringLiteral("/eu") << ours;
    QTest::newRow("client") << here << QString() << QStringLiteral("client-2");
}

void TestRecords::takesOverOnlyTheTenantAskedFor()
{
    QFETCH(QString, origin);
    QFETCH(QString, path);
    QFETCH(QString, client);
    Operation elsewhere = operation(QStringLiteral("Sales"));
    elsewhere.tenant = {origin, path, client, {}};
    auto dying = std::make_unique<WaitingRecords>(file(), *m_clock);
    VERIFY_OK(dying->open());
    VERIFY_OK(dying->claim(elsewhere));
    dying.reset();
    WaitingRecords log(file(), *m_clock);
    VERIFY_OK(log.open());
    const auto work = log.takeOver();
    VERIFY_OK(work);
    QCOMPARE(work.value().operations.size(), 0);
    QCOMPARE(work.value().busy, 0);
}

void TestRecords::keepsAnExportUntilItIsDelivered()
{
    WaitingRecords log(file(), *m_clock);
    VERIFY_OK(log.open());
    Change change;
    change.operation = operation(QStringLiteral("Sales"));
    VERIFY_OK(log.claim(*change.operation));
    change.operation->state = OperationState::Verified;
    change.exportTask = exportTask(*change.operation);
    VERIFY_OK(log.commit(change));

    m_clock->advance(std::chrono::seconds(60));
    Change sent;
    sent.exportTask = change.exportTask;
    sent.exportTask->state = ExportState::Sent;
    sent.exportTask->attempts = 1;
    sent.exportTask->lastError = QStringLiteral("closed");
    VERIFY_OK(log.commit(sent));
    const auto open = log.takeOver();
    VERIFY_OK(open);
    QCOMPARE(open.value().operations.size(), 0);
    QCOMPARE(open.value().exports.size(), 1);
    const ExportTask &kept = open.value().exports.first();
    QCOMPARE(kept.operationId, change.operation->id);
    QCOMPARE(kept.correlationId, change.exportTask->correlationId);
    QCOMPARE(kept.endpoint, change.exportTask->endpoint);
    QCOMPARE(kept.headerNames, change.exportTask->headerNames);
    QCOMPARE(kept.lastError, QStringLiteral("closed"));
    QCOMPARE(kept.attempts, 1);
    QCOMPARE(kept.createdAt.secsTo(kept.updatedAt), 60);

    sent.exportTask->state = ExportState::Delivered;
    sent.exportTask->exportId = QStringLiteral("e-1");
    sent.exportTask->status = QStringLiteral("active");
    VERIFY_OK(log.commit(sent));
    QCOMPARE(log.takeOver().value().exports.size(), 0);
    QCOMPARE(log.exports(WaitingRecords::tenant()).value().first().exportId, QStringLiteral("e-1"));
    TenantId nobody = WaitingRecords::tenant();
    nobody.client = QStringLiteral("client-2");
    QCOMPARE(log.exports(nobody).value().size(), 0);
}

void TestRecords::forgetsDeadRuns()
{
    const QString runs = file() + QStringLiteral(".runs");
    for (int i = 0; i < 3; ++i) {
        WaitingRecords log(file(), *m_clock);
        VERIFY_OK(log.open());
    }
    QFile left(runs + QStringLiteral("/0cc175b9.lock")); // as a killed process leaves it
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.close();
    WaitingRecords log(file(), *m_clock);
    VERIFY_OK(log.open());
    QCOMPARE(QDir(runs).entryList(QDir::Files).size(), 1);
}

void TestRecords::sharesTheFileBetweenTwoInstances()
{
    WaitingRecords first(file(), *m_clock);
    WaitingRecords second(file(), *m_clock);
    VERIFY_OK(first.open());
    VERIFY_OK(second.open());
    int done = 0;
    int failed = 0;
    Change change;
    change.records = {record(AuditAction::SignedIn, AuditOutcome::Success, {})};
    for (int i = 0; i < 200; ++i) {
        for (WaitingRecords *log : {&first, &second}) {
            log->records.commit(change, this, [&](const Result<QList<qint64>> &result) {
                ++done;
                failed += result.ok() ? 0 : 1;
            });
        }
    }
    QTRY_COMPARE(done, 400);
    QCOMPARE(failed, 0);
    const auto verified = first.verify();
    VERIFY_OK(verified);
    QVERIFY2(verified.value().ok, qPrintable(verified.value().what));
    QCOMPARE(verified.value().records, 400);
}

void TestRecords::filtersRecords_data()
{
    QTest::addColumn<AuditFilter>("filter");
    QTest::addColumn<QList<qint64>>("expected");

    const auto row = [](const char *name, const QList<qint64> &expected, auto set) {
        AuditFilter filter;
        set(filter);
        QTest::newRow(name) << filter << expected;
    };
    const QDateTime start = FakeClock().utcNow();
    row("all, newest first", {4, 3, 2, 1}, [](AuditFilter &) {});
    row("limit", {4, 3}, [](AuditFilter &filter) { filter.limit = 2; });
    row("since is inclusive", {4, 3},
        [&](AuditFilter &filter) { filter.since = start.addSecs(120); });
    row("until is exclusive", {2, 1},
        [&](AuditFilter &filter) { filter.until = start.addSecs(120); });
    row("actor", {4, 3, 2, 1}, [](AuditFilter &filter) { filter.actor = QStringLiteral("ada"); });
    row("another actor", {}, [](AuditFilter &filter) { filter.actor = QStringLiteral("Ada"); });
    row("queue's name", {2, 1}, [](AuditFilter &filter) { filter.queue = QStringLiteral("Été"); });
    row("queue's id", {2}, [](AuditFilter &filter) { filter.queue = QStringLiteral("q-1"); });
    row("action", {3}, [](AuditFilter &filter) { filter.action = QStringLiteral("SIGNED_IN"); });
    row("outcome", {3, 2}, [](AuditFilter &filter) { filter.outcome = QStringLiteral("success"); });
    row("text, any case", {2, 1}, [](AuditFilter &filter) { filter.text = QStringLiteral("éTÉ"); });
    row("text inside an object", {4},
        [](AuditFilter &filter) { filter.text = QStringLiteral("needle"); });
    row("text and limit", {2}, [](AuditFilter &filter) {
        filter.text = QStringLiteral("été");
        filter.limit = 1;
    });
    row("a member's name is not in it", {},
        [](AuditFilter &filter) { filter.text = QStringLiteral("queue_id"); });
    row("no wildcard", {}, [](AuditFilter &filter) { filter.text = QStringLiteral("%"); });
    row("text that JSON escapes", {4},
        [](AuditFilter &filter) { filter.text = QStringLiteral("\"LOUD\""); });
    row("correlation", {2, 1},
        [](AuditFilter &filter) { filter.correlation = QStringLiteral("c-1"); });
    row("page before", {2, 1}, [](AuditFilter &filter) { filter.beforeSeq = 3; });
    row("page before with limit", {2}, [](AuditFilter &filter) {
        filter.beforeSeq = 3;
        filter.limit = 1;
    });
    row("page before the first", {}, [](AuditFilter &filter) { filter.beforeSeq = 1; });
    row("page of a text", {1}, [](AuditFilter &filter) {
        filter.text = QStringLiteral("été");
        filter.beforeSeq = 2;
    });
    row("newer than", {4}, [](AuditFilter &filter) { filter.afterSeq = 3; });
    row("newer than the newest", {}, [](AuditFilter &filter) { filter.afterSeq = 4; });
    row("any of two actions", {4, 3}, [](AuditFilter &filter) {
        filter.actions =
            QStringList{QStringLiteral("SIGNED_IN"), QStringLiteral("VALIDATION_REJECTED")};
    });
    row("a queue's action", {4}, [](AuditFilter &filter) {
        filter.queue = QStringLiteral("Sales");
        filter.actions =
            QStringList{QStringLiteral("QUEUE_PROVISIONED"), QStringLiteral("VALIDATION_REJECTED")};
        filter.outcome = QStringLiteral("rejected");
        filter.actor = QStringLiteral("ada");
    });
    row("tenant", {4, 3, 2, 1},
        [](AuditFilter &filter) { filter.tenant = WaitingRecords::tenant(); });
    row("another tenant", {}, [](AuditFilter &filter) {
        filter.tenant = WaitingRecords::tenant();
        filter.tenant->origin = QStringLiteral("https://other.example.com");
    });
    row("another client", {}, [](AuditFilter &filter) {
        filter.tenant = WaitingRecords::tenant();
        filter.tenant->client = QStringLiteral("client-2");
    });
    row("the newest two of a tenant", {4, 3}, [](AuditFilter &filter) {
        filter.tenant = WaitingRecords::tenant();
        filter.limit = 2;
    });
    row("both", {2}, [](AuditFilter &filter) {
        filter.action = QStringLiteral("QUEUE_PROVISIONED");
        filter.outcome = QStringLiteral("success");
    });
}

void TestRecords::filtersRecords()
{
    QFETCH(AuditFilter, filter);
    QFETCH(QList<qint64>, expected);
    WaitingRecords log(file(), *m_clock);
    VERIFY_OK(log.open());
    const QString name = QStringLiteral("Été");
    QList<AuditRecord> steps{
        record(AuditAction::QueueProvisioned, AuditOutcome::Intent, QStringLiteral("c-1"), name),
        record(AuditAction::QueueProvisioned, AuditOutcome::Success, QStringLiteral("c-1"), name),
        record(AuditAction::SignedIn, AuditOutcome::Success, {}, {}),
        record(
            AuditAction::ValidationRejected, AuditOutcome::Rejected, {}, QStringLiteral("Sales")),
    };
    steps[1].queueId = QStringLiteral("q-1");
    steps[3].evidence =
        QJsonObject{{QStringLiteral("a"), QJsonArray{QStringLiteral("a NEEDLE b \"loud\"")}}};
    for (const AuditRecord &step : std::as_const(steps)) {
        VERIFY_OK(log.append({step}));
        m_clock->advance(std::chrono::seconds(60));
    }
    const auto found = log.list(filter);
    VERIFY_OK(found);
    QList<qint64> numbers;
    for (const StoredRecord &stored : found.value())
        numbers.append(stored.seq);
    QCOMPARE(numbers, expected);
}

QTEST_GUILESS_MAIN(TestRecords)
#include "tst_records.moc"

#include "fakeclock.h"
#include "fixture.h"
#include "oldlog.h"
#include "platform/filelock.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <vector>

using namespace queuesmith;

/// Several processes on one file, and processes that are killed.
class TestProcesses : public QObject {
    Q_OBJECT

    [[nodiscard]] QString file() const
    {
        return m_folder->filePath(QStringLiteral("audit.sqlite"));
    }
    static std::unique_ptr<QProcess> started(const QStringList &arguments);

    std::unique_ptr<QTemporaryDir> m_folder;
    FakeClock m_clock;

private Q_SLOTS:
    void init();

    void shareTheFile_data();
    void shareTheFile();
    void handOverWhenKilled();
    void tellsWhatAKilledRunHadFinished();
    void seesARunWhoseLockWasRemoved();
    void losesNothingThatWasOnDisk();
    void givesTheRowsOfAnOldFileToTheirClients();
    void leavesAnOldFileToAnOlderRun();
};

namespace {

TenantId client(const QString &name, const QString &path = {})
{
    TenantId tenant = WaitingRecords::tenant();
    tenant.client = name;
    tenant.path = path;
    return tenant;
}

template <typename T> QStringList namesOf(const QList<T> &list)
{
    QStringList names;
    for (const T &one : list)
        names.append(one.queueName);
    return names;
}

QStringList queuesOnRecord(WaitingRecords &log, const TenantId &tenant)
{
    AuditFilter filter;
    filter.tenant = tenant;
    filter.limit = 10;
    const QList<StoredRecord> shown = log.list(filter).value();
    QStringList names;
    for (const StoredRecord &one : shown)
        names.append(payloadOf(one).value(QStringLiteral("queue_name")).toString());
    return names;
}

} // namespace

void TestProcesses::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_folder = std::make_unique<QTemporaryDir>();
}

std::unique_ptr<QProcess> TestProcesses::started(const QStringList &arguments)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process->start(QStringLiteral(RECORDS_HELPER), arguments);
    return process;
}

void TestProcesses::shareTheFile_data()
{
    QTest::addColumn<bool>("emptyFile");
    QTest::newRow("all begin without a file") << false;
    QTest::newRow("all begin with an empty file") << true;
}

void TestProcesses::shareTheFile()
{
    QFETCH(bool, emptyFile);
    if (emptyFile) {
        QFile empty(file());
        QVERIFY(empty.open(QIODevice::WriteOnly));
    }
    constexpr int kProcesses = 4;
    constexpr int kEach = 100;
    std::vector<std::unique_ptr<QProcess>> processes;
    processes.reserve(kProcesses);
    for (int i = 0; i < kProcesses; ++i)
        processes.push_back(started({QStringLiteral("append"), file(), QString::number(kEach)}));
    QList<int> numbers;
    for (const auto &process : processes) {
        QVERIFY(process->waitForFinished(60'000));
        const QByteArray said = process->readAllStandardOutput();
        QVERIFY2(process->exitCode() == 0, said.constData());
        for (const QByteArray &line : said.trimmed().split('\n'))
            numbers.append(line.toInt());
    }
    std::sort(numbers.begin(), numbers.end());
    QCOMPARE(numbers.size(), kProcesses * kEach);
    for (int i = 0; i < numbers.size(); ++i)
        QCOMPARE(numbers.at(i), i + 1);
    WaitingRecords log(file(), m_clock);
    VERIFY_OK(log.openReadOnly());
    const auto verified = log.verify();
    VERIFY_OK(verified);
    QVERIFY2(verified.value().ok, qPrintable(verified.value().what));
    QCOMPARE(verified.value().records, kProcesses * kEach);
}

void TestProcesses::handOverWhenKilled()
{
    const auto holder = started({QStringLiteral("hold"), file(), QStringLiteral("Sales")});
    QVERIFY(holder->waitForReadyRead(30'000));
    QCOMPARE(holder->readLine().trimmed(), QByteArray("holding"));

    WaitingRecords log(file(), m_clock);
    VERIFY_OK(log.open());
    const Status busy = log.claim(operation(QStringLiteral("Sales")));
    QVERIFY(busy.error().message.contains(QStringLiteral("is at work on the queue")));
    QCOMPARE(log.takeOver().value().busy, 1);
    QCOMPARE(log.takeOver().value().operations.size(), 0);

    holder->kill();
    QVERIFY(holder->waitForFinished(30'000));
    const Status left = log.claim(operation(QStringLiteral("Sales")));
    QVERIFY(left.error().message.contains(QStringLiteral("is not settled yet")));
    const auto work = log.takeOver();
    VERIFY_OK(work);
    QCOMPARE(work.value().busy, 0);
    QCOMPARE(work.value().operations.size(), 1);
    Change change;
    change.operation = work.value().operations.first();
    QCOMPARE(change.operation->queueName, QStringLiteral("Sales"));
    QCOMPARE(change.operation->state, OperationState::Sent);
    QCOMPARE(log.verify().value().openIntents, 1);

    change.operation->state = OperationState::Verified;
    change.records = {
        record(AuditAction::QueueProvisioned, AuditOutcome::Success, change.operation->id)};
    VERIFY_OK(log.commit(change));
    const auto verified = log.verify();
    QVERIFY(verified.value().ok);
    QCOMPARE(verified.value().openIntents, 0);
    VERIFY_OK(log.claim(operation(QStringLiteral("Sales"))));
}

/// Its lock is what tells a run that was killed from one that ended in good order.
void TestProcesses::tellsWhatAKilledRunHadFinished()
{
    {
        WaitingRecords orderly(file(), m_clock);
        VERIFY_OK(orderly.open());
        Change change;
        change.operation = operation(QStringLiteral("Told"));
        VERIFY_OK(orderly.claim(*change.operation));
        change.operation->state = OperationState::Verified;
        VERIFY_OK(orderly.commit(change));
    }
    const auto holder = started({QStringLiteral("finish"), file(), QStringLiteral("Unreported")});
    QVERIFY(holder->waitForReadyRead(30'000));
    const auto seen = started(
        {QStringLiteral("finish"), file(), QStringLiteral("Seen"), QStringLiteral("reported")});
    QVERIFY(seen->waitForReadyRead(30'000));
    {
        WaitingRecords early(file(), m_clock);
        VERIFY_OK(early.open());
        QCOMPARE(early.takeOver().value().unreported.size(), 0);
    }
    for (QProcess *process : {holder.get(), seen.get()}) {
        process->kill();
        QVERIFY(process->waitForFinished(30'000));
    }

    WaitingRecords log(file(), m_clock);
    VERIFY_OK(log.open());
    const auto work = log.takeOver();
    VERIFY_OK(work);
    QCOMPARE(work.value().operations.size(), 0);
    QCOMPARE(work.value().unreported.size(), 1); // what a person has seen is no news
    QCOMPARE(work.value().unreported.first().queueName, QStringLiteral("Unreported"));
    QCOMPARE(log.takeOver().value().unreported.size(), 0);
}

/// A run that lives, but whose lock somebody took away: nobody may take over what it has open.
void TestProcesses::seesARunWhoseLockWasRemoved()
{
    const auto holder = started({QStringLiteral("hold"), file(), QStringLiteral("Sales")});
    QVERIFY(holder->waitForReadyRead(30'000));
    WaitingRecords early(file(), m_clock);
    VERIFY_OK(early.open());
    const QString runs = file() + QStringLiteral(".runs");
    const QStringList locks = QDir(runs).entryList(QDir::Files);
    QCOMPARE(locks.size(), 2);
    {
        // That of `early` too, which must not matter to the others.
        for (const QString &lock : locks)
            QVERIFY(QFile::remove(runs + u'/' + lock));
        WaitingRecords late(file(), m_clock);
        const Status refused = late.open();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, QStringLiteral("audit_lock_gone"));
        const QString message = refused.error().message;
        for (const QString &part : {QStringLiteral("Process %1 ").arg(holder->processId()),
                 QStringLiteral("Nothing was sent"), QStringLiteral("--audit")})
            QVERIFY2(message.contains(part), qPrintable(message));
        QCOMPARE(early.claim(operation(QStringLiteral("Sales"))).error().code,
            QStringLiteral("audit_lock_gone"));
    }
    holder->kill();
    QVERIFY(holder->waitForFinished(30'000));
    WaitingRecords log(file(), m_clock);
    VERIFY_OK(log.open());
    QCOMPARE(log.takeOver().value().operations.size(), 1);
}

void TestProcesses::losesNothingThatWasOnDisk()
{
    int last = 0;
    for (int round = 0; round < 5; ++round) {
        const auto writer = started({QStringLiteral("append"), file(), QStringLiteral("100000")});
        const int goal = last + 5 + 7 * round;
        while (last < goal && writer->waitForReadyRead(30'000)) {
            while (writer->canReadLine())
                last = writer->readLine().trimmed().toInt();
        }
        writer->kill();
        QVERIFY(writer->waitForFinished(30'000));
        while (writer->canReadLine())
            last = writer->readLine().trimmed().toInt();
        QVERIFY(last >= goal);

        WaitingRecords log(file(), m_clock);
        VERIFY_OK(log.open());
        const auto verified = log.verify();
        VERIFY_OK(verified);
        QVERIFY2(verified.value().ok, qPrintable(verified.value().what));
        // One more may have been on disk before its writer could say so.
        QVERIFY(verified.value().records >= last && verified.value().records <= last + 1);
        last = static_cast<int>(verified.value().records);
    }
}

/// Whose they are is what their intent says.
void TestProcesses::givesTheRowsOfAnOldFileToTheirClients()
{
    const QString one = QStringLiteral("client-1");
    const QString two = QStringLiteral("client-2");
    const QString open = QStringLiteral("unknown");
    makeOldLog(file(), WaitingRecords::tenant().origin,
        {{QStringLiteral("Sales"), open, {one}, false, true},
            {QStringLiteral("Service"), QStringLiteral("sent"), {two}, false, true},
            {QStringLiteral("Unsent"), QStringLiteral("planned"), {}, false, false},
            {QStringLiteral("Finished"), QStringLiteral("verified"), {two}, true, false}});
    WaitingRecords log(file(), m_clock);
    VERIFY_OK(log.open());

    const auto ours = log.takeOver(client(one));
    VERIFY_OK(ours);
    QCOMPARE(namesOf(ours.value().operations), QStringList{QStringLiteral("Sales")});
    QCOMPARE(namesOf(ours.value().exports), QStringList{QStringLiteral("Sales")});
    QCOMPARE(namesOf(ours.value().unreported), QStringList());
    QCOMPARE(ours.value().operations.first().tenant, client(one));
    // Taken over, it belongs to that one's base URL.
    QCOMPARE(log.takeOver(client(one, QStringLiteral("/eu"))).value().operations.size(), 0);

    const Status claimed = log.claim(operation(QStringLiteral("Service")));
    QCOMPARE(claimed.error().code, QStringLiteral("in_progress"));
    QVERIFY2(claimed.error().message.contains(two), qPrintable(claimed.error().message));
    VERIFY_OK(log.claim(operation(QStringLiteral("Unsent"))));

    const auto theirs = log.takeOver(client(two));
    VERIFY_OK(theirs);
    QCOMPARE(namesOf(theirs.value().operations), QStringList{QStringLiteral("Service")});
    QCOMPARE(namesOf(theirs.value().exports), QStringList{QStringLiteral("Service")});
    QCOMPARE(namesOf(theirs.value().unreported), QStringList{QStringLiteral("Finished")});

    QCOMPARE(namesOf(log.exports(client(one)).value()), QStringList{QStringLiteral("Sales")});
    QCOMPARE(log.exports().value().size(), 2);
    QCOMPARE(queuesOnRecord(log, client(one)), QStringList{QStringLiteral("Sales")});
    QCOMPARE(queuesOnRecord(log, client(two)),
        QStringList({QStringLiteral("Finished"), QStringLiteral("Service")}));
    const auto verified = log.verify();
    QVERIFY2(verified.value().ok, qPrintable(verified.value().what));
    QCOMPARE(verified.value().records, 3);
}

void TestProcesses::leavesAnOldFileToAnOlderRun()
{
    makeOldLog(file(), WaitingRecords::tenant().origin,
        {{QStringLiteral("Sales"), QStringLiteral("sent"), {QStringLiteral("client-1")}, false,
            true}});
    auto older = FileLock::onNewFile(file() + QStringLiteral(".runs/older.lock"));
    QVERIFY(older);
    const QByteArray before = bytesOf(file());
    WaitingRecords log(file(), m_clock);
    const Status refused = log.open();
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
    QCOMPARE(refused.error().code, QStringLiteral("audit_older_run"));
    QVERIFY(bytesOf(file()) == before);

    // What only reads may go on meanwhile.
    VERIFY_OK(log.openReadOnly());
    QVERIFY(log.verify().value().ok);
    QCOMPARE(namesOf(log.exports(WaitingRecords::tenant()).value()),
        QStringList{QStringLiteral("Sales")});

    older.reset();
    VERIFY_OK(log.open());
    QCOMPARE(log.takeOver().value().operations.size(), 1);
}

QTEST_GUILESS_MAIN(TestProcesses)
#include "tst_processes.moc"

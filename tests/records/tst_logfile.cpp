#include "fakeclock.h"
#include "fixture.h"
#include "platform/filelock.h"

#include <QDir>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <csignal>
#include <functional>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace queuesmith;

namespace {
/// Writing beyond `bytes` into any file fails while this lives.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limited = m_before;
        limited.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limited);
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

private:
    rlimit m_before{};
};

/// Another program in the midst of writing.
class WriteLock {
public:
    explicit WriteLock(const QString &file)
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), kName);
        database.setDatabaseName(file);
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(QStringLiteral("BEGIN IMMEDIATE")));
    }
    ~WriteLock() { QSqlDatabase::removeDatabase(kName); }
    WriteLock(const WriteLock &) = delete;
    WriteLock &operator=(const WriteLock &) = delete;

private:
    inline static const QString kName = QStringLiteral("lock");
};

void overwrite(const QString &name, qint64 place, const QByteArray &bytes)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(place));
    QCOMPARE(file.write(bytes), bytes.size());
}

mode_t modeOf(const QString &path)
{
    struct stat found = {};
    return ::stat(qPrintable(path), &found) == 0 ? found.st_mode & 0777 : 0;
}
} // namespace

using Prepare = std::function<void(const QString &)>;

/// A file that can't be used is refused with a reason and left as it was.
class TestLogFile : public QObject {
    Q_OBJECT

    void makeLog(int records);
    [[nodiscard]] QString file() const
    {
        return m_folder->filePath(QStringLiteral("audit.sqlite"));
    }
    [[nodiscard]] QStringList listing() const
    {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    }
    /// What the helper says, line by line; nothing when the system doesn't allow it here.
    static QStringList helped(const QStringList &arguments, bool asNobody = false);

    std::unique_ptr<QTemporaryDir> m_folder;
    FakeClock m_clock;

private Q_SLOTS:
    void init();

    void refusesWhatCantBeContinued_data();
    void refusesWhatCantBeContinued();
    void refusesAPlaceThatIsNoFile_data();
    void refusesAPlaceThatIsNoFile();
    void readsWhatCantBeContinued_data();
    void readsWhatCantBeContinued();
    void hasNothingToReadWithoutAFile();
    void takesOverAnEmptyFile();
    void opensAFileThatAKilledRunLeft();
    void recognisesDamageBesideAWriteAheadLog();
    void setsAsideWhatALostLogHasLeft_data();
    void setsAsideWhatALostLogHasLeft();
    void rescuesWhatWasWrittenToALostFile_data();
    void rescuesWhatWasWrittenToALostFile();
    void makesNoLogBesideARunThatLostItsOwn();
    void refusesALogWithTwoNames();
    void sendsNothingWithoutItsLock();
    void isTheOwnersAlone();
    void takesALooseFolderOfRunsBack();
    void leavesNoHelperFiles();
    void sendsNothingWhenNoByteCanBeWritten();
    void recoversWhenWritingWorksAgain();
    void saysWhoKeepsItLocked();
    void refusesAReadOnlyDisk();
    void refusesAReadOnlyFile();
    void refusesAFullDisk();
};

void TestLogFile::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestLogFile::makeLog(int records)
{
    WaitingRecords log(file(), m_clock);
    VERIFY_OK(log.open());
    for (int i = 0; i < records; ++i)
        VERIFY_OK(log.append({record(AuditAction::SignedIn, AuditOutcome::Success, {})}));
}

QStringList TestLogFile::helped(const QStringList &arguments, bool asNobody)
{
    QProcess helper;
    if (asNobody) {
        helper.setChildProcessModifier([] {
            if (::setgid(65534) != 0 || ::setuid(65534) != 0)
                ::_exit(77);
        });
    }
    helper.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    helper.start(QStringLiteral(RECORDS_HELPER), arguments);
    if (!helper.waitForFinished(60'000) || helper.exitCode() != 0)
        return {};
    return QString::fromUtf8(helper.readAllStandardOutput())
        .split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

void TestLogFile::refusesWhatCantBeContinued_data()
{
    QTest::addColumn<Prepare>("prepare");
    QTest::addColumn<QString>("code");

    const auto row = [](const char *name, const char *code, const Prepare &prepare) {
        QTest::newRow(name) << prepare << QString::fromLatin1(code);
    };
    const auto sql = [](const QString &statement) -> Prepare {
        return [statement](const QString &name) { QCOMPARE(tamper(name, {statement}), QString()); };
    };
    const auto replaced = [](const QByteArray &bytes) -> Prepare {
        return [bytes](const QString &name) {
            QVERIFY(QFile::resize(name, 0));
            overwrite(name, 0, bytes);
        };
    };
    row("a short text", "audit_foreign", replaced("hello"));
    row("a long text", "audit_foreign", replaced(QByteArray(100'000, 'x')));
    row("zeros", "audit_foreign", replaced(QByteArray(100'000, '\0')));
    row("another program's database", "audit_foreign", [](const QString &name) {
        QVERIFY(QFile::remove(name));
        QCOMPARE(tamper(name, {QStringLiteral("CREATE TABLE audit(seq)")}), QString());
    });
    row("another program's database with a write-ahead log", "audit_foreign",
        [](const QString &name) {
            QVERIFY(QFile::remove(name));
            QCOMPARE(tamper(name,
                         {QStringLiteral("PRAGMA journal_mode=WAL"),
                             QStringLiteral("CREATE TABLE audit(seq)")}),
                QString());
        });
    row("a damaged header", "audit_foreign",
        [](const QString &name) { overwrite(name, 0, QByteArray(16, 'x')); });
    row("a damaged schema", "audit_damaged",
        [](const QString &name) { overwrite(name, 100, QByteArray(3000, 'x')); });
    row("a cut file", "audit_damaged",
        [](const QString &name) { QVERIFY(QFile::resize(name, 6000)); });
    row("a newer version", "audit_newer", sql(QStringLiteral("PRAGMA user_version=99")));
    row("a missing table", "audit_damaged", sql(QStringLiteral("DROP TABLE export_task")));
    row("a missing trigger", "audit_damaged", sql(QStringLiteral("DROP TRIGGER audit_no_update")));
    row("a changed last record", "audit_damaged", [](const QString &name) {
        QCOMPARE(tamper(name,
                     {QStringLiteral("DROP TRIGGER audit_no_update"),
                         QStringLiteral("UPDATE audit SET payload = x'7b7d' WHERE seq = 2"),
                         QStringLiteral("CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit "
                                        "BEGIN SELECT RAISE(ABORT, 'no'); END")}),
            QString());
    });
    row("no log id", "audit_damaged", [](const QString &name) {
        QCOMPARE(tamper(name,
                     {QStringLiteral("DROP TRIGGER audit_log_no_delete"),
                         QStringLiteral("DELETE FROM audit_log"),
                         QStringLiteral("CREATE TRIGGER audit_log_no_delete BEFORE DELETE ON "
                                        "audit_log BEGIN SELECT RAISE(ABORT, 'no'); END")}),
            QString());
    });
}

void TestLogFile::refusesWhatCantBeContinued()
{
    QFETCH(Prepare, prepare);
    QFETCH(QString, code);
    makeLog(2);
    prepare(file());
    QVERIFY(QDir(file() + QStringLiteral(".runs")).removeRecursively());
    const QByteArray before = bytesOf(file());
    const QStringList entries = listing();

    WaitingRecords log(file(), m_clock);
    const Status opened = log.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Storage);
    QCOMPARE(opened.error().code, code);
    QVERIFY2(opened.error().message.contains(QStringLiteral("Nothing was sent")),
        qPrintable(opened.error().message));
    QVERIFY(!log.claim(operation(QStringLiteral("Sales"))));
    QVERIFY(bytesOf(file()) == before);
    QCOMPARE(listing(), entries);
}

void TestLogFile::refusesAPlaceThatIsNoFile_data()
{
    QTest::addColumn<QString>("place");
    QTest::newRow("a folder") << QStringLiteral("%1");
    QTest::newRow("below a file") << QStringLiteral("%1/plain/audit.sqlite");
    QTest::newRow("a device") << QStringLiteral("/dev/full");
    QTest::newRow("where nothing can be made") << QStringLiteral("/proc/queuesmith/audit.sqlite");
}

void TestLogFile::refusesAPlaceThatIsNoFile()
{
    QFETCH(QString, place);
    QFile plain(m_folder->filePath(QStringLiteral("plain")));
    QVERIFY(plain.open(QIODevice::WriteOnly));
    if (place.contains(QLatin1Char('%')))
        place = place.arg(m_folder->path());
    WaitingRecords log(place, m_clock);
    const Status opened = log.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Storage);
    QCOMPARE(opened.error().code, QStringLiteral("audit_unwritable"));
    QVERIFY(opened.error().message.contains(QStringLiteral("Nothing was sent")));
    QCOMPARE(listing(), QStringList{QStringLiteral("plain")});
}

void TestLogFile::readsWhatCantBeContinued_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::newRow("a missing trigger")
        << QStringList{QStringLiteral("DROP TRIGGER audit_no_update")};
    QTest::newRow("a changed last record")
        << QStringList{QStringLiteral("DROP TRIGGER audit_no_update"),
               QStringLiteral("UPDATE audit SET hash = zeroblob(32) WHERE seq = 2")};
}

void TestLogFile::readsWhatCantBeContinued()
{
    QFETCH(QStringList, statements);
    makeLog(2);
    QCOMPARE(tamper(file(), statements), QString());
    WaitingRecords log(file(), m_clock);
    VERIFY_OK(log.openReadOnly());
    QCOMPARE(log.list().value().size(), 2);
    QCOMPARE(log.verify().value().records, 2);
}

void TestLogFile::hasNothingToReadWithoutAFile()
{
    WaitingRecords log(file(), m_clock);
    const Status opened = log.openReadOnly();
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Storage);
    QCOMPARE(opened.error().code, QStringLiteral("audit_missing"));
    QCOMPARE(listing(), QStringList());
}

void TestLogFile::takesOverAnEmptyFile()
{
    QFile empty(file());
    QVERIFY(empty.open(QIODevice::WriteOnly));
    empty.close();
    makeLog(1);
    WaitingRecords log(file(), m_clock);
    VERIFY_OK(log.openReadOnly());
    QVERIFY(log.verify().value().ok);
    QVERIFY(!QFile::permissions(file()).testFlag(QFile::ReadOther));
}

void TestLogFile::opensAFileThatAKilledRunLeft()
{
    {
        WaitingRecords log(file(), m_clock);
        VERIFY_OK(log.open());
        VERIFY_OK(log.append({record(AuditAction::SignedIn, AuditOutcome::Success, {})}));
        // What a killed process leaves: the records are still in the write-ahead log.
        for (const QString &part : {QString(), QStringLiteral("-wal")})
            QVERIFY(QFile::copy(
                file() + part, m_folder->filePath(QStringLiteral("left.sqlite")) + part));
    }
    WaitingRecords log(m_folder->filePath(QStringLiteral("left.sqlite")), m_clock);
    VERIFY_OK(log.open());
    QCOMPARE(log.list().value().size(), 1);
    QVERIFY(log.verify().value().ok);
}

void TestLogFile::recognisesDamageBesideAWriteAheadLog()
{
    const QString left = m_folder->filePath(QStringLiteral("left.sqlite"));
    {
        WaitingRecords log(file(), m_clock);
        VERIFY_OK(log.open());
        VERIFY_OK(log.append({record(AuditAction::SignedIn, AuditOutcome::Success, {})}));
        for (const QString &part : {QString(), QStringLiteral("-wal")})
            QVERIFY(QFile::copy(file() + part, left + part));
    }
    overwrite(left, 0, QByteArray(8192, 'x'));
    const QByteArray before = bytesOf(left) + bytesOf(left + QStringLiteral("-wal"));
    WaitingRecords log(left, m_clock);
    const Status opened = log.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Storage);
    QVERIFY(bytesOf(left) + bytesOf(left + QStringLiteral("-wal")) == before);
}

void TestLogFile::setsAsideWhatALostLogHasLeft_data()
{
    QTest::addColumn<QStringList>("parts");
    QTest::addColumn<bool>("emptyFile");
    const QStringList both{QStringLiteral("-wal"), QStringLiteral("-shm")};
    QTest::newRow("the log is gone") << both << false;
    QTest::newRow("the log was emptied") << both << true;
    QTest::newRow("a journal of the old kind") << QStringList{QStringLiteral("-journal")} << false;
    QTest::newRow("nothing") << QStringList() << false;
}

/// A write-ahead log beneath another file than its own damages that from its first record on.
void TestLogFile::setsAsideWhatALostLogHasLeft()
{
    QFETCH(QStringList, parts);
    QFETCH(bool, emptyFile);
    const QString left = m_folder->filePath(QStringLiteral("left.sqlite"));
    const QString old = m_folder->filePath(QStringLiteral("old.sqlite"));
    {
        WaitingRecords log(file(), m_clock);
        VERIFY_OK(log.open());
        QVERIFY(QFile::copy(file(), old));
        for (int i = 0; i < 3; ++i)
            VERIFY_OK(log.append({record(AuditAction::SignedIn, AuditOutcome::Success, {})}));
        for (const QString &part : std::as_const(parts)) {
            const QString source =
                part == QLatin1StringView("-journal") ? QStringLiteral("-wal") : part;
            QVERIFY(QFile::copy(file() + source, left + part));
        }
    }
    QFile empty(left);
    QVERIFY(!emptyFile || empty.open(QIODevice::WriteOnly));
    const QByteArray wal = bytesOf(left + QStringLiteral("-wal"));

    for (int run = 0; run < 2; ++run) {
        WaitingRecords log(left, m_clock);
        QString said;
        connect(&log.records, &Records::noticed, this,
            [&said](const Sentence &what) { said += what.english(); });
        VERIFY_OK(log.open());
        QCOMPARE(said.contains(QStringLiteral("moved or removed")), run == 0 && !parts.isEmpty());
        QCOMPARE(log.list().value().size(), run);
        VERIFY_OK(log.append({record(AuditAction::SignedIn, AuditOutcome::Success, {})}));
        QVERIFY2(log.verify().value().ok, qPrintable(log.verify().value().what));
    }
    const QStringList aside = QDir(m_folder->path()).entryList({QStringLiteral("left*.aside*")});
    QCOMPARE(aside.size(), parts.size());
    if (!parts.contains(QStringLiteral("-wal")))
        return;
    // Nothing is lost: the log and its last records belong together again under the new name.
    const QString kept = m_folder->filePath(aside.last().chopped(4));
    QCOMPARE(bytesOf(kept + QStringLiteral("-wal")), wal);
    QVERIFY(QFile::copy(old, kept));
    WaitingRecords log(kept, m_clock);
    VERIFY_OK(log.openReadOnly());
    QCOMPARE(log.list().value().size(), 3);
}

void TestLogFile::rescuesWhatWasWrittenToALostFile_data()
{
    QTest::addColumn<Prepare>("lose");
    QTest::addColumn<bool>("placeIsFree"); // for the rescued file
    const auto removed = [](const QStringList &parts) -> Prepare {
        return [parts](const QString &name) {
            for (const QString &part : parts)
                QVERIFY(QFile::remove(name + part));
        };
    };
    const QString wal = QStringLiteral("-wal");
    const QString shm = QStringLiteral("-shm");
    QTest::newRow("removed") << removed({QString()}) << true;
    QTest::newRow("removed with all parts") << removed({QString(), wal, shm}) << true;
    QTest::newRow("its write-ahead log removed") << removed({wal}) << false;
    QTest::newRow("moved") << Prepare([](const QString &name) {
        QVERIFY(QFile::rename(name, name + QStringLiteral(".moved")));
    }) << true;
    QTest::newRow("replaced") << Prepare([](const QString &name) {
        QVERIFY(QFile::copy(name, name + QStringLiteral(".backup")));
        QVERIFY(QFile::remove(name));
        QVERIFY(QFile::rename(name + QStringLiteral(".backup"), name));
    }) << false;
}

void TestLogFile::rescuesWhatWasWrittenToALostFile()
{
    QFETCH(Prepare, lose);
    QFETCH(bool, placeIsFree);
    makeLog(2);
    QString rescued;
    {
        WaitingRecords log(file(), m_clock);
        VERIFY_OK(log.open());
        VERIFY_OK(log.claim(operation(QStringLiteral("Before"))));
        lose(file());
        QStringList names;
        for (int records = 3; records <= 4; ++records) {
            const auto failed =
                log.append({record(AuditAction::SignedIn, AuditOutcome::Success, {})});
            QVERIFY(!failed);
            QCOMPARE(failed.error().kind, ErrorKind::Storage);
            QCOMPARE(failed.error().code, QStringLiteral("audit_gone"));
            names = QDir(m_folder->path()).entryList({QStringLiteral("audit.sqlite.rescued-*")});
            QCOMPARE(names.size(), 1);
            rescued = m_folder->filePath(names.first());
            QVERIFY2(failed.error().message.contains(rescued), qPrintable(failed.error().message));
            QCOMPARE(QFile::permissions(rescued) & ~(QFile::ReadUser | QFile::WriteUser),
                QFile::ReadOwner | QFile::WriteOwner);
            WaitingRecords copy(rescued, m_clock);
            VERIFY_OK(copy.openReadOnly());
            QCOMPARE(copy.verify().value().records, records);
            QVERIFY(copy.verify().value().ok);
        }
        const Status refused = log.claim(operation(QStringLiteral("After")));
        QCOMPARE(refused.error().code, QStringLiteral("audit_gone"));
    }
    if (!placeIsFree)
        return;
    // As the message says: moved to its place it is the log again, with what was open.
    QVERIFY(QFile::rename(rescued, file()));
    WaitingRecords log(file(), m_clock);
    VERIFY_OK(log.open());
    QVERIFY(log.verify().value().ok);
    QCOMPARE(log.list().value().size(), 4);
    QVERIFY(!log.takeOver().value().operations.isEmpty());
}

/// What that run has claimed would be free in a new journal.
void TestLogFile::makesNoLogBesideARunThatLostItsOwn()
{
    {
        WaitingRecords first(file(), m_clock);
        VERIFY_OK(first.open());
        QVERIFY(QFile::remove(file()));
        WaitingRecords second(file(), m_clock);
        const Status refused = second.open();
        QCOMPARE(refused.error().code, QStringLiteral("audit_gone"));
        QVERIFY2(refused.error().message.contains(QStringLiteral("Nothing was sent")),
            qPrintable(refused.error().message));
        QVERIFY(!QFile::exists(file()));
    }
    WaitingRecords second(file(), m_clock);
    VERIFY_OK(second.open());
}

void TestLogFile::refusesALogWithTwoNames()
{
    makeLog(1);
    const QString other = m_folder->filePath(QStringLiteral("other.sqlite"));
    QCOMPARE(::link(qPrintable(file()), qPrintable(other)), 0);
    for (const QString &name : {file(), other}) {
        WaitingRecords log(name, m_clock);
        const Status refused = log.open();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, QStringLiteral("audit_linked"));
        QVERIFY(refused.error().message.contains(QStringLiteral("--audit")));
        VERIFY_OK(log.openReadOnly());
        QCOMPARE(log.list().value().size(), 1);
    }
    QVERIFY(QFile::remove(other));
    makeLog(1);
}

void TestLogFile::sendsNothingWithoutItsLock()
{
    WaitingRecords log(file(), m_clock);
    VERIFY_OK(log.open());
    Change change;
    change.operation = operation(QStringLiteral("Sales"));
    VERIFY_OK(log.claim(*change.operation));
    QVERIFY(QDir(file() + QStringLiteral(".runs")).removeRecursively());

    const QString code = QStringLiteral("audit_lock_gone");
    change.operation->state = OperationState::Sent;
    QCOMPARE(log.commit(change).error().code, code);
    QCOMPARE(log.claim(operation(QStringLiteral("Other"))).error().code, code);
    QCOMPARE(log.takeOver().error().code, code);
    // How it has ended may still be put on record.
    change.operation->state = OperationState::Failed;
    change.records = {
        record(AuditAction::ValidationRejected, AuditOutcome::Rejected, change.operation->id)};
    VERIFY_OK(log.commit(change));
    QVERIFY(log.verify().value().ok);
}

void TestLogFile::isTheOwnersAlone()
{
    const QString name = m_folder->filePath(QStringLiteral("new/folders/audit.sqlite"));
    const mode_t kept = ::umask(0);
    {
        WaitingRecords log(name, m_clock);
        const Status opened = log.open();
        ::umask(kept);
        VERIFY_OK(opened);
        for (const char *folder : {"new", "new/folders", "new/folders/audit.sqlite.runs"})
            QCOMPARE(modeOf(m_folder->filePath(QLatin1StringView(folder))), 0700U);
        for (const char *part : {"", "-wal", "-shm"})
            QCOMPARE(modeOf(name + QLatin1StringView(part)), 0600U);
        const QDir runs(name + QStringLiteral(".runs"));
        QCOMPARE(modeOf(runs.filePath(runs.entryList(QDir::Files).value(0))), 0600U);
    }
}

/// As an older version left it under a umask of 000.
void TestLogFile::takesALooseFolderOfRunsBack()
{
    makeLog(1);
    const QString runs = file() + QStringLiteral(".runs");
    const QString aside = m_folder->filePath(QStringLiteral("aside"));
    const QString link = runs + QStringLiteral("/link.lock");
    const QString lock = runs + QStringLiteral("/older.lock");
    const auto alive = FileLock::onNewFile(lock); // of a run that goes on
    QVERIFY(alive);
    overwrite(aside, 0, "not ours to change");
    QCOMPARE(::symlink(qPrintable(aside), qPrintable(link)), 0);
    QCOMPARE(::chmod(qPrintable(aside), 0644), 0);
    QCOMPARE(::chmod(qPrintable(lock), 0666), 0);
    QCOMPARE(::chmod(qPrintable(runs), 0777), 0);

    WaitingRecords log(file(), m_clock);
    VERIFY_OK(log.open());
    QCOMPARE(modeOf(runs), 0700U);
    QCOMPARE(modeOf(lock), 0600U);
    QCOMPARE(modeOf(aside), 0644U);
}

void TestLogFile::leavesNoHelperFiles()
{
    makeLog(2);
    {
        WaitingRecords reader(file(), m_clock);
        VERIFY_OK(reader.openReadOnly());
        QCOMPARE(reader.list().value().size(), 2);
    }
    QCOMPARE(listing(),
        (QStringList{QStringLiteral("audit.sqlite"), QStringLiteral("audit.sqlite.runs")}));
    QVERIFY(QDir(file() + QStringLiteral(".runs")).isEmpty());
}

void TestLogFile::sendsNothingWhenNoByteCanBeWritten()
{
    {
        const FileSizeLimit nothing(0);
        WaitingRecords log(file(), m_clock);
        QCOMPARE(log.open().error().kind, ErrorKind::Storage);
    }
    QVERIFY(!QFile::exists(file()));
    QVERIFY(QDir(file() + QStringLiteral(".runs")).isEmpty());
    makeLog(2);
    const QByteArray before = bytesOf(file());
    {
        const FileSizeLimit nothing(0);
        WaitingRecords log(file(), m_clock);
        const Status opened = log.open();
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Storage);
        QVERIFY(opened.error().message.contains(QStringLiteral("Nothing was sent")));
    }
    QVERIFY(bytesOf(file()) == before);
    makeLog(1);
}

void TestLogFile::recoversWhenWritingWorksAgain()
{
    WaitingRecords log(file(), m_clock);
    VERIFY_OK(log.open());
    Change change;
    change.operation = operation(QStringLiteral("Sales"));
    VERIFY_OK(log.claim(*change.operation));
    change.operation->state = OperationState::Sent;
    change.records = {
        record(AuditAction::QueueProvisioned, AuditOutcome::Intent, change.operation->id)};
    {
        const FileSizeLimit nothing(0);
        const auto failed = log.commit(change);
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, ErrorKind::Storage);
        QVERIFY2(failed.error().message.contains(QStringLiteral("This step was not recorded")),
            qPrintable(failed.error().message));
        QCOMPARE(log.claim(operation(QStringLiteral("Other"))).error().kind, ErrorKind::Storage);
    }
    QCOMPARE(log.list().value().size(), 0);
    QCOMPARE(log.takeOver().value().operations.first().state, OperationState::Planned);
    VERIFY_OK(log.commit(change));
    QCOMPARE(log.takeOver().value().operations.first().state, OperationState::Sent);
    QVERIFY(log.verify().value().ok);
}

void TestLogFile::saysWhoKeepsItLocked()
{
    WaitingRecords log(file(), m_clock);
    VERIFY_OK(log.open());
    const WriteLock lock(file());
    const auto failed = log.append({record(AuditAction::SignedIn, AuditOutcome::Success, {})});
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, QStringLiteral("audit_busy"));
    QVERIFY(failed.error().message.contains(QStringLiteral("Another program")));
}

void TestLogFile::refusesAReadOnlyDisk()
{
    makeLog(2);
    const QStringList said = helped({QStringLiteral("read-only"), m_folder->path()});
    if (said.isEmpty())
        QSKIP("This system allows no read-only mount.");
    QCOMPARE(said,
        (QStringList{QStringLiteral("audit_unwritable"), QStringLiteral("audit_unwritable"),
            QStringLiteral("ok"), QStringLiteral("2")}));
}

void TestLogFile::refusesAReadOnlyFile()
{
    makeLog(2);
    QVERIFY(QFile::setPermissions(file(), QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7777)));
    const QByteArray before = bytesOf(file());
    // Modes don't bind root.
    const QStringList said = helped({QStringLiteral("open"), file()}, ::geteuid() == 0);
    if (said.isEmpty())
        QSKIP("The helper can't be started as another user here.");
    QCOMPARE(said, QStringList{QStringLiteral("audit_unwritable")});
    QVERIFY(bytesOf(file()) == before);
}

void TestLogFile::refusesAFullDisk()
{
    const QStringList said = helped({QStringLiteral("full-disk"), m_folder->path()});
    if (said.isEmpty())
        QSKIP("This system allows no small disk to be mounted.");
    QCOMPARE(said,
        (QStringList{QStringLiteral("new: audit_full"), QStringLiteral("there: 0"),
            QStringLiteral("open: ok"), QStringLiteral("commit: audit_full"),
            QStringLiteral("claim: audit_full"), QStringLiteral("again: ok"),
            QStringLiteral("chain: 1"), QStringLiteral("reopen: audit_full"),
            QStringLiteral("same: 1")}));
}

QTEST_GUILESS_MAIN(TestLogFile)
#include "tst_logfile.moc"

#include "sqlite/database.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace queuesmith;
using namespace std::chrono_literals;

namespace {
constexpr FileWords kWords{
    .full = {"t_full", Words("“%1” is full."), Words("Free some space.")},
    .locked = {"t_locked", Words("“%1” is locked.")},
    .damaged = {"t_damaged", Words("“%1” is damaged (%2).")},
    .unwritable = {"t_unwritable", Words("“%1” can't be written."), Words("Make it writable.")},
    .other = {"t_other", Words("“%1” failed (%2).")},
};

QString codeOf(const Status &status) { return status ? QString() : status.error().code; }

/// Nothing of this process may make a file larger than it is, as if the disk were full.
class NoRoom {
public:
    NoRoom()
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit none{1, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &none);
    }
    ~NoRoom() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    NoRoom(const NoRoom &) = delete;
    NoRoom &operator=(const NoRoom &) = delete;

private:
    rlimit m_before{};
};
} // namespace

/// One connection to a file: what it gives, what it undoes, and how it tells what goes wrong.
class TestDatabase : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_file;

    /// A file with the numbers 1, 2 and 3.
    void make(Database &database)
    {
        QVERIFY(database.open(m_file, Database::Access::Create));
        QVERIFY(database.run(QStringLiteral("CREATE TABLE number(n INTEGER PRIMARY KEY)")));
        QVERIFY(database.runAll(QStringLiteral("INSERT INTO number VALUES(?)"), {{1}, {2}, {3}}));
    }
    static QList<int> numbers(Database &database)
    {
        QList<int> found;
        const Status read = database.each(QStringLiteral("SELECT n FROM number ORDER BY n"), {},
            [&found](const Statement &row) { found.append(row.value(0).toInt()); });
        return read ? found : QList{-1};
    }

private Q_SLOTS:
    void init()
    {
        static int number = 0;
        m_file = m_folder.filePath(QStringLiteral("%1 50%25 #?.sqlite").arg(++number));
    }

    void aNameMayHoldWhatAUriWouldRead()
    {
        Database database(kWords);
        make(database);
        QCOMPARE(database.file(), m_file);
        QVERIFY(QFileInfo::exists(m_file));
    }

    void rowsAndValues()
    {
        Database database(kWords);
        make(database);
        QCOMPARE(numbers(database), (QList{1, 2, 3}));
        const QString some = QStringLiteral("SELECT n, n * 2 AS twice FROM number WHERE n > ?");
        QCOMPARE(database.value(some, {1}).value().toInt(), 2);
        QVERIFY(!database.value(some, {3}).value().isValid());
        QCOMPARE(database.row(some, {2}).value(), (QVariantList{3, 6}));
        QVERIFY(database.row(some, {3}).value().isEmpty());
        Statement rows = database.read(some, {0}).value();
        QVERIFY(rows.next());
        QCOMPARE(rows.value(QStringLiteral("twice")).toInt(), 2);
        QVERIFY(rows.next() && rows.next() && !rows.next());
        QVERIFY(rows.ended());
        QCOMPARE(database.change(QStringLiteral("DELETE FROM number WHERE n < ?"), {3}).value(), 2);
    }

    void aRowMayRunOtherStatements()
    {
        Database database(kWords);
        make(database);
        int sum = 0;
        QVERIFY(
            database.each(QStringLiteral("SELECT n FROM number"), {}, [&](const Statement &row) {
                sum +=
                    database.value(QStringLiteral("SELECT ? * 10"), {row.value(0)}).value().toInt();
            }));
        QCOMPARE(sum, 60);
    }

    void statementsEndAtTheFirstThatFails()
    {
        Database database(kWords);
        make(database);
        const QString insert = QStringLiteral("INSERT INTO number VALUES(%1)");
        QCOMPARE(codeOf(database.runAll({insert.arg(4), insert.arg(1), insert.arg(5)})),
            QStringLiteral("t_other"));
        QCOMPARE(numbers(database), (QList{1, 2, 3, 4}));
        QCOMPARE(codeOf(database.runAll(
                     QStringLiteral("INSERT INTO number VALUES(?)"), {{6}, {1}, {7}})),
            QStringLiteral("t_other"));
        QCOMPARE(numbers(database), (QList{1, 2, 3, 4, 6}));
    }

    void allOrNothing()
    {
        Database database(kWords);
        make(database);
        const auto insert = [&database](int number) {
            return database.run(QStringLiteral("INSERT INTO number VALUES(?)"), {number});
        };
        QVERIFY(database.atomically([&] { return insert(4); }));
        QCOMPARE(codeOf(database.atomically([&] {
            const Status first = insert(5);
            return first ? insert(1) : first;
        })),
            QStringLiteral("t_other"));
        QCOMPARE(numbers(database), (QList{1, 2, 3, 4}));
        QVERIFY(database.atomically([&] { return insert(5); })); // nothing of before is left open
        {
            Transaction dropped(database);
            QVERIFY(dropped.begin(Transaction::Kind::Write));
            QVERIFY(insert(6));
        }
        QCOMPARE(numbers(database), (QList{1, 2, 3, 4, 5}));
    }

    void whatIsBrokenIsAnErrorAndNotSilence_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("no SQL") << QStringLiteral("SELEKT 1");
        QTest::newRow("no such table") << QStringLiteral("SELECT n FROM nothing");
        QTest::newRow("an error in the first row")
            << QStringLiteral("SELECT abs(n - 9223372036854775807 - 2) FROM number");
        QTest::newRow("an error in a later row")
            << QStringLiteral("SELECT abs(CASE n WHEN 3 THEN -9223372036854775807 - 1 ELSE n END) "
                              "FROM number ORDER BY n");
    }
    void whatIsBrokenIsAnErrorAndNotSilence()
    {
        QFETCH(QString, sql);
        Database database(kWords);
        make(database);
        int rows = 0;
        const Status read = database.each(sql, {}, [&rows](const Statement &) { ++rows; });
        QCOMPARE(codeOf(read), QStringLiteral("t_other"));
        QVERIFY(rows < 3);
        QCOMPARE(numbers(database), (QList{1, 2, 3})); // and the connection goes on
    }

    void aClosedFileIsAnError()
    {
        Database database(kWords);
        QCOMPARE(codeOf(database.run(QStringLiteral("SELECT 1"))), QStringLiteral("t_other"));
        make(database);
        database.close();
        QVERIFY(!database.isOpen());
        const auto value = database.value(QStringLiteral("SELECT 1"));
        QVERIFY(!value);
        QCOMPARE(sqliteCode(value.error()), int{kSqliteMisuse});
        QCOMPARE(
            codeOf(database.atomically([] { return Status(Done{}); })), QStringLiteral("t_other"));
    }

    void whatFailsToOpenIsClosed()
    {
        Database database(kWords);
        make(database);
        const Status opened = database.open(m_file + u'x', Database::Access::Write);
        QCOMPARE(codeOf(opened), QStringLiteral("t_unwritable"));
        QVERIFY(!database.isOpen());
        QVERIFY(!QFileInfo::exists(m_file + u'x'));
    }

    void readersChangeNothing_data()
    {
        QTest::addColumn<Database::Access>("access");
        QTest::newRow("query") << Database::Access::Query;
        QTest::newRow("read only") << Database::Access::ReadOnly;
        QTest::newRow("immutable") << Database::Access::Immutable;
    }
    void readersChangeNothing()
    {
        QFETCH(Database::Access, access);
        Database writer(kWords);
        make(writer);
        writer.close();
        Database database(kWords);
        QVERIFY(database.open(m_file, access));
        QCOMPARE(numbers(database), (QList{1, 2, 3}));
        QCOMPARE(codeOf(database.run(QStringLiteral("DELETE FROM number"))),
            QStringLiteral("t_unwritable"));
    }

    void pragmasHold_data()
    {
        QTest::addColumn<bool>("isDurable");
        QTest::addColumn<int>("synchronous");
        QTest::newRow("on the disk") << true << 2;
        QTest::newRow("a cache") << false << 0;
    }
    void pragmasHold()
    {
        QFETCH(bool, isDurable);
        Database database(kWords, {.isDurable = isDurable});
        make(database);
        const auto pragma = [&database](const char *name) {
            return database.value(QStringLiteral("PRAGMA ") + QString::fromLatin1(name))
                .value()
                .toInt();
        };
        QTEST(pragma("synchronous"), "synchronous");
        QCOMPARE(pragma("foreign_keys"), 1);
        QCOMPARE(pragma("recursive_triggers"), 1);
        QCOMPARE(pragma("query_only"), 0);
        QCOMPARE(pragma("busy_timeout"), 5000);
    }

    void aLockIsWaitedForAndThenTold()
    {
        Database other(kWords);
        make(other);
        QVERIFY(other.run(QStringLiteral("BEGIN EXCLUSIVE")));
        Database database(kWords, {.patience = 10ms});
        // Setting up a connection may read the file already.
        Status read = database.open(m_file, Database::Access::Write);
        if (read)
            read = database.run(QStringLiteral("SELECT n FROM number"));
        QCOMPARE(codeOf(read), QStringLiteral("t_locked"));
        QVERIFY(other.run(QStringLiteral("COMMIT")));
        QVERIFY(database.open(m_file, Database::Access::Write));
        QCOMPARE(numbers(database), (QList{1, 2, 3}));
    }

    void whatIsNoDatabaseIsTold()
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'x'));
        file.close();
        Database database(kWords);
        Status read = database.open(m_file, Database::Access::Write);
        if (read)
            read = database.run(QStringLiteral("SELECT * FROM sqlite_master"));
        QCOMPARE(codeOf(read), QStringLiteral("t_damaged"));
        QCOMPARE(sqliteCode(read.error()), int{kSqliteNotADatabase});
    }

    void aFullDiskIsToldAndUndone()
    {
        Database database(kWords);
        make(database);
        Status written = Done{};
        {
            const NoRoom noRoom;
            written = database.atomically([&database] {
                return database.run(QStringLiteral("INSERT INTO number VALUES(4)"));
            });
        }
        QVERIFY(!written);
        QCOMPARE(numbers(database), (QList{1, 2, 3}));
    }

    void theMeaningStandsInTheError()
    {
        Database database(kWords);
        make(database);
        database.setMeaning(QStringLiteral("Nothing was sent."));
        const Status opened = database.open(m_file + u'x', Database::Access::Write);
        QVERIFY(!opened);
        QCOMPARE(opened.error().message,
            QStringLiteral("“%1x” can't be written. Nothing was sent. Make it writable.")
                .arg(m_file));
    }

    void eachCodeHasItsWords_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *name, int code, const char *word) {
            QTest::newRow(name) << code << QString::fromLatin1(word);
        };
        row("none", 0, "t_other");
        row("error", 1, "t_other");
        row("permission", 3, "t_unwritable");
        row("busy", 5, "t_locked");
        row("busy, a snapshot", 5 | 2 << 8, "t_locked");
        row("locked", 6, "t_locked");
        row("read only", 8, "t_unwritable");
        row("read only, moved", 8 | 4 << 8, "t_unwritable");
        row("input and output", 10, "t_other");
        row("corrupt", 11, "t_damaged");
        row("full", 13, "t_full");
        row("can't open", 14, "t_unwritable");
        row("constraint", 19, "t_other");
        row("no database", 26, "t_damaged");
    }
    void eachCodeHasItsWords()
    {
        QFETCH(int, code);
        const Error error = fileError(code, QStringLiteral("why"), QStringLiteral("f"), kWords);
        QCOMPARE(error.kind, ErrorKind::Storage);
        QTEST(error.code, "word");
        QCOMPARE(error.detail, QStringLiteral("SQLite %1: why").arg(code));
        QCOMPARE(sqliteCode(error), code & 0xff);
    }

    void onlyOurErrorsHaveACode()
    {
        QCOMPARE(sqliteCode(Error::of(ErrorKind::Storage, "audit_gone")), 0);
        Error other;
        other.detail = QStringLiteral("HTTP 13: why");
        QCOMPARE(sqliteCode(other), 0);
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"

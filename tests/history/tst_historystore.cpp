#include "history/historystore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace queuesmith;

namespace {

CacheKey keyOf(const char *queue, HistoryInterval interval = HistoryInterval::QuarterHourly)
{
    return {QStringLiteral("https://t"), QueueId{QString::fromLatin1(queue)}, interval};
}

MetricRecord recordAt(qint64 start, double handled)
{
    MetricRecord record;
    record.startMs = start;
    record.seconds = 900;
    record.handled = handled;
    return record;
}

CacheEntry entryOf(const TimeSpan &span, const QList<MetricRecord> &records)
{
    return {span, records, span, 100 * kDayMs};
}

/// Another program at the same file.
class OtherProgram {
public:
    explicit OtherProgram(const QString &file)
        : m_connection(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), kName))
    {
        m_connection.setDatabaseName(file);
        m_connection.open();
    }
    ~OtherProgram()
    {
        m_connection.close();
        m_connection = QSqlDatabase();
        QSqlDatabase::removeDatabase(kName);
    }
    OtherProgram(const OtherProgram &) = delete;
    OtherProgram &operator=(const OtherProgram &) = delete;

    bool run(const char *sql) { return QSqlQuery(m_connection).exec(QString::fromLatin1(sql)); }

private:
    inline static const QString kName = QStringLiteral("other");
    QSqlDatabase m_connection;
};

} // namespace

class TestHistoryStore : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_file;
    int m_number = 0;

    /// Writes many records, and spoils the file's pages from `first`, given how many there are.
    void writeManyAndSpoil(const std::function<qint64(qint64 pages)> &first)
    {
        constexpr qint64 kPage = 4096;
        QList<MetricRecord> many;
        for (int i = 0; i < 5000; ++i)
            many.append(recordAt(i, 1));
        HistoryStore(m_file).write(keyOf("q-1"), entryOf({0, 5000}, many));
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 from = first(file.size() / kPage) * kPage;
        QVERIFY(from < file.size() && file.seek(from));
        file.write(QByteArray(file.size() - from, '\x7f'));
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_file = m_folder.filePath(QStringLiteral("%1/history.sqlite").arg(++m_number));
    }

    void keepsWhatItWasGiven()
    {
        MetricRecord full = recordAt(1000, 4);
        full.offered = 5;
        full.abandonRate = 0.2;
        full.waitSumMs = 1e12;
        full.waitCount = 4;
        full.waitMaxMs = 7.5;
        full.handleSumMs = 8;
        full.handleAverageMs = 2;
        MetricRecord empty;
        empty.startMs = 2000;
        empty.seconds = 900;
        HistoryStore(m_file).write(keyOf("q-1"), entryOf({1000, 3000}, {full, empty}));

        HistoryStore store(m_file);
        const CachedHistory found = store.read(keyOf("q-1"), {0, 5000});
        QCOMPARE(found.records, (QList{full, empty}));
        QCOMPARE(found.covered, (QList{TimeSpan{1000, 3000}}));
        QCOMPARE(found.readAtMs, 100 * kDayMs);
        QVERIFY(store.trouble().isEmpty());
        QVERIFY(store.read(keyOf("q-2"), {0, 5000}).records.isEmpty());
        QVERIFY(store.read(keyOf("q-1", HistoryInterval::Daily), {0, 5000}).records.isEmpty());
        QCOMPARE(store.read(keyOf("q-1"), {1500, 2000}).records.size(), 0);
        const auto others = QFile::ReadGroup | QFile::ReadOther;
        QVERIFY(!(QFile::permissions(m_file) & others));
    }

    void replacesWhatIsReadAgain()
    {
        HistoryStore store(m_file);
        store.write(keyOf("q-1"), entryOf({0, 30}, {recordAt(0, 1), recordAt(20, 2)}));
        store.write(keyOf("q-1"), entryOf({20, 50}, {recordAt(30, 3)}));
        store.write(keyOf("q-1"), {{90, 99}, {recordAt(90, 9)}, {}, 101 * kDayMs});
        const CachedHistory found = store.read(keyOf("q-1"), {0, 100});
        QCOMPARE(found.records, (QList{recordAt(0, 1), recordAt(30, 3), recordAt(90, 9)}));
        QCOMPARE(found.covered, (QList{TimeSpan{0, 50}}));
        QCOMPARE(found.readAtMs, 101 * kDayMs);
    }

    void remembersWhatATenantServes()
    {
        HistoryStore store(m_file);
        const QString tenant = QStringLiteral("https://t");
        QVERIFY(!store.served(tenant, 0));
        store.noteServed(tenant, HistoryInterval::Hourly, kDayMs);
        QCOMPARE(store.served(tenant, 8 * kDayMs), HistoryInterval::Hourly);
        QVERIFY(!store.served(tenant, 8 * kDayMs + 1)); // it may have learned
        QVERIFY(!store.served(QStringLiteral("https://u"), kDayMs));
    }

    void forgetsWhatNobodyReads()
    {
        const qint64 later = 100 * kDayMs + 90 * kDayMs;
        HistoryStore(m_file).write(keyOf("q-1"), entryOf({0, 30}, {recordAt(0, 1)}));
        HistoryStore(m_file).noteServed(QStringLiteral("t"), HistoryInterval::Daily, later);
        QCOMPARE(HistoryStore(m_file).read(keyOf("q-1"), {0, 30}).records.size(), 1);
        HistoryStore(m_file).noteServed(QStringLiteral("t"), HistoryInterval::Daily, later + 1);
        QVERIFY(HistoryStore(m_file).read(keyOf("q-1"), {0, 30}).records.isEmpty());
    }

    void aFileThatVanishesIsMadeAnew()
    {
        HistoryStore store(m_file);
        store.write(keyOf("q-1"), entryOf({0, 30}, {recordAt(0, 1)}));
        QVERIFY(QFile::remove(m_file));
        QVERIFY(store.read(keyOf("q-1"), {0, 30}).records.isEmpty());
        store.write(keyOf("q-1"), entryOf({0, 30}, {recordAt(0, 2)}));
        QVERIFY(store.trouble().isEmpty());
        QVERIFY(QFile::exists(m_file));
        QCOMPARE(store.read(keyOf("q-1"), {0, 30}).records, QList{recordAt(0, 2)});
    }

    void anotherFileInItsPlaceIsSeen()
    {
        HistoryStore store(m_file);
        store.write(keyOf("q-1"), entryOf({0, 30}, {recordAt(0, 1)}));
        const QString other = m_file + QStringLiteral(".new");
        HistoryStore(other).write(keyOf("q-1"), entryOf({0, 30}, {recordAt(0, 7)}));
        QVERIFY(QFile::remove(m_file) && QFile::rename(other, m_file));
        QCOMPARE(store.read(keyOf("q-1"), {0, 30}).records, QList{recordAt(0, 7)});
    }

    void whatIsntOursIsPutAside_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"garbage", "newer", "foreign"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void whatIsntOursIsPutAside()
    {
        QFETCH(QString, kind);
        HistoryStore(m_file).write(keyOf("q-1"), entryOf({0, 30}, {recordAt(0, 1)}));
        if (kind == QLatin1String("garbage")) {
            QFile file(m_file);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(5000, 'x'));
        } else if (kind == QLatin1String("newer")) {
            QVERIFY(OtherProgram(m_file).run("PRAGMA user_version=99"));
        } else {
            QVERIFY(QFile::remove(m_file));
            QVERIFY(OtherProgram(m_file).run("CREATE TABLE theirs(x)"));
        }
        QFile before(m_file);
        QVERIFY(before.open(QIODevice::ReadOnly));
        const QByteArray content = before.readAll();

        HistoryStore store(m_file);
        QVERIFY(store.read(keyOf("q-1"), {0, 30}).records.isEmpty());
        store.write(keyOf("q-1"), entryOf({0, 30}, {recordAt(0, 2)}));
        QCOMPARE(store.read(keyOf("q-1"), {0, 30}).records, QList{recordAt(0, 2)});
        QFile aside(m_file + QStringLiteral(".aside"));
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QVERIFY(aside.readAll() == content);
    }

    void damageWithinIsFoundInTheWork()
    {
        writeManyAndSpoil([](qint64 /*pages*/) { return 6; });
        HistoryStore again(m_file);
        QVERIFY(again.read(keyOf("q-1"), {0, 5000}).records.isEmpty());
        QVERIFY(!again.trouble().isEmpty());
        again.write(keyOf("q-1"), entryOf({0, 30}, {recordAt(0, 2)}));
        QCOMPARE(again.read(keyOf("q-1"), {0, 30}).records, QList{recordAt(0, 2)});
        QVERIFY(again.trouble().isEmpty());
    }

    void damageAfterTheFirstRowsIsFoundToo()
    {
        writeManyAndSpoil([](qint64 pages) { return pages - 3; });
        HistoryStore again(m_file);
        QVERIFY(again.read(keyOf("q-1"), {0, 5000}).records.isEmpty());
        QVERIFY(again.trouble().english().contains(QLatin1String("can't be used")));
        QVERIFY(QFile::exists(m_file + QStringLiteral(".aside")));
        again.write(keyOf("q-1"), entryOf({0, 30}, {recordAt(0, 2)}));
        QCOMPARE(again.read(keyOf("q-1"), {0, 30}).records, QList{recordAt(0, 2)});
    }

    void whatCantBePutAsideIsSaid()
    {
        QVERIFY(QDir().mkpath(m_file + QStringLiteral(".aside/taken")));
        QVERIFY(OtherProgram(m_file).run("CREATE TABLE theirs(x)"));
        HistoryStore store(m_file);
        store.write(keyOf("q-1"), entryOf({0, 30}, {recordAt(0, 1)}));
        QVERIFY(store.trouble().english().contains(QLatin1String("another program")));
        QVERIFY(OtherProgram(m_file).run("SELECT x FROM theirs")); // and is left as it is
    }

    void aLockedFileIsntUsedAndThatIsSaid()
    {
        HistoryStore store(m_file);
        store.write(keyOf("q-1"), entryOf({0, 30}, {recordAt(0, 1)}));
        {
            OtherProgram other(m_file);
            QVERIFY(other.run("BEGIN EXCLUSIVE"));
            QVERIFY(store.read(keyOf("q-1"), {0, 30}).records.isEmpty());
            QVERIFY(store.trouble().english().contains(QLatin1String("locked")));
        }
        QCOMPARE(store.read(keyOf("q-1"), {0, 30}).records.size(), 1);
        QVERIFY(store.trouble().isEmpty());
    }

    void aFileThatCantBeMadeIsDoneWithout_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("a folder that can't be made")
            << QStringLiteral("/proc/queuesmith/history.sqlite");
        QTest::newRow("a folder in its place") << QStringLiteral("/proc");
    }
    void aFileThatCantBeMadeIsDoneWithout()
    {
        QFETCH(QString, file);
        HistoryStore store(file);
        store.write(keyOf("q-1"), entryOf({0, 30}, {recordAt(0, 1)}));
        QVERIFY(!store.trouble().isEmpty());
        QVERIFY(store.read(keyOf("q-1"), {0, 30}).records.isEmpty());
        QVERIFY(!store.trouble().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestHistoryStore)
#include "tst_historystore.moc"

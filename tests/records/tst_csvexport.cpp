#include "fakeclock.h"
#include "fixture.h"
#include "records/recordsengine.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace queuesmith;

namespace {
/// Rows and cells of RFC 4180, read with nothing of the writer's code.
QList<QStringList> parsed(const QString &text)
{
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar letter = text.at(i);
        if (quoted && letter == QLatin1Char('"') && text.mid(i + 1, 1) == QLatin1StringView("\"")) {
            cell += letter;
            ++i;
        } else if (letter == QLatin1Char('"')) {
            quoted = !quoted;
        } else if (!quoted && letter == QLatin1Char(',')) {
            row.append(std::exchange(cell, {}));
        } else if (!quoted && text.mid(i, 2) == QLatin1StringView("\r\n")) {
            row.append(std::exchange(cell, {}));
            rows.append(std::exchange(row, {}));
            ++i;
        } else {
            cell += letter;
        }
    }
    return rows;
}
} // namespace

/// The CSV file and its manifest.
class TestCsvExport : public QObject {
    Q_OBJECT

    void makeLog(int records);
    [[nodiscard]] QString in(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QString file() const { return in(QStringLiteral("audit.sqlite")); }
    [[nodiscard]] QString csv() const { return in(QStringLiteral("out.csv")); }
    [[nodiscard]] QString manifest() const { return csv() + QStringLiteral(".manifest.json"); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeClock> m_clock;

private Q_SLOTS:
    void init();

    void exportsWhatTheFilterShows_data();
    void exportsWhatTheFilterShows();
    void bringsTheTextBack();
    void describesTheExport();
    void describesAnEmptyExport();
    void keepsTheOldFileWhenCancelled();
    void keepsTheOldFileWhenTheDiskIsFull();
    void refusesWhatCantBeWritten_data();
    void refusesWhatCantBeWritten();
    void isWritableForItsOwnerOnly_data();
    void isWritableForItsOwnerOnly();
    void saysWhenOnlyTheManifestIsMissing();
    void refusesToReplaceTheLog();
    void letsOthersWriteMeanwhile();
    void stopsInTheMidst();
    void reportsProgress();
};

void TestCsvExport::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<FakeClock>();
}

void TestCsvExport::makeLog(int records)
{
    WaitingRecords log(file(), *m_clock);
    VERIFY_OK(log.open());
    QList<AuditRecord> list;
    for (int i = 0; i < records; ++i) {
        list.append(record(AuditAction::ValidationRejected, AuditOutcome::Rejected, {},
            QStringLiteral("Queue %1").arg(i % 3)));
    }
    VERIFY_OK(log.append(list));
}

void TestCsvExport::exportsWhatTheFilterShows_data()
{
    QTest::addColumn<AuditFilter>("filter");
    QTest::newRow("all") << AuditFilter{};
    AuditFilter filter;
    filter.queue = QStringLiteral("Queue 1");
    QTest::newRow("a queue") << filter;
    filter.limit = 2;
    QTest::newRow("a queue's newest two") << filter;
    filter = {};
    filter.text = QStringLiteral("qUEUE 2");
    QTest::newRow("a text") << filter;
    filter.text = QStringLiteral("nowhere");
    QTest::newRow("nothing") << filter;
}

void TestCsvExport::exportsWhatTheFilterShows()
{
    QFETCH(AuditFilter, filter);
    makeLog(10);
    WaitingRecords log(file(), *m_clock);
    VERIFY_OK(log.openReadOnly());
    const auto shown = log.list(filter);
    VERIFY_OK(shown);
    const auto exported = log.exportCsv(csv(), filter);
    VERIFY_OK(exported);
    QCOMPARE(exported.value().rows, shown.value().size());
    QCOMPARE(exported.value().file, csv());

    const QList<QStringList> rows = parsed(QString::fromUtf8(bytesOf(csv())));
    QCOMPARE(rows.size(), shown.value().size() + 1);
    for (qsizetype i = 0; i < shown.value().size(); ++i) {
        const QStringList &row = rows.at(i + 1);
        QCOMPARE(row.size(), 32);
        QCOMPARE(row.first(), QString::number(shown.value().at(i).seq));
        QCOMPARE(row.at(30), QString::fromLatin1(shown.value().at(i).hash.toHex()));
        QCOMPARE(row.last(), WaitingRecords::tenant().key());
        QCOMPARE(
            row.at(1), payloadOf(shown.value().at(i)).value(QStringLiteral("event_id")).toString());
    }
}

void TestCsvExport::bringsTheTextBack()
{
    const QString name = QStringLiteral("=cmd|' /C calc'!A0, \"x\"\r\n\té 😀");
    {
        WaitingRecords log(file(), *m_clock);
        VERIFY_OK(log.open());
        AuditRecord odd = record(AuditAction::ValidationRejected, AuditOutcome::Rejected, {}, name);
        odd.creationLatency = std::chrono::milliseconds(1500);
        odd.validationProblems = Problems{{QStringLiteral("name"), Severity::Error,
            QStringLiteral("name_taken"), QStringLiteral("=a, \"b\"")}};
        VERIFY_OK(log.append({odd}));
        VERIFY_OK(log.exportCsv(csv()));
    }
    QVERIFY(bytesOf(csv()).startsWith("\xef\xbb\xbfseq,event_id,"));
    QVERIFY(bytesOf(csv()).endsWith("\r\n"));
    const QList<QStringList> rows = parsed(QString::fromUtf8(bytesOf(csv())));
    QCOMPARE(rows.size(), 2);
    const auto cell = [&rows](const char *column) {
        return rows.at(1).at(rows.at(0).indexOf(QLatin1StringView(column)));
    };
    QCOMPARE(cell("queue_name"), QString(QLatin1Char('\'') + name));
    QCOMPARE(cell("creation_latency_seconds"), QStringLiteral("1.500"));
    const QJsonArray problems =
        QJsonDocument::fromJson(cell("validation_problems").toUtf8()).array();
    QCOMPARE(problems.first().toObject().value(QStringLiteral("message")).toString(),
        QStringLiteral("=a, \"b\""));
}

void TestCsvExport::describesTheExport()
{
    makeLog(10);
    WaitingRecords log(file(), *m_clock);
    VERIFY_OK(log.openReadOnly());
    AuditFilter filter;
    filter.queue = QStringLiteral("Queue 1"); // 2, 5 and 8
    filter.since = m_clock->utcNow();
    VERIFY_OK(log.exportCsv(csv(), filter));

    const QJsonObject json = QJsonDocument::fromJson(bytesOf(manifest())).object();
    QCOMPARE(json.keys().join(QLatin1Char(' ')),
        QStringLiteral("app_version filter first_seq head last_seq log_id rows sha256"));
    QCOMPARE(json.value(QStringLiteral("rows")).toInteger(), 3);
    QCOMPARE(json.value(QStringLiteral("first_seq")).toInteger(), 2);
    QCOMPARE(json.value(QStringLiteral("last_seq")).toInteger(), 8);
    QCOMPARE(json.value(QStringLiteral("sha256")).toString().toLatin1(),
        QCryptographicHash::hash(bytesOf(csv()), QCryptographicHash::Sha256).toHex());
    QCOMPARE(json.value(QStringLiteral("head")).toString().toLatin1(),
        log.verify().value().head.toHex());
    QCOMPARE(json.value(QStringLiteral("log_id")).toString().size(), 36);
    QCOMPARE(json.value(QStringLiteral("filter")).toObject(),
        (QJsonObject{{QStringLiteral("queue"), QStringLiteral("Queue 1")},
            {QStringLiteral("since"), QStringLiteral("2026-01-05T10:00:00.000Z")}}));
    QCOMPARE(
        json.value(QStringLiteral("app_version")).toString(), QStringLiteral(QUEUESMITH_VERSION));
}

void TestCsvExport::describesAnEmptyExport()
{
    makeLog(0);
    WaitingRecords log(file(), *m_clock);
    VERIFY_OK(log.openReadOnly());
    const auto exported = log.exportCsv(csv());
    VERIFY_OK(exported);
    QCOMPARE(exported.value().rows, 0);
    const QJsonObject json = QJsonDocument::fromJson(bytesOf(manifest())).object();
    QCOMPARE(json.value(QStringLiteral("first_seq")).toInteger(-1), 0);
    QCOMPARE(json.value(QStringLiteral("filter")).toObject(), QJsonObject());
}

void TestCsvExport::keepsTheOldFileWhenCancelled()
{
    makeLog(5);
    WaitingRecords log(file(), *m_clock);
    VERIFY_OK(log.openReadOnly());
    VERIFY_OK(log.exportCsv(csv()));
    const QByteArray before = bytesOf(csv()) + bytesOf(manifest());
    AuditFilter fewer;
    fewer.limit = 1;
    const auto cancelled = log.exportCsv(csv(), fewer, std::make_shared<std::atomic_bool>(true));
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().kind, ErrorKind::Cancelled);
    QCOMPARE(bytesOf(csv()) + bytesOf(manifest()), before);
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("out*")}).size(), 2);
}

void TestCsvExport::keepsTheOldFileWhenTheDiskIsFull()
{
    makeLog(100);
    WaitingRecords log(file(), *m_clock);
    VERIFY_OK(log.openReadOnly());
    AuditFilter one;
    one.limit = 1;
    VERIFY_OK(log.exportCsv(csv(), one));
    const QByteArray before = bytesOf(csv()) + bytesOf(manifest());

    std::signal(SIGXFSZ, SIG_IGN);
    rlimit unlimited{};
    ::getrlimit(RLIMIT_FSIZE, &unlimited);
    rlimit limited = unlimited;
    limited.rlim_cur = 8000;
    ::setrlimit(RLIMIT_FSIZE, &limited);
    const auto failed = log.exportCsv(csv());
    ::setrlimit(RLIMIT_FSIZE, &unlimited);

    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ErrorKind::OutputFile);
    QCOMPARE(bytesOf(csv()) + bytesOf(manifest()), before);
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("out*")}).size(), 2);
}

void TestCsvExport::refusesWhatCantBeWritten_data()
{
    QTest::addColumn<QString>("place");
    QTest::newRow("no such folder") << QStringLiteral("none/out.csv");
    QTest::newRow("a folder") << QStringLiteral("audit.sqlite.runs");
    QTest::newRow("a pipe") << QStringLiteral("pipe");
    QTest::newRow("a link to a device") << QStringLiteral("device");
    QTest::newRow("a pipe where the manifest goes") << QStringLiteral("half");
}

void TestCsvExport::refusesWhatCantBeWritten()
{
    QFETCH(QString, place);
    makeLog(1);
    QCOMPARE(::mkfifo(qPrintable(in(QStringLiteral("pipe"))), 0600), 0);
    QCOMPARE(::mkfifo(qPrintable(in(QStringLiteral("half.manifest.json"))), 0600), 0);
    QVERIFY(QFile::link(QStringLiteral("/dev/null"), in(QStringLiteral("device"))));
    WaitingRecords log(file(), *m_clock);
    VERIFY_OK(log.openReadOnly());
    const QStringList before = QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::System);
    const auto failed = log.exportCsv(in(place));
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ErrorKind::OutputFile);
    QVERIFY(failed.error().message.contains(QStringLiteral("Nothing was exported")));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::System), before);
    QVERIFY(!QFileInfo(in(QStringLiteral("pipe"))).isFile());
    QVERIFY(!QFileInfo(in(QStringLiteral("device"))).isFile());
}

void TestCsvExport::isWritableForItsOwnerOnly_data()
{
    QTest::addColumn<int>("umask");
    QTest::addColumn<int>("before"); // rights of a file that is replaced; 0: there is none
    QTest::addColumn<int>("expected");
    QTest::newRow("usual") << 0022 << 0 << 0644;
    QTest::newRow("a strict person") << 0077 << 0 << 0600;
    QTest::newRow("a group") << 0002 << 0 << 0644;
    QTest::newRow("no mask") << 0000 << 0 << 0644;
    QTest::newRow("open to all until now") << 0022 << 0666 << 0644;
    QTest::newRow("closed until now") << 0022 << 0600 << 0600;
}

void TestCsvExport::isWritableForItsOwnerOnly()
{
    QFETCH(int, umask);
    QFETCH(int, before);
    QFETCH(int, expected);
    makeLog(1);
    if (before != 0) {
        QFile old(csv());
        QVERIFY(old.open(QIODevice::WriteOnly));
        QCOMPARE(::chmod(qPrintable(csv()), static_cast<mode_t>(before)), 0);
    }
    WaitingRecords log(file(), *m_clock);
    VERIFY_OK(log.openReadOnly());
    const mode_t kept = ::umask(static_cast<mode_t>(umask));
    const auto exported = log.exportCsv(csv());
    ::umask(kept);
    VERIFY_OK(exported);
    struct stat made = {};
    QCOMPARE(::stat(qPrintable(csv()), &made), 0);
    QCOMPARE(static_cast<int>(made.st_mode & 0777), expected);
    QCOMPARE(::stat(qPrintable(manifest()), &made), 0);
    QCOMPARE(static_cast<int>(made.st_mode & 0777), 0600);
}

/// Two files can't be replaced in one step.
void TestCsvExport::saysWhenOnlyTheManifestIsMissing()
{
    makeLog(1500);
    RecordsEngine engine(file());
    VERIFY_OK(engine.openReadOnly());
    const auto block = [this](qint64, qint64) { QVERIFY(QDir().mkpath(manifest() + u"/x")); };
    const auto failed = engine.exportCsv({}, csv(), false, block);
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ErrorKind::OutputFile);
    QVERIFY(bytesOf(csv()).count("\r\n") == 1501);
    const QString message = failed.error().message;
    QVERIFY2(!message.contains(QStringLiteral("Nothing was exported")), qPrintable(message));
    QVERIFY2(message.contains(QStringLiteral("out.csv” was written")), qPrintable(message));
}

void TestCsvExport::refusesToReplaceTheLog()
{
    makeLog(1);
    const QByteArray before = bytesOf(file());
    QVERIFY(QFile::link(file(), in(QStringLiteral("link.csv"))));
    WaitingRecords log(file(), *m_clock);
    VERIFY_OK(log.openReadOnly());
    for (const char *place : {"audit.sqlite", "link.csv"})
        QCOMPARE(log.exportCsv(in(QLatin1StringView(place))).error().kind, ErrorKind::OutputFile);
    QVERIFY(bytesOf(file()) == before);
}

void TestCsvExport::letsOthersWriteMeanwhile()
{
    makeLog(1500);
    RecordsEngine exporter(file());
    RecordsEngine writer(file());
    VERIFY_OK(exporter.openReadOnly());
    VERIFY_OK(writer.open(m_clock->utcNow()));
    Change change;
    change.records = {record(AuditAction::SignedIn, AuditOutcome::Success, {})};
    QList<bool> written;
    const auto write = [&](qint64, qint64) {
        written.append(writer.commit(change, {}, m_clock->utcNow()).ok());
    };
    const auto exported = exporter.exportCsv({}, csv(), false, write);
    VERIFY_OK(exported);
    QCOMPARE(written, (QList<bool>{true, true})); // after 1000 rows and at the end
    QCOMPARE(exported.value().rows, 1500);
    const QJsonObject json = QJsonDocument::fromJson(bytesOf(manifest())).object();
    QCOMPARE(json.value(QStringLiteral("last_seq")).toInteger(), 1500);
    QCOMPARE(exporter.listRecords({}, false).value().size(), 1502);
}

void TestCsvExport::stopsInTheMidst()
{
    makeLog(1500);
    RecordsEngine engine(file());
    VERIFY_OK(engine.openReadOnly());
    std::atomic_bool cancelled = false;
    const auto stopped =
        engine.exportCsv({}, csv(), cancelled, [&cancelled](qint64, qint64) { cancelled = true; });
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("out*")}), QStringList());
}

void TestCsvExport::reportsProgress()
{
    makeLog(2500);
    WaitingRecords log(file(), *m_clock);
    VERIFY_OK(log.openReadOnly());
    const QSignalSpy progressed(&log.records, &Records::progressed);
    VERIFY_OK(log.exportCsv(csv()));
    QCOMPARE(progressed.count(), 3);
    QCOMPARE(progressed.last(), (QVariantList{qint64{2500}, qint64{2500}}));
}

QTEST_GUILESS_MAIN(TestCsvExport)
#include "tst_csvexport.moc"

#include "records/csvexport.h"

#include "domain/outputfile.h"
#include "platform/filesync.h"
#include "records/auditcsv.h"
#include "records/auditquery.h"
#include "records/auditstore.h"
#include "sqlite/database.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace queuesmith {

namespace {
constexpr qint64 kRowsATime = 1000;

struct Totals {
    qint64 rows = 0;
    qint64 firstSeq = 0;
    qint64 lastSeq = 0;
    QByteArray sha256;
};

Error unwritable(const QString &file, const Sentence &why)
{
    return Error::of(ErrorKind::OutputFile, "export_unwritable",
        Sentence::tr("“%1” could not be written (%2). Nothing was exported; an existing file of "
                     "that name is unchanged. Choose another place, or free some space.",
            {file, why}));
}

/// The CSV is in its place already, and its manifest can't follow.
Error halfReplaced(const QString &file, const QString &manifest, const Sentence &why)
{
    return Error::of(ErrorKind::OutputFile, "export_without_manifest",
        Sentence::tr(
            "“%1” was written, but its manifest “%2” could not be (%3). A manifest that is there "
            "belongs to an older export. Make room for it there, then export again.",
            {file, manifest, why}));
}

Error exportCancelled()
{
    return Error::of(ErrorKind::Cancelled, "cancelled",
        Sentence::tr(
            "The export was cancelled. No file was changed. Start it again when you need it."));
}

Error unreadableRecord(qint64 seq)
{
    return Error::of(ErrorKind::Storage, "audit_damaged",
        Sentence::tr("Record %1 of the audit log can't be read. Nothing was exported. Verify the "
                     "log to see what is damaged.",
            {seq}));
}

/// Part of the log itself: writing there would destroy it.
bool belongsToLog(const QString &file, const QString &log)
{
    const QString place = QFileInfo(file).canonicalFilePath();
    return !place.isEmpty()
        && (place == log || place == QString(log + QStringLiteral("-wal"))
            || place == QString(log + QStringLiteral("-shm")));
}

Status openForWriting(QSaveFile &target, FileAccess access)
{
    const Sentence why = openOutput(target, access);
    return why.isEmpty() ? Status(Done{}) : Status(unwritable(target.fileName(), why));
}

/// QSaveFile::commit() syncs too, but says nothing when that fails.
Status sync(QSaveFile &target)
{
    if (!target.flush() || !syncOpenFile(target.handle()))
        return unwritable(target.fileName(), target.errorString());
    return Done{};
}

class CsvWriter {
public:
    CsvWriter(QSaveFile &target)
        : m_target(target)
    {
    }

    Status write(const QByteArray &bytes)
    {
        if (m_target.write(bytes) != bytes.size())
            return unwritable(m_target.fileName(), m_target.errorString());
        m_hash.addData(bytes);
        return Done{};
    }

    [[nodiscard]] QByteArray sha256() const { return m_hash.result(); }

private:
    QSaveFile &m_target;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

Result<Totals> writeRows(AuditQuery &query, QSaveFile &target, const std::atomic_bool &cancelled,
    const std::function<void(qint64, qint64)> &progress, qint64 total)
{
    CsvWriter writer(target);
    if (Status header = writer.write(csvHeader()); !header)
        return header.error();
    Totals totals;
    while (query.next(cancelled)) {
        const auto row = csvRow(query.record());
        if (!row)
            return unreadableRecord(query.record().seq);
        if (Status written = writer.write(*row); !written)
            return written.error();
        totals.firstSeq = query.record().seq; // newest first
        if (totals.rows++ == 0)
            totals.lastSeq = query.record().seq;
        if (totals.rows % kRowsATime == 0)
            progress(totals.rows, total);
    }
    if (cancelled)
        return exportCancelled();
    if (Status ended = query.ended(); !ended)
        return ended.error();
    totals.sha256 = writer.sha256();
    return totals;
}

QByteArray manifest(
    const Totals &totals, const ChainHead &head, const QString &logId, const AuditFilter &filter)
{
    const QJsonObject json{
        {QStringLiteral("rows"), totals.rows},
        {QStringLiteral("sha256"), QString::fromLatin1(totals.sha256.toHex())},
        {QStringLiteral("first_seq"), totals.firstSeq},
        {QStringLiteral("last_seq"), totals.lastSeq},
        {QStringLiteral("head"), QString::fromLatin1(head.hash.toHex())},
        {QStringLiteral("log_id"), logId},
        {QStringLiteral("filter"), toJson(filter)},
        {QStringLiteral("app_version"), QStringLiteral(QUEUESMITH_VERSION)},
    };
    return QJsonDocument(json).toJson();
}
} // namespace

Result<CsvExport> writeCsvExport(Database &database, const AuditFilter &filter, const QString &file,
    const std::atomic_bool &cancelled, const std::function<void(qint64, qint64)> &progress)
{
    const QString manifestName = file + QStringLiteral(".manifest.json");
    if (belongsToLog(file, database.file()) || belongsToLog(manifestName, database.file()))
        return unwritable(file, Sentence::tr("it is the audit log itself"));
    Transaction oneState(database);
    if (Status begun = oneState.begin(Transaction::Kind::Read); !begun)
        return begun.error();
    AuditStore audit(database);
    const auto head = audit.head();
    if (!head)
        return head.error();
    const auto logId = audit.logId();
    if (!logId)
        return logId.error();

    QSaveFile csv(file);
    QSaveFile manifestFile(manifestName);
    if (Status opened = openForWriting(csv, FileAccess::AsUmask); !opened)
        return opened.error();
    if (Status opened = openForWriting(manifestFile, FileAccess::OwnerOnly); !opened)
        return opened.error();
    AuditQuery query(database, filter);
    if (Status started = query.start(); !started)
        return started.error();
    const auto totals = writeRows(query, csv, cancelled, progress, head.value().seq);
    if (!totals)
        return totals.error();
    CsvWriter writer(manifestFile);
    const QByteArray description = manifest(totals.value(), head.value(), logId.value(), filter);
    // Both are whole on the disk before either replaces an older one.
    for (const Status &step : {writer.write(description), sync(csv), sync(manifestFile)}) {
        if (!step)
            return step.error();
    }
    if (cancelled)
        return exportCancelled();
    if (!csv.commit())
        return unwritable(file, csv.errorString());
    if (!manifestFile.commit())
        return halfReplaced(file, manifestName, manifestFile.errorString());
    progress(totals.value().rows, totals.value().rows);
    return CsvExport{totals.value().rows, file};
}

} // namespace queuesmith

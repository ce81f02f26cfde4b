#include "window/auditlog/audittask.h"

#include "records/audituse.h"

#include <QRegularExpression>

namespace queuesmith {

AuditTask::AuditTask(Records &records, QObject *parent)
    : QObject(parent)
    , m_records(records)
{
    connect(&m_records, &Records::progressed, this, [this](qint64 done, qint64 total) {
        if (m_work != Work::Nothing)
            Q_EMIT progressed(done, total);
    });
}

AuditTask::~AuditTask() { cancel(); }

void AuditTask::exportCsv(const AuditFilter &filter, const QString &file)
{
    if (m_work != Work::Nothing)
        return;
    m_cancel = std::make_shared<std::atomic_bool>(false);
    begin(Work::Exporting);
    m_records.exportCsv(filter, file, m_cancel, this, [this](const Result<CsvExport> &result) {
        end();
        if (!result) {
            Q_EMIT failed(result.error());
            return;
        }
        recordUse(useOf(result.value()));
        Q_EMIT exported(result.value());
    });
}

void AuditTask::verify(const std::optional<ExpectedHead> &expected)
{
    if (m_work != Work::Nothing)
        return;
    begin(Work::Verifying);
    m_records.verify(expected, this, [this](const Result<Verification> &result) {
        end();
        if (!result) {
            Q_EMIT failed(result.error());
            return;
        }
        const Verification &found = result.value();
        if (found.ok)
            recordUse(useOf(found));
        Q_EMIT verified(found);
    });
}

void AuditTask::cancel()
{
    if (m_cancel)
        m_cancel->store(true);
}

void AuditTask::begin(Work work)
{
    m_work = work;
    Q_EMIT started();
}

void AuditTask::end()
{
    m_work = Work::Nothing;
    m_cancel.reset();
    Q_EMIT ended();
}

void AuditTask::recordUse(const AuditRecord &record)
{
    queuesmith::recordUse(m_records, record, this, [this](const Status &written) {
        Q_EMIT recorded(written ? std::nullopt : std::optional(written.error()));
    });
}

QString manifestOf(const QString &csvFile) { return csvFile + QStringLiteral(".manifest.json"); }

Result<std::optional<ExpectedHead>> notedHead(const QString &text)
{
    if (text.trimmed().isEmpty())
        return std::optional<ExpectedHead>();
    static const QRegularExpression hash(QStringLiteral("\\b[0-9a-fA-F]{64}\\b"));
    static const QRegularExpression number(QStringLiteral("\\b[0-9]{1,18}\\b"));
    const QRegularExpressionMatch foundHash = hash.match(text);
    const QRegularExpressionMatch foundNumber = number.match(text);
    if (!foundHash.hasMatch() || !foundNumber.hasMatch()) {
        return Error::of(ErrorKind::Usage, "noted_head",
            AuditTask::tr(
                "The saved head must be a record number and 64 hexadecimal digits, so nothing was "
                "compared. Paste it as “Copy head” copied it, or leave the field empty."));
    }
    return std::optional(ExpectedHead{
        QByteArray::fromHex(foundHash.captured().toLatin1()), foundNumber.captured().toLongLong()});
}

QString headText(qint64 seq, const QByteArray &hash)
{
    return QString::number(seq) + QLatin1Char(' ') + QString::fromLatin1(hash.toHex());
}

} // namespace queuesmith

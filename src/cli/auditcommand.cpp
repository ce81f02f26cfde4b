#include "cli/auditcommand.h"

#include "cli/auditfilteroptions.h"
#include "domain/strictjson.h"
#include "records/audituse.h"

#include <QJsonArray>

namespace queuesmith {

namespace {

QString hex(const QByteArray &hash) { return QString::fromLatin1(hash.toHex()); }

/// Puts a use of the audit log on record in it. The log may be on a medium that can't be written,
/// and may be read all the same: then that is said, and nothing else changes.
void recordUse(Session &session, const Output &output, const AuditRecord &record, QObject *context,
    std::function<void()> next)
{
    const auto conclude = [&output, next = std::move(next)](const Status &written) {
        if (!written)
            output.note(QStringLiteral("This use of the audit log could not be recorded: %1")
                            .arg(written.error().message));
        next();
    };
    Records *records = session.workplace().newRecords(context);
    records->open(context, [records, record, context, conclude](const Status &opened) {
        if (opened)
            recordUse(*records, record, context, conclude);
        else
            conclude(opened);
    });
}

} // namespace

void AuditListCommand::start()
{
    const Result<AuditFilter> filter = auditFilterOf(line());
    if (!filter) {
        fail(filter.error());
        return;
    }
    m_session.records().listRecords(
        filter.value(), this, [this](const Result<QList<StoredRecord>> &result) {
            if (!result) {
                fail(result.error());
                return;
            }
            QJsonArray records;
            QList<QStringList> rows;
            for (const StoredRecord &stored : result.value()) {
                QJsonObject record = strictObject(stored.payload).value_or(QJsonObject());
                const auto text = [&record](const char *key) {
                    return record.value(QLatin1StringView(key)).toString();
                };
                rows.append({QString::number(stored.seq), text("timestamp"), text("audit_action"),
                    text("outcome"), text("queue_name"), text("actor"), text("error")});
                record.insert(QStringLiteral("hash"), hex(stored.hash));
                records.append(record);
            }
            m_output.result({{QStringLiteral("records"), records}},
                textTable(
                    {QStringLiteral("Seq"), QStringLiteral("Time (UTC)"), QStringLiteral("Action"),
                        QStringLiteral("Outcome"), QStringLiteral("Queue"), QStringLiteral("Actor"),
                        QStringLiteral("Error")},
                    rows, {0}));
            Q_EMIT finished(ExitCode::Done);
        });
}

void AuditExportCommand::start()
{
    const Result<AuditFilter> filter = auditFilterOf(line());
    if (!filter) {
        fail(filter.error());
        return;
    }
    m_session.records().exportCsv(filter.value(), line().words.last(), m_cancelled, this,
        [this](const Result<CsvExport> &result) {
            if (!result)
                fail(result.error());
            else
                report(result.value());
        });
}

void AuditExportCommand::cancel() { m_cancelled->store(true); }

void AuditExportCommand::report(const CsvExport &written)
{
    recordUse(m_session, m_output, useOf(written), this, [this, written] {
        m_output.result(
            {{QStringLiteral("rows"), written.rows}, {QStringLiteral("file"), written.file}},
            tr("%1 records written to %2, with a manifest beside it.\n")
                .arg(written.rows)
                .arg(written.file));
        Q_EMIT finished(ExitCode::Done);
    });
}

void AuditVerifyCommand::start()
{
    std::optional<ExpectedHead> expected;
    const QString head = line().extra.value(QStringLiteral("expect-head"));
    const QString seq = line().extra.value(QStringLiteral("expect-seq"));
    if (head.isEmpty() != seq.isEmpty()) {
        fail(usageError(QStringLiteral("--expect-head and --expect-seq go together.")));
        return;
    }
    if (!head.isEmpty()) {
        bool ok = false;
        expected = ExpectedHead{QByteArray::fromHex(head.toLatin1()), seq.toLongLong(&ok)};
        if (!ok || expected->seq < 0 || expected->hash.toHex() != head.toLower().toLatin1()
            || expected->hash.size() != 32) {
            fail(usageError(QStringLiteral(
                "--expect-head takes 64 hexadecimal digits and --expect-seq a number, as an "
                "export's manifest or an earlier verify gave them.")));
            return;
        }
    }
    m_session.records().verify(expected, this, [this](const Result<Verification> &result) {
        if (!result)
            fail(result.error());
        else
            report(result.value());
    });
}

void AuditVerifyCommand::report(const Verification &verification)
{
    QJsonObject json{{QStringLiteral("ok"), verification.ok},
        {QStringLiteral("records"), verification.records},
        {QStringLiteral("openIntents"), verification.openIntents},
        {QStringLiteral("head"), hex(verification.head)}};
    if (verification.firstBad > 0)
        json.insert(QStringLiteral("firstBad"), verification.firstBad);
    if (!verification.ok)
        json.insert(QStringLiteral("what"), verification.what);
    const QString text = verification.ok
        ? tr("● The chain of %1 records is whole. Open intents: %2. Head: %3\n")
              .arg(verification.records)
              .arg(verification.openIntents)
              .arg(hex(verification.head))
        : tr("■ The audit log doesn't hold: %1\n").arg(verification.what);

    const ExitCode code = verification.ok ? ExitCode::Done : ExitCode::Storage;
    const auto conclude = [this, json, text, code] {
        m_output.result(json, text);
        Q_EMIT finished(code);
    };
    if (verification.ok)
        recordUse(m_session, m_output, useOf(verification), this, conclude);
    else
        conclude();
}

} // namespace queuesmith

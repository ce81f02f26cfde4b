#pragma once

#include "records/auditstore.h"
#include "records/journalstore.h"
#include "records/logplace.h"
#include "records/outboxstore.h"
#include "records/records.h"
#include "records/runregistry.h"
#include "sqlite/database.h"

#include <QDateTime>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace queuesmith {

enum class Purpose;

/// What Records does, as plain calls that return when they are done. Lives on one thread.
class RecordsEngine {
public:
    using Progress = std::function<void(qint64 done, qint64 total)>;

    explicit RecordsEngine(QString file);

    Status open(const QDateTime &now);
    Status openReadOnly();
    /// What a person should know of the last open() although it went well; empty when nothing.
    [[nodiscard]] const Sentence &notice() const { return m_notice; }

    Status claim(const Operation &operation, const QDateTime &now);
    Result<QList<qint64>> commit(
        const Change &change, const AuditIdentity &identity, const QDateTime &now);
    Result<OpenWork> takeOver(const TenantId &tenant, const QDateTime &now);
    Status reportLater(const QString &operationId);

    Status markReported(const QString &operationId);

    Result<KnownQueues> knownQueues(const Operation &operation);
    Result<QList<ExportTask>> listExports(const std::optional<TenantId> &tenant);
    /// `cancelled` ends these two early; what they then give is for nobody.
    Result<QList<StoredRecord>> listRecords(
        const AuditFilter &filter, const std::atomic_bool &cancelled);
    Result<AuditSummary> summarize(const AuditFilter &filter, const std::atomic_bool &cancelled);
    Result<CsvExport> exportCsv(const AuditFilter &filter, const QString &file,
        const std::atomic_bool &cancelled, const Progress &progress);
    Result<Verification> verify(const std::optional<ExpectedHead> &expected,
        const std::atomic_bool &cancelled, const Progress &progress);

private:
    Status prepareFile(const QDateTime &now);
    Status prepareConnection(const RunRegistry &runs);
    Status reading();
    Status writing(Purpose purpose);
    Status write(const Change &change, const AuditIdentity &identity, const QDateTime &now,
        QList<qint64> *numbers);
    Status stillHolding(const QDateTime &now, const Sentence &otherwise);
    [[nodiscard]] QString runsFolder() const;

    QString m_file;
    Database m_database;
    std::unique_ptr<RunRegistry> m_runs; ///< null unless open for writing
    AuditStore m_audit;
    LogPlace m_place; ///< while open for writing
    Sentence m_notice;
};

} // namespace queuesmith

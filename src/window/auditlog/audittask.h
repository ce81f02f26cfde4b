#pragma once

#include "records/records.h"

#include <QObject>
#include <QString>

#include <optional>

namespace queuesmith {

/// The two long works on the log, one at a time: the CSV export and the verification of the chain.
/// Each use of the log is itself put on record in it, where it can be written.
class AuditTask final : public QObject {
    Q_OBJECT

public:
    enum class Work { Nothing, Exporting, Verifying };

    /// `records` must be open, and outlive this.
    explicit AuditTask(Records &records, QObject *parent = nullptr);
    ~AuditTask() override;

    /// What these two are asked for while something runs is ignored. `file`: its full name.
    void exportCsv(const AuditFilter &filter, const QString &file);
    void verify(const std::optional<ExpectedHead> &expected);
    /// Ends an export; the old file stays. A verification can't be ended early, it is short.
    void cancel();

    [[nodiscard]] Work work() const { return m_work; }

    Q_SIGNAL void started();
    Q_SIGNAL void ended(); ///< another may begin; the result follows
    Q_SIGNAL void progressed(qint64 done, qint64 total);
    Q_SIGNAL void exported(const queuesmith::CsvExport &written);
    Q_SIGNAL void verified(const queuesmith::Verification &verification);
    /// Also for an export that was cancelled: kind Cancelled.
    Q_SIGNAL void failed(const queuesmith::Error &error);
    /// The use was written into the log as a record of its own, or could not be.
    Q_SIGNAL void recorded(const std::optional<queuesmith::Error> &error);

private:
    void begin(Work work);
    void end();
    void recordUse(const AuditRecord &record);

    Records &m_records;
    Work m_work = Work::Nothing;
    Records::CancelFlag m_cancel;
};

/// The file's manifest, beside it.
[[nodiscard]] QString manifestOf(const QString &csvFile);

/// A head that was noted before, from a text that has its record's number and its 64 hexadecimal
/// digits in either order, as `Copy head` gives them. An empty text is no head; anything else an
/// error of kind Usage. Pure.
[[nodiscard]] Result<std::optional<ExpectedHead>> notedHead(const QString &text);
[[nodiscard]] QString headText(qint64 seq, const QByteArray &hash);

} // namespace queuesmith

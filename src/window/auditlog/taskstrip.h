#pragma once

#include "window/appearance/status.h"
#include "window/auditlog/audittask.h"

#include <QObject>

namespace Ui {
class AuditLogPage;
}

namespace queuesmith {

/// The strip that tells how an export or a verification goes, and how it ended. It stays until it
/// is dismissed.
class TaskStrip final : public QObject {
    Q_OBJECT

public:
    TaskStrip(Ui::AuditLogPage &form, AuditTask &task, QObject *parent);

    /// Says that the noted head can't be used.
    void refuse(const Error &error);

private:
    void begin();
    void progress(qint64 done, qint64 total);
    void tellExport(const CsvExport &written);
    void tellVerification(const Verification &verification);
    void end(StatusKind kind, const QString &sentence);

    Ui::AuditLogPage &m_form;
    AuditTask &m_task;
    QString m_said; ///< how it ended
    QString m_head; ///< what `Copy head` copies
};

/// What a verification found, in words and without a shape. Pure.
[[nodiscard]] QString verificationText(const Verification &verification);

} // namespace queuesmith

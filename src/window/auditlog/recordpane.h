#pragma once

#include "records/records.h"
#include "window/auditlog/auditentry.h"

#include <QObject>

#include <optional>

namespace Ui {
class AuditLogPage;
}

namespace queuesmith {

/// The pane with one record: readable, and as JSON.
class RecordPane final : public QObject {
    Q_OBJECT

public:
    /// `records` must be open, and outlive this.
    RecordPane(Ui::AuditLogPage &form, Records &records, QObject *parent);
    ~RecordPane() override;

    /// Reads the record and those of the same operation, and shows them.
    void show(qint64 seq);
    void clear();
    /// Draws what is shown in the palette of now.
    void restyle();
    /// What is shown; empty while there is nothing.
    [[nodiscard]] const std::optional<StoredRecord> &record() const { return m_record; }
    void copyJson() const;

    Q_SIGNAL void recordChanged();
    /// The person followed a link to another record.
    Q_SIGNAL void recordRequested(qint64 seq);

private:
    void read(const AuditFilter &filter, std::function<void(const QList<StoredRecord> &)> next);
    void take(const StoredRecord &record);
    void say(const QString &sentence);

    Ui::AuditLogPage &m_form;
    Records &m_records;
    Records::CancelFlag m_cancel;
    std::optional<StoredRecord> m_record;
    QList<AuditEntry> m_related;
};

} // namespace queuesmith

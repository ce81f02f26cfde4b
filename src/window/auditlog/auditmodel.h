#pragma once

#include "records/records.h"
#include "window/auditlog/auditentry.h"

#include <QAbstractTableModel>
#include <QList>

#include <optional>

namespace queuesmith {

class Clock;

/// The records that a filter lets through, newest first, read page by page as a view asks for more.
/// What is shown stays until what takes its place has arrived.
class AuditModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        Seq,
        Time,
        Action,
        Outcome,
        Queue,
        Actor,
        Attempts,
        Latency,
        ComplianceColumn,
        Reason,
        kColumns,
    };
    /// Records that are read at a time.
    static constexpr int kPage = 200;

    /// `records` must be open, and outlive this.
    AuditModel(Records &records, Clock &clock, QObject *parent = nullptr);
    ~AuditModel() override;

    /// Reads the newest page of what the filter lets through. An answer to an older filter is
    /// dropped.
    void setFilter(const AuditFilter &filter);
    [[nodiscard]] const AuditFilter &filter() const { return m_filter; }

    /// Puts what is new since on top.
    void refresh();
    /// Does again what failed.
    void tryAgain();
    /// Tells the views that time has gone on.
    void renewTimes();

    [[nodiscard]] bool isLoading() const { return m_reading != Reading::Nothing; }
    /// Whether what is shown belongs to the filter.
    [[nodiscard]] bool isCurrent() const { return m_current; }
    [[nodiscard]] bool isComplete() const { return m_complete; } ///< down to the oldest record
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    [[nodiscard]] const AuditEntry &entry(int row) const { return m_entries.at(row); }
    [[nodiscard]] int rowOf(qint64 seq) const; ///< -1 when it isn't shown

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /// Loading began or ended, or failed.
    Q_SIGNAL void stateChanged();

private:
    enum class Reading { Nothing, First, More, Newer };

    void read(Reading what);
    void take(Reading what, const QList<StoredRecord> &records);
    void takeNewer(const QList<AuditEntry> &entries);

    Records &m_records;
    Clock &m_clock;
    AuditFilter m_filter;
    QList<AuditEntry> m_entries; ///< newest first
    Reading m_reading = Reading::Nothing;
    Reading m_failed = Reading::Nothing;
    Records::CancelFlag m_cancel;
    std::optional<Error> m_error;
    bool m_current = false;
    bool m_complete = false;
    bool m_refreshWanted = false;
};

} // namespace queuesmith

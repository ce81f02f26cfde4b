#pragma once

#include "domain/latest.h"
#include "records/journal.h"
#include "records/records.h"
#include "window/appearance/status.h"

#include <QAbstractTableModel>
#include <QList>

#include <optional>

namespace queuesmith {

class Clock;

/// How an export stands, for a person.
struct ExportStatus {
    StatusKind kind = StatusKind::Waiting;
    QString word; ///< without the shape
    QString meaning; ///< a sentence
};

/// Pure.
[[nodiscard]] ExportStatus statusOf(const ExportTask &task);

/// The event-stream exports of a tenant, newest first, as the outbox has them.
class ExportsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Queue, Name, State, Age, Attempts, LastError, kColumns };

    /// `records` and `clock` must outlive this.
    ExportsModel(Records &records, TenantId tenant, Clock &clock, QObject *parent = nullptr);

    /// Reads the outbox again. Rows stay where they are; new ones come in on top.
    void refresh();
    void renewTimes();

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] const QList<ExportTask> &tasks() const { return m_tasks; }
    [[nodiscard]] int undelivered() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

    /// The outbox was read, or could not be.
    Q_SIGNAL void refreshed();

private:
    void take(const QList<ExportTask> &tasks);
    [[nodiscard]] QString text(const ExportTask &task, int column) const;
    [[nodiscard]] QString toolTip(const ExportTask &task, int column) const;

    Records &m_records;
    TenantId m_tenant;
    Clock &m_clock;
    QList<ExportTask> m_tasks;
    std::optional<Error> m_error;
    Latest m_asked;
};

} // namespace queuesmith

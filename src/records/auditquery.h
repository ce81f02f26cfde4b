#pragma once

#include "records/records.h"
#include "sqlite/database.h"

#include <QJsonObject>
#include <QStringMatcher>

#include <atomic>
#include <optional>

namespace queuesmith {

/// The records that a filter shows, newest first, one after the other.
class AuditQuery {
public:
    AuditQuery(Database &database, AuditFilter filter)
        : m_database(database)
        , m_filter(std::move(filter))
        , m_text(m_filter.text, Qt::CaseInsensitive)
    {
    }

    Status start();
    /// To the next record; false after the last one, on an error and when `cancelled` is set: a
    /// rare text can keep it searching for long.
    bool next(const std::atomic_bool &cancelled);
    [[nodiscard]] const StoredRecord &record() const { return m_record; }
    /// Of the record at hand, as the search columns have it.
    [[nodiscard]] QString action() const;
    [[nodiscard]] QString outcome() const;
    Status ended() const;

private:
    [[nodiscard]] bool showsText(const QByteArray &payload) const;
    [[nodiscard]] bool showsTenant(const QByteArray &payload) const;

    Database &m_database;
    AuditFilter m_filter;
    QStringMatcher m_text;
    std::optional<Statement> m_rows;
    StoredRecord m_record;
    int m_found = 0;
};

/// What is set in a filter, for the export's manifest.
[[nodiscard]] QJsonObject toJson(const AuditFilter &filter);

} // namespace queuesmith

#pragma once

#include "records.h"

#include <QJsonObject>
#include <QSqlQuery>

#include <optional>

namespace queuesmith {

class Database;

/// The records that a filter shows, newest first, one after the other.
class AuditQuery {
public:
    AuditQuery(Database &database, AuditFilter filter)
        : m_database(database)
        , m_filter(std::move(filter))
    {
    }

    Status start();
    /// To the next record; false after the last one and on an error.
    bool next();
    [[nodiscard]] const StoredRecord &record() const { return m_record; }
    Status ended() const;

private:
    Database &m_database;
    AuditFilter m_filter;
    std::optional<QSqlQuery> m_rows;
    StoredRecord m_record;
    int m_found = 0;
};

/// What is set in a filter, for the export's manifest.
[[nodiscard]] QJsonObject toJson(const AuditFilter &filter);

} // namespace queuesmith

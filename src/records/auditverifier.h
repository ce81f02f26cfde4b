#pragma once

#include "records/records.h"

#include <atomic>
#include <functional>

namespace queuesmith {

class Database;
struct ChainHead;

/// Reads the log from the first record to the last, one at a time, in one state of the file.
class AuditVerifier {
public:
    using Progress = std::function<void(qint64 done, qint64 total)>;

    /// `cancelled` ends it early, with the error of a log that couldn't be read to its end.
    AuditVerifier(Database &database, const std::atomic_bool &cancelled, Progress progress);

    /// Damage that SQLite itself reports is a finding too; an error is what kept us from looking.
    Result<Verification> verify(const std::optional<ExpectedHead> &expected);

private:
    Status checkChain(const std::optional<ExpectedHead> &expected);
    Status checkOutcomes();
    void checkExpected(const std::optional<ExpectedHead> &expected, const ChainHead &at);
    void checkEnd(const std::optional<ExpectedHead> &expected, qint64 last);
    void bad(qint64 seq, const Sentence &what);

    Database &m_database;
    const std::atomic_bool &m_cancelled;
    Progress m_progress;
    Verification m_found;
};

} // namespace queuesmith

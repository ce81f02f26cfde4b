#pragma once

#include "domain/result.h"
#include "records/auditrecord.h"

#include <functional>

class QObject;

namespace queuesmith {

class Records;
struct CsvExport;
struct Verification;

// A use of the audit log, as it is put on record in it. Each gets a correlation id of its own.

[[nodiscard]] AuditRecord useOf(const CsvExport &written);
/// Of a log that holds: nothing is added to another, which is evidence as it is.
[[nodiscard]] AuditRecord useOf(const Verification &found);

/// Puts it on record in an open log. `done` is called once from the event loop, unless `context`
/// died before.
void recordUse(Records &records, const AuditRecord &use, QObject *context,
    std::function<void(const Status &)> done);

} // namespace queuesmith

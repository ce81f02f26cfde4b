#pragma once

#include "records/auditrecord.h"

namespace queuesmith {

struct CsvExport;
struct Verification;

// A use of the audit log, as it is put on record in it. Each gets a correlation id of its own.

[[nodiscard]] AuditRecord useOf(const CsvExport &written);
/// Of a log that holds: nothing is added to another, which is evidence as it is.
[[nodiscard]] AuditRecord useOf(const Verification &found);

} // namespace queuesmith

#pragma once

#include "window/waittimes/waitseries.h"

#include <QByteArray>
#include <QString>

namespace queuesmith {

/// A history as CSV like the audit log's: RFC 4180, CRLF, UTF-8 with BOM, and no cell that a
/// spreadsheet would run. Columns in English and figures with a dot, whatever the window speaks:
/// seconds, shares from 0 to 1, calls; empty where a figure isn't known. 35,000 rows take some
/// tens of milliseconds: for a worker thread. Pure.
[[nodiscard]] QByteArray waitCsv(const WaitSeries &series, const QString &queueName);

} // namespace queuesmith

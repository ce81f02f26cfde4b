#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace queuesmith {

/// A cell and where it begins, from 1; the column counts characters.
struct CsvCell {
    QString text;
    int line = 1;
    int column = 1;
};

struct CsvTable {
    QList<CsvCell> header;
    QList<QList<CsvCell>> rows; ///< each as long as the header

    /// Index of a column by its name, -1 when there is none.
    [[nodiscard]] qsizetype indexOf(const QString &name) const;
};

/// Reads CSV as RFC 4180 has it, and tolerates a byte order mark, either line end and empty lines.
/// `file` is for the error, which says line and column.
[[nodiscard]] Result<CsvTable> parseCsv(const QByteArray &text, const QString &file);

} // namespace queuesmith

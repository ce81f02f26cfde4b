#include "cli/csvtable.h"

#include "cli/inputfile.h"

#include <QStringDecoder>

#include <optional>

namespace queuesmith {

namespace {

/// Reads cell after cell, and counts lines and columns.
class CsvReader {
public:
    explicit CsvReader(const QString &text)
        : m_text(text)
    {
        skipIf(QChar::ByteOrderMark);
        m_column = 1;
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] int line() const { return m_line; }
    [[nodiscard]] int column() const { return m_column; }

    /// One line of cells; empty for an empty line. Nothing when a quote is never closed, or
    /// something follows a closing one.
    [[nodiscard]] std::optional<QList<CsvCell>> row()
    {
        QList<CsvCell> cells;
        if (takeLineEnd())
            return cells;
        do {
            CsvCell cell{{}, m_line, m_column};
            if (!(peek() == u'"' ? quoted(&cell) : plain(&cell)))
                return {};
            cells.append(cell);
        } while (skipIf(u','));
        takeLineEnd();
        return cells;
    }

private:
    [[nodiscard]] QChar peek() const { return atEnd() ? QChar() : m_text.at(m_at); }

    QChar take()
    {
        const QChar c = m_text.at(m_at++);
        ++m_column;
        if (c == u'\n') {
            ++m_line;
            m_column = 1;
        }
        return c;
    }

    bool skipIf(QChar c)
    {
        if (atEnd() || peek() != c)
            return false;
        take();
        return true;
    }

    bool takeLineEnd()
    {
        const bool carriage = skipIf(u'\r');
        return skipIf(u'\n') || carriage;
    }

    [[nodiscard]] bool endsCell() const
    {
        return atEnd() || peek() == u',' || peek() == u'\n' || peek() == u'\r';
    }

    bool plain(CsvCell *cell)
    {
        while (!endsCell())
            cell->text.append(take());
        return true;
    }

    bool quoted(CsvCell *cell)
    {
        take();
        while (!atEnd()) {
            const QChar c = take();
            const bool closes = c == u'"' && !skipIf(u'"'); // two of them stand for one
            if (closes)
                return endsCell();
            cell->text.append(c);
        }
        return false;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    int m_column = 1;
};

} // namespace

qsizetype CsvTable::indexOf(const QString &name) const
{
    for (qsizetype i = 0; i < header.size(); ++i) {
        if (header.at(i).text.trimmed() == name)
            return i;
    }
    return -1;
}

Result<CsvTable> parseCsv(const QByteArray &text, const QString &file)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(text);
    if (decoder.hasError())
        return inputError(file, 1, 1, QStringLiteral("not UTF-8 text"));
    CsvTable table;
    CsvReader reader(decoded);
    while (!reader.atEnd()) {
        const int line = reader.line();
        const std::optional<QList<CsvCell>> row = reader.row();
        if (!row)
            return inputError(file, reader.line(), reader.column(),
                QStringLiteral("a quoted cell doesn't end, or something follows its end"));
        if (row->isEmpty())
            continue;
        if (table.header.isEmpty())
            table.header = *row;
        else if (row->size() == table.header.size())
            table.rows.append(*row);
        else
            return inputError(file, line, 1,
                QStringLiteral("%1 cells, but the header has %2")
                    .arg(QString::number(row->size()), QString::number(table.header.size())));
    }
    if (table.header.isEmpty())
        return inputError(file, 1, 1, QStringLiteral("there is no header line"));
    return table;
}

} // namespace queuesmith

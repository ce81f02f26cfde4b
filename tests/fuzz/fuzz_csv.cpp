#include "cli/csvtable.h"
#include "cli/modelvectors.h"
#include "fuzz.h"

namespace queuesmith {

namespace {

QString written(const QList<CsvCell> &row)
{
    QStringList cells;
    for (const CsvCell &cell : row)
        cells.append(u'"' + QString(cell.text).replace(u'"', QStringLiteral("\"\"")) + u'"');
    return cells.join(u',') + u'\n';
}

QStringList texts(const QList<CsvCell> &row)
{
    QStringList texts;
    for (const CsvCell &cell : row)
        texts.append(cell.text);
    return texts;
}

void requireSame(const CsvTable &table, const QString &file)
{
    QString text = written(table.header);
    for (const QList<CsvCell> &row : table.rows)
        text += written(row);
    const Result<CsvTable> again = parseCsv(text.toUtf8(), file);
    require(again.ok(), "what was written can't be read");
    require(texts(again.value().header) == texts(table.header), "another header");
    require(again.value().rows.size() == table.rows.size(), "other rows");
    for (qsizetype i = 0; i < table.rows.size(); ++i)
        require(texts(again.value().rows.at(i)) == texts(table.rows.at(i)), "another row");
}

} // namespace

/// The first character chooses the model.
void feedCsv(const QByteArray &bytes)
{
    static const QStringList models{QStringLiteral("erlang-b"), QStringLiteral("erlang-c"),
        QStringLiteral("erlang-a"), QStringLiteral("mmnk"), QStringLiteral("staffing")};
    const QString file = QStringLiteral("table.csv");
    const Result<CsvTable> table = parseCsv(bytes.mid(1), file);
    if (!table) {
        requireSentence(table.error());
        return;
    }
    requireSame(table.value(), file);
    const unsigned char number = bytes.isEmpty() ? 0 : static_cast<unsigned char>(bytes.front());
    const Result<QString> result =
        evaluateVectors(models.at(number % models.size()), table.value(), file);
    if (!result)
        requireSentence(result.error());
}

} // namespace queuesmith

#include "output.h"

#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

namespace queuesmith {

namespace {

void write(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

/// What a tenant sends must not steer the terminal that shows it.
QString harmless(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control && c != u'\n')
            c = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace

void Output::result(const QJsonObject &json, const QString &text) const
{
    if (m_json)
        write(stdout, QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n');
    else
        write(stdout, harmless(text).toUtf8());
}

void Output::text(const QString &text) { write(stdout, harmless(text).toUtf8()); }

void Output::failure(const Error &error) const
{
    note(error.message);
    if (m_json)
        write(stdout,
            QJsonDocument(QJsonObject{{QStringLiteral("error"), toJson(error)}})
                    .toJson(QJsonDocument::Compact)
                + '\n');
}

void Output::note(const QString &line) { write(stderr, harmless(line).toUtf8() + '\n'); }

QString textTable(
    const QStringList &header, const QList<QStringList> &rows, const QList<int> &numberColumns)
{
    QList<qsizetype> widths;
    for (const QString &cell : header)
        widths.append(cell.size());
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths.at(i), row.at(i).size());
    }
    // The return type matters: a string builder would refer to what is gone by then.
    const auto line = [&](const QStringList &row) -> QString {
        QStringList cells;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const bool isNumber = numberColumns.contains(static_cast<int>(i));
            cells.append(isNumber ? row.at(i).rightJustified(widths.at(i))
                                  : row.at(i).leftJustified(widths.at(i)));
        }
        QString text = cells.join(QStringLiteral("  "));
        while (text.endsWith(u' '))
            text.chop(1);
        return text + u'\n';
    };
    QString text = line(header);
    for (const QStringList &row : rows)
        text += line(row);
    return text;
}

} // namespace queuesmith

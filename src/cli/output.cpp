#include "output.h"

#include <QJsonDocument>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

namespace queuesmith {

namespace {

bool &resultIsLost()
{
    static bool lost = false;
    return lost;
}

bool write(std::FILE *stream, const QByteArray &bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    return std::fwrite(bytes.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
}

void writeResult(const QByteArray &bytes)
{
    if (resultIsLost() || write(stdout, bytes))
        return;
    const std::string why = std::generic_category().message(errno);
    resultIsLost() = true;
    Output::note(QStringLiteral("The result could not be written to standard output (%1). What was "
                                "done is done: don't repeat the command before you have looked.")
                     .arg(QString::fromStdString(why)));
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
        writeResult(QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n');
    else
        writeResult(harmless(text).toUtf8());
}

void Output::text(const QString &text) { writeResult(harmless(text).toUtf8()); }

bool Output::hasFailed() { return resultIsLost(); }

void Output::failure(const Error &error) const
{
    note(error.message);
    if (m_json)
        writeResult(QJsonDocument(QJsonObject{{QStringLiteral("error"), toJson(error)}})
                        .toJson(QJsonDocument::Compact)
            + '\n');
}

void Output::note(const QString &line)
{
    (void)write(stderr, harmless(line).toUtf8() + '\n'); // there is nowhere else to say it
}

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

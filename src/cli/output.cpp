#include "cli/output.h"

#include "domain/harmless.h"
#include "platform/ownprocess.h"

#include <QJsonDocument>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>
#include <utility>

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
    (void)write(stderr,
        "The result could not be written to standard output (" + QByteArray::fromStdString(why)
            + "). What was done is done: don't repeat the command before you have looked.\n");
}

} // namespace

bool Output::hasFailed() { return resultIsLost(); }

QByteArray Output::clean(const QString &text) const
{
    return harmlessText(m_secrets->masked(text).toUtf8());
}

QByteArray Output::clean(const QJsonObject &json) const
{
    const QJsonDocument document(m_secrets->masked(QJsonValue(json)).toObject());
    return harmlessJson(document.toJson(QJsonDocument::Compact)) + '\n';
}

void Output::result(const QJsonObject &json, const QString &text) const
{
    writeResult(m_json ? clean(json) : clean(text));
}

void Output::text(const QString &text) const { writeResult(clean(text)); }

void Output::failure(const Error &error) const
{
    note(error.message);
    if (m_json)
        writeResult(clean(QJsonObject{{QStringLiteral("error"), toJson(error)}}));
}

void Output::note(const QString &line) const
{
    (void)write(stderr, clean(line) + '\n'); // there is nowhere else to say it
}

void Output::logLine(const QByteArray &line) const
{
    static const bool isOnTerminal = isTerminal(stderr);
    (void)write(stderr, (isOnTerminal ? "\r\033[K" : "") + line + '\n');
}

void Output::liveLine(const QString &line) const
{
    (void)write(stderr, "\r\033[K" + clean(QString(line).replace(u'\n', u' ')));
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

#include "cli/output.h"

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

/// Controls, and what changes the order of the text around it or can't be seen. Scripts and emoji
/// need the two joiners.
bool isHarmful(char32_t c)
{
    if (c == U'\u200c' || c == U'\u200d')
        return false;
    const QChar::Category category = QChar::category(c);
    return category == QChar::Other_Control || category == QChar::Other_Format
        || category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
}

/// A character of valid UTF-8, and how many bytes it takes.
std::pair<char32_t, qsizetype> characterAt(const QByteArray &utf8, qsizetype at)
{
    const auto byte = [&utf8](qsizetype i) { return static_cast<unsigned char>(utf8.at(i)); };
    const unsigned lead = byte(at);
    if (lead < 0x80)
        return {lead, 1};
    const int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    char32_t c = lead & (0xffU >> (length + 1));
    for (int i = 1; i < length; ++i)
        c = (c << 6U) | (byte(at + i) & 0x3fU);
    return {c, length};
}

/// `stand` gives what takes the place of a harmful character.
QByteArray harmless(const QByteArray &utf8, QByteArray (*stand)(char32_t))
{
    QByteArray clean;
    clean.reserve(utf8.size());
    for (qsizetype at = 0; at < utf8.size();) {
        const auto [c, length] = characterAt(utf8, at);
        if (c != U'\n' && isHarmful(c))
            clean += stand(c);
        else
            clean.append(utf8.constData() + at, length);
        at += length;
    }
    return clean;
}

QByteArray replaced(char32_t) { return QByteArrayLiteral("\xef\xbf\xbd"); } // U+FFFD

/// In JSON it stays what it is, in another notation.
QByteArray escaped(char32_t c)
{
    QByteArray text;
    for (const QChar unit : QChar::fromUcs4(c))
        text += "\\u" + QByteArray::number(unit.unicode(), 16).rightJustified(4, '0');
    return text;
}

} // namespace

bool Output::hasFailed() { return resultIsLost(); }

QByteArray Output::clean(const QString &text) const
{
    return harmless(m_secrets->masked(text).toUtf8(), replaced);
}

QByteArray Output::clean(const QJsonObject &json) const
{
    const QJsonDocument document(m_secrets->masked(QJsonValue(json)).toObject());
    return harmless(document.toJson(QJsonDocument::Compact), escaped) + '\n';
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

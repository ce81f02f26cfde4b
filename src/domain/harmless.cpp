#include "domain/harmless.h"

#include <QChar>
#include <QString>

#include <utility>

namespace queuesmith {

namespace {

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

QByteArray harmlessText(const QByteArray &utf8) { return harmless(utf8, replaced); }

QByteArray harmlessJson(const QByteArray &utf8) { return harmless(utf8, escaped); }

} // namespace queuesmith

#include "domain/queuename.h"

#include <QList>

#include <algorithm>
#include <array>

namespace queuesmith {

namespace {

struct CodePoints {
    char32_t first;
    char32_t last;
};

/// What Unicode has for fonts and line breaks and draws nothing by itself, beside the characters
/// whose category says so; and two that are drawn as a blank.
constexpr std::array<CodePoints, 10> kDrawnAsNothing{{
    {0x034F, 0x034F}, // combining grapheme joiner
    {0x115F, 0x1160}, // Hangul fillers
    {0x17B4, 0x17B5}, // Khmer inherent vowels
    {0x180B, 0x180F}, // Mongolian variation selectors
    {0x2800, 0x2800}, // braille pattern blank
    {0x3164, 0x3164}, // Hangul filler
    {0xFE00, 0xFE0F}, // variation selectors
    {0xFFA0, 0xFFA0}, // halfwidth Hangul filler
    {0xFFF0, 0xFFF8}, // unassigned, to be ignored
    {0xE0000, 0xE0FFF}, // tags, further variation selectors
}};

/// They turn the direction of everything that follows, the tenant's own tables included.
constexpr std::array<CodePoints, 2> kDirections{{{0x202A, 0x202E}, {0x2066, 0x2069}}};

template <typename Ranges> bool isWithin(const Ranges &ranges, char32_t c)
{
    return std::any_of(ranges.begin(), ranges.end(),
        [c](const CodePoints &range) { return c >= range.first && c <= range.last; });
}

/// What a tenant that trims may cut off: blanks of whatever width, no width included.
bool isBlank(char32_t c) { return QChar::isSpace(c) || c == 0x200B || c == 0xFEFF; }

bool isControl(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Other_Control || category == QChar::Separator_Line
        || category == QChar::Separator_Paragraph || isWithin(kDirections, c);
}

bool isInvisible(char32_t c)
{
    return isBlank(c) || isControl(c) || QChar::category(c) == QChar::Other_Format
        || isWithin(kDrawnAsNothing, c);
}

QString withoutOuterBlanks(const QString &text)
{
    const auto isInk = [](QChar c) { return !isBlank(c.unicode()); };
    const auto first = std::find_if(text.cbegin(), text.cend(), isInk);
    const auto last = std::find_if(text.crbegin(), text.crend(), isInk).base();
    return first < last ? QString(first, last - first) : QString();
}

QString codePointText(char32_t c)
{
    return QStringLiteral("U+%1").arg(static_cast<uint>(c), 4, 16, QLatin1Char('0')).toUpper();
}

} // namespace

QString foldedName(const QString &name)
{
    // Qt folds letter by letter, so what folds to several letters is made large first; and either
    // may take a composed letter apart.
    const auto composed = [](const QString &text) {
        return text.normalized(QString::NormalizationForm_C);
    };
    return composed(composed(withoutOuterBlanks(composed(name)).toUpper()).toCaseFolded());
}

QString lookalikeName(const QString &name)
{
    QString folded = foldedName(name);
    folded.removeIf([](QChar c) { return isBlank(c.unicode()); });
    return folded;
}

Problems nameProblems(const QString &name)
{
    if (name.trimmed().isEmpty())
        return {};
    const QList<uint> letters = name.toUcs4();
    if (std::all_of(letters.cbegin(), letters.cend(), isInvisible))
        return {problems::nameInvisible()};
    Problems found;
    const auto control = std::find_if(letters.cbegin(), letters.cend(), isControl);
    if (control != letters.cend())
        found.append(problems::nameControlCharacter(codePointText(*control)));
    if (isBlank(letters.first()) || isBlank(letters.last()))
        found.append(problems::nameOuterBlank());
    return found;
}

} // namespace queuesmith

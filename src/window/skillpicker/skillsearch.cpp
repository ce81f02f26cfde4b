#include "window/skillpicker/skillsearch.h"

#include "window/tables/collation.h"

#include <algorithm>
#include <numeric>

namespace queuesmith {

namespace {

// A word has no white space in it, so it never runs from one text into the next.
constexpr char kEnd = '\n';

struct Entry {
    QCollatorSortKey key;
    qsizetype source;
};

std::vector<Entry> inOrderOfNames(const QList<Skill> &skills)
{
    const QCollator order = nameCollator();
    std::vector<Entry> entries;
    entries.reserve(static_cast<std::size_t>(skills.size()));
    for (qsizetype i = 0; i < skills.size(); ++i)
        entries.push_back({order.sortKey(skills.at(i).name), i});
    std::stable_sort(entries.begin(), entries.end(),
        [](const Entry &a, const Entry &b) { return a.key.compare(b.key) < 0; });
    return entries;
}

QStringList wordsOf(const QString &text)
{
    QStringList words = SkillSearch::folded(text).simplified().split(u' ', Qt::SkipEmptyParts);
    // The longest word leaves the fewest rows for the others to look at.
    std::stable_sort(words.begin(), words.end(),
        [](const QString &a, const QString &b) { return a.size() > b.size(); });
    return words;
}

/// Whether what has all of `words` has all of `earlier` too.
bool narrows(const QStringList &words, const QStringList &earlier)
{
    return !earlier.isEmpty()
        && std::all_of(earlier.cbegin(), earlier.cend(), [&words](const QString &old) {
               return std::any_of(words.cbegin(), words.cend(),
                   [&old](const QString &word) { return word.contains(old); });
           });
}

} // namespace

SkillSearch::SkillSearch(const QList<Skill> &skills)
{
    m_skills.reserve(skills.size());
    m_rows.reserve(skills.size());
    m_starts.reserve(static_cast<std::size_t>(skills.size()) + 1);
    for (const Entry &entry : inOrderOfNames(skills)) {
        const Skill &skill = skills.at(entry.source);
        m_rows.insert(skill.id, size());
        m_skills.append(skill);
        m_starts.push_back(m_text.size());
        m_text += folded(skill.name).toStdString() + kEnd + folded(skill.id.value).toStdString();
        m_text += kEnd;
    }
    m_starts.push_back(m_text.size());
}

SkillSearch::Result SkillSearch::find(const QString &text, const Result &earlier) const
{
    Result result;
    result.words = wordsOf(text);
    if (result.words.isEmpty()) {
        result.rows.resize(size());
        std::iota(result.rows.begin(), result.rows.end(), 0);
        return result;
    }
    const bool isNarrower = narrows(result.words, earlier.words);
    result.rows = isNarrower ? earlier.rows : scan(result.words.first().toStdString());
    for (qsizetype i = isNarrower ? 0 : 1; i < result.words.size(); ++i) {
        const std::string word = result.words.at(i).toStdString();
        result.rows.removeIf(
            [&](int row) { return textOf(row).find(word) == std::string_view::npos; });
    }
    return result;
}

QString SkillSearch::folded(const QString &text)
{
    const bool isPlain =
        std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 128; });
    if (isPlain)
        return text.toLower();
    QString apart = text.normalized(QString::NormalizationForm_KD);
    apart.removeIf([](QChar c) { return c.isMark(); });
    return apart.toCaseFolded();
}

QList<int> SkillSearch::scan(const std::string &word) const
{
    QList<int> rows;
    std::size_t row = 0;
    std::size_t at = m_text.find(word);
    while (at != std::string::npos) {
        while (m_starts[row + 1] <= at)
            ++row;
        rows.append(static_cast<int>(row));
        at = m_text.find(word, m_starts[row + 1]);
    }
    return rows;
}

std::string_view SkillSearch::textOf(int row) const
{
    const std::size_t start = m_starts[static_cast<std::size_t>(row)];
    const std::size_t end = m_starts[static_cast<std::size_t>(row) + 1];
    return std::string_view(m_text).substr(start, end - start);
}

} // namespace queuesmith

#pragma once

#include "domain/queue.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <string>
#include <string_view>
#include <vector>

namespace queuesmith {

/// The skills of a tenant in the order of nameCollator(), made for finding them by a few letters.
/// Immutable: made on one thread, it may be used on any. Making one for 100,000 skills takes
/// hundreds of milliseconds, a search a few.
class SkillSearch {
public:
    struct Result {
        QStringList words; ///< as they were looked for; none: everything is found
        QList<int> rows; ///< ascending
    };

    explicit SkillSearch(const QList<Skill> &skills);

    [[nodiscard]] int size() const { return static_cast<int>(m_skills.size()); }
    [[nodiscard]] const Skill &at(int row) const { return m_skills.at(row); }
    [[nodiscard]] int rowOf(const SkillId &id) const { return m_rows.value(id, -1); } ///< -1: none

    /// Every word of `text` must occur in the name or the id; case and accents don't count.
    /// `earlier` is a result of this same search, which is narrowed when that is possible.
    [[nodiscard]] Result find(const QString &text, const Result &earlier = {}) const;

    /// A text as it is compared: without case and accents.
    [[nodiscard]] static QString folded(const QString &text);

private:
    [[nodiscard]] QList<int> scan(const std::string &word) const;
    [[nodiscard]] std::string_view textOf(int row) const;

    QList<Skill> m_skills;
    QHash<SkillId, int> m_rows;
    /// Of all skills, one after the other, so that one pass finds a word. UTF-8, since the C
    /// library looks for bytes several times as fast as Qt does for characters.
    std::string m_text;
    std::vector<std::size_t> m_starts; ///< where each skill's text begins, and the end of the last
};

} // namespace queuesmith

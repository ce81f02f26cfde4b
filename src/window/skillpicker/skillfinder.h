#pragma once

#include "domain/latest.h"
#include "window/skillpicker/skillsearch.h"

#include <QObject>

#include <memory>

namespace queuesmith {

/// Searches skills without ever holding up the GUI thread: what the search needs is made, and each
/// search is carried out, on a thread of the pool. Only the answer to the newest text is told.
class SkillFinder final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~SkillFinder() override;

    /// Until they are ready the former ones stay.
    void setSkills(const QList<Skill> &skills);
    void find(const QString &text);

    /// Null until the first skills are ready.
    [[nodiscard]] std::shared_ptr<const SkillSearch> search() const { return m_search; }
    /// Nothing is under way: what was found answers the newest text over the newest skills.
    [[nodiscard]] bool isIdle() const { return !m_isIndexing && !m_isSearching; }

    /// Other skills are ready; what was found before means nothing any more.
    Q_SIGNAL void skillsReady();
    Q_SIGNAL void found(const QList<int> &rows);

private:
    void takeSearch(const std::shared_ptr<const SkillSearch> &search);
    void startSearch();
    void takeResult(const SkillSearch::Result &result, bool isAsked);

    std::shared_ptr<const SkillSearch> m_search;
    SkillSearch::Result m_result; ///< of m_search
    QString m_text;
    Latest m_skills; ///< the newest, to be made ready
    Latest m_searched; ///< the skills that m_search holds
    bool m_isIndexing = false;
    bool m_isSearching = false;
};

} // namespace queuesmith

#include "window/skillpicker/skillfinder.h"

#include "domain/background.h"

namespace queuesmith {

SkillFinder::~SkillFinder() { releaseInBackground(std::move(m_search)); }

void SkillFinder::setSkills(const QList<Skill> &skills)
{
    m_isIndexing = true;
    runInBackground(
        this,
        [skills]() -> std::shared_ptr<const SkillSearch> {
            return std::make_shared<const SkillSearch>(skills);
        },
        m_skills.next(
            [this](const std::shared_ptr<const SkillSearch> &search) { takeSearch(search); }));
}

void SkillFinder::find(const QString &text)
{
    m_text = text;
    startSearch();
}

void SkillFinder::takeSearch(const std::shared_ptr<const SkillSearch> &search)
{
    m_isIndexing = false;
    m_searched.renew();
    releaseInBackground(std::exchange(m_search, search));
    m_result = {};
    Q_EMIT skillsReady();
    startSearch();
}

void SkillFinder::startSearch()
{
    if (!m_search || m_isSearching)
        return;
    m_isSearching = true;
    runInBackground(
        this,
        [search = m_search, text = m_text, earlier = m_result] {
            return search->find(text, earlier);
        },
        [this, text = m_text, isCurrent = m_searched.current()](const SkillSearch::Result &result) {
            takeResult(result, text == m_text && isCurrent());
        });
}

void SkillFinder::takeResult(const SkillSearch::Result &result, bool isAsked)
{
    m_isSearching = false;
    if (!isAsked) {
        startSearch();
        return;
    }
    m_result = result;
    Q_EMIT found(result.rows);
}

} // namespace queuesmith

#include "skillfinder.h"

#include "background.h"

namespace queuesmith {

SkillFinder::~SkillFinder() { releaseInBackground(std::move(m_search)); }

void SkillFinder::setSkills(const QList<Skill> &skills)
{
    const quint64 generation = ++m_generation;
    m_isIndexing = true;
    runInBackground(
        this,
        [skills]() -> std::shared_ptr<const SkillSearch> {
            return std::make_shared<const SkillSearch>(skills);
        },
        [this, generation](
            const std::shared_ptr<const SkillSearch> &search) { takeSearch(search, generation); });
}

void SkillFinder::find(const QString &text)
{
    m_text = text;
    startSearch();
}

void SkillFinder::takeSearch(const std::shared_ptr<const SkillSearch> &search, quint64 generation)
{
    if (generation != m_generation)
        return;
    m_isIndexing = false;
    m_searchGeneration = generation;
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
        [this, text = m_text, generation = m_searchGeneration](
            const SkillSearch::Result &result) { takeResult(result, text, generation); });
}

void SkillFinder::takeResult(
    const SkillSearch::Result &result, const QString &text, quint64 generation)
{
    m_isSearching = false;
    if (text != m_text || generation != m_searchGeneration) {
        startSearch();
        return;
    }
    m_result = result;
    Q_EMIT found(result.rows);
}

} // namespace queuesmith

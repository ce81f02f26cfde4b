#include "provisioning/similarqueues.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cstdlib>

namespace queuesmith {

namespace {

struct Candidate {
    SimilarQueue queue;
    int sharedWords = 0;
    int distance = 0; ///< of the capacities
};

/// What may be left when a name is taken apart; shorter words say nothing.
constexpr int kShortestWord = 3;

QStringList wordsOf(const QString &name)
{
    static const QRegularExpression gap(QStringLiteral("[^\\p{L}\\p{N}]+"));
    QStringList words = name.split(gap, Qt::SkipEmptyParts);
    words.removeIf([](const QString &word) { return word.size() < kShortestWord; });
    words.removeDuplicates();
    return words;
}

bool isMoreSimilar(const Candidate &a, const Candidate &b)
{
    if (a.queue.sharedSkills != b.queue.sharedSkills)
        return a.queue.sharedSkills > b.queue.sharedSkills;
    if (a.sharedWords != b.sharedWords)
        return a.sharedWords > b.sharedWords;
    if (a.distance != b.distance)
        return a.distance < b.distance;
    return a.queue.name < b.queue.name;
}

} // namespace

QList<SimilarQueue> similarQueues(
    const QueueDefinition &definition, const QList<Queue> &queues, qsizetype atMost)
{
    const QSet<SkillId> skills(definition.skillGroups.cbegin(), definition.skillGroups.cend());
    const QStringList words = wordsOf(definition.name);
    QList<Candidate> candidates;
    for (const Queue &queue : queues) {
        const QueueDefinition &other = queue.definition;
        Candidate candidate{{queue.id, other.name, 0}, 0, 0};
        candidate.queue.sharedSkills =
            static_cast<int>(std::count_if(other.skillGroups.cbegin(), other.skillGroups.cend(),
                [&skills](const SkillId &skill) { return skills.contains(skill); }));
        candidate.sharedWords = static_cast<int>(
            std::count_if(words.cbegin(), words.cend(), [&other](const QString &word) {
                return other.name.contains(word, Qt::CaseInsensitive);
            }));
        candidate.distance = std::abs(other.capacity - definition.capacity);
        if (candidate.queue.sharedSkills > 0 || candidate.sharedWords > 0)
            candidates.append(candidate);
    }
    std::sort(candidates.begin(), candidates.end(), isMoreSimilar);
    QList<SimilarQueue> similar;
    for (const Candidate &candidate : candidates.mid(0, atMost))
        similar.append(candidate.queue);
    return similar;
}

} // namespace queuesmith

#pragma once

#include "domain/queue.h"

#include <QList>

namespace queuesmith {

/// Made-up skills, the same ones every time; some names have capitals and accents.
inline QList<Skill> manySkills(int count)
{
    static const QStringList kTopics{QStringLiteral("Billing"), QStringLiteral("Tier 2"),
        QStringLiteral("Réclamation"), QStringLiteral("Kündigung"), QStringLiteral("Emergency"),
        QStringLiteral("Sales"), QStringLiteral("Back office")};
    static const QStringList kPlaces{QStringLiteral("Berlin"), QStringLiteral("Zürich"),
        QStringLiteral("Austin"), QStringLiteral("Málaga"), QStringLiteral("Osaka")};
    QList<Skill> skills;
    skills.reserve(count);
    for (int i = 0; i < count; ++i)
        skills.append({SkillId{QStringLiteral("skill-%1").arg(i)},
            QStringLiteral("%1 %2 %3")
                .arg(kTopics.at(i % kTopics.size()), kPlaces.at(i % kPlaces.size()))
                .arg(i / 35),
            i % 11 == 0 ? std::optional<qint64>() : i % 40});
    return skills;
}

} // namespace queuesmith

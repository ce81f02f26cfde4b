#include "sandbox/estatemaker.h"

#include "sandbox/profilemaker.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace queuesmith::sandbox {

namespace {

constexpr std::array kSubjects{"Billing", "Technical Support", "Sales", "Claims", "Retention",
    "Collections", "Onboarding", "Returns", "Fraud", "Appointments", "Warranty", "Dispatch"};
constexpr std::array kPlaces{
    "North", "South", "EMEA", "Americas", "Asia Pacific", "Nordics", "DACH"};
constexpr std::array kTiers{"", " Priority", " Overflow"};
constexpr std::array kTalents{"English", "German", "French", "Spanish", "Swedish", "Billing",
    "Contracts", "Fraud Review", "Network", "Hardware", "Refunds", "Key Accounts"};
constexpr std::array kLevels{"", " Advanced", " Expert"};

constexpr int kLoopFirst = 5; // q-5 → q-6 → q-7 → q-5
constexpr int kLoopLength = 3;

template <typename Words> QString pick(const Words &words, int index)
{
    return QString::fromLatin1(words.at(static_cast<std::size_t>(index) % words.size()));
}

/// Walks through all combinations before it repeats one, and numbers the repeats.
QString queueName(int index)
{
    constexpr int kSubjectCount = static_cast<int>(kSubjects.size());
    constexpr int kPlaceCount = static_cast<int>(kPlaces.size());
    constexpr int kAll = kSubjectCount * kPlaceCount * static_cast<int>(kTiers.size());
    const QString name = pick(kSubjects, index) % u' ' % pick(kPlaces, index / kSubjectCount)
        % pick(kTiers, index / (kSubjectCount * kPlaceCount));
    return index < kAll ? name : QString(name % u' ' % QString::number(index / kAll + 1));
}

QString skillName(int index)
{
    constexpr int kTalentCount = static_cast<int>(kTalents.size());
    const QString name = pick(kTalents, index) % pick(kLevels, index / kTalentCount);
    const int round = index / (kTalentCount * static_cast<int>(kLevels.size()));
    return round == 0 ? name : QString(name % u' ' % QString::number(round + 1));
}

QJsonObject makeSkill(int index, QRandomGenerator *random)
{
    // A few skills are held by many agents, most by a few.
    const int agents = 240 / (1 + index / 2) + 4 + random->bounded(40);
    return {{QStringLiteral("id"), QStringLiteral("skill_group_id_%1").arg(index + 1)},
        {QStringLiteral("name"), skillName(index)}, {QStringLiteral("agentCount"), agents}};
}

QJsonArray pickSkills(int skills, QRandomGenerator *random)
{
    QStringList picked;
    const int wanted = std::min(skills, 1 + random->bounded(4));
    while (picked.size() < wanted) {
        // The square prefers low numbers, so that queues share skills.
        const double at = random->generateDouble();
        const QString id =
            QStringLiteral("skill_group_id_%1").arg(1 + static_cast<int>(at * at * skills));
        if (!picked.contains(id))
            picked.append(id);
    }
    return QJsonArray::fromStringList(picked);
}

bool isInLoop(int number) { return number >= kLoopFirst && number < kLoopFirst + kLoopLength; }

/// Points to an earlier queue, so that no loop arises by chance, and to none of the loop's.
QJsonValue pickTarget(int number, int queues, QRandomGenerator *random)
{
    const bool noTarget = random->bounded(3) == 0;
    const int earlier = number > 1 ? 1 + random->bounded(number - 1) : 0;
    int target = noTarget ? 0 : earlier;
    const bool hasLoop = queues > kLoopFirst + kLoopLength - 1;
    if (hasLoop && isInLoop(number))
        target = kLoopFirst + (number - kLoopFirst + 1) % kLoopLength;
    else if (hasLoop && isInLoop(target))
        target -= kLoopFirst - 1;
    return target == 0 ? QJsonValue(QJsonValue::Null)
                       : QJsonValue(QStringLiteral("q-%1").arg(target));
}

QJsonObject makeDefinition(int index, const EstateSize &size, QRandomGenerator *random)
{
    const QString name = queueName(index);
    const int capacity = 5 * (1 + random->bounded(24));
    const int priority = random->bounded(10);
    const auto rule = [](const QString &type, int value) {
        return QJsonObject{{QStringLiteral("type"), type}, {QStringLiteral("value"), value}};
    };
    return {{QStringLiteral("name"), name},
        {QStringLiteral("description"), QString(name % QStringLiteral(" contacts"))},
        {QStringLiteral("type"), QStringLiteral("standard")},
        {QStringLiteral("capacity"), capacity},
        {QStringLiteral("overflow"),
            QJsonObject{{QStringLiteral("overflowType"), QStringLiteral("queue")},
                {QStringLiteral("overflowTargetId"), pickTarget(index + 1, size.queues, random)},
                {QStringLiteral("overflowThreshold"), 60 + 5 * random->bounded(8)}}},
        {QStringLiteral("skillGroups"), pickSkills(size.skills, random)},
        {QStringLiteral("priority"), priority},
        {QStringLiteral("routingRules"),
            QJsonArray{rule(QStringLiteral("priority"), priority),
                rule(QStringLiteral("capacity"), capacity)}}};
}

/// Drawn in an order that stays: everything that comes later hangs on it.
ProfileDraw drawProfile(QRandomGenerator *random)
{
    ProfileDraw draw;
    draw.key = random->generate64();
    draw.provision = random->generateDouble();
    draw.handleSeconds = 180 + random->bounded(360);
    draw.temper = random->generateDouble();
    return draw;
}

} // namespace

DemoEstate makeEstate(const EstateSize &size, const QDateTime &today)
{
    QRandomGenerator random(size.seed);
    DemoEstate estate;
    const QDate day = today.toUTC().date();
    estate.intervals = QStringList{QStringLiteral("DAILY"), QStringLiteral("HOURLY"),
        QStringLiteral("HALF_HOURLY"), QStringLiteral("QUARTER_HOURLY")};
    estate.historyFrom = QDateTime(day.addDays(-size.days), QTime(0, 0), Qt::UTC);
    for (int i = 0; i < size.skills; ++i)
        estate.addSkill(makeSkill(i, &random));
    QDateTime created(QDate(2024, 1, 8), QTime(8, 0), Qt::UTC);
    for (int i = 0; i < size.queues; ++i) {
        created = created.addSecs(3600 + random.bounded(48 * 3600));
        QueueRecord &queue = estate.addQueue(makeDefinition(i, size, &random), created);
        queue.profile = makeProfile(
            i + 1, queue.json.value(QLatin1StringView("capacity")).toInt(), drawProfile(&random));
    }
    return estate;
}

} // namespace queuesmith::sandbox

#pragma once

#include "domain/ids.h"
#include "domain/problem.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

namespace queuesmith {

struct JsonParse;

/// A rule of the queue. `priority` and `capacity` are known, others are kept as they are.
struct RoutingRule {
    QString type;
    QJsonValue value;
    QJsonObject unknown; ///< members that the contract doesn't name

    /// Says once more what the field `priority` or `capacity` says.
    [[nodiscard]] bool repeatsField() const;

    friend bool operator==(const RoutingRule &, const RoutingRule &) = default;
};

struct Overflow {
    QString type = QStringLiteral("queue");
    QueueId target; ///< empty: none, contacts keep waiting
    int threshold = 80; ///< percent of the capacity, 1 to 100
    QJsonObject unknown;

    friend bool operator==(const Overflow &, const Overflow &) = default;
};

/// What an administrator declares. Defaults and limits are the contract's.
struct QueueDefinition {
    static constexpr qint64 kMinCapacity = 1;
    static constexpr qint64 kMaxCapacity = 5000;
    static constexpr qint64 kMinThreshold = 1;
    static constexpr qint64 kMaxThreshold = 100;
    static constexpr qint64 kMinPriority = 0;
    static constexpr qint64 kMaxPriority = 9;

    QString name;
    QString description = QStringLiteral("Provisioned via API");
    QString type = QStringLiteral("standard");
    int capacity = 0; ///< agents, 1 to 5000
    Overflow overflow;
    QList<SkillId> skillGroups;
    int priority = 5; ///< 0 to 9
    QList<RoutingRule> routingRules;
    QJsonObject unknown; ///< members that the contract doesn't name; sent on as they are

    friend bool operator==(const QueueDefinition &, const QueueDefinition &) = default;
};

struct ParsedDefinition {
    QueueDefinition definition;
    Problems problems; ///< wrong types and values, each with its path; see hasErrors()
};

/// Reads a definition, fills in the contract's defaults and reports everything that is wrong
/// with it at once. Never stops at the first problem.
[[nodiscard]] ParsedDefinition parseDefinition(const JsonParse &json);

/// The same for JSON that came from a tenant. queuefields.h has what each field is.
[[nodiscard]] ParsedDefinition parseDefinition(const QJsonObject &json);

/// The body of the wire contract, unknown members included.
[[nodiscard]] QJsonObject toJson(const QueueDefinition &definition);

} // namespace queuesmith

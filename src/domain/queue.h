#pragma once

#include "domain/ids.h"
#include "domain/queuedefinition.h"
#include "domain/sentence.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace queuesmith {

/// A queue as a tenant has it.
struct Queue {
    QueueId id;
    QueueDefinition
        definition; ///< read as far as it can be; a member that is missing has its default
    QJsonObject json; ///< as it came
    QByteArray etag; ///< empty when the tenant gives none
};

struct Skill {
    SkillId id;
    QString name;
    std::optional<qint64> agentCount; ///< agents who hold it, where the tenant tells
};

/// A list that was read page by page.
template <typename T> struct Listing {
    QList<T> items;
    /// Why items are missing (fewer than the tenant's total, no end): empty when complete.
    /// From an incomplete list nothing may be concluded about what isn't in it.
    Sentence incompleteBecause;

    [[nodiscard]] bool complete() const { return incompleteBecause.isEmpty(); }
};

} // namespace queuesmith

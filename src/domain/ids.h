#pragma once

#include <QHashFunctions>
#include <QString>

namespace queuesmith {

/// An id as a type of its own, so that a queue's id can't stand where a skill's is meant.
template <typename Tag> struct Id {
    QString value;

    [[nodiscard]] bool isEmpty() const { return value.isEmpty(); }
    friend bool operator==(const Id &, const Id &) = default;
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using QueueId = Id<struct QueueIdTag>;
using SkillId = Id<struct SkillIdTag>;
using ExportId = Id<struct ExportIdTag>;

} // namespace queuesmith

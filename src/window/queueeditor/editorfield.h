#pragma once

#include <QString>

namespace queuesmith {

/// What of a definition a person edits at a time, and where a problem is shown.
enum class EditorField {
    Whole, ///< none in particular, or several at once
    Name,
    Description,
    Type,
    Capacity,
    OverflowTarget,
    OverflowThreshold,
    SkillGroups,
    Priority,
    RoutingRules,
};

/// Where a problem belongs: `path` is a JSON path like `overflow.overflowThreshold` or
/// `skillGroups[1]`, as our checks and the tenant give it.
[[nodiscard]] EditorField fieldOf(const QString &path);

/// How a person knows the field, or a top-level member of a definition.
[[nodiscard]] QString label(EditorField field);
[[nodiscard]] QString memberLabel(const QString &member);

} // namespace queuesmith

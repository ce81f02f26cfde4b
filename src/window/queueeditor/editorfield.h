#pragma once

#include <QHashFunctions>
#include <QLatin1StringView>
#include <QString>

namespace queuesmith {

/// What of a definition a person edits at a time, and where a problem is shown: one of
/// queueFields(), by its path. Named are those that the editor treats in a way of their own.
struct EditorField {
    static const EditorField Whole; ///< none in particular, or several at once
    static const EditorField Name;
    static const EditorField Capacity;
    static const EditorField OverflowTarget; ///< its type is edited with it
    static const EditorField OverflowThreshold;
    static const EditorField SkillGroups;
    static const EditorField Priority;
    static const EditorField RoutingRules;

    QLatin1StringView path = {};

    friend bool operator==(const EditorField &, const EditorField &) = default;
    friend size_t qHash(const EditorField &field, size_t seed) { return qHash(field.path, seed); }
};

inline constexpr EditorField EditorField::Whole;
inline constexpr EditorField EditorField::Name{QLatin1StringView("name")};
inline constexpr EditorField EditorField::Capacity{QLatin1StringView("capacity")};
inline constexpr EditorField EditorField::OverflowTarget{
    QLatin1StringView("overflow.overflowTargetId")};
inline constexpr EditorField EditorField::OverflowThreshold{
    QLatin1StringView("overflow.overflowThreshold")};
inline constexpr EditorField EditorField::SkillGroups{QLatin1StringView("skillGroups")};
inline constexpr EditorField EditorField::Priority{QLatin1StringView("priority")};
inline constexpr EditorField EditorField::RoutingRules{QLatin1StringView("routingRules")};

/// Where a problem belongs: `path` is a JSON path like `overflow.overflowThreshold` or
/// `skillGroups[1]`, as our checks and the tenant give it.
[[nodiscard]] EditorField fieldOf(const QString &path);

/// Whether it is filled in letter by letter, so that several changes in a row are one.
[[nodiscard]] bool isTyped(EditorField field);

/// How a person knows the field, or a top-level member of a definition.
[[nodiscard]] QString label(EditorField field);
[[nodiscard]] QString memberLabel(const QString &member);

} // namespace queuesmith

#include "window/queueeditor/editorfield.h"

#include "domain/queuefields.h"
#include "window/appearance/sentences.h"

namespace queuesmith {

namespace {

struct EditedPath {
    EditorField field;
    QLatin1StringView path;
};

/// The type of the overflow is edited with its target.
constexpr EditedPath kEntries[] = {
    {EditorField::Name, QLatin1StringView("name")},
    {EditorField::Description, QLatin1StringView("description")},
    {EditorField::Type, QLatin1StringView("type")},
    {EditorField::Capacity, QLatin1StringView("capacity")},
    {EditorField::OverflowThreshold, QLatin1StringView("overflow.overflowThreshold")},
    {EditorField::OverflowTarget, QLatin1StringView("overflow.overflowTargetId")},
    {EditorField::SkillGroups, QLatin1StringView("skillGroups")},
    {EditorField::Priority, QLatin1StringView("priority")},
    {EditorField::RoutingRules, QLatin1StringView("routingRules")},
};

} // namespace

EditorField fieldOf(const QString &path)
{
    const QString member = path.section(u'[', 0, 0);
    for (const EditedPath &entry : kEntries) {
        const QLatin1StringView key = entry.path.sliced(entry.path.indexOf(u'.') + 1);
        if (member == entry.path || member == key || member.section(u'.', 0, 0) == entry.path)
            return entry.field;
    }
    return member.section(u'.', 0, 0) == QLatin1StringView("overflow") ? EditorField::OverflowTarget
                                                                       : EditorField::Whole;
}

QString label(EditorField field)
{
    for (const EditedPath &entry : kEntries) {
        if (entry.field == field)
            return translated(fieldLabel(entry.path));
    }
    return translated(Sentence::tr("Queue"));
}

QString memberLabel(const QString &member) { return translated(fieldLabel(member)); }

} // namespace queuesmith

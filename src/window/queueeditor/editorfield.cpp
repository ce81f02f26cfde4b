#include "editorfield.h"

#include <QCoreApplication>

namespace queuesmith {

namespace {

struct EditorFieldTr {
    Q_DECLARE_TR_FUNCTIONS(queuesmith::EditorField)
};

} // namespace

EditorField fieldOf(const QString &path)
{
    const QString member = path.section(u'.', 0, 0).section(u'[', 0, 0);
    if (member == QLatin1StringView("overflow"))
        return path.endsWith(QLatin1StringView("overflowThreshold"))
            ? EditorField::OverflowThreshold
            : EditorField::OverflowTarget;
    struct Entry {
        QLatin1StringView member;
        EditorField field;
    };
    static constexpr Entry kEntries[] = {
        {QLatin1StringView("name"), EditorField::Name},
        {QLatin1StringView("description"), EditorField::Description},
        {QLatin1StringView("type"), EditorField::Type},
        {QLatin1StringView("capacity"), EditorField::Capacity},
        {QLatin1StringView("overflowTargetId"), EditorField::OverflowTarget},
        {QLatin1StringView("overflowThreshold"), EditorField::OverflowThreshold},
        {QLatin1StringView("skillGroups"), EditorField::SkillGroups},
        {QLatin1StringView("priority"), EditorField::Priority},
        {QLatin1StringView("routingRules"), EditorField::RoutingRules},
    };
    for (const Entry &entry : kEntries) {
        if (member == entry.member)
            return entry.field;
    }
    return EditorField::Whole;
}

QString label(EditorField field)
{
    switch (field) {
    case EditorField::Name:
        return EditorFieldTr::tr("Name");
    case EditorField::Description:
        return EditorFieldTr::tr("Description");
    case EditorField::Type:
        return EditorFieldTr::tr("Type");
    case EditorField::Capacity:
        return EditorFieldTr::tr("Capacity");
    case EditorField::OverflowTarget:
        return EditorFieldTr::tr("Overflow target");
    case EditorField::OverflowThreshold:
        return EditorFieldTr::tr("Overflow threshold");
    case EditorField::SkillGroups:
        return EditorFieldTr::tr("Skill groups");
    case EditorField::Priority:
        return EditorFieldTr::tr("Priority");
    case EditorField::RoutingRules:
        return EditorFieldTr::tr("Routing rules");
    case EditorField::Whole:
        break;
    }
    return EditorFieldTr::tr("Queue");
}

QString memberLabel(const QString &member)
{
    if (member == QLatin1StringView("overflow"))
        return EditorFieldTr::tr("Overflow");
    const EditorField field = fieldOf(member);
    return field == EditorField::Whole ? member : label(field);
}

} // namespace queuesmith

#include "window/queueeditor/editorfield.h"

#include "domain/queuefields.h"
#include "window/appearance/sentences.h"

namespace queuesmith {

EditorField fieldOf(const QString &path)
{
    const QString place = path.section(u'[', 0, 0);
    const QString member = place.section(u'.', 0, 0);
    for (const QueueField &field : queueFields()) {
        const bool isMeant = place == field.path || place == field.key()
            || (!field.isNested() && member == field.path);
        if (isMeant && field.path != QLatin1StringView("overflow.overflowType"))
            return {field.path};
    }
    return member == kOverflowMember || place == QLatin1StringView("overflowType")
        ? EditorField::OverflowTarget
        : EditorField::Whole;
}

bool isTyped(EditorField field)
{
    const QueueField *known = queueField(field.path);
    return known
        && (known->kind == FieldKind::Text || known->kind == FieldKind::Number
            || known->kind == FieldKind::Percent);
}

QString label(EditorField field)
{
    return field == EditorField::Whole ? translated(Sentence::tr("Queue"))
                                       : memberLabel(field.path);
}

QString memberLabel(const QString &member) { return translated(fieldLabel(member)); }

} // namespace queuesmith

#include "window/queueeditor/fieldguard.h"

#include "window/appearance/wheel.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QKeySequence>
#include <QUndoStack>
#include <QWidget>

namespace queuesmith {

FieldGuard::FieldGuard(QUndoStack &undo, QObject *parent)
    : QObject(parent)
    , m_undo(undo)
{
}

void FieldGuard::watch(QWidget *field)
{
    field->installEventFilter(this);
    if (qobject_cast<QComboBox *>(field) || qobject_cast<QAbstractSpinBox *>(field))
        leaveWheelToPage(*field);
}

bool FieldGuard::eventFilter(QObject *watched, QEvent *event)
{
    auto *field = qobject_cast<QWidget *>(watched);
    switch (event->type()) {
    case QEvent::FocusOut:
        // A list that drops down takes the keyboard, but one is still in the field.
        if (static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
            Q_EMIT left(field);
        return false;
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress:
        return handleKeys(event);
    default:
        return false;
    }
}

bool FieldGuard::handleKeys(QEvent *event)
{
    auto *keys = static_cast<QKeyEvent *>(event);
    const bool isUndo = keys->matches(QKeySequence::Undo);
    if (!isUndo && !keys->matches(QKeySequence::Redo))
        return false;
    // A field's own undo would take back part of a step; this way there is one history.
    event->accept();
    if (event->type() == QEvent::KeyPress)
        isUndo ? m_undo.undo() : m_undo.redo();
    return true;
}

} // namespace queuesmith

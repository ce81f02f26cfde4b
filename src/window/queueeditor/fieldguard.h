#pragma once

#include <QObject>

class QUndoStack;
class QWidget;

namespace queuesmith {

/// What the fields of a form have in common: the mouse wheel scrolls the page instead of changing a
/// value, undo and redo are the document's, and it is told when a person leaves a field.
class FieldGuard final : public QObject {
    Q_OBJECT

public:
    /// `undo` must outlive this.
    explicit FieldGuard(QUndoStack &undo, QObject *parent = nullptr);

    void watch(QWidget *field);

    Q_SIGNAL void left(QWidget *field);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool handleKeys(QEvent *event);

    QUndoStack &m_undo;
};

} // namespace queuesmith

#include "window/waittimes/queuebox.h"

#include <QAbstractProxyModel>
#include <QComboBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QEvent>
#include <QFocusEvent>
#include <QLineEdit>
#include <QListView>
#include <QTimer>

namespace queuesmith {

namespace {

struct QueueBoxWords {
    Q_DECLARE_TR_FUNCTIONS(QueueBox)
};

/// A click marks the name that is there, so that typing replaces it. Tab does so by itself.
class MarksOnClick final : public QObject {
public:
    explicit MarksOnClick(QComboBox &box)
        : QObject(&box)
        , m_box(box)
    {
        box.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::FocusIn
            && static_cast<QFocusEvent *>(event)->reason() == Qt::MouseFocusReason)
            QTimer::singleShot(0, m_box.lineEdit(), &QLineEdit::selectAll); // the click comes first
        return false;
    }

private:
    QComboBox &m_box;
};

QString shownName(const QComboBox &box) { return box.itemText(box.currentIndex()); }

/// The first queue that has what was typed.
void takeFirstFound(QComboBox &box)
{
    if (box.currentText() == shownName(box) || box.currentText().isEmpty())
        return;
    QCompleter *completer = box.completer();
    completer->setCompletionPrefix(box.currentText());
    if (completer->completionCount() == 0)
        return;
    const auto *found = qobject_cast<const QAbstractProxyModel *>(completer->completionModel());
    box.setCurrentIndex(found->mapToSource(found->index(0, 0)).row());
}

} // namespace

void makeFindable(QComboBox &box)
{
    box.setEditable(true);
    box.setInsertPolicy(QComboBox::NoInsert);
    box.setDuplicatesEnabled(true); // else Return would choose the first of several with one name
    QLineEdit *edit = box.lineEdit();
    edit->setAccessibleName(box.accessibleName());
    edit->setPlaceholderText(QueueBoxWords::tr("Find a queue"));
    box.view()->setAccessibleName(box.accessibleName());
    QCompleter *completer = box.completer();
    completer->setFilterMode(Qt::MatchContains);
    completer->setCompletionMode(QCompleter::PopupCompletion);
    for (QAbstractItemView *view : {box.view(), completer->popup()}) {
        if (auto *list = qobject_cast<QListView *>(view))
            list->setUniformItemSizes(true);
    }
    new MarksOnClick(box);
    QObject::connect(edit, &QLineEdit::returnPressed, &box, [&box] { takeFirstFound(box); });
    QObject::connect(edit, &QLineEdit::editingFinished, &box, [&box, completer] {
        if (!completer->popup()->isVisible())
            box.setEditText(shownName(box));
    });
}

TypedText::TypedText(QComboBox &box)
    : m_box(box)
{
    if (box.hasFocus() && box.lineEdit()->isModified() && box.currentText() != shownName(box)) {
        m_text = box.currentText();
        m_cursor = box.lineEdit()->cursorPosition();
    }
}

TypedText::~TypedText()
{
    if (m_text.isNull())
        return;
    m_box.setEditText(m_text);
    m_box.lineEdit()->setCursorPosition(m_cursor);
}

} // namespace queuesmith

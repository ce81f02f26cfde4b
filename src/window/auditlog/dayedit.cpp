#include "window/auditlog/dayedit.h"

#include <QCalendarWidget>
#include <QEvent>
#include <QKeyEvent>

namespace queuesmith {

namespace {
/// Stands for no day. No log is older.
constexpr int kNoYear = 2000;
QDate noDay() { return QDate(kNoYear, 1, 1); }
} // namespace

DayEdit::DayEdit(QWidget *parent)
    : QDateEdit(parent)
{
    setCalendarPopup(true);
    setMinimumDate(noDay());
    setSpecialValueText(tr("any"));
    setDate(noDay());
    calendarWidget()->installEventFilter(this);
}

std::optional<QDate> DayEdit::day() const
{
    return date() == noDay() ? std::nullopt : std::optional(date());
}

void DayEdit::setDay(std::optional<QDate> day) { setDate(day.value_or(noDay())); }

void DayEdit::stepBy(int steps)
{
    if (day())
        QDateEdit::stepBy(steps);
    else
        setDay(QDate::currentDate());
}

void DayEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete)
        setDay({});
    else
        QDateEdit::keyPressEvent(event);
}

bool DayEdit::focusNextPrevChild(bool next)
{
    // Without a day there are no parts to go through, and Qt would never leave the field.
    // NOLINTNEXTLINE(bugprone-parent-virtual-call)
    return day() ? QDateEdit::focusNextPrevChild(next) : QWidget::focusNextPrevChild(next);
}

bool DayEdit::eventFilter(QObject *watched, QEvent *event)
{
    // Without a day the calendar would open at the one that stands for none.
    if (watched == calendarWidget() && event->type() == QEvent::Show && !day()) {
        const QDate today = QDate::currentDate();
        calendarWidget()->setCurrentPage(today.year(), today.month());
    }
    return QDateEdit::eventFilter(watched, event);
}

QAbstractSpinBox::StepEnabled DayEdit::stepEnabled() const
{
    return day() ? QDateEdit::stepEnabled() : StepUpEnabled | StepDownEnabled;
}

} // namespace queuesmith

#include "window/appearance/wheel.h"

#include <QEvent>
#include <QWidget>

namespace queuesmith {

namespace {

class WheelFilter final : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::Wheel)
            return false;
        event->ignore(); // goes on to the scroll area
        return true;
    }
};

} // namespace

void leaveWheelToPage(QWidget &field)
{
    field.setFocusPolicy(Qt::StrongFocus); // the wheel doesn't bring it the keyboard either
    field.installEventFilter(new WheelFilter(&field));
}

} // namespace queuesmith

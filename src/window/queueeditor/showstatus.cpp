#include "window/queueeditor/showstatus.h"

#include "window/appearance/wideword.h"

#include <QGuiApplication>
#include <QLabel>

namespace queuesmith {

void showStatus(QLabel *label, StatusKind kind, const QString &text)
{
    // The label's own palette may still be that of the appearance before.
    const QColor color = statusColor(kind, QGuiApplication::palette());
    if (label->palette().color(label->foregroundRole()) != color) {
        QPalette palette;
        palette.setColor(label->foregroundRole(), color);
        label->setPalette(palette);
    }
    showWrapped(label, text);
    label->setVisible(!text.isEmpty());
}

} // namespace queuesmith

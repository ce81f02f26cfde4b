#include "window/shell/environmentstrip.h"

#include "window/session/environments.h"

namespace queuesmith {

EnvironmentStrip::EnvironmentStrip(QWidget *parent)
    : QLabel(parent)
{
    setObjectName(QStringLiteral("environmentStrip"));
    setAutoFillBackground(true);
    setAlignment(Qt::AlignCenter);
    setContentsMargins(8, 2, 8, 2);
    hide();
}

void EnvironmentStrip::show(const Connection &connection)
{
    QString text = environmentText(connection.environment);
    if (connection.readOnly)
        text += QStringLiteral(" · ") + tr("locked: read only");
    setText(text);
    QPalette colours = palette();
    colours.setColor(QPalette::Window, environmentColor(connection.environment));
    colours.setColor(QPalette::WindowText, Qt::white);
    setPalette(colours);
    setVisible(true);
}

} // namespace queuesmith

#include "environmentstrip.h"

namespace queuesmith {

namespace {

/// Each with white text at 4.5:1 or more.
QColor colourOf(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        break;
    case Environment::Test:
        return QColor::fromRgb(0xff8a5a00);
    case Environment::Demo:
        return QColor::fromRgb(0xff0b6b6b);
    }
    return QColor::fromRgb(0xffa3161f);
}

} // namespace

QString environmentText(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        break;
    case Environment::Test:
        return EnvironmentStrip::tr("TEST");
    case Environment::Demo:
        return EnvironmentStrip::tr("DEMO");
    }
    return EnvironmentStrip::tr("PRODUCTION");
}

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
    colours.setColor(QPalette::Window, colourOf(connection.environment));
    colours.setColor(QPalette::WindowText, Qt::white);
    setPalette(colours);
    setVisible(true);
}

} // namespace queuesmith

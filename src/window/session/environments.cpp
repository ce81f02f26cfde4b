#include "window/session/environments.h"

#include <QCoreApplication>

namespace queuesmith {

namespace {
struct EnvironmentWords {
    Q_DECLARE_TR_FUNCTIONS(queuesmith::EnvironmentStrip)
};
} // namespace

QString environmentText(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        break;
    case Environment::Test:
        return EnvironmentWords::tr("TEST");
    case Environment::Demo:
        return EnvironmentWords::tr("DEMO");
    }
    return EnvironmentWords::tr("PRODUCTION");
}

QColor environmentColor(Environment environment)
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

QString marksOf(const Connection &connection)
{
    const QString environment = environmentText(connection.environment);
    if (!connection.readOnly)
        return environment;
    return EnvironmentWords::tr("%1 · locked").arg(environment);
}

} // namespace queuesmith

#include "cxone/capacitysettings.h"

namespace queuesmith {

QString word(CapacityReading reading)
{
    switch (reading) {
    case CapacityReading::Agents:
        break;
    case CapacityReading::Waiting:
        return QStringLiteral("waiting");
    case CapacityReading::System:
        return QStringLiteral("system");
    }
    return QStringLiteral("agents");
}

CapacityReading capacityReadingOf(const QString &word)
{
    for (const CapacityReading known : {CapacityReading::Waiting, CapacityReading::System}) {
        if (queuesmith::word(known) == word)
            return known;
    }
    return CapacityReading::Agents;
}

QString word(UnapprovedCapacity unapproved)
{
    switch (unapproved) {
    case UnapprovedCapacity::Allow:
        return QStringLiteral("allow");
    case UnapprovedCapacity::Warn:
        break;
    case UnapprovedCapacity::Refuse:
        return QStringLiteral("refuse");
    }
    return QStringLiteral("warn");
}

UnapprovedCapacity unapprovedCapacityOf(const QString &word)
{
    for (const UnapprovedCapacity known : {UnapprovedCapacity::Allow, UnapprovedCapacity::Refuse}) {
        if (queuesmith::word(known) == word)
            return known;
    }
    return UnapprovedCapacity::Warn;
}

} // namespace queuesmith

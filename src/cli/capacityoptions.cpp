#include "cli/capacityoptions.h"

#include "cli/inputfile.h"

namespace queuesmith {

namespace {

/// The file of --targets: any members of the scenarios' config, and no others.
Result<QJsonObject> readTargets(const QString &file)
{
    const Result<JsonParse> json = readJsonFile(file, kMaxJsonBytes);
    if (!json)
        return json.error();
    if (!json.value().value.isObject())
        return inputError(
            file, 1, 1, QStringLiteral("an object with targets is expected, as {\"sl\": 0.8}"));
    const QJsonObject targets = json.value().value.toObject();
    QJsonObject known = toJson(CapacityConfig());
    known.insert(QStringLiteral("timeZone"), QString()); // left out where there is none
    for (const QString &key : targets.keys()) {
        if (!known.contains(key))
            return inputError(file, 1, 1,
                QStringLiteral("“%1” is no target or setting. There are: %2.")
                    .arg(key, known.keys().join(QStringLiteral(", "))));
    }
    if (const auto config = capacityConfigFromJson(targets); !config)
        return inputError(file + QStringLiteral(": ") + config.error().message);
    return targets;
}

/// The present capacity that --capacity tells; nothing when it is no such number.
std::optional<int> capacityOf(const QString &text)
{
    constexpr int kMostCapacity = 1'000'000;
    bool ok = false;
    const int capacity = text.toInt(&ok);
    return ok && capacity >= 0 && capacity <= kMostCapacity ? std::optional(capacity)
                                                            : std::nullopt;
}

/// A percentage such as `+12.5`, `-8` or `10%`, as a fraction; nothing when it is none, or more
/// than a config takes.
std::optional<double> volumeChangeOf(QString text)
{
    if (text.endsWith(u'%'))
        text.chop(1);
    bool ok = false;
    const double change = text.toDouble(&ok) / 100.0;
    const bool isInRange = change >= kLeastVolumeChange && change <= kMostVolumeChange;
    return ok && isInRange ? std::optional(change) : std::nullopt;
}

} // namespace

Result<QJsonObject> capacityOptions(const CommandLine &line)
{
    const auto option = [&line](const char *name) { return line.extra.value(QLatin1String(name)); };
    const auto isGiven = [&line](
                             const char *name) { return line.extra.contains(QLatin1String(name)); };
    QJsonObject given;
    if (isGiven("targets")) {
        const Result<QJsonObject> targets = readTargets(option("targets"));
        if (!targets)
            return targets;
        given = targets.value();
    }
    if (isGiven("policy")) {
        if (!policyOf(option("policy")))
            return usageError(QStringLiteral("--policy takes erlang, room, threshold or "
                                             "threshold-weighted, not “%1”.")
                                  .arg(option("policy")));
        given.insert(QStringLiteral("policy"), option("policy"));
    }
    if (isGiven("capacity")) {
        const std::optional<int> capacity = capacityOf(option("capacity"));
        if (!capacity)
            return usageError(
                QStringLiteral("--capacity takes a whole number from 0 to 1000000, not “%1”.")
                    .arg(option("capacity")));
        given.insert(QStringLiteral("currentCapacity"), *capacity);
    }
    if (isGiven("volume-change")) {
        const std::optional<double> change = volumeChangeOf(option("volume-change"));
        if (!change)
            return usageError(
                QStringLiteral("--volume-change takes a percentage from -99 to 10000, as +12.5, "
                               "not “%1”.")
                    .arg(option("volume-change")));
        given.insert(QStringLiteral("volumeChange"), *change);
    }
    if (isGiven("time-zone")) {
        if (!isTimeZone(option("time-zone")))
            return usageError(
                QStringLiteral("--time-zone takes a name like Europe/Berlin, not “%1”.")
                    .arg(option("time-zone")));
        given.insert(QStringLiteral("timeZone"), option("time-zone"));
    }
    return given;
}

Status refuseOptions(const CommandLine &line, const QStringList &options, const QString &with)
{
    for (const QString &option : options) {
        if (line.extra.contains(option))
            return usageError(QStringLiteral("--%1 counts %2 only.").arg(option, with));
    }
    return Done{};
}

} // namespace queuesmith

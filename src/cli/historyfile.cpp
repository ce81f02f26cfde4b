#include "cli/historyfile.h"

#include "capacity/judgedrecommendation.h"
#include "cli/capacityoptions.h"
#include "cli/inputfile.h"

#include <QJsonArray>
#include <QJsonObject>

namespace queuesmith {

namespace {

constexpr qsizetype kMostBytes = 512 * 1024 * 1024;

/// An error of the settings, with the file that they stand in.
Error inFile(const QString &file, const Error &error)
{
    Error told = error;
    told.kind = ErrorKind::InputFile;
    told.code = QStringLiteral("input_file");
    told.message = file + QStringLiteral(": ") + error.message;
    return told;
}

/// What a file holds besides the options.
struct FileContent {
    QJsonObject config;
    QList<MetricRecord> records;
};

Result<FileContent> fromScenario(const QString &file, const QJsonObject &scenario)
{
    const QJsonValue settings = scenario.value(QLatin1StringView("config"));
    if (!settings.isObject() && !settings.isUndefined())
        return inputError(file + QStringLiteral(": “config” must be an object."));
    if (const auto config = capacityConfigFromJson(settings.toObject()); !config)
        return inFile(file, config.error());
    FileContent content;
    content.config = settings.toObject();
    const QJsonArray intervals = scenario.value(QLatin1StringView("intervals")).toArray();
    content.records.reserve(intervals.size());
    for (const QJsonValue &interval : intervals)
        content.records.append(metricRecordFromScenario(interval.toObject()));
    return content;
}

Result<FileContent> fromTenantRecords(const QJsonArray &records, const CommandLine &line)
{
    const QString word = line.extra.value(QStringLiteral("interval"));
    const std::optional<HistoryInterval> interval = intervalOf(word);
    if (!line.extra.contains(QStringLiteral("capacity")) || word.isEmpty())
        return usageError(
            QStringLiteral("Metric records say neither the capacity nor how long an interval "
                           "is: give --capacity N and --interval WORD."));
    if (!interval)
        return usageError(QStringLiteral("--interval takes DAILY, HOURLY, HALF_HOURLY or "
                                         "QUARTER_HOURLY, not “%1”.")
                              .arg(word));
    FileContent content;
    content.records.reserve(records.size());
    for (const QJsonValue &record : records)
        content.records.append(metricRecordFromTenant(record.toObject(), *interval));
    return content;
}

Result<FileContent> fromJson(const QString &file, const QJsonValue &value, const CommandLine &line)
{
    const QJsonObject object = value.toObject();
    const QJsonValue data = object.value(QLatin1StringView("data"));
    if (object.value(QLatin1StringView("intervals")).isArray())
        return fromScenario(file, object);
    if (value.isArray() || data.isArray())
        return fromTenantRecords(value.isArray() ? value.toArray() : data.toArray(), line);
    return inputError(file
        + QStringLiteral(": neither a scenario with “config” and “intervals” nor a list of metric "
                         "records."));
}

/// --licensed-agents where the file knows no licence.
void addLicence(const CommandLine &line, QJsonObject *config)
{
    const QString key = QStringLiteral("licensedAgents");
    const bool isKnown = config->contains(key) && !config->value(key).isNull();
    if (!isKnown && line.licensedAgents)
        config->insert(key, *line.licensedAgents);
}

} // namespace

Result<RecommendationInput> readHistoryFile(const QString &file, const CommandLine &line)
{
    if (const Status status = refuseOptions(
            line, {QStringLiteral("days")}, QStringLiteral("for a queue of the tenant"));
        !status)
        return status.error();
    const Result<QJsonObject> given = capacityOptions(line);
    if (!given)
        return given.error();
    const Result<JsonParse> json = readJsonFile(file, kMostBytes);
    if (!json)
        return json.error();
    const Result<FileContent> content = fromJson(file, json.value().value, line);
    if (!content)
        return content.error();
    QJsonObject base = content.value().config;
    addLicence(line, &base);
    const Result<CapacityConfig> config = capacityConfigWith(base, given.value());
    if (!config)
        return config.error();
    RecommendationInput input{config.value(), content.value().records, {}};
    if (!treatMissingTimes(&input.records, input.config))
        input.notes.append(
            QStringLiteral("None of the %1 records has a time that can be read, so nothing can be "
                           "modelled; only --policy threshold and threshold-weighted apply.")
                .arg(input.records.size()));
    return input;
}

} // namespace queuesmith

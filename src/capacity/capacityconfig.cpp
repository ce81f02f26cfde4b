#include "capacity/capacityconfig.h"

#include "domain/metricrecord.h"
#include "domain/strictjson.h"

#include <QDateTime>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace queuesmith {

namespace {

constexpr double kMost = 1e12; ///< of what has no other limit
constexpr int kMostAgents = 1'000'000;
constexpr double kAboveNone = 1e-9;
constexpr double kBelowAll = 1.0 - 1e-9;

template <typename Enum> struct Word {
    Enum value;
    QLatin1StringView word;
};

constexpr std::array kPolicies{
    Word<Policy>{Policy::Erlang, QLatin1StringView("erlang")},
    Word<Policy>{Policy::Room, QLatin1StringView("room")},
    Word<Policy>{Policy::Threshold, QLatin1StringView("threshold")},
    Word<Policy>{Policy::ThresholdWeighted, QLatin1StringView("threshold-weighted")},
};
constexpr std::array kMeanings{
    Word<CapacityMeaning>{CapacityMeaning::Agents, QLatin1StringView("agents")},
    Word<CapacityMeaning>{CapacityMeaning::Waiting, QLatin1StringView("waiting")},
    Word<CapacityMeaning>{CapacityMeaning::System, QLatin1StringView("system")},
};
constexpr std::array kModels{
    Word<ModelChoice>{ModelChoice::Auto, QLatin1StringView("auto")},
    Word<ModelChoice>{ModelChoice::ErlangB, QLatin1StringView("erlang-b")},
    Word<ModelChoice>{ModelChoice::ErlangC, QLatin1StringView("erlang-c")},
    Word<ModelChoice>{ModelChoice::ErlangA, QLatin1StringView("erlang-a")},
};

template <typename Rows, typename Enum> QString wordIn(const Rows &rows, Enum value)
{
    for (const auto &row : rows) {
        if (row.value == value)
            return row.word;
    }
    return {};
}

template <typename Enum, typename Rows>
std::optional<Enum> valueIn(const Rows &rows, const QString &word)
{
    for (const auto &row : rows) {
        if (row.word == word)
            return row.value;
    }
    return {};
}

template <typename Rows> QString choices(const Rows &rows)
{
    QStringList words;
    for (const auto &row : rows)
        words.append(row.word);
    return words.join(QStringLiteral(", "));
}

Error wrong(const char *key, const Sentence &expected, const QJsonValue &found)
{
    return Error::of(ErrorKind::Usage, "config_invalid",
        Sentence::tr("The setting “%1” must be %2, not %3.",
            {QString::fromLatin1(key), expected, describe(found)}));
}

/// Takes members of an object, and keeps the first thing that is wrong with them.
class Reader {
public:
    explicit Reader(const QJsonObject &object)
        : m_object(object)
    {
    }

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    void operator()(const char *key, double &target, double least, double most)
    {
        if (const auto number = numberAt(key, least, most))
            target = *number;
    }

    void operator()(const char *key, int &target, double least, double most)
    {
        if (const auto number = wholeAt(key, least, most))
            target = *number;
    }

    template <typename Number>
    void operator()(const char *key, std::optional<Number> &target, double least, double most)
    {
        if (m_object.value(QLatin1String(key)).isNull()) {
            target.reset();
            return;
        }
        Number number{};
        if (m_object.contains(QLatin1String(key))) {
            (*this)(key, number, least, most);
            target = number;
        }
    }

    void operator()(const char *key, bool &target)
    {
        const QJsonValue value = m_object.value(QLatin1String(key));
        if (value.isBool())
            target = value.toBool();
        else if (!value.isUndefined())
            report(key, Sentence::tr("true or false"));
    }

    template <typename Enum, typename Rows>
    void operator()(const char *key, Enum &target, const Rows &rows)
    {
        if (!m_object.contains(QLatin1String(key)))
            return;
        const auto found = valueIn<Enum>(rows, m_object.value(QLatin1String(key)).toString());
        if (found)
            target = *found;
        else
            report(key, Sentence::tr("one of %1", {choices(rows)}));
    }

    void zone(const char *key, QString &target)
    {
        const QJsonValue value = m_object.value(QLatin1String(key));
        if (value.isUndefined() || value.isNull())
            return;
        target = value.toString();
        if (!value.isString() || (!target.isEmpty() && !isTimeZone(target)))
            report(key, Sentence::tr("a time zone's name like “Europe/Berlin”"));
    }

    void instant(const char *key, std::optional<qint64> &target)
    {
        const QJsonValue value = m_object.value(QLatin1String(key));
        if (value.isUndefined() || value.isNull() || value == QJsonValue(QString()))
            return;
        target = instantOf(value.toString());
        if (!target)
            report(key, Sentence::tr("a time like “2026-03-01T08:00:00Z”"));
    }

private:
    void report(const char *key, const Sentence &expected)
    {
        if (!m_error)
            m_error = wrong(key, expected, m_object.value(QLatin1String(key)));
    }

    static Sentence range(Words source, double least, double most)
    {
        return {source, {QString::number(least, 'g', 10), QString::number(most, 'g', 10)}};
    }

    std::optional<double> numberAt(const char *key, double least, double most)
    {
        const QJsonValue value = m_object.value(QLatin1String(key));
        if (value.isUndefined())
            return {};
        const double number = value.toDouble();
        if (value.isDouble() && number >= least && number <= most)
            return number;
        report(key, range(Sentence::tr("a number from %1 to %2"), least, most));
        return {};
    }

    std::optional<int> wholeAt(const char *key, double least, double most)
    {
        const QJsonValue value = m_object.value(QLatin1String(key));
        if (value.isUndefined())
            return {};
        const std::optional<qint64> number = wholeNumber(value);
        if (number && static_cast<double>(*number) >= least && static_cast<double>(*number) <= most)
            return static_cast<int>(*number);
        report(key, range(Sentence::tr("a whole number from %1 to %2"), least, most));
        return {};
    }

    const QJsonObject &m_object;
    std::optional<Error> m_error;
};

/// Puts what Reader takes.
class Writer {
public:
    [[nodiscard]] QJsonObject object() const { return m_object; }

    template <typename Number>
    void operator()(const char *key, const Number &value, double /*least*/, double /*most*/)
    {
        put(key, value);
    }
    template <typename Number>
    void operator()(
        const char *key, const std::optional<Number> &value, double /*least*/, double /*most*/)
    {
        put(key, value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null));
    }
    void operator()(const char *key, bool value) { put(key, value); }
    template <typename Enum, typename Rows>
    void operator()(const char *key, Enum value, const Rows &rows)
    {
        put(key, wordIn(rows, value));
    }
    void zone(const char *key, const QString &name)
    {
        if (!name.isEmpty())
            put(key, name);
    }
    void instant(const char *key, const std::optional<qint64> &ms)
    {
        put(key,
            ms ? QJsonValue(
                QDateTime::fromMSecsSinceEpoch(*ms, Qt::UTC).toString(Qt::ISODateWithMs))
               : QJsonValue(QJsonValue::Null));
    }

private:
    void put(const char *key, const QJsonValue &value)
    {
        m_object.insert(QLatin1String(key), value);
    }

    QJsonObject m_object;
};

/// Every target by its JSON name, with its range.
template <typename Visitor, typename T> void visitTargets(Visitor &visit, T &targets)
{
    visit("sl", targets.serviceLevel, 0, 1);
    visit("slSeconds", targets.serviceSeconds, 0, kMost);
    visit("asa", targets.asaSeconds, 0, kMost);
    visit("abandon", targets.abandonRate, 0, 1);
    visit("occupancy", targets.occupancy, 0, 1);
}

/// Every setting by its JSON name, with its range.
template <typename Visitor, typename Config> void visitSettings(Visitor &visit, Config &config)
{
    visit("policy", config.policy, kPolicies);
    visit("capacityMeaning", config.capacityMeaning, kMeanings);
    visit("currentCapacity", config.currentCapacity, 0, kMostAgents);
    visit("licensedAgents", config.licensedAgents, 0, kMostAgents);
    visit("capacityMin", config.capacityMin, 0, kMostAgents);
    visit("capacityMax", config.capacityMax, 1, kMostAgents);
    visitTargets(visit, config.targets);
    visit("model", config.model, kModels);
    visit("patienceSeconds", config.patienceSeconds, 0, kMost);
    visit("minAbandonsForPatience", config.minAbandonsForPatience, 0, kMost);
    visit("shrinkage", config.shrinkage, 0, kBelowAll);
    visit("overflowThreshold", config.overflowThreshold, kAboveNone, 100);
    visit("keepBelowOverflow", config.keepBelowOverflow);
    visit("coverage", config.coverage, 0, 1);
    visit("busyDayZ", config.busyDayZ, 0, 10);
    visit("ciZ", config.ciZ, 0, 10);
    visit("ciLevel", config.ciLevel, kAboveNone, kBelowAll);
    visit("busyHourShare", config.busyHourShare, 0, 1);
    visit("defaultBusyHourShare", config.defaultBusyHourShare, 0, 1);
    visit("ahtPoolCalls", config.ahtPoolCalls, kAboveNone, kMost);
    visit("deadband", config.deadband, 0, 1);
    visit("maxStepUp", config.maxStepUp, 0, kMost);
    visit("maxStepDown", config.maxStepDown, 0, 1);
    visit("minDaysDecrease", config.minDaysDecrease, 0, kMostAgents);
    visit("minCalls", config.minCalls, 0, kMost);
    visit("minDays", config.minDays, 0, kMostAgents);
    visit("volumeChange", config.volumeChange, kLeastVolumeChange, kMostVolumeChange);
    visit.zone("timeZone", config.timeZone);
    visit("utcOffsetMinutes", config.utcOffsetMinutes, -1440, 1440);
    visit.instant("effectiveFrom", config.effectiveFromMs);
    visit("agents", config.agents, 0, kMostAgents);
    visit("blocking", config.blocking, 0, 1);
    visit("maxQueueWaitSeconds", config.maxQueueWaitSeconds, 0, kMost);
}

} // namespace

Result<CapacityConfig> capacityConfigFromJson(const QJsonObject &object)
{
    CapacityConfig config;
    Reader reader(object);
    visitSettings(reader, config);
    if (reader.error())
        return *reader.error();
    const Status status = checkedConfig(config);
    return status ? Result<CapacityConfig>(config) : Result<CapacityConfig>(status.error());
}

Status checkedConfig(const CapacityConfig &config)
{
    if (config.policy == Policy::Room && config.capacityMeaning == CapacityMeaning::Agents) {
        return Error::of(ErrorKind::Usage, "config_invalid",
            Sentence::tr(
                "The policy “room” works out waiting places, but here capacity means agents. Set "
                "“capacityMeaning” to “waiting” or “system”, or take the policy “erlang”."));
    }
    if (config.capacityMin > config.capacityMax) {
        return Error::of(ErrorKind::Usage, "config_invalid",
            Sentence::tr("The smallest allowed capacity (%1) is above the largest (%2).",
                {config.capacityMin, config.capacityMax}));
    }
    return Done{};
}

QJsonObject toJson(const CapacityConfig &config)
{
    Writer writer;
    visitSettings(writer, config);
    return writer.object();
}

QString wordOf(Policy policy) { return wordIn(kPolicies, policy); }

QString wordOf(CapacityMeaning meaning) { return wordIn(kMeanings, meaning); }

QString wordOf(ModelChoice model) { return wordIn(kModels, model); }

std::optional<Policy> policyOf(const QString &word) { return valueIn<Policy>(kPolicies, word); }

bool isTimeZone(const QString &name)
{
    const QByteArray id = name.toUtf8();
    // Qt's list leaves out Etc/UTC and its like, and QTimeZone takes "Mars" for a rule of a zone
    // without an offset.
    const bool isPath = id.contains('/') && QTimeZone(id).isValid();
    return isPath || id == "UTC" || QTimeZone::availableTimeZoneIds().contains(id);
}

Policy effectivePolicy(const CapacityConfig &config)
{
    const bool isRoom = config.capacityMeaning != CapacityMeaning::Agents;
    return config.policy == Policy::Erlang && isRoom ? Policy::Room : config.policy;
}

double usableShare(const CapacityConfig &config)
{
    const double present = 1.0 - config.shrinkage;
    return config.keepBelowOverflow ? present * (config.overflowThreshold / 100.0) : present;
}

int capacityLimit(const CapacityConfig &config)
{
    const int most = config.licensedAgents ? std::min(config.capacityMax, *config.licensedAgents)
                                           : config.capacityMax;
    return std::max(most, config.capacityMin);
}

Result<CapacityConfig> capacityConfigWith(QJsonObject base, const QJsonObject &given)
{
    for (auto member = given.begin(); member != given.end(); ++member)
        base.insert(member.key(), member.value());
    const Result<CapacityConfig> config = capacityConfigFromJson(base);
    if (config) {
        if (const Status consistent = checkedConfig(config.value()); !consistent)
            return consistent.error();
    }
    return config;
}

} // namespace queuesmith

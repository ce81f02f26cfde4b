#include "sandbox/operationtable.h"

#include <QRegularExpression>

#include <algorithm>

namespace queuesmith::sandbox {

namespace {

constexpr QLatin1StringView kFrom("dateFrom");
constexpr QLatin1StringView kTo("dateTo");

/// A UTC instant of ISO 8601; invalid when it is anything else.
QDateTime instant(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return time.timeSpec() == Qt::UTC ? time : QDateTime();
}

/// Weeks, days, hours, minutes and seconds; nothing when it isn't such a duration.
std::optional<std::chrono::seconds> duration(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^P(?=[0-9T])(?:([0-9]{1,6})W)?(?:([0-9]{1,6})D)?(?:T(?=[0-9])(?:([0-9]{1,6}"
                       ")H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,6})S)?)?$"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return std::chrono::days(7 * match.captured(1).toInt() + match.captured(2).toInt())
        + std::chrono::hours(match.captured(3).toInt())
        + std::chrono::minutes(match.captured(4).toInt())
        + std::chrono::seconds(match.captured(5).toInt());
}

std::chrono::minutes intervalOf(const QString &word)
{
    using namespace std::chrono_literals;
    if (word == QLatin1String("HOURLY"))
        return 60min;
    if (word == QLatin1String("HALF_HOURLY"))
        return 30min;
    return word == QLatin1String("QUARTER_HOURLY") ? 15min : 24 * 60min;
}

void readRange(BodyChecker &body, const QDateTime &now, HistoryQuery *query)
{
    const auto bad = [&body](QLatin1StringView key, const QString &expected) {
        if (body.value(key).isString())
            body.report(key, QStringLiteral("bad_time"),
                QStringLiteral("%1 must be %2.").arg(key, expected));
    };
    const QString to = body.text(kTo);
    query->to = to == QLatin1String("NOW") ? now : instant(to);
    if (!query->to.isValid()) {
        bad(kTo, QStringLiteral("NOW or a UTC instant"));
        query->to = now;
    }
    const QString from = body.text(kFrom);
    const auto back = duration(from);
    query->from = back ? query->to.addSecs(back->count() * -1) : instant(from);
    if (!query->from.isValid())
        bad(kFrom, QStringLiteral("a duration like P7D or a UTC instant"));
    else if (query->from >= query->to)
        bad(kFrom, QStringLiteral("before dateTo"));
}

FieldErrors readQuery(const QJsonObject &object, const QStringList &intervals, const QDateTime &now,
    HistoryQuery *query)
{
    constexpr QLatin1StringView kInterval("interval");
    const QString queueId = QStringLiteral("queueId");
    FieldErrors errors;
    BodyChecker body(object, {}, &errors);
    readRange(body, now, query);
    body.oneOf(kInterval, intervals);
    query->interval = intervalOf(object.value(kInterval).toString());
    body.textList(QLatin1StringView("groupBy"), {queueId});
    if (auto filter = body.object(QLatin1StringView("filter"))) {
        filter->oneOf(QLatin1StringView("path"), {queueId});
        filter->oneOf(QLatin1StringView("operator"), {QStringLiteral("EQUALS")});
        query->queueId = filter->text(QLatin1StringView("value"));
    }
    const QStringList metrics = body.textList(QLatin1StringView("metrics"),
        {QStringLiteral("waitTime"), QStringLiteral("abandonRate"), QStringLiteral("handleTime"),
            QStringLiteral("callsHandled")});
    query->metrics = QSet<QString>(metrics.cbegin(), metrics.cend());
    return errors;
}

} // namespace

WireAnswer queryQueueDetails(DemoEstate &estate, const OperationCall &call)
{
    const auto body = jsonBody(call);
    if (const auto *answer = std::get_if<WireAnswer>(&body))
        return *answer;
    HistoryQuery query;
    const FieldErrors errors =
        readQuery(std::get<QJsonObject>(body), estate.intervals, call.now, &query);
    if (!errors.isEmpty())
        return badBody(call, errors);
    query.from = std::max(query.from, estate.historyFrom);
    query.to = std::min(query.to, call.now);
    const QueueRecord *queue = estate.findQueue(query.queueId);
    const QJsonArray data = queue != nullptr && queue->profile
        ? callHistory(*queue->profile, query, estate.simulatedDays.get())
        : QJsonArray();
    return jsonAnswer(200, {{QStringLiteral("data"), data}});
}

} // namespace queuesmith::sandbox

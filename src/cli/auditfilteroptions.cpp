#include "cli/auditfilteroptions.h"

#include "records/auditrecord.h"

namespace queuesmith {

namespace {

/// An ISO 8601 instant, or a day in UTC.
Result<QDateTime> timeOf(const QString &option, const QString &text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return usageError(QStringLiteral(
            "--%1 takes a time like 2026-11-22T14:03:07Z or a day like 2026-11-22, not “%2”.")
                              .arg(option, text));
    // A time without a zone means the same everywhere only when it is UTC.
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toUTC();
}

/// `given` as one of the words of `all`; empty when it is none of them.
template <typename T> QString knownWord(const QList<T> &all, const QString &given)
{
    for (const T value : all) {
        if (word(value).compare(given, Qt::CaseInsensitive) == 0)
            return word(value);
    }
    return {};
}

template <typename T>
Error noSuchWord(const QString &option, const QList<T> &all, const QString &given)
{
    QStringList words;
    for (const T value : all)
        words.append(word(value));
    return usageError(QStringLiteral("--%1 takes one of %2, not “%3”.")
                          .arg(option, words.join(QStringLiteral(", ")), given));
}

} // namespace

Result<AuditFilter> auditFilterOf(const CommandLine &line)
{
    AuditFilter filter;
    filter.actor = line.actorGiven;
    for (auto option = line.extra.cbegin(); option != line.extra.cend(); ++option) {
        const QString &name = option.key();
        const QString &given = option.value();
        if (name == QLatin1StringView("since") || name == QLatin1StringView("until")) {
            const Result<QDateTime> time = timeOf(name, given);
            if (!time)
                return time.error();
            (name == QLatin1StringView("since") ? filter.since : filter.until) = time.value();
        } else if (name == QLatin1StringView("action")) {
            filter.action = knownWord(allActions(), given);
            if (filter.action.isEmpty())
                return noSuchWord(name, allActions(), given);
        } else if (name == QLatin1StringView("outcome")) {
            filter.outcome = knownWord(allOutcomes(), given);
            if (filter.outcome.isEmpty())
                return noSuchWord(name, allOutcomes(), given);
        } else if (name == QLatin1StringView("queue")) {
            filter.queue = given;
            if (given.isEmpty())
                return usageError(QStringLiteral("--queue takes the name or id of a queue."));
        } else if (name == QLatin1StringView("limit")) {
            bool isNumber = false;
            filter.limit = given.toInt(&isNumber);
            if (!isNumber || filter.limit < 1)
                return usageError(
                    QStringLiteral("--limit takes a whole number above 0, not “%1”.").arg(given));
        }
    }
    return filter;
}

} // namespace queuesmith

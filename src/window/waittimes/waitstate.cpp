#include "window/waittimes/waitstate.h"

#include "history/history.h"
#include "window/appearance/sentences.h"
#include "window/page/page.h"
#include "window/session/catalog.h"
#include "window/tables/datetexts.h"
#include "window/tables/relativetime.h"
#include "window/waittimes/timeticks.h"
#include "window/waittimes/waitseries.h"

#include <QCoreApplication>
#include <QLocale>

namespace queuesmith {

namespace {

struct WaitStateTr {
    Q_DECLARE_TR_FUNCTIONS(queuesmith::WaitTimesPage)
};

QString historyText(const WaitSituation &now)
{
    const WaitSeries &series = *now.series;
    const auto day = [&series](qint64 ms) {
        return dayText(QDateTime::fromMSecsSinceEpoch(ms, series.zone).date());
    };
    return WaitStateTr::tr("%1 intervals of %2, %3 to %4, time zone %5, read %6")
        .arg(QLocale().toString(static_cast<qint64>(series.points.size())),
            intervalLength(series.intervalMs), day(series.fromMs()), day(series.toMs() - 1),
            QString::fromLatin1(series.zone.id()), relativeTime(now.history->readAt, now.now));
}

QString factsText(const WaitSituation &now)
{
    QStringList lines;
    if (now.series && !now.series->points.empty() && now.history) {
        lines.append(historyText(now));
        for (const Sentence &note : now.history->notes)
            lines.append(statusText(StatusKind::Warning, translated(note)));
    }
    if (now.error && now.series)
        lines.append(statusText(StatusKind::Error, sentenceOf(*now.error)));
    if (!now.note.isEmpty())
        lines.append(now.note);
    return lines.join(u'\n');
}

void say(WaitState *state, std::optional<StatusKind> kind, const QString &message,
    const QString &button = {})
{
    state->body = WaitState::Body::Message;
    state->kind = kind;
    state->message = message;
    state->button = button;
}

void sayError(WaitState *state, const Error &error)
{
    say(state, StatusKind::Error, sentenceOf(error), WaitStateTr::tr("Try again"));
    state->leadsToConnection = Page::liesWithConnection(error);
}

} // namespace

WaitState waitState(const WaitSituation &now)
{
    WaitState state;
    state.facts = factsText(now);
    if (now.isLoading && !now.series)
        return state;
    if (!now.queueName && now.queues.phase == LoadState::Phase::Loading)
        say(&state, StatusKind::Waiting, WaitStateTr::tr("Reading the queues"));
    else if (!now.queueName && now.queues.error && !now.hasQueues)
        sayError(&state, *now.queues.error);
    else if (!now.queueName)
        say(&state, {},
            WaitStateTr::tr(
                "Choose a queue to see how long its callers waited, how another capacity would "
                "have changed that, and which capacity is recommended."));
    else if (now.error && !now.series)
        sayError(&state, *now.error);
    else if (now.series && now.series->points.empty())
        say(&state, {},
            WaitStateTr::tr(
                "The tenant has no history of “%1” for the last %2, or none of its intervals can "
                "be used. There is nothing to base a recommendation on. Choose a longer range, or "
                "come back when the queue has taken calls.")
                .arg(*now.queueName, now.range),
            WaitStateTr::tr("Try again"));
    else if (now.series)
        state.body = WaitState::Body::Charts;
    return state;
}

QString readingText(const QString &queueName, const QString &range, qint64 done, qint64 total)
{
    const QLocale locale;
    return total > 0 ? WaitStateTr::tr("Reading the history of “%1”, %2: %3 of %4 parts")
                           .arg(queueName, range, locale.toString(done), locale.toString(total))
                     : WaitStateTr::tr("Reading the history of “%1”, %2").arg(queueName, range);
}

} // namespace queuesmith

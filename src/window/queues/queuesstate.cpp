#include "window/queues/queuesstate.h"

#include "window/appearance/sentences.h"
#include "window/tables/figuretexts.h"

#include <QCoreApplication>
#include <QLocale>

namespace queuesmith {

namespace {

struct QueuesStateTr {
    Q_DECLARE_TR_FUNCTIONS(queuesmith::QueuesPage)
};

QString countText(qint64 rows, qint64 shownRows)
{
    if (shownRows != rows)
        return QueuesStateTr::tr("%1 of %2 queues").arg(wholeText(shownRows), wholeText(rows));
    return rows == 1 ? QueuesStateTr::tr("1 queue")
                     : QueuesStateTr::tr("%1 queues").arg(wholeText(rows));
}

QString readingText(const LoadState &load)
{
    if (load.total >= 0)
        return QueuesStateTr::tr("Reading queues: %1 of %2")
            .arg(wholeText(load.done), wholeText(load.total));
    return load.done > 0 ? QueuesStateTr::tr("Reading queues: %1").arg(wholeText(load.done))
                         : QueuesStateTr::tr("Reading queues …");
}

std::optional<QueuesState::Banner> bannerOf(const LoadState &load)
{
    if (load.phase == LoadState::Phase::Failed && load.error) {
        const QString meaning = load.readAt.isValid()
            ? QueuesStateTr::tr("The rows below were read earlier.")
            : QueuesStateTr::tr("The rows below are only part of the tenant's queues.");
        return QueuesState::Banner{
            StatusKind::Error, QString(sentenceOf(*load.error) + u' ' + meaning)};
    }
    if (load.phase == LoadState::Phase::Ready && !load.incompleteBecause.isEmpty())
        return QueuesState::Banner{StatusKind::Warning,
            QueuesStateTr::tr("The tenant's list is incomplete: %1 A queue missing here may still "
                              "exist. Try again.")
                .arg(translated(load.incompleteBecause))};
    return std::nullopt;
}

void describeNoRows(const LoadState &load, QueuesState *state)
{
    switch (load.phase) {
    case LoadState::Phase::Empty:
    case LoadState::Phase::Loading:
        state->body = QueuesState::Body::Reading;
        state->headline = readingText(load);
        state->text = QueuesStateTr::tr("Rows appear as the tenant sends them.");
        return;
    case LoadState::Phase::Failed:
        state->body = QueuesState::Body::Failed;
        state->headline = QueuesStateTr::tr("The queues could not be read");
        state->text = load.error ? sentenceOf(*load.error) : QString();
        return;
    case LoadState::Phase::Ready:
        break;
    }
    if (!load.incompleteBecause.isEmpty()) {
        state->body = QueuesState::Body::Failed;
        state->headline = QueuesStateTr::tr("The tenant returned no queues");
        state->text = bannerOf(load)->text;
        return;
    }
    state->body = QueuesState::Body::NoQueues;
    state->headline = QueuesStateTr::tr("This tenant has no queues yet");
    state->text = QueuesStateTr::tr("Each queue will be listed here with its capacity, priority, "
                                    "overflow, skills and last change.");
}

} // namespace

QueuesState queuesState(const LoadState &load, qint64 rows, qint64 shownRows, bool isFiltered)
{
    QueuesState state;
    if (rows == 0) {
        describeNoRows(load, &state);
        return state;
    }
    state.count = countText(rows, shownRows);
    if (isFiltered)
        state.filtered =
            QueuesStateTr::tr("%1 of %2 queues").arg(wholeText(shownRows), wholeText(rows));
    if (load.phase == LoadState::Phase::Loading)
        state.count += QStringLiteral(" · ") + readingText(load);
    state.banner = bannerOf(load);
    if (shownRows == 0) {
        state.body = QueuesState::Body::NoMatch;
        state.headline = QueuesStateTr::tr("No queue matches the filter");
        state.text = QueuesStateTr::tr(
            "The search covers names and ids. Clear the filter to see all queues again.");
    }
    return state;
}

} // namespace queuesmith

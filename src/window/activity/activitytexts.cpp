#include "window/activity/activitytexts.h"

#include "provisioning/settlejob.h"
#include "window/appearance/sentences.h"
#include "window/tables/figuretexts.h"

#include <QCoreApplication>
#include <QLocale>

namespace queuesmith {

namespace {

/// Translated as part of the class that shows it.
struct ActivityTr {
    Q_DECLARE_TR_FUNCTIONS(queuesmith::Activity)
};

QString reasonText(const Waiting &waiting)
{
    switch (waiting.reason) {
    case WaitReason::RetryAfter:
        // Another request was told to wait, and this one waits with it.
        if (waiting.httpStatus == 0)
            return ActivityTr::tr("the tenant asked to wait");
        return waiting.httpStatus == 429
            ? ActivityTr::tr("the tenant is limiting requests (429)")
            : ActivityTr::tr("the tenant asked to wait (%1)").arg(waiting.httpStatus);
    case WaitReason::Paced:
        return ActivityTr::tr("requests are paced so as not to flood the tenant");
    case WaitReason::BreakerOpen:
        return ActivityTr::tr("the tenant failed too often, so requests are paused for a while");
    case WaitReason::Settling:
        return ActivityTr::tr("checking whether the unanswered request took effect");
    case WaitReason::Backoff:
        break;
    }
    return waiting.httpStatus == 0
        ? ActivityTr::tr("no answer from the tenant")
        : ActivityTr::tr("the tenant had a problem (%1)").arg(waiting.httpStatus);
}

/// Rounded up, so that it never says 0 while it still waits.
qint64 wholeSeconds(std::chrono::milliseconds time) { return (time.count() + 999) / 1000; }

QString withError(const QString &begin, const std::optional<Error> &error)
{
    return error && !error->message.isEmpty() ? begin + u' ' + sentenceOf(*error) : begin;
}

/// In the words of the window, which has buttons where the command line has options.
QString unknownText(const std::optional<Error> &error)
{
    const QString happened = error && error->kind == ErrorKind::UnknownEffect
        ? translated(whatHappened(*error))
        : error ? sentenceOf(*error)
                : ActivityTr::tr("It isn't known whether the request took effect.");
    return happened + u' '
        + ActivityTr::tr("Nothing is sent a second time until it is known. Press “%1” once the "
                         "tenant answers, or look in its console and press “%2” or “%3”.")
              .arg(checkAgainText(), isThereText(), isNotThereText());
}

EndText appliedText(const ProvisionReport &report)
{
    QString sentence = report.outcome == ProvisionOutcome::Adopted
        ? ActivityTr::tr("already there and identical: adopted (%1).").arg(report.queueId)
        : ActivityTr::tr("done (%1), in %2 and %n attempt(s).", nullptr, report.attempts)
              .arg(report.queueId, latencyText(report.latency));
    if (report.compliance.verified == false)
        return {Activity::State::Warned,
            withError(sentence + u' '
                    + ActivityTr::tr("The queue read back differs from the definition; the audit "
                                     "log says where."),
                report.error)};
    if (!report.compliance.verified)
        return {Activity::State::Warned,
            withError(sentence + u' '
                    + ActivityTr::tr("Not everything could be verified; the audit log says what."),
                report.error)};
    if (report.error)
        return {Activity::State::Warned, withError(sentence, report.error)};
    return {
        Activity::State::Succeeded, sentence + u' ' + ActivityTr::tr("Read back and verified.")};
}

} // namespace

QString checkAgainText() { return ActivityTr::tr("Check again"); }

QString isThereText() { return ActivityTr::tr("It is there"); }

QString isNotThereText() { return ActivityTr::tr("It is not there"); }

QString stageText(Stage stage)
{
    switch (stage) {
    case Stage::SettlingEarlier:
        return ActivityTr::tr("settling what an earlier run left open");
    case Stage::Validating:
        return ActivityTr::tr("checking against the tenant");
    case Stage::Creating:
    case Stage::Updating:
        return ActivityTr::tr("sending");
    case Stage::ReadingBack:
        return ActivityTr::tr("reading back");
    case Stage::Exporting:
        return ActivityTr::tr("exporting the event stream");
    case Stage::Verifying:
        break;
    }
    return ActivityTr::tr("verifying");
}

QString attemptText(int attempt, int maxAttempts)
{
    return ActivityTr::tr("attempt %1 of %2").arg(attempt).arg(maxAttempts);
}

QString waitText(const Waiting &waiting, std::optional<std::chrono::milliseconds> remaining,
    const QDateTime &watchedUntil)
{
    const bool isWatch = watchedUntil.isValid();
    QString text = isWatch
        ? ActivityTr::tr("watching until %1 to see whether the lost request took effect")
              .arg(watchedUntil.toString(QStringLiteral("HH:mm:ss")))
        : reasonText(waiting);
    if (waiting.maxAttempts > 1 && !isWatch)
        text += QStringLiteral(", ") + attemptText(waiting.attempt, waiting.maxAttempts);
    if (remaining)
        text += QStringLiteral(", ")
            + (isWatch ? ActivityTr::tr("next check in %1 s") : ActivityTr::tr("next in %1 s"))
                  .arg(wholeSeconds(*remaining));
    return text;
}

QString silenceText(std::chrono::milliseconds silent, std::chrono::milliseconds limit)
{
    const qint64 seconds = silent.count() / 1000;
    return limit.count() > 0
        ? ActivityTr::tr("no answer for %1 s, at most %2 s").arg(seconds).arg(wholeSeconds(limit))
        : ActivityTr::tr("for %1 s").arg(seconds);
}

EndText endText(const ProvisionReport &report)
{
    switch (report.outcome) {
    case ProvisionOutcome::Created:
    case ProvisionOutcome::Adopted:
    case ProvisionOutcome::Updated:
        return appliedText(report);
    case ProvisionOutcome::Rejected:
        return {Activity::State::Failed,
            ActivityTr::tr(
                "not sent, because a check forbids it. Fix what “Checks” shows, then try "
                "again.")};
    case ProvisionOutcome::Cancelled:
        return {Activity::State::Cancelled,
            report.error ? sentenceOf(*report.error) : ActivityTr::tr("cancelled.")};
    case ProvisionOutcome::Unknown:
        return {Activity::State::Unknown, unknownText(report.error)};
    case ProvisionOutcome::Failed:
        break;
    }
    return {Activity::State::Failed,
        report.error ? sentenceOf(*report.error)
                     : ActivityTr::tr("it failed; nothing was changed.")};
}

EndText endText(const Settled &settled)
{
    if (!settled.wasFinished)
        return endText(settled.report);
    return {Activity::State::Succeeded,
        ActivityTr::tr("finished and on record before the program ended; the tenant has it (%1).")
            .arg(settled.report.queueId)};
}

QString withName(const QString &title, const QString &sentence, const QString &queueName)
{
    const bool isNamed = !queueName.isEmpty()
        && (sentence.contains(QStringLiteral("“%1”").arg(queueName))
            || sentence.contains(QStringLiteral("„%1“").arg(queueName)));
    return isNamed ? sentence : title + QStringLiteral(": ") + sentence;
}

QString subjectOf(OperationKind kind, const QString &queueName, const QString &id)
{
    return kind == OperationKind::Update ? QStringLiteral("id ") + id
                                         : QStringLiteral("name ") + queueName;
}

} // namespace queuesmith

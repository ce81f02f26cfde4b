#include "activitytexts.h"

#include "sentences.h"

#include <QCoreApplication>
#include <QLocale>

namespace queuesmith {

namespace {

/// Translated as part of the class that shows it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(queuesmith::Activity)
};

QString reasonText(const Waiting &waiting)
{
    switch (waiting.reason) {
    case WaitReason::RetryAfter:
        // Another request was told to wait, and this one waits with it.
        if (waiting.httpStatus == 0)
            return Texts::tr("the tenant asks to wait");
        return waiting.httpStatus == 429
            ? Texts::tr("the tenant is limiting requests (429)")
            : Texts::tr("the tenant asks to wait (%1)").arg(waiting.httpStatus);
    case WaitReason::Paced:
        return Texts::tr("requests are paced, so that the tenant isn't flooded");
    case WaitReason::BreakerOpen:
        return Texts::tr("the tenant failed too often, so requests pause for a while");
    case WaitReason::Settling:
        return Texts::tr("watching whether the lost request took effect");
    case WaitReason::Backoff:
        break;
    }
    return waiting.httpStatus == 0
        ? Texts::tr("no answer from the tenant")
        : Texts::tr("the tenant had a problem (%1)").arg(waiting.httpStatus);
}

/// Rounded up, so that it never says 0 while it still waits.
qint64 wholeSeconds(std::chrono::milliseconds time) { return (time.count() + 999) / 1000; }

QString withError(const QString &begin, const std::optional<Error> &error)
{
    return error && !error->message.isEmpty() ? begin + u' ' + sentenceOf(*error) : begin;
}

EndText appliedText(const ProvisionReport &report)
{
    QString sentence = report.outcome == ProvisionOutcome::Adopted
        ? Texts::tr("already there, identical: taken over (%1).").arg(report.queueId)
        : Texts::tr("done (%1), in %2 s and %n attempt(s).", nullptr, report.attempts)
              .arg(report.queueId,
                  QLocale().toString(static_cast<double>(report.latency.count()) / 1000.0, 'f', 1));
    if (report.compliance.verified == false)
        return {Activity::State::Warned,
            withError(sentence + u' '
                    + Texts::tr("Read back, it isn't what was declared; the audit log says where."),
                report.error)};
    if (!report.compliance.verified)
        return {Activity::State::Warned,
            withError(sentence + u' '
                    + Texts::tr("Not everything could be verified; the audit log says what."),
                report.error)};
    if (report.error)
        return {Activity::State::Warned, withError(sentence, report.error)};
    return {Activity::State::Succeeded, sentence + u' ' + Texts::tr("Read back and verified.")};
}

} // namespace

QString stageText(Stage stage)
{
    switch (stage) {
    case Stage::SettlingEarlier:
        return Texts::tr("settling what an earlier run left open");
    case Stage::Validating:
        return Texts::tr("checking against the tenant");
    case Stage::Creating:
    case Stage::Updating:
        return Texts::tr("sending");
    case Stage::ReadingBack:
        return Texts::tr("reading back");
    case Stage::Exporting:
        return Texts::tr("exporting the event stream");
    case Stage::Verifying:
        break;
    }
    return Texts::tr("verifying");
}

QString attemptText(int attempt, int maxAttempts)
{
    return Texts::tr("attempt %1 of %2").arg(attempt).arg(maxAttempts);
}

QString waitText(const Waiting &waiting, std::optional<std::chrono::milliseconds> remaining)
{
    QString text = reasonText(waiting);
    if (waiting.maxAttempts > 1)
        text += QStringLiteral(", ") + attemptText(waiting.attempt, waiting.maxAttempts);
    if (remaining)
        text += QStringLiteral(", ") + Texts::tr("next in %1 s").arg(wholeSeconds(*remaining));
    return text;
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
            Texts::tr("not sent, because a check forbids it. Mend what “Checks” shows, then try "
                      "again.")};
    case ProvisionOutcome::Cancelled:
        return {Activity::State::Cancelled, withError(Texts::tr("cancelled."), report.error)};
    case ProvisionOutcome::Unknown:
        return {Activity::State::Unknown,
            withError(
                Texts::tr("it isn't known whether it took effect. Nothing is sent again until "
                          "the tenant has told: press Settle, or start the program again "
                          "later."),
                report.error)};
    case ProvisionOutcome::Failed:
        break;
    }
    return {Activity::State::Failed,
        report.error ? sentenceOf(*report.error)
                     : Texts::tr("it failed, and nothing was changed.")};
}

} // namespace queuesmith

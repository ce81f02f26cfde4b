#include "cli/recommendationtext.h"

#include "capacity/recommendationwords.h"
#include "cli/output.h"
#include "domain/figures.h"

namespace queuesmith {

namespace {

QString countOr(const std::optional<int> &number, const QString &otherwise)
{
    return number ? QString::number(*number) : otherwise;
}

QString percent(double share) { return percentSentence(share).english(); }

/// What is to be done, in one line.
QString headline(const Recommendation &r)
{
    if (!r.recommendedCapacity)
        return QStringLiteral("No capacity can be recommended.\n");
    const QString to = QString::number(*r.recommendedCapacity);
    if (r.action == RecommendedAction::Set)
        return QStringLiteral("Set the capacity to %1.\n").arg(to);
    if (r.action == RecommendedAction::Keep)
        return QStringLiteral("Keep the capacity of %1.\n").arg(to);
    const QString verb =
        r.action == RecommendedAction::Increase ? QStringLiteral("Raise") : QStringLiteral("Lower");
    const QString from = countOr(r.currentCapacity, QStringLiteral("none"));
    if (const Sentence step = stepSentence(r); !step.isEmpty())
        return QStringLiteral("%1 the capacity from %2. %3.\n").arg(verb, from, step.english());
    return QStringLiteral("%1 the capacity from %2 to %3.\n").arg(verb, from, to);
}

QString modelLine(const Recommendation &r)
{
    if (!r.modelCapacity || !r.range)
        return {};
    const int most = r.config.capacityMax;
    const auto told = [most](int capacity) {
        return capacity > most ? QStringLiteral("more than %1").arg(most)
                               : QString::number(capacity);
    };
    // Where more is needed, the reason says what decides.
    const bool isSaid = r.reasons.contains(codes::kModelNeedsMore);
    const QString binding = isSaid ? QString() : bindingSentence(r).english();
    return QStringLiteral("The model needs %1 (range %2 to %3). %4Confidence: %5.\n")
        .arg(told(*r.modelCapacity), told(r.range->first), told(r.range->second),
            binding.isEmpty() ? binding : QString(binding + u' '), wordOf(r.confidence));
}

/// Only a person knows the answer, and everything else depends on it, so it comes first.
QString openQuestion(const Recommendation &r)
{
    const QString code = codes::kAgentsElsewhere;
    return r.warnings.contains(code) ? QString(sentenceOf(code, r).english() + u'\n') : QString();
}

QString listed(const QString &title, const QList<Sentence> &sentences)
{
    QString text;
    for (const Sentence &sentence : sentences)
        text += QStringLiteral("  - %1\n").arg(sentence.english());
    return text.isEmpty() ? text : QString(u'\n' + title + u'\n' + text);
}

QList<Sentence> reasonsOf(const Recommendation &r)
{
    QList<Sentence> sentences;
    for (const QString &code : r.reasons)
        sentences.append(sentenceOf(code, r));
    return sentences;
}

/// The seen change is offered as what may be expected.
Sentence volumeHint(double moved)
{
    return {QStringLiteral("If you expect as large a change again, give --volume-change %1; if "
                           "volume stays as it is now, --volume-change 0.")
                .arg(QString::asprintf("%+.0f", 100.0 * moved))};
}

QList<Sentence> warningsOf(const Recommendation &r)
{
    QList<Sentence> sentences;
    for (const QString &code : r.warnings) {
        if (code == codes::kAgentsElsewhere)
            continue;
        sentences.append(sentenceOf(code, r));
        if (code == codes::kVolumeMoved && !r.config.volumeChange)
            sentences.append(volumeHint(r.data->volumeMoved.value_or(0.0)));
    }
    return sentences;
}

QList<Sentence> causesOf(const Recommendation &r)
{
    QList<Sentence> sentences;
    for (const QString &code : r.confidenceReasons.value_or(QStringList()))
        sentences.append(causeSentence(code, r));
    return sentences;
}

QString mark(const Prediction &point, const Recommendation &r)
{
    QStringList marks;
    if (r.currentCapacity == point.capacity)
        marks.append(QStringLiteral("present"));
    if (r.recommendedCapacity == point.capacity)
        marks.append(QStringLiteral("recommended"));
    if (r.modelCapacity == point.capacity)
        marks.append(QStringLiteral("model"));
    return marks.join(QStringLiteral(", "));
}

QString curveTable(const Recommendation &r)
{
    if (r.curve.isEmpty())
        return {};
    QList<QStringList> rows;
    for (const Prediction &point : r.curve)
        rows.append({QString::number(point.capacity),
            point.asaSeconds ? durationSentence(*point.asaSeconds).english()
                             : QStringLiteral("overloaded"),
            percent(point.serviceLevel), percent(point.abandonRate), percent(point.occupancy),
            percent(point.busyDayOnTarget.value_or(0.0)), mark(point, r)});
    return u'\n'
        + textTable(
            {QStringLiteral("Capacity"), QStringLiteral("Mean wait"),
                QStringLiteral("Service level"), QStringLiteral("Abandoned"),
                QStringLiteral("Occupancy"), QStringLiteral("Busy day on target"), QString()},
            rows, {0, 1, 2, 3, 4, 5})
        + QStringLiteral("Averages of a usual day; the last column is the share of a busy day's "
                         "calls in intervals that meet every target.\n");
}

QString evidenceLine(const QJsonObject &evidence)
{
    const qint64 intervals = evidence.value(QLatin1StringView("intervals")).toInteger();
    const QString from = evidence.value(QLatin1StringView("from")).toString();
    if (from.isEmpty())
        return QStringLiteral("\nEvidence: %1 intervals.\n").arg(intervals);
    return QStringLiteral("\nEvidence: %1 intervals from %2 to %3.\n")
        .arg(QString::number(intervals), from, evidence.value(QLatin1StringView("to")).toString());
}

QString lineOf(const Sentence &sentence)
{
    return sentence.isEmpty() ? QString() : QString(sentence.english() + u'\n');
}

QString backTestText(const BackTest &test)
{
    return listed(QStringLiteral("Was the model right before?"),
        QList<Sentence>{test.verdict} + errorSentences(test));
}

} // namespace

QString recommendationText(const JudgedRecommendation &judged)
{
    const Recommendation &r = judged.recommendation;
    const bool isModelled = r.model.has_value();
    return openQuestion(r) + headline(r) + modelLine(r)
        + lineOf(meaningSentence(r.config.capacityMeaning))
        + listed(QStringLiteral("Why:"), reasonsOf(r))
        + listed(QStringLiteral("Keep in mind:"), warningsOf(r))
        + listed(QStringLiteral("What lowers the confidence:"), causesOf(r)) + curveTable(r)
        + lineOf(measuredSentence(r)) + (isModelled ? backTestText(judged.backTest) : QString())
        + evidenceLine(judged.evidence)
        + (isModelled ? lineOf(notModelledSentence(r.config)) : QString());
}

} // namespace queuesmith

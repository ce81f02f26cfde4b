#include "recommendationtext.h"

#include "output.h"
#include "recommendationwords.h"
#include "waithistory.h"

#include <QDateTime>

namespace queuesmith {

namespace {

QString isoTime(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate);
}

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
    return QStringLiteral("%1 the capacity from %2 to %3.\n")
        .arg(verb, countOr(r.currentCapacity, QStringLiteral("none")), to);
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
    return QStringLiteral("The model needs %1 (range %2 to %3). Confidence: %4.\n")
        .arg(told(*r.modelCapacity), told(r.range->first), told(r.range->second),
            wordOf(r.confidence));
}

QString listed(const QString &title, const QStringList &codes, const Recommendation &r)
{
    QString text;
    for (const QString &code : codes)
        text += QStringLiteral("  - %1\n").arg(sentenceOf(code, r).english());
    return text.isEmpty() ? text : QString(u'\n' + title + u'\n' + text);
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
            point.asaSeconds ? decimalSentence(*point.asaSeconds).english() + QStringLiteral(" s")
                             : QStringLiteral("overloaded"),
            percent(point.serviceLevel), percent(point.abandonRate), percent(point.occupancy),
            mark(point, r)});
    return u'\n'
        + textTable({QStringLiteral("Capacity"), QStringLiteral("Mean wait"),
                        QStringLiteral("Service level"), QStringLiteral("Abandoned"),
                        QStringLiteral("Occupancy"), QString()},
            rows, {0, 1, 2, 3, 4});
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

QString notModelled() { return notModelledSentence().english() + u'\n'; }

} // namespace

QJsonObject evidenceOf(const Recommendation &recommendation, const QList<MetricRecord> &records)
{
    const WaitHistory history = cleanHistory(records, recommendation.config);
    QJsonValue from(QJsonValue::Null);
    QJsonValue to(QJsonValue::Null);
    if (!history.intervals.empty()) {
        const CleanInterval &last = history.intervals.back();
        from = isoTime(history.intervals.front().startMs);
        to = isoTime(last.startMs + static_cast<qint64>(last.seconds * 1000.0));
    }
    // The simple rule takes every record as it is, even one without a time.
    const qint64 used = recommendation.policy == Policy::Threshold
        ? records.size()
        : static_cast<qint64>(history.intervals.size());
    return {{QStringLiteral("from"), from}, {QStringLiteral("to"), to},
        {QStringLiteral("intervals"), used}};
}

QJsonObject recommendationJson(const Recommendation &recommendation, const QJsonObject &evidence)
{
    QJsonObject object = toJson(recommendation);
    object.insert(QStringLiteral("evidence"), evidence);
    return object;
}

QString recommendationText(const Recommendation &recommendation, const QJsonObject &evidence)
{
    const Recommendation &r = recommendation;
    return headline(r) + modelLine(r) + meaningSentence(r.config.capacityMeaning).english() + u'\n'
        + listed(QStringLiteral("Why:"), r.reasons, r)
        + listed(QStringLiteral("Mind:"), r.warnings, r)
        + listed(QStringLiteral("What lowers the confidence:"),
            r.confidenceReasons.value_or(QStringList()), r)
        + curveTable(r) + evidenceLine(evidence) + (r.model ? notModelled() : QString());
}

} // namespace queuesmith

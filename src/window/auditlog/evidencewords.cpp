#include "window/auditlog/evidencewords.h"

#include "provisioning/capacityevidence.h"
#include "window/tables/figuretexts.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QMap>

namespace queuesmith {

namespace {

struct EvidenceWordsTr {
    Q_DECLARE_TR_FUNCTIONS(EvidenceWords)
};

enum class Form { Plain, Seconds, Share };

struct Figure {
    const char *path;
    const char *title;
    Form form;
};

constexpr Figure kFigures[]{
    {"approval.capacity", QT_TRANSLATE_NOOP("EvidenceWords", "Capacity decided"), Form::Plain},
    {"approval.live_capacity", QT_TRANSLATE_NOOP("EvidenceWords", "Capacity at that time"),
        Form::Plain},
    {"recommended_capacity", QT_TRANSLATE_NOOP("EvidenceWords", "Recommended"), Form::Plain},
    {"range", QT_TRANSLATE_NOOP("EvidenceWords", "Range"), Form::Plain},
    {"model_capacity", QT_TRANSLATE_NOOP("EvidenceWords", "Needed by the model"), Form::Plain},
    {"current_capacity", QT_TRANSLATE_NOOP("EvidenceWords", "Recommended from"), Form::Plain},
    {"confidence", QT_TRANSLATE_NOOP("EvidenceWords", "Confidence"), Form::Plain},
    {"policy", QT_TRANSLATE_NOOP("EvidenceWords", "Policy"), Form::Plain},
    {"reading", QT_TRANSLATE_NOOP("EvidenceWords", "Capacity means"), Form::Plain},
    {"model", QT_TRANSLATE_NOOP("EvidenceWords", "Model"), Form::Plain},
    {"observed.asa_seconds", QT_TRANSLATE_NOOP("EvidenceWords", "Observed mean wait"),
        Form::Seconds},
    {"observed.abandon_rate", QT_TRANSLATE_NOOP("EvidenceWords", "Observed abandonment"),
        Form::Share},
    {"observed.service_level", QT_TRANSLATE_NOOP("EvidenceWords", "Observed service level"),
        Form::Share},
    {"observed.occupancy", QT_TRANSLATE_NOOP("EvidenceWords", "Observed occupancy"), Form::Share},
    {"predicted_at_recommended.asa_seconds",
        QT_TRANSLATE_NOOP("EvidenceWords", "Promised mean wait"), Form::Seconds},
    {"predicted_at_recommended.abandon_rate",
        QT_TRANSLATE_NOOP("EvidenceWords", "Promised abandonment"), Form::Share},
    {"predicted_at_recommended.service_level",
        QT_TRANSLATE_NOOP("EvidenceWords", "Promised service level"), Form::Share},
    {"predicted_at_recommended.occupancy", QT_TRANSLATE_NOOP("EvidenceWords", "Promised occupancy"),
        Form::Share},
    {"model_error.wait_wape", QT_TRANSLATE_NOOP("EvidenceWords", "Wait prediction off by"),
        Form::Share},
    {"model_error.wait_bias", QT_TRANSLATE_NOOP("EvidenceWords", "Bias of the wait prediction"),
        Form::Share},
    {"model_error.abandon_wape",
        QT_TRANSLATE_NOOP("EvidenceWords", "Abandonment prediction off by"), Form::Share},
    {"model_error.abandon_bias",
        QT_TRANSLATE_NOOP("EvidenceWords", "Bias of the abandonment prediction"), Form::Share},
    {"settings.sl", QT_TRANSLATE_NOOP("EvidenceWords", "Target: service level"), Form::Share},
    {"settings.slSeconds", QT_TRANSLATE_NOOP("EvidenceWords", "Target: answered within"),
        Form::Seconds},
    {"settings.asa", QT_TRANSLATE_NOOP("EvidenceWords", "Target: mean wait"), Form::Seconds},
    {"settings.abandon", QT_TRANSLATE_NOOP("EvidenceWords", "Target: abandonment"), Form::Share},
    {"settings.occupancy", QT_TRANSLATE_NOOP("EvidenceWords", "Target: occupancy"), Form::Share},
    {"settings.volumeChange", QT_TRANSLATE_NOOP("EvidenceWords", "Expected change of volume"),
        Form::Share},
    {"reasons", QT_TRANSLATE_NOOP("EvidenceWords", "Reasons"), Form::Plain},
    {"warnings", QT_TRANSLATE_NOOP("EvidenceWords", "Warnings"), Form::Plain},
    {"data.from", QT_TRANSLATE_NOOP("EvidenceWords", "Data from"), Form::Plain},
    {"data.to", QT_TRANSLATE_NOOP("EvidenceWords", "Data to"), Form::Plain},
    {"data.intervals", QT_TRANSLATE_NOOP("EvidenceWords", "Intervals"), Form::Plain},
    {"source_queue.name", QT_TRANSLATE_NOOP("EvidenceWords", "History of the similar queue"),
        Form::Plain},
    {"source_queue.id", QT_TRANSLATE_NOOP("EvidenceWords", "Id of the similar queue"), Form::Plain},
    {"approval.queue_name", QT_TRANSLATE_NOOP("EvidenceWords", "Holds for the queue"), Form::Plain},
    {"approval.queue_id", QT_TRANSLATE_NOOP("EvidenceWords", "Holds for the queue id"),
        Form::Plain},
    {"approval.definition_digest", QT_TRANSLATE_NOOP("EvidenceWords", "Digest of the definition"),
        Form::Plain},
    {"data.history_digest", QT_TRANSLATE_NOOP("EvidenceWords", "Digest of the history"),
        Form::Plain},
};

void flatten(const QString &path, const QJsonValue &value, QMap<QString, QJsonValue> *flat)
{
    if (!value.isObject()) {
        flat->insert(path, value);
        return;
    }
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        flatten(path.isEmpty() ? member.key() : QString(path + u'.' + member.key()), member.value(),
            flat);
}

QString plainText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Double:
        return QLocale().toString(value.toInteger());
    case QJsonValue::Bool:
        return value.toBool() ? EvidenceWordsTr::tr("yes") : EvidenceWordsTr::tr("no");
    case QJsonValue::Array: {
        QStringList parts;
        const QJsonArray items = value.toArray();
        for (const QJsonValue &item : items)
            parts.append(plainText(item));
        return parts.join(QStringLiteral(", "));
    }
    case QJsonValue::Object:
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

QString valueText(const Figure &figure, const QJsonValue &value)
{
    const QString text = plainText(value);
    if (QLatin1StringView(figure.path) == QLatin1StringView("range"))
        return text.split(QStringLiteral(", ")).join(u'–');
    bool isNumber = value.isDouble();
    const double number = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
    if (figure.form == Form::Plain || !isNumber)
        return text;
    return figure.form == Form::Seconds ? secondsText(number) : percentText(number);
}

} // namespace

QList<std::pair<QString, HtmlCell>> evidenceRows(const QJsonObject &evidence)
{
    QMap<QString, QJsonValue> flat;
    flatten({}, evidence, &flat);
    const QString digest = flat.take(QStringLiteral("digest")).toString();
    QList<std::pair<QString, HtmlCell>> rows;
    for (const Figure &figure : kFigures) {
        const QString text = valueText(figure, flat.take(QString::fromLatin1(figure.path)));
        if (!text.isEmpty())
            rows.append({EvidenceWordsTr::tr(figure.title), HtmlCell(text)});
    }
    for (auto other = flat.cbegin(); other != flat.cend(); ++other)
        rows.append({other.key(), HtmlCell(plainText(other.value()))});
    if (!digest.isEmpty()) {
        rows.append({EvidenceWordsTr::tr("Digest of the evidence"), HtmlCell(digest)});
        rows.append({EvidenceWordsTr::tr("The evidence"),
            isIntact(evidence)
                ? HtmlCell(StatusKind::Ok, EvidenceWordsTr::tr("is as it was signed"))
                : HtmlCell(StatusKind::Error, EvidenceWordsTr::tr("was changed"))});
    }
    return rows;
}

} // namespace queuesmith

#include "window/auditlog/recordhtml.h"

#include "domain/queuefields.h"
#include "window/appearance/sentences.h"
#include "window/auditlog/auditwords.h"
#include "window/auditlog/evidencewords.h"
#include "window/auditlog/htmltable.h"
#include "window/tables/figuretexts.h"
#include "window/tables/relativetime.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

namespace queuesmith {

namespace {
struct RecordHtmlTr {
    Q_DECLARE_TR_FUNCTIONS(RecordHtml)
};

QString none() { return QStringLiteral("–"); }

QString scalarText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Bool:
        return value.toBool() ? RecordHtmlTr::tr("yes") : RecordHtmlTr::tr("no");
    case QJsonValue::Double:
        return value.toVariant().toString();
    case QJsonValue::Array: {
        QStringList parts;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            parts.append(scalarText(item));
        return parts.isEmpty() ? none() : parts.join(QStringLiteral(", "));
    }
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return none();
}

void addChanges(const QString &path, const QJsonValue &before, const QJsonValue &after,
    QList<RecordedChange> *changes)
{
    if (!before.isObject() && !after.isObject()) {
        changes->append({path, scalarText(before), scalarText(after)});
        return;
    }
    const QJsonObject old = before.toObject();
    const QJsonObject now = after.toObject();
    QStringList keys = old.keys() + now.keys();
    keys.sort();
    keys.removeDuplicates();
    for (const QString &key : std::as_const(keys)) {
        addChanges(path.isEmpty() ? key : QString(path + QLatin1Char('.') + key), old.value(key),
            now.value(key), changes);
    }
}

HtmlCell verdictOf(const QJsonValue &ok)
{
    if (!ok.isBool())
        return {StatusKind::Unknown, RecordHtmlTr::tr("not checked")};
    return ok.toBool() ? HtmlCell(StatusKind::Ok, RecordHtmlTr::tr("holds"))
                       : HtmlCell(StatusKind::Error, RecordHtmlTr::tr("doesn't hold"));
}

HtmlCell severityCell(const QString &severity)
{
    if (severity == severityWord(Severity::Error))
        return {StatusKind::Error, RecordHtmlTr::tr("error")};
    if (severity == severityWord(Severity::Warning))
        return {StatusKind::Warning, RecordHtmlTr::tr("warning")};
    return {StatusKind::Info, RecordHtmlTr::tr("information")};
}

/// Members that have a table of their own, or stand in the title.
const QStringList &membersOfSections()
{
    static const QStringList list{QStringLiteral("before"), QStringLiteral("after"),
        QStringLiteral("validation_problems"), QStringLiteral("compliance_checks"),
        QStringLiteral("evidence"), QStringLiteral("seq")};
    return list;
}

struct Member {
    const char *name;
    const char *title;
};

/// In the order in which a person asks for them.
constexpr Member kEssentials[]{
    {"timestamp", QT_TRANSLATE_NOOP("RecordHtml", "Time")},
    {"audit_action", QT_TRANSLATE_NOOP("RecordHtml", "Action")},
    {"outcome", QT_TRANSLATE_NOOP("RecordHtml", "Outcome")},
    {"error", QT_TRANSLATE_NOOP("RecordHtml", "What went wrong")},
    {"queue_name", QT_TRANSLATE_NOOP("RecordHtml", "Queue")},
    {"queue_id", QT_TRANSLATE_NOOP("RecordHtml", "Queue id")},
    {"actor", QT_TRANSLATE_NOOP("RecordHtml", "Actor")},
    {"reason", QT_TRANSLATE_NOOP("RecordHtml", "Reason")},
    {"attempts", QT_TRANSLATE_NOOP("RecordHtml", "Attempts")},
    {"creation_latency_ms", QT_TRANSLATE_NOOP("RecordHtml", "Latency")},
    {"http_status", QT_TRANSLATE_NOOP("RecordHtml", "HTTP status")},
};

/// What one looks up.
constexpr Member kDetails[]{
    {"validation_success", QT_TRANSLATE_NOOP("RecordHtml", "Validated")},
    {"compliance_verified", QT_TRANSLATE_NOOP("RecordHtml", "Compliance")},
    {"compliance_verified_at", QT_TRANSLATE_NOOP("RecordHtml", "Compliance computed")},
    {"event_stream_sync", QT_TRANSLATE_NOOP("RecordHtml", "Event stream")},
    {"export_id", QT_TRANSLATE_NOOP("RecordHtml", "Export id")},
    {"run_id", QT_TRANSLATE_NOOP("RecordHtml", "Bulk run")},
    {"tenant", QT_TRANSLATE_NOOP("RecordHtml", "Tenant")},
    {"client_id", QT_TRANSLATE_NOOP("RecordHtml", "Client id")},
    {"host", QT_TRANSLATE_NOOP("RecordHtml", "Computer")},
    {"correlation_id", QT_TRANSLATE_NOOP("RecordHtml", "Operation")},
    {"event_id", QT_TRANSLATE_NOOP("RecordHtml", "Event id")},
    {"app_version", QT_TRANSLATE_NOOP("RecordHtml", "Program version")},
    {"schema", QT_TRANSLATE_NOOP("RecordHtml", "Schema")},
};

HtmlCell memberCell(const QString &name, const QJsonValue &value)
{
    if (name == QLatin1StringView("timestamp")
        || name == QLatin1StringView("compliance_verified_at"))
        return exactTime(QDateTime::fromString(value.toString(), Qt::ISODateWithMs));
    if (name == QLatin1StringView("audit_action"))
        return actionText(value.toString());
    if (name == QLatin1StringView("outcome"))
        return {outcomeStatus(value.toString()), outcomeText(value.toString())};
    if (name == QLatin1StringView("creation_latency_ms"))
        return latencyText(std::chrono::milliseconds(value.toInteger()));
    if (name == QLatin1StringView("compliance_verified")) {
        if (!value.isBool())
            return {StatusKind::Unknown, RecordHtmlTr::tr("not checked")};
        return value.toBool() ? HtmlCell(StatusKind::Ok, RecordHtmlTr::tr("verified"))
                              : HtmlCell(StatusKind::Error, RecordHtmlTr::tr("no"));
    }
    const QString text = scalarText(value);
    return text.isEmpty() ? none() : text;
}

void addEssentials(HtmlTables &html, const QJsonObject &json)
{
    html.begin({});
    for (const Member &member : kEssentials) {
        const QString name = QString::fromLatin1(member.name);
        if (json.contains(name) && json.value(name) != QJsonValue(QString()))
            html.pair(RecordHtmlTr::tr(member.title), memberCell(name, json.value(name)));
    }
    html.end();
}

void addDetails(HtmlTables &html, const StoredRecord &record, QJsonObject json)
{
    for (const Member &member : kEssentials)
        json.remove(QLatin1StringView(member.name));
    for (const QString &name : membersOfSections())
        json.remove(name);
    html.begin(RecordHtmlTr::tr("Details"));
    for (const Member &member : kDetails) {
        const QString name = QString::fromLatin1(member.name);
        if (json.contains(name))
            html.pair(RecordHtmlTr::tr(member.title), memberCell(name, json.take(name)));
    }
    // What a newer program recorded is shown as it stands.
    for (auto left = json.constBegin(); left != json.constEnd(); ++left)
        html.pair(left.key(), scalarText(left.value()));
    html.pair(RecordHtmlTr::tr("Hash"), QString::fromLatin1(record.hash.toHex()));
    html.end();
}

void addChange(HtmlTables &html, const QJsonObject &json)
{
    if (!json.contains(QStringLiteral("before")) && !json.contains(QStringLiteral("after")))
        return;
    html.begin(RecordHtmlTr::tr("Changes"));
    html.head({RecordHtmlTr::tr("Field"), RecordHtmlTr::tr("Before"), RecordHtmlTr::tr("After")});
    for (const RecordedChange &change :
        recordedChanges(json.value(QStringLiteral("before")), json.value(QStringLiteral("after"))))
        html.row(
            {HtmlCell::whole(translated(fieldLabel(change.field))), change.before, change.after});
    html.end();
}

void addProblems(HtmlTables &html, const QJsonArray &problems)
{
    if (problems.isEmpty())
        return;
    html.begin(RecordHtmlTr::tr("Findings of the validation"));
    html.head(
        {RecordHtmlTr::tr("Severity"), RecordHtmlTr::tr("Field"), RecordHtmlTr::tr("Finding")});
    for (const QJsonValue &problem : problems) {
        html.row({severityCell(problem[QLatin1StringView("severity")].toString()),
            problem[QLatin1StringView("field")].toString(),
            problem[QLatin1StringView("message")].toString()});
    }
    html.end();
}

void addChecks(HtmlTables &html, const QJsonArray &checks)
{
    if (checks.isEmpty())
        return;
    html.begin(RecordHtmlTr::tr("Compliance checks"));
    html.head({RecordHtmlTr::tr("Verdict"), RecordHtmlTr::tr("Check"), RecordHtmlTr::tr("Detail")});
    for (const QJsonValue &check : checks) {
        html.row({verdictOf(check[QLatin1StringView("ok")]),
            check[QLatin1StringView("check")].toString(),
            check[QLatin1StringView("detail")].toString()});
    }
    html.end();
}

void addEvidence(HtmlTables &html, const QJsonObject &evidence)
{
    if (evidence.isEmpty())
        return;
    html.begin(RecordHtmlTr::tr("Evidence"));
    for (const auto &[name, value] : evidenceRows(evidence))
        html.pair(name, value);
    html.end();
}

void addRelated(HtmlTables &html, qint64 seq, const QList<AuditEntry> &related)
{
    const bool alone = std::all_of(related.begin(), related.end(),
        [seq](const AuditEntry &entry) { return entry.seq == seq; });
    if (alone)
        return;
    html.begin(RecordHtmlTr::tr("Other records of this operation"));
    for (const AuditEntry &entry : related) {
        if (entry.seq == seq)
            continue;
        html.link(QStringLiteral("record:%1").arg(entry.seq),
            RecordHtmlTr::tr("Record %1").arg(QLocale().toString(entry.seq)),
            {eventText(entry.action, entry.outcome),
                HtmlCell(outcomeStatus(entry.outcome), outcomeText(entry.outcome))});
    }
    html.end();
}
} // namespace

QList<RecordedChange> recordedChanges(const QJsonValue &before, const QJsonValue &after)
{
    QList<RecordedChange> changes;
    if (before.isObject() || after.isObject())
        addChanges({}, before, after, &changes);
    return changes;
}

QString recordHtml(
    const StoredRecord &record, const QList<AuditEntry> &related, const QPalette &palette)
{
    const QJsonDocument document = QJsonDocument::fromJson(record.payload);
    HtmlTables html(palette);
    html.title(RecordHtmlTr::tr("Record %1").arg(QLocale().toString(record.seq)));
    if (!document.isObject()) {
        html.paragraph(
            RecordHtmlTr::tr("This record's stored bytes are not a JSON object, so the file was "
                             "damaged or changed. Verify the chain to see what is wrong."));
        return html.text();
    }
    const QJsonObject json = document.object();
    addEssentials(html, json);
    addRelated(html, record.seq, related);
    addChange(html, json);
    addProblems(html, json.value(QStringLiteral("validation_problems")).toArray());
    addChecks(html, json.value(QStringLiteral("compliance_checks")).toArray());
    addEvidence(html, json.value(QStringLiteral("evidence")).toObject());
    addDetails(html, record, json);
    return html.text();
}

QString recordJson(const StoredRecord &record)
{
    const QJsonDocument document = QJsonDocument::fromJson(record.payload);
    return QString::fromUtf8(document.isObject() ? document.toJson() : record.payload);
}

} // namespace queuesmith

#include "provisioning/operationcontext.h"

#include <QJsonArray>

namespace queuesmith {

namespace {

QString hiddenQuery() { return QStringLiteral("?…"); }

Severity severityOf(const QString &word)
{
    for (const Severity severity : {Severity::Error, Severity::Warning}) {
        if (severityWord(severity) == word)
            return severity;
    }
    return Severity::Info;
}

Problems problemsOf(const QJsonArray &array)
{
    Problems problems;
    for (const QJsonValue &value : array)
        problems.append({value[QLatin1StringView("field")].toString(),
            severityOf(value[QLatin1StringView("severity")].toString()),
            value[QLatin1StringView("code")].toString(),
            value[QLatin1StringView("message")].toString()});
    return problems;
}

QJsonArray checksToJson(const QList<ComplianceCheck> &checks)
{
    QJsonArray array;
    for (const ComplianceCheck &check : checks)
        array.append(QJsonObject{{QStringLiteral("check"), check.check},
            {QStringLiteral("ok"), check.ok ? QJsonValue(*check.ok) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("detail"), check.detail}});
    return array;
}

QList<ComplianceCheck> checksOf(const QJsonArray &array)
{
    QList<ComplianceCheck> checks;
    for (const QJsonValue &value : array) {
        ComplianceCheck check;
        check.check = value[QLatin1StringView("check")].toString();
        check.detail = value[QLatin1StringView("detail")].toString();
        if (const QJsonValue ok = value[QLatin1StringView("ok")]; ok.isBool())
            check.ok = ok.toBool();
        checks.append(check);
    }
    return checks;
}

} // namespace

Problems allProblems(const OperationContext &context)
{
    return context.problems + context.readBackProblems;
}

QJsonObject toJson(const OperationContext &context)
{
    return {{QStringLiteral("problems"), toJson(context.problems)},
        {QStringLiteral("readBackProblems"), toJson(context.readBackProblems)},
        {QStringLiteral("checks"), checksToJson(context.checks)},
        {QStringLiteral("reason"), context.reason}, {QStringLiteral("evidence"), context.evidence},
        {QStringLiteral("wantsExport"), context.wantsExport},
        {QStringLiteral("wfmEndpoint"), context.wfmEndpoint},
        {QStringLiteral("wfmHeaderNames"), QJsonArray::fromStringList(context.wfmHeaderNames)},
        {QStringLiteral("lastError"), context.lastError.english()},
        {QStringLiteral("lastHttpStatus"), context.lastHttpStatus}};
}

OperationContext contextFromJson(const QJsonObject &json)
{
    OperationContext context;
    context.problems = problemsOf(json.value(QLatin1StringView("problems")).toArray());
    context.readBackProblems =
        problemsOf(json.value(QLatin1StringView("readBackProblems")).toArray());
    context.checks = checksOf(json.value(QLatin1StringView("checks")).toArray());
    context.reason = json.value(QLatin1StringView("reason")).toString();
    context.evidence = json.value(QLatin1StringView("evidence")).toObject();
    context.wantsExport = json.value(QLatin1StringView("wantsExport")).toBool();
    context.wfmEndpoint = json.value(QLatin1StringView("wfmEndpoint")).toString();
    const QJsonArray names = json.value(QLatin1StringView("wfmHeaderNames")).toArray();
    for (const QJsonValue &name : names)
        context.wfmHeaderNames.append(name.toString());
    context.lastError = json.value(QLatin1StringView("lastError")).toString();
    context.lastHttpStatus = json.value(QLatin1StringView("lastHttpStatus")).toInt();
    return context;
}

QString storedEndpoint(const QUrl &endpoint)
{
    const QString shown =
        endpoint.toString(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    return endpoint.hasQuery() ? shown + hiddenQuery() : shown;
}

WfmDestination destinationFor(
    const QString &keptEndpoint, const QStringList &keptHeaderNames, const WfmDestination &given)
{
    if (!given.endpoint.isEmpty())
        return given;
    if (!keptHeaderNames.isEmpty() || keptEndpoint.endsWith(hiddenQuery()))
        return {};
    return {QUrl(keptEndpoint, QUrl::StrictMode), {}};
}

} // namespace queuesmith

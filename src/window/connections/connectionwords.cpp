#include "window/connections/connectionwords.h"

#include "window/appearance/sentences.h"

#include <QCoreApplication>

#include <algorithm>

namespace queuesmith {

namespace {

struct ConnectionwordsTr {
    Q_DECLARE_TR_FUNCTIONS(queuesmith::ConnectionWords)
};

/// The tenant's operation in plain words; its own name where there are none.
QString stepText(const QString &name)
{
    const std::initializer_list<std::pair<QLatin1StringView, QString>> steps{
        {QLatin1StringView("token"), ConnectionwordsTr::tr("Sign in")},
        {QLatin1StringView("scopes"), ConnectionwordsTr::tr("Scopes")},
        {QLatin1StringView("listSkills"), ConnectionwordsTr::tr("Read skills")},
        {QLatin1StringView("listQueues"), ConnectionwordsTr::tr("Read queues")},
        {QLatin1StringView("createQueue"), ConnectionwordsTr::tr("Create queues")},
        {QLatin1StringView("updateQueue"), ConnectionwordsTr::tr("Change queues")},
        {QLatin1StringView("queryQueueDetails"), ConnectionwordsTr::tr("Read wait times")},
        {QLatin1StringView("listExports"), ConnectionwordsTr::tr("Read exports")},
        {QLatin1StringView("createExport"), ConnectionwordsTr::tr("Start exports")},
    };
    const auto *found = std::find_if(
        steps.begin(), steps.end(), [&name](const auto &step) { return step.first == name; });
    return found == steps.end() ? name : found->second;
}

} // namespace

StatusWords wordsOf(const CheckLine &line, bool isLocked)
{
    QString text = stepText(line.name) + QStringLiteral(": ") + translated(line.detail);
    if (!line.missingScope.isEmpty() && !line.detail.english().contains(line.missingScope))
        text += u' ' + ConnectionwordsTr::tr("The scope %1 is missing.").arg(line.missingScope);
    if (line.ok)
        return {StatusKind::Ok, text};
    if (isLocked && line.isForWriting)
        return {StatusKind::Info,
            ConnectionwordsTr::tr("%1 Not needed while the connection is locked.").arg(text)};
    return {line.isNeeded ? StatusKind::Error : StatusKind::Warning, text};
}

StatusWords headlineOf(const CheckReport &report, bool isLocked)
{
    if (report.ok() && isLocked)
        return {StatusKind::Ok,
            ConnectionwordsTr::tr(
                "The tenant answers, and the client can read everything it needs. While the "
                "connection is locked, nothing is sent through it.")};
    if (report.ok())
        return {StatusKind::Ok,
            ConnectionwordsTr::tr(
                "The tenant answers, and the client has every permission it needs.")};
    const auto signIn = std::find_if(report.lines.cbegin(), report.lines.cend(),
        [](const CheckLine &line) { return !line.ok && line.name == QLatin1StringView("token"); });
    if (signIn != report.lines.cend())
        return {StatusKind::Error, translated(signIn->detail)};
    if (report.tokenOrScopeFailed())
        return {StatusKind::Error,
            ConnectionwordsTr::tr("The client lacks permissions it needs. The list below shows "
                                  "which ones; they are granted in the tenant's admin console.")};
    return {StatusKind::Error,
        ConnectionwordsTr::tr("Some checks failed. The list below shows which ones, and why.")};
}

QString secretSentence(const Error &error)
{
    if (error.code == QLatin1StringView("no_secret"))
        return ConnectionwordsTr::tr(
            "No secret is kept for this connection yet. Enter the client's secret.");
    if (error.code == QLatin1StringView("no_keychain"))
        return ConnectionwordsTr::tr(
            "The desktop's keychain is locked, declined the request, or isn't there. "
            "Unlock it and try again, or enter the client's secret.");
    return sentenceOf(error);
}

QString secretNotKeptReason(const Error &error)
{
    if (error.code == QLatin1StringView("no_keychain"))
        return ConnectionwordsTr::tr(
            "The desktop's keychain is locked, declined the request, or isn't there.");
    return sentenceOf(error);
}

} // namespace queuesmith

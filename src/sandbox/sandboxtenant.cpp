#include "sandbox/sandboxtenant.h"

#include <algorithm>
#include <utility>

namespace queuesmith::sandbox {

namespace {

/// Whether a path is that of the template; a `{id}` is decoded into `id`.
bool fits(const QByteArray &path, const QByteArray &pathTemplate, QString *id)
{
    const QList<QByteArray> segments = path.split('/');
    const QList<QByteArray> wanted = pathTemplate.split('/');
    if (segments.size() != wanted.size())
        return false;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (wanted.at(i) == "{id}" && !segments.at(i).isEmpty())
            *id = decoded(segments.at(i));
        else if (wanted.at(i) != segments.at(i))
            return false;
    }
    return true;
}

WireAnswer oauthError(int status, const QString &error, const QString &description)
{
    return jsonAnswer(status,
        {{QStringLiteral("error"), error}, {QStringLiteral("error_description"), description}});
}

WireAnswer unauthorized(const OperationCall &call, DemoTokens::State state)
{
    QByteArray challenge = R"(Bearer realm="queuesmith-sandbox")";
    QString message = QStringLiteral("This request needs a bearer token.");
    if (state != DemoTokens::State::Missing) {
        challenge += R"(, error="invalid_token")";
        message = state == DemoTokens::State::Expired ? QStringLiteral("The token has expired.")
                                                      : QStringLiteral("The token isn't known.");
    }
    WireAnswer answer = refusal(call, 401, QStringLiteral("unauthorized"), message);
    answer.headers.append(Header{"WWW-Authenticate", challenge});
    return answer;
}

WireAnswer scopeMissing(const OperationCall &call, const char *scope)
{
    WireAnswer answer = refusal(call, 403, QStringLiteral("insufficient_scope"),
        QStringLiteral("The token lacks the scope %1.").arg(QLatin1StringView(scope)));
    answer.headers.append(Header{"WWW-Authenticate",
        R"(Bearer realm="queuesmith-sandbox", error="insufficient_scope", scope=")"
            + QByteArray(scope) + '"'});
    return answer;
}

QString valueOf(const QList<FormItem> &form, QLatin1StringView name)
{
    const auto found = std::find_if(
        form.cbegin(), form.cend(), [name](const FormItem &item) { return item.name == name; });
    return found == form.cend() ? QString() : found->value;
}

} // namespace

SandboxTenant::SandboxTenant(TenantSettings settings, const Clock &clock)
    : m_settings(std::move(settings))
    , m_clock(&clock)
    , m_estate(makeEstate(m_settings.size, clock.utcNow()))
    , m_tokens(m_settings.tokenLife)
    , m_rate(m_settings.rateLimit)
{
    m_estate.names = m_settings.names;
    for (const QString &lacking : m_settings.lacks)
        m_estate.intervals.removeAll(lacking);
}

WireAnswer SandboxTenant::handle(const WireRequest &request)
{
    const Route found = route(request);
    QString correlationId = QString::fromUtf8(request.header("X-Request-Id"));
    if (correlationId.isEmpty())
        correlationId = QStringLiteral("sandbox-%1").arg(++m_requests);
    const OperationCall call{request, found.id, m_clock->utcNow(), correlationId};

    if (const auto wait = m_rate.take(m_clock->elapsed()))
        return tooMany(call, *wait);
    if (found.operation != nullptr)
        return serve(*found.operation, call);
    if (found.allowed.isEmpty())
        return refusal(
            call, 404, QStringLiteral("not_found"), QStringLiteral("There is no such path."));
    WireAnswer answer = refusal(call, 405, QStringLiteral("method_not_allowed"),
        QStringLiteral("This path doesn't take that method."));
    answer.headers.append(Header{"Allow", found.allowed});
    return answer;
}

SandboxTenant::Route SandboxTenant::route(const WireRequest &request) const
{
    Route found;
    const QByteArray path = request.path();
    QList<QByteArray> methods;
    for (const Operation &operation : operations()) {
        if (!fits(path, operation.path, &found.id))
            continue;
        methods.append(operation.method);
        if (request.method == operation.method)
            found.operation = &operation;
    }
    found.allowed = methods.join(", ");
    return found;
}

WireAnswer SandboxTenant::serve(const Operation &operation, const OperationCall &call)
{
    if (m_settings.lacks.contains(QLatin1StringView(operation.id)))
        return refusal(
            call, 404, QStringLiteral("not_found"), QStringLiteral("There is no such path."));
    if (operation.handler == nullptr)
        return issueToken(call);
    const DemoTokens::Check check =
        m_tokens.check(call.request.header("Authorization"), m_clock->elapsed());
    if (check.state != DemoTokens::State::Valid)
        return unauthorized(call, check.state);
    if (!check.scopes.contains(QLatin1StringView(operation.scope)))
        return scopeMissing(call, operation.scope);
    return operation.handler(m_estate, call);
}

WireAnswer SandboxTenant::issueToken(const OperationCall &call)
{
    const QString invalidRequest = QStringLiteral("invalid_request");
    if (!call.request.hasMediaType("application/x-www-form-urlencoded"))
        return oauthError(400, invalidRequest, QStringLiteral("The body must be a form."));
    const QList<FormItem> form = formItems(call.request.body);
    const QString grantType = valueOf(form, QLatin1StringView("grant_type"));
    const QString client = valueOf(form, QLatin1StringView("client_id"));
    const QString secret = valueOf(form, QLatin1StringView("client_secret"));
    if (grantType.isEmpty() || client.isEmpty() || secret.isEmpty())
        return oauthError(400, invalidRequest,
            QStringLiteral("grant_type, client_id and client_secret are required."));
    if (grantType != QLatin1String("client_credentials"))
        return oauthError(400, QStringLiteral("unsupported_grant_type"),
            QStringLiteral("Only client_credentials is supported."));
    QStringList scopes = DemoTokens::scopesOf(client, secret);
    if (scopes.isEmpty())
        return oauthError(401, QStringLiteral("invalid_client"),
            QStringLiteral("There is no such client, or its secret is another."));
    const QStringList asked =
        valueOf(form, QLatin1StringView("scope")).split(u' ', Qt::SkipEmptyParts);
    for (const QString &scope : asked) {
        if (!scopes.contains(scope))
            return oauthError(400, QStringLiteral("invalid_scope"),
                QStringLiteral("This client can't have the scope %1.").arg(scope));
    }
    if (!asked.isEmpty())
        scopes = asked;
    WireAnswer answer = jsonAnswer(200,
        {{QStringLiteral("access_token"),
             QString::fromLatin1(m_tokens.issue(scopes, m_clock->elapsed()))},
            {QStringLiteral("token_type"), QStringLiteral("Bearer")},
            {QStringLiteral("expires_in"), static_cast<qint64>(m_tokens.life().count())},
            {QStringLiteral("scope"), scopes.join(u' ')}});
    answer.headers.append(Header{"Cache-Control", "no-store"});
    return answer;
}

WireAnswer SandboxTenant::tooMany(const OperationCall &call, std::chrono::milliseconds wait) const
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    WireAnswer answer = refusal(call, 429, QStringLiteral("too_many_requests"),
        QStringLiteral("No more than %1 requests a second are served.").arg(m_settings.rateLimit));
    answer.headers.append(Header{"Retry-After", QByteArray::number(static_cast<qint64>(seconds))});
    return answer;
}

} // namespace queuesmith::sandbox

#include "cli/checkcommand.h"

namespace queuesmith {

namespace {

QJsonObject toJson(const CheckLine &line)
{
    QJsonObject json{{QStringLiteral("name"), line.name}, {QStringLiteral("ok"), line.ok},
        {QStringLiteral("detail"), line.detail.english()},
        {QStringLiteral("needed"), line.isNeeded}};
    if (!line.missingScope.isEmpty())
        json.insert(QStringLiteral("missingScope"), line.missingScope);
    return json;
}

} // namespace

void CheckCommand::start()
{
    m_session.tenant().check(this, [this](const CheckReport &whole) {
        const CheckReport report = m_session.connection().readOnly ? whole.forReading() : whole;
        QJsonArray checks;
        QString text;
        for (const CheckLine &line : report.lines) {
            checks.append(toJson(line));
            text += QStringLiteral("%1 %2: %3\n")
                        .arg(line.ok            ? QStringLiteral("✓")
                                : line.isNeeded ? QStringLiteral("✗")
                                                : QStringLiteral("▲"),
                            line.name, line.detail.english());
        }
        m_output.result(
            {{QStringLiteral("ok"), report.ok()}, {QStringLiteral("checks"), checks}}, text);
        if (report.ok())
            Q_EMIT finished(ExitCode::Done);
        else
            Q_EMIT finished(report.tokenOrScopeFailed() ? ExitCode::NotAllowed : ExitCode::Failed);
    });
}

} // namespace queuesmith

#include "commandrun.h"
#include "patience.h"

#include <QFile>
#include <QJsonDocument>

#include <array>
#include <cstdlib>

#include <fcntl.h>
#include <unistd.h>

namespace queuesmith {

QString CommandResult::outcome() const
{
    return json.value(QLatin1StringView("outcome")).toString();
}

QString CommandResult::errorCode() const
{
    return json.value(QLatin1StringView("error"))[QLatin1StringView("code")].toString();
}

CommandBench::CommandBench()
    : m_environment(QProcessEnvironment::systemEnvironment())
{
    setEnvironment(QStringLiteral("HOME"), m_folder.path());
    setEnvironment(QStringLiteral("XDG_DATA_HOME"), path(QStringLiteral("data")));
    setEnvironment(QStringLiteral("XDG_CONFIG_HOME"), path(QStringLiteral("config")));
    setEnvironment(QStringLiteral("QUEUESMITH_CLIENT_SECRET"), QStringLiteral("demo-secret"));
    // No test may reach the keychain of who runs it.
    m_environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
    m_environment.remove(QStringLiteral("XDG_RUNTIME_DIR"));
    m_options = {QStringLiteral("--audit"), auditFile()};
}

void CommandBench::useTenant(const QString &url, const QString &client)
{
    m_options = {QStringLiteral("--audit"), auditFile(), QStringLiteral("--base-url"), url,
        QStringLiteral("--client-id"), client, QStringLiteral("--licensed-agents"),
        QStringLiteral("500"), QStringLiteral("--settle"), QStringLiteral("0.3")};
}

void CommandBench::setEnvironment(const QString &name, const QString &value)
{
    m_environment.insert(name, value);
}

QString CommandBench::write(const QString &name, const QByteArray &text) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("The test's own folder can't be written.");
    return file.fileName();
}

QString CommandBench::write(const QString &name, const QJsonObject &json) const
{
    return write(name, QJsonDocument(json).toJson());
}

std::unique_ptr<QProcess> CommandBench::newProcess() const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->setWorkingDirectory(m_folder.path());
    process->setStandardInputFile(QProcess::nullDevice());
    process->setReadChannel(QProcess::StandardError);
    return process;
}

std::unique_ptr<QProcess> CommandBench::start(
    const QStringList &arguments, const QString &output) const
{
    auto process = newProcess();
    if (!output.isEmpty())
        process->setStandardOutputFile(output);
    process->start(QStringLiteral(QUEUESMITH_CTL), arguments);
    process->waitForStarted(kPatience);
    return process;
}

CommandResult CommandBench::runOnTerminal(const QStringList &arguments) const
{
    const int terminal = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
    if (terminal < 0 || grantpt(terminal) != 0 || unlockpt(terminal) != 0)
        qFatal("There is no terminal to be had.");
    // NOLINTNEXTLINE(concurrency-mt-unsafe): one thread
    const int end = open(ptsname(terminal), O_RDWR | O_NOCTTY | O_CLOEXEC);
    const auto process = newProcess();
    process->setChildProcessModifier([end] { dup2(end, STDERR_FILENO); });
    process->start(QStringLiteral(QUEUESMITH_CTL), arguments);
    QByteArray seen;
    const auto readOn = [&seen, terminal] {
        std::array<char, 4096> buffer{};
        for (;;) {
            const ssize_t count = read(terminal, buffer.data(), buffer.size());
            if (count <= 0)
                return;
            seen.append(buffer.data(), count);
        }
    };
    // What nobody reads would hold the program up.
    for (int i = 0; i < kPatience / 10 && !process->waitForFinished(10); ++i)
        readOn();
    CommandResult result = finish(*process);
    readOn();
    close(end);
    close(terminal);
    result.messages = QString::fromUtf8(seen);
    return result;
}

CommandResult CommandBench::finish(QProcess &process)
{
    CommandResult result;
    const bool ended =
        process.state() == QProcess::NotRunning || process.waitForFinished(kPatience);
    if (ended && process.exitStatus() == QProcess::NormalExit)
        result.exitCode = process.exitCode();
    result.output = process.readAllStandardOutput();
    result.messages = QString::fromUtf8(process.readAllStandardError());
    result.json = QJsonDocument::fromJson(result.output).object();
    if (!ended) {
        process.kill();
        process.waitForFinished(kPatience);
    }
    return result;
}

CommandResult CommandBench::run(const QStringList &arguments) const
{
    return runBare(m_options + QStringList{QStringLiteral("--json")} + arguments);
}

CommandResult CommandBench::runBare(const QStringList &arguments) const
{
    return finish(*start(arguments));
}

QJsonArray CommandBench::records() const
{
    const CommandResult list = runBare({QStringLiteral("--audit"), auditFile(),
        QStringLiteral("--json"), QStringLiteral("audit"), QStringLiteral("list")});
    const QJsonArray newestFirst = list.json.value(QLatin1StringView("records")).toArray();
    QJsonArray records;
    for (const QJsonValue &record : newestFirst) {
        if (!record[QLatin1StringView("audit_action")].toString().startsWith(
                QLatin1StringView("AUDIT_")))
            records.prepend(record);
    }
    return records;
}

QStringList CommandBench::story(const QJsonArray &records)
{
    QStringList story;
    for (const QJsonValue &record : records)
        story.append(record[QLatin1StringView("audit_action")].toString() + u' '
            + record[QLatin1StringView("outcome")].toString());
    return story;
}

QJsonObject CommandBench::record(const QString &action, const QString &outcome) const
{
    QJsonObject found;
    const QJsonArray all = records();
    for (const QJsonValue &record : all) {
        if (record[QLatin1StringView("audit_action")].toString() == action
            && record[QLatin1StringView("outcome")].toString() == outcome)
            found = record.toObject();
    }
    return found;
}

QJsonObject springSale()
{
    return {{QStringLiteral("name"), QStringLiteral("Spring Sale")},
        {QStringLiteral("description"), QStringLiteral("Orders of the spring campaign")},
        {QStringLiteral("capacity"), 8},
        {QStringLiteral("skillGroups"), QJsonArray{QStringLiteral("skill_group_id_1")}},
        {QStringLiteral("overflow"),
            QJsonObject{{QStringLiteral("overflowTargetId"), QStringLiteral("q-1")}}}};
}

} // namespace queuesmith

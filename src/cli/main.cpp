#include "cli/command.h"
#include "cli/hiddenarguments.h"
#include "domain/diagnosticlog.h"
#include "platform/ownprocess.h"
#include "platform/stopsignals.h"

#include <QCoreApplication>
#include <QPointer>

#include <clocale>
#include <memory>

using namespace queuesmith;

namespace {

/// A result or a log that could not be written is no success.
int told(int code, bool isWritten)
{
    const bool isDone = code == static_cast<int>(ExitCode::Done);
    return isDone && !isWritten ? static_cast<int>(ExitCode::Failed) : code;
}

int told(int code) { return told(code, !Output::hasFailed()); }

int run(QCoreApplication *app, const CommandLine &line)
{
    const auto secrets = std::make_shared<KnownSecrets>();
    const Output output(line.json, secrets);
    DiagnosticLog log(secrets, [&output](const QByteArray &entry) { output.logLine(entry); });
    log.start();
    if (!line.logRules.isEmpty())
        QLoggingCategory::setFilterRules(line.logRules);
    const Result<const Subcommand *> found = findSubcommand(line);
    if (!found) {
        output.failure(found.error());
        return static_cast<int>(exitCodeFor(found.error()));
    }
    const Subcommand &subcommand = *found.value();
    if (subcommand.precheck) {
        const Status status = subcommand.precheck(line, argumentsOf(subcommand, line.words));
        if (!status) {
            output.failure(status.error());
            return static_cast<int>(exitCodeFor(status.error()));
        }
    }

    if (!subcommand.needs)
        endAtOnceWhenStopped(static_cast<int>(ExitCode::Cancelled));
    const auto signals_ = subcommand.needs ? std::make_unique<StopSignals>() : nullptr;
    Session session(line, output, secrets);
    QPointer<Command> command;
    if (signals_)
        QObject::connect(signals_.get(), &StopSignals::stopRequested, &session, [&command] {
            if (command)
                command->cancel();
            else
                QCoreApplication::exit(static_cast<int>(ExitCode::Cancelled));
        });
    session.open(subcommand.needs, [&](const Status &status) {
        if (!status) {
            output.failure(status.error());
            QCoreApplication::exit(static_cast<int>(exitCodeFor(status.error())));
            return;
        }
        command = subcommand.make(session, output, &session);
        QObject::connect(command, &Command::finished, app,
            [](ExitCode code) { QCoreApplication::exit(static_cast<int>(code)); });
        command->start();
    });
    const int code = QCoreApplication::exec();
    return told(code, !Output::hasFailed() && !session.hasLostLog());
}

} // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): what escapes is a bug, and ends the program
int main(int argc, char **argv)
{
    forbidCoreDumps();
    giveBackLargeBlocks();
    failAtFileSizeLimit();
    QCoreApplication app(argc, argv);
    // Neither may depend on the profile of who runs it: numbers in results are C's.
    std::setlocale(LC_NUMERIC, "C"); // NOLINT(concurrency-mt-unsafe)
    QCoreApplication::setApplicationName(QStringLiteral("queuesmith"));
    QCoreApplication::setApplicationVersion(QStringLiteral(QUEUESMITH_VERSION));

    const QStringList arguments = QCoreApplication::arguments();
    hideSecretArguments(argc, argv);
    const Result<CommandLine> line = parseCommandLine(arguments);
    if (!line) {
        Output(arguments.contains(QStringLiteral("--json"))).failure(line.error());
        return static_cast<int>(ExitCode::Usage);
    }
    if (line.value().words.value(0) == QLatin1StringView("help")) {
        Output(false).text(helpText());
        return told(0);
    }
    if (line.value().words.value(0) == QLatin1StringView("version")) {
        Output(false).text(QStringLiteral("queuesmithctl " QUEUESMITH_VERSION "\n"));
        return told(0);
    }
    return run(&app, line.value());
}

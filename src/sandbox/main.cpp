#include "domain/readinput.h"
#include "platform/stopsignals.h"
#include "sandbox/sandboxserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <array>
#include <cstdio>
#include <limits>
#include <optional>

using namespace queuesmith;

namespace {

constexpr int kExitFailed = 1;
constexpr int kExitUsage = 2;

void say(std::FILE *stream, const QString &line)
{
    std::fputs(qPrintable(line + u'\n'), stream);
    std::fflush(stream);
}

struct NumberOption {
    const char *name;
    const char *unit;
    const char *meaning;
    const char *fallback;
    qint64 highest;
};

constexpr qint64 kMaxInt = std::numeric_limits<int>::max();
constexpr std::array kNumbers{
    NumberOption{"port", "N", "listen on 127.0.0.1:N, 0 for any free port", "0", 65535},
    NumberOption{"queues", "N", "queues of the estate", "60", 100'000},
    NumberOption{"skills", "N", "skills of the estate", "400", 100'000},
    NumberOption{"days", "N", "days of history", "90", 3650},
    NumberOption{"seed", "N", "the same seed gives the same estate and history", "1",
        std::numeric_limits<quint32>::max()},
    NumberOption{"latency", "MS", "added to every answer", "0", 3'600'000},
    NumberOption{"rate-limit", "N", "requests a second, 429 beyond; 0 for none", "0", 1'000'000},
    NumberOption{"token-life", "SECONDS", "how long a token is valid", "3600", kMaxInt},
};

void addOptions(QCommandLineParser *parser)
{
    parser->setApplicationDescription(
        QStringLiteral("A demo tenant for Queuesmith on this computer. Clients: demo and "
                       "demo-readonly, secret demo-secret."));
    parser->addHelpOption();
    parser->addVersionOption();
    for (const NumberOption &number : kNumbers)
        parser->addOption({QString::fromLatin1(number.name), QString::fromLatin1(number.meaning),
            QString::fromLatin1(number.unit), QString::fromLatin1(number.fallback)});
    parser->addOptions({
        {QStringLiteral("dialect"), QStringLiteral("which contract: queues-v2"),
            QStringLiteral("NAME"), QStringLiteral("queues-v2")},
        {QStringLiteral("lacks"),
            QStringLiteral("answer 404 to an assumed operation, e.g. listQueues, or 400 to a finer "
                           "interval of the history, e.g. HOURLY; may be repeated"),
            QStringLiteral("OPERATION")},
        {QStringLiteral("names"),
            QStringLiteral("what the tenant does to the name of a queue before it keeps it: trim, "
                           "lower or nfc; may be repeated"),
            QStringLiteral("HOW")},
        {QStringLiteral("faults"), QStringLiteral("a script of faults (JSON)"),
            QStringLiteral("FILE")},
    });
}

/// What is wrong with the options; empty when nothing is.
QString readOptions(const QCommandLineParser &parser, SandboxOptions *options)
{
    std::array<qint64, kNumbers.size()> values{};
    for (std::size_t i = 0; i < kNumbers.size(); ++i) {
        const NumberOption &number = kNumbers.at(i);
        bool ok = false;
        values.at(i) = parser.value(QString::fromLatin1(number.name)).toLongLong(&ok);
        if (!ok || values.at(i) < 0 || values.at(i) > number.highest)
            return QStringLiteral("--%1 must be a whole number from 0 to %2.")
                .arg(QLatin1StringView(number.name))
                .arg(number.highest);
    }
    options->port = static_cast<quint16>(values[0]);
    options->queues = static_cast<int>(values[1]);
    options->skills = static_cast<int>(values[2]);
    options->days = static_cast<int>(values[3]);
    options->seed = static_cast<quint32>(values[4]);
    options->latency = std::chrono::milliseconds(values[5]);
    options->rateLimit = static_cast<int>(values[6]);
    options->tokenLife = std::chrono::seconds(values[7]);
    options->names = parser.values(QStringLiteral("names"));
    options->lacks = parser.values(QStringLiteral("lacks"));

    if (!parser.positionalArguments().isEmpty())
        return QStringLiteral("“%1” is not an option. See --help.")
            .arg(parser.positionalArguments().constFirst());
    if (parser.value(QStringLiteral("dialect")) != QLatin1String("queues-v2"))
        return QStringLiteral("The demo tenant speaks the dialect queues-v2 only.");
    if (parser.isSet(QStringLiteral("faults"))) {
        constexpr qsizetype kMost = 8 * 1024 * 1024;
        const QString name = parser.value(QStringLiteral("faults"));
        const InputText input = readInput(name, kMost, Pipes::Wait);
        if (!input.why.isEmpty())
            return QStringLiteral("The fault script %1 can't be read: %2.")
                .arg(name, input.why.english());
        if (input.text.size() > kMost)
            return QStringLiteral("The fault script %1 is larger than 8 MiB.").arg(name);
        options->faults = input.text;
    }
    return {};
}

} // namespace

// What may escape is a programming mistake, which has to end the program.
int main(int argc, char *argv[]) // NOLINT(bugprone-exception-escape)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("queuesmith-sandbox"));
    QCoreApplication::setApplicationVersion(QStringLiteral(QUEUESMITH_VERSION));

    QCommandLineParser parser;
    addOptions(&parser);
    if (!parser.parse(QCoreApplication::arguments())) {
        say(stderr, parser.errorText() % QStringLiteral(" See --help."));
        return kExitUsage;
    }
    if (parser.isSet(QStringLiteral("help"))) {
        say(stdout, parser.helpText());
        return 0;
    }
    if (parser.isSet(QStringLiteral("version"))) {
        say(stdout,
            QCoreApplication::applicationName() % u' ' % QCoreApplication::applicationVersion());
        return 0;
    }
    SandboxOptions options;
    if (const QString wrong = readOptions(parser, &options); !wrong.isEmpty()) {
        say(stderr, wrong);
        return kExitUsage;
    }
    const StopSignals signals_;
    QObject::connect(&signals_, &StopSignals::stopRequested, &app, &QCoreApplication::quit);
    SandboxServer server(options);
    if (const Status listening = server.listen(); !listening) {
        say(stderr, listening.error().message);
        return listening.error().kind == ErrorKind::Transport ? kExitFailed : kExitUsage;
    }
    say(stdout, QStringLiteral("listening on ") % server.baseUrl().toString());
    return QCoreApplication::exec();
}

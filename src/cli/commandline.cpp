#include "cli/commandline.h"

#include "domain/logcategories.h"
#include "domain/logrules.h"
#include "platform/loginname.h"

#include <QCommandLineParser>

#include <algorithm>
#include <array>

namespace queuesmith {

namespace {

struct OptionRow {
    const char *name;
    const char *value; ///< empty for a switch
    const char *help;
    const char *commands; ///< empty: before every subcommand
};

constexpr std::array kOptions{
    OptionRow{"connection", "NAME", "a saved connection", ""},
    OptionRow{"base-url", "URL", "tenant of an unsaved connection: https, or http on loopback", ""},
    OptionRow{"client-id", "ID", "OAuth client of an unsaved connection", ""},
    OptionRow{"client-secret-file", "FILE", "file that contains the client secret", ""},
    OptionRow{"authority-file", "FILE", "PEM file with the tenant's own certificate authority", ""},
    OptionRow{"dialect", "NAME", "API dialect of the tenant (default: queues-v2)", ""},
    OptionRow{"licensed-agents", "N", "licensed seats", ""},
    OptionRow{
        "capacity-reading", "WORD", "what capacity means: agents (default), waiting, system", ""},
    OptionRow{"unapproved-capacity", "WORD",
        "what to do about a higher capacity without approval: allow, warn (default), refuse", ""},
    OptionRow{"approval-days", "N", "days an approval stays valid (default: 7)", ""},
    OptionRow{"demo", "", "start the built-in demo tenant, use it, and stop it at the end", ""},
    OptionRow{"demo-faults", "FILE", "faults for the demo tenant to simulate", ""},
    OptionRow{"audit", "FILE", "audit log file (default: your own)", ""},
    OptionRow{"wfm-endpoint", "URL", "where to export the event stream", ""},
    OptionRow{"wfm-header", "NAME: VALUE", "HTTP header sent with the export; may be repeated", ""},
    OptionRow{"actor", "NAME", "name recorded in the audit log (default: login name)", ""},
    OptionRow{"timeout", "SECONDS", "time limit for one attempt (default: 20)", ""},
    OptionRow{"deadline", "SECONDS",
        "time limit for one request including retries (default: 120); five times that for a list",
        ""},
    OptionRow{"max-attempts", "N", "attempts per request (default: 5)", ""},
    OptionRow{"settle", "SECONDS",
        "how long to watch for a missing queue (default: 60; 2 with --demo)", ""},
    OptionRow{"json", "", "print the result as JSON", ""},
    OptionRow{"log-http", "FILE", "log each attempt as one redacted JSON line", ""},
    OptionRow{"log", "RULES",
        "diagnostic log on standard error: all, or categories (see below), e.g. http,journal", ""},
    OptionRow{"absent", "NAME", "you have checked: the tenant doesn't have this queue", "settle"},
    OptionRow{"present", "NAME=ID", "you have checked: the tenant has this queue, under this id",
        "settle"},
    OptionRow{"reason", "TEXT",
        "reason, for the audit log; required by a saved production connection",
        "provision, settle, approve"},
    OptionRow{"environment", "WORD", "what the tenant is for: production (default), test, demo",
        "connections save"},
    OptionRow{"all", "", "every queue of the tenant, largest change first", "recommend"},
    OptionRow{"days", "N", "days of history (default: 28)", "recommend"},
    OptionRow{"history", "FILE", "read the history from a file: a scenario, or metric records",
        "recommend"},
    OptionRow{
        "policy", "WORD", "erlang (default), room, threshold or threshold-weighted", "recommend"},
    OptionRow{"targets", "FILE",
        "JSON file of targets and other settings, such as {\"sl\": 0.8, \"asa\": 30}", "recommend"},
    OptionRow{"capacity", "N", "current capacity, for --history", "recommend"},
    OptionRow{"volume-change", "PERCENT",
        "expected change of volume against the last two weeks, such as +12.5", "recommend"},
    OptionRow{"interval", "WORD", "interval of the metric records, e.g. HALF_HOURLY; for --history",
        "recommend"},
    OptionRow{"time-zone", "NAME", "time zone of the queue, e.g. Europe/Berlin", "recommend"},
    OptionRow{"vectors", "FILE.csv", "file of rows to evaluate the model for", "model"},
    OptionRow{"since", "TIME", "at or after this time (ISO 8601)", "audit list, audit export"},
    OptionRow{"until", "TIME", "before this time (ISO 8601)", "audit list, audit export"},
    OptionRow{"queue", "NAME|ID", "only records of this queue", "audit list, audit export"},
    OptionRow{"action", "WORD", "only records of this action", "audit list, audit export"},
    OptionRow{"outcome", "WORD", "only records with this outcome", "audit list, audit export"},
    OptionRow{"limit", "N", "only the newest N records", "audit list, audit export"},
    OptionRow{"expect-head", "HEX", "head hash saved earlier", "audit verify"},
    OptionRow{"expect-seq", "N", "record number of that head", "audit verify"},
};

constexpr qint64 kMostDays = 730;

constexpr const char *kSubcommands =
    "  check                          test the token, its scopes and every endpoint needed\n"
    "  validate FILE                  run every check on a queue definition; changes nothing\n"
    "  approve FILE                   record that a new queue's capacity is approved\n"
    "  provision FILE                 validate, create, export, verify and record a queue\n"
    "  settle                         find out how unfinished work of an earlier run ended\n"
    "  queues list                    list the tenant's queues\n"
    "  queues show NAME|ID            show one queue\n"
    "  queues export FILE             write all queues as definitions\n"
    "  recommend QUEUE                recommend a capacity from the history of a queue,\n"
    "                                 given by id or name\n"
    "  recommend --all                the same for every queue, largest change first\n"
    "  recommend --history FILE       the same from a file, without a tenant\n"
    "  model NAME                     evaluate erlang-b, erlang-c, erlang-a, mmnk or staffing\n"
    "                                 for each row of --vectors FILE.csv\n"
    "  audit list                     list records, newest first\n"
    "  audit export FILE.csv          write them as CSV, with a manifest beside it\n"
    "  audit verify                   verify the chain from the first record to the last\n"
    "  wfm list                       list event-stream exports\n"
    "  wfm retry                      deliver those that are still pending\n"
    "  connections list               list saved connections\n"
    "  connections save NAME          save --base-url, --client-id and so on under a name\n"
    "  connections remove NAME        remove a saved connection and its secret\n";

Error usage(const QString &message)
{
    return usageError(message + QStringLiteral(" See queuesmithctl --help."));
}

/// Reads values out of a parser, and keeps the first thing that is wrong.
class OptionReader {
public:
    explicit OptionReader(const QCommandLineParser &parser)
        : m_parser(parser)
    {
    }

    [[nodiscard]] bool has(const char *name) const
    {
        return m_parser.isSet(QString::fromLatin1(name));
    }
    [[nodiscard]] QString text(const char *name) const
    {
        return m_parser.value(QString::fromLatin1(name));
    }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    void fail(const Error &error)
    {
        if (!m_error)
            m_error = error;
    }

    std::optional<qint64> number(const char *name, qint64 lowest, qint64 highest)
    {
        if (!has(name))
            return std::nullopt;
        bool ok = false;
        const qint64 value = text(name).toLongLong(&ok);
        if (!ok || value < lowest || value > highest) {
            fail(usage(QStringLiteral("--%1 takes a whole number from %2 to %3, not “%4”.")
                           .arg(QString::fromLatin1(name), QString::number(lowest),
                               QString::number(highest), text(name))));
            return std::nullopt;
        }
        return value;
    }

    std::optional<std::chrono::milliseconds> seconds(const char *name, double lowest)
    {
        if (!has(name))
            return std::nullopt;
        bool ok = false;
        const double value = text(name).toDouble(&ok);
        constexpr double kDay = 86'400;
        if (!ok || !(value >= lowest) || value > kDay) {
            fail(usage(QStringLiteral("--%1 takes seconds from %2 to %3, not “%4”.")
                           .arg(QString::fromLatin1(name), QString::number(lowest),
                               QString::number(kDay), text(name))));
            return std::nullopt;
        }
        return std::chrono::milliseconds(static_cast<qint64>(value * 1000));
    }

    /// One of the words that an enumeration knows.
    template <typename T> std::optional<T> choice(const char *name, std::initializer_list<T> known)
    {
        if (!has(name))
            return std::nullopt;
        QStringList words;
        for (const T value : known) {
            if (word(value) == text(name))
                return value;
            words.append(word(value));
        }
        fail(usage(
            QStringLiteral("--%1 takes one of %2, not “%3”.")
                .arg(QString::fromLatin1(name), words.join(QStringLiteral(", ")), text(name))));
        return std::nullopt;
    }

private:
    const QCommandLineParser &m_parser;
    std::optional<Error> m_error;
};

void readTenant(OptionReader *reader, const QStringList &headers, CommandLine *line)
{
    line->connection = reader->text("connection");
    line->secretFile = reader->text("client-secret-file");
    line->demo = reader->has("demo");
    line->dialect = reader->text("dialect");
    line->demoFaults = reader->text("demo-faults");
    line->environment = reader->choice(
        "environment", {Environment::Production, Environment::Test, Environment::Demo});
    line->licensedAgents = reader->number("licensed-agents", 1, 10'000'000);

    const int ways = (reader->has("connection") ? 1 : 0) + (reader->has("base-url") ? 1 : 0)
        + (line->demo ? 1 : 0);
    if (ways > 1)
        reader->fail(
            usage(QStringLiteral("Give only one of --connection, --base-url and --demo.")));
    if (reader->has("base-url") != reader->has("client-id"))
        reader->fail(usage(QStringLiteral("--base-url and --client-id go together.")));
    if (reader->has("demo-faults") && !line->demo)
        reader->fail(usage(QStringLiteral("--demo-faults goes with --demo.")));
    if (reader->has("base-url")) {
        const Result<QUrl> url = parseBaseUrl(reader->text("base-url"));
        if (!url) {
            reader->fail(url.error());
        } else {
            Connection connection;
            connection.baseUrl = url.value();
            connection.clientId = reader->text("client-id");
            connection.authorityFile = reader->text("authority-file");
            line->unsaved = connection;
        }
    }
    if (reader->has("wfm-endpoint")) {
        const Result<QUrl> url = parseWfmEndpoint(reader->text("wfm-endpoint"));
        if (url)
            line->wfm.endpoint = url.value();
        else
            reader->fail(url.error());
    }
    for (const QString &text : headers) {
        const auto header = parseWfmHeader(text);
        if (header)
            line->wfm.headers.append(header.value());
        else
            reader->fail(header.error());
    }
}

void readCapacity(OptionReader *reader, CommandLine *line)
{
    line->capacityReading = reader->choice("capacity-reading",
        {CapacityReading::Agents, CapacityReading::Waiting, CapacityReading::System});
    line->unapprovedCapacity = reader->choice("unapproved-capacity",
        {UnapprovedCapacity::Allow, UnapprovedCapacity::Warn, UnapprovedCapacity::Refuse});
    line->approvalDays = reader->number(
        "approval-days", CapacitySettings::kMinApprovalDays, CapacitySettings::kMaxApprovalDays);
}

void readManner(OptionReader *reader, CommandLine *line)
{
    line->auditFile = reader->text("audit");
    if (line->auditFile.startsWith(QLatin1StringView("postgresql://")))
        reader->fail(usage(
            QStringLiteral("An audit log in PostgreSQL isn't part of this version; name a file.")));
    if (reader->has("audit") && line->auditFile.isEmpty())
        reader->fail(usage(QStringLiteral("--audit takes the name of a file.")));
    line->actorGiven = reader->text("actor");
    line->actor = line->actorGiven.isEmpty() ? loginName() : line->actorGiven;
    line->limits.attemptTimeout =
        reader->seconds("timeout", 0.01).value_or(line->limits.attemptTimeout);
    line->limits.deadline = reader->seconds("deadline", 0.01).value_or(line->limits.deadline);
    line->limits.maxAttempts = static_cast<int>(
        reader->number("max-attempts", 1, 1000).value_or(line->limits.maxAttempts));
    line->settleWindow = reader->seconds("settle", 0);
    line->httpLogFile = reader->text("log-http");
    if (!reader->has("log"))
        return;
    const Result<QString> rules = logRules(reader->text("log"));
    if (rules)
        line->logRules = rules.value();
    else
        reader->fail(usage(rules.error().message));
}

void readExtra(OptionReader *reader, CommandLine *line)
{
    const auto isFor = [line](const QString &command) {
        const QStringList own = command.split(u' ');
        return line->words.mid(0, own.size()) == own;
    };
    (void)reader->number("days", 1, kMostDays);
    for (const OptionRow &row : kOptions) {
        const QString commands = QString::fromLatin1(row.commands);
        if (commands.isEmpty() || !reader->has(row.name))
            continue;
        const QStringList all = commands.split(QStringLiteral(", "));
        if (std::any_of(all.cbegin(), all.cend(), isFor))
            line->extra.insert(QString::fromLatin1(row.name), reader->text(row.name));
        else
            reader->fail(usage(QStringLiteral("--%1 goes with: %2.")
                                   .arg(QString::fromLatin1(row.name), commands)));
    }
}

} // namespace

Error usageError(const QString &message) { return Error::of(ErrorKind::Usage, "usage", message); }

Result<CommandLine> parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    for (const OptionRow &row : kOptions)
        parser.addOption({QString::fromLatin1(row.name), QString::fromLatin1(row.help),
            QString::fromLatin1(row.value)});
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QString()});
    parser.addOption({{QStringLiteral("v"), QStringLiteral("version")}, QString()});
    if (!parser.parse(arguments))
        return usage(parser.errorText().trimmed());

    CommandLine line;
    line.words = parser.positionalArguments();
    line.json = parser.isSet(QStringLiteral("json"));
    if (parser.isSet(QStringLiteral("help"))) {
        line.words = QStringList{QStringLiteral("help")};
        return line;
    }
    if (parser.isSet(QStringLiteral("version"))) {
        line.words = QStringList{QStringLiteral("version")};
        return line;
    }
    OptionReader reader(parser);
    readTenant(&reader, parser.values(QStringLiteral("wfm-header")), &line);
    readCapacity(&reader, &line);
    readManner(&reader, &line);
    readExtra(&reader, &line);
    if (reader.error())
        return *reader.error();
    return line;
}

QString helpText()
{
    QString text = QStringLiteral(
        "Usage: queuesmithctl [OPTION…] SUBCOMMAND\n\n"
        "Provisions contact-center routing queues: checks each one, creates it once,\n"
        "reads it back and records it.\n\nSubcommands:\n%1\nOptions:\n")
                       .arg(QString::fromLatin1(kSubcommands));
    for (const OptionRow &row : kOptions) {
        const QString option = QString::fromLatin1("--%1 %2").arg(
            QString::fromLatin1(row.name), QString::fromLatin1(row.value));
        const QString commands = QString::fromLatin1(row.commands);
        text += QStringLiteral("  %1 %2%3\n")
                    .arg(option, -28)
                    .arg(QString::fromLatin1(row.help),
                        commands.isEmpty() ? QString() : QStringLiteral(" [%1]").arg(commands));
    }
    text += QStringLiteral("\nCategories of --log: %1;\nor Qt's logging rules, e.g. "
                           "queuesmith.*=true,queuesmith.http.debug=false.\n")
                .arg(logCategories().join(QStringLiteral(", ")));
    text += QStringLiteral(
        "\nThe client secret is never an argument. It comes from QUEUESMITH_CLIENT_SECRET, from\n"
        "--client-secret-file, or from the keychain entry of a saved connection.\n"
        "Exit codes: 0 done, 1 failed, 2 usage or unreadable input, 3 rejected by validation,\n"
        "4 not allowed, 5 unfinished or unknown, 6 audit log, 130 cancelled.\n");
    return text;
}

} // namespace queuesmith

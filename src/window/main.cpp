#include "cxone/secrets.h"
#include "domain/clock.h"
#include "domain/diagnosticlog.h"
#include "domain/knownsecrets.h"
#include "domain/logcategories.h"
#include "domain/logrules.h"
#include "platform/loginname.h"
#include "platform/ownprocess.h"
#include "window/appearance/icons.h"
#include "window/appearance/sentences.h"
#include "window/appearance/theme.h"
#include "window/session/sessions.h"
#include "window/settings/language.h"
#include "window/settings/settings.h"
#include "window/shell/mainwindow.h"
#include "window/shell/windowkeeper.h"
#include "workplace/userfiles.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QRandomGenerator>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace queuesmith;

namespace {

/// Some hours of ordinary work, in about 1 MB.
constexpr qsizetype kLinesKept = 5'000;

struct Options {
    SessionOptions session;
    QString connection;
    bool demo = false;
};

QString usualActor(const Settings &settings)
{
    const QString chosen = settings.value(setting::kActor);
    return chosen.isEmpty() ? loginName() : chosen;
}

/// These take no display.
bool asksForText(int argc, char **argv)
{
    return std::any_of(argv + 1, argv + argc, [](const char *argument) {
        const QByteArrayView word(argument);
        return word == "--help" || word == "-h" || word == "--help-all" || word == "--version"
            || word == "-v";
    });
}

void nameProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("queuesmith"));
    QCoreApplication::setApplicationVersion(QStringLiteral(QUEUESMITH_VERSION));
}

/// Ends the program for a wrong call.
void turnOnLog(const QString &text)
{
    const Result<QString> rules = logRules(text);
    if (!rules) {
        constexpr int kUsage = 2;
        std::fputs(qPrintable(sentenceOf(rules.error()) + QStringLiteral("\n")), stderr);
        std::exit(kUsage); // NOLINT(concurrency-mt-unsafe): as QCommandLineParser does
    }
    QLoggingCategory::setFilterRules(rules.value());
}

/// Ends the program for --help, --version and a wrong call.
Options readOptions(const QCoreApplication &app, const Settings &settings)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QApplication::translate("main", "Administers contact-center routing queues."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption audit(QStringLiteral("audit"),
        QApplication::translate("main", "The audit log file; your own by default."),
        QStringLiteral("FILE"), usualAuditFile());
    const QCommandLineOption actor(QStringLiteral("actor"),
        QApplication::translate("main", "The name recorded in the audit log."),
        QStringLiteral("NAME"), usualActor(settings));
    const QCommandLineOption connection(QStringLiteral("connection"),
        QApplication::translate("main", "A saved connection to open."), QStringLiteral("NAME"));
    const QCommandLineOption demo(
        QStringLiteral("demo"), QApplication::translate("main", "Open the built-in demo tenant."));
    const QCommandLineOption log(QStringLiteral("log-http"),
        QApplication::translate("main", "Log each attempt as one redacted JSON line."),
        QStringLiteral("FILE"));
    const QCommandLineOption diagnostics(QStringLiteral("log"),
        QApplication::translate("main", "Diagnostic log on standard error: all, or some of %1.")
            .arg(logCategories().join(QStringLiteral(", "))),
        QStringLiteral("RULES"));
    parser.addOptions({audit, actor, connection, demo, log, diagnostics});
    parser.process(app);

    Options options;
    options.session.auditFile = QDir().absoluteFilePath(parser.value(audit));
    options.session.historyFile = usualHistoryFile();
    options.session.draftRoot = userFile(QStringLiteral("drafts"));
    options.session.actor = parser.value(actor);
    options.session.httpLogFile = parser.value(log);
    options.connection = parser.value(connection);
    options.demo = parser.isSet(demo);
    if (parser.isSet(diagnostics))
        turnOnLog(parser.value(diagnostics));
    return options;
}

} // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): what escapes is a bug, and ends the program
int main(int argc, char **argv)
{
    forbidCoreDumps();
    const QByteArray secret = takeSecretFromEnvironment("QUEUESMITH_CLIENT_SECRET");
    failAtFileSizeLimit();
    if (asksForText(argc, argv)) {
        QCoreApplication app(argc, argv);
        nameProgram();
        const Settings settings(Settings::defaultFile());
        speak(settings.value(setting::kLanguage), app);
        (void)readOptions(app, settings);
    }
    QApplication app(argc, argv);
    nameProgram();
    const auto secrets = std::make_shared<KnownSecrets>();
    secrets->learn(secret);
    DiagnosticLog log(secrets, [](const QByteArray &line) {
        const QByteArray whole = line + '\n';
        std::fputs(whole.constData(), stderr); // there is nowhere else to say it
    });
    log.start(kLinesKept);
    QApplication::setApplicationDisplayName(QStringLiteral("Queuesmith"));
    QApplication::setDesktopFileName(QStringLiteral("io.github.queuesmith.Queuesmith"));

    QApplication::setWindowIcon(applicationIcon());

    Settings settings(Settings::defaultFile());
    speak(settings.value(setting::kLanguage), app);
    Options options = readOptions(app, settings);
    options.session.secrets = secrets;
    Theme theme;
    theme.setAppearance(appearanceOf(settings.value(setting::kAppearance)));

    SystemClock clock;
    Sessions sessions(Profiles(Profiles::defaultFile()), options.session, clock,
        [] { return QRandomGenerator::global()->generateDouble(); });
    sessions.setGivenSecret(secret);
    const WindowKeeper keeper(sessions, settings, theme, log);
    MainWindow &window = keeper.window();
    window.show();
    if (options.demo)
        sessions.chooseDemo();
    else if (!options.connection.isEmpty())
        sessions.choose(options.connection);
    else
        window.start();
    return QApplication::exec();
}

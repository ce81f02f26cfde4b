// A call that is wrong ends with 2, before anything is sent or opened.

#include "commandrun.h"
#include "demotenant.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <sys/stat.h>

using namespace queuesmith;

namespace {

/// A connection as the window saves it, with settings of its own.
void saveConnection(const CommandBench &bench, const QByteArray &name, const QString &url,
    const QByteArray &settings)
{
    QVERIFY(QDir().mkpath(bench.path(QStringLiteral("config/queuesmith"))));
    (void)bench.write(QStringLiteral("config/queuesmith/connections.ini"),
        '[' + name + "]\nbaseUrl=" + url.toLatin1() + "\nclientId=demo\nlicensedAgents=500\n"
            + settings + '\n');
}

} // namespace

class TestUsage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void isRefused_data()
    {
        QTest::addColumn<QString>("call"); // URL and FILE stand for usable ones
        QTest::addColumn<QString>("part"); // of the message
        const auto row = [](const char *call, const char *part) {
            QTest::newRow(call) << QString::fromUtf8(call) << QString::fromUtf8(part);
        };
        row("", "subcommand");
        row("nonsense", "nonsense");
        row("queues", "queues");
        row("queues frobnicate", "queues frobnicate");
        row("--base-url URL --client-id demo check extra", "no argument");
        row("--base-url URL --client-id demo provision", "one argument");
        row("--base-url URL --client-id demo provision FILE FILE", "one argument");
        row("--nonsense check", "nonsense");
        row("--base-url URL --client-id demo --client-secret demo-secret check", "client-secret");
        row("--base-url URL --client-id demo --secret=demo-secret check", "secret");
        row("check", "Which tenant");
        row("--licensed-agents 5 provision FILE", "Which tenant");
        row("--base-url URL check", "client-id");
        row("--client-id demo check", "base-url");
        row("--base-url URL --client-id demo --demo check", "only one");
        row("--base-url URL --client-id demo --connection x check", "only one");
        row("--connection nobody check", "nobody");
        row("--base-url http://example.com --client-id demo check", "https");
        row("--base-url http://10.1.2.3:80 --client-id demo check", "https");
        row("--base-url https://me:canary@example.com --client-id demo check", "password");
        row("--base-url example.com --client-id demo check", "base URL");
        row("--base-url URL --client-id demo --dialect acd-skills check", "acd-skills");
        row("--demo --dialect acd-skills check", "acd-skills");
        row("--base-url URL --client-id demo provision FILE", "--licensed-agents");
        row("--base-url URL --client-id demo --licensed-agents 0 provision FILE",
            "--licensed-agents");
        row("--base-url URL --client-id demo --licensed-agents 1.5 provision FILE",
            "--licensed-agents");
        row("--base-url URL --client-id demo --timeout soon check", "--timeout");
        row("--base-url URL --client-id demo --timeout 0 check", "--timeout");
        row("--base-url URL --client-id demo --deadline -1 check", "--deadline");
        row("--base-url URL --client-id demo --deadline nan check", "--deadline");
        row("--base-url URL --client-id demo --settle -1 check", "--settle");
        row("--base-url URL --client-id demo --max-attempts 0 check", "--max-attempts");
        row("--base-url URL --client-id demo --wfm-endpoint http://example.com check", "https");
        row("--base-url URL --client-id demo --wfm-header canary check", "WFM header");
        row("--capacity-reading seats --demo check", "agents, waiting, system");
        row("--unapproved-capacity never --demo check", "allow, warn, refuse");
        row("--approval-days 0 --demo check", "--approval-days");
        row("--demo-faults x --base-url URL --client-id demo check", "--demo");
        row("--since yesterday audit list", "--since");
        row("--since= audit list", "--since");
        row("--until= audit export FILE", "--until");
        row("--action BOGUS audit list", "QUEUE_PROVISIONED");
        row("--action= audit export FILE", "--action");
        row("--outcome bogus audit list", "intent, success");
        row("--outcome= audit list", "--outcome");
        row("--queue= audit list", "--queue");
        row("--limit 0 audit list", "--limit");
        row("--limit= audit list", "--limit");
        row("--audit nowhere.sqlite --action bogus audit list", "--action");
        row("--limit x audit list", "--limit");
        row("--since 2026-01-01 --demo check", "--since");
        row("--expect-head 00 --expect-seq 1 audit verify", "--expect-head");
        row("--expect-seq 1 audit verify", "--expect-head");
        row("connections save x", "--base-url");
        row("connections remove nobody", "nobody");
        row("--base-url URL --client-id demo connections save EMPTY", "name");
        row("--base-url URL --client-id demo connections save BLANK", "name");
        row("--base-url URL --client-id demo --environment live connections save x",
            "production, test, demo");
        row("--base-url URL --client-id demo --environment test check", "connections save");
        row("--connection strict --reason x --unapproved-capacity warn provision FILE", "laxer");
        row("--connection strict --reason x --unapproved-capacity allow provision FILE", "laxer");
        row("--connection strict --reason x --approval-days 4 provision FILE", "laxer");
        row("--connection strict --unapproved-capacity warn validate FILE", "laxer");
    }
    void isRefused()
    {
        QFETCH(QString, call);
        QFETCH(QString, part);
        DemoTenant tenant;
        CommandBench bench;
        const QString file = bench.write(QStringLiteral("q.json"), springSale());
        QStringList words = call.split(u' ', Qt::SkipEmptyParts);
        words.replaceInStrings(QRegularExpression(QStringLiteral("^URL$")), tenant.url());
        words.replaceInStrings(QRegularExpression(QStringLiteral("^FILE$")), file);
        words.replaceInStrings(QRegularExpression(QStringLiteral("^EMPTY$")), QString());
        words.replaceInStrings(QRegularExpression(QStringLiteral("^BLANK$")), QStringLiteral(" "));
        saveConnection(bench, "strict", tenant.url(), "unapprovedCapacity=refuse\napprovalDays=3");
        const QString audit = bench.auditFile();
        QCOMPARE(bench
                     .runBare({QStringLiteral("--demo"), QStringLiteral("--audit"), audit,
                         QStringLiteral("provision"), file})
                     .exitCode,
            0);
        QFile log(audit);
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QByteArray before = log.readAll();

        const CommandResult result = bench.runBare(
            QStringList{QStringLiteral("--json"), QStringLiteral("--audit"), audit} + words);
        QVERIFY2(result.exitCode == 2, qPrintable(result.messages));
        QVERIFY2(result.messages.contains(part), qPrintable(result.messages));
        QVERIFY(!result.messages.contains(QLatin1StringView("canary")));
        QVERIFY(!result.messages.contains(QLatin1StringView("demo-secret")));
        QVERIFY(result.json.contains(QLatin1StringView("error")));
        QCOMPARE(tenant.log().size(), 0);
        log.seek(0);
        QCOMPARE(log.readAll(), before);
    }

    void aSecretMustComeFromSomewhere_data()
    {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QByteArray>("file"); // content; null: not given
        QTest::addColumn<bool>("open"); // to everybody
        QTest::addColumn<int>("exitCode");
        const QByteArray none;
        QTest::newRow("from nowhere") << QString() << none << false << 2;
        QTest::newRow("from the variable") << QStringLiteral("demo-secret") << none << false << 0;
        QTest::newRow("from a file") << QString() << QByteArray("demo-secret\n") << false << 0;
        QTest::newRow("the file counts")
            << QStringLiteral("old") << QByteArray("demo-secret\n") << false << 0;
        QTest::newRow("from a file that everybody reads")
            << QString() << QByteArray("demo-secret\n") << true << 2;
        QTest::newRow("from an empty file") << QString() << QByteArray("") << false << 2;
    }
    void aSecretMustComeFromSomewhere()
    {
        QFETCH(QString, variable);
        QFETCH(QByteArray, file);
        QFETCH(bool, open);
        QFETCH(int, exitCode);
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url());
        bench.unsetEnvironment(QStringLiteral("QUEUESMITH_CLIENT_SECRET"));
        if (!variable.isEmpty())
            bench.setEnvironment(QStringLiteral("QUEUESMITH_CLIENT_SECRET"), variable);
        QStringList arguments;
        if (!file.isNull()) {
            const QString name = bench.write(QStringLiteral("secret"), file);
            QFile::Permissions permissions = QFile::ReadOwner | QFile::WriteOwner;
            if (open)
                permissions |= QFile::ReadOther;
            QVERIFY(QFile::setPermissions(name, permissions));
            arguments = {QStringLiteral("--client-secret-file"), name};
        }
        const CommandResult result =
            bench.run(arguments + QStringList{QStringLiteral("queues"), QStringLiteral("list")});
        QVERIFY2(result.exitCode == exitCode, qPrintable(result.messages));
        QCOMPARE(tenant.log().isEmpty(), exitCode == 2);
        QVERIFY(!result.messages.contains(QLatin1StringView("demo-secret")));
    }

    /// Nobody ever writes into the pipe; a pipe with a writer is a file like another.
    void aPipeIsNotWaitedFor()
    {
        CommandBench bench;
        const QString pipe = bench.path(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(qPrintable(pipe), 0600), 0);
        const CommandResult silent =
            bench.run({QStringLiteral("--demo"), QStringLiteral("provision"), pipe});
        QCOMPARE(silent.exitCode, 2);
        QVERIFY2(silent.messages.contains(pipe), qPrintable(silent.messages));

        QProcess writer;
        writer.start(QStringLiteral("sh"),
            {QStringLiteral("-c"), QStringLiteral("cat \"$1\" >\"$2\""), QStringLiteral("sh"),
                bench.write(QStringLiteral("q.json"), springSale()), pipe});
        const CommandResult told =
            bench.run({QStringLiteral("--demo"), QStringLiteral("provision"), pipe});
        QVERIFY2(told.exitCode == 0, qPrintable(told.messages));
        QVERIFY(writer.state() == QProcess::NotRunning || writer.waitForFinished());
    }

    void noFileOptionWaitsForAPipe_data()
    {
        QTest::addColumn<QStringList>("arguments"); // PIPE stands for it
        const auto row = [](const char *name, const char *arguments) {
            QTest::newRow(name) << QString::fromLatin1(arguments).split(u' ');
        };
        row("client secret", "--client-secret-file PIPE queues list");
        row("authority", "--authority-file PIPE queues list");
        row("definition", "validate PIPE");
        row("faults", "--demo --demo-faults PIPE queues list");
        row("history", "recommend --history PIPE --capacity 5 --interval DAILY");
        row("targets", "--targets PIPE recommend Sales");
        row("vectors", "model erlang-b --vectors PIPE");
        row("audit log", "--audit PIPE audit list");
        row("log of requests", "--log-http PIPE queues list");
    }
    void noFileOptionWaitsForAPipe()
    {
        QFETCH(QStringList, arguments);
        CommandBench bench;
        bench.useTenant(QStringLiteral("https://127.0.0.1:1"));
        const QString pipe = bench.path(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(qPrintable(pipe), 0600), 0);
        arguments.replaceInStrings(QStringLiteral("PIPE"), pipe);
        QElapsedTimer watch;
        watch.start();
        const CommandResult result = arguments.contains(QStringLiteral("--demo"))
            ? bench.runBare(arguments)
            : bench.run(arguments);
        QVERIFY2(watch.elapsed() < 15'000, "it waited for a writer");
        QVERIFY2(result.exitCode > 0 && result.exitCode < 128, qPrintable(result.messages));
        QVERIFY2(result.messages.contains(pipe), qPrintable(result.messages));
    }

    /// As `<(pass show client)` gives it.
    void aSecretMayComeOutOfAPipe()
    {
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url());
        bench.unsetEnvironment(QStringLiteral("QUEUESMITH_CLIENT_SECRET"));
        const QString pipe = bench.path(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(qPrintable(pipe), 0600), 0);
        QProcess writer;
        writer.start(QStringLiteral("sh"),
            {QStringLiteral("-c"), QStringLiteral("echo demo-secret >\"$1\""), QStringLiteral("sh"),
                pipe});
        const CommandResult result = bench.run({QStringLiteral("--client-secret-file"), pipe,
            QStringLiteral("queues"), QStringLiteral("list")});
        QVERIFY2(result.exitCode == 0, qPrintable(result.messages));
        QVERIFY(writer.state() == QProcess::NotRunning || writer.waitForFinished());
    }

    void aLockedConnectionOnlyReads()
    {
        DemoTenant tenant;
        CommandBench bench;
        saveConnection(bench, "locked", tenant.url(), "readOnly=true");
        const QString file = bench.write(QStringLiteral("q.json"), springSale());
        bench.setOptions({QStringLiteral("--audit"), bench.auditFile(),
            QStringLiteral("--connection"), QStringLiteral("locked")});
        const QList<QStringList> changing{
            {QStringLiteral("provision"), file}, {QStringLiteral("wfm"), QStringLiteral("retry")}};
        for (const QStringList &command : changing) {
            const CommandResult refused = bench.run(command);
            QCOMPARE(refused.exitCode, 2);
            QVERIFY(refused.messages.contains(QLatin1StringView("locked read-only")));
        }
        QVERIFY(tenant.log().isEmpty());
        QCOMPARE(bench.run({QStringLiteral("queues"), QStringLiteral("list")}).exitCode, 0);
    }

    void aSavedConnectionMayBeMadeStricter()
    {
        DemoTenant tenant;
        CommandBench bench;
        saveConnection(bench, "test", tenant.url(), "environment=test\napprovalDays=3");
        const QString file = bench.write(QStringLiteral("q.json"), springSale());
        bench.setOptions({QStringLiteral("--audit"), bench.auditFile(),
            QStringLiteral("--connection"), QStringLiteral("test")});
        const CommandResult refused = bench.run({QStringLiteral("--unapproved-capacity=refuse"),
            QStringLiteral("--approval-days=3"), QStringLiteral("provision"), file});
        QCOMPARE(refused.exitCode, 3);
        QCOMPARE(refused.errorCode(), QStringLiteral("capacity_not_approved"));
        QCOMPARE(bench.run({QStringLiteral("provision"), file}).exitCode, 0);
    }

    void aProductionConnectionDemandsAReason_data()
    {
        QTest::addColumn<QStringList>("saving"); // options; empty: it isn't saved
        QTest::addColumn<QString>("reason"); // null: not given
        QTest::addColumn<int>("exitCode");
        const QStringList saved{QStringLiteral("--licensed-agents"), QStringLiteral("500")};
        const QStringList test = saved + QStringList{QStringLiteral("--environment=test")};
        const QStringList demo = saved + QStringList{QStringLiteral("--environment=demo")};
        const QStringList production =
            saved + QStringList{QStringLiteral("--environment=production")};
        QTest::newRow("production unless told") << saved << QString() << 3;
        QTest::newRow("production") << production << QString() << 3;
        QTest::newRow("an empty reason") << saved << QStringLiteral("") << 3;
        QTest::newRow("a blank reason") << saved << QStringLiteral(" \t") << 3;
        QTest::newRow("with a reason") << saved << QStringLiteral("OPS-12 “spring”") << 0;
        QTest::newRow("test") << test << QString() << 0;
        QTest::newRow("demo") << demo << QString() << 0;
        QTest::newRow("test, with a reason") << test << QStringLiteral("OPS-12") << 0;
        QTest::newRow("not saved") << QStringList() << QString() << 0;
        QTest::newRow("not saved, with a reason") << QStringList() << QStringLiteral("OPS-12") << 0;
    }
    void aProductionConnectionDemandsAReason()
    {
        QFETCH(QStringList, saving);
        QFETCH(QString, reason);
        QFETCH(int, exitCode);
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url());
        if (!saving.isEmpty()) {
            const QStringList url{QStringLiteral("--base-url"), tenant.url(),
                QStringLiteral("--client-id"), QStringLiteral("demo")};
            const QStringList save{
                QStringLiteral("connections"), QStringLiteral("save"), QStringLiteral("east")};
            QCOMPARE(bench.runBare(url + saving + save).exitCode, 0);
            bench.setOptions({QStringLiteral("--audit"), bench.auditFile(),
                QStringLiteral("--connection"), QStringLiteral("east")});
        }
        QStringList call{
            QStringLiteral("provision"), bench.write(QStringLiteral("q.json"), springSale())};
        if (!reason.isNull())
            call = QStringList{QStringLiteral("--reason"), reason} + call;
        const CommandResult result = bench.run(call);
        QVERIFY2(result.exitCode == exitCode, qPrintable(result.messages));
        QCOMPARE(tenant.log().isEmpty(), exitCode != 0);
        QCOMPARE(result.errorCode(), exitCode == 0 ? QString() : QStringLiteral("reason_missing"));
        if (exitCode != 0) {
            QCOMPARE(result.json.value(QLatin1StringView("problems"))[0][QLatin1StringView("code")]
                         .toString(),
                QStringLiteral("reason_missing"));
            QCOMPARE(bench.story(), QStringList{QStringLiteral("VALIDATION_REJECTED rejected")});
        } else {
            QCOMPARE(bench.record(QStringLiteral("QUEUE_PROVISIONED"), QStringLiteral("success"))
                         .value(QLatin1StringView("reason"))
                         .toString(),
                reason);
        }
    }

    void helpAndVersionAreGiven()
    {
        CommandBench bench;
        const CommandResult help = bench.runBare({QStringLiteral("--help")});
        QCOMPARE(help.exitCode, 0);
        for (const char *word : {"provision FILE", "settle", "wfm retry", "audit verify",
                 "QUEUESMITH_CLIENT_SECRET", "--licensed-agents"})
            QVERIFY2(help.output.contains(word), word);
        const CommandResult version = bench.runBare({QStringLiteral("--version")});
        QCOMPARE(version.exitCode, 0);
        QVERIFY(version.output.startsWith("queuesmithctl "));
    }
};

QTEST_GUILESS_MAIN(TestUsage)
#include "tst_usage.moc"

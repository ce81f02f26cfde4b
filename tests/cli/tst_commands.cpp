// Each subcommand as a script sees it: exit code and JSON on standard output.

#include "commandrun.h"
#include "demotenant.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <sys/stat.h>

using namespace queuesmith;

namespace {

QString text(const QJsonValue &value, const char *member)
{
    return value[QLatin1StringView(member)].toString();
}

QJsonArray list(const CommandResult &result, const char *member)
{
    return result.json.value(QLatin1StringView(member)).toArray();
}

QByteArray content(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Changes stored records behind the program's back, as only somebody with the file can.
void tamper(const QString &file, const QStringList &statements)
{
    {
        QSqlDatabase database =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tamper"));
        database.setDatabaseName(file);
        QVERIFY(database.open());
        QSqlQuery query(database);
        for (const QString &statement : statements)
            QVERIFY2(query.exec(statement), qPrintable(statement));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("tamper"));
}

} // namespace

class TestCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_tenant = std::make_unique<DemoTenant>();
        m_bench = std::make_unique<CommandBench>();
        m_bench->useTenant(m_tenant->url());
    }

    void aCapacityThatNeedsAnApproval_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("allow") << "allow" << 0;
        QTest::newRow("warn") << "warn" << 0; // a new queue has nothing that it could be above
        QTest::newRow("refuse") << "refuse" << 3;
    }
    void aCapacityThatNeedsAnApproval()
    {
        QFETCH(QString, setting);
        QFETCH(int, exitCode);
        const QString file = m_bench->write(QStringLiteral("q.json"), springSale());
        const QStringList options{QStringLiteral("--unapproved-capacity"), setting};
        // Once without an audit log, and once with one.
        for (const char *subcommand : {"validate", "provision", "validate"}) {
            const CommandResult result =
                m_bench->run(options + QStringList{QString::fromLatin1(subcommand), file});
            if (exitCode == 0 && QLatin1StringView(subcommand) == QLatin1StringView("provision"))
                m_tenant->reset();
            QCOMPARE(result.exitCode, exitCode);
            QStringList codes;
            for (const QJsonValue &problem : list(result, "problems"))
                codes.append(text(problem, "code"));
            QCOMPARE(codes.contains(QStringLiteral("capacity_not_approved")), exitCode != 0);
        }
        const CommandResult provisioned =
            m_bench->run(options + QStringList{QStringLiteral("provision"), file});
        QCOMPARE(provisioned.errorCode(),
            exitCode == 0 ? QString() : QStringLiteral("capacity_not_approved"));
    }

    void approvesANewQueue()
    {
        const QString file = m_bench->write(QStringLiteral("q.json"), springSale());
        const QString refuse = QStringLiteral("--unapproved-capacity=refuse");
        const QString provision = QStringLiteral("provision");
        const QStringList approve{
            QStringLiteral("--reason"), QStringLiteral("OPS-12"), QStringLiteral("approve"), file};
        for (const char *reason : {"", "  "}) {
            const CommandResult unfounded = m_bench->run({QStringLiteral("--reason"),
                QString::fromLatin1(reason), QStringLiteral("approve"), file});
            QCOMPARE(unfounded.exitCode, 3);
            QCOMPARE(unfounded.errorCode(), QStringLiteral("reason_missing"));
        }
        QCOMPARE(m_bench->run({refuse, provision, file}).exitCode, 3);
        const CommandResult approved = m_bench->run(approve);
        QCOMPARE(approved.exitCode, 0);
        QCOMPARE(approved.json.value(QLatin1StringView("approved")), QJsonValue(true));
        QCOMPARE(approved.json.value(QLatin1StringView("capacity")), QJsonValue(8));
        QCOMPARE(m_bench->story().last(), QStringLiteral("CAPACITY_APPROVED success"));
        QCOMPARE(m_tenant->requests(QStringLiteral("POST"), QStringLiteral("/api/v2/queues")), 0);
        // Of this very definition, and of no other one.
        QJsonObject other = springSale();
        other.insert(QStringLiteral("capacity"), 9);
        const QString larger = m_bench->write(QStringLiteral("larger.json"), other);
        QCOMPARE(m_bench->run({refuse, provision, larger}).exitCode, 3);
        QCOMPARE(m_bench->run({refuse, provision, file}).exitCode, 0);
        const QJsonObject created =
            m_bench->record(QStringLiteral("QUEUE_PROVISIONED"), QStringLiteral("success"));
        QVERIFY(!created.value(QLatin1StringView("evidence")).toObject().isEmpty());

        other.insert(QStringLiteral("capacity"), 0);
        const QString broken = m_bench->write(QStringLiteral("broken.json"), other);
        const CommandResult rejected = m_bench->run(
            {QStringLiteral("--reason"), QStringLiteral("x"), QStringLiteral("approve"), broken});
        QCOMPARE(rejected.exitCode, 3);
        QCOMPARE(rejected.json.value(QLatin1StringView("approved")), QJsonValue(false));
    }

    void checkPasses()
    {
        const CommandResult result = run("check");
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.json.value(QLatin1StringView("ok")), QJsonValue(true));
        QStringList names;
        const QJsonArray checks = list(result, "checks");
        for (const QJsonValue &check : checks) {
            names.append(text(check, "name"));
            QCOMPARE(check[QLatin1StringView("ok")], QJsonValue(true));
            QVERIFY(!text(check, "detail").isEmpty());
        }
        QCOMPARE(names,
            QStringList(
                {QStringLiteral("token"), QStringLiteral("scopes"), QStringLiteral("listSkills"),
                    QStringLiteral("listQueues"), QStringLiteral("createQueue"),
                    QStringLiteral("updateQueue"), QStringLiteral("queryQueueDetails"),
                    QStringLiteral("listExports"), QStringLiteral("createExport")}));
        QCOMPARE(m_tenant->creations(), 0);
        QCOMPARE(m_tenant->exports().size(), 0);
    }

    void checkSaysAMissingScope()
    {
        m_bench->useTenant(m_tenant->url(), QStringLiteral("demo-readonly"));
        const CommandResult result = run("check");
        QCOMPARE(result.exitCode, 4);
        QCOMPARE(result.json.value(QLatin1StringView("ok")), QJsonValue(false));
        QStringList missing;
        const QJsonArray checks = list(result, "checks");
        for (const QJsonValue &check : checks) {
            if (!check[QLatin1StringView("ok")].toBool())
                missing.append(text(check, "missingScope"));
        }
        QCOMPARE(missing,
            QStringList({QStringLiteral("queue:create"), QStringLiteral("queue:update"),
                QStringLiteral("eventstream:write")}));
    }

    /// Who only creates queues needs no right to change them; that it lacks is said all the same.
    void checkPassesWithoutTheRightToChange()
    {
        m_tenant->setFaults(R"([{"match":"POST /api/v2/oauth/token","times":99,"do":{"status":200,
            "body":{"access_token":"t","token_type":"Bearer","expires_in":3600,"scope":
            "queue:create queue:read skill:read analytics:read eventstream:read eventstream:write"}}},
            {"match":"GET /api/v2/skills","times":9,"do":{"status":200,"body":{"entities":[]}}},
            {"match":"GET /api/v2/queues","times":9,"do":{"status":200,"body":{"entities":[]}}},
            {"match":"GET /api/v2/eventstreams/exports","times":9,
             "do":{"status":200,"body":{"entities":[]}}}])");
        const CommandResult result = run("check");
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.json.value(QLatin1StringView("ok")), QJsonValue(true));
        const QJsonArray checks = list(result, "checks");
        const auto update = std::find_if(checks.begin(), checks.end(),
            [](const QJsonValue &check) { return text(check, "name") == u"updateQueue"; });
        QVERIFY(update != checks.end());
        QCOMPARE((*update)[QLatin1StringView("ok")], QJsonValue(false));
        QCOMPARE((*update)[QLatin1StringView("needed")], QJsonValue(false));
        QCOMPARE(text(*update, "missingScope"), QStringLiteral("queue:update"));
    }

    void checkSaysWhatFails_data()
    {
        QTest::addColumn<QByteArray>("faults");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("exitCode");
        const auto row = [](const char *title, const char *match, const char *what,
                             const char *name, int exitCode) {
            QTest::newRow(title) << QByteArray("[{\"match\":\"") + match
                    + "\",\"times\":99,\"do\":{" + what + "}}]"
                                 << QString::fromLatin1(name) << exitCode;
        };
        row("no token", "POST /api/v2/oauth/token", "\"status\":503", "token", 1);
        row("refused client", "POST /api/v2/oauth/token",
            "\"status\":401,\"body\":{\"error\":\"invalid_client\"}", "token", 4);
        row("skills", "GET /api/v2/skills", "\"status\":500", "listSkills", 1);
        row("queues", "GET /api/v2/queues", "\"status\":403", "listQueues", 4);
        row("exports", "GET /api/v2/eventstreams/exports", "\"html\":true", "listExports", 1);
    }
    void checkSaysWhatFails()
    {
        QFETCH(QByteArray, faults);
        QFETCH(QString, name);
        QFETCH(int, exitCode);
        m_tenant->setFaults(faults);
        const CommandResult result = run("--max-attempts 1 check");
        QCOMPARE(result.exitCode, exitCode);
        QStringList failed;
        const QJsonArray checks = list(result, "checks");
        for (const QJsonValue &check : checks) {
            if (!check[QLatin1StringView("ok")].toBool())
                failed.append(text(check, "name"));
        }
        QCOMPARE(failed, QStringList{name});
    }

    void queuesAreListedShownAndExported()
    {
        DemoTenant large({QStringLiteral("--queues"), QStringLiteral("250")});
        m_bench->useTenant(large.url());
        const CommandResult all = run("queues list");
        QCOMPARE(all.exitCode, 0);
        QCOMPARE(list(all, "queues"), large.queues());

        const QJsonValue one = large.queues().at(123);
        const CommandResult byId =
            m_bench->run({QStringLiteral("queues"), QStringLiteral("show"), text(one, "id")});
        QCOMPARE(byId.exitCode, 0);
        QCOMPARE(QJsonValue(byId.json), one);
        const CommandResult byName =
            m_bench->run({QStringLiteral("queues"), QStringLiteral("show"), text(one, "name")});
        QCOMPARE(QJsonValue(byName.json), one);

        const QString file = m_bench->path(QStringLiteral("all.json"));
        QCOMPARE(
            m_bench->run({QStringLiteral("queues"), QStringLiteral("export"), file}).exitCode, 0);
        const QJsonArray exported =
            QJsonDocument::fromJson(content(file))[QLatin1StringView("queues")].toArray();
        QCOMPARE(exported.size(), 250);
        QCOMPARE(text(exported.at(123), "name"), text(one, "name"));
        QVERIFY(exported.at(123)[QLatin1StringView("id")].isUndefined()); // it is a definition
    }

    void aQueueThatIsntThere()
    {
        const CommandResult result = m_bench->run(
            {QStringLiteral("queues"), QStringLiteral("show"), QStringLiteral("Nobody")});
        QCOMPARE(result.exitCode, 1);
        QCOMPARE(result.errorCode(), QStringLiteral("not_found"));
    }

    /// A tenant whose ids have a form of their own calls a name malformed.
    void aNameThatIsNoId_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        for (const int status : {400, 404, 405, 422}) {
            QTest::addRow("%d, there", status)
                << status << QStringLiteral("Malformed") << QString();
            QTest::addRow("%d, not there", status)
                << status << QStringLiteral("Nobody") << QStringLiteral("not_found");
        }
    }
    void aNameThatIsNoId()
    {
        QFETCH(int, status);
        QFETCH(QString, name);
        QFETCH(QString, code);
        QJsonObject definition = springSale();
        definition.insert(QStringLiteral("name"), QStringLiteral("Malformed"));
        QVERIFY(!m_tenant->addQueue(definition).isEmpty());
        m_tenant->setFaults("[{\"match\":\"GET /api/v2/queues/" + name.toLatin1()
            + "\",\"times\":9,\"do\":{\"status\":" + QByteArray::number(status) + "}}]");
        const CommandResult result =
            m_bench->run({QStringLiteral("queues"), QStringLiteral("show"), name});
        QVERIFY2(result.exitCode == (code.isEmpty() ? 0 : 1), qPrintable(result.messages));
        QCOMPARE(result.errorCode(), code);
        QCOMPARE(result.json.value(QLatin1StringView("name")).toString(),
            code.isEmpty() ? name : QString());
    }

    void aNameThatTwoQueuesHave()
    {
        QVERIFY(!m_tenant->addQueue(springSale()).isEmpty());
        QVERIFY(!m_tenant->addQueue(springSale()).isEmpty());
        const CommandResult result = m_bench->run(
            {QStringLiteral("queues"), QStringLiteral("show"), QStringLiteral("Spring Sale")});
        QCOMPARE(result.exitCode, 1);
        QCOMPARE(result.errorCode(), QStringLiteral("ambiguous"));
    }

    void aFailedExportLeavesTheOldFile()
    {
        const QString file = m_bench->write(QStringLiteral("all.json"), QByteArray("old"));
        m_tenant->setFaults(R"([{"match":"GET /api/v2/queues","times":99,"do":{"status":500}}])");
        const CommandResult result = m_bench->run({QStringLiteral("--max-attempts"),
            QStringLiteral("1"), QStringLiteral("queues"), QStringLiteral("export"), file});
        QCOMPARE(result.exitCode, 1);
        QCOMPARE(content(file), QByteArray("old"));
    }

    void onlyAFileIsReplaced_data()
    {
        QTest::addColumn<QString>("place"); // %1: the bench's folder
        QTest::newRow("a pipe") << QStringLiteral("%1/pipe");
        QTest::newRow("a device") << QStringLiteral("/dev/full");
        QTest::newRow("a link to a device") << QStringLiteral("%1/link");
        QTest::newRow("a folder") << QStringLiteral("%1");
        QTest::newRow("no such folder") << QStringLiteral("%1/none/out");
    }
    void onlyAFileIsReplaced()
    {
        QFETCH(QString, place);
        QCOMPARE(provision().exitCode, 0);
        const QString pipe = m_bench->path(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(qPrintable(pipe), 0600), 0);
        QVERIFY(QFile::link(QStringLiteral("/dev/full"), m_bench->path(QStringLiteral("link"))));
        if (place.contains(u'%'))
            place = place.arg(QFileInfo(pipe).path());
        for (const char *words : {"queues export", "audit export"}) {
            const CommandResult refused =
                m_bench->run(QString::fromLatin1(words).split(u' ') + QStringList{place});
            QCOMPARE(refused.exitCode, 1);
            QVERIFY2(refused.messages.contains(place), qPrintable(refused.messages));
            QVERIFY(!QFileInfo(place).isFile());
        }
        QVERIFY(!QFileInfo(QStringLiteral("/dev/full")).isFile());
    }

    void aResultThatIsLostIsNoSuccess_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("JSON") << QStringLiteral("--json provision FILE") << 1;
        QTest::newRow("text") << QStringLiteral("provision FILE") << 1;
        QTest::newRow("a list") << QStringLiteral("audit list") << 1;
        QTest::newRow("the help") << QStringLiteral("--help") << 1;
        QTest::newRow("the version") << QStringLiteral("--version") << 1;
        QTest::newRow("a worse code stays")
            << QStringLiteral("--json --licensed-agents 1 provision FILE") << 3;
        QTest::newRow("an error stays") << QStringLiteral("--json nonsense") << 2;
    }
    void aResultThatIsLostIsNoSuccess()
    {
        QFETCH(QString, call);
        QFETCH(int, exitCode);
        const QString file = m_bench->write(QStringLiteral("q.json"), springSale());
        if (call.contains(QLatin1StringView("audit")))
            QCOMPARE(provision().exitCode, 0);
        QStringList words = call.split(u' ');
        words.replaceInStrings(QStringLiteral("FILE"), file);
        const auto process =
            m_bench->start(m_bench->options() + words, QStringLiteral("/dev/full"));
        const CommandResult result = CommandBench::finish(*process);
        QCOMPARE(result.exitCode, exitCode);
        QVERIFY2(result.messages.contains(QLatin1StringView("standard output")),
            qPrintable(result.messages));
    }

    void aRequestLogThatCantBeWritten_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<bool>("atOnce");
        QTest::newRow("nowhere") << QStringLiteral("/nope/x.log") << true;
        QTest::newRow("a folder") << QStringLiteral("/tmp") << true;
        QTest::newRow("a full disk") << QStringLiteral("/dev/full") << false;
    }
    void aRequestLogThatCantBeWritten()
    {
        QFETCH(QString, place);
        QFETCH(bool, atOnce);
        const CommandResult result = m_bench->run({QStringLiteral("--log-http"), place,
            QStringLiteral("provision"), m_bench->write(QStringLiteral("q.json"), springSale())});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.messages.contains(place), qPrintable(result.messages));
        QCOMPARE(m_tenant->log().isEmpty(), atOnce);
        QCOMPARE(result.outcome(), atOnce ? QString() : QStringLiteral("created"));
    }

    void aLogNeverTouchesTheResult_data()
    {
        QTest::addColumn<QString>("rules"); // empty: none
        QTest::addColumn<QStringList>("seen");
        QTest::newRow("none") << QString() << QStringList();
        QTest::newRow("http") << QStringLiteral("http") << QStringList{QStringLiteral("http")};
        QTest::newRow("two") << QStringLiteral("http.debug;auth")
                             << QStringList{QStringLiteral("auth"), QStringLiteral("http")};
        QTest::newRow("all but one") << QStringLiteral(
            "all,http=false") << QStringList{QStringLiteral("auth"), QStringLiteral("tenant")};
    }
    void aLogNeverTouchesTheResult()
    {
        QFETCH(QString, rules);
        QFETCH(QStringList, seen);
        const QStringList command{QStringLiteral("queues"), QStringLiteral("list")};
        const QStringList log{QStringLiteral("--log"), rules};
        const qsizetype before = m_tenant->log().size();
        const CommandResult plain = m_bench->run(command);
        const qsizetype attempts = m_tenant->log().size() - before;
        const CommandResult logged = m_bench->run(rules.isEmpty() ? command : log + command);
        QCOMPARE(logged.exitCode, 0);
        QCOMPARE(logged.output, plain.output);
        QVERIFY2(
            !plain.messages.contains(QLatin1StringView("queuesmith.")), qPrintable(plain.messages));

        static const QRegularExpression line(
            QStringLiteral("^\\S+Z (debug|info) queuesmith\\.(\\w+) \\S+ (\\w+)( |$)"));
        QSet<QString> categories;
        qsizetype attemptLines = 0;
        const QStringList lines = logged.messages.split(u'\n', Qt::SkipEmptyParts);
        for (const QString &one : lines) {
            const QRegularExpressionMatch match = line.match(one);
            QVERIFY2(match.hasMatch(), qPrintable(one));
            categories.insert(match.captured(2));
            attemptLines += match.captured(3) == QLatin1StringView("attempt") ? 1 : 0;
        }
        QStringList found = categories.values();
        found.sort();
        QCOMPARE(found, seen);
        QCOMPARE(attemptLines, seen.contains(QLatin1StringView("http")) ? attempts : 0);
        QVERIFY(!logged.messages.contains(QLatin1StringView("demo-secret")));
    }

    void aLogTellsTheStepsOfAProvisioning()
    {
        m_tenant->setFaults(R"([{"match":"POST /api/v2/queues","do":{"status":429}}])");
        const CommandResult result = m_bench->run({QStringLiteral("--log"), QStringLiteral("all"),
            QStringLiteral("provision"), m_bench->write(QStringLiteral("q.json"), springSale())});
        QCOMPARE(result.exitCode, 0);
        QStringList steps;
        const QStringList lines = result.messages.split(u'\n');
        for (const QString &line : lines) {
            if (line.contains(QLatin1StringView(" queuesmith.provision ")))
                steps.append(line.section(u' ', 4, 4));
        }
        QCOMPARE(steps.join(u' '),
            QStringLiteral("claimed checked send answered verify verified concluded"));
        for (const char *part : {"queuesmith.http main wait operation=createQueue",
                 "reason=backoff", "queuesmith.journal main claim", "state=verified",
                 "queuesmith.audit records opened result=ok", "queuesmith.settle main begin",
                 "action=QUEUE_PROVISIONED outcome=success", "queue=\"Spring Sale\""})
            QVERIFY2(result.messages.contains(QLatin1StringView(part)), part);
    }

    void aLogOfNothingIsRefused()
    {
        const CommandResult result = m_bench->run({QStringLiteral("--log"),
            QStringLiteral("http,htp"), QStringLiteral("queues"), QStringLiteral("list")});
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.messages.contains(QStringLiteral("“htp”"))
                && result.messages.contains(QLatin1StringView("http, journal, provision")),
            qPrintable(result.messages));
        QVERIFY(m_tenant->log().isEmpty());
    }

    void tenantTextNeverSteersTheTerminal_data()
    {
        QTest::addColumn<QString>("command");
        for (const char *command : {"recommend --all", "recommend ID", "queues list",
                 "queues show ID", "--json queues list", "--json queues show ID"})
            QTest::newRow(command) << QString::fromLatin1(command);
    }
    void tenantTextNeverSteersTheTerminal()
    {
        QFETCH(QString, command);
        const QString name =
            QStringLiteral("\x1b]0;pwned\a\x1b[2J\r\n\u009b5m\u202eesrever\u202c\u2066a"
                           "\u2069\u200b\U000e0041\u2028\x7fé\u200d");
        QJsonObject definition = springSale();
        definition.insert(QStringLiteral("name"), name);
        const QString id = m_tenant->addQueue(definition);
        QVERIFY(!id.isEmpty());
        QStringList words = command.split(u' ');
        words.replaceInStrings(QStringLiteral("ID"), id);
        const CommandResult result = m_bench->runOnTerminal(m_bench->options() + words);
        QVERIFY2(result.exitCode == 0, qPrintable(result.messages));
        const bool isJson = words.first() == QLatin1StringView("--json");
        QString shown = QString::fromUtf8(result.output) + result.messages;
        QVERIFY2(isJson || shown.contains(QLatin1StringView("esrever")), qPrintable(shown));
        // Our own: the live line, and the terminal's ends of lines.
        shown.remove(QStringLiteral("\r\x1b[K"))
            .replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
        for (const char32_t c : shown.toUcs4()) {
            const QChar::Category category = QChar::category(c);
            const bool isHarmful = category == QChar::Other_Control
                || category == QChar::Other_Format || category == QChar::Separator_Line;
            QVERIFY2(!isHarmful || c == U'\n' || c == U'\u200d',
                qPrintable(QString::number(c, 16) + u' ' + shown));
        }
        if (isJson) {
            const QJsonValue queues = result.json.value(QLatin1StringView("queues"));
            const QJsonValue queue = queues.isArray() ? queues.toArray().last() : result.json;
            QCOMPARE(text(queue, "name"), name);
        }
    }

    void provisionTellsWhatTheContractFixes()
    {
        const CommandResult result = provision();
        QCOMPARE(result.exitCode, 0);
        for (const char *member : {"outcome", "queueId", "queueName", "latencySeconds", "attempts",
                 "export", "problems", "auditSeq"})
            QVERIFY2(result.json.contains(QLatin1StringView(member)), member);
        QVERIFY(!result.json.contains(QLatin1StringView("error")));
        QCOMPARE(result.json.value(QLatin1StringView("auditSeq")), QJsonValue(QJsonArray{1, 2, 3}));
        QCOMPARE(result.output.count('\n'), 1); // one document and nothing else
    }

    void withoutJsonAPersonReads()
    {
        const CommandResult result = m_bench->runBare(m_bench->options()
            + QStringList{QStringLiteral("provision"),
                m_bench->write(QStringLiteral("q.json"), springSale())});
        QCOMPARE(result.exitCode, 0);
        QVERIFY(result.json.isEmpty());
        QVERIFY2(
            result.output.contains("Created “Spring Sale” as q-13"), result.output.constData());
        QVERIFY(result.output.contains(m_bench->auditFile().toUtf8()));
    }

    void auditListFilters_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QStringList>("expected"); // newest first
        const QStringList whole{QStringLiteral("VALIDATION_REJECTED rejected"),
            QStringLiteral("SIGNED_IN success"), QStringLiteral("QUEUE_PROVISIONED success"),
            QStringLiteral("QUEUE_PROVISIONED intent"), QStringLiteral("SIGNED_IN success")};
        const auto row = [](const char *options, const QStringList &expected) {
            QTest::newRow(options)
                << QString::fromLatin1(options).split(u' ', Qt::SkipEmptyParts) << expected;
        };
        row("", whole);
        row("--limit 2", whole.mid(0, 2));
        row("--action QUEUE_PROVISIONED", whole.mid(2, 2));
        row("--action queue_provisioned --outcome intent", whole.mid(3, 1));
        row("--outcome rejected", whole.mid(0, 1));
        row("--queue q-13", whole.mid(2, 1));
        row("--queue Nobody", {});
        row("--actor ann", whole.mid(2));
        row("--actor bob", whole.mid(0, 2));
        row("--since 2020-01-01", whole);
        row("--until 2020-01-01", {});
        row("--since 2999-01-01T00:00:00Z", {});
        row("--until 2999-01-01T00:00:00Z --limit 1", whole.mid(0, 1));
    }
    void auditListFilters()
    {
        QFETCH(QStringList, options);
        QFETCH(QStringList, expected);
        QCOMPARE(provision(QStringLiteral("ann")).exitCode, 0);
        QCOMPARE(provision(QStringLiteral("bob")).exitCode, 3);
        const CommandResult result =
            m_bench->run(options + QStringList{QStringLiteral("audit"), QStringLiteral("list")});
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(CommandBench::story(list(result, "records")), expected);

        const QString file = m_bench->path(QStringLiteral("log.csv"));
        const CommandResult exported = m_bench->run(
            options + QStringList{QStringLiteral("audit"), QStringLiteral("export"), file});
        QCOMPARE(exported.exitCode, 0);
        QCOMPARE(exported.json.value(QLatin1StringView("rows")).toInteger(-1), expected.size());
        QCOMPARE(text(exported.json, "file"), file);
        QCOMPARE(content(file).count("\r\n"), expected.size() + 1);
        const QJsonDocument manifest =
            QJsonDocument::fromJson(content(file + QStringLiteral(".manifest.json")));
        QCOMPARE(manifest[QLatin1StringView("rows")].toInteger(-1), expected.size());
    }

    void auditVerifies()
    {
        QCOMPARE(provision().exitCode, 0);
        const CommandResult first = run("audit verify");
        QCOMPARE(first.exitCode, 0);
        QCOMPARE(first.json.value(QLatin1StringView("ok")), QJsonValue(true));
        QCOMPARE(first.json.value(QLatin1StringView("records")).toInt(), 3);
        const QString head = text(first.json, "head");
        QCOMPARE(head.size(), 64);
        QVERIFY(!first.json.contains(QLatin1StringView("firstBad")));

        const QStringList expect{QStringLiteral("--expect-head"), head,
            QStringLiteral("--expect-seq"), QStringLiteral("3"), QStringLiteral("audit"),
            QStringLiteral("verify")};
        QCOMPARE(m_bench->run(expect).exitCode, 0);
        QStringList other = expect;
        other[1].replace(
            0, 2, head.startsWith(u"00") ? QStringLiteral("11") : QStringLiteral("00"));
        const CommandResult wrong = m_bench->run(other);
        QCOMPARE(wrong.exitCode, 6);
        QCOMPARE(wrong.json.value(QLatin1StringView("ok")), QJsonValue(false));
        other = expect;
        other[3] = QStringLiteral("99"); // a tail that was cut off
        QCOMPARE(m_bench->run(other).exitCode, 6);
    }

    void auditFindsWhatWasChanged_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::addColumn<int>("firstBad");
        const auto row = [](const char *name, const char *statement, int firstBad) {
            QTest::newRow(name) << QStringList{QString::fromLatin1(statement)} << firstBad;
        };
        row("a payload changed",
            "UPDATE audit SET payload = replace(payload, 'success', 'failure') WHERE seq = 3", 3);
        row("a record removed", "DELETE FROM audit WHERE seq = 2", 2);
        row("a hash changed", "UPDATE audit SET hash = zeroblob(32) WHERE seq = 1", 1);
    }
    void auditFindsWhatWasChanged()
    {
        QFETCH(QStringList, statements);
        QFETCH(int, firstBad);
        QCOMPARE(provision().exitCode, 0);
        tamper(m_bench->auditFile(), withoutTriggers(statements));
        const QByteArray before = content(m_bench->auditFile());
        const CommandResult result = run("audit verify");
        QCOMPARE(result.exitCode, 6);
        QCOMPARE(result.json.value(QLatin1StringView("ok")), QJsonValue(false));
        QCOMPARE(result.json.value(QLatin1StringView("firstBad")).toInt(-1), firstBad);
        QCOMPARE(content(m_bench->auditFile()), before); // evidence stays as it is
    }

    void aPersonDecidesWhatTheTenantCantTell_data()
    {
        QTest::addColumn<bool>("there");
        QTest::newRow("it is there") << true;
        QTest::newRow("it isn't there") << false;
    }
    void aPersonDecidesWhatTheTenantCantTell()
    {
        QFETCH(bool, there);
        DemoTenant blind({QStringLiteral("--lacks"), QStringLiteral("listQueues")});
        m_bench->useTenant(blind.url());
        blind.setFaults(there
                ? R"([{"match":"POST /api/v2/queues","do":{"status":500,"commit":true}}])"
                : R"([{"match":"POST /api/v2/queues","do":{"status":500}}])");
        QCOMPARE(provision().outcome(), QStringLiteral("unknown"));
        const CommandResult settled =
            m_bench->run({QStringLiteral("--reason"), QStringLiteral("seen in the console"),
                there ? QStringLiteral("--present") : QStringLiteral("--absent"),
                there ? QStringLiteral("Spring Sale=q-13") : QStringLiteral("Spring Sale"),
                QStringLiteral("settle")});
        QCOMPARE(settled.exitCode, 0);
        QCOMPARE(settled.json.value(QLatin1StringView("open")).toInt(-1), 0);
        const QJsonObject record = m_bench->record(QStringLiteral("QUEUE_PROVISIONED"),
            there ? QStringLiteral("success") : QStringLiteral("failure"));
        QCOMPARE(text(record, "reason"), QStringLiteral("seen in the console"));
        QCOMPARE(blind.creations(), 1);
        if (!there)
            QCOMPARE(provision().outcome(), QStringLiteral("created"));
        QCOMPARE(blind.queuesNamed(QStringLiteral("Spring Sale")), 1);
    }

    void aDecisionNeedsAnId()
    {
        const CommandResult result = run("--present Sales settle");
        QCOMPARE(result.exitCode, 2);
        QVERIFY(result.messages.contains(QLatin1StringView("NAME=ID")));
        QCOMPARE(m_tenant->log().size(), 0);
    }

    void connectionsAreSavedUsedAndRemoved()
    {
        const QString secret = QStringLiteral("demo-secret");
        const QStringList tenant{QStringLiteral("--base-url"), m_tenant->url(),
            QStringLiteral("--client-id"), QStringLiteral("demo"),
            QStringLiteral("--licensed-agents"), QStringLiteral("500"),
            QStringLiteral("--capacity-reading"), QStringLiteral("system"),
            QStringLiteral("--unapproved-capacity"), QStringLiteral("allow"),
            QStringLiteral("--approval-days"), QStringLiteral("3")};
        const auto bare = [this](const QStringList &arguments) {
            return m_bench->runBare(QStringList{QStringLiteral("--json"), QStringLiteral("--audit"),
                                        m_bench->auditFile()}
                + arguments);
        };
        QCOMPARE(bare(tenant
                     + QStringList{QStringLiteral("connections"), QStringLiteral("save"),
                         QStringLiteral("Demo & co")})
                     .exitCode,
            0);
        const QByteArray saved =
            content(m_bench->path(QStringLiteral("config/queuesmith/connections.ini")));
        for (const char *line :
            {"baseUrl=", "capacityReading=system", "unapprovedCapacity=allow", "approvalDays=3"})
            QVERIFY2(saved.contains(line), line);
        QVERIFY(!saved.contains(secret.toLatin1()));

        const CommandResult known = bare({QStringLiteral("connections"), QStringLiteral("list")});
        QCOMPARE(text(list(known, "connections").first(), "name"), QStringLiteral("Demo & co"));
        QCOMPARE(text(list(known, "connections").first(), "baseUrl"), m_tenant->url());
        QCOMPARE(
            text(list(known, "connections").first(), "environment"), QStringLiteral("production"));
        QCOMPARE(bare({QStringLiteral("--connection"), QStringLiteral("Demo & co"),
                          QStringLiteral("--reason"), QStringLiteral("OPS-12"),
                          QStringLiteral("provision"),
                          m_bench->write(QStringLiteral("q.json"), springSale())})
                     .outcome(),
            QStringLiteral("created"));

        // Without the variable there is only the keychain, and here is none.
        m_bench->unsetEnvironment(QStringLiteral("QUEUESMITH_CLIENT_SECRET"));
        const CommandResult without = bare(
            {QStringLiteral("--connection"), QStringLiteral("Demo & co"), QStringLiteral("check")});
        QCOMPARE(without.exitCode, 2);
        QVERIFY(without.messages.contains(QLatin1StringView("QUEUESMITH_CLIENT_SECRET")));
        QCOMPARE(bare({QStringLiteral("connections"), QStringLiteral("remove"),
                          QStringLiteral("Demo & co")})
                     .exitCode,
            0);
        QCOMPARE(bare({QStringLiteral("--connection"), QStringLiteral("Demo & co"),
                          QStringLiteral("check")})
                     .exitCode,
            2);
    }

    void theDemoNeedsNothing()
    {
        m_bench->unsetEnvironment(QStringLiteral("QUEUESMITH_CLIENT_SECRET"));
        const CommandResult result = m_bench->runBare(
            {QStringLiteral("--demo"), QStringLiteral("--json"), QStringLiteral("provision"),
                m_bench->write(QStringLiteral("q.json"), springSale())});
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.outcome(), QStringLiteral("created"));
        QVERIFY(!QFile::exists(m_bench->path(QStringLiteral("data/queuesmith/audit.sqlite"))));
        QVERIFY(QFile::exists(m_bench->path(QStringLiteral("data/queuesmith/demo-audit.sqlite"))));
    }

private:
    [[nodiscard]] CommandResult run(const char *words) const
    {
        return m_bench->run(QString::fromLatin1(words).split(u' '));
    }

    [[nodiscard]] CommandResult provision(const QString &actor = QStringLiteral("ann")) const
    {
        return m_bench->run({QStringLiteral("--actor"), actor, QStringLiteral("provision"),
            m_bench->write(QStringLiteral("q.json"), springSale())});
    }

    /// The log's own triggers refuse such a change.
    [[nodiscard]] QStringList withoutTriggers(const QStringList &statements) const
    {
        QStringList all;
        {
            QSqlDatabase database =
                QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("look"));
            database.setDatabaseName(m_bench->auditFile());
            if (!database.open())
                return {};
            QSqlQuery query(database);
            query.exec(QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'trigger'"));
            while (query.next())
                all.append(u"DROP TRIGGER " + query.value(0).toString());
        }
        QSqlDatabase::removeDatabase(QStringLiteral("look"));
        return all + statements;
    }

    std::unique_ptr<DemoTenant> m_tenant;
    std::unique_ptr<CommandBench> m_bench;
};

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"

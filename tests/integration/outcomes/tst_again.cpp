// The same definition again: after an outcome that wasn't known, after success, at the same time.

#include "commandrun.h"
#include "demotenant.h"

#include <QRegularExpression>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

using namespace queuesmith;

namespace {

const QString kName = QStringLiteral("Spring Sale");

/// The first list is that of the checks; every later look gets no answer.
const QByteArray kBlind = R"({"match":"GET /api/v2/queues","do":{}},)"
                          R"({"match":"GET /api/v2/queues","times":99,"do":{"status":503}})";
const QByteArray kCreatedBlind =
    R"([{"match":"POST /api/v2/queues","do":{"status":500,"commit":true}},)" + kBlind + "]";
const QByteArray kLostBlind =
    R"([{"match":"POST /api/v2/queues","do":{"status":500}},)" + kBlind + "]";

QJsonObject widerSale()
{
    QJsonObject other = springSale();
    other.insert(QStringLiteral("capacity"), 9);
    return other;
}

} // namespace

class TestAgain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_tenant = std::make_unique<DemoTenant>();
        m_bench = std::make_unique<CommandBench>();
        m_bench->useTenant(m_tenant->url());
    }

    void anUnknownThatIsThereIsTakenOver()
    {
        leaveUnknown(kCreatedBlind, 1);
        const CommandResult again = provision(springSale());
        QCOMPARE(again.outcome(), QStringLiteral("adopted"));
        QCOMPARE(again.exitCode, 0);
        QCOMPARE(m_tenant->creations(), 1);
        expectWhole(1, 0);
        QCOMPARE(queueStory(),
            QStringList(
                {QStringLiteral("intent"), QStringLiteral("unknown"), QStringLiteral("success")}));
        const QJsonObject end =
            m_bench->record(QStringLiteral("QUEUE_PROVISIONED"), QStringLiteral("success"));
        QCOMPARE(end.value(QLatin1StringView("compliance_verified")), QJsonValue(true));
        QCOMPARE(end.value(QLatin1StringView("attempts")).toInt(), 1);
    }

    void anUnknownThatIsAbsentIsCreatedOnce()
    {
        leaveUnknown(kLostBlind, 0);
        const CommandResult again = provision(springSale());
        QCOMPARE(again.outcome(), QStringLiteral("created"));
        QCOMPARE(again.exitCode, 0);
        QCOMPARE(m_tenant->creations(), 2);
        expectWhole(1, 0);
        QCOMPARE(queueStory(),
            QStringList({QStringLiteral("intent"), QStringLiteral("unknown"),
                QStringLiteral("failure"), QStringLiteral("intent"), QStringLiteral("success")}));
        QCOMPARE(idempotencyKeys().size(), 1);
    }

    void retriesInOneRunHaveOneKey()
    {
        m_tenant->setFaults(R"([{"match":"POST /api/v2/queues","do":{"status":429}},)"
                            R"({"match":"POST /api/v2/queues","do":{"status":500}}])");
        QCOMPARE(provision(springSale()).outcome(), QStringLiteral("created"));
        QCOMPARE(m_tenant->creations(), 3);
        QCOMPARE(idempotencyKeys().size(), 1);
    }

    void anUnknownStaysSoWhileTheTenantIsBlind()
    {
        leaveUnknown(kCreatedBlind, 1);
        m_tenant->setFaults(R"([{"match":"GET /api/v2/queues","times":99,"do":{"status":503}}])");
        // Another definition of that name could make a twin just the same.
        for (const QJsonObject &definition : {springSale(), widerSale()}) {
            const CommandResult again = provision(definition);
            QCOMPARE(again.outcome(), QStringLiteral("unknown"));
            QCOMPARE(again.exitCode, 5);
        }
        QCOMPARE(m_tenant->creations(), 1);
        expectWhole(1, 1);
    }

    void anotherDefinitionAfterAnUnknownIsChecked()
    {
        leaveUnknown(kCreatedBlind, 1);
        const CommandResult again = provision(widerSale());
        QCOMPARE(again.outcome(), QStringLiteral("rejected"));
        QCOMPARE(again.exitCode, 3);
        QCOMPARE(m_tenant->creations(), 1);
        expectWhole(1, 0);
    }

    void anUnknownWithAnotherQueueInItsPlaceIsAConflict()
    {
        leaveUnknown(kLostBlind, 0);
        QVERIFY(!m_tenant->addQueue(widerSale()).isEmpty());
        const CommandResult again = provision(springSale());
        QCOMPARE(again.outcome(), QStringLiteral("failed"));
        QCOMPARE(again.exitCode, 1);
        QCOMPARE(again.errorCode(), QStringLiteral("conflict"));
        QCOMPARE(m_tenant->creations(), 2); // one of them ours
        expectWhole(1, 0);
    }

    void ofTwinsTheIdenticalOneIsTakenOver()
    {
        leaveUnknown(kCreatedBlind, 1);
        const QString ours = m_tenant->queues().last()[QLatin1StringView("id")].toString();
        QVERIFY(!m_tenant->addQueue(widerSale()).isEmpty());
        const CommandResult again = provision(springSale());
        QCOMPARE(again.outcome(), QStringLiteral("adopted"));
        QCOMPARE(again.json.value(QLatin1StringView("queueId")).toString(), ours);
        QCOMPARE(m_tenant->creations(), 2);
        expectWhole(2, 0);
    }

    void aTwinIsTakenOverAndSaid()
    {
        leaveUnknown(kCreatedBlind, 1);
        const QString ours = lastId();
        const QString other = m_tenant->addQueue(springSale());
        const int looks = lists();
        const CommandResult again = provision(springSale());
        QCOMPARE(again.outcome(), QStringLiteral("adopted"));
        QCOMPARE(again.exitCode, 5);
        QCOMPARE(again.json.value(QLatin1StringView("queueId")).toString(), ours);
        QCOMPARE(again.json.value(QLatin1StringView("complianceVerified")), QJsonValue(false));
        QVERIFY(lists() - looks >= 2); // judged at the end of the settle window
        const QString said = messageOf(again, QLatin1StringView("twin"));
        QVERIFY2(said.contains(ours) && said.contains(other), qPrintable(said));
        const QJsonObject end =
            m_bench->record(QStringLiteral("QUEUE_PROVISIONED"), QStringLiteral("success"));
        QCOMPARE(end.value(QLatin1StringView("compliance_verified")), QJsonValue(false));
        QCOMPARE(end.value(QLatin1StringView("validation_success")), QJsonValue(true));
        QCOMPARE(m_tenant->creations(), 2); // one of them ours
        expectWhole(2, 0);
    }

    void settleSaysATwinToo()
    {
        leaveUnknown(kCreatedBlind, 1);
        QVERIFY(!m_tenant->addQueue(springSale()).isEmpty());
        const CommandResult settled = m_bench->run({QStringLiteral("settle")});
        QCOMPARE(settled.exitCode, 5);
        QCOMPARE(settled.json.value(QLatin1StringView("open")).toInt(-1), 0);
        expectWhole(2, 0);
    }

    void aTwinThatDoesNotStayIsNone()
    {
        leaveUnknown(kCreatedBlind, 1);
        const QString other = m_tenant->addQueue(springSale());
        const int looks = lists();
        const auto again = m_bench->start(m_bench->options()
            + QStringList{QStringLiteral("--json"), QStringLiteral("--settle"), QStringLiteral("3"),
                QStringLiteral("provision"),
                m_bench->write(QStringLiteral("definition.json"), springSale())});
        QVERIFY(m_tenant->awaitRequests(
            QStringLiteral("GET"), QStringLiteral("/api/v2/queues"), looks + 1));
        QJsonObject changed = m_tenant->queues().last().toObject();
        changed.insert(QStringLiteral("capacity"), 9);
        m_tenant->changeQueue(other, changed);
        const CommandResult result = CommandBench::finish(*again);
        QCOMPARE(result.outcome(), QStringLiteral("adopted"));
        QCOMPARE(result.exitCode, 0);
        QVERIFY(messageOf(result, QLatin1StringView("twin")).isEmpty());
    }

    void whatTheJournalCantReadStaysUnknown_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("text");
        const QString definition = QStringLiteral("definition");
        QTest::newRow("no JSON") << definition << QStringLiteral("{\"name\":\"Spr");
        QTest::newRow("nothing") << definition << QString();
        QTest::newRow("an empty object") << definition << QStringLiteral("{}");
        QTest::newRow("no capacity") << definition << QStringLiteral("{\"name\":\"Spring Sale\"}");
        QTest::newRow("another type") << definition << QStringLiteral("[]");
        QTest::newRow("its context") << QStringLiteral("context") << QStringLiteral("�");
        QTest::newRow("its kind") << QStringLiteral("kind") << QStringLiteral("?");
    }
    void whatTheJournalCantReadStaysUnknown()
    {
        QFETCH(QString, column);
        QFETCH(QString, text);
        leaveUnknown(kLostBlind, 0);
        writeJournal(column, text);
        QVERIFY(!m_tenant->addQueue(widerSale()).isEmpty()); // somebody else's
        const CommandResult settled = m_bench->run({QStringLiteral("settle")});
        const QJsonValue one = settled.json.value(QLatin1StringView("settled"))[0];
        QCOMPARE(one[QLatin1StringView("outcome")].toString(), QStringLiteral("unknown"));
        QCOMPARE(settled.exitCode, 5);
        QCOMPARE(readJournal(column), text); // kept for whoever looks into it
        const CommandResult again = provision(springSale());
        QCOMPARE(again.outcome(), QStringLiteral("unknown"));
        QCOMPARE(again.exitCode, 5);
        expectWhole(1, 1);
        const CommandResult decided =
            m_bench->run({QStringLiteral("settle"), QStringLiteral("--absent"), kName});
        QCOMPARE(decided.exitCode, 0);
        QCOMPARE(m_tenant->creations(), 2); // one of them somebody else's
        expectWhole(1, 0);
    }

    void settleTellsWhatItFound()
    {
        leaveUnknown(kCreatedBlind, 1);
        const CommandResult settled = m_bench->run({QStringLiteral("settle")});
        QCOMPARE(settled.exitCode, 0);
        QCOMPARE(settled.json.value(QLatin1StringView("open")).toInt(-1), 0);
        const QJsonArray list = settled.json.value(QLatin1StringView("settled")).toArray();
        QCOMPARE(list.size(), 1);
        QCOMPARE(list.first()[QLatin1StringView("name")].toString(), kName);
        QCOMPARE(list.first()[QLatin1StringView("outcome")].toString(), QStringLiteral("adopted"));
        QCOMPARE(list.first()[QLatin1StringView("queueId")].toString(),
            m_tenant->queues().last()[QLatin1StringView("id")].toString());
        QCOMPARE(m_tenant->creations(), 1);
        expectWhole(1, 0);
    }

    void settleNeverSends()
    {
        leaveUnknown(kLostBlind, 0);
        const CommandResult settled = m_bench->run({QStringLiteral("settle")});
        QCOMPARE(settled.exitCode, 0);
        QCOMPARE(settled.json.value(QLatin1StringView("open")).toInt(-1), 0);
        const QJsonArray list = settled.json.value(QLatin1StringView("settled")).toArray();
        QCOMPARE(list.first()[QLatin1StringView("outcome")].toString(), QStringLiteral("failed"));
        QCOMPARE(m_tenant->creations(), 1);
        expectWhole(0, 0);
    }

    void otherTenantsAreLeftAlone()
    {
        leaveUnknown(kCreatedBlind, 1);
        DemoTenant other;
        m_bench->useTenant(other.url());
        const CommandResult there = provision(springSale());
        QCOMPARE(there.outcome(), QStringLiteral("created"));
        QCOMPARE(other.creations(), 1);
        m_bench->useTenant(m_tenant->url());
        expectWhole(1, 1);
        QCOMPARE(provision(springSale()).outcome(), QStringLiteral("adopted"));
        expectWhole(1, 0);
    }

    /// One host serves many business units: what one client doesn't see, another one may have.
    void anotherClientsWorkIsLeftAlone()
    {
        leaveUnknown(kCreatedBlind, 1);
        m_tenant->reset(); // what the other client's unit has
        m_bench->useTenant(m_tenant->url(), QStringLiteral("demo-readonly"));
        const CommandResult settled = m_bench->run({QStringLiteral("settle")});
        QCOMPARE(settled.exitCode, 0);
        QCOMPARE(settled.json.value(QLatin1StringView("settled")).toArray(), QJsonArray());
        QCOMPARE(settled.json.value(QLatin1StringView("open")).toInt(-1), 0);
        QCOMPARE(queueStory(), QStringList({QStringLiteral("intent"), QStringLiteral("unknown")}));
        const CommandResult refused = provision(springSale());
        QCOMPARE(refused.errorCode(), QStringLiteral("in_progress"));
        const QString said =
            refused.json.value(QLatin1StringView("error"))[QLatin1StringView("message")].toString();
        QVERIFY2(said.contains(QStringLiteral("“demo”")), qPrintable(said));

        QVERIFY(!m_tenant->addQueue(springSale()).isEmpty());
        m_bench->useTenant(m_tenant->url());
        const CommandResult again = provision(springSale());
        QCOMPARE(again.outcome(), QStringLiteral("adopted"));
        QCOMPARE(again.exitCode, 0);
        expectWhole(1, 0);
        QSet<QString> ids;
        for (const QJsonValue &record : m_bench->records())
            ids.insert(record[QLatin1StringView("tenant_id")].toString());
        QCOMPARE(ids.size(), 2);
    }

    void afterSuccessTheNameIsTaken()
    {
        QCOMPARE(provision(springSale()).outcome(), QStringLiteral("created"));
        const CommandResult again = provision(springSale());
        QCOMPARE(again.outcome(), QStringLiteral("rejected"));
        QCOMPARE(again.exitCode, 3);
        const QJsonArray problems = again.json.value(QLatin1StringView("problems")).toArray();
        const bool said =
            std::any_of(problems.begin(), problems.end(), [](const QJsonValue &problem) {
                return problem[QLatin1StringView("code")].toString()
                    == QLatin1StringView("name_taken");
            });
        QVERIFY(said);
        QCOMPARE(m_tenant->creations(), 1);
        QCOMPARE(m_bench->story().last(), QStringLiteral("VALIDATION_REJECTED rejected"));
        expectWhole(1, 0);
    }

    void twoAtTheSameTimeMakeOneQueue()
    {
        m_tenant->setFaults(R"([{"match":"POST /api/v2/queues","do":{"delayMs":1500}}])");
        const QStringList arguments = m_bench->options()
            + QStringList{QStringLiteral("--json"), QStringLiteral("provision"),
                m_bench->write(QStringLiteral("spring.json"), springSale())};
        const auto first = m_bench->start(arguments);
        QVERIFY(
            m_tenant->awaitRequests(QStringLiteral("POST"), QStringLiteral("/api/v2/queues"), 1));
        const CommandResult second = m_bench->runBare(arguments);
        QCOMPARE(first->state(), QProcess::Running); // or this shows nothing
        QCOMPARE(
            second.outcome(), QStringLiteral("unknown")); // what the first has sent may be there
        QCOMPARE(second.errorCode(), QStringLiteral("in_progress"));
        QCOMPARE(second.exitCode, 5);
        const CommandResult settled = m_bench->run({QStringLiteral("settle")});
        QCOMPARE(settled.json.value(QLatin1StringView("open")).toInt(-1), 1);
        QCOMPARE(settled.exitCode, 5);
        QCOMPARE(CommandBench::finish(*first).outcome(), QStringLiteral("created"));
        QCOMPARE(m_tenant->creations(), 1);
        expectWhole(1, 0);
    }

    void aCrowdAtTheSameTimeMakesOneQueue()
    {
        const QStringList arguments = m_bench->options()
            + QStringList{QStringLiteral("--json"), QStringLiteral("provision"),
                m_bench->write(QStringLiteral("spring.json"), springSale())};
        std::vector<std::unique_ptr<QProcess>> crowd;
        for (int i = 0; i < 6; ++i)
            crowd.push_back(m_bench->start(arguments));
        int created = 0;
        for (const auto &process : crowd) {
            const CommandResult result = CommandBench::finish(*process);
            created += result.outcome() == QLatin1StringView("created") ? 1 : 0;
            QVERIFY2(result.exitCode == 0 || result.exitCode == 5 || result.exitCode == 3,
                qPrintable(QString::fromUtf8(result.output) + result.messages));
        }
        QCOMPARE(created, 1);
        QCOMPARE(m_tenant->creations(), 1);
        expectWhole(1, 0);
    }

private:
    [[nodiscard]] CommandResult provision(const QJsonObject &definition) const
    {
        return m_bench->run(
            {QStringLiteral("--max-attempts"), QStringLiteral("3"), QStringLiteral("provision"),
                m_bench->write(QStringLiteral("definition.json"), definition)});
    }

    void leaveUnknown(const QByteArray &faults, int queues)
    {
        m_tenant->setFaults(faults);
        const CommandResult result = m_bench->run(
            {QStringLiteral("--max-attempts"), QStringLiteral("1"), QStringLiteral("provision"),
                m_bench->write(QStringLiteral("definition.json"), springSale())});
        QCOMPARE(result.outcome(), QStringLiteral("unknown"));
        QCOMPARE(result.exitCode, 5);
        QCOMPARE(m_tenant->queuesNamed(kName), queues);
        m_tenant->setFaults("[]");
    }

    /// Queues of the name at the tenant, intents open in the log, and the chain holds.
    void expectWhole(int queues, int open) const
    {
        QCOMPARE(m_tenant->queuesNamed(kName), queues);
        const CommandResult verified =
            m_bench->run({QStringLiteral("audit"), QStringLiteral("verify")});
        QCOMPARE(verified.json.value(QLatin1StringView("ok")), QJsonValue(true));
        QCOMPARE(verified.json.value(QLatin1StringView("openIntents")).toInt(-1), open);
    }

    [[nodiscard]] QString lastId() const
    {
        return m_tenant->queues().last()[QLatin1StringView("id")].toString();
    }

    /// Lists of queues that were asked for.
    [[nodiscard]] int lists() const
    {
        return m_tenant->requests(QStringLiteral("GET"), QStringLiteral("/api/v2/queues"));
    }

    /// What the problem with that code says; empty when there is none of error level.
    [[nodiscard]] static QString messageOf(const CommandResult &result, QLatin1StringView code)
    {
        const QJsonArray problems = result.json.value(QLatin1StringView("problems")).toArray();
        for (const QJsonValue &problem : problems) {
            if (problem[QLatin1StringView("code")].toString() == code
                && problem[QLatin1StringView("severity")].toString() == QLatin1StringView("error"))
                return problem[QLatin1StringView("message")].toString();
        }
        return {};
    }

    void writeJournal(const QString &column, const QString &text) const
    {
        (void)journal(QStringLiteral("UPDATE operation SET %1 = ?").arg(column),
            {text.isNull() ? QStringLiteral("") : text});
    }

    [[nodiscard]] QString readJournal(const QString &column) const
    {
        return journal(QStringLiteral("SELECT %1 FROM operation LIMIT 1").arg(column), {});
    }

    /// Runs the statement on the journal's file; gives the first value.
    [[nodiscard]] QString journal(const QString &statement, const QVariantList &values) const
    {
        const QString connection = QStringLiteral("journal");
        QString first;
        {
            QSqlDatabase database =
                QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
            database.setDatabaseName(m_bench->auditFile());
            QSqlQuery query(database.open() ? database : QSqlDatabase());
            if (!query.prepare(statement))
                qFatal("%s", qPrintable(query.lastError().text()));
            for (const QVariant &value : values)
                query.addBindValue(value);
            if (!query.exec())
                qFatal("%s", qPrintable(query.lastError().text()));
            if (query.next())
                first = query.value(0).toString();
        }
        QSqlDatabase::removeDatabase(connection);
        return first;
    }

    [[nodiscard]] QStringList queueStory() const
    {
        QStringList story =
            m_bench->story().filter(QRegularExpression(QStringLiteral("^QUEUE_PROVISIONED ")));
        return story.replaceInStrings(QStringLiteral("QUEUE_PROVISIONED "), QString());
    }

    [[nodiscard]] QSet<QString> idempotencyKeys() const
    {
        QSet<QString> keys;
        const QJsonArray log = m_tenant->log();
        for (const QJsonValue &entry : log) {
            if (entry[QLatin1StringView("method")].toString() == QLatin1StringView("POST")
                && entry[QLatin1StringView("path")].toString()
                    == QLatin1StringView("/api/v2/queues"))
                keys.insert(
                    entry[QLatin1StringView("headers")][QLatin1StringView("Idempotency-Key")]
                        .toString());
        }
        return keys;
    }

    std::unique_ptr<DemoTenant> m_tenant;
    std::unique_ptr<CommandBench> m_bench;
};

QTEST_GUILESS_MAIN(TestAgain)
#include "tst_again.moc"

#include "cxone/tenantclient.h"
#include "demotenant.h"
#include "domain/clock.h"
#include "history/historyloader.h"
#include "patience.h"
#include "provisioning/provisionjob.h"
#include "provisioning/settlejob.h"
#include "provisioning/wfmjob.h"
#include "records/audituse.h"
#include "records/records.h"
#include "workplace/queuerecommender.h"
#include "workplace/userfiles.h"
#include "workplace/workplace.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace queuesmith;
using namespace std::chrono_literals;

namespace {

double half() { return 0.5; }

Connection connectionTo(const QString &url)
{
    Connection connection;
    connection.name = QStringLiteral("Sales desk");
    connection.baseUrl = QUrl(url);
    connection.clientId = QStringLiteral("demo");
    return connection;
}

} // namespace

class TestWorkplace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void demandsAReasonWhereItMatters_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("environment");
        QTest::addColumn<bool>("required");
        QTest::newRow("production")
            << QStringLiteral("p") << static_cast<int>(Environment::Production) << true;
        QTest::newRow("test") << QStringLiteral("t") << static_cast<int>(Environment::Test)
                              << false;
        QTest::newRow("demo") << QStringLiteral("d") << static_cast<int>(Environment::Demo)
                              << false;
        QTest::newRow("never saved")
            << QString() << static_cast<int>(Environment::Production) << false;
    }
    void demandsAReasonWhereItMatters()
    {
        QFETCH(QString, name);
        QFETCH(int, environment);
        QFETCH(bool, required);
        Connection connection;
        connection.name = name;
        connection.environment = static_cast<Environment>(environment);
        const Workplace workplace(connection, options(), m_clock);
        QCOMPARE(workplace.settings().approvalRequired, required);
    }

    void handsOnWhatTheConnectionSays()
    {
        Connection connection = connectionTo(QStringLiteral("https://tenant.example"));
        connection.licensedAgents = 321;
        connection.capacity.approvalDays = 9;
        connection.wfm.endpoint = QUrl(QStringLiteral("https://wfm.example/in"));
        WorkplaceOptions given = options();
        QCOMPARE(Workplace(connection, given, m_clock).settings().settleWindow, 60s);
        given.settleWindow = 7s;
        given.limits.maxAttempts = 2;
        const ProvisioningSettings settings = Workplace(connection, given, m_clock).settings();
        QCOMPARE(settings.settleWindow, 7s);
        QCOMPARE(settings.limits.maxAttempts, 2);
        QCOMPARE(settings.licensedAgents, std::optional<qint64>(321));
        QCOMPARE(settings.capacity.approvalDays, 9);
        QCOMPARE(settings.wfm.endpoint, connection.wfm.endpoint);
    }

    void refusesADialectThatDoesNotExist()
    {
        Connection connection = connectionTo(QStringLiteral("https://tenant.example"));
        connection.dialect = QStringLiteral("queues-v9");
        Workplace workplace(connection, options(), m_clock);
        const Status status = workplace.connectTenant("secret", half);
        QVERIFY(!status);
        QCOMPARE(status.error().kind, ErrorKind::Usage);
    }

    void worksWithATenant()
    {
        DemoTenant tenant;
        Workplace workplace(connectionTo(tenant.url()), options(), m_clock);
        QVERIFY(workplace.connectTenant("demo-secret", half));
        std::optional<qsizetype> queues;
        workplace.tenant().listQueues(this, [&](const Result<Listing<Queue>> &list) {
            queues = list ? list.value().items.size() : -1;
        });
        QTRY_VERIFY(queues);
        QCOMPARE(*queues, 12);
        QCOMPARE(&workplace.history(), &workplace.history());
    }

    void createsAndChangesAQueue()
    {
        DemoTenant tenant;
        Workplace workplace(connectionTo(tenant.url()), options(), m_clock);
        QVERIFY(workplace.connectTenant("demo-secret", half));
        open(workplace.records());
        const QJsonObject wanted{{QStringLiteral("name"), QStringLiteral("New")},
            {QStringLiteral("capacity"), 4}, {QStringLiteral("priority"), 2}};
        ProvisionJob *job = workplace.provision(parseDefinition(wanted), &workplace);
        job->setReason(QStringLiteral("a new team"));
        const ProvisionReport created = reportOf(job);
        QCOMPARE(created.outcome, ProvisionOutcome::Created);
        QVERIFY(created.queue);

        QJsonObject changed = wanted;
        changed.insert(QStringLiteral("priority"), 7);
        job = workplace.update({*created.queue, parseDefinition(changed)}, &workplace);
        job->setReason(QStringLiteral("it is urgent"));
        const ProvisionReport updated = reportOf(job);
        QCOMPARE(updated.outcome, ProvisionOutcome::Updated);
        QCOMPARE(updated.queueId, created.queueId);
        QCOMPARE(updated.queue->definition.priority, 7);

        SettleJob *settle = workplace.settle(&workplace);
        QSignalSpy settled(settle, &SettleJob::finished);
        settle->start();
        QTRY_COMPARE(settled.size(), 1);
        QCOMPARE(settle->stillOpen(), 0);
        WfmJob *retry = workplace.retryExports(&workplace);
        QSignalSpy retried(retry, &WfmJob::finished);
        retry->start();
        QTRY_COMPARE(retried.size(), 1);
        QVERIFY(!retry->error());
    }

    void recommendsACapacity()
    {
        DemoTenant tenant;
        Workplace workplace(connectionTo(tenant.url()), options(), m_clock);
        QVERIFY(workplace.connectTenant("demo-secret", half));
        std::optional<Result<Queue>> queue;
        workplace.tenant().readQueue(
            QueueId{QStringLiteral("q-4")}, this, [&](const Result<Queue> &read) { queue = read; });
        QTRY_VERIFY(queue);
        QVERIFY(*queue);
        QueueRecommender recommender(workplace, {}, 14, this);
        QVERIFY(recommender.check());
        std::optional<Result<QueueRecommendation>> found;
        recommender.recommend(queue->value(), [&](const auto &result) { found = result; });
        QTRY_VERIFY(found);
        QVERIFY(*found);
        QCOMPARE(found->value().queue.id.value, QStringLiteral("q-4"));
        QCOMPARE(found->value().judged.recommendation.currentCapacity,
            std::optional<int>(static_cast<int>(queue->value().definition.capacity)));
        QVERIFY(found->value().judged.evidence.value(QLatin1StringView("intervals")).toInt() > 0);

        const QueueRecommender wrong(
            workplace, {{QStringLiteral("policy"), QStringLiteral("dice")}}, 14, this);
        QCOMPARE(wrong.check().error().kind, ErrorKind::Usage);
    }

    /// Both are the same log, by the same person, of the same tenant, and neither shows a secret.
    void recordsUnderOneIdentity()
    {
        Workplace workplace(
            connectionTo(QStringLiteral("https://tenant.example")), options(), m_clock);
        QVERIFY(workplace.connectTenant("a-very-secret-word", half));
        commit(workplace.records(), useOf(CsvExport{3, QStringLiteral("/tmp/a.csv")}));
        Verification verification;
        verification.head = QByteArray(32, 'x');
        AuditRecord record = useOf(verification);
        record.error = QStringLiteral("the tenant echoed a-very-secret-word");
        commit(*workplace.newRecords(&workplace), record);

        const QList<QJsonObject> records = recordsOf(workplace);
        QCOMPARE(records.size(), 2);
        for (const QJsonObject &one : records) {
            QCOMPARE(one.value(QLatin1StringView("actor")).toString(), QStringLiteral("Ada"));
            QCOMPARE(one.value(QLatin1StringView("client_id")).toString(), QStringLiteral("demo"));
            QVERIFY(!QJsonDocument(one).toJson().contains("a-very-secret-word"));
        }
        QVERIFY(records.at(0).value(QLatin1StringView("correlation_id"))
            != records.at(1).value(QLatin1StringView("correlation_id")));
    }

    void keepsTheDemoApart()
    {
        QCOMPARE(demoAuditFile(QStringLiteral("/a/audit.sqlite")),
            QStringLiteral("/a/demo-audit.sqlite"));
        QVERIFY(usualAuditFile().endsWith(QStringLiteral("/queuesmith/audit.sqlite")));
    }

private:
    [[nodiscard]] WorkplaceOptions options() const
    {
        WorkplaceOptions options;
        options.auditFile = m_folder->filePath(QStringLiteral("audit.sqlite"));
        options.historyFile = m_folder->filePath(QStringLiteral("history.sqlite"));
        options.actor = QStringLiteral("Ada");
        return options;
    }

    void open(Records &records)
    {
        std::optional<bool> done;
        records.open(this, [&](const Status &opened) { done = opened.ok(); });
        QTRY_VERIFY(done);
        QVERIFY(*done);
    }

    void commit(Records &records, const AuditRecord &record)
    {
        open(records);
        std::optional<bool> done;
        recordUse(records, record, this, [&](const Status &written) { done = written.ok(); });
        QTRY_VERIFY(done);
        QVERIFY(*done);
    }

    static ProvisionReport reportOf(ProvisionJob *job)
    {
        QSignalSpy finished(job, &ProvisionJob::finished);
        job->start();
        if (finished.isEmpty() && !finished.wait(kPatience))
            return {};
        return finished.first().first().value<ProvisionReport>();
    }

    QList<QJsonObject> recordsOf(Workplace &workplace)
    {
        std::optional<QList<QJsonObject>> found;
        workplace.records().listRecords({}, this, [&](const Result<QList<StoredRecord>> &records) {
            found.emplace();
            if (!records)
                return;
            for (const StoredRecord &stored : records.value())
                found->append(QJsonDocument::fromJson(stored.payload).object());
        });
        if (!QTest::qWaitFor([&] { return found.has_value(); }, kPatience))
            qWarning("the records weren't listed");
        return found.value_or(QList<QJsonObject>());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    SystemClock m_clock;
};

QTEST_GUILESS_MAIN(TestWorkplace)
#include "tst_workplace.moc"

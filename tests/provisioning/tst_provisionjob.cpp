// Several operations that share one settling and one reading of the tenant.

#include "patience.h"
#include "provisioning/factsjob.h"
#include "provisioning/settlejob.h"
#include "updatebench.h"

#include <QRegularExpression>
#include <QSignalSpy>

#include <map>
#include <memory>
#include <vector>

using namespace queuesmith;

class TestProvisionJob : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void manyShareOneSettlingAndOneReading()
    {
        UpdateBench bench;
        const ProvisioningServices services{*bench.tenant, *bench.log, bench.clock};
        std::vector<std::unique_ptr<ProvisionJob>> jobs;
        std::map<QString, QString> outcomes;
        int claimed = 0;
        const auto add = [&](const QueueOperation &operation) {
            jobs.push_back(std::make_unique<ProvisionJob>(services, bench.settings, operation));
            connect(jobs.back().get(), &ProvisionJob::claimed, this, [&claimed] { ++claimed; });
            connect(jobs.back().get(), &ProvisionJob::finished, this,
                [&outcomes](const ProvisionReport &report) {
                    outcomes[report.queueName] = word(report.outcome);
                });
        };
        const QString taken = bench.demo.queues().first()[QLatin1StringView("name")].toString();
        add(creationOf(named(QStringLiteral("Autumn Sale"))));
        add(creationOf(named(QStringLiteral("Winter Sale"))));
        add(creationOf(named(taken)));
        add(updateOf(UpdateBench::bigger(bench.read(true))));

        SettleJob settle(services, bench.settings);
        QSignalSpy settled(&settle, &SettleJob::finished);
        settle.start();
        QVERIFY(settled.wait(kPatience));
        for (const auto &job : jobs) {
            QVERIFY(job->checkByItself());
            job->claim(settle);
        }
        QTRY_COMPARE(claimed, 4);

        FactsJob facts(*bench.tenant, bench.settings.licensedAgents,
            jobs.front()->rights() + jobs.back()->rights());
        QSignalSpy read(&facts, &FactsJob::finished);
        facts.start();
        QVERIFY(read.wait(kPatience));
        for (const auto &job : jobs)
            job->carryOut(facts.result());
        QTRY_COMPARE(outcomes.size(), std::size_t(4));

        const std::map<QString, QString> expected{
            {QStringLiteral("Autumn Sale"), QStringLiteral("created")},
            {QStringLiteral("Winter Sale"), QStringLiteral("created")},
            {taken, QStringLiteral("rejected")},
            {QStringLiteral("Spring Sale"), QStringLiteral("updated")}};
        QCOMPARE(outcomes, expected);
        QCOMPARE(bench.demo.requests(QStringLiteral("GET"), QStringLiteral("/api/v2/queues")), 1);
        QCOMPARE(bench.demo.requests(QStringLiteral("GET"), QStringLiteral("/api/v2/skills")), 1);
    }

private:
    static ParsedDefinition named(const QString &name)
    {
        QJsonObject definition = springSale();
        definition.insert(QStringLiteral("name"), name);
        return parseDefinition(definition);
    }
};

QTEST_GUILESS_MAIN(TestProvisionJob)
#include "tst_provisionjob.moc"

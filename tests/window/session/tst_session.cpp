// A session of the window: what it reads, what it settles, what it refuses.

#include "activities.h"
#include "catalog.h"
#include "windowbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace queuesmith;

class TestSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(unexpectedWarnings()); }

    void readsQueuesAndSkills()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        const Catalog &catalog = bench.session().catalog();
        QCOMPARE(catalog.queues().size(), 12);
        QCOMPARE(catalog.skills().size(), 20);
        QVERIFY(catalog.queue(QueueId{QStringLiteral("q-1")}));
        QVERIFY(!catalog.queue(QueueId{QStringLiteral("q-99")}));
        const TenantFacts facts = catalog.facts(500);
        QVERIFY(facts.queues && facts.queues->complete() && facts.skills);
    }

    void showsRowsAsPagesArrive()
    {
        WindowBench bench({QStringLiteral("--queues"), QStringLiteral("250")});
        bench.start();
        Catalog &catalog = bench.session().catalog();
        QSignalSpy appended(&catalog, &Catalog::queuesAppended);
        QTRY_COMPARE(catalog.queueState().phase, LoadState::Phase::Ready);
        QCOMPARE(appended.size(), 3);
        QCOMPARE(catalog.queues().size(), 250);
        catalog.refreshQueues();
        QTRY_COMPARE(catalog.queueState().phase, LoadState::Phase::Ready);
        QCOMPARE(appended.size(), 3); // a second reading replaces the list when it is complete
    }

    void keepsWhatItHadWhenAReadingFails()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Catalog &catalog = bench.session().catalog();
        bench.tenant.setFaults(R"([{"match":"GET /api/v2/queues","do":{"status":403}}])");
        catalog.refreshQueues();
        QTRY_COMPARE(catalog.queueState().phase, LoadState::Phase::Failed);
        QCOMPARE(catalog.queueState().error->httpStatus, 403);
        QCOMPARE(catalog.queues().size(), 12);
    }

    void sendsNothingWithoutAnAuditFile()
    {
        WindowBench bench;
        QFile file(bench.auditFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(4096, 'x'));
        file.close();
        QVERIFY(bench.open());
        QTRY_VERIFY(bench.session().recordsProblem());
        const auto forbidden = bench.session().sendingForbidden();
        QVERIFY(forbidden && forbidden->kind == ErrorKind::Storage);
    }

    void sendsNothingThroughALockedConnection()
    {
        WindowBench bench;
        bench.connection.readOnly = true;
        QVERIFY(bench.open());
        const auto forbidden = bench.session().sendingForbidden();
        QVERIFY(forbidden && forbidden->code == QLatin1StringView("read_only"));
    }
};

QTEST_MAIN(TestSession)
#include "tst_session.moc"

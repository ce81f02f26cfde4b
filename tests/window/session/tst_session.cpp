// A session of the window: what it reads, what it settles, what it refuses.

#include "domain/clock.h"
#include "fakeclock.h"
#include "provisioning/settlejob.h"
#include "window/activity/activities.h"
#include "window/activity/activity.h"
#include "window/activity/activitytexts.h"
#include "window/session/catalog.h"
#include "window/session/sessions.h"
#include "windowbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace queuesmith;
using namespace std::chrono_literals;

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

    void aReadingThatBeganEarlierUndoesNothing()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Catalog &catalog = bench.session().catalog();
        Queue changed = *catalog.queue(QueueId{QStringLiteral("q-1")});
        changed.definition.capacity = 77;
        Queue made = changed;
        made.id = QueueId{QStringLiteral("q-new")};
        catalog.refreshQueues();
        catalog.put(changed);
        catalog.put(made);
        QTRY_COMPARE(catalog.queueState().phase, LoadState::Phase::Ready);
        QCOMPARE(catalog.queue(changed.id)->definition.capacity, 77);
        QVERIFY(catalog.queue(made.id));
        QCOMPARE(catalog.queues().size(), 13);
        // The next one begins later, and knows better.
        catalog.refreshQueues();
        QTRY_COMPARE(catalog.queueState().phase, LoadState::Phase::Ready);
        QCOMPARE(catalog.queues().size(), 12);
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

    void anActivityTellsHowLongItHasWaited()
    {
        FakeClock clock;
        Activity activity(QStringLiteral("Creating “Gold”"), clock);
        activity.setAttemptLimit(20s);
        activity.setStage(Stage::Creating);
        activity.setAttempt(1, 5);
        QCOMPARE(activity.sentence(), QStringLiteral("Creating “Gold”: sending"));
        clock.advance(4s);
        QCOMPARE(activity.sentence(),
            QStringLiteral("Creating “Gold”: sending, no answer for 4 s, at most 20 s"));
        activity.setStage(Stage::Verifying);
        clock.advance(6s);
        QCOMPARE(activity.sentence(), QStringLiteral("Creating “Gold”: verifying, for 6 s"));
    }

    void anActivityTellsUntilWhenItWatches()
    {
        FakeClock clock;
        Activity activity(QStringLiteral("Creating “Gold”"), clock);
        activity.setStage(Stage::ReadingBack);
        Waiting waiting;
        waiting.reason = WaitReason::Settling;
        waiting.delay = 8s;
        waiting.windowLeft = 58s;
        waiting.maxAttempts = 5;
        activity.setWaiting(waiting);
        const QString until =
            clock.utcNow().addSecs(58).toLocalTime().toString(QStringLiteral("HH:mm:ss"));
        const QString said =
            QStringLiteral("Creating “Gold”: reading back, watching until %1 "
                           "to see whether the lost request took effect, next check in ");
        QCOMPARE(activity.sentence(), said.arg(until) + QStringLiteral("8 s"));
        clock.advance(5s);
        QCOMPARE(activity.sentence(), said.arg(until) + QStringLiteral("3 s"));
        QVERIFY(activity.canRetryNow());
    }

    void anActivityNamesItsQueueOnce_data()
    {
        QTest::addColumn<QString>("end");
        QTest::addColumn<QString>("said");
        QTest::newRow("named in the sentence")
            << QStringLiteral("“Gold” was not created. Try again.")
            << QStringLiteral("“Gold” was not created. Try again.");
        QTest::newRow("not named")
            << QStringLiteral("done.") << QStringLiteral("Creating “Gold”: done.");
        QTest::newRow("part of another name") << QStringLiteral(
            "“Golden” has the name.") << QStringLiteral("Creating “Gold”: “Golden” has the name.");
    }
    void anActivityNamesItsQueueOnce()
    {
        QFETCH(QString, end);
        QFETCH(QString, said);
        FakeClock clock;
        Activity activity(QStringLiteral("Creating “Gold”"), clock);
        activity.setSubject(QStringLiteral("Gold"), QStringLiteral("name Gold"));
        activity.conclude(Activity::State::Failed, end);
        QCOMPARE(activity.sentence(), said);
    }

    void whatWasFinishedBeforeIsNotDoubted()
    {
        Settled finished;
        finished.wasFinished = true;
        finished.report.outcome = ProvisionOutcome::Adopted;
        finished.report.queueId = QStringLiteral("q-7");
        const EndText end = endText(finished);
        QCOMPARE(end.state, Activity::State::Succeeded);
        QVERIFY(end.sentence.contains(QLatin1StringView("on record")));
        QVERIFY(end.sentence.contains(QLatin1StringView("q-7")));
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

    void refusesARequestLogThatCantBeMade()
    {
        WindowBench bench;
        bench.options.httpLogFile = bench.path(QStringLiteral("none/http.log"));
        SystemClock clock;
        const Result<TenantSession *> made = TenantSession::make(
            bench.connection, "demo-secret", bench.options, clock, [] { return 0.5; }, nullptr);
        QVERIFY(!made);
        QCOMPARE(made.error().kind, ErrorKind::OutputFile);
        QVERIFY(made.error().message.contains(bench.options.httpLogFile));
    }

    void saysWhenTheRequestLogEnds()
    {
        WindowBench bench;
        bench.options.httpLogFile = QStringLiteral("/dev/full");
        QVERIFY(bench.open());
        QCOMPARE(bench.session().activities().all().size(), 1);
        const Activity *told = bench.session().activities().all().first();
        QCOMPARE(told->state(), Activity::State::Failed);
        QVERIFY2(told->sentence().contains(QLatin1StringView("/dev/full")),
            qPrintable(told->sentence()));
    }

    void saysWhatALostAuditLogHasLeft()
    {
        WindowBench bench;
        QFile left(bench.auditFile() + QStringLiteral("-wal"));
        QVERIFY(left.open(QIODevice::WriteOnly) && left.write("x") == 1);
        left.close();
        QVERIFY(bench.open());
        QTRY_COMPARE(bench.session().activities().all().size(), 1);
        const Activity *told = bench.session().activities().all().first();
        QCOMPARE(told->state(), Activity::State::Warned);
        QVERIFY2(told->sentence().contains(bench.auditFile()), qPrintable(told->sentence()));
        QVERIFY(!bench.session().sendingForbidden());
    }

    void sendsNothingThroughALockedConnection()
    {
        WindowBench bench;
        bench.connection.readOnly = true;
        QVERIFY(bench.open());
        const auto forbidden = bench.session().sendingForbidden();
        QVERIFY(forbidden && forbidden->code == QLatin1StringView("read_only"));
    }

    void tellsOfWhatIsSavedOrRemoved()
    {
        const QTemporaryDir folder;
        SystemClock clock;
        Sessions sessions(Profiles(folder.filePath(QStringLiteral("connections.ini"))), {}, clock,
            [] { return 0.5; });
        QStringList told;
        connect(&sessions, &Sessions::savedChanged, this,
            [&] { told.append(sessions.savedNames().join(u',')); });
        Connection connection;
        connection.name = QStringLiteral("A");
        connection.baseUrl = QUrl(QStringLiteral("https://tenant.example"));
        connection.clientId = QStringLiteral("client");
        QVERIFY(sessions.save(connection));
        QCOMPARE(told, QStringList{QStringLiteral("A")});
        QVERIFY(!sessions.remove(QStringLiteral("B")));
        QCOMPARE(told.size(), 1);
        QVERIFY(sessions.remove(QStringLiteral("A")));
        QCOMPARE(told, (QStringList{QStringLiteral("A"), QString()}));
    }
};

QTEST_MAIN(TestSession)
#include "tst_session.moc"

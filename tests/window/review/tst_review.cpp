// The last look before something is sent, and the sending itself: several at once, refusals,
// production.

#include "activities.h"
#include "catalog.h"
#include "commandrun.h"
#include "records.h"
#include "reviewmodel.h"
#include "reviewpage.h"
#include "sendcontroller.h"
#include "windowbench.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace queuesmith;

namespace {

Review creation(const QString &name, int capacity = 8)
{
    QJsonObject definition = springSale();
    definition.insert(QStringLiteral("name"), name);
    definition.insert(QStringLiteral("capacity"), capacity);
    Review review;
    review.wanted = parseDefinition(definition);
    review.checks = {{StatusKind::Ok, QStringLiteral("Name is free")}};
    return review;
}

const QString kQueues = QStringLiteral("/api/v2/queues");

} // namespace

class TestReview : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(unexpectedWarnings()); }

    void severalAtOnceAreEachCreatedOnce()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        bench.tenant.setFaults(
            R"([{"match":"POST /api/v2/queues","times":3,"do":{"close":"after"}},)"
            R"({"match":"POST /api/v2/queues","times":9,"do":{"delayMs":300}}])");
        SendController sender(bench.session());
        QSignalSpy finished(&sender, &SendController::finished);
        constexpr int kJobs = 8;
        for (int i = 0; i < kJobs; ++i)
            sender.send(creation(QStringLiteral("Sale %1").arg(i)), {}, QString::number(i));
        QCOMPARE(bench.session().activities().running(), kJobs);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), kJobs, 30'000);
        for (const QList<QVariant> &one : std::as_const(finished)) {
            const auto report = one.at(1).value<ProvisionReport>();
            QVERIFY2(report.outcome == ProvisionOutcome::Created
                    || report.outcome == ProvisionOutcome::Adopted,
                qPrintable(report.queueName + QStringLiteral(": ") + word(report.outcome) + u' '
                    + (report.error ? report.error->message : QString())));
        }
        for (int i = 0; i < kJobs; ++i)
            QCOMPARE(bench.tenant.queuesNamed(QStringLiteral("Sale %1").arg(i)), 1);
        QCOMPARE(bench.session().activities().running(), 0);
    }

    void oneThatIsUnderWayIsNobodyElsesToSettle()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        // Longer than the settle window: whoever looked for it in vain would call it failed.
        bench.tenant.setFaults(R"([{"match":"POST /api/v2/queues","do":{"delayMs":1500}}])");
        SendController sender(bench.session());
        QSignalSpy finished(&sender, &SendController::finished);
        sender.send(creation(QStringLiteral("Slow")), {}, QStringLiteral("1"));
        QVERIFY(bench.tenant.awaitRequests(QStringLiteral("POST"), kQueues, 1));
        sender.send(creation(QStringLiteral("Quick")), {}, QStringLiteral("2"));
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, 20'000);
        QCOMPARE(finished.first().first().toString(), QStringLiteral("2"));
        for (const QList<QVariant> &one : std::as_const(finished))
            QCOMPARE(one.at(1).value<ProvisionReport>().outcome, ProvisionOutcome::Created);
        QCOMPARE(bench.tenant.creations(), 2);
        QStringList told;
        bench.session().auditRecords().listRecords(
            {}, this, [&](const Result<QList<StoredRecord>> &records) {
                for (const StoredRecord &record : records.value())
                    told.append(QString::fromUtf8(record.payload));
            });
        QTRY_VERIFY(!told.isEmpty());
        const auto slow = told.filter(QStringLiteral("\"queue_name\":\"Slow\""))
                              .filter(QStringLiteral("QUEUE_PROVISIONED"));
        QCOMPARE(slow.size(), 2); // its intent and its one outcome
    }

    void anUnknownOutcomeIsSettledLater()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        bench.tenant.setFaults(R"([{"match":"POST /api/v2/queues","do":{"close":"after"}},)"
                               R"({"match":"GET /api/v2/queues","do":{}},)"
                               R"({"match":"GET /api/v2/queues","times":40,"do":{"status":403}}])");
        SendController sender(bench.session());
        QSignalSpy finished(&sender, &SendController::finished);
        sender.send(creation(QStringLiteral("Spring Sale")), {}, QStringLiteral("1"));
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
        const auto report = finished.first().at(1).value<ProvisionReport>();
        QCOMPARE(report.outcome, ProvisionOutcome::Unknown);
        const Activity *activity = bench.session().activities().all().first();
        QCOMPARE(activity->state(), Activity::State::Unknown);
        bench.tenant.setFaults("[]");
        QSignalSpy settled(&bench.session(), &TenantSession::settled);
        bench.session().settleNow();
        QTRY_COMPARE(settled.size(), 1);
        QVERIFY(bench.session().activities().all().last()->sentence().contains(
            QLatin1StringView("taken over")));
        bench.session().settleNow();
        QTRY_COMPARE(settled.size(), 2);
        QVERIFY(bench.session().activities().all().last()->sentence().contains(
            QLatin1StringView("nothing was left open")));
        QCOMPARE(bench.tenant.queuesNamed(QStringLiteral("Spring Sale")), 1);
        QCOMPARE(bench.tenant.creations(), 1);
    }

    void aLockedConnectionSendsNothing()
    {
        WindowBench bench;
        bench.connection.readOnly = true;
        QVERIFY(bench.open());
        SendController sender(bench.session());
        sender.send(creation(QStringLiteral("Spring Sale")), {}, QStringLiteral("1"));
        const Activity *activity = bench.session().activities().all().first();
        QCOMPARE(activity->state(), Activity::State::Failed);
        QVERIFY(activity->sentence().contains(QLatin1StringView("locked read-only")));
        QCOMPARE(bench.tenant.requests(QStringLiteral("POST"), kQueues), 0);
    }

    void asksForAReasonInProductionOnly_data()
    {
        QTest::addColumn<Environment>("environment");
        QTest::addColumn<bool>("asks");
        QTest::newRow("production") << Environment::Production << true;
        QTest::newRow("test") << Environment::Test << false;
        QTest::newRow("demo") << Environment::Demo << false;
    }
    void asksForAReasonInProductionOnly()
    {
        QFETCH(Environment, environment);
        QFETCH(bool, asks);
        WindowBench bench;
        bench.connection.environment = environment;
        QVERIFY(bench.open());
        ReviewPage page(bench.session());
        page.resize(900, 600);
        page.show(creation(QStringLiteral("Spring Sale")));
        static_cast<QWidget &>(page).show();
        QSignalSpy sent(&page, &ReviewPage::sendRequested);
        auto *reason = page.findChild<QLineEdit *>(QStringLiteral("reasonEdit"));
        auto *button = page.findChild<QPushButton *>(QStringLiteral("sendButton"));
        QVERIFY(reason->isVisible()); // a capacity may be approved anywhere
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(sent.size(), asks ? 0 : 1);
        if (!asks)
            return;
        QVERIFY(page.findChild<QLabel *>(QStringLiteral("noteLabel"))->text().startsWith(u'■'));
        QTest::keyClicks(reason, QStringLiteral("  OPS-12  "));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent.first().at(1).toString(), QStringLiteral("OPS-12"));
    }

    void showsTheDifferenceOfAChange()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        const Queue base = *bench.session().catalog().queue(QueueId{QStringLiteral("q-1")});
        Review review;
        review.base = base;
        review.wanted.definition = base.definition;
        review.wanted.definition.capacity += 7;
        ReviewModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setChanges(review.changes(), {});
        QStringList fields;
        for (int row = 0; row < model.rowCount(); ++row)
            fields.append(model.index(row, 0).data().toString());
        QCOMPARE(fields.value(0), QStringLiteral("Capacity"));
        QVERIFY(!fields.contains(QStringLiteral("Name")));
        QCOMPARE(model.index(0, 2).data(static_cast<int>(ReviewModel::Role::Raw)).toInt(),
            base.definition.capacity + 7);
    }
};

QTEST_MAIN(TestReview)
#include "tst_review.moc"

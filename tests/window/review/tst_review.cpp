// The last look before something is sent, and the sending itself: several at once, refusals,
// production.

#include "commandrun.h"
#include "looks.h"
#include "patience.h"
#include "provisioning/operationerrors.h"
#include "records/records.h"
#include "window/activity/activities.h"
#include "window/activity/activitybar.h"
#include "window/activity/activitytexts.h"
#include "window/review/reviewmodel.h"
#include "window/review/reviewpage.h"
#include "window/review/sendcontroller.h"
#include "window/session/catalog.h"
#include "windowbench.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
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

QString idNamed(WindowBench &bench, const QString &name)
{
    const QJsonArray queues = bench.tenant.queues();
    for (const QJsonValue &queue : queues) {
        if (queue[QLatin1StringView("name")].toString() == name)
            return queue[QLatin1StringView("id")].toString();
    }
    return {};
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
        QTRY_COMPARE(finished.size(), kJobs);
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
        QTRY_COMPARE(finished.size(), 2);
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
        QTRY_COMPARE(finished.size(), 1);
        const auto report = finished.first().at(1).value<ProvisionReport>();
        QCOMPARE(report.outcome, ProvisionOutcome::Unknown);
        const Activity *activity = bench.session().activities().all().first();
        QCOMPARE(activity->state(), Activity::State::Unknown);
        QVERIFY(activity->openOutcome());
        QVERIFY2(!activity->sentence().contains(QLatin1StringView("--")),
            qPrintable(activity->sentence()));
        bench.tenant.setFaults("[]");
        QSignalSpy settled(&bench.session(), &TenantSession::settled);
        bench.session().settleNow();
        QTRY_COMPARE(settled.size(), 1);
        QVERIFY(bench.session().activities().all().last()->sentence().contains(
            QLatin1StringView("adopted")));
        bench.session().settleNow();
        QTRY_COMPARE(settled.size(), 2);
        QVERIFY(bench.session().activities().all().last()->sentence().contains(
            QLatin1StringView("there was nothing to settle")));
        QCOMPARE(bench.tenant.queuesNamed(QStringLiteral("Spring Sale")), 1);
        QCOMPARE(bench.tenant.creations(), 1);
    }

    void whatIsStillOpenIsSaidOnce()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        bench.tenant.setFaults(R"([{"match":"POST /api/v2/queues","do":{"close":"after"}},)"
                               R"({"match":"GET /api/v2/queues","do":{}},)"
                               R"({"match":"GET /api/v2/queues","times":90,"do":{"status":403}}])");
        SendController sender(bench.session());
        QSignalSpy finished(&sender, &SendController::finished);
        sender.send(creation(QStringLiteral("Spring Sale")), {}, QStringLiteral("1"));
        QTRY_COMPARE(finished.size(), 1);
        QSignalSpy settled(&bench.session(), &TenantSession::settled);
        Activities &activities = bench.session().activities();
        activities.checkAgain();
        QTRY_COMPARE(settled.size(), 1);
        QCOMPARE(activities.all().size(), 1); // the newest word on it
        QVERIFY(activities.all().first()->openOutcome());
        QCOMPARE(activities.all().first()->openOutcome()->queueName, QStringLiteral("Spring Sale"));
    }

    void aPersonSaysHowItEnded_data()
    {
        QTest::addColumn<bool>("isThere");
        QTest::addColumn<QString>("said");
        QTest::newRow("it is there") << true << QStringLiteral("adopted");
        QTest::newRow("it is not there") << false << QStringLiteral("declared that");
    }
    void aPersonSaysHowItEnded()
    {
        QFETCH(bool, isThere);
        QFETCH(QString, said);
        WindowBench bench;
        QVERIFY(bench.open());
        bench.tenant.setFaults(R"([{"match":"POST /api/v2/queues","do":{"close":"after"}},)"
                               R"({"match":"GET /api/v2/queues","do":{}},)"
                               R"({"match":"GET /api/v2/queues","times":90,"do":{"status":403}}])");
        SendController sender(bench.session());
        QSignalSpy finished(&sender, &SendController::finished);
        sender.send(creation(QStringLiteral("Spring Sale")), {}, QStringLiteral("1"));
        QTRY_COMPARE(finished.size(), 1);
        const QString id = idNamed(bench, QStringLiteral("Spring Sale"));
        QVERIFY(!id.isEmpty());
        Activities &activities = bench.session().activities();
        ActivityBar bar;
        bar.resize(1000, 120);
        bar.setActivities(&activities);
        bar.show();
        const auto part = [&bar](const char *name) {
            return bar.findChild<QWidget *>(QString::fromLatin1(name));
        };
        QTest::mouseClick(part(isThere ? "isThereButton" : "isNotThereButton"), Qt::LeftButton);
        QTRY_VERIFY(part("consequenceLabel")->isVisible());
        QCOMPARE(part("outcomeIdEdit")->isVisible(), isThere);
        if (isThere) {
            QVERIFY(!part("putOnRecordButton")->isEnabled()); // which one is it?
            QTest::keyClicks(part("outcomeIdEdit"), id);
        }
        QTest::keyClicks(part("outcomeSeenEdit"), QStringLiteral("seen at ten"));
        QSignalSpy settled(&bench.session(), &TenantSession::settled);
        QTest::mouseClick(part("putOnRecordButton"), Qt::LeftButton);
        QTRY_COMPARE(settled.size(), 1);
        QCOMPARE(activities.all().size(), 1); // and not the open one any more
        const QString sentence = activities.all().first()->sentence();
        QVERIFY2(sentence.contains(said), qPrintable(sentence));
        QCOMPARE(sentence.count(QStringLiteral("“Spring Sale”")), 1);
        QCOMPARE(bench.tenant.creations(), 1);
        bool isRecorded = false;
        bench.session().auditRecords().listRecords(
            {}, this, [&](const Result<QList<StoredRecord>> &records) {
                for (const StoredRecord &record : records.value())
                    isRecorded |= record.payload.contains("seen at ten");
            });
        QTRY_VERIFY(isRecorded);
    }

    void offersTheIdOfTheQueueThatItMayBe_data()
    {
        QTest::addColumn<bool>("isAskedAgain");
        QTest::newRow("at once") << false;
        QTest::newRow("when the tenant was asked again") << true;
    }
    /// A tenant that keeps names in lower case, and whose answer is lost.
    void offersTheIdOfTheQueueThatItMayBe()
    {
        QFETCH(bool, isAskedAgain);
        WindowBench bench({QStringLiteral("--names"), QStringLiteral("lower")});
        QVERIFY(bench.open());
        bench.tenant.setFaults(
            R"([{"match":"POST /api/v2/queues","times":9,"do":{"status":500,"commit":true}}])");
        SendController sender(bench.session());
        QSignalSpy finished(&sender, &SendController::finished);
        sender.send(creation(QStringLiteral("Spring Sale")), {}, QStringLiteral("1"));
        QTRY_COMPARE(finished.size(), 1);
        Activities &activities = bench.session().activities();
        if (isAskedAgain) {
            QSignalSpy settled(&bench.session(), &TenantSession::settled);
            activities.checkAgain();
            QTRY_COMPARE(settled.size(), 1);
        }
        const QString id = idNamed(bench, QStringLiteral("spring sale"));
        QVERIFY(!id.isEmpty());
        ActivityBar bar;
        bar.setActivities(&activities);
        bar.show();
        QVERIFY2(activities.all().first()->sentence().contains(id),
            qPrintable(activities.all().first()->sentence()));
        QTest::mouseClick(
            bar.findChild<QPushButton *>(QStringLiteral("isThereButton")), Qt::LeftButton);
        QTRY_VERIFY(bar.findChild<QLineEdit *>(QStringLiteral("outcomeIdEdit"))->isVisible());
        QCOMPARE(bar.findChild<QLineEdit *>(QStringLiteral("outcomeIdEdit"))->text(), id);
        QVERIFY(bar.findChild<QPushButton *>(QStringLiteral("putOnRecordButton"))->isEnabled());
        QCOMPARE(bench.tenant.creations(), 1);
    }

    void leadsToTheButtonsBesideIt_data()
    {
        QTest::addColumn<QString>("language");
        for (const char *language : {"en", "de"})
            QTest::newRow(language) << QString::fromLatin1(language);
    }
    void leadsToTheButtonsBesideIt()
    {
        QFETCH(QString, language);
        const OtherLanguage other(language);
        SystemClock clock;
        Activities activities(clock);
        Activity *open = activities.begin(QStringLiteral("Spring Sale"));
        open->concludeOpen({OperationKind::Create, {}, {}}, endText(ProvisionReport{}).sentence);
        ActivityBar bar;
        bar.setActivities(&activities);
        bar.show();
        QStringList buttons;
        const QList<QPushButton *> all = bar.findChildren<QPushButton *>();
        for (const QPushButton *button : all) {
            if (button->isVisible())
                buttons.append(button->text());
        }
        static const QRegularExpression kQuoted(QStringLiteral("[“„]([^“”]+)[“”]"));
        int named = 0;
        QRegularExpressionMatchIterator match = kQuoted.globalMatch(open->sentence());
        for (; match.hasNext(); ++named) {
            const QString text = match.next().captured(1);
            QVERIFY2(buttons.contains(text), qPrintable(open->sentence()));
        }
        QCOMPARE(named, 3);
    }

    void namesNothingOfTheCommandLine_data()
    {
        QTest::addColumn<Error>("error");
        Operation created;
        created.queueName = QStringLiteral("Claims");
        Operation changed = created;
        changed.kind = OperationKind::Update;
        Queue other;
        other.id = QueueId{QStringLiteral("q-7")};
        other.definition.name = QStringLiteral("claims");
        const Sentence why(QStringLiteral("No answer."));
        QTest::newRow("a creation") << unknownError(created, why);
        QTest::newRow("a change") << unknownError(changed, why);
        QTest::newRow("told, but not seen") << unseenError(created);
        QTest::newRow("under another name") << candidateError(created, other);
        QTest::newRow("an export") << exportCancelledError(created.queueName);
    }
    void namesNothingOfTheCommandLine()
    {
        QFETCH(Error, error);
        ProvisionReport report;
        report.outcome = error.kind == ErrorKind::Cancelled ? ProvisionOutcome::Cancelled
                                                            : ProvisionOutcome::Unknown;
        report.error = error;
        const QString sentence = endText(report).sentence;
        for (const char *word : {"--", "wfm retry", "settle"})
            QVERIFY2(!sentence.contains(QLatin1StringView(word)), qPrintable(sentence));
    }

    void aSuccessOvertakesWhatFailedBefore()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        bench.tenant.setFaults(
            R"([{"match":"POST /api/v2/queues","times":2,"do":{"status":403}}])");
        SendController sender(bench.session());
        QSignalSpy finished(&sender, &SendController::finished);
        const auto send = [&](const QString &name) {
            const auto before = finished.size();
            sender.send(creation(name), {}, name);
            return QTest::qWaitFor([&] { return finished.size() > before; }, kPatience);
        };
        QVERIFY(send(QStringLiteral("Spring Sale")));
        QVERIFY(send(QStringLiteral("Autumn Sale")));
        QVERIFY(send(QStringLiteral("Spring Sale")));
        QStringList said;
        for (const Activity *activity : bench.session().activities().all())
            said.append(activity->sentence());
        QCOMPARE(said.size(), 2);
        QVERIFY2(said.first().contains(QLatin1StringView("Autumn Sale")), qPrintable(said.first()));
        QVERIFY2(said.last().contains(QLatin1StringView("verified")), qPrintable(said.last()));
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

    void sendsByTheShortcutAndKeepsTheReason()
    {
        WindowBench bench;
        bench.connection.environment = Environment::Production;
        QVERIFY(bench.open());
        ReviewPage page(bench.session());
        page.resize(900, 600);
        const Review review = creation(QStringLiteral("Spring Sale"));
        page.show(review);
        static_cast<QWidget &>(page).show();
        QSignalSpy sent(&page, &ReviewPage::sendRequested);
        auto *reason = page.findChild<QLineEdit *>(QStringLiteral("reasonEdit"));
        QTest::keyClick(reason, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(sent.size(), 0); // not without a reason
        QTest::keyClicks(reason, QStringLiteral("OPS-12"));
        page.show(review); // asked for once more, from a menu say
        QCOMPARE(reason->text(), QStringLiteral("OPS-12"));
        for (QWidget *from : {static_cast<QWidget *>(reason),
                 page.findChild<QWidget *>(QStringLiteral("changesTable")),
                 page.findChild<QWidget *>(QStringLiteral("backButton"))}) {
            sent.clear();
            QTest::keyClick(from, Qt::Key_Return, Qt::ControlModifier);
            QCOMPARE(sent.size(), 1);
            QCOMPARE(sent.first().at(1).toString(), QStringLiteral("OPS-12"));
        }
        page.show(creation(QStringLiteral("Autumn Sale")));
        QVERIFY(reason->text().isEmpty()); // it was for another change
    }

    void saysWhyItIsReviewed_data()
    {
        QTest::addColumn<Environment>("environment");
        QTest::addColumn<UnapprovedCapacity>("unapproved");
        QTest::addColumn<QString>("said");
        QTest::newRow("production") << Environment::Production << UnapprovedCapacity::Warn
                                    << QStringLiteral("a reason is needed");
        QTest::newRow("a change") << Environment::Test << UnapprovedCapacity::Allow
                                  << QStringLiteral("○ Changes are reviewed");
        QTest::newRow("warned of")
            << Environment::Test << UnapprovedCapacity::Warn << QStringLiteral("▲ ");
        QTest::newRow("refused") << Environment::Test << UnapprovedCapacity::Refuse
                                 << QStringLiteral("■ ");
    }
    void saysWhyItIsReviewed()
    {
        QFETCH(Environment, environment);
        QFETCH(UnapprovedCapacity, unapproved);
        QFETCH(QString, said);
        WindowBench bench;
        bench.connection.environment = environment;
        bench.connection.capacity.unapproved = unapproved;
        QVERIFY(bench.open());
        Review review;
        review.base = *bench.session().catalog().queue(QueueId{QStringLiteral("q-1")});
        review.wanted.definition = review.base->definition;
        review.wanted.definition.capacity += 7;
        ReviewPage page(bench.session());
        page.show(review);
        const auto *why = page.findChild<QLabel *>(QStringLiteral("whyLabel"));
        QTRY_VERIFY2(why->text().contains(said), qPrintable(why->text()));
        QVERIFY(why->text().contains(QStringLiteral("Nothing has been sent yet")));
    }

    void showsFieldsInTheFormsOrderAndInWords()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        const Catalog &catalog = bench.session().catalog();
        Review review = creation(QStringLiteral("Spring Sale"));
        QueueDefinition &wanted = review.wanted.definition;
        wanted.overflow.target = QueueId{QStringLiteral("q-1")};
        wanted.overflow.threshold = 75;
        wanted.skillGroups = {catalog.skills().at(1).id, catalog.skills().at(0).id};
        review.skillNames = {{
                                 catalog.skills().at(0).id.value,
                                 QStringLiteral("Tier 2 <b>"),
                             },
            {catalog.skills().at(1).id.value, QStringLiteral("Tier 10")}};
        ReviewPage page(bench.session());
        page.resize(900, 700);
        page.show(review);
        static_cast<QWidget &>(page).show();
        auto *table = page.findChild<QTableView *>(QStringLiteral("changesTable"));
        QStringList fields;
        QHash<QString, QString> values;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            fields.append(table->model()->index(row, 0).data().toString());
            values.insert(fields.last(), table->model()->index(row, 2).data().toString());
        }
        const QStringList order{QStringLiteral("Name"), QStringLiteral("Description"),
            QStringLiteral("Type"), QStringLiteral("Capacity"), QStringLiteral("Overflow target"),
            QStringLiteral("Overflow threshold"), QStringLiteral("Overflow type"),
            QStringLiteral("Priority"), QStringLiteral("Routing rules"),
            QStringLiteral("Skill groups")};
        QStringList known = fields;
        known.removeIf([&order](const QString &field) { return !order.contains(field); });
        QStringList expected = order;
        expected.removeIf([&fields](const QString &field) { return !fields.contains(field); });
        QCOMPARE(known, expected);
        QVERIFY(known.size() >= 7);
        QCOMPARE(values.value(QStringLiteral("Overflow threshold")), QStringLiteral("75 %"));
        QCOMPARE(
            values.value(QStringLiteral("Skill groups")), QStringLiteral("Tier 2 <b>, Tier 10"));
        QCOMPARE(values.value(QStringLiteral("Overflow target")),
            QStringLiteral("%1 (q-1)").arg(catalog.nameOf(QueueId{QStringLiteral("q-1")})));
        // All rows are seen, and what most people don't need is folded away.
        QTRY_VERIFY(table->verticalHeader()->length() <= table->viewport()->height());
        const auto *body = page.findChild<QPlainTextEdit *>(QStringLiteral("payloadView"));
        const auto *checks = page.findChild<QListView *>(QStringLiteral("checksList"));
        QVERIFY(!body->isVisible());
        QVERIFY(!checks->isVisible()); // nothing in them to look at
        QTest::mouseClick(
            page.findChild<QAbstractButton *>(QStringLiteral("payloadFold")), Qt::LeftButton);
        QVERIFY(body->isVisible());
        review.checks.append({StatusKind::Warning, QStringLiteral("Look here")});
        page.show(review);
        QVERIFY(checks->isVisible());
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

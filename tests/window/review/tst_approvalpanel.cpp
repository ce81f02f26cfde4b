// Approving a capacity in the review: what is asked for, what is said, what comes on record.

#include "patience.h"
#include "records/records.h"
#include "window/review/approvalcontroller.h"
#include "window/review/approvalpanel.h"
#include "window/review/reviewpage.h"
#include "window/session/catalog.h"
#include "window/session/recommendations.h"
#include "windowbench.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace queuesmith;

namespace {

const QueueId kQueue{QStringLiteral("q-1")};

CapacityEvidence evidence(qint64 recommended, qint64 low, qint64 high)
{
    CapacityEvidence evidence;
    evidence.recommendedCapacity = recommended;
    evidence.range = CapacityRange{low, high};
    evidence.confidence = QStringLiteral("high");
    evidence.policy = QStringLiteral("erlang");
    evidence.reading = QStringLiteral("agents");
    evidence.observed = {41.4, 0.121, {}, {}};
    evidence.predictedAtRecommended = {12.0, 0.01, {}, {}};
    evidence.waitError.wape = 0.21;
    evidence.to = QDateTime(QDate(2026, 3, 1), QTime(0, 0), Qt::UTC);
    evidence.from = evidence.to.addDays(-28);
    evidence.intervals = 1344;
    return evidence;
}

/// The review page with a change of q-1 to `by` more than it has.
class ApprovalBench {
public:
    explicit ApprovalBench(UnapprovedCapacity setting = UnapprovedCapacity::Warn,
        Environment environment = Environment::Test)
    {
        bench.connection.capacity.unapproved = setting;
        bench.connection.environment = environment;
        if (!bench.open())
            qFatal("The session didn't open.");
        page = std::make_unique<ReviewPage>(bench.session());
        page->resize(1000, 700);
        static_cast<QWidget &>(*page).show();
    }

    void showChange(int by)
    {
        Review review;
        review.base = *bench.session().catalog().queue(kQueue);
        review.wanted.definition = review.base->definition;
        review.wanted.definition.capacity += by;
        review.wanted.definition.priority = by == 0 ? 1 : review.wanted.definition.priority;
        page->show(review);
    }
    void showCreation(const QString &name)
    {
        Review review;
        review.wanted.definition.name = name;
        review.wanted.definition.capacity = 5;
        review.wanted.definition.skillGroups =
            bench.session().catalog().queue(kQueue)->definition.skillGroups;
        page->show(review);
    }

    template <typename T> T *find(const char *name) const
    {
        return page->findChild<T *>(QString::fromLatin1(name));
    }
    QString state() const { return find<QLabel>("stateLabel")->text(); }
    QString note() const { return find<QLabel>("panelNote")->text(); }
    QString grounds() const { return find<QLabel>("evidenceLabel")->text(); }
    void click(const char *name) const
    {
        QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton);
    }
    void writeReason(const QString &reason) const
    {
        find<QLineEdit>("reasonEdit")->setText(reason);
    }
    /// Records of that action, oldest first.
    QJsonArray records(const QString &action)
    {
        std::optional<QJsonArray> list;
        AuditFilter filter;
        filter.action = action;
        bench.session().records().listRecords(
            filter, page.get(), [&list](const Result<QList<StoredRecord>> &records) {
                list.emplace();
                for (const StoredRecord &record : records.value())
                    list->prepend(QJsonDocument::fromJson(record.payload).object());
            });
        if (!QTest::qWaitFor([&list] { return list.has_value(); }, kPatience))
            qFatal("The log can't be read.");
        return *list;
    }

    WindowBench bench;
    std::unique_ptr<ReviewPage> page;
};

} // namespace

class TestApprovalPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(unexpectedWarnings()); }

    void approvesWithTickAndReason()
    {
        ApprovalBench bench;
        Recommendations &known = bench.bench.session().recommendations();
        known.put(kQueue, evidence(46, 44, 49));
        bench.showChange(6);
        QTRY_VERIFY(bench.state().startsWith(QStringLiteral("▲ No one has approved")));
        QVERIFY(bench.grounds().contains(QStringLiteral("Recommended 46 (44–49)")));
        QVERIFY(bench.grounds().contains(QStringLiteral("1,344 intervals")));
        bench.click("approveButton");
        QTRY_VERIFY(bench.note().contains(QLatin1StringView("no reason")));
        bench.writeReason(QStringLiteral(" OPS-12 "));
        QVERIFY(bench.note().isEmpty());
        bench.click("approveButton");
        QTRY_VERIFY(bench.note().contains(QLatin1StringView("reviewing")));
        QVERIFY(bench.records(QStringLiteral("CAPACITY_APPROVED")).isEmpty());

        bench.find<QCheckBox>("reviewedCheck")->setChecked(true);
        QSignalSpy recorded(&bench.bench.session(), &TenantSession::recorded);
        bench.click("approveButton");
        QTRY_VERIFY(bench.state().startsWith(QStringLiteral("● Approved by ")));
        QVERIFY(bench.state().contains(QStringLiteral("44–49")));
        QCOMPARE(recorded.size(), 1);
        const QJsonArray records = bench.records(QStringLiteral("CAPACITY_APPROVED"));
        QCOMPARE(records.size(), 1);
        QCOMPARE(records.first()[QLatin1StringView("reason")].toString(), QStringLiteral("OPS-12"));
        QVERIFY(isIntact(records.first()[QLatin1StringView("evidence")].toObject()));

        // Newer data outside of the range: the review says so at once.
        CapacityEvidence newer = evidence(60, 55, 62);
        newer.to = newer.to.addDays(1);
        known.put(kQueue, newer);
        QVERIFY(bench.state().contains(QStringLiteral("is void")));
        QVERIFY(bench.state().contains(QStringLiteral("60")));
        QVERIFY(!bench.find<QCheckBox>("reviewedCheck")->isChecked()); // other figures

        bench.showChange(7);
        QTRY_VERIFY(bench.state().startsWith(QStringLiteral("▲")));
        QCOMPARE(bench.find<QLineEdit>("reasonEdit")->text(), QString());
    }

    void declinesWithAReasonOnly()
    {
        ApprovalBench bench;
        bench.bench.session().recommendations().put(kQueue, evidence(46, 44, 49));
        bench.showChange(6);
        bench.click("declineButton");
        QTRY_VERIFY(bench.note().contains(QLatin1StringView("no reason")));
        bench.writeReason(QStringLiteral("too dear"));
        bench.click("declineButton");
        QTRY_VERIFY(bench.state().startsWith(QStringLiteral("■ Declined by ")));
        QVERIFY(bench.state().contains(QStringLiteral("“too dear”")));
        QCOMPARE(bench.records(QStringLiteral("CAPACITY_DECLINED")).size(), 1);
    }

    void asksForTheTickOnlyWhereThereIsAHistory()
    {
        ApprovalBench bench;
        bench.showChange(6);
        const auto *tick = bench.find<QCheckBox>("reviewedCheck");
        QVERIFY(tick->isVisible());
        QVERIFY(tick->isEnabled()); // there may be one
        QVERIFY(bench.grounds().contains(QStringLiteral("haven't looked at")));
        bench.writeReason(QStringLiteral("OPS-12"));
        bench.click("approveButton");
        QTRY_VERIFY(bench.note().contains(QLatin1StringView("reviewing")));

        CapacityEvidence none;
        none.to = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
        bench.bench.session().recommendations().put(kQueue, none);
        QVERIFY(!tick->isEnabled());
        QVERIFY(bench.grounds().contains(QStringLiteral("no wait-time history")));
        bench.click("approveButton");
        QTRY_VERIFY(bench.state().startsWith(QStringLiteral("● Approved by ")));
        bench.bench.session().recommendations().put(kQueue, evidence(46, 44, 49));
        QVERIFY(tick->isEnabled());
    }

    void aNewQueueTakesItsEvidenceFromASimilarOne()
    {
        ApprovalBench bench;
        bench.bench.session().recommendations().put(kQueue, evidence(46, 44, 49));
        bench.showCreation(QStringLiteral("Brand new"));
        auto *similar = bench.find<QComboBox>("similarCombo");
        QVERIFY(similar->isVisible());
        QCOMPARE(similar->currentIndex(), 0);
        const int row = similar->findData(kQueue.value);
        QVERIFY(row > 0);
        QVERIFY(!bench.find<QCheckBox>("reviewedCheck")->isEnabled());
        similar->setCurrentIndex(row);
        Q_EMIT similar->activated(row);
        QVERIFY(bench.find<QCheckBox>("reviewedCheck")->isEnabled());
        const QString name = bench.bench.session().catalog().nameOf(kQueue);
        QVERIFY2(bench.grounds().contains(name), qPrintable(bench.grounds()));
        bench.find<QCheckBox>("reviewedCheck")->setChecked(true);
        bench.writeReason(QStringLiteral("OPS-12"));
        bench.click("approveButton");
        QTRY_VERIFY(bench.state().startsWith(QStringLiteral("● Approved by ")));
        const QJsonArray records = bench.records(QStringLiteral("CAPACITY_APPROVED"));
        const QJsonObject source = records.first()[QLatin1StringView("evidence")]
                                       .toObject()
                                       .value(QLatin1StringView("source_queue"))
                                       .toObject();
        QCOMPARE(source.value(QLatin1StringView("id")).toString(), kQueue.value);
        QCOMPARE(source.value(QLatin1StringView("name")).toString(), name);
    }

    void whatIsDemandedIsAskedForBeforeSending_data()
    {
        QTest::addColumn<UnapprovedCapacity>("setting");
        QTest::addColumn<int>("by");
        QTest::addColumn<bool>("isSent");
        QTest::newRow("warn") << UnapprovedCapacity::Warn << 6 << true;
        QTest::newRow("allow") << UnapprovedCapacity::Allow << 6 << true;
        QTest::newRow("refuse") << UnapprovedCapacity::Refuse << 6 << false;
        QTest::newRow("refuse, less") << UnapprovedCapacity::Refuse << -1 << true;
        QTest::newRow("refuse, another field") << UnapprovedCapacity::Refuse << 0 << true;
    }
    void whatIsDemandedIsAskedForBeforeSending()
    {
        QFETCH(UnapprovedCapacity, setting);
        QFETCH(int, by);
        QFETCH(bool, isSent);
        ApprovalBench bench(setting);
        bench.showChange(by);
        QTRY_VERIFY(!bench.state().startsWith(QStringLiteral("◷")));
        QCOMPARE(bench.find<QPushButton>("approveButton")->isVisible(), by != 0);
        QSignalSpy sent(bench.page.get(), &ReviewPage::sendRequested);
        bench.click("sendButton");
        QCOMPARE(sent.size(), isSent ? 1 : 0);
        if (isSent)
            return;
        QVERIFY(bench.find<QLabel>("noteLabel")->text().startsWith(u'■'));
        bench.writeReason(QStringLiteral("OPS-12"));
        bench.find<QCheckBox>("reviewedCheck")->setChecked(true);
        bench.click("approveButton");
        QTRY_VERIFY(bench.state().startsWith(QStringLiteral("● Approved by ")));
        bench.click("sendButton");
        QCOMPARE(sent.size(), 1);
    }

    void productionAsksForTheReasonAlone()
    {
        ApprovalBench bench(UnapprovedCapacity::Warn, Environment::Production);
        bench.showChange(0); // of the capacity; another field
        QVERIFY(bench.find<QLineEdit>("reasonEdit")->isVisible());
        QVERIFY(!bench.find<QPushButton>("approveButton")->isVisible());
        QVERIFY(!bench.find<QLabel>("stateLabel")->isVisible());
    }

    void whatAnotherPageDecidesIsSeen()
    {
        ApprovalBench bench;
        bench.showChange(6);
        ApprovalPanel other;
        ApprovalController controller(bench.bench.session(), other);
        const Queue queue = *bench.bench.session().catalog().queue(kQueue);
        QueueDefinition wanted = queue.definition;
        wanted.capacity += 6;
        controller.setChange(wanted, queue);
        QTRY_VERIFY(controller.state());
        QVERIFY(!controller.state()->isValid());
        bench.writeReason(QStringLiteral("OPS-12"));
        bench.find<QCheckBox>("reviewedCheck")->setChecked(true);
        bench.click("approveButton");
        QTRY_VERIFY(controller.state()->isValid());
        QTRY_VERIFY(bench.state().startsWith(QStringLiteral("● Approved by ")));
    }

    void leadsToTheWaitTimes()
    {
        ApprovalBench bench;
        bench.showChange(6);
        QSignalSpy asked(bench.page.get(), &ReviewPage::waitTimesRequested);
        bench.click("waitTimesButton");
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<QueueId>(), kQueue);
    }

    void wantsTheEvidenceThatItLacks()
    {
        ApprovalBench bench;
        QSignalSpy wanted(bench.page.get(), &ReviewPage::evidenceWanted);
        bench.showChange(6);
        QCOMPARE(wanted.size(), 1);
        bench.bench.session().recommendations().put(kQueue, evidence(46, 44, 49));
        bench.showChange(6);
        QCOMPARE(wanted.size(), 1);
    }
};

QTEST_MAIN(TestApprovalPanel)
#include "tst_approvalpanel.moc"

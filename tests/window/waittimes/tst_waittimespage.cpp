#include "heartbeat.h"
#include "patience.h"
#include "records/auditrecord.h"
#include "records/records.h"
#include "window/session/catalog.h"
#include "window/session/recommendations.h"
#include "window/session/tenantsession.h"
#include "window/settings/settings.h"
#include "window/waittimes/historychart.h"
#include "window/waittimes/recommendationcard.h"
#include "window/waittimes/sentencelist.h"
#include "window/waittimes/targetsform.h"
#include "window/waittimes/waitdatamodel.h"
#include "window/waittimes/waittimespage.h"
#include "windowbench.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace queuesmith;

namespace {

/// The page in front of a tenant of 12 queues with 30 days of history.
struct Bench {
    explicit Bench(const QStringList &options = {})
        : window(QStringList{QStringLiteral("--days"), QStringLiteral("30")} + options)
    {
        window.connection.timeZone = "Europe/Berlin";
    }

    bool open()
    {
        if (!window.open())
            return false;
        return makePage();
    }
    bool makePage()
    {
        page = std::make_unique<WaitTimesPage>(window.session(), settings);
        page->resize(1'000, 700);
        page->show();
        page->shown();
        const bool any = !window.session().catalog().queues().isEmpty();
        return QTest::qWaitFor([&] { return !any || queue()->count() > 0; }, kPatience);
    }
    /// Chooses a queue by its id and a range, as a person would.
    void choose(const char *id, int days = 7) const
    {
        range()->setCurrentIndex(range()->findData(days));
        queue()->setCurrentIndex(queue()->findData(QString::fromLatin1(id)));
    }
    template <typename T> [[nodiscard]] T *part(const char *name) const
    {
        auto *found = page->findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("There is no %s.", name);
        return found;
    }
    [[nodiscard]] QComboBox *queue() const { return part<QComboBox>("queueCombo"); }
    [[nodiscard]] QComboBox *range() const { return part<QComboBox>("rangeCombo"); }
    [[nodiscard]] QString label(const char *name) const { return part<QLabel>(name)->text(); }
    [[nodiscard]] int rows() const { return part<QTableView>("waitTable")->model()->rowCount(); }
    [[nodiscard]] bool isJudged() const
    {
        return !label("meaningLabel").isEmpty() && part<QWidget>("whyList")->isEnabled();
    }
    [[nodiscard]] QString message() const
    {
        const auto *shown = part<QLabel>("messageLabel");
        return shown->isVisible() ? shown->text() : QString();
    }
    [[nodiscard]] QString why() const
    {
        QStringList texts;
        for (const SentenceList::Line &line : part<SentenceList>("whyList")->lines())
            texts.append(line.text);
        return texts.join(u'\n');
    }
    void answerWith(const QByteArray &records, int times = 50) const
    {
        window.tenant.setFaults(
            R"([{"match":"POST /api/v2/analytics/queues/details/query","times":)"
            + QByteArray::number(times)
            + R"(,"do":{"status":200,"headers":{"Content-Type":"application/json"},"body":{"data":)"
            + records + "}}}]");
    }

    mutable WindowBench window;
    Settings settings{window.path(QStringLiteral("window.ini"))};
    std::unique_ptr<WaitTimesPage> page;
};

} // namespace

class TestWaitTimesPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(unexpectedWarnings());
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }

    void hasTheNamesThatStay();
    void asksForAQueue();
    void showsOneQueueAtOnce();
    void tableAndChartsAgree();
    void rowsAndCrossHairFollowEachOther();
    void targetsChangeTheResult();
    void expectedVolumeIsOfItsQueue();
    void offersTheChangeOfVolumeThatWasSeen();
    void targetsCanBeOff();
    void leavesTheWheelToThePage_data();
    void leavesTheWheelToThePage();
    void findsAQueueByAPartOfItsName();
    void keepsWhatIsBeingTyped();
    void keepsZoomOverTabs();
    void readsOffTheRecommendationFirst();
    void showsWholeIntervals();
    void keepsTheKeyboardWhereADecisionWasTaken();
    void writesWhatWasSeenWhenTheQueueVanishes_data();
    void writesWhatWasSeenWhenTheQueueVanishes();
    void cancelStopsTheSimpleRuleToo();
    void knowsAChangeThatWasMadeMeanwhile();
    void bringsTheReasonOfARefusalIntoView();
    void simpleRuleIsExact();
    void saysThatThereIsNoHistory();
    void showsGapsAsGaps();
    void saysWhatIsForbidden();
    void canBeCancelled();
    void reopensWithWhatItHad();
    void bearsBadData_data();
    void bearsBadData();
    void onlyTheLastQuestionIsAnswered();
    void leadsToTheEditor();
    void exports_data();
    void exports();
    void theReportSaysItAll();
    void daysHaveNoHours();
    void placesToWaitNeedAgents();
    void approvesWhatItShows();
    void loopGoesOn();
};

void TestWaitTimesPage::hasTheNamesThatStay()
{
    Bench bench;
    QVERIFY(bench.open());
    bench.choose("q-1");
    QTRY_VERIFY(bench.isJudged());
    QCOMPARE(bench.queue()->accessibleName(), QStringLiteral("Queue"));
    QCOMPARE(bench.range()->accessibleName(), QStringLiteral("Range"));
    const auto *policy = bench.part<QComboBox>("policyCombo");
    QCOMPARE(policy->accessibleName(), QStringLiteral("Policy"));
    QCOMPARE(policy->itemText(0), QStringLiteral("Modelled"));
    QCOMPARE(policy->itemText(1), QStringLiteral("Simple rule (30 s / 5 %)"));
    QCOMPARE(
        bench.part<QTableView>("waitTable")->accessibleName(), QStringLiteral("Wait-time data"));
    QVERIFY(bench.label("recommendationLabel").startsWith(QStringLiteral("Recommendation:")));
    QCOMPARE(bench.part<QPushButton>("exportChartButton")->text(), QStringLiteral("Export chart"));
}

void TestWaitTimesPage::asksForAQueue()
{
    Bench bench({QStringLiteral("--queues"), QStringLiteral("0")});
    QVERIFY(bench.open());
    bench.page->shown();
    QVERIFY2(
        bench.message().startsWith(QStringLiteral("Choose a queue")), qPrintable(bench.message()));
    QVERIFY(!bench.part<QPushButton>("exportChartButton")->isEnabled());
    QVERIFY(!bench.part<QPushButton>("reportButton")->isEnabled());
}

void TestWaitTimesPage::showsOneQueueAtOnce()
{
    Bench bench;
    QVERIFY(bench.open());
    QCOMPARE(bench.queue()->currentIndex(), 0);
    QTRY_VERIFY(bench.message().contains(QStringLiteral("has no history"))); // it is q-10
    QCOMPARE(bench.label("factsLabel"), QString());
    bench.choose("q-1");
    QTRY_VERIFY(bench.rows() > 500);
    QVERIFY(bench.label("factsLabel").contains(QStringLiteral("Europe/Berlin")));
}

void TestWaitTimesPage::tableAndChartsAgree()
{
    Bench bench;
    QVERIFY(bench.open());
    bench.choose("q-4");
    QTRY_VERIFY(bench.isJudged());
    const auto &drawn = *bench.part<HistoryChart>("historyChart")->series();
    const QAbstractItemModel *table = bench.part<QTableView>("waitTable")->model();
    QCOMPARE(table->rowCount(), static_cast<int>(drawn.points.size()));
    const int role = static_cast<int>(WaitDataModel::Role::Raw);
    for (int row = 0; row < table->rowCount(); ++row) {
        const WaitPoint &point = drawn.points[static_cast<std::size_t>(row)];
        const QVariant wait = table->index(row, 1).data(role);
        QCOMPARE(wait.isValid(), !std::isnan(point.waitSeconds));
        if (wait.isValid())
            QCOMPARE(wait.toDouble(), point.waitSeconds);
    }
    // The curve's figures stand in a table, too.
    bench.part<QTabWidget>("chartTabs")->setCurrentIndex(2);
    const auto *curve = bench.part<QTableView>("curveTable");
    QVERIFY(curve->isVisible() && curve->model()->rowCount() > 5);
    QTRY_VERIFY(bench.label("readingLabel").startsWith(QStringLiteral("At ")));
    bench.part<QTabWidget>("chartTabs")->setCurrentIndex(1);
    QCOMPARE(bench.part<QTableView>("weekTable")->model()->rowCount(), 168);
}

void TestWaitTimesPage::rowsAndCrossHairFollowEachOther()
{
    Bench bench;
    QVERIFY(bench.open());
    bench.choose("q-1");
    QTRY_VERIFY(bench.rows() > 500);
    auto *chart = bench.part<HistoryChart>("historyChart");
    auto *table = bench.part<QTableView>("waitTable");
    table->selectRow(321);
    QCOMPARE(chart->cursor(), 321);
    QVERIFY(bench.label("readOutLabel").contains(QStringLiteral("hung up")));
    QTest::keyClick(chart, Qt::Key_Right);
    QCOMPARE(table->currentIndex().row(), 322);
    chart->zoom(50);
    table->selectRow(5);
    const qint64 at = chart->series()->points[5].startMs;
    QVERIFY(chart->span().fromMs <= at && at < chart->span().toMs);
}

void TestWaitTimesPage::targetsChangeTheResult()
{
    Bench bench;
    QVERIFY(bench.open());
    bench.choose("q-4", 28);
    QTRY_VERIFY(bench.isJudged());
    const QString before = bench.label("modelRangeLabel");
    QVERIFY(!before.isEmpty());
    auto *shrinkage = bench.part<QDoubleSpinBox>("shrinkageSpin");
    const int asked = bench.window.tenant.requests(
        QStringLiteral("POST"), QStringLiteral("/api/v2/analytics/queues/details/query"));
    shrinkage->setFocus();
    shrinkage->selectAll();
    QTest::keyClicks(shrinkage, QStringLiteral("40"));
    QTRY_VERIFY(bench.label("modelRangeLabel") != before);
    QCOMPARE(shrinkage->value(), 40.0);
    // What was read is enough: nothing more was asked for.
    QCOMPARE(bench.window.tenant.requests(
                 QStringLiteral("POST"), QStringLiteral("/api/v2/analytics/queues/details/query")),
        asked);
    QTest::mouseClick(bench.part<QPushButton>("usualTargetsButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.isJudged());
    QCOMPARE(bench.part<QDoubleSpinBox>("asaSpin")->value(), 30.0);
    auto *abandon = bench.part<QDoubleSpinBox>("abandonSpin");
    QCOMPARE(abandon->text(), QStringLiteral("5 %"));
    abandon->setValue(2.5);
    QCOMPARE(abandon->text(), QStringLiteral("2.5 %"));
}

void TestWaitTimesPage::knowsAChangeThatWasMadeMeanwhile()
{
    Bench bench;
    QVERIFY(bench.open());
    bench.choose("q-4", 28);
    QTRY_VERIFY(bench.isJudged() && !bench.why().isEmpty());
    TenantSession &session = bench.window.session();
    Queue queue = *session.catalog().queue(QueueId{QStringLiteral("q-4")});
    AuditRecord record;
    record.action = AuditAction::QueueUpdated;
    record.outcome = AuditOutcome::Success;
    record.queueId = queue.id.value;
    record.hasChange = true;
    record.before = QJsonObject{{QStringLiteral("capacity"), queue.definition.capacity}};
    record.after = QJsonObject{{QStringLiteral("capacity"), 15}};
    queue.definition.capacity = 15;
    session.records().commit(
        {{}, {}, {record}}, &session, [&session, queue](const Result<QList<qint64>> &seq) {
            QVERIFY(seq.ok());
            session.catalog().put(queue);
            Q_EMIT session.recorded();
        });
    QTRY_VERIFY2(
        bench.why().contains(QLatin1StringView("changed only recently")), qPrintable(bench.why()));
}

void TestWaitTimesPage::bringsTheReasonOfARefusalIntoView()
{
    Bench bench;
    QVERIFY(bench.open());
    bench.choose("q-4");
    QTRY_VERIFY(bench.isJudged());
    auto *approve = bench.part<QPushButton>("approveButton");
    QTRY_VERIFY(approve->isEnabled());
    auto *bar = bench.part<QScrollArea>("cardArea")->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    bar->setValue(bar->maximum()); // the buttons are the last that is seen
    QTest::mouseClick(approve, Qt::LeftButton);
    const auto *note = bench.part<QLabel>("panelNote");
    QTRY_VERIFY(!note->text().isEmpty());
    QTRY_VERIFY(!note->visibleRegion().isEmpty());
}

void TestWaitTimesPage::leavesTheWheelToThePage_data()
{
    QTest::addColumn<QByteArray>("field");
    for (const char *field : {"asaSpin", "queueCombo", "rangeCombo", "policyCombo", "measureCombo"})
        QTest::newRow(field) << QByteArray(field);
}

void TestWaitTimesPage::leavesTheWheelToThePage()
{
    QFETCH(QByteArray, field);
    Bench bench;
    QVERIFY(bench.open());
    bench.choose("q-4");
    QTRY_VERIFY(bench.isJudged());
    auto *turned = bench.part<QWidget>(field.constData());
    turned->setFocus();
    const auto value = [turned] {
        const auto *box = qobject_cast<QComboBox *>(turned);
        return box ? box->currentIndex() : qRound(qobject_cast<QDoubleSpinBox *>(turned)->value());
    };
    const int before = value();
    for (const int delta : {120, -120, -120}) {
        const QPoint middle = turned->rect().center();
        QWheelEvent wheel(middle, turned->mapToGlobal(middle), {}, {0, delta}, Qt::NoButton,
            Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(turned, &wheel);
        QCOMPARE(value(), before);
        QVERIFY(!wheel.isAccepted());
    }
}

void TestWaitTimesPage::findsAQueueByAPartOfItsName()
{
    Bench bench;
    QVERIFY(bench.open());
    bench.choose("q-1");
    QComboBox *box = bench.queue();
    const int wanted = box->findData(QStringLiteral("q-4"));
    const QString name = box->itemText(wanted);
    const QString before = box->currentText();
    box->setFocus();
    box->lineEdit()->selectAll();
    QTest::keyClicks(box->lineEdit(), name.mid(1).toUpper());
    QTRY_VERIFY(box->completer()->popup()->isVisible());
    QCOMPARE(box->completer()->completionCount(), 1);
    QCOMPARE(box->currentData().toString(), QStringLiteral("q-1")); // not before it is chosen
    QTest::keyClick(box->completer()->popup(), Qt::Key_Return);
    QTRY_COMPARE(box->currentData().toString(), QStringLiteral("q-4"));
    QCOMPARE(box->currentText(), name);
    // What is no queue's name gives way to the one that is shown.
    box->lineEdit()->selectAll();
    QTest::keyClicks(box->lineEdit(), QStringLiteral("no such queue"));
    QTest::keyClick(box->lineEdit(), Qt::Key_Return);
    QCOMPARE(box->currentText(), name);
    QCOMPARE(box->accessibleName(), QStringLiteral("Queue"));
    QCOMPARE(box->lineEdit()->accessibleName(), QStringLiteral("Queue"));
}

void TestWaitTimesPage::keepsWhatIsBeingTyped()
{
    Bench bench;
    QVERIFY(bench.open());
    bench.choose("q-4");
    QComboBox *box = bench.queue();
    bench.page->activateWindow();
    box->setFocus();
    QTRY_VERIFY(box->hasFocus());
    box->lineEdit()->selectAll();
    QTest::keyClicks(box->lineEdit(), QStringLiteral("Bil"));
    bench.window.tenant.addQueue(
        {{QStringLiteral("name"), QStringLiteral("AAA")}, {QStringLiteral("capacity"), 5}});
    const int before = box->count();
    bench.window.session().catalog().refreshQueues();
    QTRY_COMPARE(box->count(), before + 1);
    QCOMPARE(box->currentText(), QStringLiteral("Bil"));
    QCOMPARE(box->currentData().toString(), QStringLiteral("q-4"));
}

void TestWaitTimesPage::keepsZoomOverTabs()
{
    Bench bench;
    QVERIFY(bench.open());
    bench.choose("q-1", 28);
    QTRY_VERIFY(bench.isJudged());
    bench.page->activateWindow();
    auto *chart = bench.part<HistoryChart>("historyChart");
    auto *tabs = bench.part<QTabWidget>("chartTabs");
    chart->setFocus(Qt::MouseFocusReason);
    chart->zoom(8);
    chart->pan(2);
    const ChartSpan span = chart->span();
    QVERIFY(span.fromMs > chart->series()->fromMs());
    for (const int tab : {1, 0, 2, 0}) {
        tabs->setCurrentIndex(tab);
        for (const char *table : {"waitTable", "weekTable", "curveTable"}) {
            if (bench.part<QTableView>(table)->isVisible())
                bench.part<QTableView>(table)->setFocus(); // as the keyboard comes by
        }
        QCOMPARE(chart->span(), span);
        QCOMPARE(chart->cursor(), -1);
    }
}

void TestWaitTimesPage::readsOffTheRecommendationFirst()
{
    Bench bench;
    QVERIFY(bench.open());
    bench.choose("q-4", 28);
    QTRY_VERIFY(bench.isJudged());
    const auto evidence =
        bench.window.session().recommendations().find(QueueId{QStringLiteral("q-4")});
    QVERIFY(evidence && evidence->recommendedCapacity);
    const int wanted = static_cast<int>(*evidence->recommendedCapacity);
    bench.part<QTabWidget>("chartTabs")->setCurrentIndex(2);
    auto *table = bench.part<QTableView>("curveTable");
    table->setFocus(); // which makes its first row the current one
    const auto *slider = bench.part<QSlider>("capacitySlider");
    QCOMPARE(slider->value(), wanted);
    table->selectRow(0);
    QVERIFY(slider->value() < wanted);
    bench.choose("q-1", 28); // another queue begins anew
    QTRY_VERIFY(bench.isJudged());
    bench.choose("q-4", 28);
    QTRY_VERIFY(bench.isJudged());
    QCOMPARE(slider->value(), wanted);
}

void TestWaitTimesPage::showsWholeIntervals()
{
    Bench bench;
    QVERIFY(bench.open());
    bench.page->resize(1'400, 800);
    bench.choose("q-1", 28);
    QTRY_VERIFY(bench.isJudged());
    const auto *table = bench.part<QTableView>("waitTable");
    const QHeaderView *header = table->horizontalHeader();
    const QString text = table->model()->index(20, 0).data().toString();
    QVERIFY(header->sectionSize(0) > table->fontMetrics().horizontalAdvance(text));
    QCOMPARE(header->length(), table->viewport()->width()); // and nothing is left over
    QVERIFY(header->sectionSize(5) <= header->sectionSize(1) + 20);
    int tab = 0;
    for (const char *name : {"waitTable", "weekTable", "curveTable"}) {
        bench.part<QTabWidget>("chartTabs")->setCurrentIndex(tab++);
        const QHeaderView *all = bench.part<QTableView>(name)->horizontalHeader();
        for (int column = 0; column < all->count(); ++column)
            QVERIFY(all->sectionSize(column) >= all->sectionSizeHint(column));
    }
}

void TestWaitTimesPage::keepsTheKeyboardWhereADecisionWasTaken()
{
    Bench bench;
    QVERIFY(bench.open());
    bench.choose("q-4");
    QTRY_VERIFY(bench.isJudged());
    bench.page->activateWindow();
    auto *state = bench.part<QLabel>("stateLabel");
    QTRY_VERIFY(state->text().contains(QStringLiteral("No one has approved")));
    bench.part<QLineEdit>("reasonEdit")->setText(QStringLiteral("Ticket 4711"));
    auto *approve = bench.part<QPushButton>("approveButton");
    auto *decline = bench.part<QPushButton>("declineButton");
    const auto *note = bench.part<QLabel>("panelNote");
    approve->setFocus();
    QTRY_VERIFY(approve->hasFocus());
    QTest::keyClick(approve, Qt::Key_Space);
    QTRY_VERIFY2(note->text().contains(QLatin1StringView("reviewing")), qPrintable(note->text()));
    QVERIFY(approve->hasFocus());
    decline->setFocus();
    QTest::keyClick(decline, Qt::Key_Space);
    QTRY_VERIFY2(state->text().contains(QStringLiteral("Declined by")), qPrintable(state->text()));
    QVERIFY(decline->hasFocus());
    QVERIFY2(note->text().isEmpty() && !note->isVisible(), qPrintable(note->text()));
}

void TestWaitTimesPage::writesWhatWasSeenWhenTheQueueVanishes_data()
{
    QTest::addColumn<QByteArray>("button");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("report") << QByteArray("reportButton") << QStringLiteral("a.pdf")
                            << QByteArray("%PDF");
    QTest::newRow("chart") << QByteArray("exportChartButton") << QStringLiteral("a.png")
                           << QByteArray("\x89PNG");
    QTest::newRow("data") << QByteArray("exportDataButton") << QStringLiteral("a.csv")
                          << QByteArray("\xef\xbb\xbfqueue,");
}

/// While the person chooses a file, the tenant's list arrives without the queue.
void TestWaitTimesPage::writesWhatWasSeenWhenTheQueueVanishes()
{
    QFETCH(QByteArray, button);
    QFETCH(QString, name);
    QFETCH(QByteArray, begin);
    Bench bench;
    QVERIFY(bench.open());
    bench.choose("q-4");
    QTRY_VERIFY(bench.isJudged());
    const auto save = [&](const QString &as) {
        QTest::mouseClick(bench.part<QPushButton>(button.constData()), Qt::LeftButton);
        return std::pair(bench.part<QFileDialog>("exportDialog"), bench.window.path(as));
    };
    const auto bytesOf = [](const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const auto [dialog, file] = save(name);
    bench.window.tenant.setFaults(R"([{"match":"GET /api/v2/queues","times":2,"do":{"status":200,
        "headers":{"Content-Type":"application/json"},
        "body":{"entities":[{"id":"q-x","name":"Other","capacity":4}],"total":1}}}])");
    bench.window.session().catalog().refreshQueues();
    QTRY_VERIFY2(
        bench.message().startsWith(QStringLiteral("Choose a queue")), qPrintable(bench.message()));
    Q_EMIT dialog->fileSelected(file);
    dialog->close();
    QTRY_VERIFY(bytesOf(file).startsWith(begin));
    QVERIFY(bytesOf(file).size() > 4'000); // not an empty page
    QTRY_VERIFY(bench.label("factsLabel").contains(QStringLiteral("Written to")));
    for (const char *export_ : {"reportButton", "exportChartButton", "exportDataButton"})
        QVERIFY(!bench.part<QPushButton>(export_)->isEnabled());
}

void TestWaitTimesPage::cancelStopsTheSimpleRuleToo()
{
    Bench bench;
    QVERIFY(bench.open());
    bench.choose("q-4");
    QTRY_VERIFY(bench.isJudged());
    QTRY_VERIFY(bench.part<QPushButton>("refreshButton")->isEnabled());
    bench.window.tenant.setFaults(
        R"([{"match":"POST /api/v2/analytics/queues/details/query","times":9,"do":{"hang":true}}])");
    bench.part<QComboBox>("policyCombo")->setCurrentIndex(1);
    auto *strip = bench.part<QWidget>("loadStrip");
    QTRY_VERIFY(strip->isVisible());
    QTest::mouseClick(bench.part<QPushButton>("cancelButton"), Qt::LeftButton);
    QTRY_VERIFY(!strip->isVisible());
    QTRY_VERIFY(bench.part<QPushButton>("refreshButton")->isEnabled());
    bench.window.tenant.setFaults("[]");
    QTest::mouseClick(bench.part<QPushButton>("tryAgainButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.isJudged() && bench.label("modelRangeLabel").isEmpty());
}

/// What is said of one queue's volume counts at once, says nothing of another's, and is known again
/// in another window; an approval tells it.
void TestWaitTimesPage::expectedVolumeIsOfItsQueue()
{
    Bench bench;
    QVERIFY(bench.open());
    bench.choose("q-4", 28);
    QTRY_VERIFY(bench.isJudged());
    const auto *spin = bench.part<QDoubleSpinBox>("volumeChangeSpin");
    QCOMPARE(spin->accessibleName(), QStringLiteral("Expected change of volume"));
    QCOMPARE(spin->text(), QStringLiteral("as before"));
    const QString before = bench.label("promiseLabel");
    QVERIFY(bench.label("meaningLabel").contains(QStringLiteral("like the past weeks'")));
    bench.part<QDoubleSpinBox>("volumeChangeSpin")->setFocus();
    bench.part<QDoubleSpinBox>("volumeChangeSpin")->selectAll();
    QTest::keyClicks(bench.part<QDoubleSpinBox>("volumeChangeSpin"), QStringLiteral("+37.5"));
    QTRY_VERIFY(bench.label("promiseLabel") != before);
    QVERIFY(bench.label("meaningLabel").contains(QStringLiteral("you expect (+37.5")));
    QTRY_VERIFY2(bench.label("evidenceLabel").contains(QStringLiteral("change of volume: +37.5")),
        qPrintable(bench.label("evidenceLabel")));
    bench.choose("q-5", 28);
    QTRY_VERIFY(bench.isJudged());
    QCOMPARE(spin->text(), QStringLiteral("as before"));
    QVERIFY(bench.makePage());
    bench.choose("q-4", 28);
    QTRY_VERIFY(bench.isJudged());
    spin = bench.part<QDoubleSpinBox>("volumeChangeSpin");
    QCOMPARE(spin->text(), QStringLiteral("+37.5 %"));
    // Emptied, nothing is said any more, which isn't the same as no change.
    bench.part<QDoubleSpinBox>("volumeChangeSpin")->setFocus();
    bench.part<QDoubleSpinBox>("volumeChangeSpin")->selectAll();
    QTest::keyClick(bench.part<QDoubleSpinBox>("volumeChangeSpin"), Qt::Key_Delete);
    QTRY_VERIFY(bench.label("meaningLabel").contains(QStringLiteral("like the past weeks'")));
    QVERIFY(!bench.settings.volumeChange(bench.window.session().title(), QStringLiteral("q-4")));
    bench.part<QDoubleSpinBox>("volumeChangeSpin")->stepUp();
    QCOMPARE(spin->text(), QStringLiteral("+5 %"));
}

void TestWaitTimesPage::offersTheChangeOfVolumeThatWasSeen()
{
    TargetsForm form;
    form.show(CapacityConfig(), false);
    auto *use = form.findChild<QPushButton *>(QStringLiteral("useSeenChangeButton"));
    if (use == nullptr)
        QFAIL("The button is missing.");
    QVERIFY(!use->isVisibleTo(&form));
    form.offerVolumeChange(-0.2041);
    QVERIFY(use->isVisibleTo(&form));
    QVERIFY2(use->text().contains(QStringLiteral("-20.4")), qPrintable(use->text()));
    QSignalSpy changed(&form, &TargetsForm::changed);
    use->click();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(form.applied({}).volumeChange, std::optional(-0.204));
    form.offerVolumeChange(-0.2041); // it is what is expected now
    QVERIFY(!use->isVisibleTo(&form));
    form.offerVolumeChange(std::nullopt);
    QVERIFY(!use->isVisibleTo(&form));
}

void TestWaitTimesPage::targetsCanBeOff()
{
    Bench bench;
    QVERIFY(bench.open());
    bench.choose("q-4", 28);
    QTRY_VERIFY(bench.isJudged());
    for (const char *target : {"serviceLevelCheck", "asaCheck", "abandonCheck", "occupancyCheck"})
        bench.part<QCheckBox>(target)->setChecked(false);
    QVERIFY(!bench.part<QDoubleSpinBox>("asaSpin")->isEnabled());
    QTRY_VERIFY(bench.why().contains(QStringLiteral("None of your targets")));
}

void TestWaitTimesPage::simpleRuleIsExact()
{
    Bench bench;
    QVERIFY(bench.open());
    bench.choose("q-4");
    QTRY_VERIFY(bench.isJudged());
    const qint64 present =
        bench.window.session().catalog().queue(QueueId{QStringLiteral("q-4")})->definition.capacity;
    bench.part<QComboBox>("policyCombo")->setCurrentIndex(1);
    // The overloaded queue is far above both limits.
    const QString wanted = QStringLiteral("from %1 to %2").arg(present).arg(present * 11 / 10);
    QTRY_VERIFY2(bench.label("recommendationLabel").endsWith(wanted),
        qPrintable(bench.label("recommendationLabel")));
    QVERIFY(bench.label("modelRangeLabel").isEmpty());
    // The model's curve is still there to compare with.
    QVERIFY(bench.part<QTableView>("curveTable")->model()->rowCount() > 5);
}

void TestWaitTimesPage::saysThatThereIsNoHistory()
{
    Bench bench;
    QVERIFY(bench.open());
    bench.choose("q-10");
    QTRY_VERIFY2(
        bench.message().contains(QStringLiteral("has no history")), qPrintable(bench.message()));
    QVERIFY(!bench.part<QPushButton>("exportDataButton")->isEnabled());
}

void TestWaitTimesPage::showsGapsAsGaps()
{
    Bench bench;
    QVERIFY(bench.open());
    bench.choose("q-9", 28);
    QTRY_VERIFY(bench.isJudged());
    const auto &series = *bench.part<HistoryChart>("historyChart")->series();
    const Trace drawn = reduced(series, Measure::Volume, {series.fromMs(), series.toMs()}, 100'000);
    QVERIFY(drawn.runs.size() > 1);
    QVERIFY(bench.why().contains(QStringLiteral("missing")));
}

void TestWaitTimesPage::saysWhatIsForbidden()
{
    Bench bench;
    QVERIFY(bench.open());
    bench.window.tenant.setFaults(
        R"([{"match":"POST /api/v2/analytics/queues/details/query","times":9,"do":{"status":403}}])");
    bench.choose("q-1");
    QTRY_VERIFY2(
        bench.message().contains(QStringLiteral("analytics:read")), qPrintable(bench.message()));
    QVERIFY(bench.message().startsWith(QStringLiteral("■ ")));
    bench.window.tenant.setFaults("[]");
    QTest::mouseClick(bench.part<QPushButton>("messageButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.isJudged());
    QVERIFY(bench.message().isEmpty());
}

void TestWaitTimesPage::canBeCancelled()
{
    Bench bench;
    QVERIFY(bench.open());
    bench.window.tenant.setFaults(
        R"([{"match":"POST /api/v2/analytics/queues/details/query","times":9,"do":{"hang":true}}])");
    bench.choose("q-1");
    auto *button = bench.part<QPushButton>("messageButton");
    QTRY_VERIFY2(bench.message().contains(QStringLiteral("Reading the history of")),
        qPrintable(bench.message()));
    QCOMPARE(button->text(), QStringLiteral("Cancel"));
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(button->text(), QStringLiteral("Try again"));
    bench.window.tenant.setFaults("[]");
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(bench.isJudged());
}

void TestWaitTimesPage::reopensWithWhatItHad()
{
    Bench bench;
    QVERIFY(bench.open());
    bench.choose("q-1");
    QTRY_VERIFY(bench.isJudged() && bench.part<QPushButton>("refreshButton")->isEnabled());
    const int rows = bench.rows();
    bench.page.reset();
    bench.window.tenant.setFaults(
        R"([{"match":"POST /api/v2/analytics/queues/details/query","times":9,"do":{"hang":true}}])");
    QVERIFY(bench.makePage());
    bench.choose("q-1");
    QTRY_VERIFY(bench.rows() >= rows - 200);
    QTRY_VERIFY(bench.isJudged());
    QVERIFY(bench.part<QWidget>("loadStrip")->isVisible()); // and what is new is being read
    QTest::mouseClick(bench.part<QPushButton>("cancelButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.part<QPushButton>("tryAgainButton")->isVisible());
    QVERIFY(bench.rows() > 0);
}

void TestWaitTimesPage::bearsBadData_data()
{
    QTest::addColumn<QByteArray>("metrics");
    QTest::addColumn<bool>("usable");
    QTest::newRow("all null") << QByteArray(R"({"waitTime":null,"abandonRate":null,
        "handleTime":null,"callsHandled":null})")
                              << false;
    QTest::newRow("nothing but calls") << QByteArray(R"({"callsHandled":{"sum":20}})") << true;
    QTest::newRow("texts") << QByteArray(R"({"waitTime":{"sum":"NaN","count":"x"},
        "abandonRate":{"average":"inf"},"handleTime":{"sum":"1e5"},
        "callsHandled":{"sum":"many"}})")
                           << false;
    QTest::newRow("negative") << QByteArray(R"({"waitTime":{"sum":-5,"count":-1},
        "abandonRate":{"average":-3},"handleTime":{"sum":-1},"callsHandled":{"sum":-20}})")
                              << false;
    QTest::newRow("huge") << QByteArray(R"({"waitTime":{"sum":1e12,"count":1},
        "abandonRate":{"average":0.5},"handleTime":{"sum":1e12},"callsHandled":{"sum":1e12}})")
                          << true;
    QTest::newRow("everyone hung up") << QByteArray(R"({"waitTime":{"sum":900000,"count":9},
        "abandonRate":{"average":1},"handleTime":{"sum":0},"callsHandled":{"sum":0}})")
                                      << true;
}

void TestWaitTimesPage::bearsBadData()
{
    QFETCH(QByteArray, metrics);
    QFETCH(bool, usable);
    Bench bench;
    QVERIFY(bench.open());
    QByteArray records;
    const QDateTime start = QDateTime::currentDateTimeUtc().addDays(-2);
    for (int i = 0; i < 96; ++i) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(
            start.toMSecsSinceEpoch() / 900'000 * 900'000 + i * 900'000LL, Qt::UTC);
        records += (i ? "," : "") + QByteArray(R"({"dateFrom":")")
            + at.toString(Qt::ISODate).toLatin1() + R"(","metrics":)" + metrics + "}";
    }
    bench.answerWith("[" + records + "]");
    bench.choose("q-1");
    if (!usable) {
        QTRY_VERIFY2(bench.message().contains(QStringLiteral("none of its intervals can be used")),
            qPrintable(bench.message()));
        return;
    }
    QTRY_VERIFY(bench.rows() == 96 && bench.isJudged());
    QVERIFY(!bench.page->grab().isNull());
    for (int tab = 0; tab < 3; ++tab) {
        bench.part<QTabWidget>("chartTabs")->setCurrentIndex(tab);
        QVERIFY(!bench.page->grab().isNull());
    }
    QVERIFY(!bench.label("recommendationLabel").isEmpty());
}

void TestWaitTimesPage::onlyTheLastQuestionIsAnswered()
{
    Bench bench;
    QVERIFY(bench.open());
    for (const char *id : {"q-1", "q-2", "q-3", "q-5", "q-4"})
        bench.choose(id);
    QTRY_VERIFY(bench.isJudged());
    QTRY_VERIFY(bench.part<QPushButton>("refreshButton")->isEnabled());
    const qint64 present =
        bench.window.session().catalog().queue(QueueId{QStringLiteral("q-4")})->definition.capacity;
    QVERIFY2(bench.label("recommendationLabel").contains(QString::number(present)),
        qPrintable(bench.label("recommendationLabel")));
    bench.choose("q-10"); // and back, while the first is being worked out
    bench.choose("q-4");
    QTRY_VERIFY(bench.isJudged());
    QVERIFY(bench.message().isEmpty());
}

void TestWaitTimesPage::leadsToTheEditor()
{
    Bench bench;
    QVERIFY(bench.open());
    bench.page->showQueue(QueueId{QStringLiteral("q-4")});
    QTRY_VERIFY(bench.isJudged());
    QSignalSpy wanted(bench.page.get(), &WaitTimesPage::useCapacityRequested);
    QTest::mouseClick(bench.part<QPushButton>("useCapacityButton"), Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().at(0).value<QueueId>().value, QStringLiteral("q-4"));
    QVERIFY(
        bench.label("recommendationLabel").contains(QString::number(wanted.first().at(1).toInt())));
}

void TestWaitTimesPage::exports_data()
{
    QTest::addColumn<QByteArray>("button");
    QTest::addColumn<int>("tab");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begin");
    const QByteArray chart("exportChartButton");
    QTest::newRow("history") << chart << 0 << QStringLiteral("a.png") << QByteArray("\x89PNG");
    QTest::newRow("week") << chart << 1 << QStringLiteral("a.png") << QByteArray("\x89PNG");
    QTest::newRow("what if") << chart << 2 << QStringLiteral("a.png") << QByteArray("\x89PNG");
    QTest::newRow("what if, PDF") << chart << 2 << QStringLiteral("a.pdf") << QByteArray("%PDF");
    QTest::newRow("data") << QByteArray("exportDataButton") << 0 << QStringLiteral("a.csv")
                          << QByteArray("\xef\xbb\xbfqueue,");
    QTest::newRow("report") << QByteArray("reportButton") << 0 << QStringLiteral("a.pdf")
                            << QByteArray("%PDF");
}

void TestWaitTimesPage::exports()
{
    QFETCH(QByteArray, button);
    QFETCH(int, tab);
    QFETCH(QString, name);
    QFETCH(QByteArray, begin);
    Bench bench;
    QVERIFY(bench.open());
    bench.choose("q-4");
    QTRY_VERIFY(bench.isJudged());
    bench.part<QTabWidget>("chartTabs")->setCurrentIndex(tab);
    auto *pressed = bench.part<QPushButton>(button.constData());
    QVERIFY(pressed->isEnabled());
    QTest::mouseClick(pressed, Qt::LeftButton);
    auto *dialog = bench.part<QFileDialog>("exportDialog");
    const QString file = bench.window.path(name);
    Q_EMIT dialog->fileSelected(file);
    dialog->close();
    QTRY_VERIFY2(bench.label("factsLabel").contains(QStringLiteral("Written to")),
        qPrintable(bench.label("factsLabel")));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll().startsWith(begin));
}

/// Read as a person reads it: what is decided, then the pictures in their order.
void TestWaitTimesPage::theReportSaysItAll()
{
    Bench bench;
    QVERIFY(bench.open());
    bench.choose("q-4");
    QTRY_VERIFY(bench.isJudged());
    QTest::mouseClick(bench.part<QPushButton>("reportButton"), Qt::LeftButton);
    auto *dialog = bench.part<QFileDialog>("exportDialog");
    const QString file = bench.window.path(QStringLiteral("a.pdf"));
    Q_EMIT dialog->fileSelected(file);
    dialog->close();
    QTRY_VERIFY2(bench.label("factsLabel").contains(QStringLiteral("Written to")),
        qPrintable(bench.label("factsLabel")));
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), file, QStringLiteral("-")});
    QVERIFY(reader.waitForFinished(kPatience));
    const QString text = QString::fromUtf8(reader.readAllStandardOutput()).simplified();
    qsizetype from = 0; // “effect” is written with a ligature
    for (const QString &part : {QStringLiteral("Wait times of"), QStringLiteral("Recommendation"),
             QStringLiteral("Was the model right before?"), QStringLiteral("Mean wait per call"),
             QStringLiteral("by hour of the week"), QStringLiteral("Mon"),
             QStringLiteral("ect of each capacity"), QStringLiteral("Made with")}) {
        const qsizetype at = text.indexOf(part, from);
        QVERIFY2(at >= 0, qPrintable(part + u'\n' + text.mid(from, 400)));
        from = at + part.size();
    }
}

void TestWaitTimesPage::daysHaveNoHours()
{
    QStringList options;
    for (const char *interval : {"HOURLY", "HALF_HOURLY", "QUARTER_HOURLY"})
        options << QStringLiteral("--lacks") << QString::fromLatin1(interval);
    Bench bench(options);
    QVERIFY(bench.open());
    bench.choose("q-1", 28);
    QTRY_VERIFY(bench.isJudged());
    QTRY_VERIFY(bench.rows() > 20 && bench.rows() < 40);
    QVERIFY(bench.label("factsLabel").contains(QStringLiteral("▲"))); // it says that it fell back
    bench.part<QTabWidget>("chartTabs")->setCurrentIndex(1);
    QVERIFY(bench.part<QLabel>("noHeatLabel")->isVisible());
}

void TestWaitTimesPage::placesToWaitNeedAgents()
{
    Bench bench;
    bench.window.connection.capacity.reading = CapacityReading::Waiting;
    QVERIFY(bench.open());
    bench.choose("q-4");
    QTRY_VERIFY(bench.isJudged());
    QVERIFY(bench.label("meaningLabel").contains(QStringLiteral("contacts that may wait")));
    QVERIFY(bench.why().contains(QStringLiteral("number of agents who answer")));
    bench.part<QTabWidget>("chartTabs")->setCurrentIndex(2);
    QVERIFY(bench.label("noCurveLabel").contains(QStringLiteral("waiting places")));
    auto *agents = bench.part<QSpinBox>("agentsSpin");
    QVERIFY(agents->isVisible());
    agents->setValue(90);
    QTRY_VERIFY(!bench.why().contains(QStringLiteral("number of agents who answer")));
    QTRY_VERIFY(bench.isJudged());
    QVERIFY(bench.label("promiseLabel").contains(QStringLiteral("are turned away")));
}

void TestWaitTimesPage::approvesWhatItShows()
{
    Bench bench;
    QVERIFY(bench.open());
    bench.choose("q-4");
    QTRY_VERIFY(bench.isJudged());
    auto *state = bench.part<QLabel>("stateLabel");
    QTRY_VERIFY(state->text().contains(QStringLiteral("No one has approved")));
    bench.part<QCheckBox>("reviewedCheck")->setChecked(true);
    bench.part<QLineEdit>("reasonEdit")->setText(QStringLiteral("Ticket 4711"));
    QTest::mouseClick(bench.part<QPushButton>("approveButton"), Qt::LeftButton);
    QTRY_VERIFY2(state->text().startsWith(QStringLiteral("● ")), qPrintable(state->text()));
    // It is the recommended capacity that was approved.
    QVERIFY(state->text().contains(
        bench.label("recommendationLabel").section(QStringLiteral(" to "), 1)));
}

/// A year of quarter-hours is read, drawn and judged while the event loop goes on turning.
void TestWaitTimesPage::loopGoesOn()
{
    // Several times what is promised, for a machine that does something else too: the figures are
    // those of tests/bench. Painting is in it.
#ifdef __SANITIZE_ADDRESS__
    constexpr double kRoomMs = 300;
#else
    constexpr double kRoomMs = 100;
#endif
    Bench bench({QStringLiteral("--days"), QStringLiteral("366")});
    QVERIFY(bench.open());
    Heartbeat heartbeat;
    bench.choose("q-4", 365);
    const bool done = heartbeat.watchUntil(
        [&] {
            return bench.rows() > 30'000 && bench.isJudged()
                && bench.part<QPushButton>("refreshButton")->isEnabled();
        },
        std::chrono::seconds(60));
    QVERIFY(done);
    const Gaps gaps = heartbeat.gaps();
    QVERIFY2(gaps.longest < kRoomMs,
        qPrintable(QStringLiteral("%1 ms, 95 %: %2 ms").arg(gaps.longest).arg(gaps.high)));
}

QTEST_MAIN(TestWaitTimesPage)
#include "tst_waittimespage.moc"

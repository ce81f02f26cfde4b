// The ways through the window, as a person goes them: from the first start to a record in the log.

#include "commandrun.h"
#include "frame.h"
#include "patience.h"
#include "window/activity/activities.h"
#include "window/queues/queuespage.h"
#include "window/session/tenantsession.h"
#include "windowbench.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>

using namespace queuesmith;

namespace {

constexpr auto kSecret = "demo-secret";
constexpr auto kHeaderValue = "wfm-header-4711";

/// A tenant of the test's own, opened in the frame.
class Ways {
public:
    explicit Ways(Environment environment = Environment::Test,
        UnapprovedCapacity unapproved = UnapprovedCapacity::Warn)
    {
        Connection connection;
        connection.name = QStringLiteral("Mine");
        connection.baseUrl = QUrl(tenant.url());
        connection.clientId = QStringLiteral("demo");
        connection.licensedAgents = 500;
        connection.environment = environment;
        connection.capacity.unapproved = unapproved;
        connection.wfm.headers = {{"X-Key", kHeaderValue}};
        frame.sessions().choose(connection, kSecret);
    }

    DemoTenant tenant{{QStringLiteral("--days"), QStringLiteral("30")}};
    Frame frame;

    [[nodiscard]] bool isReady() const
    {
        return QTest::qWaitFor([this] { return rows("queuesTable") == 12; }, kPatience);
    }
    [[nodiscard]] int rows(const char *table) const
    {
        const auto *view = frame.find<QTableView>(table);
        return view ? view->model()->rowCount() : -1;
    }
    void go(Qt::Key key) const { QTest::keyClick(&frame.window(), key, Qt::ControlModifier); }
    /// The last thing that the activity bar says.
    [[nodiscard]] QString said() const
    {
        const auto *label = frame.find<QLabel>("activityLabel");
        return label ? label->text() : QString();
    }
    /// A queue of its own in the tenant, opened in the editor through the palette; gives its id.
    [[nodiscard]] QString openOwnQueue()
    {
        QJsonObject shared = springSale();
        shared.insert(QStringLiteral("name"), QStringLiteral("Shared"));
        const QString id = tenant.addQueue(shared);
        QTest::keyClick(&frame.window(), Qt::Key_F5);
        const bool seen = QTest::qWaitFor([this] { return rows("queuesTable") == 13; }, kPatience);
        go(Qt::Key_K);
        const bool open =
            QTest::qWaitFor([this] { return frame.find<QLineEdit>("paletteSearch"); }, kPatience);
        frame.type("paletteSearch", QStringLiteral("open shared"));
        QTest::keyClick(frame.find<QLineEdit>("paletteSearch"), Qt::Key_Return);
        const bool read = QTest::qWaitFor(
            [this] {
                return frame.find<QSpinBox>("capacitySpin")
                    && frame.find<QSpinBox>("capacitySpin")->value() == 8;
            },
            kPatience);
        return seen && open && read ? id : QString();
    }
    /// A new queue with a name and a capacity, ready to be sent.
    void fillIn(const QString &name, int capacity) const
    {
        go(Qt::Key_N);
        QTRY_VERIFY(frame.find<QLineEdit>("nameEdit"));
        frame.type("nameEdit", name);
        frame.find<QSpinBox>("capacitySpin")->setValue(capacity);
    }
};

constexpr auto kForbidden = "\"status\":403";
constexpr auto kLimited = "\"status\":429,\"headers\":{\"Retry-After\":30}";
/// A refusal that names a field, as the members of a fault's `do`.
QByteArray fieldRefusal(const QString &why = QStringLiteral("too many for us"))
{
    const QJsonObject error{{QStringLiteral("field"), QStringLiteral("capacity")},
        {QStringLiteral("code"), QStringLiteral("x")}, {QStringLiteral("message"), why}};
    const QJsonObject body{{QStringLiteral("code"), QStringLiteral("invalid")},
        {QStringLiteral("message"), why}, {QStringLiteral("correlationId"), why},
        {QStringLiteral("errors"), QJsonArray{error}}};
    QByteArray escaped = QJsonDocument(body).toJson(QJsonDocument::Compact);
    escaped.replace('\\', "\\\\").replace('"', "\\\"");
    return "\"status\":400,\"body\":\"" + escaped + '"';
}

QByteArray always(const QByteArray &doing)
{
    return "[{\"match\":\"POST /api/v2/queues\",\"times\":9,\"do\":{" + doing + "}}]";
}

/// Everything that the window says, on pages that aren't in view too, and in tool tips.
QString allTexts(const QWidget &window)
{
    QStringList texts;
    const QList<QWidget *> widgets = window.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        // Each has its text in some of these properties.
        for (const char *property :
            {"text", "plainText", "title", "toolTip", "accessibleName", "accessibleDescription"})
            texts.append(widget->property(property).toString());
        const auto *view = qobject_cast<const QAbstractItemView *>(widget);
        const QAbstractItemModel *model = view ? view->model() : nullptr;
        for (int row = 0; model && row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole})
                    texts.append(model->index(row, column).data(role).toString());
            }
        }
    }
    return texts.join(u'\n');
}

/// What is in all files of a folder.
QByteArray allContents(const QString &folder)
{
    QByteArray contents;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            contents += file.readAll();
    }
    return contents;
}

const QString kPost = QStringLiteral("POST");
const QString kQueues = QStringLiteral("/api/v2/queues");

} // namespace

class TestWays : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(unexpectedWarnings()); }

    void fromAnEmptyFormToARecord()
    {
        Ways way;
        QVERIFY(way.isReady());
        way.fillIn(QStringLiteral("Autumn Sale"), 12);
        way.frame.click("provisionButton");
        QTRY_VERIFY2(way.said().contains(QLatin1StringView("done")), qPrintable(way.said()));
        QVERIFY(way.said().startsWith(QLatin1StringView("Activity:")));
        QCOMPARE(way.tenant.queuesNamed(QStringLiteral("Autumn Sale")), 1);
        QTRY_COMPARE(
            way.frame.find<QPushButton>("provisionButton")->text(), QStringLiteral("Update"));
        way.go(Qt::Key_1);
        QTRY_COMPARE(way.rows("queuesTable"), 13);
        way.go(Qt::Key_5);
        QTRY_VERIFY(way.rows("auditTable") >= 3); // signed in, intent, success
    }

    /// What a supporter gets: the steps, and no secret, no folder and no name of a person.
    void savesADiagnosticLog()
    {
        Ways way;
        way.frame.log().start(5'000);
        QVERIFY(way.isReady());
        way.fillIn(QStringLiteral("Autumn Sale"), 12);
        way.frame.click("provisionButton");
        QTRY_VERIFY2(way.said().contains(QLatin1StringView("done")), qPrintable(way.said()));
        way.frame.window().findChild<QAction *>(QStringLiteral("diagnosticLogAction"))->trigger();
        auto *dialog = way.frame.find<QFileDialog>("diagnosticLogDialog");
        QVERIFY(dialog);
        const QString file = way.frame.path(QStringLiteral("log.txt"));
        Q_EMIT dialog->fileSelected(file);
        dialog->close();

        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(QFile::permissions(file) & (QFile::ReadOther | QFile::ReadGroup), 0);
        const QByteArray text = written.readAll();
        QVERIFY2(text.startsWith("queuesmith version="), text.constData());
        for (const char *part : {"connection environment=test dialect=queues-v2",
                 "log lines=", "claimed operation_id=", "queue=\"Autumn Sale\"", "concluded",
                 "outcome=created", "attempt operation=createQueue method=POST path=/api/v2/queues",
                 "action=QUEUE_PROVISIONED", "activity state=succeeded"})
            QVERIFY2(text.contains(part), part);
        for (const QByteArray &part : {QByteArray(kSecret), QByteArray(kHeaderValue),
                 QByteArray("Bearer"), QByteArray("tester"), way.frame.path({}).toUtf8()})
            QVERIFY2(!text.contains(part), part.constData());
        QVERIFY(way.frame.find<QLabel>("bannerLabel")->text().contains(file));
        QCOMPARE(
            way.frame.find<QPushButton>("bannerButton")->text(), QStringLiteral("Show in folder"));
        QCOMPARE(way.frame.settings().value(setting::kFileFolder), QFileInfo(file).path());
    }

    void tellsThatADiagnosticLogCantBeSaved()
    {
        Frame frame;
        frame.window().findChild<QAction *>(QStringLiteral("diagnosticLogAction"))->trigger();
        auto *dialog = frame.find<QFileDialog>("diagnosticLogDialog");
        Q_EMIT dialog->fileSelected(QStringLiteral("/nowhere/log.txt"));
        dialog->close();
        QVERIFY(frame.find<QLabel>("bannerLabel")
                    ->text()
                    .contains(QLatin1StringView("could not be saved")));
    }

    void anUpdateIsReviewedFirst()
    {
        Ways way;
        QVERIFY(way.isReady());
        QVERIFY(!way.openOwnQueue().isEmpty());
        auto *update = way.frame.find<QPushButton>("provisionButton");
        QTRY_COMPARE(update->text(), QStringLiteral("Update"));
        auto *capacity = way.frame.find<QSpinBox>("capacitySpin");
        QTRY_VERIFY(capacity->value() > 1);
        const int wanted = capacity->value() + 1;
        capacity->setValue(wanted);
        way.frame.click("provisionButton");
        QTRY_VERIFY(way.frame.find<QPushButton>("sendButton"));
        QCOMPARE(way.rows("changesTable"), 2); // capacity, and the rule that follows it
        way.frame.click("sendButton");
        QTRY_VERIFY2(way.said().contains(QLatin1StringView("Changing")), qPrintable(way.said()));
        QTRY_VERIFY2(way.said().contains(QLatin1StringView("verified")), qPrintable(way.said()));
        int capacities = 0;
        const QJsonArray queues = way.tenant.queues();
        for (const QJsonValue &queue : queues)
            capacities += queue[QLatin1StringView("capacity")].toInt() == wanted ? 1 : 0;
        QVERIFY(capacities >= 1);
    }

    void whatTheWindowHasSaidIsNoNewsAtTheNextStart()
    {
        Ways way;
        QVERIFY(way.isReady());
        way.fillIn(QStringLiteral("Autumn Sale"), 12);
        way.frame.click("provisionButton");
        QTRY_VERIFY2(way.said().contains(QLatin1StringView("verified")), qPrintable(way.said()));
        const QDir runs(way.frame.path(QStringLiteral("audit.sqlite.runs")));
        const QStringList locks = runs.entryList({QStringLiteral("*.lock")}, QDir::Files);
        QVERIFY(!locks.isEmpty());
        const Connection connection = way.frame.sessions().current()->connection();
        way.frame.restart();
        for (const QString &lock : locks) { // as if it had been killed
            QFile file(runs.filePath(lock));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        way.frame.sessions().choose(connection, "demo-secret");
        TenantSession *session = nullptr;
        QTRY_VERIFY((session = way.frame.sessions().current()));
        QSignalSpy settled(session, &TenantSession::settled);
        QTRY_VERIFY(!settled.isEmpty() || !session->activities().all().isEmpty());
        QTRY_COMPARE(settled.size(), 1);
        QCOMPARE(session->activities().all().size(), 0);
        QCOMPARE(
            runs.entryList({QStringLiteral("*.lock")}, QDir::Files).filter(locks.first()).size(),
            0); // it was seen that they had died
    }

    void aRecommendedCapacityLeadsToTheEditor()
    {
        Ways way;
        QVERIFY(way.isReady());
        way.go(Qt::Key_1);
        QTRY_COMPARE(way.rows("queuesTable"), 12);
        auto *table = way.frame.find<QTableView>("queuesTable");
        table->selectRow(0);
        const QString name = table->model()->index(0, 0).data().toString();
        auto *show =
            way.frame.window().findChild<QAction *>(QStringLiteral("queueWaitTimesAction"));
        QVERIFY(show && show->isEnabled());
        show->trigger();
        QTRY_VERIFY(way.frame.find<QComboBox>("queueCombo"));
        QTRY_COMPARE(way.frame.find<QComboBox>("queueCombo")->currentText(), name);
        // One that surely has a history and too few agents.
        auto *queue = way.frame.find<QComboBox>("queueCombo");
        queue->setCurrentIndex(queue->findData(QStringLiteral("q-4")));
        const QString overloaded = queue->currentText();
        const auto told = [&way] {
            const auto *label = way.frame.find<QLabel>("recommendationLabel");
            return label ? label->text() : QString();
        };
        QTRY_VERIFY2(told().contains(QLatin1StringView("raise")), qPrintable(told()));
        const QString headline = told();
        way.frame.click("useCapacityButton");
        QTRY_COMPARE(way.frame.find<QLineEdit>("nameEdit")->text(), overloaded);
        const auto *capacity = way.frame.find<QSpinBox>("capacitySpin");
        QTRY_VERIFY2(headline.endsWith(QStringLiteral(" to %1").arg(capacity->value())),
            qPrintable(headline));
        QVERIFY(way.frame.find<QPushButton>("provisionButton")->isEnabled()); // nothing was sent
    }

    void aCapacityIsApprovedFirstWhereThatIsDemanded()
    {
        Ways way(Environment::Test, UnapprovedCapacity::Refuse);
        QVERIFY(way.isReady());
        way.fillIn(QStringLiteral("Autumn Sale"), 12);
        way.frame.click("provisionButton");
        QTRY_VERIFY(way.frame.find<QPushButton>("approveButton"));
        const auto *state = way.frame.find<QLabel>("stateLabel");
        QTRY_VERIFY(state->text().contains(QLatin1StringView("No one has approved")));
        way.frame.click("sendButton");
        QVERIFY(way.frame.find<QLabel>("noteLabel")->text().startsWith(u'■'));
        way.frame.type("reasonEdit", QStringLiteral("OPS-12"));
        way.frame.click("approveButton");
        QTRY_VERIFY(state->text().contains(QLatin1StringView("Approved by")));
        QCOMPARE(way.tenant.requests(kPost, kQueues), 0);
        way.frame.click("sendButton");
        QTRY_VERIFY2(way.said().contains(QLatin1StringView("verified")), qPrintable(way.said()));
        QCOMPARE(way.tenant.queuesNamed(QStringLiteral("Autumn Sale")), 1);
    }

    void theReviewWorksOutItsEvidenceByItself()
    {
        Ways way;
        QVERIFY(way.isReady());
        way.go(Qt::Key_K);
        QTRY_VERIFY(way.frame.find<QLineEdit>("paletteSearch"));
        way.frame.type("paletteSearch", QStringLiteral("open queue billing north"));
        QTest::keyClick(way.frame.find<QLineEdit>("paletteSearch"), Qt::Key_Return);
        QTRY_COMPARE(
            way.frame.find<QPushButton>("provisionButton")->text(), QStringLiteral("Update"));
        auto *capacity = way.frame.find<QSpinBox>("capacitySpin");
        capacity->setValue(capacity->value() + 3);
        way.frame.click("provisionButton");
        QTRY_VERIFY(way.frame.find<QPushButton>("approveButton"));
        const auto *grounds = way.frame.find<QLabel>("evidenceLabel");
        QTRY_VERIFY2(
            grounds->text().contains(QLatin1StringView("Based on")), qPrintable(grounds->text()));
        QVERIFY(grounds->text().contains(QLatin1StringView("Recommended")));
        way.frame.find<QCheckBox>("reviewedCheck")->setChecked(true);
        way.frame.type("reasonEdit", QStringLiteral("OPS-12"));
        way.frame.click("approveButton");
        const auto *state = way.frame.find<QLabel>("stateLabel");
        QTRY_VERIFY2(
            state->text().contains(QLatin1StringView("Approved by")), qPrintable(state->text()));
        way.frame.click("sendButton");
        QTRY_VERIFY2(way.said().contains(QLatin1StringView("verified")), qPrintable(way.said()));
        // The editor tells the recommendation, which leads to what it rests on.
        auto *recommended = way.frame.find<QPushButton>("recommendationButton");
        QTRY_VERIFY(recommended && recommended->isVisible());
        QTest::mouseClick(recommended, Qt::LeftButton);
        QTRY_VERIFY(way.frame.find<QComboBox>("queueCombo"));
        QCOMPARE(way.frame.find<QComboBox>("queueCombo")->currentText(),
            QStringLiteral("Billing North"));
    }

    void whatAnotherChangedMeanwhileIsNotOverwritten()
    {
        Ways way;
        QVERIFY(way.isReady());
        const QString id = way.openOwnQueue();
        QVERIFY(!id.isEmpty());
        way.frame.find<QSpinBox>("capacitySpin")->setValue(11);
        way.frame.click("reviewButton");
        QTRY_VERIFY(way.frame.find<QPushButton>("sendButton"));
        QJsonObject theirs = springSale();
        theirs.insert(QStringLiteral("name"), QStringLiteral("Shared"));
        theirs.insert(QStringLiteral("capacity"), 30);
        way.tenant.changeQueue(id, toJson(parseDefinition(theirs).definition));
        way.frame.click("sendButton");
        QTRY_VERIFY2(way.said().contains(QLatin1StringView("Someone else has changed")),
            qPrintable(way.said()));
        int changed = 0;
        const QJsonArray queues = way.tenant.queues();
        for (const QJsonValue &queue : queues)
            changed += queue[QLatin1StringView("capacity")].toInt() == 30 ? 1 : 0;
        QCOMPARE(changed, 1);
        QTRY_VERIFY(way.frame.find<QTableView>("compareTable"));
    }

    void badInputSendsNothing()
    {
        Ways way;
        QVERIFY(way.isReady());
        way.fillIn(QStringLiteral("Too big"), 501);
        way.frame.click("provisionButton");
        auto *checks = way.frame.find<QListView>("checksList");
        const auto verdicts = [checks] {
            QStringList texts;
            for (int row = 0; row < checks->model()->rowCount(); ++row)
                texts.append(checks->model()->index(row, 0).data().toString());
            return texts.join(u'\n');
        };
        QTRY_VERIFY2(verdicts().contains(u'■'), qPrintable(verdicts()));
        QTRY_VERIFY(way.frame.find<QSpinBox>("capacitySpin")->hasFocus() || checks->hasFocus());
        QCOMPARE(way.tenant.requests(kPost, kQueues), 0);
    }

    void faultsAreExplained_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<QString>("said");
        QTest::newRow("403") << QByteArray(kForbidden) << "403";
        QTest::newRow("400") << fieldRefusal() << "400";
        QTest::newRow("429") << QByteArray(kLimited) << "limiting requests (429)";
    }
    void faultsAreExplained()
    {
        QFETCH(QByteArray, fault);
        QFETCH(QString, said);
        Ways way;
        QVERIFY(way.isReady());
        way.tenant.setFaults(always(fault));
        way.fillIn(QStringLiteral("Autumn Sale"), 12);
        way.frame.click("provisionButton");
        QTRY_VERIFY2(way.said().contains(said), qPrintable(way.said()));
        if (said == QLatin1StringView("400"))
            QTRY_VERIFY(way.frame.find<QLabel>("capacityProblem")
                && way.frame.find<QLabel>("capacityProblem")
                       ->text()
                       .contains(QLatin1StringView("too many for us")));
        if (!said.contains(QLatin1StringView("429")))
            return;
        QVERIFY(
            !way.frame.find<QPushButton>("retryNowButton")->isEnabled()); // the tenant demands it
        way.frame.click("cancelButton");
        QTRY_VERIFY2(way.said().contains(QLatin1StringView("ancelled")), qPrintable(way.said()));
        QCOMPARE(way.tenant.queuesNamed(QStringLiteral("Autumn Sale")), 0);
    }

    void aTenantsWordsShowNoSecret()
    {
        Ways way;
        QVERIFY(way.isReady());
        const QString why = QStringLiteral("wrong \"%1\" of %2")
                                .arg(QLatin1String(kHeaderValue), QLatin1String(kSecret));
        way.tenant.setFaults(always(fieldRefusal(why)));
        way.fillIn(QStringLiteral("Autumn Sale"), 12);
        way.frame.click("provisionButton");
        QTRY_VERIFY2(way.said().contains(QLatin1StringView("400")), qPrintable(way.said()));
        QTRY_VERIFY(way.frame.find<QLabel>("capacityProblem"));
        QString seen = allTexts(way.frame.window());
        way.go(Qt::Key_5);
        QTRY_VERIFY(way.rows("auditTable") >= 3); // signed in, intent, failure
        way.frame.find<QTableView>("auditTable")->selectRow(0);
        const auto *record = way.frame.find<QTextBrowser>("recordView");
        QVERIFY(record);
        QTRY_VERIFY2(record->toPlainText().contains(QLatin1StringView("Autumn Sale")),
            qPrintable(record->toPlainText()));
        seen += allTexts(way.frame.window());
        QVERIFY2(seen.contains(QLatin1StringView("wrong \"***\" of ***")), qPrintable(seen));
        const QByteArray kept = allContents(way.frame.path(QString()));
        QVERIFY(kept.contains("Autumn Sale"));
        for (const char *secret : {kSecret, kHeaderValue}) {
            QVERIFY2(!seen.contains(QLatin1StringView(secret)), qPrintable(seen));
            QVERIFY2(!kept.contains(secret), secret);
        }
    }

    void retryNowSkipsOurOwnWait()
    {
        Ways way;
        QVERIFY(way.isReady());
        way.tenant.setFaults(R"([{"match":"POST /api/v2/queues","times":3,"do":{"status":503}}])");
        way.fillIn(QStringLiteral("Autumn Sale"), 12);
        way.frame.click("provisionButton");
        QTRY_VERIFY(way.frame.find<QPushButton>("retryNowButton")
            && way.frame.find<QPushButton>("retryNowButton")->isEnabled());
        way.frame.click("retryNowButton");
        QTRY_VERIFY2(way.tenant.requests(kPost, kQueues) >= 2 || way.said().contains(u"done"),
            qPrintable(way.said()));
    }

    void closingAsksWhileWorkIsUnderWay()
    {
        Ways way;
        QVERIFY(way.isReady());
        way.tenant.setFaults(R"([{"match":"POST /api/v2/queues","do":{"hang":true}}])");
        way.fillIn(QStringLiteral("Autumn Sale"), 12);
        way.frame.click("provisionButton");
        QVERIFY(way.tenant.awaitRequests(kPost, kQueues, 1));
        way.frame.window().close();
        QVERIFY(way.frame.window().isVisible());
        const auto *question = way.frame.find<QMessageBox>("");
        QVERIFY(question);
        const QList<QAbstractButton *> buttons = question->buttons();
        for (QAbstractButton *button : buttons) {
            if (question->buttonRole(button) == QMessageBox::AcceptRole)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_VERIFY(!way.frame.window().isVisible());
        QCOMPARE(way.frame.sessions().running(), 0);
    }
};

QTEST_MAIN(TestWays)
#include "tst_ways.moc"

// The form of a connection: enter, test, save, come back to it after a restart.

#include "cxone/profiles.h"
#include "demotenant.h"
#include "frame.h"
#include "window/queueeditor/editoropening.h"
#include "window/queueeditor/queueeditorpage.h"
#include "window/session/catalog.h"
#include "window/waittimes/waittimespage.h"
#include "windowbench.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace queuesmith;

class TestConnectionsPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(unexpectedWarnings()); }
    void initTestCase()
    {
        // No test may reach the keychain of who runs it.
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qputenv("XDG_RUNTIME_DIR", QByteArray());
    }

    void connectsToATenant()
    {
        DemoTenant tenant;
        Frame frame;
        frame.click("connectButton");
        fill(frame, tenant.url());
        frame.click("saveButton");
        QTRY_COMPARE(
            frame.window().windowTitle(), QStringLiteral("Prod · PRODUCTION — Queuesmith"));
        QTRY_VERIFY(
            tenant.requests(QStringLiteral("POST"), QStringLiteral("/api/v2/oauth/token")) > 0);
        // Without a keychain the secret is only in memory, and that is said.
        QVERIFY(frame.find<QLabel>("bannerLabel")
                    ->text()
                    .contains(QLatin1StringView("could not be kept")));

        frame.restart();
        QTRY_VERIFY(frame.find<QLineEdit>("urlEdit"));
        QCOMPARE(frame.find<QLineEdit>("urlEdit")->text(), tenant.url());
        QCOMPARE(frame.find<QLineEdit>("secretEdit")->text(), QString());
        frame.type("secretEdit", QStringLiteral("demo-secret"));
        frame.click("saveButton");
        QTRY_VERIFY(frame.sessions().current());
    }

    void testsAConnection_data()
    {
        QTest::addColumn<QString>("client");
        QTest::addColumn<QString>("secret");
        QTest::addColumn<bool>("locked");
        QTest::addColumn<QString>("said");
        const QString demo = QStringLiteral("demo");
        const QString reader = QStringLiteral("demo-readonly");
        const QString secret = QStringLiteral("demo-secret");
        QTest::newRow("all is well")
            << demo << secret << false << QStringLiteral("● The tenant answers");
        QTest::newRow("a scope is missing")
            << reader << secret << false << QStringLiteral("■ The client lacks permissions");
        QTest::newRow("locked, so that it isn't needed")
            << reader << secret << true << QStringLiteral("● The tenant answers");
        QTest::newRow("wrong secret")
            << demo << QStringLiteral("nonsense") << false
            << QStringLiteral("■ The tenant does not accept the client's credentials");
    }
    void testsAConnection()
    {
        QFETCH(QString, client);
        QFETCH(QString, secret);
        QFETCH(bool, locked);
        QFETCH(QString, said);
        DemoTenant tenant;
        Frame frame;
        frame.click("connectButton");
        fill(frame, tenant.url());
        frame.type("clientEdit", client);
        frame.type("secretEdit", secret);
        frame.find<QCheckBox>("readOnlyCheck")->setChecked(locked);
        frame.click("testButton");
        QTRY_VERIFY(noteOf(frame).startsWith(said));
        auto *checks = frame.find<QListWidget>("checksList");
        QVERIFY(checks->count() > 0);
        QString lines;
        for (int i = 0; i < checks->count(); ++i)
            lines += checks->item(i)->text() + u'\n';
        QVERIFY2(!lines.contains(QLatin1StringView("createQueue")), qPrintable(lines));
        if (client == QLatin1StringView("demo-readonly")) {
            QVERIFY2(lines.contains(QLatin1StringView("queue:create")), qPrintable(lines));
            QCOMPARE(lines.contains(u'■'), !locked);
        }
        QCOMPARE(tenant.requests(QStringLiteral("POST"), QStringLiteral("/api/v2/queues")), 0);
    }

    void leadsHereWhereTheCredentialsAreAtFault_data()
    {
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QByteArray>("faults");
        QTest::addColumn<int>("page");
        QTest::addColumn<QByteArray>("button");
        QTest::addColumn<bool>("isOffered");
        const QString right = QStringLiteral("demo-secret");
        const QString wrong = QStringLiteral("nonsense");
        const QByteArray list = R"([{"match":"GET /api/v2/queues","times":99,"do":{"status":%1}}])";
        const auto listFails = [&list](const char *status) {
            return QByteArray(list).replace("%1", status);
        };
        const QByteArray one =
            R"([{"match":"GET /api/v2/queues/q-1","times":99,"do":{"status":401}}])";
        const QByteArray history =
            R"([{"match":"POST /api/v2/analytics/queues/details/query","times":99,"do":{"status":401}}])";
        QTest::newRow("queues, wrong secret")
            << wrong << QByteArray() << 0 << QByteArray("messageConnectionButton") << true;
        QTest::newRow("wait times, wrong secret")
            << wrong << QByteArray() << 2 << QByteArray("messageConnectionButton") << true;
        QTest::newRow("queues, expired")
            << right << listFails("401") << 0 << QByteArray("bannerConnectionButton") << true;
        QTest::newRow("queues, not permitted")
            << right << listFails("403") << 0 << QByteArray("bannerConnectionButton") << false;
        QTest::newRow("editor, expired")
            << right << one << 1 << QByteArray("noticeConnectionButton") << true;
        QTest::newRow("wait times, expired")
            << right << history << 2 << QByteArray("messageConnectionButton") << true;
    }
    void leadsHereWhereTheCredentialsAreAtFault()
    {
        QFETCH(QString, secret);
        QFETCH(QByteArray, faults);
        QFETCH(int, page);
        QFETCH(QByteArray, button);
        QFETCH(bool, isOffered);
        DemoTenant tenant;
        Frame frame;
        Connection connection;
        connection.name = QStringLiteral("Mine");
        connection.baseUrl = QUrl(tenant.url());
        connection.clientId = QStringLiteral("demo");
        QVERIFY(Profiles(frame.path(QStringLiteral("connections.ini"))).save(connection));
        frame.sessions().choose(connection, secret.toUtf8());
        Catalog &catalog = frame.sessions().current()->catalog();
        const bool isRight = faults.size() > 0;
        QTRY_COMPARE(catalog.queueState().phase,
            isRight ? LoadState::Phase::Ready : LoadState::Phase::Failed);
        if (isRight)
            tenant.setFaults(faults);
        QTest::keyClick(
            &frame.window(), static_cast<Qt::Key>(Qt::Key_1 + page), Qt::ControlModifier);
        if (page == 0 && isRight) {
            QTest::keyClick(&frame.window(), Qt::Key_F5);
            QTRY_COMPARE(catalog.queueState().phase, LoadState::Phase::Failed);
        } else if (page == 1) {
            frame.window().findChild<QueueEditorPage *>()->opening().openQueue(
                QueueId{QStringLiteral("q-1")});
        } else if (page == 2 && isRight) {
            frame.window().findChild<WaitTimesPage *>()->showQueue(QueueId{QStringLiteral("q-1")});
        }
        if (!isOffered) {
            QVERIFY(frame.find<QPushButton>("bannerButton"));
            QVERIFY(!frame.find<QPushButton>(button.constData()));
            return;
        }
        QTRY_VERIFY(frame.find<QPushButton>(button.constData()));
        frame.click(button.constData());
        QTRY_VERIFY(frame.find<QLineEdit>("urlEdit"));
        QCOMPARE(frame.find<QLineEdit>("urlEdit")->text(), tenant.url());
        QCOMPARE(frame.find<QLineEdit>("nameEdit")->text(), connection.name);
    }

    void saysWhichFieldIsWrong_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");
        QTest::newRow("no name") << QByteArray("nameEdit") << QString();
        QTest::newRow("http elsewhere") << QByteArray("urlEdit") << "http://example.com";
        QTest::newRow("no url") << QByteArray("urlEdit") << "nonsense";
        QTest::newRow("no client") << QByteArray("clientEdit") << QString();
        QTest::newRow("WFM endpoint") << QByteArray("wfmEdit") << "ftp://example.com";
        QTest::newRow("authority") << QByteArray("authorityEdit") << "/nowhere.pem";
    }
    void saysWhichFieldIsWrong()
    {
        QFETCH(QByteArray, field);
        QFETCH(QString, value);
        DemoTenant tenant;
        Frame frame;
        frame.click("connectButton");
        fill(frame, tenant.url());
        auto *edit = frame.window().findChild<QLineEdit *>(QString::fromLatin1(field));
        edit->setText(value);
        frame.click("saveButton");
        QVERIFY(noteOf(frame).startsWith(u'■'));
        QVERIFY(edit->hasFocus());
        QVERIFY(tenant.log().isEmpty());
        QVERIFY(frame.sessions().savedNames().isEmpty());
    }

    void keepsHowCapacityIsTreated()
    {
        DemoTenant tenant;
        Frame frame;
        frame.click("connectButton");
        fill(frame, tenant.url());
        QVERIFY(!frame.find<QComboBox>("readingCombo")); // folded away
        frame.find<QToolButton>("advancedButton")->click();
        auto *reading = frame.find<QComboBox>("readingCombo");
        const auto *hint = frame.find<QLabel>("readingHint");
        QCOMPARE(reading->currentIndex(), 0);
        QVERIFY(hint->text().contains(QLatin1StringView("shortens waits")));
        reading->setCurrentIndex(1);
        QVERIFY(hint->text().contains(QLatin1StringView("wait longer")));
        QCOMPARE(frame.find<QComboBox>("unapprovedCombo")->currentIndex(), 1);
        frame.find<QComboBox>("unapprovedCombo")->setCurrentIndex(2);
        QCOMPARE(frame.find<QSpinBox>("approvalDaysSpin")->value(), 7);
        frame.find<QSpinBox>("approvalDaysSpin")->setValue(3);
        frame.click("saveButton");
        QTRY_VERIFY(frame.sessions().current());
        const CapacitySettings expected{CapacityReading::Waiting, UnapprovedCapacity::Refuse, 3};
        QCOMPARE(frame.sessions().current()->connection().capacity, expected);

        frame.restart();
        QTRY_VERIFY(frame.find<QLineEdit>("urlEdit"));
        QCOMPARE(frame.find<QComboBox>("readingCombo")->currentIndex(), 1);
        QCOMPARE(frame.find<QComboBox>("unapprovedCombo")->currentIndex(), 2);
        QCOMPARE(frame.find<QSpinBox>("approvalDaysSpin")->value(), 3);
    }

    void savesWithoutLeavingWhatIsOpen()
    {
        DemoTenant tenant;
        Frame frame;
        frame.sessions().chooseDemo();
        QTRY_VERIFY(frame.sessions().current());
        QTest::keyClick(&frame.window(), Qt::Key_T, Qt::ControlModifier);
        QVERIFY(frame.find<QLineEdit>("nameEdit"));
        QCOMPARE(frame.find<QListWidget>("navigation")->currentRow(), -1);
        fill(frame, tenant.url());
        frame.click("saveButton");
        QTRY_COMPARE(frame.sessions().savedNames(), QStringList{QStringLiteral("Prod")});
        QTRY_VERIFY(noteOf(frame).startsWith(QStringLiteral("● Saved")));
        QVERIFY(frame.window().windowTitle().contains(QLatin1StringView("DEMO")));
        QCOMPARE(listed(frame), QStringList{QStringLiteral("Prod\nPRODUCTION")});

        frame.find<QCheckBox>("readOnlyCheck")->setChecked(true);
        frame.type("secretEdit", QStringLiteral("demo-secret"));
        frame.click("openButton");
        QTRY_COMPARE(
            frame.window().windowTitle(), QStringLiteral("Prod · PRODUCTION — Queuesmith"));
        QVERIFY(frame.sessions().current()->connection().readOnly);
        QTest::keyClick(&frame.window(), Qt::Key_T, Qt::ControlModifier);
        QVERIFY(frame.find<QLineEdit>("nameEdit"));
        QTest::keyClick(&frame.window(), Qt::Key_1, Qt::ControlModifier);
        QVERIFY(!frame.find<QLineEdit>("nameEdit"));
        QCOMPARE(frame.find<QListWidget>("navigation")->currentRow(), 0);
        QTest::keyClick(&frame.window(), Qt::Key_T, Qt::ControlModifier);
        QCOMPARE(listed(frame), QStringList{QStringLiteral("Prod\nPRODUCTION · locked · open")});
        // Nothing was changed: it is only shown again.
        const TenantSession *before = frame.sessions().current();
        frame.click("openButton");
        QCOMPARE(frame.sessions().current(), before);
        QVERIFY(!frame.find<QLineEdit>("nameEdit"));
    }

    void removesWhatIsSelected()
    {
        DemoTenant tenant;
        Frame frame;
        for (const char *name : {"A", "B"})
            QVERIFY(frame.sessions().profiles().save(connection(tenant, name)));
        frame.sessions().chooseDemo();
        QTRY_VERIFY(frame.sessions().current());
        frame.sessions().choose(connection(tenant, "A"), "demo-secret");
        QTest::keyClick(&frame.window(), Qt::Key_T, Qt::ControlModifier);
        QCOMPARE(frame.find<QLineEdit>("nameEdit")->text(), QStringLiteral("A"));
        frame.type("nameEdit", QStringLiteral("B"));
        frame.click("removeButton");
        const auto *question = frame.window().findChild<QMessageBox *>();
        QVERIFY(question && question->text().contains(QStringLiteral("“A”")));
        const QList<QAbstractButton *> buttons = question->buttons();
        for (QAbstractButton *button : buttons) {
            if (question->buttonRole(button) == QMessageBox::DestructiveRole)
                button->click();
        }
        QTRY_COMPARE(frame.sessions().savedNames(), QStringList{QStringLiteral("B")});
        // The other one that is open takes its place.
        QTRY_VERIFY(frame.window().windowTitle().contains(QLatin1StringView("DEMO")));
    }

    void keepsWhatTheFormDoesNotShow()
    {
        DemoTenant tenant;
        Frame frame;
        Connection saved = connection(tenant, "Prod");
        saved.dialect = QStringLiteral("some-other");
        saved.licensedAgents = 5'000'000;
        QVERIFY(frame.sessions().profiles().save(saved));
        frame.restart();
        QTRY_VERIFY(frame.find<QLineEdit>("wfmEdit"));
        frame.type("wfmEdit", QStringLiteral("https://wfm.example.com/sync"));
        frame.type("secretEdit", QStringLiteral("demo-secret"));
        frame.click("saveButton");
        const auto now = [&frame] {
            return frame.sessions().profiles().load(QStringLiteral("Prod")).value();
        };
        QTRY_COMPARE(now().wfm.endpoint.host(), QStringLiteral("wfm.example.com"));
        QCOMPARE(now().dialect, QStringLiteral("some-other"));
        QCOMPARE(*now().licensedAgents, 5'000'000);
    }

    void isRecordedAsWhoeverSaysSo()
    {
        DemoTenant tenant;
        Frame frame;
        frame.click("connectButton");
        fill(frame, tenant.url());
        frame.find<QToolButton>("advancedButton")->click();
        QCOMPARE(frame.find<QLineEdit>("actorEdit")->text(), QStringLiteral("tester"));
        frame.type("actorEdit", QStringLiteral("Ada"));
        frame.click("openButton");
        QTRY_VERIFY(frame.sessions().current());
        QCOMPARE(frame.sessions().current()->options().actor, QStringLiteral("Ada"));
        QCOMPARE(frame.settings().value(setting::kActor), QStringLiteral("Ada"));
    }

    void saysInPlainWordsThatAKeychainIsMissing()
    {
        DemoTenant tenant;
        Frame frame;
        QVERIFY(frame.sessions().profiles().save(connection(tenant, "Prod")));
        frame.sessions().choose(QStringLiteral("Prod"));
        QTRY_VERIFY(frame.find<QLineEdit>("urlEdit"));
        const QString said = noteOf(frame);
        QVERIFY2(said.contains(QLatin1StringView("keychain")), qPrintable(said));
        for (const char *word : {"org.", "QUEUESMITH", "--", "D-Bus"})
            QVERIFY2(!said.contains(QLatin1StringView(word)), qPrintable(said));
    }

    void givesTheProgramsSecretToOneConnectionOnly()
    {
        DemoTenant tenant;
        Frame frame;
        for (const char *name : {"A", "B"})
            QVERIFY(frame.sessions().profiles().save(connection(tenant, name)));
        frame.sessions().setGivenSecret("demo-secret");
        frame.sessions().choose(QStringLiteral("A"));
        QTRY_VERIFY(frame.sessions().current());
        QCOMPARE(frame.sessions().current()->title(), QStringLiteral("A"));
        QSignalSpy failed(&frame.sessions(), &Sessions::openFailed);
        frame.sessions().choose(QStringLiteral("B"));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(frame.sessions().current()->title(), QStringLiteral("A"));
    }

    void oneThatIsMarkedDemoIsRecordedLikeAnyOther()
    {
        DemoTenant tenant;
        Frame frame;
        frame.sessions().chooseDemo();
        QTRY_VERIFY(frame.sessions().current());
        const QString demoFile = frame.sessions().current()->options().auditFile;
        Connection marked = connection(tenant, "Mine");
        marked.environment = Environment::Demo;
        frame.sessions().choose(marked, "demo-secret");
        const SessionOptions &options = frame.sessions().current()->options();
        QCOMPARE(options.auditFile, frame.path(QStringLiteral("audit.sqlite")));
        QVERIFY(options.auditFile != demoFile);
        QCOMPARE(options.settleWindow, std::chrono::milliseconds(300));
    }

    void switchesBetweenConnections()
    {
        DemoTenant tenant;
        Frame frame;
        frame.click("connectButton");
        fill(frame, tenant.url());
        frame.click("saveButton");
        QTRY_VERIFY(frame.sessions().current());
        TenantSession *first = frame.sessions().current();
        frame.sessions().chooseDemo();
        QTRY_VERIFY(frame.window().windowTitle().contains(QLatin1StringView("DEMO")));
        frame.sessions().choose(QStringLiteral("Prod"));
        QCOMPARE(frame.sessions().current(), first); // it had stayed open
        QVERIFY(frame.window().windowTitle().contains(QLatin1StringView("PRODUCTION")));
    }

private:
    static Connection connection(const DemoTenant &tenant, const char *name)
    {
        Connection connection;
        connection.name = QString::fromLatin1(name);
        connection.baseUrl = QUrl(tenant.url());
        connection.clientId = QStringLiteral("demo");
        connection.licensedAgents = 500;
        return connection;
    }
    static QString noteOf(const Frame &frame)
    {
        const auto *label = frame.find<QLabel>("noteLabel");
        return label ? label->text() : QString();
    }
    static QStringList listed(const Frame &frame)
    {
        QStringList texts;
        const auto *list = frame.find<QListWidget>("savedList");
        for (int row = 0; row < list->count(); ++row)
            texts.append(list->item(row)->text());
        return texts;
    }
    static void fill(const Frame &frame, const QString &url)
    {
        frame.type("nameEdit", QStringLiteral("Prod"));
        frame.type("urlEdit", url);
        frame.type("clientEdit", QStringLiteral("demo"));
        frame.type("secretEdit", QStringLiteral("demo-secret"));
        frame.find<QSpinBox>("seatsSpin")->setValue(500);
    }
};

QTEST_MAIN(TestConnectionsPage)
#include "tst_connectionspage.moc"

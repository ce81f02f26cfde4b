// The form of a connection: enter, test, save, come back to it after a restart.

#include "demotenant.h"
#include "frame.h"
#include "windowbench.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

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
        QTest::addColumn<QString>("said");
        QTest::newRow("all is well") << QStringLiteral("demo") << QStringLiteral("demo-secret")
                                     << QStringLiteral("● The tenant answers");
        QTest::newRow("a scope is missing")
            << QStringLiteral("demo-readonly") << QStringLiteral("demo-secret")
            << QStringLiteral("■ The client isn't allowed");
        QTest::newRow("wrong secret") << QStringLiteral("demo") << QStringLiteral("nonsense")
                                      << QStringLiteral("■ The client isn't allowed");
    }
    void testsAConnection()
    {
        QFETCH(QString, client);
        QFETCH(QString, secret);
        QFETCH(QString, said);
        DemoTenant tenant;
        Frame frame;
        frame.click("connectButton");
        fill(frame, tenant.url());
        frame.type("clientEdit", client);
        frame.type("secretEdit", secret);
        frame.click("testButton");
        QTRY_VERIFY(frame.find<QLabel>("noteLabel")->text().startsWith(said));
        auto *checks = frame.find<QListWidget>("checksList");
        QVERIFY(checks->count() > 0);
        if (client == QLatin1StringView("demo-readonly")) {
            QStringList lines;
            for (int i = 0; i < checks->count(); ++i)
                lines.append(checks->item(i)->text());
            QVERIFY(lines.join(u' ').contains(QLatin1StringView("queue:create")));
        }
        QCOMPARE(tenant.requests(QStringLiteral("POST"), QStringLiteral("/api/v2/queues")), 0);
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
        auto *edit = frame.find<QLineEdit>(field.constData());
        edit->setText(value);
        frame.click("saveButton");
        QVERIFY(frame.find<QLabel>("noteLabel")->text().startsWith(u'■'));
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

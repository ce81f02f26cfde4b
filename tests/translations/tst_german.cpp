// The window in German, and what it leaves behind in English.

#include "demotenant.h"
#include "frame.h"
#include "patience.h"
#include "records/records.h"
#include "window/session/tenantsession.h"
#include "window/settings/language.h"
#include "window/shell/commandpalette.h"
#include "windowbench.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace queuesmith;

namespace {

constexpr int kHeaderRole = Qt::DisplayRole;

QString header(const QTableView &table, int column)
{
    return table.model()->headerData(column, Qt::Horizontal, kHeaderRole).toString();
}

/// Mnemonics of these texts; of several with the same letter, it is here more than once.
QStringList mnemonics(const QList<QAction *> &actions)
{
    QStringList letters;
    for (const QAction *action : actions) {
        const QString text = action->text();
        const qsizetype at = text.indexOf(u'&');
        if (at >= 0 && at + 1 < text.size())
            letters.append(text.at(at + 1).toUpper());
    }
    return letters;
}

} // namespace

class TestGerman : public QObject {
    Q_OBJECT

    std::unique_ptr<DemoTenant> m_tenant;
    std::unique_ptr<Frame> m_frame;

    [[nodiscard]] bool showsQueues() const
    {
        const auto *table = m_frame->find<QTableView>("queuesTable");
        return table && table->model()->rowCount() == 12;
    }
    [[nodiscard]] QString said() const
    {
        const auto *label = m_frame->find<QLabel>("activityLabel");
        return label ? label->text() : QString();
    }
    void press(Qt::Key key) const { QTest::keyClick(&m_frame->window(), key, Qt::ControlModifier); }
    /// Opens the tenant with the number of seats, and waits for its queues.
    void open(int seats)
    {
        Connection connection;
        connection.name = QStringLiteral("Meine");
        connection.baseUrl = QUrl(m_tenant->url());
        connection.clientId = QStringLiteral("demo");
        connection.licensedAgents = seats;
        connection.environment = Environment::Test;
        m_frame->sessions().choose(connection, "demo-secret");
        QTRY_VERIFY(showsQueues());
    }
    void provision(const QString &name, int capacity) const
    {
        press(Qt::Key_N);
        QTRY_VERIFY(m_frame->find<QLineEdit>("nameEdit"));
        m_frame->type("nameEdit", name);
        m_frame->find<QSpinBox>("capacitySpin")->setValue(capacity);
        m_frame->click("provisionButton");
    }
    /// Everything that is on record, as its JSON.
    [[nodiscard]] QByteArray recorded()
    {
        QByteArray all;
        bool done = false;
        m_frame->sessions().current()->auditRecords().listRecords(
            {}, this, [&](const Result<QList<StoredRecord>> &result) {
                for (const StoredRecord &record : result.value())
                    all += record.payload + '\n';
                done = true;
            });
        if (!QTest::qWaitFor([&] { return done; }, kPatience))
            QTest::qFail("the records could not be read", __FILE__, __LINE__);
        return all;
    }

private Q_SLOTS:
    void initTestCase() { speak(QStringLiteral("de"), *QCoreApplication::instance()); }
    void init()
    {
        QTest::failOnWarning(unexpectedWarnings());
        m_tenant = std::make_unique<DemoTenant>();
        m_frame = std::make_unique<Frame>();
    }
    void cleanup()
    {
        m_frame.reset();
        m_tenant.reset();
    }

    void greets()
    {
        QTRY_VERIFY(m_frame->find<QPushButton>("demoButton"));
        QCOMPARE(m_frame->find<QPushButton>("demoButton")->text(),
            QStringLiteral("Demo-Mandanten ausprobieren"));
    }

    void speaksOnEveryPage()
    {
        open(500);
        const auto *pages = m_frame->find<QListWidget>("navigation");
        QStringList names;
        for (int row = 0; row < pages->count(); ++row)
            names.append(pages->item(row)->text());
        QVERIFY2(names.contains(QStringLiteral("Warteschlangen")), qPrintable(names.join(u',')));
        QVERIFY(names.contains(QStringLiteral("Prüfprotokoll")));
        QVERIFY(names.contains(QStringLiteral("WFM-Abgleich")));
        QStringList headers;
        const auto *queues = m_frame->find<QTableView>("queuesTable");
        for (int column = 0; column < queues->model()->columnCount(); ++column)
            headers.append(header(*queues, column));
        QVERIFY2(headers.contains(QStringLiteral("Kapazität")), qPrintable(headers.join(u',')));
    }

    void switchesWithoutARestart()
    {
        open(500);
        press(Qt::Key_N);
        QTRY_VERIFY(m_frame->find<QLineEdit>("nameEdit"));
        m_frame->type("nameEdit", QStringLiteral("Half done"));
        const auto firstPage = [this] {
            const auto *pages = m_frame->find<QListWidget>("navigation");
            return pages && pages->count() > 0 ? pages->item(0)->text() : QString();
        };
        m_frame->settings().set(setting::kLanguage, QStringLiteral("en"));
        QTRY_COMPARE(firstPage(), QStringLiteral("Queues"));
        QTRY_VERIFY(m_frame->find<QLineEdit>("nameEdit"));
        QTRY_COMPARE(m_frame->find<QLineEdit>("nameEdit")->text(), QStringLiteral("Half done"));
        QCOMPARE(QLocale().toString(1234567), u"1,234,567");
        m_frame->settings().set(setting::kLanguage, QStringLiteral("de"));
        QTRY_COMPARE(firstPage(), QStringLiteral("Warteschlangen"));
    }

    void numbersFollowTheLanguage() { QCOMPARE(QLocale().toString(1234567), u"1.234.567"); }

    void findsNoMnemonicTwiceInAMenu()
    {
        open(500);
        QMenuBar *bar = m_frame->window().menuBar();
        QList<QList<QAction *>> menus{bar->actions()};
        const QList<QMenu *> found = bar->findChildren<QMenu *>();
        for (const QMenu *menu : found)
            menus.append(menu->actions());
        QVERIFY(menus.size() > 3);
        for (const QList<QAction *> &menu : std::as_const(menus)) {
            QStringList letters = mnemonics(menu);
            const QString all = letters.join(u' ');
            QVERIFY2(letters.removeDuplicates() == 0, qPrintable(all));
        }
    }

    void tellsACheckInGerman()
    {
        open(10);
        press(Qt::Key_N);
        QTRY_VERIFY(m_frame->find<QLineEdit>("nameEdit"));
        m_frame->type("nameEdit", QStringLiteral("Ostern"));
        m_frame->find<QSpinBox>("capacitySpin")->setValue(400);
        QTRY_VERIFY(m_frame->find<QLabel>("capacityProblem"));
        QTRY_VERIFY2(m_frame->find<QLabel>("capacityProblem")
                         ->text()
                         .contains(QStringLiteral("liegt über den 10 Lizenzplätzen")),
            qPrintable(m_frame->find<QLabel>("capacityProblem")->text()));
    }

    void tellsARefusalInGermanAndRecordsItInEnglish()
    {
        open(500);
        m_tenant->setFaults(R"([{"match":"POST /api/v2/queues","times":9,"do":{"status":403}}])");
        provision(QStringLiteral("Ostern"), 12);
        QTRY_VERIFY2(
            said().contains(QLatin1StringView("fehlt der Scope queue:create")), qPrintable(said()));
        QVERIFY2(said().contains(QStringLiteral("Warteschlangen anzulegen")), qPrintable(said()));

        QTRY_VERIFY(recorded().contains("\"outcome\":\"failure\""));
        const QByteArray records = recorded();
        QVERIFY2(
            records.contains("The tenant refused to create queues (403)."), records.constData());
        for (const char *german : {"Mandant", "Warteschlange", "Scope "})
            QVERIFY2(!records.contains(german), german);
    }
};

QTEST_MAIN(TestGerman)
#include "tst_german.moc"

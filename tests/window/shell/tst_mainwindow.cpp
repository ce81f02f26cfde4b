// The frame: first start, the demo tenant, settings that can't be read.

#include "commandpalette.h"
#include "frame.h"
#include "windowbench.h"

#include <QAction>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace queuesmith;

class TestMainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(unexpectedWarnings()); }

    void opensTheDemoTenantWithOneClick()
    {
        Frame frame;
        QCOMPARE(frame.window().windowTitle(), QStringLiteral("Queuesmith"));
        frame.click("demoButton");
        QTRY_COMPARE(
            frame.window().windowTitle(), QStringLiteral("Demo tenant · DEMO — Queuesmith"));
        QVERIFY(frame.find<QLabel>("environmentStrip")->text().contains(QLatin1StringView("DEMO")));
        QVERIFY(frame.find<QPushButton>("connectionButton")
                    ->text()
                    .startsWith(QLatin1StringView("Connection:")));
    }

    void startsWithABrokenSettingsFile()
    {
        Frame frame;
        QFile file(frame.path(QStringLiteral("window.ini")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("\x01\x02[[[\nnonsense");
        file.close();
        frame.restart();
        QVERIFY(frame.find<QPushButton>("demoButton"));
        QTRY_VERIFY(frame.find<QLabel>("bannerLabel"));
        QVERIFY(frame.find<QLabel>("bannerLabel")
                    ->text()
                    .contains(QLatin1StringView("could not be read")));
        QVERIFY(QFile::exists(frame.path(QStringLiteral("window.ini.broken"))));
    }

    void readsButSendsNothingWhereNothingCanBeWritten()
    {
        Frame frame(QStringLiteral("/proc/nowhere"));
        frame.click("demoButton");
        QTRY_VERIFY(frame.find<QTableView>("queuesTable")
            && frame.find<QTableView>("queuesTable")->model()->rowCount() == 60);
        QTRY_VERIFY(frame.sessions().current()->recordsProblem());
        QStringList said;
        const QList<QLabel *> labels =
            frame.window().findChildren<QLabel *>(QStringLiteral("bannerLabel"));
        for (const QLabel *label : labels) {
            if (label->isVisible())
                said.append(label->text());
        }
        QVERIFY2(said.join(u' ').contains(QLatin1StringView("Nothing can be sent")),
            qPrintable(said.join(u' ')));
    }

    void keepsHowColumnsWereLeft()
    {
        Frame frame;
        const auto columns = [&frame] {
            frame.click("demoButton");
            auto *table = QTest::qWaitFor([&frame] { return frame.sessions().current(); })
                ? frame.window().findChild<QTableView *>(QStringLiteral("auditTable"))
                : nullptr;
            return table ? table->horizontalHeader() : nullptr;
        };
        QHeaderView *before = columns();
        QVERIFY(before);
        QVERIFY(before->sectionSize(2) != 222);
        before->resizeSection(2, 222);
        frame.restart();
        QHeaderView *after = columns();
        QVERIFY(after);
        QCOMPARE(after->sectionSize(2), 222);
    }

    void findsActionsByAFewLetters()
    {
        Frame frame;
        QTest::keyClick(&frame.window(), Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(frame.find<QLineEdit>("paletteSearch"));
        frame.type("paletteSearch", QStringLiteral("demo open"));
        QTest::keyClick(frame.find<QLineEdit>("paletteSearch"), Qt::Key_Return);
        QTRY_VERIFY(frame.sessions().current());
    }

    void givesEachShortcutOnce()
    {
        Frame frame;
        frame.click("demoButton");
        QTRY_VERIFY(frame.sessions().current());
        QStringList seen;
        const QList<QAction *> actions = frame.window().findChildren<QAction *>();
        for (const QAction *action : actions) {
            const QString keys = action->shortcut().toString();
            if (keys.isEmpty())
                continue;
            QVERIFY2(!seen.contains(keys), qPrintable(keys));
            seen.append(keys);
        }
        QVERIFY(seen.size() > 3);
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"

// Every page as a screen reader and the keyboard meet it: names, buddies, the way of the Tab key.

#include "frame.h"
#include "window/session/catalog.h"
#include "windowbench.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

using namespace queuesmith;

namespace {

QString nameOf(QWidget *widget)
{
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
    return face ? face->text(QAccessible::Name) : QString();
}

QString described(const QWidget *widget)
{
    return QStringLiteral("%1 “%2” in %3")
        .arg(QLatin1StringView(widget->metaObject()->className()), widget->objectName(),
            widget->parentWidget() ? widget->parentWidget()->objectName() : QString());
}

/// A part of another control, which stands for it.
bool isInner(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    return qobject_cast<const QAbstractSpinBox *>(parent) || qobject_cast<const QComboBox *>(parent)
        || qobject_cast<const QScrollBar *>(widget)
        || widget->objectName().startsWith(QLatin1StringView("qt_"));
}

/// Controls that take the focus and are seen now.
QList<QWidget *> focusable(const QWidget &window)
{
    QList<QWidget *> found;
    const QList<QWidget *> all = window.findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (widget->isVisible() && widget->isEnabled() && widget->focusPolicy() != Qt::NoFocus
            && !widget->focusProxy() && !isInner(widget))
            found.append(widget);
    }
    return found;
}

} // namespace

class TestAccessibility : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(unexpectedWarnings()); }

    void eachPage_data()
    {
        QTest::addColumn<QString>("page");
        for (const char *page : {"welcome", "connections", "Queues", "Queue editor", "Wait times",
                 "WFM sync", "Audit log", "review"})
            QTest::newRow(page) << QString::fromLatin1(page);
    }
    void eachPage()
    {
        QFETCH(QString, page);
        Frame frame;
        frame.window().resize(1280, 900);
        goTo(frame, page);
        checkNames(frame.window());
        checkBuddies(frame.window());
        checkTabOrder(frame.window());
    }

    void namesThatStay_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("connections")
            << QStringLiteral("connections")
            << QString::fromLatin1("Connection name|Base URL|Client id|Client secret|"
                                   "WFM endpoint|Licensed agents|Test connection|Save connection")
                   .split(u'|');
        QTest::newRow("welcome") << QStringLiteral("welcome")
                                 << QString::fromLatin1("Try the demo tenant").split(u'|');
        QTest::newRow("queues") << QStringLiteral("Queues")
                                << QString::fromLatin1("New queue").split(u'|');
        QTest::newRow("editor") << QStringLiteral("Queue editor")
                                << QString::fromLatin1(
                                       "Name|Description|Type|Overflow target|Capacity|"
                                       "Overflow threshold|Priority|Routing rules|Add rule|"
                                       "Remove rule|Search skills|Available skills|Chosen skills|"
                                       "Add skill|Remove skill|Checks|Validate|Review|Provision")
                                       .split(u'|');
        QTest::newRow("review") << QStringLiteral("review")
                                << QString::fromLatin1("Approval reason|Approve|Decline|"
                                                       "I have reviewed the wait-time history")
                                       .split(u'|');
        QTest::newRow("waits")
            << QStringLiteral("Wait times")
            << QString::fromLatin1("Queue|Range|Policy|Wait-time data|Export chart").split(u'|');
        QTest::newRow("wfm") << QStringLiteral("WFM sync")
                             << QString::fromLatin1("Exports|Retry export").split(u'|');
        QTest::newRow("audit")
            << QStringLiteral("Audit log")
            << QString::fromLatin1("Filter|Audit records|Export CSV|Verify chain").split(u'|');
    }
    void namesThatStay()
    {
        QFETCH(QString, page);
        QFETCH(QStringList, names);
        Frame frame;
        goTo(frame, page);
        QStringList present;
        const QList<QWidget *> all = frame.window().findChildren<QWidget *>();
        for (QWidget *widget : all) {
            if (widget->focusPolicy() != Qt::NoFocus)
                present.append(nameOf(widget));
        }
        for (const QString &name : names)
            QVERIFY2(present.contains(name), qPrintable(name));
    }

private:
    static void goTo(const Frame &frame, const QString &page)
    {
        if (page == QLatin1StringView("welcome"))
            return;
        if (page == QLatin1StringView("connections")) {
            frame.click("connectButton");
            return;
        }
        frame.click("demoButton");
        QTRY_VERIFY(frame.sessions().current()
            && frame.sessions().current()->catalog().skillState().phase == LoadState::Phase::Ready
            && frame.sessions().current()->catalog().queueState().phase == LoadState::Phase::Ready);
        const QString place =
            page == QLatin1StringView("review") ? QStringLiteral("Queue editor") : page;
        auto *navigation = frame.find<QListWidget>("navigation");
        const QList<QListWidgetItem *> items = navigation->findItems(place, Qt::MatchExactly);
        QCOMPARE(items.size(), 1);
        navigation->setCurrentItem(items.first());
        if (page == QLatin1StringView("Wait times")) {
            QTRY_VERIFY(frame.find<QTableView>("waitTable"));
            QTRY_VERIFY(frame.find<QPushButton>("useCapacityButton"));
        }
        if (page != QLatin1StringView("review"))
            return;
        frame.type("nameEdit", QStringLiteral("Spring Sale"));
        frame.click("reviewButton");
        QTRY_VERIFY(frame.find<QPushButton>("sendButton"));
    }

    static void checkNames(const QWidget &window)
    {
        const QList<QWidget *> controls = focusable(window);
        QVERIFY(controls.size() > 1);
        for (QWidget *control : controls) {
            QVERIFY2(!nameOf(control).isEmpty(), qPrintable(described(control)));
            const auto *button = qobject_cast<QAbstractButton *>(control);
            if (button && button->text().isEmpty())
                QVERIFY2(!button->toolTip().isEmpty(), qPrintable(described(control)));
        }
    }

    static void checkBuddies(const QWidget &window)
    {
        const QList<QLabel *> labels = window.findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible() && label->text().contains(u'&')
                && !label->text().contains(QLatin1StringView("&amp;")))
                QVERIFY2(label->buddy(), qPrintable(described(label)));
        }
    }

    /// Tab comes by every control that takes it, and back to where it began.
    static void checkTabOrder(QWidget &window)
    {
        QList<QWidget *> missing;
        const QList<QWidget *> controls = focusable(window);
        for (QWidget *control : controls) {
            // Of the radio buttons of a group and the like only one takes Tab; there are none here.
            if (control->focusPolicy() & Qt::TabFocus)
                missing.append(control);
        }
        QWidget *first = missing.value(0);
        first->setFocus();
        const qsizetype most = missing.size() * 6; // a date has three parts
        for (qsizetype step = 0; step < most && !missing.isEmpty(); ++step) {
            QWidget *now = QApplication::focusWidget();
            QVERIFY(now);
            missing.removeAll(now);
            QTest::keyClick(now, Qt::Key_Tab);
        }
        QVERIFY2(
            missing.isEmpty(), missing.isEmpty() ? "" : qPrintable(described(missing.first())));
    }
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"

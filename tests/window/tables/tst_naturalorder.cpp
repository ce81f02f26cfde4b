// Every list of names in the order that people expect: 2 before 10, whatever the case.

#include "cxone/profiles.h"
#include "demotenant.h"
#include "frame.h"
#include "patience.h"
#include "window/session/catalog.h"
#include "windowbench.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace queuesmith;

namespace {

/// What a list shows that begins as the names below do.
QStringList numbersIn(const QStringList &shown)
{
    QStringList numbers;
    for (const QString &text : shown) {
        if (const qsizetype at = text.indexOf(QLatin1StringView("line "), 0, Qt::CaseInsensitive);
            at >= 0)
            numbers.append(text.mid(at + 5).section(u' ', 0, 0).section(u'\n', 0, 0));
    }
    return numbers;
}

QStringList textsOf(const QAbstractItemModel *model)
{
    QStringList texts;
    for (int row = 0; row < model->rowCount(); ++row)
        texts.append(model->index(row, 0).data().toString());
    return texts;
}

QStringList rowsOf(const Frame &frame, const QString &list)
{
    if (list == QLatin1StringView("queues")) {
        QTest::keyClick(&frame.window(), Qt::Key_1, Qt::ControlModifier);
        return textsOf(frame.find<QTableView>("queuesTable")->model());
    }
    if (list == QLatin1StringView("overflow targets")) {
        QTest::keyClick(&frame.window(), Qt::Key_2, Qt::ControlModifier);
        return textsOf(frame.find<QComboBox>("overflowTargetCombo")->model());
    }
    if (list == QLatin1StringView("queues of the wait times")) {
        QTest::keyClick(&frame.window(), Qt::Key_3, Qt::ControlModifier);
        const auto *box = frame.find<QComboBox>("queueCombo");
        return QTest::qWaitFor([box] { return box->count() > 0; }, kPatience)
            ? textsOf(box->model())
            : QStringList();
    }
    if (list == QLatin1StringView("palette")) {
        QTest::keyClick(&frame.window(), Qt::Key_K, Qt::ControlModifier);
        if (!QTest::qWaitFor([&] { return frame.find<QLineEdit>("paletteSearch"); }, kPatience))
            return {};
        frame.type("paletteSearch", QStringLiteral("open queue line"));
        return textsOf(frame.find<QListWidget>("paletteList")->model());
    }
    if (list == QLatin1StringView("saved connections")) {
        QTest::keyClick(&frame.window(), Qt::Key_T, Qt::ControlModifier);
        return textsOf(frame.find<QListWidget>("savedList")->model());
    }
    frame.click("connectionButton");
    QStringList texts;
    const auto *menu = qobject_cast<const QMenu *>(QApplication::activePopupWidget());
    const QList<QAction *> actions = menu ? menu->actions() : QList<QAction *>();
    for (const QAction *action : actions)
        texts.append(action->text());
    return texts;
}

} // namespace

class TestNaturalOrder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(unexpectedWarnings()); }

    void listsNamesAsPeopleCount_data()
    {
        QTest::addColumn<QString>("list");
        for (const char *list : {"queues", "overflow targets", "queues of the wait times",
                 "palette", "saved connections", "menu of connections"})
            QTest::addRow("%s", list) << QString::fromLatin1(list);
    }
    void listsNamesAsPeopleCount()
    {
        QFETCH(QString, list);
        DemoTenant tenant;
        Frame frame;
        const Profiles profiles(frame.path(QStringLiteral("connections.ini")));
        for (const char *name : {"Line 10", "line 9", "Line 2"}) {
            tenant.addQueue({{QStringLiteral("name"), QString::fromLatin1(name)},
                {QStringLiteral("capacity"), 4}});
            Connection connection;
            connection.name = QString::fromLatin1(name);
            connection.baseUrl = QUrl(tenant.url());
            connection.clientId = QStringLiteral("demo");
            QVERIFY(profiles.save(connection));
        }
        Connection connection;
        connection.name = QStringLiteral("Mine");
        connection.baseUrl = QUrl(tenant.url());
        connection.clientId = QStringLiteral("demo");
        frame.sessions().choose(connection, "demo-secret");
        const Catalog &catalog = frame.sessions().current()->catalog();
        QTRY_COMPARE(catalog.queueState().phase, LoadState::Phase::Ready);
        const QStringList expected{QStringLiteral("2"), QStringLiteral("9"), QStringLiteral("10")};
        const QStringList shown = rowsOf(frame, list);
        QVERIFY2(numbersIn(shown) == expected, qPrintable(shown.join(u'\n')));
    }
};

QTEST_MAIN(TestNaturalOrder)
#include "tst_naturalorder.moc"

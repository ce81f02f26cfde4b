// The rows of the queue list: as pages arrive, over a refresh, sorted and filtered, and many.

#include "window/queues/queuesfilter.h"
#include "window/queues/queuesmodel.h"
#include "window/session/catalog.h"
#include "windowbench.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace queuesmith;
using Column = QueuesModel::Column;

namespace {

QModelIndex at(const QAbstractItemModel &model, int row, Column column)
{
    return model.index(row, static_cast<int>(column));
}

QVariant raw(const QModelIndex &index)
{
    return index.data(static_cast<int>(QueuesModel::Role::Raw));
}

QStringList column(const QAbstractItemModel &model, Column column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(at(model, row, column).data().toString());
    return texts;
}

QStringList ids(const QAbstractItemModel &model)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row, 0).data(static_cast<int>(QueuesModel::Role::Id)).toString());
    return texts;
}

Queue queue(const QString &id, const QString &name, int capacity, const QString &target = {},
    const QStringList &skills = {}, const QString &changed = {})
{
    Queue made;
    made.id = QueueId{id};
    made.definition.name = name;
    made.definition.capacity = capacity;
    made.definition.overflow.target = QueueId{target};
    for (const QString &skill : skills)
        made.definition.skillGroups.append(SkillId{skill});
    made.json = toJson(made.definition);
    if (!changed.isEmpty())
        made.json.insert(QLatin1StringView("dateModified"), changed);
    return made;
}

/// An empty tenant whose catalog is filled by hand.
struct Bench {
    Bench()
        : window({QStringLiteral("--queues"), QStringLiteral("0")})
        , opened(window.open())
        , model(window.session().catalog(), window.session().clock())
        , tester(&model)
        , rows(model)
        , rowsTester(&rows)
    {
    }
    void put(const QList<Queue> &queues)
    {
        for (const Queue &one : queues)
            window.session().catalog().put(one);
    }

    WindowBench window;
    bool opened;
    QueuesModel model;
    QAbstractItemModelTester tester;
    QueuesFilter rows;
    QAbstractItemModelTester rowsTester;
};

} // namespace

class TestQueuesModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(unexpectedWarnings()); }

    void showsRowsAsPagesArrive()
    {
        WindowBench bench({QStringLiteral("--queues"), QStringLiteral("250")});
        bench.start();
        const Catalog &catalog = bench.session().catalog();
        QueuesModel model(catalog, bench.session().clock());
        const QAbstractItemModelTester tester(&model);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QTRY_COMPARE(catalog.queueState().phase, LoadState::Phase::Ready);
        QCOMPARE(inserted.size(), 3);
        QCOMPARE(model.rowCount(), 250);
        QCOMPARE(reset.size(), 0);
        QVERIFY(raw(at(model, 0, Column::LastChange)).toDateTime().isValid());
    }

    void saysWhatEachColumnHolds()
    {
        Bench bench;
        QVERIFY(bench.opened);
        bench.put({queue(QStringLiteral("a"), QStringLiteral("Sales"), 1500, QStringLiteral("b"),
                       {QStringLiteral("skill_group_id_1"), QStringLiteral("x<y")},
                       QStringLiteral("2026-01-02T03:04:05.000Z")),
            queue(QStringLiteral("b"), QStringLiteral("Billing"), 3)});
        const auto text = [&](int row, Column column) {
            return at(bench.model, row, column).data().toString();
        };
        QCOMPARE(text(0, Column::Overflow), QStringLiteral("Billing, from 80 %"));
        QCOMPARE(text(0, Column::Skills), QStringLiteral("2"));
        QCOMPARE(text(1, Column::Overflow), QStringLiteral("none"));
        QCOMPARE(text(1, Column::LastChange), QStringLiteral("–"));
        const auto tip = [&](Column column) {
            return at(bench.model, 0, column).data(Qt::ToolTipRole).toString();
        };
        QVERIFY(tip(Column::LastChange).startsWith(QStringLiteral("2026-01-02 03:04:05.000 UTC")));
        QVERIFY(tip(Column::Skills).contains(QStringLiteral("English")));
        QVERIFY(tip(Column::Skills).contains(QStringLiteral("x&lt;y")));
        QCOMPARE(tip(Column::Overflow),
            QStringLiteral("80 % = %1 of %2 agents busy")
                .arg(QLocale().toString(1200), QLocale().toString(1500)));
        QCOMPARE(raw(at(bench.model, 0, Column::Capacity)), QVariant(1500));
        const auto alignment = at(bench.model, 0, Column::Capacity).data(Qt::TextAlignmentRole);
        QVERIFY(alignment.toInt() & Qt::AlignRight);
    }

    void sorts_data()
    {
        QTest::addColumn<Column>("column");
        QTest::addColumn<QString>("ids");
        QTest::newRow("names as people sort them") << Column::Name << QStringLiteral("c b d a");
        QTest::newRow("numbers as numbers") << Column::Capacity << QStringLiteral("a d c b");
        QTest::newRow("none first, then the target's name")
            << Column::Overflow << QStringLiteral("d a c b");
        QTest::newRow("number of skills") << Column::Skills << QStringLiteral("c d a b");
        QTest::newRow("unknown, then oldest first")
            << Column::LastChange << QStringLiteral("b c d a");
    }

    void sorts()
    {
        QFETCH(Column, column);
        QFETCH(QString, ids);
        Bench bench;
        const QStringList two{QStringLiteral("s"), QStringLiteral("t")};
        bench.put({queue(QStringLiteral("a"), QStringLiteral("Team 10"), 9, QStringLiteral("c"),
                       {QStringLiteral("s")}, QStringLiteral("2026-03-01T00:00:00Z")),
            queue(QStringLiteral("b"), QStringLiteral("élan"), 1000, QStringLiteral("a"), two),
            queue(QStringLiteral("c"), QStringLiteral("alpha"), 100, QStringLiteral("b"), {},
                QStringLiteral("2025-12-31T00:00:00Z")),
            queue(QStringLiteral("d"), QStringLiteral("team 9"), 20, {}, {},
                QStringLiteral("2026-02-01T00:00:00Z"))});
        bench.rows.sort(static_cast<int>(column));
        QCOMPARE(::ids(bench.rows).join(u' '), ids);
        bench.rows.sort(static_cast<int>(column), Qt::DescendingOrder);
        QStringList backwards = ids.split(u' ');
        std::reverse(backwards.begin(), backwards.end());
        QCOMPARE(::ids(bench.rows), backwards);
    }

    void filters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("skill");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("ids");
        const QString any = QStringLiteral("any");
        const QString empty;
        QTest::newRow("nothing") << empty << empty << any << QStringLiteral("a b c");
        QTest::newRow("name") << QStringLiteral("SALES") << empty << any << QStringLiteral("a c");
        QTest::newRow("id") << QStringLiteral("b") << empty << any << QStringLiteral("b");
        QTest::newRow("skill's name")
            << empty << QStringLiteral("engl") << any << QStringLiteral("a b");
        QTest::newRow("skill's id")
            << empty << QStringLiteral("_id_2") << any << QStringLiteral("b");
        QTest::newRow("target") << empty << empty << QStringLiteral("b") << QStringLiteral("a c");
        QTest::newRow("no target") << empty << empty << empty << QStringLiteral("b");
        QTest::newRow("all of it") << QStringLiteral("sales") << QStringLiteral("english")
                                   << QStringLiteral("b") << QStringLiteral("a");
    }

    void filters()
    {
        QFETCH(QString, text);
        QFETCH(QString, skill);
        QFETCH(QString, target);
        QFETCH(QString, ids);
        Bench bench;
        const QString english = QStringLiteral("skill_group_id_1");
        bench.put({queue(QStringLiteral("a"), QStringLiteral("Sales EMEA"), 1, QStringLiteral("b"),
                       {english}),
            queue(QStringLiteral("b"), QStringLiteral("Claims"), 1, {},
                {english, QStringLiteral("skill_group_id_2")}),
            queue(QStringLiteral("c"), QStringLiteral("Sales Nordics"), 1, QStringLiteral("b"))});
        bench.rows.sort(0);
        QueuesCriteria criteria{text, skill, {}};
        if (target != QLatin1StringView("any"))
            criteria.overflowTarget = QueueId{target};
        bench.rows.setCriteria(criteria);
        QStringList shown = ::ids(bench.rows);
        shown.sort();
        QCOMPARE(shown.join(u' '), ids);
    }

    void namesATargetThatCameLater()
    {
        Bench bench;
        bench.put({queue(QStringLiteral("a"), QStringLiteral("Sales"), 1, QStringLiteral("b"))});
        QCOMPARE(column(bench.model, Column::Overflow), {QStringLiteral("b, from 80 %")});
        QSignalSpy told(&bench.model, &QAbstractItemModel::dataChanged);
        bench.put({queue(QStringLiteral("b"), QStringLiteral("Claims"), 1)});
        QCOMPARE(at(bench.model, 0, Column::Overflow).data(), QStringLiteral("Claims, from 80 %"));
        QVERIFY(!told.isEmpty());
        QCOMPARE(bench.model.overflowingTo(QueueId{QStringLiteral("b")}), 1);
        QCOMPARE(bench.model.overflowTargets(), {QueueId{QStringLiteral("b")}});
    }

    void changesSingleRowsOverARefresh()
    {
        WindowBench bench;
        const QString extra =
            bench.tenant.addQueue({{QStringLiteral("name"), QStringLiteral("Short-lived")},
                {QStringLiteral("capacity"), 1}});
        QVERIFY(bench.open());
        Catalog &catalog = bench.session().catalog();
        QueuesModel model(catalog, bench.session().clock());
        const QAbstractItemModelTester tester(&model);
        QueuesFilter rows(model);
        const QAbstractItemModelTester rowsTester(&rows);
        rows.sort(0);
        QCOMPARE(model.rowCount(), 13);
        const QPersistentModelIndex kept = at(model, 4, Column::Name);
        const QString id = model.queueAt(4).id.value;
        const QPersistentModelIndex gone = at(model, 12, Column::Name);
        QCOMPARE(model.queueAt(12).id.value, extra);

        bench.tenant.reset();
        QJsonObject changed = toJson(model.queueAt(4).definition);
        changed.insert(QLatin1StringView("name"), QStringLiteral("Renamed"));
        bench.tenant.changeQueue(id, changed);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        catalog.refreshQueues();
        QTRY_COMPARE(catalog.queueState().phase, LoadState::Phase::Ready);
        QCOMPARE(model.rowCount(), 12);
        QCOMPARE(reset.size(), 0);
        QVERIFY(!gone.isValid());
        QVERIFY(kept.isValid());
        QCOMPARE(kept.data().toString(), QStringLiteral("Renamed"));
        QCOMPARE(rows.rowCount(), 12);
    }
};

QTEST_MAIN(TestQueuesModel)
#include "tst_queuesmodel.moc"

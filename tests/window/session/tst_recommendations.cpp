// What the pages of a session share of the recommendations that were worked out.

#include "window/session/recommendations.h"

#include <QSignalSpy>
#include <QTest>

using namespace queuesmith;

class TestRecommendations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOneOfTheNewestData()
    {
        Recommendations known;
        QSignalSpy changed(&known, &Recommendations::changed);
        const QueueId id{QStringLiteral("q-1")};
        QVERIFY(!known.find(id));
        known.put(id, of(14, 0));
        QCOMPARE(known.find(id)->recommendedCapacity, std::optional<qint64>(14));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().value<QueueId>(), id);
        known.put(id, of(14, 0)); // nothing is new
        known.put(id, of(20, -1)); // a slower answer
        QCOMPARE(changed.size(), 1);
        QCOMPARE(known.find(id)->recommendedCapacity, std::optional<qint64>(14));
        known.put(id, of(15, 0)); // other targets on the same data
        known.put(id, of(16, 1));
        QCOMPARE(changed.size(), 3);
        QCOMPARE(known.find(id)->recommendedCapacity, std::optional<qint64>(16));
        QCOMPARE(known.all().size(), 1);
        QVERIFY(!known.find(QueueId{QStringLiteral("q-2")}));
    }

private:
    static CapacityEvidence of(qint64 recommended, int hours)
    {
        CapacityEvidence evidence;
        evidence.recommendedCapacity = recommended;
        evidence.to = QDateTime(QDate(2026, 3, 1), QTime(12 + hours, 0), Qt::UTC);
        return evidence;
    }
};

QTEST_GUILESS_MAIN(TestRecommendations)
#include "tst_recommendations.moc"

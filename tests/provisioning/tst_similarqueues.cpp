// Whose history may stand for that of a queue that is new.

#include "similarqueues.h"

#include <QRegularExpression>
#include <QTest>

using namespace queuesmith;

namespace {

QueueDefinition definition(const char *name, int capacity, const char *skills)
{
    QueueDefinition made;
    made.name = QString::fromUtf8(name);
    made.capacity = capacity;
    const QStringList ids = QString::fromLatin1(skills).split(u' ', Qt::SkipEmptyParts);
    for (const QString &id : ids)
        made.skillGroups.append(SkillId{id});
    return made;
}

} // namespace

class TestSimilarQueues : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void theMostSimilarComesFirst_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("skills");
        QTest::addColumn<QString>("similar"); // names, the most similar first
        QTest::newRow("by skills") << "New"
                                   << "s1 s2"
                                   << "Billing, Sales, Billing South";
        QTest::newRow("by words") << "billing west"
                                  << ""
                                  << "Billing, Billing South";
        QTest::newRow("skills before words") << "South"
                                             << "s1"
                                             << "Billing, Sales, Billing South";
        QTest::newRow("nothing in common") << "Returns"
                                           << "s9"
                                           << "";
        QTest::newRow("short words say nothing") << "an IT is"
                                                 << ""
                                                 << "";
        QTest::newRow("no name yet") << ""
                                     << ""
                                     << "";
    }
    void theMostSimilarComesFirst()
    {
        QFETCH(QString, name);
        QFETCH(QString, skills);
        QFETCH(QString, similar);
        QList<Queue> queues;
        for (const QueueDefinition &one :
            {definition("Sales", 30, "s1"), definition("Billing South", 90, "s2"),
                definition("Billing", 40, "s1 s2"), definition("IT", 10, "")}) {
            Queue queue;
            queue.id = QueueId{one.name};
            queue.definition = one;
            queues.append(queue);
        }
        const QueueDefinition wanted = definition(qPrintable(name), 35, qPrintable(skills));
        QStringList names;
        const QList<SimilarQueue> found = similarQueues(wanted, queues);
        for (const SimilarQueue &queue : found)
            names.append(queue.name);
        QCOMPARE(names.join(QStringLiteral(", ")), similar);
        QCOMPARE(similarQueues(wanted, queues, 1).size(), std::min<qsizetype>(1, found.size()));
    }
};

QTEST_GUILESS_MAIN(TestSimilarQueues)
#include "tst_similarqueues.moc"

// Whose history may stand for that of a queue that is new, and which queue may be the one that was
// sent.

#include "provisioning/creationcandidates.h"
#include "provisioning/similarqueues.h"

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

Queue queueOf(const char *id, const char *name, int capacity)
{
    Queue queue;
    queue.id = QueueId{QString::fromLatin1(id)};
    queue.definition = definition(name, capacity, "");
    queue.json = toJson(queue.definition);
    return queue;
}

} // namespace

Q_DECLARE_METATYPE(Queue)

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

    void aQueueMayBeTheOneThatWasSent_data()
    {
        QTest::addColumn<Queue>("queue");
        QTest::addColumn<bool>("withList"); // what was there before is known
        QTest::addColumn<bool>("candidate");
        const auto row = [](const char *name, const Queue &queue, bool candidate,
                             bool withList = true) {
            QTest::newRow(name) << queue << withList << candidate;
        };
        row("our name in another case", queueOf("q-9", "SALES", 30), true);
        row("our name, other fields", queueOf("q-9", "sales", 31), true);
        row("another name, our fields", queueOf("q-9", "Q 4711", 30), true);
        row("another name, other fields", queueOf("q-9", "Q 4711", 31), false);
        row("it was there", queueOf("q-1", "sales", 30), false);
        row("another operation made it", queueOf("q-2", "Q 4711", 30), false);
        row("another operation asks for it", queueOf("q-9", "billing ", 30), false);
        row("another operation made it, with our name", queueOf("q-2", "sales", 30), false);
        row("nothing known, our name", queueOf("q-1", "sales", 31), true, false);
        row("nothing known, our fields", queueOf("q-1", "Q 4711", 30), false, false);
    }
    void aQueueMayBeTheOneThatWasSent()
    {
        QFETCH(Queue, queue);
        QFETCH(bool, withList);
        Operation operation;
        operation.queueName = QStringLiteral("Sales");
        operation.definition = toJson(definition("Sales", 30, ""));
        KnownQueues known;
        if (withList)
            known.listedBefore = QSet<QString>{QStringLiteral("q-1")};
        known.madeByOthers = {QStringLiteral("q-2")};
        known.namesOfOthers = {QStringLiteral("Billing")};
        const QList<Queue> found = creationCandidates(operation, {queue}, known);
        QTEST(!found.isEmpty(), "candidate");
    }
};

QTEST_GUILESS_MAIN(TestSimilarQueues)
#include "tst_similarqueues.moc"

// A tenant that keeps names in a form of its own: what was sent isn't found by its name, and
// sending it again would make a twin.

#include "commandrun.h"
#include "demotenant.h"

#include <QRegularExpression>
#include <QTest>

using namespace queuesmith;

namespace {

const QString kPosts = QStringLiteral("POST");
const QString kQueues = QStringLiteral("/api/v2/queues");

/// The tenant's own queues, whatever their names.
constexpr int kOwnQueues = 12;

QJsonObject sale(const QString &name)
{
    QJsonObject definition = springSale();
    definition.insert(QStringLiteral("name"), name);
    return definition;
}

struct Lost {
    QByteArray options = {}; ///< of the demo tenant
    QString name = QStringLiteral("Spring Sale");
    QByteArray effect = R"("commit":true)"; ///< of the requests that get no answer
    QByteArray settle = "0.3";
};

} // namespace

Q_DECLARE_METATYPE(Lost)

class TestNormalised : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void isNeverSentTwice_data()
    {
        QTest::addColumn<Lost>("lost");
        const auto row = [](const char *name, const Lost &lost) { QTest::newRow(name) << lost; };
        row("lower case", {.options = "--names lower"});
        row("composed", {.options = "--names nfc", .name = QStringLiteral("Cafe\u0301 Nord")});
        row("all of it",
            {.options = "--names lower --names trim --names nfc",
                .name = QStringLiteral("CAFE\u0301 Nord")});
        row("lower case, late",
            {.options = "--names lower", .effect = R"("commitAfterMs":300)", .settle = "1"});
        row("lower case, can't read one queue", {.options = "--names lower --lacks getQueue"});
    }
    /// No answer gets through, and the command is given twice.
    void isNeverSentTwice()
    {
        QFETCH(Lost, lost);
        DemoTenant tenant(QString::fromLatin1(lost.options).split(u' ', Qt::SkipEmptyParts));
        CommandBench bench;
        bench.useTenant(tenant.url());
        tenant.setFaults(R"([{"match":"POST /api/v2/queues","times":99,"do":{"status":500,)"
            + lost.effect + "}}]");
        const QStringList arguments{QStringLiteral("--settle"), QString::fromLatin1(lost.settle),
            QStringLiteral("provision"), bench.write(QStringLiteral("q.json"), sale(lost.name))};
        for (int run = 0; run < 2; ++run) {
            const CommandResult result = bench.run(arguments);
            const QByteArray seen = result.output + result.messages.toUtf8();
            QVERIFY2(result.outcome() == QLatin1StringView("unknown"), seen.constData());
            QCOMPARE(result.exitCode, 5);
            QCOMPARE(result.errorCode(), QStringLiteral("unknown"));
            QVERIFY2(messageOf(result).contains(lastQueue(tenant)), seen.constData());
            QCOMPARE(tenant.creations(), 1);
            QCOMPARE(tenant.queues().size(), kOwnQueues + 1);
        }
        expectOpen(bench, 1);

        // A person has looked, and says which one it is.
        const CommandResult decided = bench.run({QStringLiteral("settle"),
            QStringLiteral("--present"), lost.name + u'=' + lastQueue(tenant)});
        const QJsonValue one = decided.json.value(QLatin1StringView("settled"))[0];
        QCOMPARE(one[QLatin1StringView("outcome")].toString(), QStringLiteral("adopted"));
        QCOMPARE(tenant.creations(), 1);
        expectOpen(bench, 0);
    }

    void fivePeopleGetOneQueueEach()
    {
        DemoTenant tenant({QStringLiteral("--names"), QStringLiteral("lower")});
        CommandBench bench;
        bench.useTenant(tenant.url());
        tenant.setFaults(R"([{"match":"POST /api/v2/queues","times":99,"do":{"status":500,)"
                         R"("commit":true}}])");
        std::vector<std::unique_ptr<QProcess>> runs;
        for (const char *name : {"Sales A", "Sales B", "Sales C", "Sales D", "Sales E"}) {
            const QString word = QString::fromLatin1(name);
            runs.push_back(bench.start(bench.options()
                + QStringList{QStringLiteral("--json"), QStringLiteral("provision"),
                    bench.write(word + QStringLiteral(".json"), sale(word))}));
        }
        for (const auto &run : runs) {
            const CommandResult result = CommandBench::finish(*run);
            QCOMPARE(result.outcome(), QStringLiteral("unknown"));
            // Its own, not that of another of the five, whose fields are the same.
            QVERIFY2(messageOf(result).contains(
                         result.json.value(QLatin1StringView("queueName")).toString().toLower()),
                qPrintable(messageOf(result)));
        }
        QCOMPARE(tenant.queues().size(), kOwnQueues + 5);
        QCOMPARE(tenant.creations(), 5);
    }

    void holdsAfterACrash()
    {
        DemoTenant tenant({QStringLiteral("--names"), QStringLiteral("lower")});
        CommandBench bench;
        bench.useTenant(tenant.url());
        tenant.setFaults(R"([{"match":"POST /api/v2/queues","do":{"hang":true,"commit":true}}])");
        const QString file = bench.write(QStringLiteral("q.json"), sale(QStringLiteral("Spring")));
        const auto killed =
            bench.start(bench.options() + QStringList{QStringLiteral("provision"), file});
        QVERIFY(tenant.awaitRequests(kPosts, kQueues, 1));
        killed->kill();
        (void)CommandBench::finish(*killed);

        const CommandResult settled = bench.run({QStringLiteral("settle")});
        const QJsonValue one = settled.json.value(QLatin1StringView("settled"))[0];
        QCOMPARE(one[QLatin1StringView("outcome")].toString(), QStringLiteral("unknown"));
        QCOMPARE(settled.exitCode, 5);
        const CommandResult again = bench.run({QStringLiteral("provision"), file});
        QCOMPARE(again.outcome(), QStringLiteral("unknown"));
        QCOMPARE(tenant.queues().size(), kOwnQueues + 1);
        expectOpen(bench, 1);
    }

    void aNewQueueWithOurFieldsMayBeOurs_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("capacity");
        QTest::addColumn<QString>("outcome");
        const QString other = QStringLiteral("Something else");
        QTest::newRow("other name, our fields") << other << 8 << QStringLiteral("unknown");
        QTest::newRow("our name, other fields")
            << QStringLiteral("SPRING SALE") << 9 << QStringLiteral("unknown");
        QTest::newRow("neither") << other << 9 << QStringLiteral("created");
    }
    /// It comes while an answer is missing.
    void aNewQueueWithOurFieldsMayBeOurs()
    {
        QFETCH(QString, name);
        QFETCH(int, capacity);
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url());
        tenant.setFaults(R"([{"match":"POST /api/v2/queues","do":{"status":500}}])");
        const auto run = start(bench, sale(QStringLiteral("Spring Sale")), "2");
        QVERIFY(tenant.awaitRequests(kPosts, kQueues, 1));
        QJsonObject other = sale(name);
        other.insert(QStringLiteral("capacity"), capacity);
        QVERIFY(!tenant.addQueue(other).isEmpty());
        const CommandResult result = CommandBench::finish(*run);
        QTEST(result.outcome(), "outcome");
        QCOMPARE(tenant.creations(), result.exitCode == 0 ? 3 : 2); // one of them the other's
    }

    /// It was listed before anything was sent.
    void aQueueThatWasThereIsNotOurs()
    {
        DemoTenant tenant;
        QVERIFY(!tenant.addQueue(sale(QStringLiteral("spring sale"))).isEmpty());
        QVERIFY(!tenant.addQueue(sale(QStringLiteral("Something else"))).isEmpty());
        CommandBench bench;
        bench.useTenant(tenant.url());
        tenant.setFaults(R"([{"match":"POST /api/v2/queues","do":{"status":500}}])");
        const CommandResult result =
            CommandBench::finish(*start(bench, sale(QStringLiteral("Spring Sale")), "0.3"));
        QCOMPARE(result.outcome(), QStringLiteral("created"));
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(tenant.queuesNamed(QStringLiteral("Spring Sale")), 1);
    }

    /// Its fields are the same, but it is another operation's.
    void aQueueThatWeMadeOtherwiseIsNotIt()
    {
        DemoTenant tenant;
        CommandBench bench;
        bench.useTenant(tenant.url());
        tenant.setFaults(R"([{"match":"POST /api/v2/queues","do":{"status":500}}])");
        const auto first = start(bench, sale(QStringLiteral("Spring Sale")), "4");
        QVERIFY(tenant.awaitRequests(kPosts, kQueues, 1));
        const CommandResult second =
            CommandBench::finish(*start(bench, sale(QStringLiteral("Summer Sale")), "0.3"));
        QCOMPARE(second.outcome(), QStringLiteral("created"));
        const CommandResult result = CommandBench::finish(*first);
        QCOMPARE(result.outcome(), QStringLiteral("created"));
        QCOMPARE(tenant.queues().size(), kOwnQueues + 2);
    }

private:
    [[nodiscard]] static std::unique_ptr<QProcess> start(
        const CommandBench &bench, const QJsonObject &definition, const char *settle)
    {
        const QString name = definition.value(QLatin1StringView("name")).toString();
        return bench.start(bench.options()
            + QStringList{QStringLiteral("--json"), QStringLiteral("--settle"),
                QString::fromLatin1(settle), QStringLiteral("provision"),
                bench.write(name + QStringLiteral(".json"), definition)});
    }

    [[nodiscard]] static QString lastQueue(DemoTenant &tenant)
    {
        return tenant.queues().last()[QLatin1StringView("id")].toString();
    }

    [[nodiscard]] static QString messageOf(const CommandResult &result)
    {
        return result.json.value(QLatin1StringView("error"))[QLatin1StringView("message")]
            .toString();
    }

    /// Intents that are open in the log, and the chain holds.
    static void expectOpen(const CommandBench &bench, int open)
    {
        const CommandResult verified =
            bench.run({QStringLiteral("audit"), QStringLiteral("verify")});
        QCOMPARE(verified.json.value(QLatin1StringView("ok")), QJsonValue(true));
        QCOMPARE(verified.json.value(QLatin1StringView("openIntents")).toInt(-1), open);
    }
};

QTEST_GUILESS_MAIN(TestNormalised)
#include "tst_normalised.moc"

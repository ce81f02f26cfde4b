// What the command line sends, judged by the contract's own text.

#include "commandrun.h"
#include "demotenant.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace queuesmith;

class TestExchanges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void keepToTheContract()
    {
        DemoTenant tenant({QStringLiteral("--queues"), QStringLiteral("150")});
        CommandBench bench;
        bench.useTenant(tenant.url());
        tenant.setFaults(
            R"([{"match":"POST /api/v2/queues","do":{"status":429}},)"
            R"({"match":"POST /api/v2/queues","do":{"status":500,"commit":true}},)"
            R"({"match":"POST /api/v2/eventstreams/exports","do":{"close":"before"}}])");
        QJsonObject definition = springSale();
        definition.insert(QStringLiteral("name"), QStringLiteral("Sales & Service + “Ä”/50%"));
        definition.insert(QStringLiteral("x-unknown"), QJsonArray{1, QJsonValue::Null});
        const QString file = bench.write(QStringLiteral("q.json"), definition);
        const CommandResult made = bench.run({QStringLiteral("--wfm-endpoint"),
            QStringLiteral("https://wfm.example/in"), QStringLiteral("--wfm-header"),
            QStringLiteral("X-Key: k"), QStringLiteral("provision"), file});
        QCOMPARE(made.outcome(), QStringLiteral("adopted"));
        QCOMPARE(made.exitCode, 0);
        for (const char *command : {"check", "settle", "queues list", "queues show q-7"})
            QCOMPARE(bench.run(QString::fromLatin1(command).split(u' ')).exitCode, 0);
        QCOMPARE(bench.run({QStringLiteral("validate"), file}).exitCode, 3); // now it is taken

        QProcess judge;
        judge.setProcessChannelMode(QProcess::MergedChannels);
        judge.start(QStringLiteral("/usr/bin/python3"),
            {QStringLiteral(CONTRACT_FOLDER "/validate_exchanges.py"),
                QStringLiteral(CONTRACT_FOLDER "/queues-v2.openapi.yaml"),
                bench.write(QStringLiteral("log.json"), QJsonDocument(tenant.log()).toJson())});
        QVERIFY(judge.waitForFinished());
        QVERIFY2(judge.exitCode() == 0, judge.readAll().constData());
    }
};

QTEST_GUILESS_MAIN(TestExchanges)
#include "tst_exchanges.moc"

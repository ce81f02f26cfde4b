// The settings of a recommendation as JSON: defaults, switched-off targets, and what is refused.

#include "capacity/capacityconfig.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace queuesmith;

namespace {

QJsonObject object(const QByteArray &text) { return QJsonDocument::fromJson(text).object(); }

} // namespace

class TestCapacityConfig : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesTheZonesThatQtsListLeavesOut_data()
    {
        QTest::addColumn<QString>("zone");
        for (const char *zone : {"Etc/UTC", "UTC", "Europe/Berlin", "Etc/GMT+5"})
            QTest::newRow(zone) << QString::fromLatin1(zone);
    }
    void takesTheZonesThatQtsListLeavesOut()
    {
        QFETCH(QString, zone);
        QVERIFY(isTimeZone(zone));
    }

    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void whatIsMissingKeepsItsDefault()
    {
        const Result<CapacityConfig> config =
            capacityConfigFromJson(object(R"({"currentCapacity":9,"unknown":[]})"));
        QVERIFY(config.ok());
        CapacityConfig expected;
        expected.currentCapacity = 9;
        QVERIFY(config.value() == expected);
    }

    void aNullTargetIsOff()
    {
        const Result<CapacityConfig> config = capacityConfigFromJson(
            object(R"({"sl":null,"asa":null,"abandon":0.1,"currentCapacity":null})"));
        QVERIFY(config.ok());
        QVERIFY(!config.value().targets.serviceLevel && !config.value().targets.asaSeconds);
        QCOMPARE(config.value().targets.abandonRate, std::optional(0.1));
        QCOMPARE(config.value().targets.occupancy, std::optional(0.9));
    }

    void comesBackAsItWas()
    {
        CapacityConfig config;
        config.policy = Policy::ThresholdWeighted;
        config.capacityMeaning = CapacityMeaning::System;
        config.currentCapacity = 12;
        config.licensedAgents = 40;
        config.targets.occupancy.reset();
        config.model = ModelChoice::ErlangC;
        config.patienceSeconds = 90;
        config.keepBelowOverflow = true;
        config.timeZone = QStringLiteral("Europe/Berlin");
        config.effectiveFromMs = 1'740'992'400'250;
        config.agents = 7;
        const Result<CapacityConfig> again = capacityConfigFromJson(toJson(config));
        QVERIFY(again.ok());
        QVERIFY(again.value() == config);
    }

    void isRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("part"); // of the message
        const auto row = [](const char *text, const char *part) {
            QTest::newRow(text) << QByteArray(text) << QString::fromUtf8(part);
        };
        row(R"({"policy":"guess"})", "“policy” must be one of erlang, room, threshold,");
        row(R"({"policy":"room"})", "capacity means agents");
        row(R"({"capacityMeaning":7})", "“capacityMeaning”");
        row(R"({"currentCapacity":1.5})", "“currentCapacity” must be a whole number");
        row(R"({"currentCapacity":-1})", "from 0 to 1000000, not the number -1");
        row(R"({"currentCapacity":1000000000000})", "“currentCapacity”");
        row(R"({"shrinkage":1})", "“shrinkage”");
        row(R"({"shrinkage":null})", "null");
        row(R"({"asa":"NaN"})", "“asa” must be a number");
        row(R"({"sl":80})", "from 0 to 1, not the number 80");
        row(R"({"overflowThreshold":0})", "“overflowThreshold”");
        row(R"({"keepBelowOverflow":1})", "true or false");
        row(R"({"timeZone":"Mars/Olympus"})", "time zone");
        row(R"({"timeZone":"Mars"})", "time zone");
        row(R"({"effectiveFrom":"yesterday"})", "“effectiveFrom”");
        row(R"({"capacityMin":10,"capacityMax":5})", "above the largest");
    }
    void isRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, part);
        const Result<CapacityConfig> config = capacityConfigFromJson(object(text));
        QVERIFY(!config.ok());
        QCOMPARE(config.error().kind, ErrorKind::Usage);
        QVERIFY2(config.error().message.contains(part), qPrintable(config.error().message));
    }

    void erlangBecomesRoomWhereCapacityIsNotAgents()
    {
        CapacityConfig config;
        QCOMPARE(effectivePolicy(config), Policy::Erlang);
        config.capacityMeaning = CapacityMeaning::Waiting;
        QCOMPARE(effectivePolicy(config), Policy::Room);
        config.policy = Policy::Threshold;
        QCOMPARE(effectivePolicy(config), Policy::Threshold);
    }
};

QTEST_GUILESS_MAIN(TestCapacityConfig)
#include "tst_capacityconfig.moc"

// Recommendations against the reference: every scenario with every policy that it has a result for,
// codes and whole numbers exactly, other numbers to 1e-6.

#include "capacity/recommend.h"
#include "domain/strictjson.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace queuesmith;

namespace {

constexpr double kRelative = 1e-6;

QString different(const QString &path, const QJsonValue &found, const QJsonValue &expected)
{
    return QStringLiteral("%1 is %2 instead of %3; ")
        .arg(path, found.toVariant().toString(), expected.toVariant().toString());
}

QString differences(const QString &path, const QJsonValue &found, const QJsonValue &expected);

QString arrayDifferences(const QString &path, const QJsonArray &found, const QJsonArray &expected)
{
    if (found.size() != expected.size())
        return QStringLiteral("%1 has %2 entries instead of %3; ")
            .arg(path)
            .arg(found.size())
            .arg(expected.size());
    QString all;
    for (qsizetype i = 0; i < expected.size(); ++i)
        all += differences(QStringLiteral("%1[%2]").arg(path).arg(i), found.at(i), expected.at(i));
    return all;
}

/// Members beyond the expected ones are free.
QString objectDifferences(
    const QString &path, const QJsonObject &found, const QJsonObject &expected)
{
    QString all;
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        if (it.key() == QLatin1StringView("explanation"))
            continue; // sample wording
        const QString inner = path.isEmpty() ? it.key() : QString(path % u'.' % it.key());
        if (found.contains(it.key()))
            all += differences(inner, found.value(it.key()), it.value());
        else
            all += inner % QStringLiteral(" is missing; ");
    }
    return all;
}

QString differences(const QString &path, const QJsonValue &found, const QJsonValue &expected)
{
    if (expected.isObject())
        return objectDifferences(path, found.toObject(), expected.toObject());
    if (expected.isArray())
        return arrayDifferences(path, found.toArray(), expected.toArray());
    if (!expected.isDouble() || !found.isDouble())
        return found == expected ? QString() : different(path, found, expected);
    const double far = std::abs(found.toDouble() - expected.toDouble());
    const double near = kRelative * std::max(std::abs(expected.toDouble()), 1e-3);
    return far <= near ? QString() : different(path, found, expected);
}

QList<MetricRecord> recordsOf(const QJsonArray &intervals)
{
    QList<MetricRecord> records;
    for (const QJsonValue &interval : intervals)
        records.append(metricRecordFromScenario(interval.toObject()));
    return records;
}

QJsonArray scenariosIn(const QString &name)
{
    QFile file(QStringLiteral(CAPACITY_VECTORS "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return parseStrictJson(file.readAll())
        .value.toObject()
        .value(QStringLiteral("scenarios"))
        .toArray();
}

} // namespace

class TestScenarios : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void recommendsWhatTheReferenceDoes_data()
    {
        QTest::addColumn<QJsonObject>("scenario");
        QTest::addColumn<QString>("policy");
        for (const char *name :
            {"scenarios_dev.json", "edge_cases_dev.json", "more_scenarios.json"}) {
            const QJsonArray scenarios = scenariosIn(QString::fromLatin1(name));
            QVERIFY2(!scenarios.isEmpty(), name);
            for (const QJsonValue &value : scenarios) {
                const QJsonObject scenario = value.toObject();
                const QStringList policies =
                    scenario.value(QStringLiteral("expected")).toObject().keys();
                for (const QString &policy : policies)
                    QTest::addRow(
                        "%s %s", qPrintable(scenario.value(u"id").toString()), qPrintable(policy))
                        << scenario << policy;
            }
        }
    }
    void recommendsWhatTheReferenceDoes()
    {
        QFETCH(QJsonObject, scenario);
        QFETCH(QString, policy);
        QJsonObject settings = scenario.value(QStringLiteral("config")).toObject();
        settings.insert(QStringLiteral("policy"), policy);
        const Result<CapacityConfig> config = capacityConfigFromJson(settings);
        QVERIFY2(config.ok(), config.ok() ? "" : qPrintable(config.error().message));
        const QList<MetricRecord> records =
            recordsOf(scenario.value(QStringLiteral("intervals")).toArray());
        const Recommendation found = recommend(records, config.value());
        const QJsonObject expected =
            scenario.value(QStringLiteral("expected")).toObject().value(policy).toObject();
        const QString all = differences({}, toJson(found), expected);
        QVERIFY2(all.isEmpty(), qPrintable(all));
    }
};

QTEST_GUILESS_MAIN(TestScenarios)
#include "tst_scenarios.moc"

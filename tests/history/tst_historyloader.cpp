#include "cxone/tenantfactory.h"
#include "history/historycache.h"
#include "history/historyloader.h"
#include "patience.h"
#include "sandboxbench.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace queuesmith;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kQuarterMs = 900'000;

/// The computer's clock, some time ago.
class EarlierClock final : public Clock {
public:
    [[nodiscard]] std::chrono::milliseconds elapsed() const override { return m_real.elapsed(); }
    [[nodiscard]] QDateTime utcNow() const override { return m_real.utcNow().addDays(-daysAgo); }
    Timer callAfter(
        std::chrono::milliseconds delay, QObject *context, std::function<void()> call) override
    {
        return m_real.callAfter(delay, context, std::move(call));
    }

    int daysAgo = 0;

private:
    SystemClock m_real;
};

SandboxOptions options(const QStringList &lacks = {})
{
    SandboxOptions wanted = SandboxBench::smallEstate();
    wanted.days = 60;
    wanted.lacks = lacks;
    return wanted;
}

/// A demo tenant and a client of it; a loader for each load, as in a program that starts anew.
class LoaderRig {
public:
    explicit LoaderRig(const SandboxOptions &wanted = options())
        : m_bench(wanted)
    {
        signInAs(QStringLiteral("demo"));
    }

    void signInAs(const QString &client)
    {
        Connection connection;
        connection.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_bench.port()));
        connection.clientId = client;
        TenantOptions limits;
        limits.limits.maxAttempts = 1;
        const auto made = connectTenant(
            connection, "demo-secret", limits, clock, [] { return 0.0; }, &m_owner);
        if (made)
            tenant = made.value();
    }

    /// What the load gave; `cached` is what the cache gave before.
    Result<History> load(int days, const char *queue = "q-1")
    {
        HistoryCache cache(file);
        HistoryLoader loader(*tenant, clock, useCache ? &cache : nullptr);
        return loadWith(loader, days, queue);
    }

    Result<History> loadWith(HistoryLoader &loader, int days, const char *queue)
    {
        std::optional<Result<History>> result;
        cached.reset();
        HistoryLoad *load = loader.load(QueueId{QString::fromLatin1(queue)}, days, &m_owner,
            [&result](const Result<History> &given) { result = given; });
        QObject::connect(
            load, &HistoryLoad::cached, load, [this](const History &history) { cached = history; });
        (void)QTest::qWaitFor([&result] { return result.has_value(); }, kPatience);
        return result.value_or(Error{});
    }

    /// The history queries since the last call.
    QStringList asked()
    {
        const QStringList fresh = queries().mid(m_seen);
        m_seen += fresh.size();
        return fresh;
    }

    /// All history queries, as `INTERVAL from to`.
    QStringList queries()
    {
        QStringList all;
        const QJsonArray log = m_bench.log();
        for (const QJsonValue entry : log) {
            if (!entry[u"path"].toString().endsWith(QLatin1String("/details/query")))
                continue;
            const QJsonObject body =
                QJsonDocument::fromJson(entry[u"body"].toString().toUtf8()).object();
            all.append(body[u"interval"].toString() + u' ' + body[u"dateFrom"].toString() + u' '
                + body[u"dateTo"].toString());
        }
        return all;
    }

    SandboxBench &bench() { return m_bench; }
    QObject *owner() { return &m_owner; }

    EarlierClock clock;
    TenantClient *tenant = nullptr;
    QString file;
    bool useCache = true;
    std::optional<History> cached;

private:
    SandboxBench m_bench;
    QObject m_owner;
    qsizetype m_seen = 0;
};

double handledIn(const History &history)
{
    double sum = 0;
    for (const MetricRecord &record : history.records)
        sum += record.handled.value_or(0);
    return sum;
}

} // namespace

class TestHistoryLoader : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_number = 0;

    void newFile(LoaderRig *rig)
    {
        rig->file = m_folder.filePath(QStringLiteral("%1.sqlite").arg(++m_number));
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void readsEveryIntervalOnce_data()
    {
        QTest::addColumn<bool>("useCache");
        QTest::newRow("with a cache") << true;
        QTest::newRow("without") << false;
    }
    void readsEveryIntervalOnce()
    {
        QFETCH(bool, useCache);
        LoaderRig rig;
        QVERIFY(rig.tenant);
        rig.useCache = useCache;
        newFile(&rig);
        const auto result = rig.load(28);
        QVERIFY(result);
        const History &history = result.value();
        QCOMPARE(history.interval, HistoryInterval::QuarterHourly);
        QVERIFY(history.notes.isEmpty());
        QCOMPARE(history.records.size(), (history.span.toMs - history.span.fromMs) / kQuarterMs);
        qint64 start = history.span.fromMs;
        for (const MetricRecord &record : history.records) {
            QCOMPARE(record.startMs, start);
            start += kQuarterMs;
        }
        QCOMPARE(rig.asked().size(), 5);
        QVERIFY(!rig.cached);
        QCOMPARE(QFile::exists(rig.file), useCache);
    }

    void asksOnlyForWhatIsNew()
    {
        LoaderRig rig;
        QVERIFY(rig.tenant);
        newFile(&rig);
        rig.clock.daysAgo = 3;
        const auto before = rig.load(28);
        QVERIFY(before);
        (void)rig.asked();

        rig.clock.daysAgo = 0;
        const auto after = rig.load(28);
        QVERIFY(after);
        QVERIFY(rig.cached);
        QCOMPARE(rig.cached->readAt.date(), before.value().readAt.date());
        QVERIFY(!rig.cached->records.isEmpty());
        QCOMPARE(rig.cached->records.first(), after.value().records.first());
        // Five days: three new ones, and two whose figures may have come late.
        const QStringList asked = rig.asked();
        QCOMPARE(asked.size(), 1);
        const qint64 midnight = after.value().span.fromMs + 28 * kDayMs;
        const qint64 from = QDateTime::fromString(asked.first().section(u' ', 1, 1), Qt::ISODate)
                                .toMSecsSinceEpoch();
        QVERIFY(from <= midnight - 5 * kDayMs - kQuarterMs);
        QVERIFY(from > midnight - 5 * kDayMs - 2 * kQuarterMs - 1000);

        LoaderRig fresh;
        QVERIFY(fresh.tenant);
        fresh.useCache = false;
        const auto whole = fresh.load(28);
        QVERIFY(whole);
        const qsizetype common =
            std::min(whole.value().records.size(), after.value().records.size());
        QCOMPARE(after.value().records.first(common), whole.value().records.first(common));
    }

    void asksForTheEarlierPartOfAWiderRange()
    {
        LoaderRig rig;
        QVERIFY(rig.tenant);
        newFile(&rig);
        QVERIFY(rig.load(14));
        (void)rig.asked();
        const auto result = rig.load(28);
        QVERIFY(result);
        QCOMPARE(result.value().records.first().startMs, result.value().span.fromMs);
        QCOMPARE(rig.asked().size(), 3); // two earlier weeks, and the newest days
        QVERIFY(rig.load(7));
        QCOMPARE(rig.asked().size(), 1);
    }

    /// Behind one address it may see other queues under the same ids.
    void anotherClientGetsNothingFromTheCache()
    {
        LoaderRig rig;
        QVERIFY(rig.tenant);
        newFile(&rig);
        QVERIFY(rig.load(14));
        const qsizetype all = rig.asked().size();
        rig.signInAs(QStringLiteral("demo-readonly"));
        QVERIFY(rig.load(14));
        QVERIFY(!rig.cached);
        QCOMPARE(rig.asked().size(), all);
    }

    void whatTheTenantHasntIsNotAskedAgain()
    {
        LoaderRig rig;
        QVERIFY(rig.tenant);
        newFile(&rig);
        for (const char *queue : {"q-9", "q-10"}) { // one with gaps, one without a history
            const auto first = rig.load(28, queue);
            QVERIFY(first);
            QCOMPARE(rig.asked().size(), 5);
            const auto second = rig.load(28, queue);
            QVERIFY(second);
            QCOMPARE(rig.asked().size(), 1);
            QCOMPARE(first.value().records, second.value().records);
        }
    }

    void fallsBackToWhatTheTenantServes_data()
    {
        QTest::addColumn<QStringList>("lacks");
        QTest::addColumn<int>("interval");
        QTest::addColumn<QStringList>("first");
        const QString quarter = QStringLiteral("QUARTER_HOURLY");
        const QString half = QStringLiteral("HALF_HOURLY");
        const QString hour = QStringLiteral("HOURLY");
        const QString day = QStringLiteral("DAILY");
        QTest::newRow("half-hours")
            << QStringList{quarter} << static_cast<int>(HistoryInterval::HalfHourly)
            << QStringList{quarter, half, half, half};
        QTest::newRow("hours") << QStringList{quarter, half}
                               << static_cast<int>(HistoryInterval::Hourly)
                               << QStringList{quarter, half, hour, hour};
        QTest::newRow("days only")
            << QStringList{quarter, half, hour} << static_cast<int>(HistoryInterval::Daily)
            << QStringList{quarter, half, hour, day};
    }
    void fallsBackToWhatTheTenantServes()
    {
        QFETCH(QStringList, lacks);
        QFETCH(int, interval);
        QFETCH(QStringList, first);
        LoaderRig rig(options(lacks));
        QVERIFY(rig.tenant);
        newFile(&rig);
        const auto result = rig.load(28);
        QVERIFY(result);
        QCOMPARE(static_cast<int>(result.value().interval), interval);
        QCOMPARE(result.value().notes.size(), 1);
        QVERIFY(handledIn(result.value()) > 0);
        QStringList words = rig.asked();
        for (QString &word : words)
            word = word.section(u' ', 0, 0);
        QCOMPARE(words, first);
        // The next start remembers.
        QVERIFY(rig.load(28));
        QVERIFY(rig.cached);
        QCOMPARE(rig.asked().size(), 1);
    }

    void theIntervalsAgree()
    {
        LoaderRig fine;
        LoaderRig coarse(options({QStringLiteral("QUARTER_HOURLY")}));
        QVERIFY(fine.tenant && coarse.tenant);
        fine.useCache = coarse.useCache = false;
        fine.clock.daysAgo = coarse.clock.daysAgo = 0;
        const auto quarters = fine.load(7);
        const auto halves = coarse.load(7);
        QVERIFY(quarters && halves);
        double handled = 0;
        const qint64 end = *halves.value().records.last().startMs + 2 * kQuarterMs;
        for (const MetricRecord &record : quarters.value().records) {
            if (*record.startMs < end)
                handled += record.handled.value_or(0);
        }
        QCOMPARE(handledIn(halves.value()), handled);
    }

    void goesOnAfterAFailure()
    {
        LoaderRig rig;
        QVERIFY(rig.tenant);
        newFile(&rig);
        // The first is asked alone, so its answer is kept before another can fail.
        rig.bench().setFaults(
            R"([{"match":"POST /api/v2/analytics/queues/details/query","times":1,"do":{}},)"
            R"({"match":"POST /api/v2/analytics/queues/details/query","times":9,)"
            R"("do":{"status":503}}])");
        const auto failed = rig.load(28);
        QVERIFY(!failed);
        QCOMPARE(failed.error().httpStatus, 503);
        rig.bench().setFaults("[]");
        const QString kept = rig.asked().constFirst();
        const auto result = rig.load(28);
        QVERIFY(result);
        QVERIFY2(!rig.asked().contains(kept), qPrintable(kept));
        QCOMPARE(result.value().records.size(),
            (result.value().span.toMs - result.value().span.fromMs) / kQuarterMs);
    }

    void aRefusedFinestIntervalThatIsNoIntervalsFault()
    {
        LoaderRig rig;
        QVERIFY(rig.tenant);
        newFile(&rig);
        rig.bench().setFaults(
            R"([{"match":"POST /api/v2/analytics/queues/details/query","times":4,)"
            R"("do":{"status":400}}])");
        const auto failed = rig.load(28);
        QVERIFY(!failed);
        QCOMPARE(failed.error().httpStatus, 400);
        const auto result = rig.load(28);
        QVERIFY(result);
        QCOMPARE(result.value().interval, HistoryInterval::QuarterHourly);
    }

    void aRefusedIntervalFallsBackOnce_data()
    {
        QTest::addColumn<bool>("useCache");
        QTest::newRow("with a cache") << true;
        QTest::newRow("without one") << false;
    }
    /// Three requests are under way once the tenant is known to serve the interval.
    void aRefusedIntervalFallsBackOnce()
    {
        QFETCH(bool, useCache);
        LoaderRig rig;
        QVERIFY(rig.tenant);
        newFile(&rig);
        HistoryCache cache(rig.file);
        HistoryLoader loader(*rig.tenant, rig.clock, useCache ? &cache : nullptr);
        QVERIFY(rig.loadWith(loader, 28, "q-1"));
        (void)rig.asked();
        rig.bench().setFaults(
            R"([{"match":"POST /api/v2/analytics/queues/details/query","times":3,)"
            R"("do":{"status":400,"delayMs":200}}])");
        const auto second = rig.loadWith(loader, 28, "q-2");
        QVERIFY(second);
        QCOMPARE(second.value().interval, HistoryInterval::HalfHourly);
        QCOMPARE(second.value().faults.duplicates, 0);
        const QStringList asked = rig.asked();
        QCOMPARE(QSet<QString>(asked.cbegin(), asked.cend()).size(), asked.size());
        QCOMPARE(asked.filter(QStringLiteral("QUARTER_HOURLY")).size(), 3);
        QCOMPARE(asked.filter(QStringLiteral("HALF_HOURLY")).size(), asked.size() - 3);
        // It was this queue's refusal, so the next one gets what the tenant serves.
        const auto third = rig.loadWith(loader, 28, "q-3");
        QVERIFY(third);
        QCOMPARE(third.value().interval, HistoryInterval::QuarterHourly);
    }

    /// After a refusal nothing is known any more, so the next load asks once before it asks for
    /// all.
    void aSecondRefusalIsTakenForTheTenants()
    {
        LoaderRig rig;
        QVERIFY(rig.tenant);
        HistoryLoader loader(*rig.tenant, rig.clock, nullptr);
        QVERIFY(rig.loadWith(loader, 28, "q-1"));
        for (const int refused : {3, 1}) {
            rig.bench().setFaults(QStringLiteral(
                R"([{"match":"POST /api/v2/analytics/queues/details/query","times":%1,)"
                R"("do":{"status":400,"delayMs":200}}])")
                                      .arg(refused)
                                      .toUtf8());
            (void)rig.asked();
            const auto load = rig.loadWith(loader, 28, "q-2");
            QVERIFY(load);
            QCOMPARE(load.value().interval, HistoryInterval::HalfHourly);
            QCOMPARE(rig.asked().filter(QStringLiteral("QUARTER_HOURLY")).size(), refused);
        }
        QVERIFY(rig.loadWith(loader, 28, "q-3"));
        QVERIFY(rig.asked().filter(QStringLiteral("QUARTER_HOURLY")).isEmpty());
    }

    void worksWithoutItsFile()
    {
        LoaderRig rig;
        QVERIFY(rig.tenant);
        rig.file = QStringLiteral("/proc/queuesmith/history.sqlite");
        for (int i = 0; i < 2; ++i) {
            const auto result = rig.load(7);
            QVERIFY(result);
            QCOMPARE(result.value().notes.size(), 1);
            QVERIFY(result.value().notes.first().english().contains(rig.file));
            QVERIFY(!result.value().records.isEmpty());
        }
    }

    void canBeCancelled()
    {
        LoaderRig rig;
        QVERIFY(rig.tenant);
        rig.bench().setFaults(
            R"([{"match":"POST /api/v2/analytics/queues/details/query","times":9,)"
            R"("do":{"hang":true}}])");
        HistoryLoader loader(*rig.tenant, rig.clock, nullptr);
        int ends = 0;
        std::optional<Error> error;
        HistoryLoad *load = loader.load(
            QueueId{QStringLiteral("q-1")}, 28, rig.owner(), [&](const Result<History> &given) {
                ++ends;
                error = given.ok() ? Error{} : given.error();
            });
        const QPointer<HistoryLoad> alive(load);
        QTRY_COMPARE(rig.queries().size(), 1);
        load->cancel();
        load->cancel();
        QCOMPARE(ends, 0); // from the event loop only
        QTRY_COMPARE(ends, 1);
        QCOMPARE(error->kind, ErrorKind::Cancelled);
        QTRY_VERIFY(!alive);
        QCOMPARE(ends, 1);
    }

    void asksNobodyAfterItsContextDied()
    {
        LoaderRig rig;
        QVERIFY(rig.tenant);
        newFile(&rig);
        HistoryCache cache(rig.file);
        HistoryLoader loader(*rig.tenant, rig.clock, &cache);
        int ends = 0;
        {
            QObject context;
            (void)loader.load(QueueId{QStringLiteral("q-1")}, 28, &context,
                [&ends](const Result<History> &) { ++ends; });
        }
        QVERIFY(rig.load(1));
        QCOMPARE(ends, 0);
    }

    void tellsItsProgress()
    {
        LoaderRig rig;
        QVERIFY(rig.tenant);
        HistoryLoader loader(*rig.tenant, rig.clock, nullptr);
        bool over = false;
        HistoryLoad *load = loader.load(QueueId{QStringLiteral("q-1")}, 28, rig.owner(),
            [&over](const Result<History> &) { over = true; });
        QSignalSpy progress(load, &HistoryLoad::progressed);
        QTRY_VERIFY(over);
        QCOMPARE(progress.size(), 5);
        QCOMPARE(progress.last(), (QList<QVariant>{5, 5}));
    }

    void aTenantWithoutTimesIsUnderstoodByTheNumber_data()
    {
        QTest::addColumn<int>("sent");
        QTest::addColumn<int>("withTime");
        QTest::newRow("as many as intervals") << 8 << 6;
        QTest::newRow("fewer") << 7 << 0;
    }
    void aTenantWithoutTimesIsUnderstoodByTheNumber()
    {
        QFETCH(int, sent);
        QFETCH(int, withTime);
        LoaderRig rig;
        QVERIFY(rig.tenant);
        newFile(&rig);
        QJsonArray records;
        for (int i = 0; i < sent; ++i)
            records.append(QJsonObject{{QStringLiteral("metrics"), QJsonObject()}});
        const QByteArray answer =
            QJsonDocument(QJsonObject{{QStringLiteral("data"), records}}).toJson();
        const auto rule = [](int times, const QJsonObject &what) {
            return QJsonObject{{QStringLiteral("match"),
                                   QStringLiteral("POST /api/v2/analytics/queues/details/query")},
                {QStringLiteral("times"), times}, {QStringLiteral("do"), what}};
        };
        const QJsonObject refusal{{QStringLiteral("status"), 400}};
        const QJsonObject timeless{
            {QStringLiteral("status"), 200}, {QStringLiteral("body"), QString::fromUtf8(answer)}};
        QJsonArray script{rule(3, refusal), rule(1, timeless)};
        for (int i = 0; i < 2; ++i) { // the second time from what the cache kept, which is nothing
            rig.bench().setFaults(QJsonDocument(script).toJson());
            script.removeFirst();
            const auto result = rig.load(6);
            QVERIFY(result);
            QVERIFY(!rig.cached);
            QCOMPARE(result.value().interval, HistoryInterval::Daily);
            int known = 0;
            for (const MetricRecord &record : result.value().records)
                known += record.startMs.has_value() ? 1 : 0;
            QCOMPARE(known, withTime);
            QCOMPARE(result.value().records.size(), withTime == 0 ? sent : withTime);
            QCOMPARE(result.value().notes.size(), 2);
        }
    }

    void asksTheSimpleRulesQuestion()
    {
        LoaderRig rig;
        QVERIFY(rig.tenant);
        HistoryLoader loader(*rig.tenant, rig.clock, nullptr);
        std::optional<Result<History>> result;
        (void)loader.loadSimpleRule(QueueId{QStringLiteral("q-1")}, rig.owner(),
            [&result](const Result<History> &given) { result = given; });
        QTRY_VERIFY(result.has_value());
        QVERIFY(result->ok());
        QCOMPARE(result->value().interval, HistoryInterval::Daily);
        QCOMPARE(result->value().records.size(), 7);
        QVERIFY(result->value().notes.isEmpty());
        QCOMPARE(rig.asked(), QStringList(QStringLiteral("DAILY P7D NOW")));
    }
};

QTEST_GUILESS_MAIN(TestHistoryLoader)
#include "tst_historyloader.moc"

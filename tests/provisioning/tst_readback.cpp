#include "provisioning/readback.h"

#include "cxone/call.h"
#include "fakeclock.h"
#include "provisioning/settleschedule.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace queuesmith;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

/// A tenant that is looked at: answers at once, or when it is told to.
struct Watched {
    FakeClock clock;
    QObject owner;
    Look::Answer answer = Look::Answer::Absent;
    milliseconds foundFrom{-1}; ///< from then on it is there; negative: never
    milliseconds delay{0}; ///< of an answer
    bool hanging = false;
    QList<milliseconds> looks; ///< when they began, from the start
    std::optional<Look> end;
    int ends = 0;
    milliseconds endedAt{0};
    milliseconds origin = clock.elapsed();
    std::unique_ptr<ReadBack> readBack;

    void start(milliseconds window)
    {
        readBack = std::make_unique<ReadBack>(
            clock,
            [this](QObject *context, std::function<void(const Look &)> done) {
                return look(context, std::move(done));
            },
            window);
        QObject::connect(readBack.get(), &ReadBack::finished, &owner, [this](const Look &look) {
            end = look;
            ++ends;
            endedAt = clock.elapsed() - origin;
        });
        readBack->start();
        clock.advance(0ms);
    }

    Call *look(QObject *context, std::function<void(const Look &)> done)
    {
        const milliseconds began = clock.elapsed() - origin;
        looks.append(began);
        auto *call = new Call(context);
        if (hanging)
            return call;
        const bool isThere = foundFrom >= 0ms && began >= foundFrom;
        const Look result{isThere ? Look::Answer::Found : answer, QStringLiteral("why")};
        clock.callAfter(delay, call, [call, done = std::move(done), result] {
            call->deleteLater();
            done(result);
        });
        return call;
    }
};

QList<milliseconds> seconds(const QList<int> &list)
{
    QList<milliseconds> made;
    for (const int one : list)
        made.append(std::chrono::seconds(one));
    return made;
}

} // namespace

class TestReadBack : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void schedule_data()
    {
        QTest::addColumn<int>("windowMs");
        QTest::addColumn<QList<int>>("looksMs"); // after the first, at 0
        QTest::newRow("none") << 0 << QList<int>{};
        QTest::newRow("shorter than the first look") << 300 << QList<int>{300};
        QTest::newRow("two seconds") << 2'000 << QList<int>{2'000};
        QTest::newRow("twelve") << 12'000 << QList<int>{2'000, 10'000, 12'000};
        QTest::newRow("a minute") << 60'000 << QList<int>{2'000, 10'000, 30'000, 60'000};
        QTest::newRow("an hour") << 3'600'000
                                 << QList<int>{2'000, 10'000, 30'000, 60'000, 3'600'000};
    }
    void schedule()
    {
        QFETCH(int, windowMs);
        QFETCH(QList<int>, looksMs);
        QList<int> looks;
        milliseconds at{0};
        while (const auto next = nextLook(at, milliseconds(windowMs))) {
            QVERIFY(*next > at);
            at = *next;
            looks.append(static_cast<int>(at.count()));
        }
        QCOMPARE(looks, looksMs);
        QVERIFY(!nextLook(milliseconds(windowMs + 5), milliseconds(windowMs)));
    }

    void absentCountsOnlyAfterTheWholeWindow()
    {
        Watched tenant;
        tenant.start(60s);
        tenant.clock.advance(59'999ms);
        QVERIFY(!tenant.end);
        tenant.clock.advance(1ms);
        QVERIFY(tenant.end.has_value());
        QCOMPARE(tenant.end->answer, Look::Answer::Absent);
        QCOMPARE(tenant.looks, seconds({0, 2, 10, 30, 60}));
        QCOMPARE(tenant.ends, 1);
    }

    void anHourTakesNoTime()
    {
        Watched tenant;
        tenant.start(1h);
        tenant.clock.advance(2h);
        QCOMPARE(tenant.endedAt, milliseconds(1h));
        QCOMPARE(tenant.ends, 1);
    }

    void whatComesLateIsFound()
    {
        Watched tenant;
        tenant.foundFrom = 25s;
        tenant.start(60s);
        tenant.clock.advance(60s);
        QCOMPARE(tenant.end->answer, Look::Answer::Found);
        QCOMPARE(tenant.looks, seconds({0, 2, 10, 30}));
    }

    /// What counts is when a look began, or a slow answer would cut the window short.
    void aSlowAnswerDoesntShortenTheWindow()
    {
        Watched tenant;
        tenant.delay = 70s;
        tenant.start(60s);
        tenant.clock.advance(10min);
        QCOMPARE(tenant.end->answer, Look::Answer::Absent);
        QVERIFY(tenant.looks.last() >= 60s);
        QCOMPARE(tenant.ends, 1);
    }

    void noAnswerIsntAbsent()
    {
        Watched tenant;
        tenant.answer = Look::Answer::Unanswered;
        tenant.start(60s);
        tenant.clock.advance(60s);
        QCOMPARE(tenant.end->answer, Look::Answer::Unanswered);
        QCOMPARE(tenant.looks.size(), 5);
    }

    void anAnswerThatCanNeverComeEndsAtOnce()
    {
        Watched tenant;
        tenant.answer = Look::Answer::Unanswerable;
        tenant.start(60s);
        QCOMPARE(tenant.end->answer, Look::Answer::Unanswerable);
        QCOMPARE(tenant.looks.size(), 1);
    }

    void lookNowLooksAndDoesntShortenTheWindow()
    {
        Watched tenant;
        tenant.start(60s);
        tenant.clock.advance(5s);
        tenant.readBack->lookNow();
        tenant.clock.advance(0ms);
        QCOMPARE(tenant.looks, seconds({0, 2, 5}));
        QVERIFY(!tenant.end);
        tenant.clock.advance(55s);
        QCOMPARE(tenant.end->answer, Look::Answer::Absent);
        QCOMPARE(tenant.endedAt, milliseconds(60s));
    }

    void tellsWhatItWaitsFor()
    {
        Watched tenant;
        tenant.delay = 100ms;
        tenant.start(60s);
        QSignalSpy waits(tenant.readBack.get(), &ReadBack::waiting);
        tenant.clock.advance(100ms);
        QCOMPARE(waits.size(), 1);
        const auto wait = waits.first().first().value<Waiting>();
        QCOMPARE(wait.reason, WaitReason::Settling);
        QCOMPARE(wait.delay, 1900ms);
    }

    void finishSoonTakesOneMoreLook()
    {
        Watched tenant;
        tenant.start(60s);
        tenant.clock.advance(5s);
        tenant.readBack->finishSoon();
        tenant.readBack->finishSoon();
        tenant.clock.advance(1min);
        QCOMPARE(tenant.looks, seconds({0, 2, 5}));
        QCOMPARE(tenant.end->answer, Look::Answer::Unanswered); // absent, but not for long enough
        QCOMPARE(tenant.ends, 1);
    }

    void whoHurriesOnHearingOfAWaitDoesntMakeItLookTwice()
    {
        Watched tenant;
        tenant.delay = 100ms;
        tenant.start(60s);
        QObject::connect(tenant.readBack.get(), &ReadBack::waiting, &tenant.owner,
            [&tenant] { tenant.readBack->finishSoon(); });
        tenant.clock.advance(10s);
        QCOMPARE(tenant.looks, QList<milliseconds>({0ms, 100ms}));
        QCOMPARE(tenant.ends, 1);
    }

    void finishSoonFinds()
    {
        Watched tenant;
        tenant.foundFrom = 3s;
        tenant.start(60s);
        tenant.clock.advance(5s);
        tenant.readBack->finishSoon();
        tenant.clock.advance(0ms);
        QCOMPARE(tenant.end->answer, Look::Answer::Found);
    }

    void aLastLookTakesLessThanTwoSeconds()
    {
        Watched tenant;
        tenant.hanging = true;
        tenant.start(60s);
        auto *call = tenant.readBack->findChild<Call *>();
        QVERIFY(call);
        tenant.readBack->finishSoon();
        tenant.clock.advance(kLastLook - 1ms);
        QVERIFY(!call->isCancelled());
        tenant.clock.advance(1ms);
        QVERIFY(kLastLook < 2s);
        QVERIFY(call->isCancelled());
    }
};

QTEST_GUILESS_MAIN(TestReadBack)
#include "tst_readback.moc"

#include "domain/diagnosticlog.h"
#include "domain/knownsecrets.h"
#include "fakeclock.h"
#include "http/hostgate.h"

#include <QRegularExpression>
#include <QTest>

using namespace queuesmith;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

/// One who comes to the gate, and what happens to it there.
struct Guest {
    HostGate::Pass pass = 0;
    bool inside = false;
    QList<std::pair<WaitReason, milliseconds>> waits;
};

struct Rig {
    FakeClock clock;
    HostGate gate{clock};
    std::deque<Guest> guests;

    Guest &come(HttpEffect effect = HttpEffect::Reads, bool again = false, bool forToken = false)
    {
        Guest &guest = guests.emplace_back();
        HostGate::Visitor visitor;
        visitor.effect = effect;
        visitor.again = again;
        visitor.forToken = forToken;
        visitor.admitted = [&guest] { guest.inside = true; };
        visitor.held = [&guest](WaitReason reason, milliseconds delay) {
            guest.waits.append({reason, delay});
        };
        guest.pass = gate.enter(std::move(visitor));
        clock.advance(0ms);
        return guest;
    }
    void leave(const Guest &guest, HostHealth health, std::optional<milliseconds> retryAfter = {})
    {
        gate.leave(guest.pass, health, retryAfter);
        clock.advance(0ms);
    }
    void fail(int times)
    {
        for (int i = 0; i < times; ++i)
            leave(come(), HostHealth::Failing);
    }
};

} // namespace

class TestHostGate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void firstComesAtOnce();
    void fourAtOnceThenInTurn();
    void concurrencyGrowsAndIsHalved();
    void whoWasUnderWayGoesFirst();
    void whoLeavesTheQueueIsNotCalled();
    void retryAfterHoldsTheWholeHost();
    void retryAfterBeyondAnHourHoldsNobody();
    void breakerOpensAndDoubles();
    void breakerIgnoresRefusals();
    void breakerForgetsAfterItsWindow();
    void theLogTellsOfTheBreaker();
    void aReaderProbes();
    void aLoneChangeProbes();
    void tokenIsFetchedDuringAProbe();
    void aCancelledProbeIsFollowedByAnother();
    void tokenTakesNoPlace();
    void budgetEmptiesAndFills();
};

void TestHostGate::firstComesAtOnce()
{
    Rig rig;
    const Guest &guest = rig.come();
    QVERIFY(guest.inside);
    QVERIFY(guest.waits.isEmpty());
}

void TestHostGate::fourAtOnceThenInTurn()
{
    Rig rig;
    for (int i = 0; i < 6; ++i)
        rig.come();
    QVERIFY(rig.guests[3].inside);
    QVERIFY(!rig.guests[4].inside);
    QCOMPARE(rig.guests[4].waits.size(), 1);
    QCOMPARE(rig.guests[4].waits.first().first, WaitReason::Paced);
    rig.leave(rig.guests[0], HostHealth::Untold);
    QVERIFY(rig.guests[4].inside);
    QVERIFY(!rig.guests[5].inside);
    QCOMPARE(rig.guests[5].waits.size(), 1);
}

void TestHostGate::concurrencyGrowsAndIsHalved()
{
    Rig rig;
    for (int i = 0; i < 100; ++i)
        rig.leave(rig.come(), HostHealth::Good);
    QCOMPARE(rig.gate.pacer().concurrency(), 8);
    QVERIFY(!rig.gate.pacer().rate());
    const Guest &one = rig.come();
    const Guest &other = rig.come();
    rig.leave(one, HostHealth::Throttling);
    QCOMPARE(rig.gate.pacer().concurrency(), 4);
    QVERIFY(rig.gate.pacer().rate());
    // Both were under way together: one event.
    rig.leave(other, HostHealth::Throttling);
    QCOMPARE(rig.gate.pacer().concurrency(), 4);
}

void TestHostGate::whoWasUnderWayGoesFirst()
{
    Rig rig;
    for (int i = 0; i < 4; ++i)
        rig.come();
    const Guest &fresh = rig.come();
    const Guest &again = rig.come(HttpEffect::Changes, true);
    rig.leave(rig.guests[0], HostHealth::Untold);
    QVERIFY(again.inside);
    QVERIFY(!fresh.inside);
}

void TestHostGate::whoLeavesTheQueueIsNotCalled()
{
    Rig rig;
    for (int i = 0; i < 4; ++i)
        rig.come();
    const Guest &leaver = rig.come();
    const Guest &next = rig.come();
    rig.leave(leaver, HostHealth::Untold);
    rig.leave(rig.guests[0], HostHealth::Untold);
    QVERIFY(!leaver.inside);
    QVERIFY(next.inside);
}

void TestHostGate::retryAfterHoldsTheWholeHost()
{
    Rig rig;
    rig.leave(rig.come(), HostHealth::Throttling, 90s);
    const Guest &other = rig.come();
    QVERIFY(!other.inside);
    QCOMPARE(other.waits.size(), 1);
    QCOMPARE(other.waits.first(), std::make_pair(WaitReason::RetryAfter, milliseconds(90s)));
    rig.clock.advance(89s);
    QVERIFY(!other.inside);
    rig.clock.advance(11s);
    QVERIFY(other.inside);
}

void TestHostGate::retryAfterBeyondAnHourHoldsNobody()
{
    Rig rig;
    rig.leave(rig.come(), HostHealth::Throttling, 61min);
    const Guest &other = rig.come();
    rig.clock.advance(10s);
    QVERIFY(other.inside);
}

void TestHostGate::breakerOpensAndDoubles()
{
    Rig rig;
    rig.fail(9);
    QVERIFY(rig.come().inside);
    rig.leave(rig.guests.back(), HostHealth::Failing);
    milliseconds open = 30s;
    for (int i = 0; i < 6; ++i) {
        const Guest &probe = rig.come();
        QVERIFY(!probe.inside);
        QCOMPARE(probe.waits.last(), std::make_pair(WaitReason::BreakerOpen, open));
        rig.clock.advance(open - 1ms);
        QVERIFY(!probe.inside);
        rig.clock.advance(1ms);
        QVERIFY(probe.inside);
        rig.leave(probe, HostHealth::Failing);
        open = std::min<milliseconds>(open * 2, 300s);
    }
    rig.clock.advance(300s);
    rig.leave(rig.come(), HostHealth::Good);
    QVERIFY(rig.come().inside);
    // From the beginning again: ten outcomes, thirty seconds.
    rig.fail(10);
    QCOMPARE(rig.come().waits.last(), std::make_pair(WaitReason::BreakerOpen, milliseconds(30s)));
}

void TestHostGate::theLogTellsOfTheBreaker()
{
    QStringList told;
    DiagnosticLog log(std::make_shared<KnownSecrets>(),
        [&told](const QByteArray &line) { told.append(QString::fromUtf8(line).section(u' ', 4)); });
    log.start();
    QLoggingCategory::setFilterRules(QStringLiteral("queuesmith.http.info=true"));
    Rig rig;
    rig.gate.setObjectName(QStringLiteral("api.example.com:443"));
    rig.fail(10);
    for (const auto &[open, health] :
        {std::pair(30s, HostHealth::Failing), std::pair(60s, HostHealth::Good)}) {
        const Guest &probe = rig.come();
        rig.clock.advance(open);
        rig.leave(probe, health);
    }
    rig.leave(rig.come(), HostHealth::Good);
    QLoggingCategory::setFilterRules({});
    const QString host = QStringLiteral(" host=api.example.com:443");
    QCOMPARE(told,
        (QStringList{QStringLiteral("breaker_open") + host + QStringLiteral(" ms=30000"),
            QStringLiteral("breaker_open") + host + QStringLiteral(" ms=60000"),
            QStringLiteral("breaker_closed") + host}));
}

void TestHostGate::breakerIgnoresRefusals()
{
    Rig rig;
    for (int i = 0; i < 50; ++i)
        rig.leave(rig.come(), HostHealth::Refusing);
    for (int i = 0; i < 20; ++i)
        rig.leave(rig.come(), HostHealth::Untold);
    QVERIFY(rig.come().inside);
    QVERIFY(rig.guests.back().waits.isEmpty());
}

void TestHostGate::breakerForgetsAfterItsWindow()
{
    Rig rig;
    rig.fail(9);
    rig.clock.advance(31s);
    rig.fail(9);
    QVERIFY(rig.come().inside);
}

void TestHostGate::aReaderProbes()
{
    Rig rig;
    rig.fail(10);
    const Guest &change = rig.come(HttpEffect::Changes);
    const Guest &reader = rig.come();
    const Guest &otherReader = rig.come();
    rig.clock.advance(30s);
    QVERIFY(reader.inside);
    QVERIFY(!change.inside);
    QVERIFY(!otherReader.inside);
    rig.leave(reader, HostHealth::Good);
    QVERIFY(change.inside);
    QVERIFY(otherReader.inside);
}

void TestHostGate::aLoneChangeProbes()
{
    Rig rig;
    rig.fail(10);
    const Guest &change = rig.come(HttpEffect::Changes);
    const Guest &other = rig.come(HttpEffect::Changes);
    rig.clock.advance(30s);
    QVERIFY(change.inside);
    QVERIFY(!other.inside);
}

void TestHostGate::tokenIsFetchedDuringAProbe()
{
    Rig rig;
    rig.fail(10);
    const Guest &probe = rig.come();
    rig.clock.advance(30s);
    QVERIFY(probe.inside);
    const Guest &token = rig.come(HttpEffect::Reads, false, true);
    QVERIFY(token.inside);
}

void TestHostGate::aCancelledProbeIsFollowedByAnother()
{
    Rig rig;
    rig.fail(10);
    const Guest &probe = rig.come();
    const Guest &next = rig.come();
    rig.clock.advance(30s);
    QVERIFY(probe.inside);
    rig.leave(probe, HostHealth::Untold);
    QVERIFY(next.inside);
}

void TestHostGate::tokenTakesNoPlace()
{
    Rig rig;
    for (int i = 0; i < 4; ++i)
        rig.come();
    QVERIFY(rig.come(HttpEffect::Reads, false, true).inside);
}

void TestHostGate::budgetEmptiesAndFills()
{
    RetryBudget budget;
    int transient = 0;
    for (; budget.covers(false); ++transient)
        budget.spend(false);
    QCOMPARE(transient, 500 / 14);
    int throttled = 0;
    for (; budget.covers(true); ++throttled)
        budget.spend(true);
    QCOMPARE(throttled, 500 % 14 / 5);
    for (int i = 0; i < 14; ++i)
        budget.succeeded();
    QVERIFY(budget.covers(false));
    for (int i = 0; i < 1000; ++i)
        budget.succeeded();
    QCOMPARE(budget.tokens(), 500);
}

QTEST_GUILESS_MAIN(TestHostGate)
#include "tst_hostgate.moc"

// What becomes of an answer that is there: who reads it, on which thread, and what that says.

#include "http/answerdecoder.h"
#include "httprig.h"

#include <QRegularExpression>
#include <QSemaphore>
#include <QThread>

using namespace queuesmith;

namespace {

QByteArray answerOf(qsizetype bytes)
{
    return "{\"id\":\"q-1\",\"description\":\"" + QByteArray(bytes, 'x') + "\"}";
}

/// A reader that waits until it may go on, and then says `verdict`.
class SlowReader {
public:
    explicit SlowReader(AnswerVerdict verdict)
        : m_verdict(verdict)
    {
    }
    [[nodiscard]] AnswerReader reader() const
    {
        return [verdict = m_verdict, begun = m_begun, mayEnd = m_mayEnd](const HttpResponse &) {
            begun->release();
            mayEnd->acquire();
            return verdict;
        };
    }
    [[nodiscard]] bool hasBegun() const { return m_begun->available() > 0; }
    void letEnd() const { m_mayEnd->release(); }

private:
    AnswerVerdict m_verdict;
    std::shared_ptr<QSemaphore> m_begun = std::make_shared<QSemaphore>();
    std::shared_ptr<QSemaphore> m_mayEnd = std::make_shared<QSemaphore>();
};

} // namespace

class TestHttpAnswer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void largeOnesAreReadElsewhere_data()
    {
        QTest::addColumn<qsizetype>("bytes");
        QTest::addColumn<bool>("elsewhere");
        QTest::newRow("small") << qsizetype(100) << false;
        QTest::newRow("large") << kLargeAnswer << true;
    }
    void largeOnesAreReadElsewhere()
    {
        QFETCH(qsizetype, bytes);
        QFETCH(bool, elsewhere);
        HttpRig<SystemClock> rig;
        rig.server.script(ScriptedAnswer::json(201, answerOf(bytes)));
        auto threads = std::make_shared<QList<QThread *>>();
        rig.reader = [threads](const HttpResponse &) {
            threads->append(QThread::currentThread());
            return AnswerVerdict::Applied;
        };
        QCOMPARE(rig.run(rig.post()).applied, Applied::Yes);
        QCOMPARE(threads->size(), 1); // once
        QCOMPARE(threads->first() != QThread::currentThread(), elsewhere);
    }

    void saysWhatBecameOfTheRequest_data()
    {
        QTest::addColumn<std::optional<ErrorKind>>("kind");
        QTest::addColumn<Applied>("applied");
        QTest::newRow("read") << std::optional<ErrorKind>() << Applied::Yes;
        QTest::newRow("an item's error inside a 200")
            << std::optional(ErrorKind::Refused) << Applied::No;
        QTest::newRow("not as the contract says")
            << std::optional(ErrorKind::BadAnswer) << Applied::Unknown;
    }
    void saysWhatBecameOfTheRequest()
    {
        QFETCH(std::optional<ErrorKind>, kind);
        QFETCH(Applied, applied);
        const AnswerDecoder<QByteArray> decoder(
            [kind](const HttpResponse &response) -> Result<QByteArray> {
                if (kind)
                    return Error::of(*kind, "item_error");
                return response.body;
            });
        for (const qsizetype bytes : {qsizetype(10), kLargeAnswer}) {
            HttpRig<SystemClock> rig;
            rig.server.otherwise(ScriptedAnswer::json(200, answerOf(bytes)));
            rig.reader = decoder.reader();
            const HttpOutcome outcome = rig.run(rig.post());
            QCOMPARE(outcome.applied, applied);
            QCOMPARE(rig.server.requests().size(), 1);
            if (applied == Applied::Yes)
                QCOMPARE(decoder.value(), answerOf(bytes));
        }
    }

    void cancelledWhileItIsRead_data()
    {
        QTest::addColumn<AnswerVerdict>("verdict");
        QTest::addColumn<bool>("reads");
        QTest::addColumn<Applied>("applied");
        QTest::newRow("applied") << AnswerVerdict::Applied << false << Applied::Yes;
        QTest::newRow("not applied") << AnswerVerdict::NotApplied << false << Applied::No;
        QTest::newRow("unknown") << AnswerVerdict::Unknown << false << Applied::Unknown;
        QTest::newRow("would be asked again") << AnswerVerdict::Unknown << true << Applied::No;
    }
    void cancelledWhileItIsRead()
    {
        QFETCH(AnswerVerdict, verdict);
        QFETCH(bool, reads);
        QFETCH(Applied, applied);
        const SlowReader slow(verdict);
        HttpRig<SystemClock> rig;
        rig.reader = slow.reader();
        rig.server.otherwise(ScriptedAnswer::json(200, answerOf(kLargeAnswer)));
        HttpJob *job = rig.send(reads ? rig.get() : rig.post());
        QSignalSpy finished(job, &HttpJob::finished);
        QTRY_VERIFY_WITH_TIMEOUT(slow.hasBegun(), kPatience);
        job->cancel();
        QVERIFY(makeRoundTrips());
        QVERIFY(finished.isEmpty());
        slow.letEnd();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, kPatience);
        const auto outcome = finished.first().first().value<HttpOutcome>();
        QCOMPARE(outcome.applied, applied);
        QCOMPARE(outcome.error.has_value(), applied != Applied::Yes);
        if (reads)
            QCOMPARE(outcome.error->kind, ErrorKind::Cancelled);
        QCOMPARE(rig.server.requests().size(), 1);
    }

    void diesWhileItIsRead_data()
    {
        QTest::addColumn<bool>("withItsClient");
        QTest::newRow("alone") << false;
        QTest::newRow("after its client") << true;
    }
    void diesWhileItIsRead()
    {
        QFETCH(bool, withItsClient);
        const SlowReader slow(AnswerVerdict::Applied);
        HttpRig<SystemClock> rig;
        rig.server.otherwise(ScriptedAnswer::json(200, answerOf(kLargeAnswer)));
        QObject owner;
        HttpJob *job = rig.client->send(rig.post(), rig.limits, slow.reader(), &owner);
        QSignalSpy finished(job, &HttpJob::finished);
        QTRY_VERIFY_WITH_TIMEOUT(slow.hasBegun(), kPatience);
        if (withItsClient)
            rig.client.reset();
        else
            delete job;
        slow.letEnd();
        if (withItsClient)
            QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, kPatience);
        QVERIFY(makeRoundTrips());
        QCOMPARE(finished.size(), withItsClient ? 1 : 0);
        if (withItsClient)
            QCOMPARE(finished.first().first().value<HttpOutcome>().applied, Applied::Yes);
    }
};

QTEST_GUILESS_MAIN(TestHttpAnswer)
#include "tst_httpanswer.moc"

#include "httprig.h"

#include <QElapsedTimer>
#include <QRegularExpression>

using namespace queuesmith;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

const QByteArray kCreated = "{\"id\":\"q-1\"}";

QString codeOf(const HttpOutcome &outcome)
{
    return outcome.error ? outcome.error->code : QString();
}

/// Cancels a job before anything else that waits in the event loop.
class UrgentCancel : public QObject {
public:
    explicit UrgentCancel(HttpJob *job)
        : m_job(job)
    {
    }
    void post()
    {
        QCoreApplication::postEvent(this, new QEvent(QEvent::User), Qt::HighEventPriority);
    }
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        done = true;
        m_job->cancel();
        return true;
    }
    bool done = false;

private:
    HttpJob *m_job;
};

} // namespace

/// A job that is cancelled, deleted or orphaned at any point.
class TestHttpCancel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void cancel_data();
    void cancel();
    void cancelDoesNotLoseAnAnswer_data();
    void cancelDoesNotLoseAnAnswer();
    void cancelNeverDeniesWhatWasSent_data();
    void cancelNeverDeniesWhatWasSent();
    void deletedAnywhereItIsSilent();
    void clientDiesFirst();
};

void TestHttpCancel::cancel_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<Applied>("applied");
    QTest::newRow("before the start") << QStringLiteral("start") << Applied::No;
    QTest::newRow("while the token is fetched") << QStringLiteral("authorize") << Applied::No;
    QTest::newRow("as the attempt starts") << QStringLiteral("attempt") << Applied::No;
    QTest::newRow("after sending") << QStringLiteral("sent") << Applied::Unknown;
    QTest::newRow("in the wait") << QStringLiteral("wait") << Applied::No;
    QTest::newRow("as the wait begins") << QStringLiteral("waiting") << Applied::No;
}

void TestHttpCancel::cancel()
{
    QFETCH(QString, when);
    QFETCH(Applied, applied);
    HttpRig<FakeClock> rig;
    rig.random = 0.5;
    rig.authorizer.hanging = when == QLatin1String("authorize");
    const bool refuses = when.startsWith(QLatin1String("wait"));
    rig.server.otherwise(refuses ? ScriptedAnswer::json(429) : ScriptedAnswer::hang());
    HttpJob *job = rig.send(rig.post());
    QSignalSpy finished(job, &HttpJob::finished);
    QSignalSpy waited(job, &HttpJob::waiting);
    if (when == QLatin1String("authorize"))
        QTRY_COMPARE(rig.authorizer.asked, 1);
    else if (when == QLatin1String("sent"))
        QTRY_COMPARE(rig.server.requests().size(), 1);
    else if (when == QLatin1String("wait"))
        QTRY_COMPARE(waited.size(), 1);
    if (when == QLatin1String("attempt")) {
        connect(job, &HttpJob::attemptStarted, job, &HttpJob::cancel);
    } else if (when == QLatin1String("waiting")) {
        connect(job, &HttpJob::waiting, job, &HttpJob::cancel);
    } else {
        job->cancel();
        QVERIFY(finished.isEmpty()); // only ever from the event loop
    }
    QTRY_COMPARE(finished.size(), 1);
    const auto outcome = finished.first().first().value<HttpOutcome>();
    QCOMPARE(outcome.applied, applied);
    QCOMPARE(outcome.error->kind, ErrorKind::Cancelled);
    QCOMPARE(codeOf(outcome), QStringLiteral("cancelled"));
    rig.clock.advance(1h);
    QVERIFY(makeRoundTrips());
    QCOMPARE(finished.size(), 1);
    const bool wasSent = refuses || when == QLatin1String("sent");
    QCOMPARE(rig.server.requests().size(), wasSent ? 1 : 0);
}

void TestHttpCancel::cancelDoesNotLoseAnAnswer_data()
{
    QTest::addColumn<bool>("atEnd");
    QTest::newRow("at its last byte") << false;
    QTest::newRow("at its end") << true;
}

void TestHttpCancel::cancelDoesNotLoseAnAnswer()
{
    QFETCH(bool, atEnd);
    HttpRig<SystemClock> rig;
    // Without a length only the end of the connection ends the answer.
    rig.server.script(atEnd ? ScriptedAnswer::raw("HTTP/1.1 201 Created\r\n\r\n" + kCreated)
                            : ScriptedAnswer::json(201, kCreated));
    HttpJob *job = rig.send(rig.post());
    QSignalSpy finished(job, &HttpJob::finished);
    UrgentCancel cancel(job);
    connect(job, &HttpJob::attemptStarted, job, [&] {
        QMetaObject::invokeMethod(
            job,
            [&] {
                const auto *reply = job->findChild<QNetworkReply *>();
                const auto post = [&cancel] { cancel.post(); };
                if (atEnd)
                    connect(reply, &QNetworkReply::finished, &cancel, post);
                else
                    connect(reply, &QNetworkReply::readyRead, &cancel, post);
            },
            Qt::QueuedConnection);
    });
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(cancel.done);
    QCOMPARE(finished.first().first().value<HttpOutcome>().applied, Applied::Yes);
}

void TestHttpCancel::cancelNeverDeniesWhatWasSent_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("with a body") << QByteArray("POST") << QByteArray("{}");
    QTest::newRow("without") << QByteArray("DELETE") << QByteArray();
}

void TestHttpCancel::cancelNeverDeniesWhatWasSent()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    HttpRig<SystemClock> rig;
    rig.server.otherwise(ScriptedAnswer::hang());
    QSet<QString> denied;
    int unknown = 0;
    // Cancelled ever later on the request's way, from its start until long after it was sent.
    for (int step = 0; step < 200; ++step) {
        HttpRequest request = rig.bodyless(method);
        request.body = body;
        request.requestId = QString::number(step);
        HttpJob *job = rig.send(request);
        QElapsedTimer timer;
        timer.start();
        while (timer.nsecsElapsed() < step * 10'000)
            QCoreApplication::processEvents();
        job->cancel();
        const HttpOutcome outcome = rig.outcomeOf(job);
        if (outcome.applied == Applied::No)
            denied.insert(request.requestId);
        else
            ++unknown;
    }
    QVERIFY(makeRoundTrips());
    QVERIFY(!denied.isEmpty());
    QVERIFY(unknown > 0);
    for (const SeenRequest &seen : rig.server.requests())
        QVERIFY(!denied.contains(QString::fromLatin1(seen.header("X-Request-Id"))));
}

void TestHttpCancel::deletedAnywhereItIsSilent()
{
    HttpRig<SystemClock> rig;
    rig.server.otherwise(ScriptedAnswer::json(429));
    // In its own signals, and while it does nothing.
    HttpJob *first = rig.send(rig.post());
    connect(first, &HttpJob::attemptStarted, this, [first] { delete first; });
    HttpJob *second = rig.send(rig.post());
    connect(second, &HttpJob::waiting, this, [second] { delete second; });
    HttpJob *third = rig.send(rig.post());
    bool over = false;
    connect(third, &HttpJob::finished, this, [third, &over] {
        delete third;
        over = true;
    });
    delete rig.send(rig.post());
    QTRY_VERIFY(over);
    QTRY_COMPARE(rig.client->findChildren<HttpJob *>().size(), 0);
}

void TestHttpCancel::clientDiesFirst()
{
    HttpRig<SystemClock> rig;
    rig.server.otherwise(ScriptedAnswer::hang());
    QObject owner;
    HttpJob *sent = rig.client->send(rig.post(), rig.limits, rig.reader, &owner);
    QSignalSpy sentFinished(sent, &HttpJob::finished);
    QTRY_COMPARE(rig.server.requests().size(), 1);
    HttpJob *fresh = rig.client->send(rig.post(), rig.limits, rig.reader, &owner);
    QSignalSpy freshFinished(fresh, &HttpJob::finished);
    rig.client.reset();
    QTRY_COMPARE(sentFinished.size(), 1);
    QTRY_COMPARE(freshFinished.size(), 1);
    QCOMPARE(sentFinished.first().first().value<HttpOutcome>().applied, Applied::Unknown);
    QCOMPARE(freshFinished.first().first().value<HttpOutcome>().applied, Applied::No);
}

QTEST_GUILESS_MAIN(TestHttpCancel)
#include "tst_httpcancel.moc"

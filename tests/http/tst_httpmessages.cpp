#include "http/httpmessages.h"

#include <QRegularExpression>
#include <QTest>

using namespace queuesmith;
using namespace std::chrono_literals;

class TestHttpMessages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void says_data();
    void says();
    void everyCodeHasASentence_data();
    void everyCodeHasASentence();
};

void TestHttpMessages::says_data()
{
    QTest::addColumn<Failure>("failure");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, auto change, ErrorKind kind, const QString &code,
                         const QString &message) {
        Failure failure;
        failure.host = QStringLiteral("t.example");
        failure.effect = HttpEffect::Changes;
        change(failure);
        QTest::newRow(name) << failure << kind << code << message;
    };
    row(
        "forbidden",
        [](Failure &f) {
            f.code = QStringLiteral("forbidden");
            f.status = 403;
        },
        ErrorKind::NotAllowed, QStringLiteral("forbidden"),
        QStringLiteral(
            "t.example doesn't allow this action with these credentials (HTTP 403). Nothing was "
            "changed. Ask the tenant's administrator for the missing permission."));
    row(
        "closed after sending",
        [](Failure &f) {
            f.code = QStringLiteral("connection_closed");
            f.applied = Applied::Unknown;
        },
        ErrorKind::UnknownEffect, QStringLiteral("connection_closed"),
        QStringLiteral("t.example closed the connection without an answer. It is not known whether "
                       "the request took effect. Check the tenant before sending it again."));
    row(
        "throttled to the end",
        [](Failure &f) {
            f.code = QStringLiteral("throttled");
            f.status = 429;
            f.giveUp = GiveUp::Attempts;
            f.attempts = 5;
        },
        ErrorKind::Throttled, QStringLiteral("throttled"),
        QStringLiteral("t.example limits the number of requests (HTTP 429). 5 attempts failed. "
                       "Nothing was "
                       "changed. Try again in a few minutes."));
    row(
        "too long a wait",
        [](Failure &f) {
            f.code = QStringLiteral("unavailable");
            f.effect = HttpEffect::Reads;
            f.status = 503;
            f.giveUp = GiveUp::RetryAfterTooLong;
            f.retryAfter = 2h;
        },
        ErrorKind::Throttled, QStringLiteral("retry_after_too_long"),
        QStringLiteral("t.example is currently unavailable (HTTP 503). It asks to wait for 120 "
                       "minutes, which is too long to wait here. Try again after that time."));
    row(
        "deadline",
        [](Failure &f) {
            f.code = QStringLiteral("connection_refused");
            f.giveUp = GiveUp::Deadline;
            f.deadline = 90s;
        },
        ErrorKind::Transport, QStringLiteral("deadline"),
        QStringLiteral("t.example refused the connection. The time limit of 90 s for the request "
                       "is used up. Nothing "
                       "was changed. Check the network connection and the tenant's address."));
    row(
        "cancelled", [](Failure &f) { f.code = QStringLiteral("cancelled"); }, ErrorKind::Cancelled,
        QStringLiteral("cancelled"),
        QStringLiteral("The request to t.example was cancelled. Nothing was changed."));
}

void TestHttpMessages::says()
{
    QFETCH(Failure, failure);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, code);
    QFETCH(QString, message);
    QCOMPARE(errorKind(failure), kind);
    QCOMPARE(errorCode(failure), code);
    QCOMPARE(errorMessage(failure), message);
}

void TestHttpMessages::everyCodeHasASentence_data()
{
    QTest::addColumn<QString>("code");
    QSet<QString> codes;
    const auto collect = [&codes](AttemptFacts facts) {
        for (const HttpEffect effect : {HttpEffect::Reads, HttpEffect::Changes}) {
            for (const bool sent : {false, true}) {
                facts.effect = effect;
                facts.requestSent = sent;
                codes.insert(classify(facts).code);
            }
        }
    };
    for (int status = 0; status < 600; ++status) {
        for (const bool html : {false, true}) {
            for (const AttemptCause cause : {AttemptCause::None, AttemptCause::TimedOut,
                     AttemptCause::TooLarge, AttemptCause::Certificate, AttemptCause::Cancelled}) {
                AttemptFacts facts;
                facts.status = status;
                facts.cause = cause;
                facts.html = html;
                collect(facts);
            }
        }
    }
    for (int error = 0; error < 500; ++error) {
        AttemptFacts facts;
        facts.networkError = static_cast<QNetworkReply::NetworkError>(error);
        collect(facts);
        facts.status = 200;
        collect(facts);
    }
    for (const QString &code : std::as_const(codes))
        QTest::newRow(qPrintable(code)) << code;
}

void TestHttpMessages::everyCodeHasASentence()
{
    QFETCH(QString, code);
    Failure failure;
    failure.code = code;
    failure.host = QStringLiteral("t.example");
    const QString message = errorMessage(failure).english();
    QVERIFY(message.contains(failure.host));
    QVERIFY(!message.contains(QLatin1Char('%')));
    if (code != QLatin1String("bad_answer")) {
        failure.code = QStringLiteral("no such code");
        QVERIFY2(message != errorMessage(failure), qPrintable(message));
    }
}

QTEST_GUILESS_MAIN(TestHttpMessages)
#include "tst_httpmessages.moc"

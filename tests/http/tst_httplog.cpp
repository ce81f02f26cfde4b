#include "httprig.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace queuesmith;

namespace {

QList<QJsonObject> linesOf(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<QJsonObject> lines;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (!line.isEmpty())
            lines.append(QJsonDocument::fromJson(line).object());
    }
    return lines;
}

/// Newer versions of Qt give the names in small letters.
QString responseHeader(const QJsonObject &line, const char *name)
{
    const QJsonObject headers = line[QLatin1StringView("responseHeaders")].toObject();
    for (const QString &key : headers.keys()) {
        if (key.compare(QLatin1StringView(name), Qt::CaseInsensitive) == 0)
            return headers.value(key).toString();
    }
    return {};
}

} // namespace

class TestHttpLog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void aLineForEachAttempt();
    void holdsNoSecret();
    void masksWhatIsSentBack();
    void aSecretIsMasked_data();
    void aSecretIsMasked();
    void fileIsTheOwnersAlone();
    void saysWhyItCannotWrite_data();
    void saysWhyItCannotWrite();
};

void TestHttpLog::aLineForEachAttempt()
{
    QTemporaryDir dir;
    HttpClientOptions options;
    options.logFile = dir.filePath(QStringLiteral("http.log"));
    HttpRig<SystemClock> rig(options);
    rig.server.script(ScriptedAnswer::json(429, "{}", {{"Retry-After", "0"}}));
    rig.server.script(ScriptedAnswer::json(201, "{\"id\":1}", {{"ETag", "\"7\""}}));
    HttpRequest request = rig.post();
    request.requestId = QStringLiteral("r-1");
    request.headers = {{"Idempotency-Key", "k-1"}};
    QCOMPARE(rig.run(request).applied, Applied::Yes);

    const QList<QJsonObject> lines = linesOf(options.logFile);
    QCOMPARE(lines.size(), 2);
    const QJsonObject &first = lines.at(0);
    QCOMPARE(first[QLatin1StringView("operation")].toString(), QStringLiteral("createQueue"));
    QCOMPARE(first[QLatin1StringView("method")].toString(), QStringLiteral("POST"));
    QCOMPARE(first[QLatin1StringView("path")].toString(), QStringLiteral("/api/v2/queues"));
    QCOMPARE(first[QLatin1StringView("attempt")].toInt(), 1);
    QCOMPARE(first[QLatin1StringView("status")].toInt(), 429);
    QCOMPARE(first[QLatin1StringView("class")].toString(), QStringLiteral("N"));
    QCOMPARE(first[QLatin1StringView("code")].toString(), QStringLiteral("throttled"));
    QCOMPARE(first[QLatin1StringView("requestId")].toString(), QStringLiteral("r-1"));
    QVERIFY(first[QLatin1StringView("ms")].isDouble());
    QVERIFY(QDateTime::fromString(first[QLatin1StringView("time")].toString(), Qt::ISODateWithMs)
                .isValid());
    QCOMPARE(
        first[QLatin1StringView("requestHeaders")][QLatin1StringView("Idempotency-Key")].toString(),
        QStringLiteral("k-1"));
    QCOMPARE(responseHeader(first, "Retry-After"), QStringLiteral("0"));
    const QJsonObject &second = lines.at(1);
    QCOMPARE(second[QLatin1StringView("attempt")].toInt(), 2);
    QCOMPARE(second[QLatin1StringView("class")].toString(), QStringLiteral("A"));
    QVERIFY(!second.contains(QLatin1StringView("code")));
    QCOMPARE(responseHeader(second, "ETag"), QStringLiteral("\"7\""));
}

void TestHttpLog::holdsNoSecret()
{
    QTemporaryDir dir;
    HttpClientOptions options;
    options.logFile = dir.filePath(QStringLiteral("http.log"));
    HttpRig<SystemClock> rig(options);
    rig.server.script(
        ScriptedAnswer::json(401, "{\"message\":\"canary-1\"}", {{"Set-Cookie", "canary-2"}}));
    rig.server.script(ScriptedAnswer::json(302, "canary-3", {{"Location", "http://x/?canary-4"}}));
    HttpRequest request = rig.post("canary-5");
    request.url =
        rig.server.url(QStringLiteral("/p?token=canary-6&page=2&name=Sales&sig=canary-7#canary-8"));
    request.headers = {{"X-Api-Key", "canary-9"}, {"Cookie", "canary-10"}};
    QVERIFY(rig.run(request).error);

    QFile file(options.logFile);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QCOMPARE(text.count('\n'), 2);
    QVERIFY2(!text.contains("canary"), text.constData());
    QVERIFY2(!text.contains("Bearer") && !text.contains("token-1"), text.constData());
    QVERIFY2(text.contains("/p?token=*&page=2&name=Sales&sig=*\""), text.constData());
}

void TestHttpLog::masksWhatIsSentBack()
{
    QTemporaryDir dir;
    HttpClientOptions options;
    options.logFile = dir.filePath(QStringLiteral("http.log"));
    options.secrets->learn("WFM-SECRET-4711");
    HttpRig<SystemClock> rig(options);
    const QByteArray token = "token-1"; // as FakeAuthorizer gives it
    const QByteArray tail(300, 'x'); // what is cut off must not save a part of a secret
    HttpHeaders headers;
    for (const char *name : {"ETag", "Content-Type", "X-Request-Id", "X-Correlation-Id", "Date"})
        headers.append({name, tail.left(190) + ' ' + token + " WFM-SECRET-4711" + tail});
    const QByteArray message = "X-Api-Key \\\"WFM-SECRET-4711\\\", " + token + ", wfm-secret-4711";
    rig.server.script(ScriptedAnswer::json(400,
        R"({"message":")" + message + R"(","correlationId":")" + token
            + R"(","errors":[{"field":"WFM-SECRET-4711","code":")" + token + R"("}]})",
        headers));
    const HttpOutcome outcome = rig.run(rig.post());
    QVERIFY(outcome.error);
    const QString said = outcome.error->message + outcome.error->requestId
        + outcome.error->fields.value(0).field + outcome.error->fields.value(0).code;
    QVERIFY2(said.contains(QStringLiteral("The tenant says: “X-Api-Key \"***\", ***, ***”")),
        qPrintable(said));
    QFile file(options.logFile);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll() + said.toUtf8();
    QVERIFY2(text.contains("***"), text.constData());
    for (const QByteArray &part : {token, QByteArray("4711"), QByteArray("WFM-SEC")})
        QVERIFY2(!text.contains(part), text.constData());
}

void TestHttpLog::aSecretIsMasked_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("masked");
    const auto row = [](const char *name, const char *secret, const char *text,
                         const char *masked) {
        QTest::newRow(name) << QByteArray(secret) << QString::fromUtf8(text)
                            << QString::fromUtf8(masked);
    };
    row("alone", "s3cret-value", "s3cret-value", "***");
    row("inside a word", "s3cret-value", "xs3cret-valuey", "x***y");
    row("twice", "s3cret-value", "s3cret-value s3cret-value", "*** ***");
    row("in capitals", "s3cret-value", "S3CRET-VALUE", "***");
    row("percent-encoded", "a+b/c=d e", "k=a%2Bb%2Fc%3Dd%20e&x", "k=***&x");
    row("in UTF-8", "gehäim-wört", "„gehäim-wört“", "„***“");
    row("a short one as a word", "k3y!", "the k3y! is", "the *** is");
    row("a short one inside a word", "prod", "production", "production");
    row("one that is no secret", "1", "1 of 11", "1 of 11");
    row("nothing", "", "nothing", "nothing");
    row("itself in the mask", "***s3cret", "***s3cret", "***");
}
void TestHttpLog::aSecretIsMasked()
{
    QFETCH(QByteArray, secret);
    QFETCH(QString, text);
    QFETCH(QString, masked);
    KnownSecrets secrets;
    secrets.learn(secret);
    QCOMPARE(secrets.masked(text), masked);
    const QJsonObject json{{text, QJsonArray{1, text, QJsonObject{{QStringLiteral("a"), text}}}}};
    const QJsonObject clean{
        {masked, QJsonArray{1, masked, QJsonObject{{QStringLiteral("a"), masked}}}}};
    QCOMPARE(secrets.masked(QJsonValue(json)).toObject(), clean);
}

void TestHttpLog::fileIsTheOwnersAlone()
{
    QTemporaryDir dir;
    HttpClientOptions options;
    options.logFile = dir.filePath(QStringLiteral("http.log"));
    {
        QFile open(options.logFile);
        QVERIFY(open.open(QIODevice::WriteOnly));
        QVERIFY(open.write("{}\n") == 3);
        QVERIFY(open.setPermissions(
            QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther));
    }
    const HttpRig<SystemClock> rig(options);
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
        | QFileDevice::WriteOther | QFileDevice::ExeOther;
    QVERIFY(!(QFileInfo(options.logFile).permissions() & others));
    QCOMPARE(linesOf(options.logFile).size(), 1);
    QVERIFY(!rig.client->logProblem());
}

void TestHttpLog::saysWhyItCannotWrite_data()
{
    QTest::addColumn<QString>("place"); // %1: a folder
    QTest::addColumn<bool>("atOnce");
    QTest::newRow("no such folder") << QStringLiteral("%1/missing/http.log") << true;
    QTest::newRow("a folder") << QStringLiteral("%1") << true;
    QTest::newRow("a pipe that nobody reads") << QStringLiteral("%1/pipe") << true;
    QTest::newRow("full") << QStringLiteral("/dev/full") << false;
}

void TestHttpLog::saysWhyItCannotWrite()
{
    QFETCH(QString, place);
    QFETCH(bool, atOnce);
    QTemporaryDir dir;
    QCOMPARE(::mkfifo(qPrintable(dir.filePath(QStringLiteral("pipe"))), 0600), 0);
    HttpClientOptions options;
    options.logFile = place.contains(u'%') ? place.arg(dir.path()) : place;
    HttpRig<SystemClock> rig(options);
    const QFile::Permissions device = QFile::permissions(QStringLiteral("/dev/full"));
    QSignalSpy failed(rig.client.get(), &HttpClient::logFailed);
    QCOMPARE(rig.client->logProblem().has_value(), atOnce);
    rig.server.script(ScriptedAnswer::json(201, "{\"id\":1}"));
    QCOMPARE(rig.run(rig.post()).applied, Applied::Yes);
    QCOMPARE(failed.count(), atOnce ? 0 : 1);
    const std::optional<Error> problem = rig.client->logProblem();
    QVERIFY(problem);
    QCOMPARE(problem->kind, ErrorKind::OutputFile);
    QVERIFY2(problem->message.contains(options.logFile), qPrintable(problem->message));
    QCOMPARE(QFile::permissions(QStringLiteral("/dev/full")), device);
}

QTEST_GUILESS_MAIN(TestHttpLog)
#include "tst_httplog.moc"

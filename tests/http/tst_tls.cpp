#include "http/certificatename.h"
#include "httprig.h"

#include <QProcess>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace queuesmith;
using namespace std::chrono_literals;

namespace {
QString codeOf(const HttpOutcome &outcome)
{
    return outcome.error ? outcome.error->code : QString();
}

HttpClientOptions trusting(const QByteArray &certificate)
{
    HttpClientOptions options;
    options.extraAuthorities = {QSslCertificate(certificate)};
    return options;
}
} // namespace

/// Certificates are never argued about. The server's is made for this run and signs itself.
class TestTls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void foreignCertificateIsRefused();
    void ownAuthorityIsTrusted();
    void wrongNameIsRefused();
    void aCommonNameCountsWithoutOthersOnly_data();
    void aCommonNameCountsWithoutOthersOnly();
    void aNameIsMatched_data();
    void aNameIsMatched();
    void cutHandshakeIsRepeated();

private: // NOLINT(readability-redundant-access-specifiers): those above are slots
    /// `alternative` empty: without other names than `common`.
    void make(const QString &name, const QByteArray &alternative, QByteArray &certificate,
        QByteArray &key, const QByteArray &common = "Queuesmith test");

    QTemporaryDir m_dir;
    QByteArray m_certificate;
    QByteArray m_key;
    QByteArray m_otherCertificate;
    QByteArray m_otherKey;
};

void TestTls::make(const QString &name, const QByteArray &alternative, QByteArray &certificate,
    QByteArray &key, const QByteArray &common)
{
    QStringList arguments{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
        QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-days"),
        QStringLiteral("2"), QStringLiteral("-subj"),
        QStringLiteral("/CN=") + QString::fromLatin1(common), QStringLiteral("-keyout"),
        name + QStringLiteral(".key"), QStringLiteral("-out"), name + QStringLiteral(".pem")};
    if (!alternative.isEmpty())
        arguments += {QStringLiteral("-addext"),
            QStringLiteral("subjectAltName=") + QString::fromLatin1(alternative)};
    QProcess openssl;
    openssl.setWorkingDirectory(m_dir.path());
    openssl.start(QStringLiteral("openssl"), arguments);
    QVERIFY(openssl.waitForFinished());
    QCOMPARE(openssl.exitCode(), 0);
    const auto read = [this](const QString &fileName) {
        QFile file(m_dir.filePath(fileName));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    certificate = read(name + QStringLiteral(".pem"));
    key = read(name + QStringLiteral(".key"));
    QVERIFY(!certificate.isEmpty() && !key.isEmpty());
}

void TestTls::initTestCase()
{
    if (QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty())
        QSKIP("The openssl program is needed to make certificates.");
    make(QStringLiteral("here"), "IP:127.0.0.1", m_certificate, m_key);
    make(QStringLiteral("there"), "DNS:elsewhere.example", m_otherCertificate, m_otherKey);
}

void TestTls::foreignCertificateIsRefused()
{
    HttpRig<SystemClock> rig;
    rig.server.secureWith(m_certificate, m_key);
    for (const HttpRequest &request : {rig.post(), rig.get(), rig.bodyless("DELETE")}) {
        const int before = rig.server.connections();
        const HttpOutcome outcome = rig.run(request);
        QCOMPARE(outcome.applied, Applied::No);
        QCOMPARE(codeOf(outcome), QStringLiteral("certificate"));
        QCOMPARE(outcome.error->kind, ErrorKind::Transport);
        QCOMPARE(outcome.attempts, 0);
        QCOMPARE(rig.server.connections(), before + 1);
    }
    QVERIFY(rig.server.requests().isEmpty());
}

void TestTls::ownAuthorityIsTrusted()
{
    HttpRig<SystemClock> rig(trusting(m_certificate));
    rig.server.secureWith(m_certificate, m_key);
    rig.server.script(ScriptedAnswer::json(201, "{\"id\":1}"));
    rig.server.script(ScriptedAnswer::closed());
    QCOMPARE(rig.run(rig.post()).applied, Applied::Yes);
    QCOMPARE(rig.run(rig.post()).applied, Applied::Unknown);
    QVERIFY(makeRoundTrips());
    QCOMPARE(rig.server.requests().size(), 2);
}

void TestTls::wrongNameIsRefused()
{
    HttpRig<SystemClock> rig(trusting(m_otherCertificate));
    rig.server.secureWith(m_otherCertificate, m_otherKey);
    const HttpOutcome outcome = rig.run(rig.post());
    QCOMPARE(codeOf(outcome), QStringLiteral("certificate"));
    QVERIFY(rig.server.requests().isEmpty());
}

void TestTls::aCommonNameCountsWithoutOthersOnly_data()
{
    QTest::addColumn<QByteArray>("alternative");
    QTest::addColumn<bool>("trusted");
    QTest::newRow("no other name") << QByteArray() << true;
    QTest::newRow("another host's") << QByteArray("DNS:elsewhere.example") << false;
    QTest::newRow("another address") << QByteArray("IP:127.0.0.2") << false;
    QTest::newRow("this one's besides") << QByteArray("DNS:elsewhere.example,IP:127.0.0.1") << true;
    QTest::newRow("a mail address") << QByteArray("email:a@elsewhere.example") << true;
}
void TestTls::aCommonNameCountsWithoutOthersOnly()
{
    QFETCH(QByteArray, alternative);
    QFETCH(bool, trusted);
    QByteArray certificate;
    QByteArray key;
    make(QStringLiteral("common"), alternative, certificate, key, "127.0.0.1");
    HttpRig<SystemClock> rig(trusting(certificate));
    rig.server.secureWith(certificate, key);
    rig.server.otherwise(ScriptedAnswer::json(201, "{\"id\":1}"));
    for (const HttpRequest &request : {rig.post(), rig.get(), rig.bodyless("DELETE")}) {
        const HttpOutcome outcome = rig.run(request);
        QCOMPARE(outcome.applied, trusted ? Applied::Yes : Applied::No);
        QCOMPARE(codeOf(outcome), trusted ? QString() : QStringLiteral("certificate"));
        QCOMPARE(outcome.attempts, trusted ? 1 : 0);
    }
    QVERIFY(makeRoundTrips());
    QCOMPARE(rig.server.requests().size(), trusted ? 3 : 0);
}

void TestTls::aNameIsMatched_data()
{
    QTest::addColumn<QByteArray>("alternative");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *alternative, const char *host, bool matches) {
        QTest::addRow("%s for %s", host, alternative)
            << QByteArray(alternative) << QString::fromUtf8(host) << matches;
    };
    row("DNS:api.example.com", "api.example.com", true);
    row("DNS:API.example.COM", "api.Example.com", true);
    row("DNS:api.example.com", "example.com", false);
    row("DNS:api.example.com,DNS:b.example.com", "b.example.com", true);
    row("DNS:*.example.com", "api.example.com", true);
    row("DNS:*.example.com", "a.b.example.com", false);
    row("DNS:*.example.com", "example.com", false);
    row("DNS:*.com", "example.com", false);
    row("DNS:a*.example.com", "api.example.com", false);
    row("DNS:xn--mnchen-3ya.example", "münchen.example", true);
    row("IP:2001:db8:0:0:0:0:0:1", "2001:db8::1", true);
    row("IP:10.0.0.1", "10.0.0.2", false);
    row("IP:10.0.0.1", "api.example.com", false);
}
void TestTls::aNameIsMatched()
{
    QFETCH(QByteArray, alternative);
    QFETCH(QString, host);
    QFETCH(bool, matches);
    QByteArray certificate;
    QByteArray key;
    make(QStringLiteral("name"), alternative, certificate, key);
    QCOMPARE(namesHost(QSslCertificate(certificate), host), matches);
}

void TestTls::cutHandshakeIsRepeated()
{
    HttpRig<SystemClock> rig(trusting(m_certificate));
    rig.server.secureWith(m_certificate, m_key);
    ScriptedAnswer cut = ScriptedAnswer::closed();
    cut.beforeRequest = true;
    rig.server.script(cut);
    rig.server.script(ScriptedAnswer::json(201, "{\"id\":1}"));
    const HttpOutcome outcome = rig.run(rig.post());
    QCOMPARE(outcome.applied, Applied::Yes);
    QCOMPARE(outcome.attempts, 1);
    QCOMPARE(rig.server.requests().size(), 1);
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"

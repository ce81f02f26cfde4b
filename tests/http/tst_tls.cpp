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
    void cutHandshakeIsRepeated();

private: // NOLINT(readability-redundant-access-specifiers): those above are slots
    void make(
        const QString &name, const QByteArray &subject, QByteArray &certificate, QByteArray &key);

    QTemporaryDir m_dir;
    QByteArray m_certificate;
    QByteArray m_key;
    QByteArray m_otherCertificate;
    QByteArray m_otherKey;
};

void TestTls::make(
    const QString &name, const QByteArray &subject, QByteArray &certificate, QByteArray &key)
{
    QProcess openssl;
    openssl.setWorkingDirectory(m_dir.path());
    openssl.start(QStringLiteral("openssl"),
        {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
            QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-days"),
            QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=Queuesmith test"),
            QStringLiteral("-addext"),
            QStringLiteral("subjectAltName=") + QString::fromLatin1(subject),
            QStringLiteral("-keyout"), name + QStringLiteral(".key"), QStringLiteral("-out"),
            name + QStringLiteral(".pem")});
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

// The desktop's keychain. keychain_session.sh runs this with a real one; else there is none.

#include "cxone/keychain.h"
#include "patience.h"

#include <QRegularExpression>
#include <QTest>

using namespace queuesmith;

namespace {

const QString kName = QStringLiteral("Prod / EMEA ä");
const QByteArray kSecret = QByteArrayLiteral("s3cret \xff\x01 bytes");

bool hasKeyring() { return qEnvironmentVariableIsSet("QUEUESMITH_TEST_KEYRING"); }

} // namespace

class TestKeychain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (hasKeyring())
            return;
        // Not that of who runs the tests.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        qunsetenv("XDG_RUNTIME_DIR");
    }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void keepsASecret()
    {
        if (!hasKeyring())
            QSKIP("keychain_session.sh runs this with a keyring");
        QCOMPARE(readError(kName), QStringLiteral("no_secret"));
        QCOMPARE(writeError(kName, kSecret), QString());
        QCOMPARE(read(kName), kSecret);
        QCOMPARE(readError(QStringLiteral("another")), QStringLiteral("no_secret"));
        QCOMPARE(writeError(kName, "second"), QString());
        QCOMPARE(read(kName), QByteArray("second"));
        QCOMPARE(removeError(kName), QString());
        QCOMPARE(readError(kName), QStringLiteral("no_secret"));
        QCOMPARE(removeError(kName), QString()); // there is nothing to complain about
    }

    void withoutAKeyringThatIsSaid()
    {
        if (hasKeyring())
            QSKIP("this is about a computer without one");
        QCOMPARE(readError(kName), QStringLiteral("no_keychain"));
        QCOMPARE(writeError(kName, kSecret), QStringLiteral("no_keychain"));
        QCOMPARE(removeError(kName), QStringLiteral("no_keychain"));
        QVERIFY2(m_message.contains(QLatin1StringView("QUEUESMITH_CLIENT_SECRET")),
            qPrintable(m_message));
        QVERIFY(!m_message.contains(QLatin1StringView("s3cret")));
    }

    void whoDiedIsntAnswered()
    {
        auto gone = std::make_unique<QObject>();
        bool answered = false;
        keychain::readSecret(
            kName, gone.get(), [&answered](const Result<QByteArray> &) { answered = true; });
        gone.reset();
        (void)readError(kName); // which comes after it
        QVERIFY(!answered);
    }

private:
    QByteArray read(const QString &name)
    {
        std::optional<Result<QByteArray>> answer;
        keychain::readSecret(
            name, this, [&answer](const Result<QByteArray> &secret) { answer = secret; });
        (void)QTest::qWaitFor([&answer] { return answer.has_value(); }, kPatience);
        if (!answer)
            return "no answer";
        note(answer->ok() ? nullptr : &answer->error());
        return answer->ok() ? answer->value() : QByteArray();
    }
    QString readError(const QString &name)
    {
        m_code.clear();
        (void)read(name);
        return m_code;
    }
    QString writeError(const QString &name, const QByteArray &secret)
    {
        return errorOf([&](const std::function<void(Status)> &done) {
            keychain::writeSecret(name, secret, this, done);
        });
    }
    QString removeError(const QString &name)
    {
        return errorOf([&](const std::function<void(Status)> &done) {
            keychain::removeSecret(name, this, done);
        });
    }
    QString errorOf(const std::function<void(std::function<void(Status)>)> &call)
    {
        std::optional<Status> answer;
        call([&answer](const Status &status) { answer = status; });
        (void)QTest::qWaitFor([&answer] { return answer.has_value(); }, kPatience);
        if (!answer)
            return QStringLiteral("no answer");
        note(answer->ok() ? nullptr : &answer->error());
        return m_code;
    }
    void note(const Error *error)
    {
        m_code = error ? error->code : QString();
        if (error)
            m_message = error->message;
    }

    QString m_code;
    QString m_message;
};

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"

// The diagnostic log: what may be asked for, the form of a line, and how much is kept.
#include "domain/diagnosticlog.h"
#include "domain/knownsecrets.h"
#include "domain/logcategories.h"
#include "domain/logline.h"
#include "domain/logrules.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>
#include <QThread>

#include <functional>

using namespace queuesmith;

namespace {

/// A log that is started, and what it has printed.
class StartedLog {
public:
    explicit StartedLog(qsizetype most = 0, const QString &rules = {})
    {
        QLoggingCategory::setFilterRules(rules);
        log.start(most);
    }
    ~StartedLog() { QLoggingCategory::setFilterRules({}); }
    StartedLog(const StartedLog &) = delete;
    StartedLog &operator=(const StartedLog &) = delete;

    std::shared_ptr<KnownSecrets> secrets = std::make_shared<KnownSecrets>();
    QByteArrayList printed;
    DiagnosticLog log{secrets, [this](const QByteArray &line) { printed.append(line); }};
};

/// A line without what comes before its message.
QByteArray messageOf(const QByteArray &line) { return line.split(' ').mid(4).join(' '); }

} // namespace

class TestDiagnosticLog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rulesAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("rules"); // empty: refused
        const auto row = [](const char *text, const char *rules) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(rules);
        };
        row("http", "queuesmith.http=true");
        row("http,journal", "queuesmith.http=true\nqueuesmith.journal=true");
        row(" http ;; journal ,", "queuesmith.http=true\nqueuesmith.journal=true");
        row("all", "queuesmith.*=true");
        row("*", "queuesmith.*=true");
        row("all.info", "queuesmith.*.info=true");
        row("all,http=false", "queuesmith.*=true\nqueuesmith.http=false");
        row("http.debug", "queuesmith.http.debug=true");
        row("queuesmith.http.debug = false", "queuesmith.http.debug=false");
        row("queuesmith.*=true", "queuesmith.*=true");
        row("s*", "queuesmith.s*=true");
        row("*.wfm=true", "*.wfm=true");
        row("", "");
        row(" , ;", "");
        row("htp", "");
        row("http,htp", "");
        row("qt.network.ssl=true", "");
        row("http=yes", "");
        row("http=", "");
        row("http.loud", "");
        row("h*p", "");
        row("=true", "");
        row("HTTP", "");
    }
    void rulesAreRead()
    {
        QFETCH(QString, text);
        QFETCH(QString, rules);
        const Result<QString> read = logRules(text);
        QCOMPARE(read.ok(), !rules.isEmpty());
        if (read) {
            QCOMPARE(read.value(), rules);
            return;
        }
        QCOMPARE(read.error().kind, ErrorKind::Usage);
        for (const QString &category : logCategories())
            QVERIFY2(read.error().message.contains(category), qPrintable(read.error().message));
    }

    void aDozenCategoriesAreQuiet()
    {
        const QStringList names = logCategories();
        QCOMPARE(names.size(), 12);
        QStringList sorted = names;
        sorted.sort();
        QCOMPARE(names, sorted);
        StartedLog started;
        qCInfo(lcHttp) << "unheard";
        QCOMPARE(started.printed, QByteArrayList());
        qCWarning(lcHttp) << "heard";
        QCOMPARE(started.printed.size(), 1);
    }

    void aLineHasItsForm()
    {
        StartedLog started(0, QStringLiteral("queuesmith.auth=true"));
        qCInfo(lcAuth) << LogLine("token",
            {{"seconds", 3600}, {"queue", QStringLiteral("Claims North")}, {"final", false},
                {"code", ""}});
        const QString line = QString::fromUtf8(started.printed.value(0));
        static const QRegularExpression form(
            QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z info "
                           "queuesmith\\.auth main token seconds=3600 queue=\"Claims North\" "
                           "final=no code=\"\"$"));
        QVERIFY2(form.match(line).hasMatch(), qPrintable(line));
    }

    void namesItsThread()
    {
        StartedLog started(0, QStringLiteral("queuesmith.cache=true"));
        const std::unique_ptr<QThread> thread(
            QThread::create([] { qCInfo(lcCache) << LogLine("hit", {}); }));
        thread->setObjectName(QStringLiteral("history cache"));
        thread->start();
        QVERIFY(thread->wait());
        QVERIFY2(started.printed.value(0).contains(" queuesmith.cache history-cache hit"),
            started.printed.value(0).constData());
    }

    void nothingGetsThroughIt_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("line");
        const auto row = [](const char *name, const char *message, const char *line) {
            QTest::newRow(name) << QString::fromUtf8(message) << QString::fromUtf8(line);
        };
        row("a secret", "got s3cret+value=\"1 !", "got ***!");
        row("in capitals", "S3CRET+VALUE=\"1 ", "***");
        row("percent-encoded", "/p?k=s3cret%2Bvalue%3D%221%20&x", "/p?k=***&x");
        row("in the middle of a word", "xs3cret+value=\"1 y", "x***y");
        row("a line end", "one\ntwo", "one two");
        row("an escape", "a\x1b[2Jb", "a\uFFFD[2Jb");
        row("what turns the order", "a\u202Eb", "a\uFFFDb");
        row("an umlaut", "Köln", "Köln");
    }
    void nothingGetsThroughIt()
    {
        QFETCH(QString, message);
        QFETCH(QString, line);
        StartedLog started(10, QStringLiteral("queuesmith.http=true"));
        started.secrets->learn("s3cret+value=\"1 ");
        qCDebug(lcHttp).noquote() << message;
        qCDebug(lcHttp) << LogLine("event", {{"text", message}});
        QCOMPARE(QString::fromUtf8(messageOf(started.printed.value(0))), line);
        QVERIFY(!started.printed.value(1).contains("3cret"));
        QVERIFY(!started.printed.value(1).contains("3CRET"));
        QCOMPARE(started.log.kept(), started.printed);
    }

    void keepsTheNewestLinesOfAll()
    {
        StartedLog started(3);
        for (int i = 1; i <= 5; ++i)
            qCDebug(lcJournal) << i;
        QCOMPARE(started.printed, QByteArrayList());
        QByteArrayList kept;
        for (const QByteArray &line : started.log.kept())
            kept.append(messageOf(line));
        QCOMPARE(kept, (QByteArrayList{"3", "4", "5"}));
    }

    void printsOnlyWhatIsAskedForWhileItKeepsAll()
    {
        StartedLog started(10, QStringLiteral("queuesmith.http.info=true"));
        qCDebug(lcHttp) << "a detail";
        qCInfo(lcHttp) << "an event";
        qCInfo(lcJournal) << "another";
        QCOMPARE(started.printed.size(), 1);
        QVERIFY(started.printed.value(0).endsWith("an event"));
        QCOMPARE(started.log.kept().size(), 3);
        // Rules may come later: the settings are read with the log on already.
        QLoggingCategory::setFilterRules(QStringLiteral("queuesmith.journal=true"));
        qCInfo(lcHttp) << "an event";
        qCInfo(lcJournal) << "another";
        QCOMPARE(started.printed.size(), 2);
        QVERIFY(started.printed.value(1).endsWith("another"));
    }

    void everythingIsAsBeforeWhenItEnds()
    {
        {
            const StartedLog started(10);
            QVERIFY(lcWfm().isDebugEnabled());
        }
        QVERIFY(!lcWfm().isInfoEnabled());
        QTest::ignoreMessage(QtWarningMsg, "for Qt Test");
        qWarning("for Qt Test");
    }

    void manyThreadsAtOnce()
    {
        StartedLog started(100'000, QStringLiteral("queuesmith.http=true"));
        QList<QThread *> threads;
        for (int i = 0; i < 4; ++i) {
            threads.append(QThread::create([&started, i] {
                for (int n = 0; n < 200; ++n) {
                    started.secrets->learn("secret-" + QByteArray::number(i * 1000 + n));
                    qCDebug(lcHttp) << "secret-" + QByteArray::number(i * 1000 + n);
                }
            }));
            threads.constLast()->start();
        }
        for (QThread *thread : threads) {
            QVERIFY(thread->wait());
            delete thread;
        }
        QCOMPARE(started.printed.size(), 800);
        QCOMPARE(started.log.kept(), started.printed);
    }

    void aKeptLineIsCheap()
    {
        StartedLog started(5'000);
        started.secrets->learn("demo-secret-of-the-client");
        const QString id = QStringLiteral("0c1d6a3e-2c1f-4b7d-9c64-3f2a5e8b9d10");
        QBENCHMARK
        {
            qCDebug(lcHttp) << LogLine("attempt",
                {{"operation", "createQueue"}, {"method", "POST"}, {"path", "/api/v2/queues"},
                    {"attempt", 1}, {"status", 201}, {"ms", 12}, {"request_id", id}});
        }
        QVERIFY(!started.log.kept().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDiagnosticLog)
#include "tst_diagnosticlog.moc"

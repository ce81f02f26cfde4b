// What a connection is made of: URLs, headers, saved profiles, secrets.

#include "cxone/connection.h"
#include "cxone/pagecollector.h"
#include "cxone/profiles.h"
#include "cxone/secrets.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace queuesmith;

class TestConnection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void baseUrl_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code"); // empty: usable
        const auto row = [](const char *text, const char *code = "") {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(code);
        };
        row("https://api.example.com");
        row("https://api.example.com:8443/base/");
        row("http://127.0.0.1:8080");
        row("http://127.8.9.1");
        row("http://[::1]:80");
        row("http://localhost:1");
        row("http://api.example.com", "insecure_url");
        row("http://10.0.0.1", "insecure_url");
        row("http://localhost.example.com", "insecure_url");
        row("http://127.0.0.1.example.com", "insecure_url");
        row("http://0.0.0.0", "insecure_url");
        row("https://me:s3cret@api.example.com", "bad_url");
        row("https://me@api.example.com", "bad_url");
        row("https://api.example.com?key=s3cret", "bad_url");
        row("https://api.example.com#x", "bad_url");
        row("ftp://api.example.com", "bad_url");
        row("file:///etc/passwd", "bad_url");
        row("api.example.com", "bad_url");
        row("https://", "bad_url");
        row("https://api example.com", "bad_url");
        row("", "bad_url");
    }
    void baseUrl()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        const Result<QUrl> url = parseBaseUrl(text);
        QCOMPARE(url ? QString() : url.error().code, code);
        if (url) {
            QCOMPARE(url.value().toString(), text);
        } else {
            QCOMPARE(url.error().kind, ErrorKind::Usage);
            QVERIFY(!url.error().message.contains(QLatin1StringView("s3cret")));
        }
    }

    void wfmEndpoint()
    {
        QVERIFY(parseWfmEndpoint(QStringLiteral("https://wfm.example/in?key=1")).ok());
        const Result<QUrl> insecure = parseWfmEndpoint(QStringLiteral("http://wfm.example/in"));
        QVERIFY(!insecure);
        QCOMPARE(insecure.error().code, QStringLiteral("insecure_url"));
    }

    void wfmHeader_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("name"); // empty: not usable
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char *text, const char *name, const char *value) {
            QTest::newRow(QByteArray(text).simplified().constData())
                << QString::fromUtf8(text) << QByteArray(name) << QByteArray(value);
        };
        row("X-Key: abc", "X-Key", "abc");
        row("X-Key:abc", "X-Key", "abc");
        row("X-Key:", "X-Key", "");
        row("Authorization: Basic a:b:c", "Authorization", "Basic a:b:c");
        row(" X-Key :  abc ", "X-Key", "abc");
        row("canary", "", "");
        row(": canary", "", "");
        row("X Key: canary", "", "");
        row("X-Kéy: canary", "", "");
        row("X-Key: canary\r\nX-Evil: 1", "", "");
        row("X-Key\r\nX-Evil: canary", "", "");
    }
    void wfmHeader()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        const auto header = parseWfmHeader(text);
        QCOMPARE(header.ok(), !name.isEmpty());
        if (header) {
            QCOMPARE(header.value().first, name);
            QCOMPARE(header.value().second, value);
        } else {
            QVERIFY(!header.error().message.contains(QLatin1StringView("canary")));
        }
    }

    void originIsSchemeHostAndPort()
    {
        QCOMPARE(originOf(QUrl(QStringLiteral("https://api.example.com:8443/a/b/"))),
            QStringLiteral("https://api.example.com:8443"));
        QCOMPARE(originOf(QUrl(QStringLiteral("https://API.example.com"))),
            QStringLiteral("https://api.example.com"));
        QCOMPARE(originOf(QUrl(QStringLiteral("https://me:pw@api.example.com/"))),
            QStringLiteral("https://api.example.com"));
    }

    void tenantIdTellsTenantsApart_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("client");
        QTest::addColumn<bool>("isSame");
        const auto row = [](const char *name, const char *url, const char *client, bool isSame) {
            QTest::newRow(name) << QString::fromLatin1(url) << QString::fromLatin1(client)
                                << isSame;
        };
        row("itself", "https://api.example.com/eu", "unit-a", true);
        row("a slash at its end", "https://api.example.com/eu/", "unit-a", true);
        row("large letters in the host", "https://API.Example.com/eu", "unit-a", true);
        row("a detour", "https://api.example.com/us/../eu", "unit-a", true);
        row("another client", "https://api.example.com/eu", "unit-b", false);
        row("a client in other letters", "https://api.example.com/eu", "Unit-A", false);
        row("another path", "https://api.example.com/us", "unit-a", false);
        row("no path", "https://api.example.com", "unit-a", false);
        row("another port", "https://api.example.com:8443/eu", "unit-a", false);
        row("another host", "https://api2.example.com/eu", "unit-a", false);
    }
    void tenantIdTellsTenantsApart()
    {
        QFETCH(QString, url);
        QFETCH(QString, client);
        QFETCH(bool, isSame);
        const TenantId one = tenantIdOf(
            QUrl(QStringLiteral("https://api.example.com/eu")), QStringLiteral("unit-a"));
        const TenantId other = tenantIdOf(QUrl(url), client);
        QCOMPARE(other == one, isSame);
        QCOMPARE(other.key() == one.key(), isSame);
    }

    void tenantIdNeverChanges()
    {
        // Worked out with sha256sum from what the header says.
        TenantId id = tenantIdOf(
            QUrl(QStringLiteral("https://api.example.com/eu")), QStringLiteral("unit-a"));
        QCOMPARE(id.key(), QStringLiteral("d652dbd2740cdeb0"));
        id.businessUnit = QStringLiteral("4711");
        const QString ofUnit = id.key();
        QCOMPARE(ofUnit, QStringLiteral("7ea97a658d098d13"));
        id.client = QStringLiteral("unit-b");
        QCOMPARE(id.key(), ofUnit);
        QVERIFY(TenantId().key().isEmpty());
    }

    void authorities()
    {
        QVERIFY(readAuthorities({}).ok());
        const QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("ca.pem"));
        QVERIFY(!readAuthorities(file));
        write(file, "-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n");
        const auto unusable = readAuthorities(file);
        QVERIFY(!unusable);
        QVERIFY(unusable.error().message.contains(file));
        const QString pipe = dir.filePath(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(qPrintable(pipe), 0600), 0);
        const auto waiting = readAuthorities(pipe); // the window asks too: never waits
        QVERIFY(!waiting);
        QVERIFY2(waiting.error().message.contains(QLatin1StringView("not a regular file")),
            qPrintable(waiting.error().message));
    }

    void profilesComeBackAsTheyWereSaved()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("deep/er/connections.ini"));
        const Profiles profiles(file);
        QCOMPARE(profiles.names(), QStringList());

        Connection full;
        full.name = QStringLiteral("Prod / EMEA [1] = ä%");
        full.baseUrl = QUrl(QStringLiteral("https://api.example.com:8443/base"));
        full.clientId = QStringLiteral("id; with = and \"quotes\"");
        full.licensedAgents = 250;
        full.wfm.endpoint = QUrl(QStringLiteral("https://wfm.example/in"));
        full.wfm.headers = {{"X-Key", "canary-header"}};
        full.authorityFile = QStringLiteral("/etc/ssl/own ca.pem");
        full.environment = Environment::Test;
        full.priorityOrder = PriorityOrder::HighestFirst;
        full.timeZone = "Europe/Berlin";
        full.capacity = {CapacityReading::System, UnapprovedCapacity::Refuse, 30};
        full.readOnly = true;
        Connection bare;
        bare.name = QStringLiteral("bare");
        bare.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:1"));
        bare.clientId = QStringLiteral("c");
        QVERIFY(profiles.save(full).ok());
        QVERIFY(profiles.save(bare).ok());

        QStringList names = Profiles(file).names();
        names.sort();
        QCOMPARE(names, QStringList({full.name, bare.name}));
        expectSame(Profiles(file).load(full.name), full);
        expectSame(Profiles(file).load(bare.name), bare);
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QVERIFY(!saved.readAll().contains("canary"));

        full.licensedAgents.reset(); // what isn't there any more doesn't come back
        QVERIFY(profiles.save(full).ok());
        expectSame(Profiles(file).load(full.name), full);

        QVERIFY(profiles.remove(full.name).ok());
        QCOMPARE(profiles.names(), QStringList{bare.name});
        const Result<Connection> gone = profiles.load(full.name);
        QVERIFY(!gone);
        QCOMPARE(gone.error().code, QStringLiteral("unknown_connection"));
        QVERIFY(gone.error().message.contains(bare.name)); // those that there are
        QVERIFY(!profiles.remove(full.name));
    }

    void whatAProfileLacksHasItsDefault_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<CapacitySettings>("capacity");
        const CapacitySettings usual;
        QTest::newRow("from before") << QByteArray() << usual;
        QTest::newRow("as saved") << QByteArray(
            "capacityReading=waiting\nunapprovedCapacity=allow\napprovalDays=14\n")
                                  << CapacitySettings{
                                         CapacityReading::Waiting, UnapprovedCapacity::Allow, 14};
        QTest::newRow("words of another version")
            << QByteArray("capacityReading=Waiting \nunapprovedCapacity=ask\n") << usual;
        for (const char *days : {"0", "-7", "366", "1e9", "seven", "99999999999"})
            QTest::newRow(days) << QByteArray("approvalDays=") + days + '\n' << usual;
    }
    void whatAProfileLacksHasItsDefault()
    {
        QFETCH(QByteArray, lines);
        QFETCH(CapacitySettings, capacity);
        const QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("connections.ini"));
        write(file, "[prod]\nbaseUrl=https://api.example.com\nclientId=x\n" + lines);
        const Result<Connection> loaded = Profiles(file).load(QStringLiteral("prod"));
        QVERIFY(loaded.ok());
        QCOMPARE(loaded.value().capacity, capacity);
    }

    void aTamperedProfileIsntUsed()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("connections.ini"));
        write(file, "[prod]\nbaseUrl=http://api.example.com\nclientId=x\n");
        const Result<Connection> loaded = Profiles(file).load(QStringLiteral("prod"));
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, QStringLiteral("insecure_url"));
        QVERIFY(Profiles(file).remove(QStringLiteral("prod")).ok()); // but it can go
    }

    void aDamagedFileMakesNoProfileWithoutAName_data()
    {
        QTest::addColumn<QByteArray>("damage");
        QTest::newRow("a key that begins with a separator") << QByteArray("\\clientId=x\n");
        QTest::newRow("a section without a name") << QByteArray("[]\nclientId=x\n");
    }
    void aDamagedFileMakesNoProfileWithoutAName()
    {
        QFETCH(QByteArray, damage);
        const QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("connections.ini"));
        write(file, "baseUrl=https://h\n" + damage + "[prod]\nbaseUrl=https://h\nclientId=x\n");
        const Profiles profiles(file);
        QCOMPARE(profiles.names(), QStringList{QStringLiteral("prod")});
        QVERIFY(!profiles.load(QString()));
        QVERIFY(!profiles.remove(QString())); // or all of them would go
        QVERIFY(Profiles(file).load(QStringLiteral("prod")));
    }

    void secretFile_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("open"); // to everybody
        QTest::addColumn<QByteArray>("secret"); // empty: refused
        QTest::newRow("a line") << QByteArray("s3cret\n") << false << QByteArray("s3cret");
        QTest::newRow("no line end") << QByteArray("s3cret") << false << QByteArray("s3cret");
        QTest::newRow("Windows") << QByteArray("s3cret\r\n") << false << QByteArray("s3cret");
        QTest::newRow("two lines") << QByteArray("one\ntwo\n") << false << QByteArray("one");
        QTest::newRow("empty") << QByteArray() << false << QByteArray();
        QTest::newRow("blank") << QByteArray(" \n") << false << QByteArray();
        QTest::newRow("open to everybody") << QByteArray("s3cret\n") << true << QByteArray();
    }
    void secretFile()
    {
        QFETCH(QByteArray, content);
        QFETCH(bool, open);
        QFETCH(QByteArray, secret);
        const QTemporaryDir dir;
        const QString name = dir.filePath(QStringLiteral("secret"));
        write(name, content);
        QFile::Permissions permissions = QFile::ReadOwner | QFile::WriteOwner;
        QVERIFY(QFile::setPermissions(name, open ? permissions | QFile::ReadOther : permissions));
        const Result<QByteArray> read = readSecretFile(name);
        QCOMPARE(read.ok(), !secret.isEmpty());
        if (read)
            QCOMPARE(read.value(), secret);
        else
            QVERIFY(!read.error().message.contains(QLatin1StringView("s3cret")));
    }

    void theEnvironmentKeepsNoSecret()
    {
        qputenv("QUEUESMITH_TEST_SECRET", "s3cret");
        QCOMPARE(takeSecretFromEnvironment("QUEUESMITH_TEST_SECRET"), QByteArray("s3cret"));
        QVERIFY(!qEnvironmentVariableIsSet("QUEUESMITH_TEST_SECRET"));
        QCOMPARE(takeSecretFromEnvironment("QUEUESMITH_TEST_SECRET"), QByteArray());
    }

    void pages_data()
    {
        // Each page: ids, then `/total` where it is told.
        QTest::addColumn<QStringList>("pages");
        QTest::addColumn<int>("read"); // pages until it ends
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("complete");
        const auto row = [](const char *name, const QStringList &pages, int read, int count,
                             bool complete) {
            QTest::newRow(name) << pages << read << count << complete;
        };
        const auto page = [](const char *text) { return QString::fromLatin1(text); };
        row("none, told", {page("/0")}, 1, 0, true);
        row("none, not told", {page("")}, 1, 0, true);
        row("ends at the total", {page("a b/3"), page("c/3"), page("d/3")}, 2, 3, true);
        row("short pages prove nothing", {page("a/3"), page("b/3"), page("c/3")}, 3, 3, true);
        row("not told: ends at a page without news", {page("a b"), page("c"), page("c")}, 3, 3,
            true);
        row("not told: ends at an empty page", {page("a b"), page("")}, 2, 2, true);
        row("fewer than the total", {page("a b/5"), page("/5")}, 2, 2, false);
        row("the same page again and again", {page("a b/5"), page("a b/5")}, 2, 2, false);
        row("more than the total", {page("a b c/2")}, 1, 3, true);
        row("overlapping pages", {page("a b/4"), page("b c/4"), page("c d/4")}, 3, 4, true);
        row("a total that grows", {page("a/2"), page("b/3"), page("c/3")}, 3, 3, true);
        row("a total that was told once", {page("a/3"), page("b"), page("")}, 3, 2, false);
    }
    void pages()
    {
        QFETCH(QStringList, pages);
        QFETCH(int, read);
        QFETCH(int, count);
        QFETCH(bool, complete);
        PageCollector<Skill> collector;
        int done = 0;
        bool more = true;
        while (more && done < pages.size()) {
            QCOMPARE(collector.nextPage(), done + 1);
            more = collector.add(pageOf(pages.at(done++)));
        }
        QVERIFY(!more);
        QCOMPARE(done, read);
        QCOMPARE(collector.listing().items.size(), count);
        QCOMPARE(collector.listing().complete(), complete);
    }

    void anEndlessListEnds()
    {
        PageCollector<Skill> collector;
        int done = 1;
        while (collector.add({{{SkillId{QString::number(done)}, {}, {}}}, {}}) && done < 20'000)
            ++done;
        QCOMPARE(done, PageCollector<Skill>::kMaxPages);
        QVERIFY(!collector.listing().complete());
        QCOMPARE(collector.listing().items.size(), done);
    }

    void aListIsBounded_data()
    {
        QTest::addColumn<qint64>("items"); // of one page
        QTest::addColumn<qint64>("bytes"); // of one page
        QTest::addColumn<qint64>("total"); // -1: not told
        QTest::addColumn<int>("pages"); // after which it is given up; 0: not at all
        QTest::addColumn<ListBound>("bound");
        constexpr qint64 kMiB = 1024 * 1024;
        QTest::newRow("skills") << qint64(250'000) << kMiB << qint64(-1) << 5 << ListBound::Items;
        QTest::newRow("the most skills")
            << qint64(250'000) << kMiB << qint64(1'000'000) << 0 << ListBound::Items;
        QTest::newRow("a total above it")
            << qint64(1) << kMiB << qint64(1'000'001) << 1 << ListBound::Items;
        QTest::newRow("bytes") << qint64(1) << 7 * kMiB << qint64(-1) << 14 << ListBound::Bytes;
        QTest::newRow("the most bytes")
            << qint64(1) << 8 * kMiB << qint64(12) << 0 << ListBound::Bytes;
    }
    void aListIsBounded()
    {
        QFETCH(qint64, items);
        QFETCH(qint64, bytes);
        QFETCH(qint64, total);
        QFETCH(int, pages);
        QFETCH(ListBound, bound);
        PageCollector<Skill> collector;
        qint64 id = 0;
        int done = 0;
        bool more = true;
        while (more && done < 100) {
            Page<Skill> page;
            for (qint64 i = 0; i < items; ++i)
                page.items.append({SkillId{QString::number(++id)}, {}, {}});
            if (total >= 0)
                page.total = total;
            more = collector.add(page, bytes);
            ++done;
        }
        QVERIFY(!more);
        QCOMPARE(collector.outgrown().has_value(), pages != 0);
        if (pages == 0) {
            QVERIFY(collector.listing().complete());
            QCOMPARE(collector.listing().items.size(), total);
        } else {
            QCOMPARE(done, pages);
            QCOMPARE(*collector.outgrown(), bound);
            QVERIFY(collector.listing().items.isEmpty());
        }
    }

private:
    static void write(const QString &name, const QByteArray &text)
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    static Page<Skill> pageOf(const QString &text)
    {
        Page<Skill> page;
        const QStringList ids = text.section(u'/', 0, 0).split(u' ', Qt::SkipEmptyParts);
        for (const QString &id : ids)
            page.items.append({SkillId{id}, {}, {}});
        if (text.contains(u'/'))
            page.total = text.section(u'/', 1).toLongLong();
        return page;
    }

    static void expectSame(const Result<Connection> &loaded, const Connection &saved)
    {
        QVERIFY2(loaded.ok(), loaded ? "" : qPrintable(loaded.error().message));
        const Connection &connection = loaded.value();
        QCOMPARE(connection.name, saved.name);
        QCOMPARE(connection.baseUrl, saved.baseUrl);
        QCOMPARE(connection.clientId, saved.clientId);
        QCOMPARE(connection.dialect, saved.dialect);
        QCOMPARE(connection.licensedAgents, saved.licensedAgents);
        QCOMPARE(connection.wfm.endpoint, saved.wfm.endpoint);
        QVERIFY(connection.wfm.headers.isEmpty());
        QCOMPARE(connection.authorityFile, saved.authorityFile);
        QCOMPARE(connection.environment, saved.environment);
        QCOMPARE(connection.priorityOrder, saved.priorityOrder);
        QCOMPARE(connection.timeZone, saved.timeZone);
        QCOMPARE(connection.capacity, saved.capacity);
        QCOMPARE(connection.readOnly, saved.readOnly);
    }
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"

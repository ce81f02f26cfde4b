#include "cxone/queuesv2/queuesv2history.h"
#include "cxone/queuesv2/queuesv2operations.h"

#include "tenantrig.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>
#include <QUrlQuery>

using namespace queuesmith;
using namespace std::chrono_literals;

namespace {

const QUrl kBase(QStringLiteral("https://api.example.com/base/"));

QByteArray encoded(const QUrl &url) { return url.toEncoded(QUrl::RemoveScheme); }

HttpOutcome outcomeOf(int status)
{
    HttpOutcome outcome;
    outcome.applied = Applied::No;
    outcome.response.status = status;
    Error error;
    error.kind = status == 404 ? ErrorKind::NotFound : ErrorKind::Refused;
    error.code = QStringLiteral("code-%1").arg(status);
    error.httpStatus = status;
    error.message = QStringLiteral("as it came");
    outcome.error = error;
    return outcome;
}

constexpr auto kSecret = "client-secret-4711";

/// Begins one of the calls; `done` gets its error, or one that says nothing.
void start(TenantClient &tenant, QObject *context, const QString &what,
    const std::function<void(const Error &)> &done)
{
    const auto told = [done](const auto &result) { done(result ? Error{} : result.error()); };
    const auto answered = [done](const auto &answer) { done(answer.http.error.value_or(Error{})); };
    const QueueId id{QStringLiteral("q-1")};
    const QJsonObject body{{QStringLiteral("name"), QStringLiteral("Q")}};
    RequestLimits once;
    once.maxAttempts = 1;
    if (what == QLatin1StringView("read"))
        tenant.readQueue(id, context, told);
    else if (what == QLatin1StringView("find"))
        tenant.findQueues(QStringLiteral("Q"), context, told);
    else if (what == QLatin1StringView("skills"))
        tenant.listSkills(context, told);
    else if (what == QLatin1StringView("create"))
        tenant.createQueue(body, QStringLiteral("key"), once, context, answered);
    else if (what == QLatin1StringView("update"))
        tenant.updateQueue(id, body, {}, once, context, answered);
    else if (what == QLatin1StringView("export"))
        tenant.createExport({QStringLiteral("E"), id, kBase, {}}, context, answered);
    else if (what == QLatin1StringView("history"))
        tenant.queryHistory(HistoryQuery::simpleRule(id, 0), context, told);
    else
        tenant.check(context, [done](const CheckReport & /*report*/) { done({}); });
}

} // namespace

class TestQueuesV2 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void namesAreEncodedForAQuery_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("sent");
        const auto row = [](const char *name, const char *sent) {
            QTest::newRow(name) << QString::fromUtf8(name) << QByteArray(sent);
        };
        row("Sales", "Sales");
        row("Sales + Service", "Sales%20%2B%20Service");
        row("A&B=C", "A%26B%3DC");
        row("50%", "50%25");
        row("a/b?c#d", "a%2Fb%3Fc%23d");
        row("Ä “q”", "%C3%84%20%E2%80%9Cq%E2%80%9D");
        row("%2B", "%252B");
    }
    void namesAreEncodedForAQuery()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, sent);
        const HttpRequest request = queuesv2::listQueues(kBase, name, 2, 100);
        QCOMPARE(encoded(request.url),
            "//api.example.com/base/api/v2/queues?page=2&pageSize=100&name=" + sent);
        QCOMPARE(QUrlQuery(request.url).queryItemValue(QStringLiteral("name"), QUrl::FullyDecoded),
            name);
    }

    void idsStayOneSegmentOfAPath_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("plain") << QStringLiteral("q-1") << QByteArray("q-1");
        QTest::newRow("a slash") << QStringLiteral("a/b") << QByteArray("a%2Fb");
        QTest::newRow("up") << QStringLiteral("../skills") << QByteArray("..%2Fskills");
        QTest::newRow("a query") << QStringLiteral("a?b#c") << QByteArray("a%3Fb%23c");
        QTest::newRow("a space") << QStringLiteral("a b+c") << QByteArray("a%20b%2Bc");
        QTest::newRow("a percent") << QStringLiteral("a%2Fb") << QByteArray("a%252Fb");
    }
    void idsStayOneSegmentOfAPath()
    {
        QFETCH(QString, id);
        QFETCH(QByteArray, sent);
        QCOMPARE(encoded(queuesv2::getQueue(kBase, id).url),
            "//api.example.com/base/api/v2/queues/" + sent);
    }

    void aBaseMayEndInASlashOrNot()
    {
        for (const char *base : {"https://h", "https://h/", "https://h//"})
            QCOMPARE(encoded(queuesv2::tokenUrl(QUrl(QString::fromLatin1(base)))),
                QByteArray("//h/api/v2/oauth/token"));
    }

    void aCreationChangesAndAQuestionDoesnt()
    {
        const HttpRequest create = queuesv2::createQueue(
            kBase, {{QStringLiteral("name"), QStringLiteral("Q")}}, QStringLiteral("key-1"));
        QCOMPARE(create.effect, HttpEffect::Changes);
        QCOMPARE(create.method, QByteArray("POST"));
        QCOMPARE(create.body, QByteArray(R"({"name":"Q"})"));
        QVERIFY(
            create.headers.contains(std::pair<QByteArray, QByteArray>("Idempotency-Key", "key-1")));
        const HttpRequest query = queuesv2::queryDetails(
            kBase, HistoryQuery::simpleRule(QueueId{QStringLiteral("q-1")}, 0));
        QCOMPARE(query.method, QByteArray("POST"));
        QCOMPARE(query.effect, HttpEffect::Reads);
        QCOMPARE(queuesv2::listQueues(kBase, {}, 1, 1).effect, HttpEffect::Reads);
        QCOMPARE(queuesv2::createExport(kBase, {}).effect, HttpEffect::Changes);
    }

    void anExportIsOrderedAsTheContractSays()
    {
        const EventStreamOrder order{QStringLiteral("QueueExport_q-1_1_x"),
            QueueId{QStringLiteral("q-1")}, QUrl(QStringLiteral("https://wfm.example/in?k=a%2Bb")),
            {{"X-Key", "v"}}};
        const QJsonObject body =
            QJsonDocument::fromJson(queuesv2::createExport(kBase, order).body).object();
        const QJsonValue target = body.value(QLatin1StringView("destination"));
        QCOMPARE(target[QLatin1StringView("endpointUrl")].toString(),
            QStringLiteral("https://wfm.example/in?k=a%2Bb"));
        QCOMPARE(target[QLatin1StringView("headers")][QLatin1StringView("X-Key")].toString(),
            QStringLiteral("v"));
        QCOMPARE(body.value(QLatin1StringView("filter"))[QLatin1StringView("value")].toString(),
            QStringLiteral("q-1"));
        QCOMPARE(body.value(QLatin1StringView("eventTypes")).toArray().size(), 3);
    }

    void explainsARefusal_data()
    {
        QTest::addColumn<bool>("assumed");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("scope");
        const auto row = [](const char *name, bool assumed, int status, ErrorKind kind,
                             const char *scope = "") {
            QTest::newRow(name) << assumed << status << static_cast<int>(kind)
                                << QString::fromLatin1(scope);
        };
        row("403", false, 403, ErrorKind::NotAllowed, "queue:create");
        row("403 of an assumed operation", true, 403, ErrorKind::NotAllowed, "queue:read");
        row("404 of a given operation", false, 404, ErrorKind::NotFound);
        row("404 of an assumed operation", true, 404, ErrorKind::Unsupported);
        row("405 of an assumed operation", true, 405, ErrorKind::Unsupported);
        row("501 of an assumed operation", true, 501, ErrorKind::Unsupported);
        row("400 of an assumed operation", true, 400, ErrorKind::Refused);
        row("500 of an assumed operation", true, 500, ErrorKind::Refused);
    }
    void explainsARefusal()
    {
        QFETCH(bool, assumed);
        QFETCH(int, status);
        QFETCH(int, kind);
        QFETCH(QString, scope);
        const Error error = queuesv2::explain(
            assumed ? queuesv2::kListQueues : queuesv2::kCreateQueue, outcomeOf(status));
        QCOMPARE(static_cast<int>(error.kind), kind);
        QCOMPARE(error.missingScope, scope);
        QCOMPARE(error.httpStatus, status);
        if (!scope.isEmpty())
            QVERIFY(error.message.contains(scope));
        if (kind == static_cast<int>(ErrorKind::Refused))
            QCOMPARE(error.message, QStringLiteral("as it came"));
    }

    void aTenantThatPassesOverTheFilterIsFiltered()
    {
        TenantRig rig;
        QVERIFY(rig.tenant);
        rig.server.script(ScriptedAnswer::json(200,
            R"({"entities":[{"id":"1","name":"sales"},{"id":"2","name":"Sales"},)"
            R"({"id":"3","name":"Sales 2"}],"total":3})"));
        const auto found = rig.find(QStringLiteral("Sales"));
        QVERIFY(found.ok());
        QCOMPARE(found.value().items.size(), 1);
        QCOMPARE(found.value().items.first().id.value, QStringLiteral("2"));
        QCOMPARE(rig.server.requests().last().header("Authorization"), QByteArray("Bearer t"));
    }

    void aLackingOperationIsUnsupported()
    {
        TenantRig rig;
        QVERIFY(rig.tenant);
        rig.server.script(ScriptedAnswer::json(404));
        const auto found = rig.find(QStringLiteral("Sales"));
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::Unsupported);
    }

    void anAnswerThatIsntTheContractsIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const char *body) {
            QTest::newRow(name) << QByteArray(body);
        };
        row("empty", "");
        row("a list", "[]");
        row("no entities", R"({"total":0})");
        row("entities of another kind", R"({"entities":{},"total":0})");
        row("an entity without id", R"({"entities":[{"name":"Sales"}],"total":1})");
        row("an entity that is a number", R"({"entities":[1],"total":1})");
        row("an empty id", R"({"entities":[{"id":"","name":"Sales"}],"total":1})");
        row("a total that is a text", R"({"entities":[],"total":"0"})");
        row("a negative total", R"({"entities":[],"total":-1})");
        row("half a total", R"({"entities":[],"total":0.5})");
        row("a key twice", R"({"entities":[],"entities":[],"total":0})");
    }
    void anAnswerThatIsntTheContractsIsNoAnswer()
    {
        QFETCH(QByteArray, body);
        TenantRig rig;
        QVERIFY(rig.tenant);
        rig.server.script(ScriptedAnswer::json(200, body));
        const auto found = rig.find(QStringLiteral("Sales"));
        QVERIFY(!found); // above all not “there is no such queue”
        QCOMPARE(found.error().kind, ErrorKind::BadAnswer);
    }

    void noErrorQuotesASecret_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        const QByteArray both = QByteArray(kSecret) + " and " + TenantRig::kHeaderValue;
        const QString words = QString::fromLatin1(both);
        QJsonObject refusal;
        for (const char *member : {"message", "code", "correlationId", "field"})
            refusal.insert(QLatin1StringView(member), words);
        refusal.insert(QStringLiteral("errors"), QJsonArray{refusal});
        for (const char *what : {"read", "create", "export"})
            QTest::addRow("%s refused", what)
                << QString::fromLatin1(what) << 400 << QJsonDocument(refusal).toJson();
        QTest::newRow("a key twice") << QStringLiteral("history") << 200
                                     << "{\"data\":[],\"" + both + "\":1,\"" + both + "\":2}";
        QTest::newRow("cut") << QStringLiteral("history") << 200
                             << "{\"data\":[],\"a\":\"" + both + "\\x\"}";
    }
    void noErrorQuotesASecret()
    {
        QFETCH(QString, what);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        TenantRig rig(kSecret);
        QVERIFY(rig.tenant);
        rig.server.script(ScriptedAnswer::json(status, body));
        std::optional<Error> error;
        start(*rig.tenant, &rig.owner, what, [&error](const Error &given) { error = given; });
        QVERIFY(rig.goOnUntil([&error] { return error.has_value(); }));
        const auto sentenceOf = [](const Sentence &said) { return said.english(); };
        QString seen = error->message + error->what + sentenceOf(error->said)
            + sentenceOf(error->saidWhat)
            + QString::fromUtf8(QJsonDocument(toJson(*error)).toJson());
        QVERIFY2(status == 200 || seen.contains(QLatin1StringView("***")), qPrintable(seen));
        for (const char *secret : {kSecret, TenantRig::kHeaderValue})
            QVERIFY2(!seen.contains(QLatin1StringView(secret)), qPrintable(seen));
    }

    void aCheckQuotesNoSecret()
    {
        TenantRig rig(kSecret, QByteArray("queue:read ") + kSecret);
        QVERIFY(rig.tenant);
        rig.server.otherwise(
            ScriptedAnswer::json(400, QByteArray("{\"message\":\"") + kSecret + "\"}"));
        std::optional<CheckReport> report;
        rig.tenant->check(&rig.owner, [&report](const CheckReport &given) { report = given; });
        QVERIFY(rig.goOnUntil([&report] { return report.has_value(); }));
        QString seen;
        for (const CheckLine &line : report->lines)
            seen += line.detail.english() + u'\n';
        QVERIFY2(
            seen.contains(QLatin1StringView("The token has: queue:read, ***")), qPrintable(seen));
        QVERIFY2(!seen.contains(QLatin1StringView(kSecret)), qPrintable(seen));
    }

    void aCallMayOutliveItsClient_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("withItsHttp");
        for (const char *what :
            {"read", "find", "skills", "create", "update", "export", "history", "check"}) {
            for (const int status : {200, 400, 404}) {
                QTest::addRow("%s %d", what, status)
                    << QString::fromLatin1(what) << status << false;
            }
            QTest::addRow("%s, with its HTTP", what) << QString::fromLatin1(what) << 200 << true;
        }
    }
    void aCallMayOutliveItsClient()
    {
        QFETCH(QString, what);
        QFETCH(int, status);
        QFETCH(bool, withItsHttp);
        TenantRig rig;
        QVERIFY(rig.tenant);
        QPointer<QObject> gone = withItsHttp ? rig.tenant->parent() : rig.tenant;
        // An answer that every call takes: a queue, an export, a page of a list, a history.
        ScriptedAnswer answer = ScriptedAnswer::json(status,
            R"({"id":"q-1","name":"Q","status":"active","data":[],"entities":[{"id":"q-1"}],"total":9})");
        if (withItsHttp)
            answer = ScriptedAnswer::hang();
        answer.then = [&gone] { delete gone; };
        rig.server.otherwise(answer);
        QObject context;
        bool isTold = false;
        start(*rig.tenant, &context, what, [&isTold](const Error & /*error*/) { isTold = true; });
        QVERIFY(rig.goOnUntil([&gone] { return gone.isNull(); }));
        QVERIFY(rig.goOnUntil([&context] { return context.children().isEmpty(); }));
        QVERIFY(!isTold);
    }

    void anUnknownDialectIsAUsageError()
    {
        FakeClock clock;
        QObject owner;
        Connection connection;
        connection.baseUrl = kBase;
        connection.dialect = QStringLiteral("acd-skills");
        const auto made = connectTenant(
            connection, "s", {}, clock, [] { return 0.0; }, &owner);
        QVERIFY(!made);
        QCOMPARE(made.error().kind, ErrorKind::Usage);
        QCOMPARE(made.error().code, QStringLiteral("unknown_dialect"));
    }
};

QTEST_GUILESS_MAIN(TestQueuesV2)
#include "tst_queuesv2.moc"

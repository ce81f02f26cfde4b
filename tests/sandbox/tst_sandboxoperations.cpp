#include "sandboxbench.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <optional>

using namespace queuesmith;

namespace {

QJsonObject historyQuery(const QString &interval)
{
    return {{QStringLiteral("dateFrom"), QStringLiteral("P7D")},
        {QStringLiteral("dateTo"), QStringLiteral("NOW")}, {QStringLiteral("interval"), interval},
        {QStringLiteral("groupBy"), QJsonArray{QStringLiteral("queueId")}},
        {QStringLiteral("filter"),
            QJsonObject{{QStringLiteral("path"), QStringLiteral("queueId")},
                {QStringLiteral("operator"), QStringLiteral("EQUALS")},
                {QStringLiteral("value"), QStringLiteral("q-1")}}},
        {QStringLiteral("metrics"),
            QJsonArray{QStringLiteral("waitTime"), QStringLiteral("abandonRate"),
                QStringLiteral("handleTime"), QStringLiteral("callsHandled")}}};
}

QJsonObject exportDefinition()
{
    return {{QStringLiteral("name"), QStringLiteral("QueueExport_q-1")},
        {QStringLiteral("description"), QStringLiteral("d")},
        {QStringLiteral("eventTypes"), QJsonArray{QStringLiteral("QUEUE_CREATED")}},
        {QStringLiteral("filter"),
            QJsonObject{{QStringLiteral("path"), QStringLiteral("queueId")},
                {QStringLiteral("operator"), QStringLiteral("EQUALS")},
                {QStringLiteral("value"), QStringLiteral("q-1")}}},
        {QStringLiteral("destination"),
            QJsonObject{{QStringLiteral("type"), QStringLiteral("http")},
                {QStringLiteral("endpointUrl"), QStringLiteral("https://wfm.example.com/sync")},
                {QStringLiteral("headers"),
                    QJsonObject{{QStringLiteral("X-Source"), QStringLiteral("queuesmith")}}}}}};
}

/// Sets (or, with undefined, removes) the member at a path like `overflow.overflowThreshold`.
QJsonObject changed(QJsonObject object, const QString &path, const QJsonValue &value)
{
    const qsizetype dot = path.indexOf(u'.');
    if (dot < 0) {
        if (value.isUndefined())
            object.remove(path);
        else
            object.insert(path, value);
        return object;
    }
    const QString head = path.left(dot);
    object.insert(head, changed(object.value(head).toObject(), path.mid(dot + 1), value));
    return object;
}

qsizetype entities(const RawReply &reply)
{
    return reply.json().value(QLatin1StringView("entities")).toArray().size();
}

QStringList badFields(const RawReply &reply)
{
    QStringList fields;
    const QJsonArray errors = reply.json().value(QLatin1StringView("errors")).toArray();
    for (const QJsonValue error : errors)
        fields.append(error.toObject().value(QLatin1StringView("field")).toString());
    return fields;
}

} // namespace

class TestSandboxOperations : public QObject {
    Q_OBJECT

    std::optional<SandboxBench> m_bench;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_bench.emplace();
    }
    void cleanup() { m_bench.reset(); }

    void issuesTokens_data()
    {
        QTest::addColumn<QByteArray>("form");
        QTest::addColumn<QByteArray>("contentType");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("error");

        const QByteArray form = "application/x-www-form-urlencoded";
        const QByteArray good =
            "grant_type=client_credentials&client_id=demo&client_secret=demo-secret";
        QTest::newRow("good") << good << form << 200 << QString();
        QTest::newRow("a scope") << good + "&scope=queue%3Aread+skill:read" << form << 200
                                 << QString();
        QTest::newRow("other grant")
            << QByteArray("grant_type=password&client_id=demo&client_secret=demo-secret") << form
            << 400 << QStringLiteral("unsupported_grant_type");
        QTest::newRow("wrong secret")
            << QByteArray("grant_type=client_credentials&client_id=demo&client_secret=no") << form
            << 401 << QStringLiteral("invalid_client");
        QTest::newRow("unknown client")
            << QByteArray("grant_type=client_credentials&client_id=x&client_secret=demo-secret")
            << form << 401 << QStringLiteral("invalid_client");
        QTest::newRow("no secret") << QByteArray("grant_type=client_credentials&client_id=demo")
                                   << form << 400 << QStringLiteral("invalid_request");
        QTest::newRow("not a form")
            << good << QByteArray("application/json") << 400 << QStringLiteral("invalid_request");
        QTest::newRow("scope not had")
            << good + "&scope=admin" << form << 400 << QStringLiteral("invalid_scope");
    }
    void issuesTokens()
    {
        QFETCH(QByteArray, form);
        QFETCH(QByteArray, contentType);
        QFETCH(QString, error);
        const RawReply reply =
            m_bench->plain("POST", "/api/v2/oauth/token", form, {{"Content-Type", contentType}});
        QTEST(reply.status, "status");
        QCOMPARE(reply.json().value(QLatin1StringView("error")).toString(), error);
        if (reply.status == 200) {
            QVERIFY(!reply.json().value(QLatin1StringView("access_token")).toString().isEmpty());
            QCOMPARE(reply.json().value(QLatin1StringView("expires_in")).toInt(), 3600);
            QVERIFY(reply.json()
                        .value(QLatin1StringView("scope"))
                        .toString()
                        .contains(QLatin1String("queue:read")));
        }
    }

    void givesOnlyTheAskedScopes()
    {
        const QByteArray token = m_bench
                                     ->plain("POST", "/api/v2/oauth/token",
                                         "grant_type=client_credentials&client_id=demo&client_"
                                         "secret=demo-secret&scope=skill:read",
                                         {{"Content-Type", "application/x-www-form-urlencoded"}})
                                     .json()
                                     .value(QLatin1StringView("access_token"))
                                     .toString()
                                     .toLatin1();
        QCOMPARE(m_bench->plain("GET", "/api/v2/skills", {}, {{"Authorization", "Bearer " + token}})
                     .status,
            200);
        QCOMPARE(m_bench->plain("GET", "/api/v2/queues", {}, {{"Authorization", "Bearer " + token}})
                     .status,
            403);
    }

    void needsAToken()
    {
        for (const char *path : {"/api/v2/skills", "/api/v2/queues", "/api/v2/queues/q-1",
                 "/api/v2/eventstreams/exports"}) {
            const RawReply none = m_bench->plain("GET", path);
            QCOMPARE(none.status, 401);
            QVERIFY(none.header("WWW-Authenticate").startsWith("Bearer"));
            const RawReply unknown =
                m_bench->plain("GET", path, {}, {{"Authorization", "Bearer x"}});
            QCOMPARE(unknown.status, 401);
            QVERIFY(unknown.header("WWW-Authenticate").contains("invalid_token"));
        }
        QVERIFY(m_bench->plain("POST", "/api/v2/queues", "{}").status == 401);
    }

    void namesTheMissingScope_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("scope");
        QTest::newRow("create") << QByteArray("POST") << QByteArray("/api/v2/queues")
                                << QByteArray("queue:create");
        QTest::newRow("update") << QByteArray("PUT") << QByteArray("/api/v2/queues/q-1")
                                << QByteArray("queue:update");
        QTest::newRow("delete") << QByteArray("DELETE") << QByteArray("/api/v2/queues/q-1")
                                << QByteArray("queue:delete");
        QTest::newRow("export") << QByteArray("POST") << QByteArray("/api/v2/eventstreams/exports")
                                << QByteArray("eventstream:write");
    }
    void namesTheMissingScope()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, scope);
        const QByteArray bearer = "Bearer " + m_bench->token("demo-readonly");
        const RawReply reply = m_bench->plain(
            method, path, "{}", {{"Authorization", bearer}, {"Content-Type", "application/json"}});
        QCOMPARE(reply.status, 403);
        QVERIFY(reply.body.contains(scope));
        QCOMPARE(
            m_bench->plain("GET", "/api/v2/queues", {}, {{"Authorization", bearer}}).status, 200);
    }

    void cutsPages_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("status");
        QTest::addColumn<qsizetype>("count");
        QTest::newRow("all") << QByteArray("") << 200 << qsizetype(20);
        QTest::newRow("first") << QByteArray("?page=1&pageSize=8") << 200 << qsizetype(8);
        QTest::newRow("last") << QByteArray("?page=3&pageSize=8") << 200 << qsizetype(4);
        QTest::newRow("beyond") << QByteArray("?page=4&pageSize=8") << 200 << qsizetype(0);
        QTest::newRow("page 0") << QByteArray("?page=0") << 400 << qsizetype(0);
        QTest::newRow("no number") << QByteArray("?page=x") << 400 << qsizetype(0);
        QTest::newRow("empty") << QByteArray("?pageSize=") << 400 << qsizetype(0);
        QTest::newRow("negative") << QByteArray("?pageSize=-1") << 400 << qsizetype(0);
        QTest::newRow("fraction") << QByteArray("?pageSize=1.5") << 400 << qsizetype(0);
        QTest::newRow("huge") << QByteArray("?page=99999999999999") << 400 << qsizetype(0);
    }
    void cutsPages()
    {
        QFETCH(QByteArray, query);
        const RawReply reply = m_bench->call("GET", "/api/v2/skills" + query);
        QTEST(reply.status, "status");
        QTEST(entities(reply), "count");
        if (reply.status == 200)
            QCOMPARE(reply.json().value(QLatin1StringView("total")).toInt(), 20);
    }

    void capsThePageSize()
    {
        SandboxOptions options = SandboxBench::smallEstate();
        options.skills = 150;
        SandboxBench bench(options);
        QCOMPARE(entities(bench.call("GET", "/api/v2/skills?pageSize=500")), 100);
        QCOMPARE(entities(bench.call("GET", "/api/v2/skills?pageSize=500&page=2")), 50);
    }

    void filtersQueuesByExactName()
    {
        QCOMPARE(
            m_bench->postJson("/api/v2/queues", SandboxBench::definition(QStringLiteral("A+b ü")))
                .status,
            201);
        QCOMPARE(entities(m_bench->call("GET", "/api/v2/queues?name=A%2Bb%20%C3%BC")), 1);
        QCOMPARE(entities(m_bench->call("GET", "/api/v2/queues?name=a%2Bb%20%C3%BC")), 0);
        QCOMPARE(entities(m_bench->call("GET", "/api/v2/queues?name=A%2Bb")), 0);
        QCOMPARE(
            entities(m_bench->call("GET", "/api/v2/queues?name=A+b+%C3%BC")), 0); // plus is a space
        QCOMPARE(entities(m_bench->call("GET", "/api/v2/queues?name=")), 0);
    }

    void keepsNamesInItsForm_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("kept");
        const QString sent = QStringLiteral(" Cafe\u0301 ");
        QTest::newRow("as sent") << QStringList() << sent;
        QTest::newRow("trim") << QStringList{QStringLiteral("trim")} << sent.trimmed();
        QTest::newRow("lower") << QStringList{QStringLiteral("lower")} << sent.toLower();
        QTest::newRow("nfc") << QStringList{QStringLiteral("nfc")} << QStringLiteral(" Caf\u00e9 ");
        QTest::newRow("all") << QStringList{QStringLiteral("trim"), QStringLiteral("lower"),
            QStringLiteral("nfc")}
                             << QStringLiteral("caf\u00e9");
    }
    void keepsNamesInItsForm()
    {
        QFETCH(QStringList, names);
        QFETCH(QString, kept);
        SandboxOptions options = SandboxBench::smallEstate();
        options.names = names;
        SandboxBench bench(options);
        const QJsonObject sent = SandboxBench::definition(QStringLiteral(" Cafe\u0301 "));
        const QJsonObject made = bench.postJson("/api/v2/queues", sent).json();
        QCOMPARE(made.value(QLatin1StringView("name")).toString(), kept);
        const QByteArray target =
            "/api/v2/queues/" + made.value(QLatin1StringView("id")).toString().toLatin1();
        const RawReply changed = bench.call(
            "PUT", target, QJsonDocument(sent).toJson(), {{"Content-Type", "application/json"}});
        QCOMPARE(changed.json().value(QLatin1StringView("name")).toString(), kept);
        QCOMPARE(
            bench.call("GET", target).json().value(QLatin1StringView("name")).toString(), kept);
    }

    void createsQueuesAndTwins()
    {
        QJsonObject definition = SandboxBench::definition(QStringLiteral("New"));
        definition.insert(QStringLiteral("x-own"), QJsonObject{{QStringLiteral("kept"), true}});
        const QByteArray body = QJsonDocument(definition).toJson();
        const SandboxBench::Headers headers{
            {"Content-Type", "application/json; charset=utf-8"}, {"Idempotency-Key", "one"}};
        const RawReply first = m_bench->call("POST", "/api/v2/queues", body, headers);
        const RawReply second = m_bench->call("POST", "/api/v2/queues", body, headers);
        QCOMPARE(first.status, 201);
        QCOMPARE(second.status, 201);
        QVERIFY(!first.header("ETag").isEmpty());
        QVERIFY(first.json().value(QLatin1StringView("id"))
            != second.json().value(QLatin1StringView("id")));
        QCOMPARE(m_bench->queuesNamed(QStringLiteral("New")), 2);
        for (auto member = definition.begin(); member != definition.end(); ++member)
            QCOMPARE(first.json().value(member.key()), member.value());
    }

    void refusesBadDefinitions_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const char *path, const QJsonValue &value,
                             const char *field = nullptr) {
            QTest::newRow(name) << QString::fromLatin1(path) << value
                                << QString::fromLatin1(field == nullptr ? path : field);
        };
        const QJsonValue missing(QJsonValue::Undefined);
        for (const char *member :
            {"name", "description", "type", "capacity", "overflow", "skillGroups", "priority",
                "routingRules", "overflow.overflowType", "overflow.overflowThreshold"})
            row(qPrintable(QStringLiteral("no ") + QString::fromLatin1(member)), member, missing);
        row("empty name", "name", QString());
        row("name is a number", "name", 7);
        row("description is null", "description", QJsonValue());
        row("capacity 0", "capacity", 0);
        row("capacity 5001", "capacity", 5001);
        row("capacity 1.5", "capacity", 1.5);
        row("capacity as text", "capacity", QStringLiteral("150"));
        row("priority 10", "priority", 10);
        row("priority -1", "priority", -1);
        row("threshold 0", "overflow.overflowThreshold", 0);
        row("threshold 101", "overflow.overflowThreshold", 101);
        row("target unknown", "overflow.overflowTargetId", QStringLiteral("q-999"));
        row("target a number", "overflow.overflowTargetId", 1);
        row("overflow a list", "overflow", QJsonArray());
        row("skills a text", "skillGroups", QStringLiteral("skill_group_id_1"));
        row("skill unknown", "skillGroups", QJsonArray{QStringLiteral("nobody")}, "skillGroups[0]");
        row("skill a number", "skillGroups", QJsonArray{1}, "skillGroups[0]");
        row("rules an object", "routingRules", QJsonObject());
        row("rule a text", "routingRules", QJsonArray{QStringLiteral("x")}, "routingRules[0]");
        row("rule without value", "routingRules",
            QJsonArray{QJsonObject{{QStringLiteral("type"), QStringLiteral("x")}}},
            "routingRules[0].value");
        row("known rule, value a text", "routingRules",
            QJsonArray{QJsonObject{{QStringLiteral("type"), QStringLiteral("priority")},
                {QStringLiteral("value"), QStringLiteral("1")}}},
            "routingRules[0].value");
    }
    void refusesBadDefinitions()
    {
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        QFETCH(QString, field);
        const QJsonObject definition =
            changed(SandboxBench::definition(QStringLiteral("Bad")), path, value);
        const RawReply created = m_bench->postJson("/api/v2/queues", definition);
        QCOMPARE(created.status, 400);
        QCOMPARE(badFields(created), QStringList(field));
        const RawReply updated = m_bench->call("PUT", "/api/v2/queues/q-1",
            QJsonDocument(definition).toJson(), {{"Content-Type", "application/json"}});
        QCOMPARE(updated.status, 400);
        QCOMPARE(m_bench->state().value(QLatin1StringView("queues")).toArray().size(), 10);
    }

    void refusesBodiesThatAreNoJsonObject_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("contentType");
        QTest::addColumn<int>("status");
        const QByteArray json = "application/json";
        QTest::newRow("no type") << QByteArray("{}") << QByteArray("text/plain") << 415;
        QTest::newRow("broken") << QByteArray("{\"name\":") << json << 400;
        QTest::newRow("a list") << QByteArray("[]") << json << 400;
        QTest::newRow("empty") << QByteArray() << json << 400;
        QTest::newRow("duplicate key") << QByteArray(R"({"name":"a","name":"b"})") << json << 400;
    }
    void refusesBodiesThatAreNoJsonObject()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, contentType);
        for (const char *path : {"/api/v2/queues", "/api/v2/eventstreams/exports",
                 "/api/v2/analytics/queues/details/query"}) {
            const RawReply reply =
                m_bench->call("POST", path, body, {{"Content-Type", contentType}});
            QTEST(reply.status, "status");
            QVERIFY(!reply.json().value(QLatin1StringView("message")).toString().isEmpty());
        }
    }

    void keepsEtagsAndPreconditions()
    {
        const QByteArray path = "/api/v2/queues/q-2";
        const QByteArray old = m_bench->call("GET", path).header("ETag");
        QVERIFY(!old.isEmpty());
        const QByteArray body =
            QJsonDocument(SandboxBench::definition(QStringLiteral("Renamed"))).toJson();
        const QPair<QByteArray, QByteArray> json{"Content-Type", "application/json"};

        const RawReply updated =
            m_bench->call("PUT", path, body, {json, {"If-Match", "\"z\", " + old}});
        QCOMPARE(updated.status, 200);
        QVERIFY(updated.header("ETag") != old);
        QCOMPARE(m_bench->call("GET", path).header("ETag"), updated.header("ETag"));
        QCOMPARE(updated.json().value(QLatin1StringView("id")).toString(), QStringLiteral("q-2"));

        QCOMPARE(m_bench->call("PUT", path, body, {json, {"If-Match", old}}).status, 412);
        QCOMPARE(m_bench->call("DELETE", path, {}, {{"If-Match", old}}).status, 412);
        QCOMPARE(m_bench->call("PUT", path, body, {json, {"If-Match", "*"}}).status, 200);
        QCOMPARE(m_bench->call("PUT", path, body, {json}).status, 200);
        const QByteArray current = m_bench->call("GET", path).header("ETag");
        const RawReply deleted = m_bench->call("DELETE", path, {}, {{"If-Match", current}});
        QCOMPARE(deleted.status, 204);
        QCOMPARE(deleted.body, QByteArray());
        for (const char *method : {"GET", "DELETE"})
            QCOMPARE(m_bench->call(method, path).status, 404);
        QCOMPARE(m_bench->call("PUT", path, body, {json}).status, 404);
    }

    void handlesExports()
    {
        const RawReply created =
            m_bench->postJson("/api/v2/eventstreams/exports", exportDefinition());
        QCOMPARE(created.status, 201);
        QCOMPARE(created.json().value(QLatin1StringView("status")).toString(),
            QStringLiteral("initiated"));
        const QByteArray id = created.json().value(QLatin1StringView("id")).toString().toLatin1();
        const RawReply read = m_bench->call("GET", "/api/v2/eventstreams/exports/" + id);
        QCOMPARE(read.status, 200);
        QCOMPARE(
            read.json().value(QLatin1StringView("status")).toString(), QStringLiteral("active"));
        QVERIFY(!read.body.contains("X-Source"));
        QCOMPARE(entities(m_bench->call("GET", "/api/v2/eventstreams/exports")), 1);
        QCOMPARE(m_bench->call("GET", "/api/v2/eventstreams/exports/none").status, 404);
        QCOMPARE(m_bench->state().value(QLatin1StringView("exports")).toArray().size(), 1);
    }

    void refusesBadExports_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *path, const QJsonValue &value) {
            QTest::newRow(path) << QString::fromLatin1(path) << value;
        };
        row("name", QJsonValue::Undefined);
        row("description", 1);
        row("filter", QJsonValue());
        row("filter.operator", QJsonValue::Undefined);
        row("destination", QJsonValue::Undefined);
        row("destination.type", QStringLiteral("ftp"));
        row("destination.endpointUrl", QStringLiteral("not a url"));
        row("destination.headers", QStringLiteral("X: y"));
        row("eventTypes", QStringLiteral("QUEUE_CREATED"));
    }
    void refusesBadExports()
    {
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        const RawReply reply = m_bench->postJson(
            "/api/v2/eventstreams/exports", changed(exportDefinition(), path, value));
        QCOMPARE(reply.status, 400);
        QCOMPARE(badFields(reply), QStringList(path));
        QVERIFY(m_bench->state().value(QLatin1StringView("exports")).toArray().isEmpty());
    }

    void answersHistory_data()
    {
        QTest::addColumn<QString>("interval");
        QTest::addColumn<int>("fewest");
        QTest::addColumn<int>("most");
        QTest::newRow("daily") << QStringLiteral("DAILY") << 6 << 7;
        QTest::newRow("hourly") << QStringLiteral("HOURLY") << 60 << 168;
        QTest::newRow("half-hourly") << QStringLiteral("HALF_HOURLY") << 100 << 336;
        QTest::newRow("quarter-hourly") << QStringLiteral("QUARTER_HOURLY") << 150 << 672;
    }
    void answersHistory()
    {
        QFETCH(QString, interval);
        QFETCH(int, fewest);
        QFETCH(int, most);
        const RawReply reply =
            m_bench->postJson("/api/v2/analytics/queues/details/query", historyQuery(interval));
        QCOMPARE(reply.status, 200);
        const QJsonArray data = reply.json().value(QLatin1StringView("data")).toArray();
        QVERIFY(data.size() >= fewest && data.size() <= most);
        QString before;
        for (const QJsonValue record : data) {
            const QString from = record[u"dateFrom"].toString();
            QVERIFY(before < from);
            before = from;
            const QJsonObject metrics = record[u"metrics"].toObject();
            const double abandoned = metrics[u"abandonRate"][u"average"].toDouble(-1);
            QVERIFY(abandoned >= 0 && abandoned <= 1);
            QCOMPARE(metrics[u"waitTime"][u"count"], metrics[u"callsHandled"][u"sum"]);
            QVERIFY(metrics[u"handleTime"][u"sum"].toDouble(-1) >= 0);
        }
    }

    void answersOnlyTheAskedMetrics()
    {
        QJsonObject query = historyQuery(QStringLiteral("DAILY"));
        query.insert(QStringLiteral("metrics"), QJsonArray{QStringLiteral("callsHandled")});
        const QJsonArray data = m_bench->postJson("/api/v2/analytics/queues/details/query", query)
                                    .json()
                                    .value(QLatin1StringView("data"))
                                    .toArray();
        QCOMPARE(data.first()[u"metrics"].toObject().keys(),
            QStringList(QStringLiteral("callsHandled")));
    }

    void knowsNoHistoryOfNewOrUnknownQueues()
    {
        const RawReply created =
            m_bench->postJson("/api/v2/queues", SandboxBench::definition(QStringLiteral("New")));
        for (const QJsonValue &id :
            {created.json().value(QLatin1StringView("id")), QJsonValue(QStringLiteral("q-none"))}) {
            const RawReply reply = m_bench->postJson("/api/v2/analytics/queues/details/query",
                changed(historyQuery(QStringLiteral("DAILY")), QStringLiteral("filter.value"), id));
            QCOMPARE(reply.status, 200);
            QVERIFY(reply.json().value(QLatin1StringView("data")).isArray());
            QVERIFY(reply.json().value(QLatin1StringView("data")).toArray().isEmpty());
        }
    }

    void refusesBadQueries_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const char *path, const QJsonValue &value,
                             const char *field = nullptr) {
            QTest::newRow(name) << QString::fromLatin1(path) << value
                                << QString::fromLatin1(field == nullptr ? path : field);
        };
        row("no dateFrom", "dateFrom", QJsonValue::Undefined);
        row("words", "dateFrom", QStringLiteral("yesterday"));
        row("months", "dateFrom", QStringLiteral("P1M"));
        row("bare P", "dateFrom", QStringLiteral("P"));
        row("bare T", "dateFrom", QStringLiteral("P1DT"));
        row("no length", "dateFrom", QStringLiteral("P0D"));
        row("local time", "dateFrom", QStringLiteral("2026-01-01T00:00:00"));
        row("the future", "dateFrom", QStringLiteral("2999-01-01T00:00:00Z"));
        row("dateTo a number", "dateTo", 1);
        row("dateTo a duration", "dateTo", QStringLiteral("P7D"));
        row("interval", "interval", QStringLiteral("WEEKLY"));
        row("groupBy", "groupBy", QJsonArray{QStringLiteral("agentId")}, "groupBy[0]");
        row("operator", "filter.operator", QStringLiteral("LIKE"));
        row("metric", "metrics", QJsonArray{QStringLiteral("mood")}, "metrics[0]");
    }
    void refusesBadQueries()
    {
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        QFETCH(QString, field);
        const RawReply reply = m_bench->postJson("/api/v2/analytics/queues/details/query",
            changed(historyQuery(QStringLiteral("DAILY")), path, value));
        QCOMPARE(reply.status, 400);
        QCOMPARE(badFields(reply), QStringList(field));
    }

    void answersUnknownPathsAndMethods()
    {
        QCOMPARE(m_bench->call("GET", "/api/v2/nothing").status, 404);
        QCOMPARE(m_bench->call("GET", "/api/v2/queues/").status, 404);
        const RawReply reply = m_bench->call("PATCH", "/api/v2/queues/q-1");
        QCOMPARE(reply.status, 405);
        QCOMPARE(reply.header("Allow"), QByteArray("GET, PUT, DELETE"));
        const RawReply head = m_bench->call("HEAD", "/api/v2/queues");
        QCOMPARE(head.status, 405);
        QCOMPARE(head.body, QByteArray());
        QCOMPARE(m_bench->plain("GET", "/_sandbox/nothing").status, 404);
    }

    void repeatsTheClientsRequestId()
    {
        const RawReply reply =
            m_bench->call("GET", "/api/v2/queues/none", {}, {{"X-Request-Id", "r-7"}});
        QCOMPARE(reply.json().value(QLatin1StringView("correlationId")).toString(),
            QStringLiteral("r-7"));
    }

    void resets()
    {
        const QJsonObject before = m_bench->state();
        const QByteArray bearer = "Bearer " + m_bench->token();
        QCOMPARE(
            m_bench->postJson("/api/v2/queues", SandboxBench::definition(QStringLiteral("New")))
                .status,
            201);
        m_bench->setFaults(R"([{"match":"GET /api/v2/skills","times":9,"do":{"status":503}}])");
        QCOMPARE(m_bench->plain("POST", "/_sandbox/reset").status, 204);
        QCOMPARE(m_bench->state(), before);
        QCOMPARE(m_bench->log(), QJsonArray());
        QCOMPARE(
            m_bench->plain("GET", "/api/v2/skills", {}, {{"Authorization", bearer}}).status, 401);
    }
};

QTEST_GUILESS_MAIN(TestSandboxOperations)
#include "tst_sandboxoperations.moc"

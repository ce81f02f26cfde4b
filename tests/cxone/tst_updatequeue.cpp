// Changing a queue, and lists that are told page by page.

#include "cxone/queuesv2/queuesv2operations.h"

#include "tenantrig.h"

#include <QRegularExpression>

using namespace queuesmith;

namespace {

const QUrl kBase(QStringLiteral("https://api.example.com/base/"));
const QueueId kQueue{QStringLiteral("q-1")};

/// What came of one change, in the words of a Result so that it can be waited for.
Result<UpdateAnswer> change(TenantRig *rig, const QByteArray &etag = {})
{
    return rig->wait<Result<UpdateAnswer>>([&](auto done) {
        RequestLimits limits;
        limits.maxAttempts = 1;
        rig->tenant->updateQueue(kQueue, {{QStringLiteral("name"), QStringLiteral("Sales")}}, etag,
            limits, &rig->owner, done);
    });
}

ScriptedAnswer skills(const QList<int> &numbers)
{
    QByteArray items;
    for (const int number : numbers)
        items +=
            (items.isEmpty() ? "" : ",") + (R"({"id":"s-)" + QByteArray::number(number) + R"("})");
    return ScriptedAnswer::json(200, R"({"entities":[)" + items + R"(],"total":5})");
}

QString idsOf(const QList<Skill> &items)
{
    QStringList ids;
    for (const Skill &skill : items)
        ids.append(skill.id.value);
    return ids.join(u' ');
}

} // namespace

class TestUpdateQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void aChangeIsAPutThatIsNotRepeated()
    {
        const HttpRequest request = queuesv2::updateQueue(
            kBase, QStringLiteral("a/b"), {{QStringLiteral("name"), QStringLiteral("Q")}}, {});
        QCOMPARE(request.method, QByteArray("PUT"));
        QCOMPARE(request.effect, HttpEffect::Changes);
        QCOMPARE(request.url.toEncoded(QUrl::RemoveScheme),
            QByteArray("//api.example.com/base/api/v2/queues/a%2Fb"));
        QCOMPARE(request.body, QByteArray(R"({"name":"Q"})"));
        QCOMPARE(request.contentType, QByteArray("application/json"));
    }

    void theTagOfWhatWasReadGoesAlong()
    {
        TenantRig rig;
        QVERIFY(rig.tenant);
        rig.server.script(
            ScriptedAnswer::json(200, R"({"id":"q-1","name":"Sales"})", {{"ETag", R"("v2")"}}));
        const auto answer = change(&rig, R"("v1")");
        QVERIFY(answer.ok());
        QCOMPARE(answer.value().http.applied, Applied::Yes);
        QCOMPARE(answer.value().queue->etag, QByteArray(R"("v2")"));
        QCOMPARE(rig.server.requests().last().method, QByteArray("PUT"));
        QCOMPARE(rig.server.requests().last().header("If-Match"), QByteArray(R"("v1")"));

        rig.server.script(ScriptedAnswer::json(200, R"({"id":"q-1","name":"Sales"})"));
        QVERIFY(change(&rig).ok());
        for (const auto &[name, value] : rig.server.requests().last().headers)
            QVERIFY(name.toLower() != "if-match");
    }

    void tellsWhyNot_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("readStatus"); // of the look that follows a 404; 0: there is none
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, int status, int read, ErrorKind kind) {
            QTest::newRow(name) << status << read << static_cast<int>(kind);
        };
        row("404, but it is there", 404, 200, ErrorKind::Unsupported);
        row("404, and it is gone", 404, 404, ErrorKind::NotFound);
        row("404, and nobody knows", 404, 500, ErrorKind::NotFound);
        row("405", 405, 0, ErrorKind::Unsupported);
        row("501", 501, 0, ErrorKind::Unsupported);
        row("403", 403, 0, ErrorKind::NotAllowed);
        row("412", 412, 0, ErrorKind::Conflict);
        row("400", 400, 0, ErrorKind::Refused);
    }
    void tellsWhyNot()
    {
        QFETCH(int, status);
        QFETCH(int, readStatus);
        QFETCH(int, kind);
        TenantRig rig;
        QVERIFY(rig.tenant);
        rig.server.script(ScriptedAnswer::json(status));
        if (readStatus != 0)
            rig.server.script(ScriptedAnswer::json(readStatus, R"({"id":"q-1"})"));
        const auto answer = change(&rig);
        QVERIFY(answer.ok());
        QCOMPARE(answer.value().http.applied, Applied::No);
        QCOMPARE(answer.value().http.response.status, status);
        QVERIFY(answer.value().http.error.has_value());
        QCOMPARE(static_cast<int>(answer.value().http.error->kind), kind);
        QCOMPARE(rig.server.unscripted(), 0);
        if (status == 403)
            QCOMPARE(answer.value().http.error->missingScope, QStringLiteral("queue:update"));
    }

    void fieldsOfARefusalArrive()
    {
        TenantRig rig;
        QVERIFY(rig.tenant);
        rig.server.script(ScriptedAnswer::json(
            400, R"({"code":"bad","errors":[{"field":"name","code":"long","message":"Brief"}]})"));
        const auto answer = change(&rig);
        QVERIFY(answer.ok());
        QCOMPARE(answer.value().http.error->fields.size(), 1);
        QCOMPARE(answer.value().http.error->fields.first().field, QStringLiteral("name"));
    }

    void aListIsToldPageByPage()
    {
        TenantRig rig;
        QVERIFY(rig.tenant);
        rig.server.script(skills({1, 2}));
        rig.server.script(skills({2, 3}));
        rig.server.script(skills({4, 5}));
        QStringList pages;
        const auto all = rig.wait<Result<Listing<Skill>>>([&](auto done) {
            rig.tenant->listSkills(&rig.owner, done,
                [&pages](const QList<Skill> &items) { pages.append(idsOf(items)); });
        });
        QVERIFY(all.ok());
        QCOMPARE(idsOf(all.value().items), QStringLiteral("s-1 s-2 s-3 s-4 s-5"));
        QCOMPARE(pages,
            QStringList(
                {QStringLiteral("s-1 s-2"), QStringLiteral("s-3"), QStringLiteral("s-4 s-5")}));
    }

    void aPageMayEndTheCall()
    {
        TenantRig rig;
        QVERIFY(rig.tenant);
        rig.server.script(skills({1, 2}));
        rig.server.script(skills({3, 4}));
        QStringList pages;
        const auto all = rig.wait<Result<Listing<Skill>>>([&](auto done) {
            auto call = std::make_shared<QPointer<Call>>();
            *call =
                rig.tenant->listSkills(&rig.owner, done, [&pages, call](const QList<Skill> &items) {
                    pages.append(idsOf(items));
                    (*call)->cancel();
                });
        });
        QVERIFY(!all);
        QCOMPARE(all.error().kind, ErrorKind::Cancelled);
        QCOMPARE(pages, QStringList{QStringLiteral("s-1 s-2")});
    }
};

QTEST_GUILESS_MAIN(TestUpdateQueue)
#include "tst_updatequeue.moc"

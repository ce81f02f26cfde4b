// The document behind the editor: undo, rules that follow, problems, changes on both sides, drafts.

#include "fakeclock.h"
#include "patience.h"
#include "window/queueeditor/checkitems.h"
#include "window/queueeditor/draftkeeper.h"
#include "window/queueeditor/draftstore.h"
#include "window/queueeditor/editordocument.h"
#include "window/queueeditor/tenantchecks.h"
#include "window/queueeditor/threeway.h"
#include "windowbench.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace queuesmith;

namespace {

using namespace std::chrono_literals;

QueueDefinition named(const char *name)
{
    QueueDefinition definition = EditorDocument::blank();
    definition.name = QString::fromLatin1(name);
    definition.capacity = 10;
    definition.routingRules = {{QStringLiteral("priority"), 5, {}},
        {QStringLiteral("capacity"), 10, {}},
        {QStringLiteral("language"), QStringLiteral("de"), {}}};
    return definition;
}

Queue queueOf(const QueueDefinition &definition)
{
    return {QueueId{QStringLiteral("q-7")}, definition, toJson(definition), "\"1\""};
}

template <typename Assign> void edit(EditorDocument &document, EditorField field, Assign assign)
{
    QueueDefinition changed = document.definition();
    assign(changed);
    document.apply(field, changed);
}

QJsonValue ruleOf(const EditorDocument &document, const char *type)
{
    for (const RoutingRule &rule : document.definition().routingRules) {
        if (rule.type == QLatin1StringView(type))
            return rule.value;
    }
    return QJsonValue::Undefined;
}

} // namespace

class TestEditorDocument : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(unexpectedWarnings()); }

    void undoesTypingInOneFieldAtOnce()
    {
        FakeClock clock;
        EditorDocument document(clock);
        for (const char *text : {"B", "Bi", "Bil"})
            edit(document, EditorField::Name,
                [&](QueueDefinition &to) { to.name = QString::fromLatin1(text); });
        edit(document, EditorField::Priority, [](QueueDefinition &to) { to.priority = 2; });
        QVERIFY(document.isDirty());
        QCOMPARE(document.undoStack().count(), 2);
        document.undoStack().undo();
        QCOMPARE(document.definition().name, QStringLiteral("Bil"));
        document.undoStack().undo();
        QCOMPARE(document.definition(), EditorDocument::blank());
        QVERIFY(!document.isDirty());
        document.undoStack().redo();
        QCOMPARE(document.definition().name, QStringLiteral("Bil"));
        document.endTyping();
        edit(document, EditorField::Name, [](QueueDefinition &to) { to.name.append(u'l'); });
        QCOMPARE(document.undoStack().count(), 2);
    }

    void letsTheRulesFollowTheirFields()
    {
        FakeClock clock;
        EditorDocument document(clock);
        document.openNew(named("Billing"));
        edit(document, EditorField::Capacity, [](QueueDefinition &to) { to.capacity = 33; });
        edit(document, EditorField::Priority, [](QueueDefinition &to) { to.priority = 1; });
        QCOMPARE(ruleOf(document, "capacity"), QJsonValue(33));
        QCOMPARE(ruleOf(document, "priority"), QJsonValue(1));
        QCOMPARE(ruleOf(document, "language"), QJsonValue(QStringLiteral("de")));
        edit(
            document, EditorField::RoutingRules, [](QueueDefinition &to) { to.routingRules = {}; });
        edit(document, EditorField::Capacity, [](QueueDefinition &to) { to.capacity = 34; });
        QVERIFY(document.definition().routingRules.isEmpty()); // none comes by itself
    }

    void leavesARuleThatCameOtherwiseAsItIs()
    {
        FakeClock clock;
        EditorDocument document(clock);
        QueueDefinition definition = named("Billing");
        definition.routingRules[1].value = 99;
        document.openExisting(queueOf(definition));
        edit(document, EditorField::Name, [](QueueDefinition &to) { to.name.append(u'!'); });
        QCOMPARE(ruleOf(document, "capacity"), QJsonValue(99));
        QVERIFY(std::any_of(document.ownProblems().cbegin(), document.ownProblems().cend(),
            [](const Problem &one) { return one.code == QLatin1StringView("rule_disagrees"); }));
    }

    void forgetsWhatTheTenantSaidWhenTheFieldChanges()
    {
        FakeClock clock;
        EditorDocument document(clock);
        document.openNew(named("Billing"));
        document.setTenantErrors(
            {{QStringLiteral("overflow.overflowThreshold"), {}, QStringLiteral("too low")},
                {QStringLiteral("name"), {}, QStringLiteral("reserved")}});
        QCOMPARE(document.tenantErrors().size(), 2);
        edit(document, EditorField::Name, [](QueueDefinition &to) { to.name.append(u'!'); });
        QCOMPARE(document.tenantErrors().size(), 1);
        QCOMPARE(fieldOf(document.tenantErrors().first().field), EditorField::OverflowThreshold);
    }

    void keepsBothSidesWhenTheQueueChangedMeanwhile()
    {
        FakeClock clock;
        EditorDocument document(clock);
        const QueueDefinition base = named("Billing");
        document.openExisting(queueOf(base));
        edit(document, EditorField::Name,
            [](QueueDefinition &to) { to.name = QStringLiteral("Mine"); });
        edit(document, {QLatin1StringView("description")},
            [](QueueDefinition &to) { to.description = QStringLiteral("mine"); });
        QueueDefinition theirs = base;
        theirs.name = QStringLiteral("Theirs");
        theirs.type = QStringLiteral("callback");
        theirs.unknown.insert(QStringLiteral("site"), QStringLiteral("north"));
        document.rebase(queueOf(theirs));
        QCOMPARE(document.undecided(), QSet<QString>{QStringLiteral("name")});
        QCOMPARE(document.definition().name, QStringLiteral("Mine"));
        QCOMPARE(document.definition().description, QStringLiteral("mine"));
        QCOMPARE(document.definition().type, QStringLiteral("callback"));
        QCOMPARE(document.definition().unknown, theirs.unknown);
        QCOMPARE(document.base()->definition, theirs);
        document.takeTheirs(QStringLiteral("name"));
        QCOMPARE(document.definition().name, QStringLiteral("Theirs"));
        QVERIFY(document.undecided().isEmpty());
        document.undoStack().undo();
        QCOMPARE(document.definition().name, QStringLiteral("Mine"));
    }

    void checksHalfASecondAfterTheLastChange()
    {
        FakeClock clock;
        EditorDocument document(clock);
        TenantChecks checks(document, clock);
        TenantFacts facts;
        facts.queues = Listing<Queue>{{queueOf(named("Billing"))}, {}};
        facts.skills = Listing<Skill>{};
        facts.licensedAgents = 500;
        checks.setFacts(facts);
        QTRY_VERIFY(!checks.isRunning());
        QSignalSpy finished(&checks, &TenantChecks::finished);
        edit(document, EditorField::Name,
            [](QueueDefinition &to) { to.name = QStringLiteral("Billing"); });
        QVERIFY(checks.isRunning());
        clock.advance(499ms);
        QVERIFY(checks.isRunning());
        edit(document, EditorField::Priority, [](QueueDefinition &to) { to.priority = 3; });
        clock.advance(499ms); // counted from the last change
        QVERIFY(finished.isEmpty());
        clock.advance(1ms);
        QTRY_COMPARE(finished.size(), 1); // it may have come while the clock went on
        QVERIFY(!checks.isRunning());
        QVERIFY(std::any_of(checks.problems().cbegin(), checks.problems().cend(),
            [](const Problem &one) { return one.code == QLatin1StringView("name_taken"); }));
        document.openExisting(queueOf(named("Billing")));
        QTRY_VERIFY(!checks.isRunning());
        QVERIFY(!hasErrors(checks.problems())); // its own name isn't taken
    }

    void takesAVerdictBackUntilItIsCheckedAgain()
    {
        CheckInput input;
        input.definition = named("Billing");
        input.licensedAgents = 500;
        const auto nameItem = [&] { return describeChecks(input).first(); };
        QCOMPARE(nameItem().kind, StatusKind::Waiting);
        input.checked = input.definition;
        QCOMPARE(statusText(nameItem().kind, nameItem().text), QStringLiteral("● Name is free"));
        input.definition.name.append(u'2');
        QCOMPARE(nameItem().kind, StatusKind::Waiting);
        input.definition.name.clear();
        QCOMPARE(nameItem().kind, StatusKind::Info);
        input.isAskedFor = true;
        QCOMPARE(nameItem().kind, StatusKind::Error);
        QCOMPARE(firstForbidding(describeChecks(input)), 0);
    }

    void warnsOfNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("ofTenant"); // empty: a new queue
        QTest::addColumn<StatusKind>("kind");
        QTest::newRow("free") << QStringLiteral("Billing") << QString() << StatusKind::Ok;
        QTest::newRow("a lookalike")
            << QStringLiteral("SUPPORT") << QString() << StatusKind::Warning;
        QTest::newRow("a blank at its end")
            << QStringLiteral("Billing ") << QString() << StatusKind::Error;
        QTest::newRow("as the tenant has it")
            << QStringLiteral("Billing ") << QStringLiteral("Billing ") << StatusKind::Warning;
        QTest::newRow("changed to it")
            << QStringLiteral("Billing ") << QStringLiteral("Billing") << StatusKind::Error;
    }
    /// The same functions check a file for the command line.
    void warnsOfNames()
    {
        QFETCH(QString, name);
        QFETCH(QString, ofTenant);
        FakeClock clock;
        EditorDocument document(clock);
        if (!ofTenant.isEmpty())
            document.openExisting(queueOf(named(ofTenant.toUtf8().constData())));
        edit(document, EditorField::Name, [&name](QueueDefinition &to) { to.name = name; });
        Queue support = queueOf(named("Support"));
        support.id = QueueId{QStringLiteral("q-77")};
        TenantFacts facts;
        facts.queues = Listing<Queue>{{support}, {}};
        CheckInput input;
        input.definition = document.definition();
        input.own = document.ownProblems();
        input.checked = input.definition;
        input.tenant = checkAgainstTenant(input.definition, facts);
        const QList<CheckItem> items = describeChecks(input);
        QTEST(items.first().kind, "kind");
        const auto ofName = std::count_if(items.cbegin(), items.cend(),
            [](const CheckItem &item) { return item.field == EditorField::Name; });
        QCOMPARE(ofName, 1);
    }

    void saysWhatCouldNotBeChecked()
    {
        CheckInput input;
        input.definition = named("Billing");
        input.definition.overflow.target = QueueId{QStringLiteral("q-1")};
        input.checked = input.definition;
        TenantFacts facts;
        facts.queuesUnchecked = QStringLiteral("The list failed.");
        facts.skillsUnchecked = facts.queuesUnchecked;
        input.tenant = checkAgainstTenant(input.definition, facts);
        const QList<CheckItem> items = describeChecks(input);
        QCOMPARE(items.at(0).kind, StatusKind::Unknown);
        QCOMPARE(items.at(1).kind, StatusKind::Unknown);
        QCOMPARE(items.at(3).kind, StatusKind::Unknown);
        QCOMPARE(firstForbidding(items), -1);
    }

    void eachTenantHasAFolderForDrafts()
    {
        QTemporaryDir root;
        Connection connection;
        connection.baseUrl = QUrl(QStringLiteral("https://api.example.com/"));
        connection.clientId = QStringLiteral("unit-a");
        // Worked out with sha256sum, as earlier versions named it.
        const QString earlier = root.filePath(QStringLiteral("41fa7aa6a8fadf485c0f43881003feee"));
        QVERIFY(QDir().mkpath(earlier + QStringLiteral("/kept")));
        const QString folder = draftFolder(root.path(), connection);
        QVERIFY(QDir(folder).exists(QStringLiteral("kept")));
        QVERIFY(!QDir(earlier).exists());
        QCOMPARE(draftFolder(root.path(), connection), folder);
        connection.clientId = QStringLiteral("unit-b");
        QVERIFY(draftFolder(root.path(), connection) != folder);
    }

    void keepsADraftAndRemovesIt()
    {
        QTemporaryDir folder;
        FakeClock clock;
        DraftStore store(folder.filePath(QStringLiteral("d")));
        QSignalSpy saved(&store, &DraftStore::saved);
        EditorDocument document(clock);
        DraftKeeper keeper(document, store, clock);
        document.openExisting(queueOf(named("Billing")));
        edit(document, EditorField::Name,
            [](QueueDefinition &to) { to.name = QStringLiteral("Mine"); });
        clock.advance(999ms);
        QVERIFY(!keeper.savedAt().isValid());
        clock.advance(1ms);
        QVERIFY(saved.wait(kPatience));
        QVERIFY(keeper.savedAt().isValid());

        std::optional<DraftStore::Found> found;
        store.readAll(this, [&](const DraftStore::Found &read) { found = read; });
        QTRY_VERIFY(found);
        QCOMPARE(found->drafts.size(), 1);
        QCOMPARE(found->drafts.first().definition, document.definition());
        QCOMPARE(found->drafts.first().base->definition, document.base()->definition);
        QCOMPARE(found->drafts.first().base->etag, document.base()->etag);

        document.undoStack().undo(); // nothing is unfinished any more
        found.reset();
        store.readAll(this, [&](const DraftStore::Found &read) { found = read; });
        QTRY_VERIFY(found);
        QVERIFY(found->drafts.isEmpty());
    }

    void writesWhatIsUnsavedWhenItEnds()
    {
        QTemporaryDir folder;
        FakeClock clock;
        {
            DraftStore store(folder.path());
            EditorDocument document(clock);
            const DraftKeeper keeper(document, store, clock);
            edit(document, EditorField::Name,
                [](QueueDefinition &to) { to.name = QStringLiteral("Mine"); });
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

    void keepsAnUnreadableDraftAside()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("new-1.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ \"queuesmithDraft\": 1,");
        file.close();
        DraftStore store(folder.path());
        std::optional<DraftStore::Found> found;
        store.readAll(this, [&](const DraftStore::Found &read) { found = read; });
        QTRY_VERIFY(found);
        QCOMPARE(found->setAside, QStringList{QStringLiteral("new-1.json.unreadable")});
        QVERIFY(QFile::exists(folder.filePath(found->setAside.first())));
    }

    void saysThatADraftCannotBeWritten()
    {
        QTemporaryDir folder;
        QFile inTheWay(folder.filePath(QStringLiteral("d")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        FakeClock clock;
        DraftStore store(inTheWay.fileName());
        EditorDocument document(clock);
        DraftKeeper keeper(document, store, clock);
        edit(document, EditorField::Name,
            [](QueueDefinition &to) { to.name = QStringLiteral("Mine"); });
        clock.advance(1s);
        QTRY_VERIFY(!keeper.problem().isEmpty());
    }
};

QTEST_MAIN(TestEditorDocument)
#include "tst_editordocument.moc"

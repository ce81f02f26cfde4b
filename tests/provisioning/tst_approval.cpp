// When a capacity counts as approved, and what a connection makes of it.

#include "provisioning/approval.h"
#include "provisioning/approvals.h"
#include "provisioning/capacitychange.h"
#include "records/auditchain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace queuesmith;

namespace {

const QDateTime kApprovedAt(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC);
constexpr int kDays = 7;

QueueDefinition support(int capacity)
{
    QueueDefinition definition;
    definition.name = QStringLiteral("Support");
    definition.capacity = capacity;
    definition.skillGroups = {SkillId{QStringLiteral("b")}, SkillId{QStringLiteral("a")}};
    return definition;
}

Queue supportQueue(int capacity)
{
    Queue queue;
    queue.id = QueueId{QStringLiteral("q-1")};
    queue.definition = support(capacity);
    queue.json = toJson(queue.definition);
    queue.json.insert(QStringLiteral("id"), QStringLiteral("q-1"));
    queue.json.insert(QStringLiteral("dateModified"), QStringLiteral("2026-03-01T00:00:00Z"));
    return queue;
}

CapacityBinding change(int from, int to)
{
    return bindingOf(QueueChange{supportQueue(from), {support(to), {}}});
}

CapacityEvidence evidence()
{
    CapacityEvidence evidence;
    evidence.currentCapacity = 9;
    evidence.recommendedCapacity = 14;
    evidence.modelCapacity = 15;
    evidence.range = CapacityRange{14, 16};
    evidence.confidence = QStringLiteral("high");
    evidence.policy = QStringLiteral("erlang");
    evidence.reading = QStringLiteral("agents");
    evidence.model = QStringLiteral("erlang-a");
    evidence.settings = {{QStringLiteral("sl"), QStringLiteral("0.8")},
        {QStringLiteral("slSeconds"), 20}, {QStringLiteral("abandon"), QJsonValue::Null}};
    evidence.reasons = QStringList{QStringLiteral("ABANDON_ABOVE_TARGET")};
    evidence.warnings = QStringList{QStringLiteral("STEP_LIMITED")};
    evidence.observed = {14.4931186726, 0.121218748122, {}, {}};
    evidence.predictedAtRecommended = {1.47708451973, 0.0134993027861, 0.96, 0.5};
    evidence.waitError = {0.21, -0.04};
    evidence.from = kApprovedAt.addDays(-28);
    evidence.to = kApprovedAt;
    evidence.intervals = 400;
    evidence.historyDigest = QString(64, u'a');
    return evidence;
}

/// A record as the audit log has it.
StoredRecord stored(const QJsonObject &json, qint64 seq)
{
    return {seq, canonicalJson(json), QByteArray(32, 'h')};
}

QJsonObject decisionJson(
    const CapacityBinding &binding, const CapacityEvidence &grounds, bool approved = true)
{
    return {{QStringLiteral("audit_action"),
                word(approved ? AuditAction::CapacityApproved : AuditAction::CapacityDeclined)},
        {QStringLiteral("outcome"), QStringLiteral("success")},
        {QStringLiteral("timestamp"), kApprovedAt.toString(Qt::ISODateWithMs)},
        {QStringLiteral("actor"), QStringLiteral("ada")},
        {QStringLiteral("reason"), QStringLiteral("OPS-12")},
        {QStringLiteral("queue_id"), binding.queueId.value},
        {QStringLiteral("queue_name"), binding.queueName},
        {QStringLiteral("evidence"), decisionEvidence(grounds, binding)}};
}

CapacityDecision decided(const CapacityBinding &binding, bool approved = true, qint64 seq = 17)
{
    return decisionOf(stored(decisionJson(binding, evidence(), approved), seq)).value();
}

LatestEvidence newer(qint64 recommended, int hours, const char *policy = "erlang")
{
    CapacityEvidence one = evidence();
    one.recommendedCapacity = recommended;
    one.policy = QString::fromLatin1(policy);
    one.to = one.to.addSecs(hours * 3600);
    return {{QueueId{QStringLiteral("q-1")}, one}};
}

} // namespace

Q_DECLARE_METATYPE(queuesmith::CapacityBinding)
Q_DECLARE_METATYPE(queuesmith::LatestEvidence)

class TestApproval : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void judgesAnApproval_data()
    {
        QTest::addColumn<QList<CapacityDecision>>("decisions");
        QTest::addColumn<CapacityBinding>("wanted");
        QTest::addColumn<LatestEvidence>("latest");
        QTest::addColumn<qint64>("ageSeconds");
        QTest::addColumn<ApprovalVerdict>("verdict");
        QTest::addColumn<QString>("said");
        using Verdict = ApprovalVerdict;
        const CapacityBinding wanted = change(9, 14);
        const CapacityDecision approval = decided(wanted);
        const auto row = [&](const char *name, const QList<CapacityDecision> &decisions,
                             const CapacityBinding &now, Verdict verdict, const char *said,
                             const LatestEvidence &latest = {}, qint64 age = 3600) {
            QTest::newRow(name) << decisions << now << latest << age << verdict
                                << QString::fromLatin1(said);
        };
        row("approved", {approval}, wanted, Verdict::Valid, "approved by ada (record 17)");
        row("nobody", {}, wanted, Verdict::NeverApproved, "No one");
        row("another queue", {decided(bindingOf(support(14)))}, wanted, Verdict::NeverApproved,
            "No one");

        QueueDefinition renamed = support(14);
        renamed.description = QStringLiteral("other");
        row("another description", {approval},
            bindingOf(QueueChange{supportQueue(9), {renamed, {}}}), Verdict::DefinitionChanged,
            "definition has changed");
        row("another capacity", {approval}, change(9, 13), Verdict::DefinitionChanged,
            "approved capacity is 14, not 13");
        row("the tenant's capacity changed", {approval}, change(10, 14), Verdict::LiveChanged,
            "was 9 when it was approved, and is 10 now");

        constexpr qint64 kLimit = qint64{kDays} * 86'400;
        row("to the second", {approval}, wanted, Verdict::Valid, "ada", {}, kLimit);
        row("a second too old", {approval}, wanted, Verdict::Expired, "valid for 7 days", {},
            kLimit + 1);
        row("a clock that is off", {approval}, wanted, Verdict::Valid, "ada", {}, -3600);
        row("of the future", {approval}, wanted, Verdict::Expired, "2026-03-02", {}, -86'401);

        row("newer data, low end", {approval}, wanted, Verdict::Valid, "ada", newer(14, 24));
        row("newer data, high end", {approval}, wanted, Verdict::Valid, "ada", newer(16, 24));
        row("newer data below", {approval}, wanted, Verdict::OutOfRange,
            "recommends a capacity of 13, outside the approved range of 14 to 16", newer(13, 24));
        row("newer data above", {approval}, wanted, Verdict::OutOfRange, "17", newer(17, 24));
        row("the same data", {approval}, wanted, Verdict::Valid, "ada", newer(99, 0));
        row("older data", {approval}, wanted, Verdict::Valid, "ada", newer(99, -24));
        row("by another rule", {approval}, wanted, Verdict::Valid, "ada",
            newer(99, 24, "threshold"));

        LatestEvidence otherTargets = newer(99, 24);
        otherTargets.begin()->settings.insert(QStringLiteral("asa"), 5);
        row("for other targets", {approval}, wanted, Verdict::Valid, "ada", otherTargets);

        const CapacityDecision decline = decided(wanted, false, 18);
        row("declined", {decline}, wanted, Verdict::Declined, "ada has declined it (record 18)");
        row("declined after it was approved", {decline, approval}, wanted, Verdict::Declined, "18");
        row("approved after it was declined", {decided(wanted, true, 19), decline}, wanted,
            Verdict::Valid, "19");
        row("another one was declined", {decided(change(9, 20), false, 18), approval}, wanted,
            Verdict::Valid, "17");
        row("only another one was declined", {decided(change(9, 20), false, 18)}, wanted,
            Verdict::NeverApproved, "No one");
        row("another one was approved later", {decided(change(9, 20), true, 18), approval}, wanted,
            Verdict::Valid, "17");

        CapacityDecision damaged = approval;
        damaged.isIntact = false;
        row("damaged", {damaged}, wanted, Verdict::Damaged, "record 17");
        row("damaged, and an older sound one", {damaged, decided(wanted, true, 5)}, wanted,
            Verdict::Valid, "record 5");

        const CapacityBinding fresh = bindingOf(support(14));
        row("new, by its name", {decided(fresh)}, fresh, Verdict::Valid, "ada");
        QueueDefinition other = support(14);
        other.name = QStringLiteral("Sales");
        row("new, of another name", {decided(fresh)}, bindingOf(other), Verdict::NeverApproved,
            "No one");
        row("approved while new", {decided(fresh)}, wanted, Verdict::NeverApproved, "No one");
    }
    void judgesAnApproval()
    {
        QFETCH(QList<CapacityDecision>, decisions);
        QFETCH(CapacityBinding, wanted);
        QFETCH(LatestEvidence, latest);
        QFETCH(qint64, ageSeconds);
        QFETCH(ApprovalVerdict, verdict);
        QFETCH(QString, said);
        const ApprovalState state =
            approvalState(decisions, wanted, latest, kApprovedAt.addSecs(ageSeconds), kDays);
        QCOMPARE(state.verdict, verdict);
        QVERIFY2(state.why.english().contains(said), qPrintable(state.why.english()));
        QCOMPARE(state.isValid(), verdict == ApprovalVerdict::Valid);
    }

    void theApprovedRangeHoldsWhatWasRecommended_data()
    {
        QTest::addColumn<std::optional<CapacityRange>>("range");
        QTest::addColumn<qint64>("newest");
        QTest::addColumn<bool>("isValid");
        const std::optional<CapacityRange> above = CapacityRange{20, 24}; // a step kept it below
        QTest::newRow("the same") << above << qint64{14} << true;
        QTest::newRow("between") << above << qint64{17} << true;
        QTest::newRow("below both") << above << qint64{13} << false;
        QTest::newRow("above both") << above << qint64{25} << false;
        const std::optional<CapacityRange> none;
        QTest::newRow("no range, the same") << none << qint64{14} << true;
        QTest::newRow("no range, another one") << none << qint64{15} << false;
    }
    void theApprovedRangeHoldsWhatWasRecommended()
    {
        QFETCH(std::optional<CapacityRange>, range);
        QFETCH(qint64, newest);
        QFETCH(bool, isValid);
        CapacityEvidence grounds = evidence();
        grounds.range = range;
        const CapacityBinding wanted = change(9, 14);
        const auto decision = decisionOf(stored(decisionJson(wanted, grounds), 3));
        const ApprovalState state =
            approvalState({*decision}, wanted, newer(newest, 24), kApprovedAt.addDays(1), kDays);
        QCOMPARE(state.isValid(), isValid);
    }

    void aSimilarQueuesNewerDataCount()
    {
        CapacityEvidence borrowed = evidence();
        borrowed.sourceQueue = QueueId{QStringLiteral("q-1")};
        const CapacityBinding fresh = bindingOf(support(14));
        const auto decision = decisionOf(stored(decisionJson(fresh, borrowed), 3));
        QVERIFY(decision && decision->isIntact);
        const QDateTime now = kApprovedAt.addDays(1);
        QVERIFY(approvalState({*decision}, fresh, newer(15, 24), now, kDays).isValid());
        QCOMPARE(approvalState({*decision}, fresh, newer(17, 24), now, kDays).verdict,
            ApprovalVerdict::OutOfRange);
    }

    void theDigestIsOfWhatCounts_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<bool>("isSame");
        const QJsonObject body = toJson(support(14));
        const auto with = [&body](const char *key, const QJsonValue &value) {
            QJsonObject changed = body;
            changed.insert(QString::fromLatin1(key), value);
            return changed;
        };
        QTest::newRow("as it is") << body << true;
        QTest::newRow("skills in another order")
            << with("skillGroups", QJsonArray{QStringLiteral("a"), QStringLiteral("b")}) << true;
        QTest::newRow("a null") << with("x-note", QJsonValue::Null) << true;
        QTest::newRow("the tenant's id") << with("id", QStringLiteral("q-9")) << true;
        QTest::newRow("the tenant's date")
            << with("dateModified", QStringLiteral("2026-01-01T00:00:00Z")) << true;
        QTest::newRow("a skill less")
            << with("skillGroups", QJsonArray{QStringLiteral("a")}) << false;
        QTest::newRow("priority") << with("priority", 1) << false;
        QTest::newRow("an unknown member") << with("x-note", 1) << false;
        QTest::newRow("an inner member") << with("overflow", QJsonObject{}) << false;
    }
    void theDigestIsOfWhatCounts()
    {
        QFETCH(QJsonObject, body);
        QFETCH(bool, isSame);
        const QString digest = bindingOf(toJson(support(14)), std::nullopt).definitionDigest;
        QCOMPARE(digest.size(), 64);
        QCOMPARE(bindingOf(body, std::nullopt).definitionDigest == digest, isSame);
    }

    void evidenceComesBackAsItWas()
    {
        CapacityEvidence full = evidence();
        full.sourceQueue = QueueId{QStringLiteral("q-7")};
        full.sourceQueueName = QStringLiteral("Billing “EU”");
        full.abandonError = {1.0 / 3.0, 0.0};
        const QJsonObject json = toJson(full);
        QCOMPARE(evidenceFromJson(json), full);
        // The canonical bytes make a text of a fraction; nothing here may need that.
        QCOMPARE(QJsonDocument::fromJson(canonicalJson(json)).object(), json);
        QCOMPARE(evidenceFromJson({}), CapacityEvidence());
        QCOMPARE(evidenceFromJson(toJson(CapacityEvidence())), CapacityEvidence());
        full.observed.asaSeconds = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(!evidenceFromJson(toJson(full)).observed.asaSeconds);
    }

    void aChangedEvidenceIsFound_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("figure") << "recommended_capacity" << QJsonValue(40);
        QTest::newRow("range") << "range" << QJsonValue(QJsonArray{1, 5000});
        QTest::newRow("binding") << "approval" << QJsonValue(QJsonObject{});
        QTest::newRow("added") << "more" << QJsonValue(1);
        QTest::newRow("digest") << "digest" << QJsonValue(QString(64, u'0'));
        QTest::newRow("no digest") << "digest" << QJsonValue(QJsonValue::Null);
    }
    void aChangedEvidenceIsFound()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QJsonObject json = decisionJson(change(9, 14), evidence());
        QVERIFY(decisionOf(stored(json, 1))->isIntact);
        QJsonObject changed = json.value(QStringLiteral("evidence")).toObject();
        changed.insert(member, value);
        json.insert(QStringLiteral("evidence"), changed);
        const auto decision = decisionOf(stored(json, 1));
        QVERIFY(decision);
        QVERIFY(!decision->isIntact);
        QCOMPARE(decision->binding.queueId.value, QStringLiteral("q-1"));
    }

    void evidenceOfAnotherQueueIsNoGround()
    {
        QJsonObject json = decisionJson(change(9, 14), evidence());
        json.insert(QStringLiteral("queue_id"), QStringLiteral("q-2"));
        QVERIFY(!decisionOf(stored(json, 1))->isIntact);
    }

    void otherRecordsAreNoDecisions()
    {
        QJsonObject json = decisionJson(change(9, 14), evidence());
        json.insert(QStringLiteral("outcome"), QStringLiteral("failure"));
        QVERIFY(!decisionOf(stored(json, 1)));
        json.insert(QStringLiteral("audit_action"), QStringLiteral("QUEUE_UPDATED"));
        QVERIFY(!decisionOf(stored(json, 1)));
        QVERIFY(!decisionOf(StoredRecord{1, "not a JSON", {}}));
    }

    void theSettingDecides_data()
    {
        QTest::addColumn<CapacityBinding>("wanted");
        QTest::addColumn<UnapprovedCapacity>("setting");
        QTest::addColumn<QString>("severity"); // empty: nothing is said
        using Setting = UnapprovedCapacity;
        const auto row = [](const char *name, const CapacityBinding &wanted, Setting setting,
                             const char *severity) {
            QTest::newRow(name) << wanted << setting << QString::fromLatin1(severity);
        };
        row("more, allow", change(9, 14), Setting::Allow, "");
        row("more, warn", change(9, 14), Setting::Warn, "warning");
        row("more, refuse", change(9, 14), Setting::Refuse, "error");
        row("less, warn", change(9, 8), Setting::Warn, "");
        row("less, refuse", change(9, 8), Setting::Refuse, "");
        row("as it is, refuse", change(9, 9), Setting::Refuse, "");
        row("new, allow", bindingOf(support(9)), Setting::Allow, "");
        row("new, warn", bindingOf(support(9)), Setting::Warn, "");
        row("new, refuse", bindingOf(support(9)), Setting::Refuse, "error");
    }
    void theSettingDecides()
    {
        QFETCH(CapacityBinding, wanted);
        QFETCH(UnapprovedCapacity, setting);
        QFETCH(QString, severity);
        const Problems problems =
            approvalProblems(approvalState({}, wanted, {}, kApprovedAt, kDays), wanted, setting);
        QCOMPARE(problems.size(), severity.isEmpty() ? 0 : 1);
        QCOMPARE(demandsApproval(wanted, setting), severity == QLatin1StringView("error"));
        const ApprovalState approved =
            approvalState({decided(wanted)}, wanted, {}, kApprovedAt, kDays);
        QVERIFY(approvalProblems(approved, wanted, setting).isEmpty());
        if (problems.isEmpty())
            return;
        const Problem &problem = problems.first();
        QCOMPARE(problem.code, QStringLiteral("capacity_not_approved"));
        QCOMPARE(problem.field, QStringLiteral("capacity"));
        QCOMPARE(severityWord(problem.severity), severity);
        QVERIFY(problem.message.contains(QLatin1StringView("No one has approved it.")));
    }

    void aDecisionNeedsItsReason_data()
    {
        QTest::addColumn<bool>("approve");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<bool>("reviewed");
        QTest::addColumn<int>("intervals"); // -1: unknown
        QTest::addColumn<QString>("code"); // empty: it may be recorded
        const auto row = [](const char *name, bool approve, const char *reason, bool reviewed,
                             int intervals, const char *code) {
            QTest::newRow(name) << approve << QString::fromLatin1(reason) << reviewed << intervals
                                << QString::fromLatin1(code);
        };
        row("all there", true, "OPS-12", true, 400, "");
        row("no reason", true, "", true, 400, "reason_missing");
        row("blanks", true, " \t\n", true, 400, "reason_missing");
        row("not reviewed", true, "OPS-12", false, 400, "history_not_reviewed");
        row("no history", true, "OPS-12", false, 0, "");
        row("nobody knows", true, "OPS-12", false, -1, "history_not_reviewed");
        row("nobody knows, but looked", true, "OPS-12", true, -1, "");
        row("declined", false, "OPS-12", false, 400, "");
        row("declined without a reason", false, " ", false, 400, "reason_missing");
    }
    void aDecisionNeedsItsReason()
    {
        QFETCH(bool, approve);
        QFETCH(QString, reason);
        QFETCH(bool, reviewed);
        QFETCH(int, intervals);
        QFETCH(QString, code);
        CapacityDecisionRequest request;
        request.approve = approve;
        request.reason = reason;
        request.historyReviewed = reviewed;
        request.evidence.intervals = std::max(intervals, 0);
        request.historyUnknown = intervals < 0;
        const Status status = checkDecision(request);
        QCOMPARE(status ? QString() : status.error().code, code);
    }

    void aChangeOfCapacityIsFoundInItsRecord_data()
    {
        QTest::addColumn<QJsonObject>("record");
        QTest::addColumn<int>("to"); // 0: no change
        QTest::addColumn<int>("from"); // 0: none
        const QJsonObject eight{{QStringLiteral("capacity"), 8}};
        const QJsonObject nine{{QStringLiteral("capacity"), 9}, {QStringLiteral("priority"), 1}};
        const auto record = [](const char *action, const char *outcome, const QJsonValue &before,
                                const QJsonValue &after) {
            return QJsonObject{{QStringLiteral("audit_action"), QString::fromLatin1(action)},
                {QStringLiteral("outcome"), QString::fromLatin1(outcome)},
                {QStringLiteral("before"), before}, {QStringLiteral("after"), after}};
        };
        QTest::newRow("changed") << record("QUEUE_UPDATED", "success", eight, nine) << 9 << 8;
        QTest::newRow("created") << record("QUEUE_PROVISIONED", "success", {}, nine) << 9 << 0;
        QTest::newRow("intent") << record("QUEUE_UPDATED", "intent", eight, nine) << 0 << 0;
        QTest::newRow("approved") << record("CAPACITY_APPROVED", "success", eight, nine) << 0 << 0;
        QTest::newRow("something else") << record(
            "QUEUE_UPDATED", "success", QJsonObject{}, QJsonObject{{QStringLiteral("priority"), 1}})
                                        << 0 << 0;
    }
    void aChangeOfCapacityIsFoundInItsRecord()
    {
        QFETCH(QJsonObject, record);
        QFETCH(int, to);
        QFETCH(int, from);
        const auto plain = capacityChangeOf(stored(record, 4));
        QCOMPARE(plain ? plain->to : 0, qint64{to});
        if (!plain)
            return;
        QCOMPARE(plain->from.value_or(0), qint64{from});
        QVERIFY(!plain->approved);
        QJsonObject grounds = decisionEvidence(evidence(), change(8, 9));
        record.insert(QStringLiteral("evidence"), grounds);
        QCOMPARE(capacityChangeOf(stored(record, 4))->approved, evidence());
        grounds.insert(QStringLiteral("predicted_at_recommended"), QJsonObject{});
        record.insert(QStringLiteral("evidence"), grounds);
        QVERIFY(!capacityChangeOf(stored(record, 4))->approved);
    }
};

QTEST_GUILESS_MAIN(TestApproval)
#include "tst_approval.moc"

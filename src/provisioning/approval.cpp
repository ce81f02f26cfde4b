#include "provisioning/approval.h"

#include "domain/queuefields.h"
#include "domain/strictjson.h"
#include "records/auditchain.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <algorithm>

namespace queuesmith {

namespace {

using Key = QLatin1StringView;

constexpr Key kApproval("approval");
constexpr Key kCapacity("capacity");
constexpr Key kSkillGroups("skillGroups");

/// A clock may be off by so much before a record of the future is doubted.
constexpr qint64 kClockDoubtSeconds = 86'400;

QJsonObject withoutNull(const QJsonObject &object)
{
    QJsonObject kept;
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member->isObject())
            kept.insert(member.key(), withoutNull(member->toObject()));
        else if (!member->isNull())
            kept.insert(member.key(), member.value());
    }
    return kept;
}

QJsonValue sortedTexts(const QJsonArray &array)
{
    QStringList texts;
    for (const QJsonValue &value : array)
        texts.append(value.toString());
    texts.sort();
    return QJsonArray::fromStringList(texts);
}

QString definitionDigest(const QJsonObject &body)
{
    QJsonObject definition = withoutServerAssigned(withoutNull(body));
    definition.insert(kSkillGroups, sortedTexts(definition.value(kSkillGroups).toArray()));
    return QString::fromLatin1(
        QCryptographicHash::hash(canonicalJson(definition), QCryptographicHash::Sha256).toHex());
}

QJsonObject toJson(const CapacityBinding &binding)
{
    return {{Key("queue_id"), binding.queueId.value}, {Key("queue_name"), binding.queueName},
        {kCapacity, binding.capacity},
        {Key("live_capacity"),
            binding.liveCapacity ? QJsonValue(*binding.liveCapacity)
                                 : QJsonValue(QJsonValue::Null)},
        {Key("definition_digest"), binding.definitionDigest}};
}

CapacityBinding bindingFromJson(const QJsonObject &json)
{
    CapacityBinding binding;
    binding.queueId = QueueId{json.value(Key("queue_id")).toString()};
    binding.queueName = json.value(Key("queue_name")).toString();
    binding.capacity = wholeNumber(json.value(kCapacity)).value_or(0);
    binding.liveCapacity = wholeNumber(json.value(Key("live_capacity")));
    binding.definitionDigest = json.value(Key("definition_digest")).toString();
    return binding;
}

/// The newest recommendation that rests on newer data than the decision, made in the same way;
/// null when there is none.
const CapacityEvidence *newerThan(const CapacityDecision &decision, const LatestEvidence &latest)
{
    const CapacityEvidence &old = decision.evidence;
    const auto found =
        latest.constFind(old.isFromSimilar() ? old.sourceQueue : decision.binding.queueId);
    if (found == latest.constEnd() || !old.hasHistory())
        return nullptr;
    const bool isSameWay = found->policy == old.policy && found->reading == old.reading
        && found->settings == old.settings;
    return isSameWay && found->to > old.to ? &*found : nullptr;
}

bool isMovedOut(const CapacityEvidence &old, const CapacityEvidence &newer)
{
    const std::optional<CapacityRange> range = old.approvableRange();
    return range && newer.recommendedCapacity && !range->contains(*newer.recommendedCapacity);
}

bool isExpired(const CapacityDecision &decision, const QDateTime &now, int validDays)
{
    const qint64 age = decision.at.secsTo(now);
    return age > qint64{validDays} * 86'400 || age < -kClockDoubtSeconds;
}

ApprovalVerdict verdictOf(const CapacityDecision &decision, const CapacityBinding &wanted,
    const LatestEvidence &latest, const QDateTime &now, int validDays)
{
    if (!decision.isIntact)
        return ApprovalVerdict::Damaged;
    const CapacityBinding &bound = decision.binding;
    const bool isSame =
        bound.definitionDigest == wanted.definitionDigest && bound.capacity == wanted.capacity;
    if (!decision.approved) // of another definition it says nothing about this one
        return isSame ? ApprovalVerdict::Declined : ApprovalVerdict::NeverApproved;
    if (bound.liveCapacity != wanted.liveCapacity)
        return ApprovalVerdict::LiveChanged;
    if (!isSame)
        return ApprovalVerdict::DefinitionChanged;
    if (isExpired(decision, now, validDays))
        return ApprovalVerdict::Expired;
    const CapacityEvidence *newer = newerThan(decision, latest);
    return newer && isMovedOut(decision.evidence, *newer) ? ApprovalVerdict::OutOfRange
                                                          : ApprovalVerdict::Valid;
}

Sentence changedSentence(const CapacityBinding &bound, const CapacityBinding &wanted)
{
    if (bound.capacity != wanted.capacity)
        return Sentence::tr(
            "The approved capacity is %1, not %2.", {bound.capacity, wanted.capacity});
    return Sentence::tr("The definition has changed since it was approved.");
}

Sentence liveSentence(const CapacityBinding &bound, const CapacityBinding &wanted)
{
    const auto text = [](const std::optional<qint64> &capacity) {
        return capacity ? Sentence(*capacity) : Sentence::tr("none");
    };
    return Sentence::tr("The tenant's capacity was %1 when it was approved, and is %2 now.",
        {text(bound.liveCapacity), text(wanted.liveCapacity)});
}

Sentence rangeSentence(const CapacityDecision &decision, const LatestEvidence &latest)
{
    const CapacityEvidence *newer = newerThan(decision, latest);
    const qint64 recommended = newer ? newer->recommendedCapacity.value_or(0) : 0;
    const CapacityRange range = decision.evidence.approvableRange().value_or(CapacityRange());
    return Sentence::tr(
        "Newer data recommends a capacity of %1, outside the approved range of %2 to %3.",
        {recommended, range.low, range.high});
}

Sentence whyOf(ApprovalVerdict verdict, const CapacityDecision &decision,
    const CapacityBinding &wanted, const LatestEvidence &latest, int validDays)
{
    switch (verdict) {
    case ApprovalVerdict::Valid:
        return Sentence::tr("A capacity of %1 was approved by %2 (record %3).",
            {wanted.capacity, decision.actor, decision.seq});
    case ApprovalVerdict::NeverApproved:
        break;
    case ApprovalVerdict::Declined:
        return Sentence::tr("%1 has declined it (record %2).", {decision.actor, decision.seq});
    case ApprovalVerdict::DefinitionChanged:
        return changedSentence(decision.binding, wanted);
    case ApprovalVerdict::LiveChanged:
        return liveSentence(decision.binding, wanted);
    case ApprovalVerdict::Expired:
        return Sentence::tr("It was approved on %1, and an approval is valid for %2 days.",
            {decision.at.toString(QStringLiteral("yyyy-MM-dd")), validDays});
    case ApprovalVerdict::OutOfRange:
        return rangeSentence(decision, latest);
    case ApprovalVerdict::Damaged:
        return Sentence::tr("The evidence in record %1 does not match its digest.", {decision.seq});
    }
    return Sentence::tr("No one has approved it.");
}

} // namespace

bool CapacityBinding::isSameQueue(const CapacityBinding &other) const
{
    if (queueId.isEmpty() != other.queueId.isEmpty())
        return false;
    return queueId.isEmpty() ? queueName == other.queueName : queueId == other.queueId;
}

CapacityBinding bindingOf(const QJsonObject &body, const std::optional<Queue> &base)
{
    CapacityBinding binding;
    binding.queueName = body.value(Key("name")).toString();
    binding.capacity = wholeNumber(body.value(kCapacity)).value_or(0);
    binding.definitionDigest = definitionDigest(body);
    if (base) {
        binding.queueId = base->id;
        binding.queueName = base->definition.name;
        binding.liveCapacity = base->definition.capacity;
    }
    return binding;
}

CapacityBinding bindingOf(const QueueDefinition &wanted)
{
    return bindingOf(toJson(wanted), std::nullopt);
}

CapacityBinding bindingOf(const QueueChange &change)
{
    return bindingOf(changedBody(change), change.base);
}

QJsonObject decisionEvidence(const CapacityEvidence &evidence, const CapacityBinding &binding)
{
    QJsonObject json = toJson(evidence);
    json.insert(kApproval, toJson(binding));
    return sealed(json);
}

std::optional<CapacityDecision> decisionOf(const StoredRecord &record)
{
    const QJsonObject json = strictObject(record.payload).value_or(QJsonObject());
    const QString action = json.value(Key("audit_action")).toString();
    CapacityDecision decision;
    decision.approved = action == word(AuditAction::CapacityApproved);
    const bool isDecision = decision.approved || action == word(AuditAction::CapacityDeclined);
    if (!isDecision || json.value(Key("outcome")).toString() != word(AuditOutcome::Success))
        return std::nullopt;
    decision.seq = record.seq;
    decision.at =
        QDateTime::fromString(json.value(Key("timestamp")).toString(), Qt::ISODateWithMs).toUTC();
    decision.actor = json.value(Key("actor")).toString();
    decision.reason = json.value(Key("reason")).toString();
    decision.sealedEvidence = json.value(Key("evidence")).toObject();
    decision.evidence = evidenceFromJson(decision.sealedEvidence);
    decision.binding = bindingFromJson(decision.sealedEvidence.value(kApproval).toObject());
    decision.isIntact = isIntact(decision.sealedEvidence)
        && decision.binding.queueId.value == json.value(Key("queue_id")).toString()
        && decision.binding.queueName == json.value(Key("queue_name")).toString();
    if (!decision.isIntact) { // which queue is meant is told beside it
        decision.binding.queueId = QueueId{json.value(Key("queue_id")).toString()};
        decision.binding.queueName = json.value(Key("queue_name")).toString();
    }
    return decision;
}

ApprovalState approvalState(const QList<CapacityDecision> &decisions, const CapacityBinding &wanted,
    const LatestEvidence &latest, const QDateTime &now, int validDays)
{
    QList<CapacityDecision> own = decisions;
    own.removeIf(
        [&wanted](const CapacityDecision &one) { return !one.binding.isSameQueue(wanted); });
    auto found = std::find_if(own.cbegin(), own.cend(), [&wanted](const CapacityDecision &one) {
        return one.isIntact && one.binding.definitionDigest == wanted.definitionDigest
            && one.binding.capacity == wanted.capacity;
    });
    if (found == own.cend())
        found = own.cbegin();
    ApprovalState state;
    if (found != own.cend()) {
        state.decision = *found;
        state.verdict = verdictOf(*found, wanted, latest, now, validDays);
    }
    state.why = whyOf(
        state.verdict, state.decision.value_or(CapacityDecision()), wanted, latest, validDays);
    return state;
}

bool demandsApproval(const CapacityBinding &wanted, UnapprovedCapacity setting)
{
    return setting == UnapprovedCapacity::Refuse && (wanted.isNew() || wanted.isIncrease());
}

Problems approvalProblems(
    const ApprovalState &state, const CapacityBinding &wanted, UnapprovedCapacity setting)
{
    if (state.isValid() || setting == UnapprovedCapacity::Allow)
        return {};
    const bool isDemanded = demandsApproval(wanted, setting);
    if (!isDemanded && !wanted.isIncrease())
        return {};
    const Severity severity = isDemanded ? Severity::Error : Severity::Warning;
    return {
        problems::capacityNotApproved(severity, wanted.capacity, wanted.liveCapacity, state.why)};
}

} // namespace queuesmith

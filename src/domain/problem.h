#pragma once

#include "domain/sentence.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace queuesmith {

enum class Severity { Error, Warning, Info };

/// One finding about a queue definition.
struct Problem {
    QString field; ///< JSON path, e.g. `capacity`, `skillGroups[1]`; empty for the whole
    Severity severity = Severity::Error;
    QString code; ///< stable word, e.g. `name_taken`
    QString message; ///< a sentence that a person can act on
    Sentence said = {}; ///< what `message` was made from; empty when it came as a text

    friend bool operator==(const Problem &a, const Problem &b)
    {
        return a.field == b.field && a.severity == b.severity && a.code == b.code
            && a.message == b.message;
    }
};

using Problems = QList<Problem>;

/// All of `message`, for whatever language.
[[nodiscard]] Sentence wholeSentence(const Problem &problem);
[[nodiscard]] bool hasErrors(const Problems &problems);
[[nodiscard]] QString severityWord(Severity severity); ///< `error`, `warning`, `info`
[[nodiscard]] QJsonObject toJson(const Problem &problem);
[[nodiscard]] QJsonArray toJson(const Problems &problems);

/// Every finding that the program can have, each with its code, severity and sentence: the one
/// place where they are worded. Numbers are whole and unformatted, names as the tenant has them.
namespace problems {

// The definition by itself
Problem requiredMember(const QString &field);
Problem wrongType(const QString &field, const Sentence &expected, const Sentence &found);
Problem emptyText(const QString &field);
Problem nameInvisible();
Problem nameControlCharacter(const QString &codePoint);
Problem nameOuterBlank();
Problem outOfRange(const QString &field, qint64 lowest, qint64 highest, const QString &found);
Problem integerTooLarge(const QString &field, const QString &found);
Problem duplicateSkill(const QString &field, const QString &skillId);
Problem serverAssigned(const QString &field);
Problem ruleDisagrees(const QString &field, const QString &rule, qint64 ruleValue, qint64 value);

// What is asked for beside the definition
Problem nothingChanged();
Problem reasonMissing();
/// `present` is empty for a queue that is new; `why` says what there is instead of an approval.
Problem capacityNotApproved(
    Severity severity, qint64 capacity, std::optional<qint64> present, const Sentence &why);

// The definition against the tenant
Problem nameTaken(const QString &name, const QString &otherId);
Problem nameLookalike(const QString &name, const QString &otherName, const QString &otherId);
Problem nameUnchecked(const Sentence &why);
Problem skillMissing(const QString &field, const QString &skillId);
Problem skillsUnchecked(const Sentence &why);
Problem skillListIncomplete(const Sentence &why);
Problem overflowMissing(const QString &targetId);
/// Both are errors, but warnings where the tenant's queue has that overflow already.
Problem overflowSelf(Severity severity);
Problem overflowLoop(Severity severity, const QString &route);
Problem overflowUnchecked(const Sentence &why);
Problem overflowNone();
Problem queueListIncomplete(const Sentence &why);
Problem licenceExceeded(qint64 capacity, qint64 seats);
Problem licenceUnknown();
Problem capacityAboveAgents(qint64 capacity, qint64 agents);
Problem sharedSkills(qint64 queues, qint64 declared, qint64 agents /* -1: not told */);

// What is there in the end, against what was asked for
Problem twin(const QString &name, const QString &ownId, const QStringList &otherIds);

} // namespace problems

} // namespace queuesmith

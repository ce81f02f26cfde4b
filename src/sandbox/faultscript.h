#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QList>

#include <chrono>
#include <optional>

namespace queuesmith::sandbox {

/// What a rule does to one request (its `do`).
///
/// What only shapes the delivery (`delayMs`, `dripMs`, `headers`) leaves the tenant's own answer in
/// place, and the request takes effect as always. Everything else is a fault: the request takes no
/// effect, unless `commit`, `commitAfterMs` or `close: after` says so. `truncate` alone cuts the
/// answer that the tenant would have given.
struct Fault {
    enum class Close { No, Before, After };
    enum class Effect { None, Now, Late };
    struct HeaderChange {
        QByteArray name;
        std::optional<QByteArray> value; ///< nothing: leave our own header of that name out
    };

    std::optional<int> status;
    QList<HeaderChange> headers;
    std::optional<QByteArray> body;
    std::chrono::milliseconds delay{0};
    Close close = Close::No;
    std::optional<qsizetype> truncate; ///< bytes of the body that are sent
    bool garbage = false;
    bool html = false;
    bool hang = false;
    std::chrono::milliseconds drip{0};
    QByteArray redirect; ///< where to; empty for none
    bool commit = false;
    std::optional<std::chrono::milliseconds> commitAfter;
    bool empty = true; ///< behave normally

    [[nodiscard]] Effect effect() const;
    /// Something else is sent than the tenant's own answer, or nothing.
    [[nodiscard]] bool replacesAnswer() const;
    /// With a late effect: whether what is sent has to wait for it.
    [[nodiscard]] bool answersAfterEffect() const;
};

/// Rules in order; each is spent after `times` matches. The first unspent one that matches applies.
class FaultScript {
public:
    FaultScript() = default;

    /// Strict: an unknown member, a wrong type or members that contradict each other are refused,
    /// with the number of the rule, counted from 1. Empty text is an empty script.
    [[nodiscard]] static Result<FaultScript> parse(const QByteArray &json);

    /// The fault for this request; an empty one when no rule matches. Spends one match.
    [[nodiscard]] Fault take(const QByteArray &method, const QByteArray &path);

private:
    struct Rule {
        QByteArray method;
        QByteArray path;
        bool isPrefix = false;
        qint64 left = 1;
        Fault fault;
    };
    class RuleReader;

    QList<Rule> m_rules;
};

} // namespace queuesmith::sandbox

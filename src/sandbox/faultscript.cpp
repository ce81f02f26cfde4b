#include "sandbox/faultscript.h"

#include "domain/strictjson.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <algorithm>
#include <limits>

namespace queuesmith::sandbox {

namespace {

constexpr qint64 kMaxMilliseconds = 24LL * 3600 * 1000;

Error scriptError(const QString &message)
{
    return Error::of(ErrorKind::InputFile, "bad_faults", message);
}

/// Header names and values that would break the answer's head are refused.
bool isHeaderName(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"));
    return pattern.match(text).hasMatch();
}

bool isHeaderValue(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(),
        [](QChar c) { return c == u'\t' || (c >= u' ' && c.unicode() < 0x7f); });
}

} // namespace

Fault::Effect Fault::effect() const
{
    if (commitAfter)
        return Effect::Late;
    if (commit || close == Close::After)
        return Effect::Now;
    return replacesAnswer() || truncate ? Effect::None : Effect::Now;
}

bool Fault::replacesAnswer() const
{
    return status || body || html || !redirect.isEmpty() || garbage || hang || close != Close::No;
}

bool Fault::answersAfterEffect() const { return !replacesAnswer() || close == Close::After; }

/// Reads one rule; remembers the first thing that is wrong with it.
class FaultScript::RuleReader {
public:
    explicit RuleReader(const QJsonValue &value)
    {
        if (!value.isObject()) {
            wrongType(QStringLiteral("a rule"), QStringLiteral("an object"), value);
            return;
        }
        const QJsonObject object = value.toObject();
        refuseUnknown(
            object, {QStringLiteral("match"), QStringLiteral("times"), QStringLiteral("do")});
        readMatch(object.value(QLatin1StringView("match")));
        if (const QJsonValue times = object.value(QLatin1StringView("times")); !times.isUndefined())
            m_rule.left =
                integer(QStringLiteral("times"), times, 1, std::numeric_limits<int>::max());
        const QJsonValue what = object.value(QLatin1StringView("do"));
        if (what.isObject())
            readFault(what.toObject());
        else
            wrongType(QStringLiteral("do"), QStringLiteral("an object"), what);
    }

    [[nodiscard]] const Rule &rule() const { return m_rule; }
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    void fail(const QString &problem)
    {
        if (m_problem.isEmpty())
            m_problem = problem;
    }
    void wrongType(const QString &name, const QString &expected, const QJsonValue &found)
    {
        fail(QStringLiteral("“%1” must be %2, but is %3")
                 .arg(name, expected, describe(found).english()));
    }
    void refuseUnknown(const QJsonObject &object, const QSet<QString> &known)
    {
        const QStringList keys = object.keys();
        for (const QString &key : keys) {
            if (!known.contains(key))
                fail(QStringLiteral("“%1” is not a member that a rule knows").arg(key));
        }
    }
    qint64 integer(const QString &name, const QJsonValue &value, qint64 lowest, qint64 highest)
    {
        const std::optional<qint64> number = wholeNumber(value);
        if (number && *number >= lowest && *number <= highest)
            return *number;
        wrongType(
            name, QStringLiteral("a whole number from %1 to %2").arg(lowest).arg(highest), value);
        return lowest;
    }
    bool flag(const QString &name, const QJsonValue &value)
    {
        if (!value.isBool())
            wrongType(name, QStringLiteral("true or false"), value);
        return value.toBool();
    }
    std::chrono::milliseconds duration(const QString &name, const QJsonValue &value)
    {
        return std::chrono::milliseconds(integer(name, value, 0, kMaxMilliseconds));
    }

    void readMatch(const QJsonValue &value)
    {
        static const QRegularExpression pattern(QStringLiteral("^([A-Z]+) (/[^ ?#*]*)(\\*?)$"));
        const QRegularExpressionMatch match = pattern.match(value.toString());
        if (!match.hasMatch()) {
            wrongType(QStringLiteral("match"),
                QStringLiteral("like “POST /api/v2/queues”, without a query, a * only at its end"),
                value);
            return;
        }
        m_rule.method = match.captured(1).toLatin1();
        m_rule.path = match.captured(2).toUtf8();
        m_rule.isPrefix = !match.captured(3).isEmpty();
    }

    void readFault(const QJsonObject &object)
    {
        m_rule.fault.empty = object.isEmpty();
        for (auto member = object.begin(); member != object.end(); ++member) {
            if (!readAnswer(member.key(), member.value())
                && !readDelivery(member.key(), member.value()))
                fail(QStringLiteral("“do.%1” is not a fault").arg(member.key()));
        }
        refuseContradictions(m_rule.fault);
    }

    /// What is answered.
    bool readAnswer(const QString &name, const QJsonValue &value)
    {
        Fault &fault = m_rule.fault;
        if (name == QLatin1String("status"))
            fault.status = static_cast<int>(integer(name, value, 200, 599));
        else if (name == QLatin1String("headers"))
            readHeaders(value);
        else if (name == QLatin1String("body"))
            readBody(value);
        else if (name == QLatin1String("garbage"))
            fault.garbage = flag(name, value);
        else if (name == QLatin1String("html"))
            fault.html = flag(name, value);
        else if (name == QLatin1String("redirect"))
            readRedirect(value);
        else
            return false;
        return true;
    }

    /// How and whether it is answered, and what takes effect.
    bool readDelivery(const QString &name, const QJsonValue &value)
    {
        Fault &fault = m_rule.fault;
        if (name == QLatin1String("delayMs"))
            fault.delay = duration(name, value);
        else if (name == QLatin1String("close"))
            readClose(value);
        else if (name == QLatin1String("truncate"))
            fault.truncate = integer(name, value, 0, std::numeric_limits<int>::max());
        else if (name == QLatin1String("hang"))
            fault.hang = flag(name, value);
        else if (name == QLatin1String("dripMs"))
            fault.drip = duration(name, value);
        else if (name == QLatin1String("commit"))
            fault.commit = flag(name, value);
        else if (name == QLatin1String("commitAfterMs"))
            fault.commitAfter = duration(name, value);
        else
            return false;
        return true;
    }

    void readHeaders(const QJsonValue &value)
    {
        if (!value.isObject())
            wrongType(QStringLiteral("headers"), QStringLiteral("an object"), value);
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            const QJsonValue entry = member.value();
            const QString text =
                wholeNumber(entry) ? QString::number(*wholeNumber(entry)) : entry.toString();
            const bool readable = entry.isString() || entry.isNull() || wholeNumber(entry);
            if (!isHeaderName(member.key()) || !readable || !isHeaderValue(text))
                fail(QStringLiteral(
                    "“headers.%1” must be a header's name with a text or a whole number "
                    "(null leaves the header out)")
                         .arg(member.key()));
            m_rule.fault.headers.append({member.key().toLatin1(),
                entry.isNull() ? std::nullopt : std::optional(text.toLatin1())});
        }
    }

    void readBody(const QJsonValue &value)
    {
        if (value.isString())
            m_rule.fault.body = value.toString().toUtf8();
        else if (value.isObject())
            m_rule.fault.body = QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
        else if (value.isArray())
            m_rule.fault.body = QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
        else
            wrongType(QStringLiteral("body"), QStringLiteral("a text, an object or a list"), value);
    }

    void readRedirect(const QJsonValue &value)
    {
        const QUrl url(value.toString(), QUrl::StrictMode);
        if (!value.isString() || !url.isValid() || url.isEmpty())
            wrongType(QStringLiteral("redirect"), QStringLiteral("a URL"), value);
        m_rule.fault.redirect = url.toEncoded();
    }

    void readClose(const QJsonValue &value)
    {
        if (value == QLatin1String("before"))
            m_rule.fault.close = Fault::Close::Before;
        else if (value == QLatin1String("after"))
            m_rule.fault.close = Fault::Close::After;
        else
            wrongType(QStringLiteral("close"), QStringLiteral("“before” or “after”"), value);
    }

    void refuseContradictions(const Fault &fault)
    {
        const int endings = (fault.close != Fault::Close::No ? 1 : 0) + (fault.hang ? 1 : 0)
            + (fault.garbage ? 1 : 0);
        const bool answers = fault.status || fault.body || !fault.headers.isEmpty() || fault.html
            || !fault.redirect.isEmpty() || fault.truncate;
        if (endings > 1 || (endings == 1 && answers))
            fail(QStringLiteral(
                "“close”, “hang” and “garbage” exclude each other and every other answer"));
        if (fault.html && !fault.redirect.isEmpty())
            fail(QStringLiteral("“html” and “redirect” exclude each other"));
        if (fault.close == Fault::Close::Before && fault.commit)
            fail(QStringLiteral(
                "“close”: “before” and “commit” exclude each other; “after” takes effect"));
        if (fault.commit && fault.commitAfter)
            fail(QStringLiteral("“commit” and “commitAfterMs” exclude each other"));
    }

    Rule m_rule;
    QString m_problem;
};

Result<FaultScript> FaultScript::parse(const QByteArray &json)
{
    FaultScript script;
    if (json.trimmed().isEmpty())
        return script;
    const JsonParse parsed = parseStrictJson(json);
    if (parsed.error)
        return scriptError(QStringLiteral("The fault script can't be read: line %1, column %2: %3.")
                               .arg(parsed.error->line)
                               .arg(parsed.error->column)
                               .arg(parsed.error->what));
    if (!parsed.value.isArray())
        return scriptError(QStringLiteral("The fault script must be a list of rules, but is %1.")
                               .arg(describe(parsed.value).english()));
    const QJsonArray rules = parsed.value.toArray();
    for (qsizetype i = 0; i < rules.size(); ++i) {
        const RuleReader reader(rules.at(i));
        if (!reader.problem().isEmpty())
            return scriptError(QStringLiteral("Rule %1 of the fault script can't be used: %2.")
                                   .arg(i + 1)
                                   .arg(reader.problem()));
        script.m_rules.append(reader.rule());
    }
    return script;
}

Fault FaultScript::take(const QByteArray &method, const QByteArray &path)
{
    for (Rule &rule : m_rules) {
        const bool pathMatches = rule.isPrefix ? path.startsWith(rule.path) : path == rule.path;
        if (rule.left <= 0 || rule.method != method || !pathMatches)
            continue;
        --rule.left;
        return rule.fault;
    }
    return {};
}

} // namespace queuesmith::sandbox

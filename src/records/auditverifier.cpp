#include "records/auditverifier.h"

#include "records/auditchain.h"
#include "records/auditpayload.h"
#include "records/auditstore.h"
#include "sqlite/database.h"

#include <QJsonDocument>

#include <utility>

namespace queuesmith {

namespace {
constexpr qint64 kProgressEvery = 1000;

QString chainSql()
{
    return QStringLiteral("SELECT seq, payload, hash, ") + searchColumns().join(QLatin1Char(','))
        + QStringLiteral(" FROM audit ORDER BY seq");
}

/// What is wrong with one row by itself; empty when nothing is.
Sentence wrongWithin(const Statement &row)
{
    const QJsonDocument payload = QJsonDocument::fromJson(row.value(1).toByteArray());
    if (!payload.isObject())
        return Sentence::tr("is not a JSON object");
    const QJsonObject object = payload.object();
    if (object.value(QStringLiteral("seq")).toInteger() != row.value(0).toLongLong())
        return Sentence::tr("contains another number");
    const QVariantList values = searchValues(object);
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (row.value(static_cast<int>(i) + 3).toString() != values.at(i).toString())
            return Sentence::tr(
                "has a different “%1” than its search column", {searchColumns().at(i)});
    }
    return {};
}

/// Whether these actions announce themselves with an intent before they have an effect.
bool needsIntent(const QString &action)
{
    static const QStringList announced{word(AuditAction::QueueProvisioned),
        word(AuditAction::QueueUpdated), word(AuditAction::QueueDeleted),
        word(AuditAction::WfmExportCreated)};
    return announced.contains(action);
}

/// The records of one action and correlation id, in their order.
class Story {
public:
    explicit Story(QString action)
        : m_action(std::move(action))
    {
    }

    [[nodiscard]] bool isOpen() const { return m_intended && !m_closed; }

    /// What is wrong with the next one; empty when nothing is.
    Sentence add(const QString &outcome)
    {
        if (outcome == word(AuditOutcome::Intent)) {
            if (std::exchange(m_intended, true))
                return Sentence::tr("is a second intent of the same operation");
            return {};
        }
        if (!m_intended)
            return unannounced(outcome);
        if (m_closed)
            return Sentence::tr("comes after the final outcome of its operation");
        m_closed = outcome != word(AuditOutcome::Unknown);
        return {};
    }

private:
    [[nodiscard]] Sentence unannounced(const QString &outcome) const
    {
        const bool harmless =
            outcome == word(AuditOutcome::Rejected) || outcome == word(AuditOutcome::Cancelled);
        if (harmless || !needsIntent(m_action))
            return {};
        return Sentence::tr("has no intent before it");
    }

    QString m_action;
    bool m_intended = false;
    bool m_closed = false;
};

/// For nobody: who asked is gone.
Error verifyCancelled() { return Error::of(ErrorKind::Cancelled, "cancelled"); }

} // namespace

AuditVerifier::AuditVerifier(
    Database &database, const std::atomic_bool &cancelled, Progress progress)
    : m_database(database)
    , m_cancelled(cancelled)
    , m_progress(std::move(progress))
{
}

Result<Verification> AuditVerifier::verify(const std::optional<ExpectedHead> &expected)
{
    m_found = {};
    m_found.ok = true;
    Transaction oneState(m_database);
    Status looked = oneState.begin(Transaction::Kind::Read);
    if (looked)
        looked = checkChain(expected);
    if (looked && m_found.ok)
        looked = checkOutcomes();
    if (!looked) {
        if (looked.error().code != QLatin1StringView("audit_damaged"))
            return looked.error();
        bad(m_found.records + 1, Sentence::tr("can't be read; the file is damaged"));
    }
    return m_found;
}

Status AuditVerifier::checkChain(const std::optional<ExpectedHead> &expected)
{
    AuditStore audit(m_database);
    const auto logId = audit.logId();
    if (!logId)
        return logId.error();
    const auto head = audit.head();
    if (!head)
        return head.error();
    ChainHead last{0, genesisHash(logId.value())};
    checkExpected(expected, last);

    auto query = m_database.read(chainSql());
    if (!query)
        return query.error();
    Statement rows = std::move(query).value();
    while (rows.next()) {
        if (m_cancelled)
            return verifyCancelled();
        ++m_found.records;
        const qint64 seq = rows.value(0).toLongLong();
        const QByteArray hash = rows.value(2).toByteArray();
        if (seq != last.seq + 1)
            bad(last.seq + 1, Sentence::tr("is missing"));
        else if (chainHash(seq, last.hash, rows.value(1).toByteArray()) != hash)
            bad(seq, Sentence::tr("doesn't match its hash"));
        else if (const Sentence wrong = wrongWithin(rows); !wrong.isEmpty())
            bad(seq, wrong);
        last = {seq, hash};
        checkExpected(expected, last);
        if (m_found.records % kProgressEvery == 0)
            m_progress(m_found.records, head.value().seq);
    }
    m_found.head = last.hash;
    if (Status ended = rows.ended(); !ended)
        return ended;
    checkEnd(expected, last.seq);
    return Done{};
}

void AuditVerifier::checkExpected(const std::optional<ExpectedHead> &expected, const ChainHead &at)
{
    if (expected && expected->seq == at.seq && expected->hash != at.hash)
        bad(at.seq, Sentence::tr("has a different hash than the one saved before"));
}

void AuditVerifier::checkEnd(const std::optional<ExpectedHead> &expected, qint64 last)
{
    if (expected && expected->seq > last)
        bad(last + 1,
            Sentence::tr("is missing: the log had records up to %1 before", {expected->seq}));
}

Status AuditVerifier::checkOutcomes()
{
    QString correlation;
    QString action;
    std::optional<Story> story;
    const auto add = [&](const Statement &row) {
        const QString nextCorrelation = row.value(0).toString();
        const QString nextAction = row.value(1).toString();
        if (!story || nextCorrelation != correlation || nextAction != action) {
            if (story && story->isOpen())
                ++m_found.openIntents;
            correlation = nextCorrelation;
            action = nextAction;
            story.emplace(action);
        }
        const Sentence wrong = story->add(row.value(3).toString());
        if (!wrong.isEmpty())
            bad(row.value(2).toLongLong(), wrong);
    };
    Status read =
        m_database.each(QStringLiteral("SELECT correlation_id, audit_action, seq, outcome "
                                       "FROM audit ORDER BY correlation_id, audit_action, seq"),
            {}, add);
    if (story && story->isOpen())
        ++m_found.openIntents;
    return read;
}

void AuditVerifier::bad(qint64 seq, const Sentence &what)
{
    if (!m_found.ok && m_found.firstBad <= seq)
        return;
    m_found.ok = false;
    m_found.firstBad = seq;
    m_found.said = Sentence::tr("Record %1 %2.", {seq, what});
    m_found.what = m_found.said.english();
}

} // namespace queuesmith

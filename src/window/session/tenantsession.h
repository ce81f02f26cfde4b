#pragma once

#include "workplace/workplace.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace queuesmith {

class Activities;
class Activity;
class Catalog;
class Recommendations;
class SettleJob;
struct Settled;

/// What every session of the window works with.
struct SessionOptions : WorkplaceOptions {
    QString draftRoot; ///< folder of the drafts, one folder in it for each connection
};

/// A workplace in the window: with what the tenant has, and what is under way. Several may be open
/// at the same time; each ends its own work. Lives on the GUI thread.
class TenantSession final : public QObject {
    Q_OBJECT

public:
    /// `secret` stays in memory only; `clock` must outlive this. Kind Usage for a dialect that
    /// doesn't exist, or an authority file that can't be read.
    [[nodiscard]] static Result<TenantSession *> make(const Connection &connection,
        const QByteArray &secret, const SessionOptions &options, Clock &clock,
        std::function<double()> random, QObject *parent);
    ~TenantSession() override;

    /// Opens the audit file, settles what an earlier run left open, and reads queues and skills.
    void open();

    [[nodiscard]] const Connection &connection() const { return m_workplace->connection(); }
    [[nodiscard]] const SessionOptions &options() const { return m_options; }
    /// How the connection is called: its name, or its host when it has none.
    [[nodiscard]] QString title() const;
    [[nodiscard]] Clock &clock() const { return m_workplace->clock(); }
    [[nodiscard]] TenantClient &tenant() const { return m_workplace->tenant(); }
    /// For jobs. See recordsProblem() before anything is sent.
    [[nodiscard]] Records &records() const { return m_workplace->records(); }
    /// For looking at the log and exporting it: on a thread of its own, so that a long export never
    /// delays a job.
    [[nodiscard]] Records &auditRecords() const { return *m_auditRecords; }
    [[nodiscard]] Catalog &catalog() const { return *m_catalog; }
    [[nodiscard]] Activities &activities() const { return *m_activities; }

    /// For what the tenant knows of waits, with the cache's help.
    [[nodiscard]] HistoryLoader &history() const { return m_workplace->history(); }
    /// What was worked out of capacities since the session was opened.
    [[nodiscard]] Recommendations &recommendations() const { return *m_recommendations; }

    /// For jobs. See sendingForbidden() before anything is sent.
    [[nodiscard]] Workplace &workplace() const { return *m_workplace; }
    [[nodiscard]] ProvisioningSettings settings() const { return m_workplace->settings(); }

    /// Of the queue that a creation of unknown outcome probably made; empty: none is known.
    [[nodiscard]] QString likelyId(const ProvisionReport &report) const;

    /// Why nothing may be sent: the audit file can't be written, or the connection is locked.
    [[nodiscard]] std::optional<Error> sendingForbidden() const;
    /// Set while the audit file can't be used.
    [[nodiscard]] const std::optional<Error> &recordsProblem() const { return m_recordsProblem; }
    /// Tries to open the audit file once more.
    void openRecords();

    /// Reads back what the journal has open, as an activity that is seen when there is something.
    void settle();
    /// The same because the person asks for it: it is seen even when there is nothing.
    void settleNow();
    /// The same with what a person knows of one of them. Asked while it goes on, it follows.
    void settleWith(const SettleDecision &decision);

    /// The audit file was opened, or turned out to be unusable.
    Q_SIGNAL void recordsOpened();
    /// Records or exports were written, so the log and the exports may be longer now. Comes from
    /// Records::committed alone.
    Q_SIGNAL void recorded();
    /// Something was settled, so queues, records and exports may be others now.
    Q_SIGNAL void settled();
    /// A creation that was left open turned out to be done: `sent` became this queue.
    Q_SIGNAL void queueSettled(const queuesmith::Queue &queue, const QJsonObject &sent);

private:
    TenantSession(
        const Connection &connection, const SessionOptions &options, Clock &clock, QObject *parent);
    void takeSettled();
    void tellSettled(const QList<Settled> &settled, const std::optional<Error> &error);
    void tellOpen(const Settled &open);
    [[nodiscard]] QString tellDone(const Settled &done);
    /// Of the queue that the tenant is known to have by that name; empty: none is known.
    [[nodiscard]] QString idOf(const QString &queueName) const;

    SessionOptions m_options;
    Workplace *m_workplace;
    Records *m_auditRecords;
    Catalog *m_catalog = nullptr;
    Activities *m_activities = nullptr;
    Recommendations *m_recommendations = nullptr;
    SettleJob *m_settle = nullptr;
    Activity *m_settling = nullptr;
    QList<SettleDecision> m_decisions; ///< for the next time
    std::optional<Error> m_recordsProblem;
};

} // namespace queuesmith

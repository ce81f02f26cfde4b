#pragma once

#include "domain/result.h"
#include "provisioning/provisionreport.h"
#include "records/journal.h"

#include <QList>
#include <QObject>
#include <QPointer>

namespace queuesmith {

class Call;
class ExportJob;
class OperationJob;
struct OpenWork;

/// One operation that an earlier run had left open.
struct Settled {
    Operation operation; ///< as it was found
    ProvisionReport report;
    bool wasFinished = false; ///< by a run that died before it could say so
};

// What it means for an operation that is asked for now.
[[nodiscard]] bool concerns(const Operation &earlier, const Operation &wanted);
[[nodiscard]] bool isSameWork(const Operation &earlier, const Operation &wanted);
/// Whether it is what is asked for, or stands in its way.
[[nodiscard]] bool answers(const Settled &earlier, const Operation &wanted);

/// Reads back everything that the journal has open for the tenant, finishes what the tenant turns
/// out to have, and never sends a creation or a change. What a run had finished and could not say
/// any more is told as well, when the tenant still has it. All operations are settled at the same
/// time. Emits finished() exactly once, from the event loop.
class SettleJob final : public QObject {
    Q_OBJECT

public:
    SettleJob(const ProvisioningServices &services, const ProvisioningSettings &settings,
        QObject *parent = nullptr);
    /// Gives back what it had taken over; until then nobody else of this run works on it.
    ~SettleJob() override;

    /// What a person knows of operations that the tenant can't tell about.
    void setDecisions(const QList<SettleDecision> &decisions) { m_decisions = decisions; }

    void start();
    void cancel();
    void retryNow();

    [[nodiscard]] const QList<Settled> &settled() const { return m_settled; }
    /// Operations that are still unknown, or held by another live process.
    [[nodiscard]] int stillOpen() const;
    /// Exports that are still to be delivered.
    [[nodiscard]] const QList<ExportTask> &exportsLeft() const { return m_exportsLeft; }
    /// Set when the journal couldn't be read or written.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    /// There is something to settle.
    Q_SIGNAL void begun(int operations);
    Q_SIGNAL void waiting(const queuesmith::Waiting &waiting);
    Q_SIGNAL void finished();

private:
    void takeOver(const OpenWork &work);
    void settleOperation(const Operation &operation, const QList<ExportTask> &exports);
    void settleExport(const ExportTask &task);
    void tellFinished(const Operation &operation);
    void tellFound(const Operation &operation, const Queue &queue);
    void reportLater(const Operation &operation);
    template <typename Part> void follow(QList<QPointer<Part>> *parts, Part *part);
    void dropPlanned(const Operation &operation);
    void partDone();

    ProvisioningServices m_services;
    ProvisioningSettings m_settings;
    QList<QPointer<OperationJob>> m_operations;
    QList<QPointer<ExportJob>> m_exports;
    QList<QPointer<Call>> m_calls; ///< about what was finished but not told
    QList<SettleDecision> m_decisions;
    QList<Settled> m_settled;
    QList<ExportTask> m_exportsLeft;
    QStringList m_taken; ///< ids of operations and exports
    std::optional<Error> m_error;
    int m_busy = 0;
    int m_partsLeft = 0;
    bool m_cancelled = false;
};

} // namespace queuesmith

#pragma once

#include "exportjob.h"
#include "operationjob.h"

namespace queuesmith {

/// Brings the creation of a queue to its end: it is recognised by its name and its definition, and
/// its event stream is exported before it is verified.
class CreationJob final : public OperationJob {
    Q_OBJECT

public:
    CreationJob(const ProvisioningServices &services, const ProvisioningSettings &settings,
        Operation operation, Sending sending, QObject *parent = nullptr);

    /// The outbox's row, when the operation had come as far as that.
    void setExportTask(const ExportTask &task) { m_exportTask = task; }

    /// Ids of the tenant's queues as the checks have read them, for a creation that is sent for the
    /// first time.
    void setListedBefore(const QStringList &ids) { m_listedBefore = ids; }

    void cancel() override;
    void retryNow() override;

protected:
    Call *request(const RequestLimits &limits) override;
    [[nodiscard]] Stage sendingStage() const override { return Stage::Creating; }
    [[nodiscard]] LookFunction look() override;
    void takeFound(const Look &look) override;
    void judgeAbsent() override;
    void continueApplied() override;
    void addTo(Change *change) override;
    [[nodiscard]] ProvisionOutcome appliedOutcome() const override;
    void describe(AuditRecord *record) const override;

private:
    void judgeList(const QList<Queue> &queues);
    void judgeCandidates(const QList<Queue> &queues, const KnownQueues &known);
    void takeExport();
    [[nodiscard]] ExportTask newExportTask() const;

    std::optional<QStringList> m_listedBefore;
    std::optional<ExportTask> m_exportTask;
    QPointer<ExportJob> m_exportJob;
};

} // namespace queuesmith

#pragma once

#include "queuechange.h"
#include "queuejob.h"

namespace queuesmith {

/// Changes one queue that exists: settles what an earlier run left open, validates, makes sure that
/// nobody else has changed the queue since it was read, sends with retries, reads back, and records
/// all of it. Only what the person changed is replaced (changedBody()). A queue that someone else
/// has changed is left as it is: outcome `failed`, an error of kind Conflict with the code
/// `changed_meanwhile`, and the report's `theirs`. A change that changes nothing is rejected with
/// the code `nothing_changed`. When an earlier run has already sent this very change and the tenant
/// has it, that is told as `updated`. No export is made: the one of the creation tells changes too.
class UpdateJob final : public QueueJob {
    Q_OBJECT

public:
    /// The records must be open.
    UpdateJob(const ProvisioningServices &services, const ProvisioningSettings &settings,
        const QueueChange &change, QObject *parent = nullptr);

protected:
    [[nodiscard]] QList<Right> rights() const override;
    void prepare(const TenantFacts &facts) override;
    [[nodiscard]] OperationJob *newOperationJob() override;
    [[nodiscard]] AuditAction action() const override { return AuditAction::QueueUpdated; }

private:
    void readAgain(const TenantFacts &facts);
    void takeCurrent(const std::optional<Queue> &current);

    QByteArray m_etag;
};

} // namespace queuesmith

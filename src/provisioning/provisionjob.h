#pragma once

#include "queuejob.h"

namespace queuesmith {

/// Provisions one queue: settles what an earlier run left open, validates, creates with retries,
/// exports, verifies, and records all of it. When an earlier run has already sent this very
/// definition and the tenant has it, that creation is finished instead (`adopted`), and nothing is
/// sent twice. Emits finished() exactly once, from the event loop.
class ProvisionJob final : public QueueJob {
    Q_OBJECT

public:
    /// The records must be open. `definition` may have problems of its own: then it is rejected.
    ProvisionJob(const ProvisioningServices &services, const ProvisioningSettings &settings,
        const ParsedDefinition &definition, QObject *parent = nullptr);

protected:
    [[nodiscard]] QList<Right> rights() const override;
    void prepare(const TenantFacts &facts) override;
    [[nodiscard]] OperationJob *newOperationJob() override;
    void addTo(OperationContext *context) const override;
    [[nodiscard]] AuditAction action() const override { return AuditAction::QueueProvisioned; }

private:
    std::optional<QStringList> m_listedBefore;
};

} // namespace queuesmith

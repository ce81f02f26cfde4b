#pragma once

#include "operationjob.h"

namespace queuesmith {

/// Brings the change of a queue that exists to its end. The queue is read back by its id: as it was
/// sent, it is changed; as it was before (the operation's `base`), the change was not applied;
/// anything else is someone else's change, and a conflict. With an etag the tenant itself refuses a
/// change of what was changed meanwhile, so a lost one may be sent again without waiting long.
class ChangeJob final : public OperationJob {
    Q_OBJECT

public:
    /// A change with an etag is sent again after a window of at most this.
    static constexpr std::chrono::milliseconds kShortWindow{2'000};

    /// `etag` is that of `operation.base`; empty when none is known, as after a restart.
    ChangeJob(const ProvisioningServices &services, const ProvisioningSettings &settings,
        Operation operation, QByteArray etag, Sending sending, QObject *parent = nullptr);

protected:
    Call *request(const RequestLimits &limits) override;
    [[nodiscard]] Stage sendingStage() const override { return Stage::Updating; }
    [[nodiscard]] LookFunction look() override;
    void takeFound(const Look &look) override;
    void takeRefusal(const Error &error) override;
    void takeGone(const Sentence &why) override;
    [[nodiscard]] std::chrono::milliseconds settleWindow(bool maySendAgain) const override;
    void continueApplied() override { verify(); }
    [[nodiscard]] ProvisionOutcome appliedOutcome() const override
    {
        return ProvisionOutcome::Updated;
    }
    void describe(AuditRecord *record) const override;

private:
    void readAfterRefusal(const Error &error);
    void concludeConflict(const std::optional<Queue> &theirs, bool maybeApplied);

    QByteArray m_etag;
};

} // namespace queuesmith

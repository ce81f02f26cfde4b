#pragma once

#include "commandrun.h"
#include "cxone/tenantfactory.h"
#include "demotenant.h"
#include "domain/clock.h"
#include "provisioning/provisionjob.h"
#include "records/records.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

namespace queuesmith {

/// A demo tenant with a queue to change, a client of it, and an audit log of its own.
class UpdateBench {
public:
    explicit UpdateBench(const QStringList &options = {});
    ~UpdateBench();
    UpdateBench(const UpdateBench &) = delete;
    UpdateBench &operator=(const UpdateBench &) = delete;

    /// What is done to the changes that arrive: the members of a fault's `do`, and
    /// of one for the change after them.
    void disturb(const QByteArray &fault, int times = 1, const QByteArray &then = {});
    /// What is done from now on, in place of disturb(), to the reads of a single queue.
    void disturbReads(const QByteArray &fault);
    /// The queue as another client reads it now.
    [[nodiscard]] QJsonObject queueNow();
    void changeAsSomeoneElse();
    [[nodiscard]] int puts();

    /// The queue as it was read by its id, or, without an etag, from a list.
    [[nodiscard]] Queue read(bool withEtag);
    /// Capacity 8 becomes 9, and the overflow's threshold 80 becomes 70.
    [[nodiscard]] static QueueChange bigger(const Queue &base);

    [[nodiscard]] std::unique_ptr<ProvisionJob> job(const QueueChange &change);
    [[nodiscard]] ProvisionReport run(const QueueChange &change, const QString &reason = {});
    /// Waits until it has finished.
    [[nodiscard]] static ProvisionReport finish(ProvisionJob *job);

    /// Leaves an operation as a run that died after it had sent would.
    void leaveSent(Operation operation);
    [[nodiscard]] Operation operationOf(const QueueChange &change) const;

    /// Records oldest first.
    [[nodiscard]] QJsonArray records();
    [[nodiscard]] QJsonObject record(const QString &outcome);
    [[nodiscard]] QStringList story() { return CommandBench::story(records()); }

    SystemClock clock;
    QTemporaryDir folder;
    DemoTenant demo;
    QString queueId;
    QObject owner;
    TenantClient *tenant = nullptr;
    std::unique_ptr<Records> log;
    ProvisioningSettings settings;

private:
    [[nodiscard]] std::unique_ptr<Records> openLog();
};

} // namespace queuesmith

#include "updatebench.h"
#include "patience.h"

namespace queuesmith {

namespace {

/// What `ask` gives to the function that it is called with.
template <typename T, typename Ask> T awaited(Ask ask)
{
    auto answer = std::make_shared<std::optional<T>>();
    ask([answer](const T &given) { *answer = given; });
    if (!QTest::qWaitFor([answer] { return answer->has_value(); }, kPatience))
        qFatal("The call gave no answer.");
    return **answer;
}

QJsonObject definition()
{
    QJsonObject object = springSale();
    object.insert(QStringLiteral("x-team"), QJsonObject{{QStringLiteral("floor"), 3}});
    return object;
}

} // namespace

UpdateBench::UpdateBench(const QStringList &options)
    : demo(options)
{
    queueId = demo.addQueue(definition());
    Connection connection;
    connection.baseUrl = QUrl(demo.url());
    connection.clientId = QStringLiteral("demo");
    const auto made = connectTenant(
        connection, "demo-secret", {}, clock, [] { return 0.0; }, &owner);
    tenant = made.value();
    log = openLog();
    settings.settleWindow = std::chrono::milliseconds(200);
    settings.limits.maxAttempts = 3;
    settings.licensedAgents = 500;
}

UpdateBench::~UpdateBench()
{
    delete tenant;
    log.reset();
}

std::unique_ptr<Records> UpdateBench::openLog()
{
    auto records =
        std::make_unique<Records>(folder.filePath(QStringLiteral("audit.sqlite")), clock);
    records->setIdentity({QStringLiteral("ada"), QStringLiteral("desk"), tenant->tenantId()});
    const Status opened =
        awaited<Status>([&](auto done) { records->open(&owner, std::move(done)); });
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    return records;
}

void UpdateBench::disturb(const QByteArray &fault, int times, const QByteArray &then)
{
    const QByteArray match = R"({"match":"PUT /api/v2/queues/*","times":)";
    const QByteArray next =
        then.isEmpty() ? QByteArray() : "," + match + R"(1,"do":{)" + then + "}}";
    demo.setFaults(
        "[" + match + QByteArray::number(times) + R"(,"do":{)" + fault + "}}" + next + "]");
}

void UpdateBench::disturbReads(const QByteArray &fault)
{
    demo.setFaults(R"([{"match":"GET /api/v2/queues/*","times":99,"do":{)" + fault + "}}]");
}

QJsonObject UpdateBench::queueNow()
{
    const QJsonArray all = demo.queues();
    for (const QJsonValue &queue : all) {
        if (queue[QLatin1StringView("id")].toString() == queueId)
            return queue.toObject();
    }
    return {};
}

void UpdateBench::changeAsSomeoneElse()
{
    QJsonObject queue = queueNow();
    queue.insert(QStringLiteral("description"), QStringLiteral("changed by someone else"));
    demo.changeQueue(queueId, queue);
}

int UpdateBench::puts()
{
    return demo.requests(QStringLiteral("PUT"), QStringLiteral("/api/v2/queues/") + queueId);
}

Queue UpdateBench::read(bool withEtag)
{
    Queue queue = awaited<Result<Queue>>([&](auto done) {
        tenant->readQueue(QueueId{queueId}, &owner, std::move(done));
    }).value();
    if (!withEtag)
        queue.etag.clear();
    return queue;
}

QueueChange UpdateBench::bigger(const Queue &base)
{
    QueueChange change{base, {base.definition, {}}};
    change.wanted.definition.capacity = 9;
    change.wanted.definition.overflow.threshold = 70;
    return change;
}

std::unique_ptr<ProvisionJob> UpdateBench::job(const QueueChange &change)
{
    return std::make_unique<ProvisionJob>(
        ProvisioningServices{*tenant, *log, clock}, settings, updateOf(change));
}

ProvisionReport UpdateBench::run(const QueueChange &change, const QString &reason)
{
    const auto made = job(change);
    made->setReason(reason);
    return finish(made.get());
}

ProvisionReport UpdateBench::finish(ProvisionJob *job)
{
    return awaited<ProvisionReport>([job](auto done) {
        QObject::connect(job, &ProvisionJob::finished, job, done);
        job->start();
    });
}

Operation UpdateBench::operationOf(const QueueChange &change) const
{
    Operation operation;
    operation.id = QStringLiteral("6f1c2a9e-8d1b-4c55-9d0e-3a3f4d2b7c10");
    operation.kind = OperationKind::Update;
    operation.tenant = tenant->tenantId();
    operation.queueName = change.base.definition.name;
    operation.queueId = change.base.id.value;
    operation.base = change.base.json;
    operation.definition = changedBody(change);
    operation.context = {{QStringLiteral("reason"), QStringLiteral("as it was told")}};
    return operation;
}

void UpdateBench::leaveSent(Operation operation)
{
    Change change;
    const Status claimed =
        awaited<Status>([&](auto done) { log->claim(operation, &owner, std::move(done)); });
    operation.state = OperationState::Sent;
    operation.firstSentAt = clock.utcNow();
    change.operation = operation;
    AuditRecord intent;
    intent.action = AuditAction::QueueUpdated;
    intent.correlationId = operation.id;
    change.records = {intent};
    const auto written = awaited<Result<QList<qint64>>>(
        [&](auto done) { log->commit(change, &owner, std::move(done)); });
    if (!claimed || !written)
        qFatal("The journal row can't be written.");
    log.reset();
    log = openLog();
}

QJsonArray UpdateBench::records()
{
    const auto stored = awaited<Result<QList<StoredRecord>>>(
        [&](auto done) { log->listRecords({}, &owner, std::move(done)); });
    QJsonArray list;
    for (const StoredRecord &record : stored.value())
        list.prepend(QJsonDocument::fromJson(record.payload).object());
    return list;
}

QJsonObject UpdateBench::record(const QString &outcome)
{
    QJsonObject found;
    const QJsonArray all = records();
    for (const QJsonValue &record : all) {
        if (record[QLatin1StringView("audit_action")] == QLatin1StringView("QUEUE_UPDATED")
            && record[QLatin1StringView("outcome")] == outcome)
            found = record.toObject();
    }
    return found;
}

} // namespace queuesmith

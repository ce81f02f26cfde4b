#pragma once

#include "domain/clock.h"
#include "patience.h"
#include "records/records.h"

#include <QJsonObject>
#include <QTest>

#include <functional>
#include <optional>

namespace queuesmith {

/// What a call of Records gives, waited for in the event loop.
template <typename T> T awaited(const std::function<void(QObject *, std::function<void(T)>)> &call)
{
    QObject context;
    std::optional<T> result;
    call(&context, [&result](T value) { result.emplace(std::move(value)); });
    if (!QTest::qWaitFor([&result] { return result.has_value(); }, kPatience)) {
        Error error;
        error.message = QStringLiteral("The call gave no answer.");
        return error;
    }
    return std::move(*result);
}

/// Records with calls that wait: what a test wants to read.
class WaitingRecords {
public:
    WaitingRecords(const QString &file, Clock &clock)
        : records(file, clock)
    {
        records.setIdentity({QStringLiteral("ada"), QStringLiteral("desk"), tenant()});
    }

    static TenantId tenant()
    {
        return {QStringLiteral("https://tenant.example:443"), {}, QStringLiteral("client-1"), {}};
    }

    Status open();
    Status openReadOnly();
    Status claim(const Operation &operation);
    Result<QList<qint64>> commit(const Change &change);
    Result<QList<qint64>> append(const QList<AuditRecord> &list);
    Result<OpenWork> takeOver(const TenantId &whose = tenant());
    Result<KnownQueues> knownQueues(const Operation &operation);
    Result<QList<StoredRecord>> list(const AuditFilter &filter = {});
    Result<QList<ExportTask>> exports(const std::optional<TenantId> &ofTenant = {});
    Result<CsvExport> exportCsv(const QString &file, const AuditFilter &filter = {},
        std::shared_ptr<std::atomic_bool> cancelled = {});
    Result<Verification> verify(const std::optional<ExpectedHead> &expected = {});

    Records records;
};

/// Rows of a table, read past the records.
[[nodiscard]] int rowsOf(const QString &file, const QString &table);

[[nodiscard]] Operation operation(const QString &queueName);
[[nodiscard]] ExportTask exportTask(const Operation &operation);
[[nodiscard]] AuditRecord record(AuditAction action, AuditOutcome outcome,
    const QString &correlation, const QString &queueName = QStringLiteral("Sales"));
[[nodiscard]] QJsonObject payloadOf(const StoredRecord &record);
[[nodiscard]] QByteArray bytesOf(const QString &file);

/// Runs statements on the file as any SQLite program could. Gives SQLite's error, or nothing.
QString tamper(const QString &file, const QStringList &statements);

} // namespace queuesmith

/// For results: shows the error's sentence when there is one.
#define VERIFY_OK(expression)                                                                      \
    do {                                                                                           \
        const auto &verifiedOutcome = (expression);                                                \
        QVERIFY2(verifiedOutcome.ok(),                                                             \
            verifiedOutcome.ok() ? "" : qPrintable(verifiedOutcome.error().message));              \
    } while (false)

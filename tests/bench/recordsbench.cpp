// Prints, a line each and separated by tabs, what a log of 100,000 records takes: what, figure,
// unit.

#include "domain/clock.h"
#include "records/records.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QUuid>

#include <cstdio>

using namespace queuesmith;

namespace {

constexpr int kSingle = 200; ///< changes of one record each, as the program makes them
constexpr int kBatches = 100;
constexpr int kBatch = 1000;

void print(const char *what, double value, const char *unit)
{
    std::printf("%s\t%.3f\t%s\n", what, value, unit);
}

AuditRecord outcome(int number, AuditOutcome outcome, const QString &correlation)
{
    AuditRecord record;
    record.action = AuditAction::QueueProvisioned;
    record.outcome = outcome;
    record.queueName = QStringLiteral("Support %1").arg(number);
    record.correlationId = correlation;
    record.attempts = 1;
    record.hasChange = true;
    record.after = QJsonObject{{QStringLiteral("name"), record.queueName},
        {QStringLiteral("capacity"), 5}, {QStringLiteral("type"), QStringLiteral("standard")}};
    return record;
}

/// An intent and its outcome for each two records.
QList<AuditRecord> records(int first, int count)
{
    QList<AuditRecord> list;
    for (int i = 0; i < count; i += 2) {
        const QString correlation = QUuid::createUuid().toString(QUuid::WithoutBraces);
        list.append(outcome(first + i, AuditOutcome::Intent, correlation));
        list.append(outcome(first + i, AuditOutcome::Success, correlation));
    }
    return list;
}

/// Works through the steps one after the other, each when the one before is done.
class Measurement : public QObject {
    Q_OBJECT

public:
    explicit Measurement(const QString &file)
        : m_records(file, m_clock)
        , m_again(file, m_clock)
    {
    }

    void start()
    {
        m_records.setIdentity({QStringLiteral("bench"), QStringLiteral("host"),
            {QStringLiteral("https://tenant.example"), {}, QStringLiteral("demo"), {}}});
        m_records.open(this, [this](const Status &status) {
            require(status.ok());
            m_timer.start();
            appendSingly(kSingle);
        });
    }

private:
    static void require(bool held)
    {
        if (!held)
            qFatal("a step of the measurement failed");
    }

    [[nodiscard]] double seconds() const
    {
        return static_cast<double>(m_timer.nsecsElapsed()) / 1e9;
    }

    void appendSingly(int left)
    {
        if (left == 0) {
            print("changes of two records, each on disk", kSingle / seconds(), "changes/s");
            m_timer.start();
            appendBatch(kBatches);
            return;
        }
        Change change;
        change.records = records(left, 2);
        m_records.commit(change, this, [this, left](const Result<QList<qint64>> &written) {
            require(written.ok());
            appendSingly(left - 1);
        });
    }

    void appendBatch(int left)
    {
        if (left == 0) {
            print("appended in batches of 1,000", kBatches * kBatch / seconds(), "records/s");
            openAgain();
            return;
        }
        Change change;
        change.records = records(left * kBatch, kBatch);
        m_records.commit(change, this, [this, left](const Result<QList<qint64>> &written) {
            require(written.ok());
            appendBatch(left - 1);
        });
    }

    void openAgain()
    {
        m_timer.start();
        m_again.open(this, [this](const Status &status) {
            require(status.ok());
            print("100,000 opened for writing", seconds() * 1000, "ms");
            list();
        });
    }

    void list()
    {
        m_timer.start();
        AuditFilter newest;
        newest.limit = 200;
        m_again.listRecords(newest, this, [this](const Result<QList<StoredRecord>> &result) {
            require(result.ok() && result.value().size() == 200);
            print("newest 200 of 100,000 listed", seconds() * 1000, "ms");
            turnPage();
        });
    }

    void turnPage()
    {
        m_timer.start();
        AuditFilter page;
        page.limit = 200;
        page.beforeSeq = 50'000;
        m_again.listRecords(page, this, [this](const Result<QList<StoredRecord>> &result) {
            require(result.ok() && result.value().size() == 200);
            print("200 from the middle of 100,000 listed", seconds() * 1000, "ms");
            findQueue();
        });
    }

    /// As an approval and the last change of a capacity are looked up: the action alone would be
    /// that of half the log.
    void findQueue()
    {
        m_timer.start();
        AuditFilter ofQueue;
        ofQueue.tenant =
            tenantIdOf(QUrl(QStringLiteral("https://tenant.example")), QStringLiteral("demo"));
        ofQueue.queue = QStringLiteral("Support 50000");
        ofQueue.actions = {word(AuditAction::QueueProvisioned), word(AuditAction::QueueUpdated)};
        ofQueue.outcome = word(AuditOutcome::Success);
        ofQueue.limit = 100;
        m_again.listRecords(ofQueue, this, [this](const Result<QList<StoredRecord>> &result) {
            require(result.ok() && result.value().size() == 1);
            print("a queue's changes found among 100,000", seconds() * 1000, "ms");
            search();
        });
    }

    void search()
    {
        m_timer.start();
        AuditFilter absent;
        absent.limit = 200;
        absent.text = QStringLiteral("in no record");
        m_again.listRecords(absent, this, [this](const Result<QList<StoredRecord>> &result) {
            require(result.ok() && result.value().isEmpty());
            print("100,000 searched for a text that isn't there", seconds() * 1000, "ms");
            summarize();
        });
    }

    void summarize()
    {
        m_timer.start();
        m_again.summarize({}, {}, this, [this](const Result<AuditSummary> &result) {
            require(result.ok() && result.value().records > 100'000);
            print("100,000 summed up", seconds() * 1000, "ms");
            verify();
        });
    }

    void verify()
    {
        m_timer.start();
        m_again.verify({}, this, [this](const Result<Verification> &result) {
            require(result.ok() && result.value().ok && result.value().records > 100'000);
            print("100,000 verified", seconds() * 1000, "ms");
            QCoreApplication::quit();
        });
    }

    SystemClock m_clock;
    Records m_records;
    Records m_again;
    QElapsedTimer m_timer;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    if (argc != 2) {
        std::fputs("recordsbench FILE\n", stderr);
        return 2;
    }
    Measurement measurement(QString::fromLocal8Bit(argv[1]));
    measurement.start();
    return QCoreApplication::exec();
}

#include "domain/tenantid.h"
#include "recordsbench.moc"

// A process of its own for the tests: shares, holds or fills an audit log, and may be killed.

#include "fixture.h"
#include "records/recordsengine.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

#include <atomic>
#include <functional>
#include <map>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace queuesmith;

namespace {
constexpr int kNotPossibleHere = 77;

void say(const QString &line) { QTextStream(stdout) << line << Qt::endl; }

template <typename T> QString codeOf(const Result<T> &result)
{
    return result ? QStringLiteral("ok") : result.error().code;
}

AuditIdentity identity()
{
    return {QStringLiteral("helper"), QStringLiteral("desk"), WaitingRecords::tenant()};
}

Change oneRecord(qsizetype reasonSize)
{
    AuditRecord step = record(AuditAction::SignedIn, AuditOutcome::Success, {});
    step.reason = QString(reasonSize, QLatin1Char('x'));
    Change change;
    change.records = {step};
    return change;
}

int openLog(const QStringList &arguments)
{
    RecordsEngine engine(arguments.at(0));
    say(codeOf(engine.open(QDateTime::currentDateTimeUtc())));
    return 0;
}

/// Appends and says each number once it is on disk.
int append(const QStringList &arguments)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    RecordsEngine engine(arguments.at(0));
    if (const Status opened = engine.open(now); !opened) {
        say(opened.error().message);
        return 1;
    }
    for (int i = 0; i < arguments.at(1).toInt(); ++i) {
        const auto done = engine.commit(oneRecord(10), identity(), now);
        if (!done) {
            say(done.error().message);
            return 1;
        }
        say(QString::number(done.value().first()));
    }
    return 0;
}

/// Claims a queue, brings it to the state, and stays until it is killed; with a third argument it
/// has been told to a person before.
int holdIn(OperationState state, const QStringList &arguments)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    RecordsEngine engine(arguments.at(0));
    Change change;
    change.operation = operation(arguments.at(1));
    if (!engine.open(now) || !engine.claim(*change.operation, now))
        return 1;
    change.operation->state = state;
    change.records = {
        record(AuditAction::QueueProvisioned, AuditOutcome::Intent, change.operation->id)};
    if (!engine.commit(change, identity(), now))
        return 1;
    if (!arguments.value(2).isEmpty() && !engine.markReported(change.operation->id))
        return 1;
    say(QStringLiteral("holding"));
    ::pause();
    return 0;
}

int hold(const QStringList &arguments) { return holdIn(OperationState::Sent, arguments); }
int finish(const QStringList &arguments) { return holdIn(OperationState::Verified, arguments); }

/// Mounts of this process alone.
bool ownMounts()
{
    const int kind = ::geteuid() == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER;
    return ::unshare(kind) == 0
        && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

int openOnReadOnlyDisk(const QStringList &arguments)
{
    const QByteArray folder = QFile::encodeName(arguments.at(0));
    if (!ownMounts()
        || ::mount(folder.constData(), folder.constData(), nullptr, MS_BIND, nullptr) != 0
        || ::mount(nullptr, folder.constData(), nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr)
            != 0)
        return kNotPossibleHere;
    const QString file = arguments.at(0) + QStringLiteral("/audit.sqlite");
    const QString absent = arguments.at(0) + QStringLiteral("/absent.sqlite");
    const QDateTime now = QDateTime::currentDateTimeUtc();
    say(codeOf(RecordsEngine(file).open(now)));
    say(codeOf(RecordsEngine(absent).open(now)));
    RecordsEngine reader(file);
    say(codeOf(reader.openReadOnly()));
    const auto verified = reader.verify({}, std::atomic_bool(false), [](qint64, qint64) {});
    say(verified ? QString::number(verified.value().records) : verified.error().message);
    return 0;
}

bool fillDisk(const QString &file)
{
    QFile ballast(file);
    if (!ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return false;
    while (ballast.write(QByteArray(4096, 'b')) == 4096) { }
    return true;
}

int useFullDisk(const QStringList &arguments)
{
    const QByteArray folder = QFile::encodeName(arguments.at(0));
    if (!ownMounts() || ::mount("tmpfs", folder.constData(), "tmpfs", 0, "size=1m") != 0)
        return kNotPossibleHere;
    const QString file = arguments.at(0) + QStringLiteral("/audit.sqlite");
    const QString ballast = arguments.at(0) + QStringLiteral("/ballast");
    const QDateTime now = QDateTime::currentDateTimeUtc();
    fillDisk(ballast);
    say(QStringLiteral("new: ") + codeOf(RecordsEngine(file).open(now)));
    say(QStringLiteral("there: %1").arg(QFile::exists(file)));
    QFile::remove(ballast);
    {
        RecordsEngine engine(file);
        say(QStringLiteral("open: ") + codeOf(engine.open(now)));
        fillDisk(ballast);
        qint64 written = 0;
        auto result = engine.commit(oneRecord(20'000), identity(), now);
        for (; result.ok() && written < 1000; ++written)
            result = engine.commit(oneRecord(20'000), identity(), now);
        say(QStringLiteral("commit: ") + codeOf(result));
        say(QStringLiteral("claim: ")
            + codeOf(engine.claim(operation(QString(20'000, QLatin1Char('q'))), now)));
        QFile::remove(ballast);
        say(QStringLiteral("again: ") + codeOf(engine.commit(oneRecord(10), identity(), now)));
        const auto verified = engine.verify({}, std::atomic_bool(false), [](qint64, qint64) {});
        say(QStringLiteral("chain: %1")
                .arg(verified && verified.value().ok && verified.value().records == written + 1));
    }
    const QByteArray before = bytesOf(file);
    fillDisk(ballast);
    say(QStringLiteral("reopen: ") + codeOf(RecordsEngine(file).open(now)));
    say(QStringLiteral("same: %1").arg(before == bytesOf(file)));
    return 0;
}
} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const std::map<QString, std::function<int(const QStringList &)>> commands{
        {QStringLiteral("open"), openLog},
        {QStringLiteral("append"), append},
        {QStringLiteral("hold"), hold},
        {QStringLiteral("finish"), finish},
        {QStringLiteral("read-only"), openOnReadOnlyDisk},
        {QStringLiteral("full-disk"), useFullDisk},
    };
    const QStringList arguments = QCoreApplication::arguments();
    const auto command = commands.find(arguments.value(1));
    return command == commands.end() ? 2 : command->second(arguments.mid(2));
}

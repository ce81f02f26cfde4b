#include "platform/processes.h"

#include "platform/bootclock.h"

#include <QFile>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <optional>
#include <unistd.h>

namespace queuesmith {

namespace {
/// The clock may have been set a little meanwhile.
constexpr qint64 kSlackSeconds = 60;

/// When it began, by the clock of now.
std::optional<QDateTime> beginOf(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray line = file.readAll();
    // The second field is a name in brackets, and may hold blanks and brackets.
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    constexpr qsizetype kStartTime = 22 - 3;
    bool isNumber = false;
    const qint64 ticks = fields.value(kStartTime).toLongLong(&isNumber);
    if (!isNumber)
        return std::nullopt;
    const qint64 age = std::chrono::duration_cast<std::chrono::seconds>(timeSinceBoot()).count()
        - ticks / ::sysconf(_SC_CLK_TCK);
    return QDateTime::currentDateTimeUtc().addSecs(-age);
}
} // namespace

bool processLives(qint64 process, const QDateTime &since)
{
    if (process <= 0 || (::kill(static_cast<pid_t>(process), 0) != 0 && errno == ESRCH))
        return false;
    const std::optional<QDateTime> begun = beginOf(process);
    return !begun || !since.isValid() || *begun <= since.addSecs(kSlackSeconds);
}

} // namespace queuesmith

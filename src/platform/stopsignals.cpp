#include "platform/stopsignals.h"

#include <QList>
#include <QSocketNotifier>

#include <csignal>

#include <sys/signalfd.h>
#include <unistd.h>

namespace queuesmith {

namespace {

/// Those that weren't ignored when the program was started.
QList<int> stopSignals()
{
    QList<int> numbers;
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction present = {};
        if (sigaction(number, nullptr, &present) == 0 && present.sa_handler != SIG_IGN)
            numbers.append(number);
    }
    return numbers;
}

} // namespace

void endAtOnceWhenStopped(int exitCode)
{
    static volatile std::sig_atomic_t code = 0;
    code = exitCode;
    const auto endNow = [](int) { _exit(code); };
    for (const int number : stopSignals())
        std::signal(number, endNow);
}

StopSignals::StopSignals(QObject *parent)
    : QObject(parent)
{
    sigset_t signals{};
    sigemptyset(&signals);
    for (const int number : stopSignals())
        sigaddset(&signals, number);
    // Threads inherit the mask, so the descriptor is the only one that gets them.
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_descriptor = signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
    auto *notifier = new QSocketNotifier(m_descriptor, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        signalfd_siginfo info{};
        while (read(m_descriptor, &info, sizeof info) == static_cast<ssize_t>(sizeof info)) { }
        Q_EMIT stopRequested();
    });
}

StopSignals::~StopSignals() { close(m_descriptor); }

} // namespace queuesmith

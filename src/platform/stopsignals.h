#pragma once

#include <QObject>

class QSocketNotifier;

namespace queuesmith {

/// SIGINT, SIGTERM and SIGHUP as a Qt signal. One that is ignored when it is made stays ignored, as
/// SIGHUP under nohup. To be made before any other thread starts.
class StopSignals final : public QObject {
    Q_OBJECT

public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

    Q_SIGNAL void stopRequested();

private:
    int m_descriptor = -1;
};

/// For a command that opens nothing, so has nothing to put in order: the same signals end the
/// program at once, however busy it is.
void endAtOnceWhenStopped(int exitCode);

} // namespace queuesmith

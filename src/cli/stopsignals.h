#pragma once

#include <QObject>

class QSocketNotifier;

namespace queuesmith {

/// SIGINT and SIGTERM as a Qt signal. To be made before any other thread starts.
class StopSignals final : public QObject {
    Q_OBJECT

public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

    Q_SIGNAL void stopRequested();

private:
    int m_descriptor = -1;
};

} // namespace queuesmith

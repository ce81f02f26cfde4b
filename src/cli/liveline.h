#pragma once

#include "http/httptypes.h"
#include "provisioning/provisionreport.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace queuesmith {

class Output;

/// Says on standard error what a job is doing: a line that is kept up to date on a terminal, with a
/// countdown while it waits, and what was out of the ordinary left above it; one line for each
/// event elsewhere.
class LiveLine final : public QObject {
    Q_OBJECT

public:
    /// `subject` is what it is about, e.g. a queue's name in quotes.
    LiveLine(const Output &output, QString subject, QObject *parent);
    ~LiveLine() override;

    void setStage(Stage stage);
    /// The same for work that has no stages.
    void setText(const QString &text);
    void setAttempt(int attempt, int maxAttempts);
    void setWaiting(const Waiting &waiting);
    /// Leaves the terminal's line empty for the result.
    void clear();

private:
    void say(const QString &text);
    void keep(const QString &text);
    void keepWait();
    void repaint();

    const Output &m_output;
    QString m_subject;
    QString m_stage;
    Waiting m_waiting;
    QElapsedTimer m_since;
    QTimer m_tick;
    bool m_isTerminal;
    bool m_shown = false;
    bool m_waited = false;
};

} // namespace queuesmith

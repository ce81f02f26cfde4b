#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QContiguousCache>
#include <QHash>
#include <QLoggingCategory>
#include <QMutex>

#include <functional>
#include <memory>

namespace queuesmith {

class KnownSecrets;

/// Where every message of the program's log goes, Qt's own too: it becomes one line of time (UTC),
/// level, category, thread and text, without known secrets and without what would steer a terminal.
///
///     2026-12-01T10:00:00.123Z info queuesmith.auth main token seconds=3600
///
/// Messages come from any thread; everything else is for the thread that has made it. It must
/// outlive the threads that it hears of.
class DiagnosticLog {
public:
    using Print = std::function<void(const QByteArray &line)>;

    /// `print` gets those lines that QLoggingCategory's rules ask for, one at a time, on any
    /// thread.
    DiagnosticLog(std::shared_ptr<const KnownSecrets> secrets, Print print);
    ~DiagnosticLog();
    DiagnosticLog(const DiagnosticLog &) = delete;
    DiagnosticLog &operator=(const DiagnosticLog &) = delete;

    /// From now on it is Qt's message handler. Keeps the newest `most` lines in memory, and for
    /// that turns on all categories of ours, whatever is printed. Once, and one log at a time.
    void start(qsizetype most = 0);

    /// Any thread.
    [[nodiscard]] QByteArrayList kept() const;

private:
    static void handle(QtMsgType type, const QMessageLogContext &context, const QString &message);
    static void filter(QLoggingCategory *category);
    void take(QtMsgType type, const QByteArray &category, const QString &message);
    void adjust(QLoggingCategory *category);
    [[nodiscard]] bool isPrinted(QtMsgType type, const QByteArray &category) const;
    [[nodiscard]] QByteArray lineOf(
        QtMsgType type, const QByteArray &category, const QString &message) const;

    std::shared_ptr<const KnownSecrets> m_secrets;
    Print m_print;
    bool m_isStarted = false;
    QtMessageHandler m_handlerBefore = nullptr;
    QLoggingCategory::CategoryFilter m_filterBefore = nullptr;
    mutable QMutex m_linesMutex;
    QContiguousCache<QByteArray> m_lines;
    // Apart: a message may be the first of its category, and bring the filter along.
    mutable QMutex m_rulesMutex;
    QHash<QByteArray, QList<QtMsgType>> m_printed; ///< of each category of ours
};

} // namespace queuesmith

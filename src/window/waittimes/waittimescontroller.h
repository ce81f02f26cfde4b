#pragma once

#include "domain/error.h"
#include "domain/latest.h"
#include "window/waittimes/judgement.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace queuesmith {

class HistoryLoad;
class HistoryLoader;

/// What a page of wait times is about.
struct WaitQuestion {
    QueueId queue;
    int days = 28;
    std::optional<AppliedCapacity> changed; ///< in the last two weeks
    CapacityConfig config; ///< policy, targets, present capacity, licence, zone

    [[nodiscard]] bool asksSame(const WaitQuestion &other) const
    {
        return queue == other.queue && days == other.days;
    }
};

/// Loads a queue's history and works out what follows from it, on threads of its own. A question
/// that was replaced is never answered. Lives on the GUI thread, where it only hands over.
class WaitTimesController final : public QObject {
    Q_OBJECT

public:
    /// `loader` must outlive this.
    explicit WaitTimesController(HistoryLoader &loader, QObject *parent = nullptr);

    /// Another queue or range: what the cache has is shown at once, then what is new is read. Only
    /// another config: worked out anew a moment after the last change.
    void ask(const WaitQuestion &question);
    void reload(); ///< the same once more, from the tenant
    void cancel(); ///< what was read until now stays

    /// The figures at one capacity, from the model of what is shown.
    void readOff(int capacity);

    [[nodiscard]] const WaitQuestion &question() const { return m_question; }
    [[nodiscard]] bool isLoading() const { return m_load || m_simpleLoad; }
    [[nodiscard]] const std::optional<History> &history() const { return m_history; }

    Q_SIGNAL void loadingChanged(bool loading);
    Q_SIGNAL void progressed(qint64 done, qint64 total);
    /// A history is there; `same` when it is of the queue and range that were shown before.
    Q_SIGNAL void viewReady(const queuesmith::HistoryView &view, bool same);
    Q_SIGNAL void judgementStarted();
    Q_SIGNAL void judgementReady(const queuesmith::Judgement &judgement);
    Q_SIGNAL void readingReady(const queuesmith::Prediction &reading);
    /// Also when it was cancelled: kind Cancelled.
    Q_SIGNAL void failed(const queuesmith::Error &error);

private:
    void load();
    void loadSimpleRule();
    void take(const History &history);
    void judgeSoon();
    void judgeNow();

    HistoryLoader &m_loader;
    WaitQuestion m_question;
    HistoryLoad *m_load = nullptr;
    HistoryLoad *m_simpleLoad = nullptr;
    std::optional<History> m_history;
    std::optional<History> m_simpleRule;
    std::shared_ptr<const CapacityModel> m_model;
    QTimer m_settled;
    Latest m_loads;
    Latest m_views;
    Latest m_judgements;
    bool m_isShown = false; ///< the view of this question was shown before
    bool m_isJudging = false;
    bool m_judgeAgain = false;
    std::optional<int> m_wanted; ///< to be read off
    bool m_isReading = false;
};

} // namespace queuesmith

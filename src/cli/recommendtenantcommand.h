#pragma once

#include "command.h"
#include "queuerecommender.h"

namespace queuesmith {

class LiveLine;

/// `recommend QUEUE`: a queue of the tenant, by id or by its exact name.
class RecommendQueueCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    void recommend(const Queue &queue);

    QueueRecommender *m_recommender = nullptr;
    LiveLine *m_live = nullptr;
};

/// `recommend --all`: every queue of the tenant, one after the other. One that fails doesn't end
/// it.
class RecommendAllCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    void next();
    void report();

    QueueRecommender *m_recommender = nullptr;
    LiveLine *m_live = nullptr;
    QList<Queue> m_queues;
    qsizetype m_next = 0;
    Error m_listError; ///< the list of queues is incomplete
    bool m_complete = true;
    QList<QueueRecommendation> m_done;
    QList<std::pair<Queue, Error>> m_failed;
};

} // namespace queuesmith

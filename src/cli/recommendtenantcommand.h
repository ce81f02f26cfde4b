#pragma once

#include "cli/command.h"
#include "workplace/queuerecommender.h"

namespace queuesmith {

class LiveLine;

/// What the two ways to ask for a tenant's queues have in common.
class RecommendCommand : public Command {
    Q_OBJECT

public:
    using Command::Command;

protected:
    /// Makes the recommender of the options and the line that tells of its work; false when the
    /// command has ended with what is wrong with them.
    [[nodiscard]] bool begin();

    // NOLINTBEGIN(cppcoreguidelines-non-private-member-variables-in-classes): as in Command
    QueueRecommender *m_recommender = nullptr;
    LiveLine *m_live = nullptr;
    // NOLINTEND(cppcoreguidelines-non-private-member-variables-in-classes)
};

/// `recommend QUEUE`: a queue of the tenant, by id or by its exact name.
class RecommendQueueCommand final : public RecommendCommand {
    Q_OBJECT

public:
    using RecommendCommand::RecommendCommand;
    void start() override;

private:
    void recommend(const Queue &queue);
};

/// `recommend --all`: every queue of the tenant, one after the other. One that fails doesn't end
/// it.
class RecommendAllCommand final : public RecommendCommand {
    Q_OBJECT

public:
    using RecommendCommand::RecommendCommand;
    void start() override;

private:
    void next();
    void report();

    QList<Queue> m_queues;
    qsizetype m_next = 0;
    Error m_listError; ///< the list of queues is incomplete
    bool m_complete = true;
    QList<QueueRecommendation> m_done;
    QList<std::pair<Queue, Error>> m_failed;
};

} // namespace queuesmith

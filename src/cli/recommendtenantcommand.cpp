#include "cli/recommendtenantcommand.h"

#include "cli/capacityoptions.h"
#include "cli/liveline.h"
#include "cli/queuefinder.h"
#include "cli/recommendationtext.h"

#include <QJsonArray>

#include <algorithm>
#include <cstdlib>

namespace queuesmith {

namespace {

constexpr int kUsualDays = 28;

/// Makes the recommender, or says what is wrong with the options.
Result<QueueRecommender *> makeRecommender(Session &session, QObject *parent)
{
    if (const Status status =
            refuseOptions(session.line(), {QStringLiteral("capacity"), QStringLiteral("interval")},
                QStringLiteral("with --history"));
        !status)
        return status.error();
    const Result<QJsonObject> settings = capacityOptions(session.line());
    if (!settings)
        return settings.error();
    const int days =
        session.line().extra.value(QStringLiteral("days"), QString::number(kUsualDays)).toInt();
    auto *recommender = new QueueRecommender(session.workplace(), settings.value(), days, parent);
    if (const Status usable = recommender->check(); !usable)
        return usable.error();
    return recommender;
}

QString titleOf(const Queue &queue)
{
    return QStringLiteral("“%1” (%2)").arg(queue.definition.name, queue.id.value);
}

int changeOf(const QueueRecommendation &result)
{
    const Recommendation &recommendation = result.judged.recommendation;
    return recommendation.recommendedCapacity && recommendation.currentCapacity
        ? std::abs(*recommendation.recommendedCapacity - *recommendation.currentCapacity)
        : -1;
}

QString waitText(const Recommendation &recommendation)
{
    return recommendation.data && recommendation.data->asaSeconds
        ? QString::number(*recommendation.data->asaSeconds, 'f', 1)
        : QString();
}

QString tableOf(const QList<QueueRecommendation> &results)
{
    QList<QStringList> rows;
    for (const QueueRecommendation &result : results) {
        const Recommendation &recommendation = result.judged.recommendation;
        const auto number = [](const std::optional<int> &value) {
            return value ? QString::number(*value) : QString();
        };
        const QString range = recommendation.range ? QStringLiteral("%1–%2")
                                                         .arg(recommendation.range->first)
                                                         .arg(recommendation.range->second)
                                                   : QString();
        rows.append({result.queue.id.value, result.queue.definition.name,
            number(recommendation.currentCapacity), number(recommendation.recommendedCapacity),
            wordOf(recommendation.action), number(recommendation.modelCapacity), range,
            waitText(recommendation), wordOf(recommendation.confidence),
            (recommendation.reasons + recommendation.warnings).join(u' ')});
    }
    return textTable({QStringLiteral("Id"), QStringLiteral("Name"), QStringLiteral("Now"),
                         QStringLiteral("Then"), QStringLiteral("Action"), QStringLiteral("Model"),
                         QStringLiteral("Range"), QStringLiteral("Wait s"),
                         QStringLiteral("Confidence"), QStringLiteral("Why")},
        rows, {2, 3, 5, 6, 7});
}

} // namespace

bool RecommendCommand::begin()
{
    const Result<QueueRecommender *> made = makeRecommender(m_session, this);
    if (!made) {
        fail(made.error());
        return false;
    }
    m_recommender = made.value();
    m_live = new LiveLine(m_output, QString(), this);
    connect(m_recommender, &QueueRecommender::waiting, m_live, &LiveLine::setWaiting);
    return true;
}

void RecommendQueueCommand::start()
{
    if (!begin())
        return;
    findQueue(m_session.tenant(), line().words.last(), this, [this](const Result<Queue> &queue) {
        if (queue)
            recommend(queue.value());
        else
            fail(queue.error());
    });
}

void RecommendQueueCommand::recommend(const Queue &queue)
{
    m_live->setText(tr("Reading the history of %1").arg(titleOf(queue)));
    connect(
        m_recommender, &QueueRecommender::progressed, m_live, [this, queue](int done, int total) {
            m_live->setText(
                tr("Reading the history of %1: %2 of %3")
                    .arg(titleOf(queue), QString::number(done), QString::number(total)));
        });
    m_recommender->recommend(queue, [this](const Result<QueueRecommendation> &result) {
        m_live->clear();
        if (!result) {
            fail(result.error());
            return;
        }
        const QueueRecommendation &found = result.value();
        for (const Sentence &note : found.history.notes)
            m_output.note(note.english());
        m_output.result(
            toJson(found), titleOf(found.queue) + u'\n' + recommendationText(found.judged));
        Q_EMIT finished(ExitCode::Done);
    });
}

void RecommendAllCommand::start()
{
    if (!begin())
        return;
    m_session.tenant().listQueues(this, [this](const Result<Listing<Queue>> &result) {
        if (!result) {
            fail(result.error());
            return;
        }
        m_queues = result.value().items;
        m_complete = result.value().complete();
        m_listError = incompleteList(result.value().incompleteBecause);
        next();
    });
}

void RecommendAllCommand::next()
{
    if (m_next == m_queues.size()) {
        report();
        return;
    }
    const Queue queue = m_queues.at(m_next++);
    m_live->setText(
        tr("%1 of %2: %3")
            .arg(QString::number(m_next), QString::number(m_queues.size()), titleOf(queue)));
    m_recommender->recommend(queue, [this, queue](const Result<QueueRecommendation> &result) {
        if (result) {
            m_done.append(result.value());
        } else if (result.error().kind == ErrorKind::NotAllowed) {
            // The next queue would be refused just so.
            m_live->clear();
            fail(result.error());
            return;
        } else {
            m_live->clear();
            m_output.note(titleOf(queue) + QStringLiteral(": ") + result.error().message);
            m_failed.append({queue, result.error()});
        }
        next();
    });
}

void RecommendAllCommand::report()
{
    m_live->clear();
    std::stable_sort(m_done.begin(), m_done.end(),
        [](const QueueRecommendation &a, const QueueRecommendation &b) {
            return changeOf(a) > changeOf(b);
        });
    QJsonArray recommendations;
    for (const QueueRecommendation &result : std::as_const(m_done))
        recommendations.append(toJson(result));
    QJsonArray failed;
    for (const auto &[queue, error] : std::as_const(m_failed))
        failed.append(QJsonObject{{QStringLiteral("queueId"), queue.id.value},
            {QStringLiteral("queueName"), queue.definition.name},
            {QStringLiteral("error"), toJson(error)}});
    QJsonObject json{{QStringLiteral("recommendations"), recommendations}};
    if (!failed.isEmpty())
        json.insert(QStringLiteral("failed"), failed);
    if (!m_complete) {
        m_output.note(m_listError.message);
        json.insert(QStringLiteral("error"), toJson(m_listError));
    }
    m_output.result(json, tableOf(m_done));
    if (!m_complete)
        Q_EMIT finished(ExitCode::Failed);
    else
        Q_EMIT finished(m_failed.isEmpty() ? ExitCode::Done : ExitCode::Unfinished);
}

} // namespace queuesmith

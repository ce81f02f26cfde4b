#include "waittimescontroller.h"

#include "background.h"
#include "historyloader.h"

#include <utility>

namespace queuesmith {

namespace {

using namespace std::chrono_literals;

/// After the last change of a target, before it is worked out: typing “120” is one question.
constexpr auto kSettled = 250ms;

} // namespace

WaitTimesController::WaitTimesController(HistoryLoader &loader, QObject *parent)
    : QObject(parent)
    , m_loader(loader)
{
    m_settled.setSingleShot(true);
    m_settled.setInterval(kSettled);
    connect(&m_settled, &QTimer::timeout, this, &WaitTimesController::judgeNow);
}

void WaitTimesController::ask(const WaitQuestion &question)
{
    const bool isSame = question.asksSame(m_question) && (m_history || m_load);
    const bool needsRule =
        question.config.policy == Policy::Threshold && !m_simpleRule && !m_simpleLoad;
    m_question = question;
    if (!isSame) {
        m_history.reset();
        m_simpleRule.reset();
        m_model.reset();
        m_isShown = false;
        ++m_viewed;
        ++m_judged;
        load();
        return;
    }
    if (needsRule && !m_load)
        loadSimpleRule();
    if (m_history)
        judgeSoon();
}

void WaitTimesController::reload()
{
    if (!m_question.queue.isEmpty())
        load();
}

void WaitTimesController::cancel()
{
    for (HistoryLoad *load : {m_load, m_simpleLoad}) {
        if (load)
            load->cancel();
    }
}

void WaitTimesController::load()
{
    const int round = ++m_round;
    // Their answers are those of an older round now.
    for (HistoryLoad *old :
        {std::exchange(m_load, nullptr), std::exchange(m_simpleLoad, nullptr)}) {
        if (old)
            old->cancel();
    }
    m_load = m_loader.load(
        m_question.queue, m_question.days, this, [this, round](const Result<History> &result) {
            if (round != m_round)
                return;
            m_load = nullptr;
            Q_EMIT loadingChanged(isLoading());
            if (result)
                take(result.value());
            else
                Q_EMIT failed(result.error());
        });
    connect(m_load, &HistoryLoad::cached, this, [this, round](const History &history) {
        if (round == m_round)
            take(history);
    });
    connect(m_load, &HistoryLoad::progressed, this, [this, round](int done, int total) {
        if (round == m_round)
            Q_EMIT progressed(done, total);
    });
    if (m_question.config.policy == Policy::Threshold)
        loadSimpleRule();
    else
        Q_EMIT loadingChanged(true);
}

void WaitTimesController::loadSimpleRule()
{
    m_simpleLoad = m_loader.loadSimpleRule(
        m_question.queue, this, [this, round = m_round](const Result<History> &result) {
            if (round != m_round)
                return;
            m_simpleLoad = nullptr;
            Q_EMIT loadingChanged(isLoading());
            if (!result) {
                Q_EMIT failed(result.error());
                return;
            }
            m_simpleRule = result.value();
            if (m_history)
                judgeSoon();
        });
    Q_EMIT loadingChanged(true);
}

void WaitTimesController::take(const History &history)
{
    m_history = history;
    runInBackground(
        this, [history, config = m_question.config] { return historyView(history, config); },
        [this, viewed = ++m_viewed](const HistoryView &view) {
            if (viewed == m_viewed)
                Q_EMIT viewReady(view, std::exchange(m_isShown, true));
        });
    judgeNow();
}

void WaitTimesController::judgeSoon()
{
    ++m_judged; // what is under way answers an older question
    m_settled.start();
}

void WaitTimesController::judgeNow()
{
    m_settled.stop();
    if (!m_history || (m_question.config.policy == Policy::Threshold && !m_simpleRule))
        return;
    const int asked = ++m_judged;
    if (m_isJudging) {
        m_judgeAgain = true;
        return;
    }
    m_isJudging = true;
    Q_EMIT judgementStarted();
    runInBackground(
        this,
        [history = *m_history, question = m_question, rule = m_simpleRule] {
            return judge(history, question.config, rule, question.changed);
        },
        [this, asked](const Judgement &judgement) {
            m_isJudging = false;
            if (asked == m_judged) {
                m_model = judgement.model;
                Q_EMIT judgementReady(judgement);
            }
            if (std::exchange(m_judgeAgain, false))
                judgeNow();
        });
}

void WaitTimesController::readOff(int capacity)
{
    m_wanted = capacity;
    if (m_isReading || !m_model)
        return;
    m_isReading = true;
    runInBackground(
        this,
        [model = m_model, wanted = *std::exchange(m_wanted, std::nullopt)] {
            return model->at(wanted);
        },
        [this](const Prediction &reading) {
            m_isReading = false;
            Q_EMIT readingReady(reading);
            if (m_wanted)
                readOff(*m_wanted);
        });
}

} // namespace queuesmith

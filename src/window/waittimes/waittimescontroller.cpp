#include "window/waittimes/waittimescontroller.h"

#include "domain/background.h"
#include "history/historyloader.h"

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
        m_views.renew();
        m_judgements.renew();
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
    m_loads.renew();
    // Their answers are those of an older round now.
    for (HistoryLoad *old :
        {std::exchange(m_load, nullptr), std::exchange(m_simpleLoad, nullptr)}) {
        if (old)
            old->cancel();
    }
    m_load = m_loader.load(m_question.queue, m_question.days, this,
        m_loads.only([this](const Result<History> &result) {
            m_load = nullptr;
            Q_EMIT loadingChanged(isLoading());
            if (result)
                take(result.value());
            else
                Q_EMIT failed(result.error());
        }));
    connect(m_load, &HistoryLoad::cached, this,
        m_loads.only([this](const History &history) { take(history); }));
    connect(m_load, &HistoryLoad::progressed, this,
        m_loads.only([this](int done, int total) { Q_EMIT progressed(done, total); }));
    if (m_question.config.policy == Policy::Threshold)
        loadSimpleRule();
    else
        Q_EMIT loadingChanged(true);
}

void WaitTimesController::loadSimpleRule()
{
    m_simpleLoad = m_loader.loadSimpleRule(
        m_question.queue, this, m_loads.only([this](const Result<History> &result) {
            m_simpleLoad = nullptr;
            Q_EMIT loadingChanged(isLoading());
            if (!result) {
                Q_EMIT failed(result.error());
                return;
            }
            m_simpleRule = result.value();
            if (m_history)
                judgeSoon();
        }));
    Q_EMIT loadingChanged(true);
}

void WaitTimesController::take(const History &history)
{
    m_history = history;
    runInBackground(
        this, [history, config = m_question.config] { return historyView(history, config); },
        m_views.next([this](const HistoryView &view) {
            Q_EMIT viewReady(view, std::exchange(m_isShown, true));
        }));
    judgeNow();
}

void WaitTimesController::judgeSoon()
{
    m_judgements.renew(); // what is under way answers an older question
    m_settled.start();
}

void WaitTimesController::judgeNow()
{
    m_settled.stop();
    if (!m_history || (m_question.config.policy == Policy::Threshold && !m_simpleRule))
        return;
    m_judgements.renew();
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
        [this, isCurrent = m_judgements.current()](const Judgement &judgement) {
            m_isJudging = false;
            if (isCurrent()) {
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

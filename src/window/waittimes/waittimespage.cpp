#include "window/waittimes/waittimespage.h"

#include "cxone/tenantclient.h"
#include "domain/clock.h"
#include "provisioning/recommendationevidence.h"
#include "ui_waittimespage.h"
#include "window/appearance/fonts.h"
#include "window/appearance/wheel.h"
#include "window/review/approvalcontroller.h"
#include "window/review/approvalpanel.h"
#include "window/session/catalog.h"
#include "window/session/recommendations.h"
#include "window/session/tenantsession.h"
#include "window/settings/settings.h"
#include "window/waittimes/queuechooser.h"
#include "window/waittimes/targetsform.h"
#include "window/waittimes/waitcharts.h"
#include "window/waittimes/waitexports.h"
#include "window/waittimes/waitstate.h"

#include <QAction>

#include <algorithm>
#include <limits>

namespace queuesmith {

namespace {

constexpr std::array kRanges{7, 28, 90, 180, 365};
constexpr int kUsualRange = 28;
/// So long a changed capacity is compared with what was promised.
constexpr int kWatchedDays = 14;

enum PolicyChoice { Modelled, SimpleRule };

} // namespace

WaitTimesPage::WaitTimesPage(TenantSession &session, Settings &settings, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_settings(settings)
    , m_ui(std::make_unique<Ui::WaitTimesPage>())
    , m_controller(new WaitTimesController(session.history(), this))
    , m_panel(new ApprovalPanel(this))
    , m_approval(new ApprovalController(session, *m_panel, this))
    , m_factsConnection(makeConnectionButton("factsConnectionButton"))
    , m_messageConnection(makeConnectionButton("messageConnectionButton"))
{
    m_ui->setupUi(this);
    setUp();
    m_chooser = new QueueChooser(*m_ui->queueCombo, session.catalog(), this);
    m_charts = new WaitCharts(*m_ui, this);
    m_exports = new WaitExports(*this, session, *m_charts, [this] { return exportSubject(); });
    makeActions();
    connectParts();
    connectController();
    showLoading(false);
    showFacts();
    updateActions();
}

WaitTimesPage::~WaitTimesPage() = default;

void WaitTimesPage::setUp()
{
    makeTitle(m_ui->pageTitle);
    for (QLabel *hint :
        std::initializer_list<QLabel *>{m_ui->factsLabel, m_ui->readOutLabel, m_ui->cellLabel})
        makeHint(hint);
    for (const int days : kRanges)
        m_ui->rangeCombo->addItem(days == 365 ? tr("1 year") : tr("%1 days").arg(days), days);
    m_ui->rangeCombo->setCurrentIndex(m_ui->rangeCombo->findData(kUsualRange));
    m_ui->policyCombo->addItem(tr("Modelled"), Modelled);
    m_ui->policyCombo->addItem(tr("Simple rule (30 s / 5 %)"), SimpleRule);
    // The wheel may turn over a box that merely has the keyboard, and another queue is no small
    // thing.
    for (QComboBox *box :
        {m_ui->queueCombo, m_ui->rangeCombo, m_ui->policyCombo, m_ui->measureCombo})
        leaveWheelToPage(*box);
    m_ui->waitSplitter->setStretchFactor(0, 1);
    m_ui->waitSplitter->setStretchFactor(1, 0);
    m_ui->waitSplitter->setSizes({650, 310});
    m_ui->evidenceSplitter->setStretchFactor(0, 3);
    m_ui->evidenceSplitter->setStretchFactor(1, 1);
    m_ui->evidenceSplitter->setSizes({430, 150});
    m_panel->setLeadsToWaitTimes(false);
    m_ui->card->addPanel(m_panel);
    m_ui->factsRow->addWidget(m_factsConnection);
    m_ui->messageButtons->insertWidget(
        m_ui->messageButtons->indexOf(m_ui->messageButton) + 1, m_messageConnection);
    m_ui->refreshButton->setToolTip(tr("Reload the history (F5)"));
    m_config.timeZone = QString::fromLatin1(m_session.connection().timeZone.isEmpty()
            ? QTimeZone::systemTimeZoneId()
            : m_session.connection().timeZone);
    m_config.capacityMeaning = meaningOf(m_session.connection().capacity.reading);
}

void WaitTimesPage::makeActions()
{
    m_charts->addActions(*this);
    m_use = addMenuAction(Menu::Capacity, tr("Use the recommended capacity"),
        Qt::CTRL | Qt::SHIFT | Qt::Key_U,
        tr("Open this queue in the editor with the recommended capacity"));
    onlyWhenSeen({m_use});
    const QList<QAction *> exports = m_exports->actions();
    bindButton(m_ui->exportChartButton, exports.at(0));
    bindButton(m_ui->exportDataButton, exports.at(1));
    bindButton(m_ui->reportButton, exports.at(2));
    for (QPushButton *button : {m_ui->exportDataButton, m_ui->reportButton})
        button->setIcon(exports.at(0)->icon());
    connect(m_use, &QAction::triggered, this, &WaitTimesPage::useRecommended);
}

void WaitTimesPage::useRecommended()
{
    const Queue *chosen = queue();
    if (chosen && m_judgement)
        Q_EMIT useCapacityRequested(chosen->id, *m_judgement->recommendation.recommendedCapacity);
}

void WaitTimesPage::connectParts()
{
    connect(&m_session.catalog(), &Catalog::queueStateChanged, this, [this] {
        if (isVisible())
            updateActions();
    });
    connect(m_chooser, &QueueChooser::chosen, this, &WaitTimesPage::chooseQueue);
    connect(m_chooser, &QueueChooser::filled, this, [this] {
        if (queue()
            && m_controller->question().config.currentCapacity != question().config.currentCapacity)
            ask(); // it has another capacity now
        updateActions();
    });
    connect(m_ui->rangeCombo, &QComboBox::currentIndexChanged, this, &WaitTimesPage::ask);
    connect(m_ui->policyCombo, &QComboBox::currentIndexChanged, this, &WaitTimesPage::ask);
    connect(m_ui->refreshButton, &QPushButton::clicked, this, &WaitTimesPage::refresh);
    connect(m_ui->tryAgainButton, &QPushButton::clicked, this, &WaitTimesPage::refresh);
    connect(m_ui->messageButton, &QPushButton::clicked, this, [this] {
        if (m_controller->isLoading())
            m_controller->cancel();
        else
            refresh();
    });
    connect(m_ui->cancelButton, &QPushButton::clicked, m_controller, &WaitTimesController::cancel);
    connect(&m_ui->card->targets(), &TargetsForm::changed, this, &WaitTimesPage::takeTargets);
    connect(m_ui->card, &RecommendationCard::useCapacityRequested, this, [this](int capacity) {
        if (const Queue *chosen = queue())
            Q_EMIT useCapacityRequested(chosen->id, capacity);
    });
    connect(m_charts, &WaitCharts::tabChanged, this, &WaitTimesPage::updateActions);
    connect(m_exports, &WaitExports::noted, this, [this](const QString &note) {
        m_note = note;
        showFacts();
    });
    connect(m_approval, &ApprovalController::decided, this, &WaitTimesPage::updateActions);
    // The capacity may be another one since.
    connect(&m_session, &TenantSession::recorded, this, [this] {
        if (queue())
            lookUpChange();
    });
}

void WaitTimesPage::connectController()
{
    using Controller = WaitTimesController;
    connect(m_controller, &Controller::loadingChanged, this, &WaitTimesPage::showLoading);
    connect(m_controller, &Controller::progressed, this, &WaitTimesPage::showProgress);
    connect(m_controller, &Controller::viewReady, this, &WaitTimesPage::takeView);
    connect(
        m_controller, &Controller::judgementStarted, this, [this] { m_ui->card->setBusy(true); });
    connect(m_controller, &Controller::judgementReady, this, &WaitTimesPage::takeJudgement);
    connect(m_ui->whatIfPane, &WhatIfPane::readingRequested, m_controller, &Controller::readOff);
    connect(m_controller, &Controller::readingReady, m_ui->whatIfPane, &WhatIfPane::setReading);
    connect(m_controller, &Controller::failed, this, &WaitTimesPage::showFailure);
}

void WaitTimesPage::refresh()
{
    m_error.reset();
    if (!queue()) {
        m_session.catalog().refreshQueues();
        return;
    }
    lookUpChange();
    m_controller->reload();
}

void WaitTimesPage::shown() { m_chooser->shown(); }

void WaitTimesPage::showQueue(const QueueId &id) { m_chooser->choose(id); }

const Queue *WaitTimesPage::queue() const { return m_chooser->queue(); }

WaitQuestion WaitTimesPage::question() const
{
    WaitQuestion question;
    question.config = m_config;
    question.days = m_ui->rangeCombo->currentData().toInt();
    question.config.policy =
        m_ui->policyCombo->currentData().toInt() == SimpleRule ? Policy::Threshold : Policy::Erlang;
    const auto inRange = [](qint64 value) {
        return static_cast<int>(std::clamp<qint64>(value, 0, std::numeric_limits<int>::max()));
    };
    if (const std::optional<qint64> licensed = m_session.connection().licensedAgents)
        question.config.licensedAgents = inRange(*licensed);
    const Queue *chosen = queue();
    if (!chosen)
        return question;
    question.queue = chosen->id;
    question.config.currentCapacity = inRange(chosen->definition.capacity);
    // A change that somebody took back since, or made elsewhere, tells nothing of this capacity.
    if (!m_change || m_change->to != chosen->definition.capacity)
        return question;
    const qint64 changedMs = m_change->at.toMSecsSinceEpoch();
    question.config.effectiveFromMs = changedMs;
    if (m_change->from
        && changedMs > m_session.clock().utcNow().addDays(-kWatchedDays).toMSecsSinceEpoch())
        question.changed = AppliedCapacity{changedMs, inRange(m_change->to)};
    return question;
}

void WaitTimesPage::chooseQueue()
{
    m_error.reset();
    m_change.reset();
    m_judgement.reset();
    m_charts->clear();
    m_ui->card->clear({});
    if (const Queue *chosen = queue()) {
        m_config.volumeChange = expectedChange(chosen->id);
        m_approval->setChange(chosen->definition, *chosen);
        m_approval->setEvidence(std::nullopt);
        lookUpChange();
    }
    ask();
}

std::optional<double> WaitTimesPage::expectedChange(const QueueId &id) const
{
    const std::optional<double> kept = m_settings.volumeChange(m_session.title(), id.value);
    return kept ? std::optional(std::clamp(*kept, kLeastVolumeChange, kMostVolumeChange)) : kept;
}

void WaitTimesPage::takeTargets()
{
    m_config = m_ui->card->targets().applied(m_config);
    // Targets hold for every queue, what is expected of its volume for this one only.
    if (const Queue *chosen = queue())
        m_settings.setVolumeChange(m_session.title(), chosen->id.value, m_config.volumeChange);
    m_charts->showTargets(m_config.targets);
    ask();
}

void WaitTimesPage::ask()
{
    m_error.reset();
    if (queue())
        m_controller->ask(question());
    updateActions();
}

void WaitTimesPage::lookUpChange()
{
    const QueueId id = queue()->id;
    findCapacityChange(m_session.auditRecords(), m_session.tenant().tenantId(), id, this,
        [this, id](const Result<std::optional<CapacityChange>> &found) {
            const Queue *chosen = queue();
            // Without a log there is only less to compare with; the log's own page says why.
            if (!chosen || chosen->id != id || !found || !found.value())
                return;
            m_change = found.value();
            m_charts->showChange(m_change->at.toMSecsSinceEpoch());
            ask();
        });
}

void WaitTimesPage::takeJudgement(const Judgement &judgement)
{
    if (!queue())
        return;
    m_judgement = judgement;
    const Recommendation &recommendation = judgement.recommendation;
    const QTimeZone zone = m_charts->series() ? m_charts->series()->zone : QTimeZone::utc();
    m_ui->card->targets().show(m_config, m_config.capacityMeaning != CapacityMeaning::Agents);
    m_ui->card->showRecommendation(recommendation);
    m_ui->card->showBackTest(judgement.backTest, zone);
    m_ui->card->showAfterChange(judgement.afterChange, zone);
    m_charts->showCurve(judgement, m_config.capacityMeaning);
    m_session.recommendations().put(queue()->id, judgement.evidence);
    m_approval->setEvidence(judgement.evidence);
    QueueDefinition wanted = queue()->definition;
    if (recommendation.recommendedCapacity)
        wanted.capacity = *recommendation.recommendedCapacity;
    m_approval->setChange(wanted, *queue());
    updateActions();
}

void WaitTimesPage::takeView(const HistoryView &view, bool same)
{
    if (!queue())
        return; // it is gone
    m_ui->loadStrip->setVisible(m_controller->isLoading());
    m_charts->show(view, same);
    m_charts->showChange(m_change ? std::optional(m_change->at.toMSecsSinceEpoch()) : std::nullopt);
    m_charts->showTargets(m_config.targets);
    showFacts();
    updateActions();
}

QString WaitTimesPage::chosenRange() const { return m_ui->rangeCombo->currentText(); }

std::optional<ExportSubject> WaitTimesPage::exportSubject() const
{
    const Queue *chosen = queue();
    if (!chosen)
        return std::nullopt;
    return ExportSubject{chosen->definition.name, chosenRange(),
        m_ui->factsLabel->text().section(u'\n', 0, 0), m_judgement};
}

void WaitTimesPage::showLoading(bool loading)
{
    m_ui->loadStrip->setVisible(loading && m_charts->series());
    if (loading)
        showProgress(0, 0);
    else
        showFacts();
    updateActions();
}

void WaitTimesPage::showProgress(qint64 done, qint64 total)
{
    const Queue *chosen = queue();
    const QString what =
        readingText(chosen ? chosen->definition.name : QString(), chosenRange(), done, total);
    m_ui->loadLabel->say(StatusKind::Waiting, what);
    m_ui->loadBar->setRange(0, static_cast<int>(total));
    m_ui->loadBar->setValue(static_cast<int>(done));
    if (!m_charts->series())
        showMessage(StatusKind::Waiting, what, tr("Cancel"));
}

void WaitTimesPage::showFacts()
{
    const Queue *chosen = queue();
    const Catalog &catalog = m_session.catalog();
    const std::optional<History> &history = m_controller->history();
    const bool hasSeries = m_charts->series() != nullptr;
    const WaitState state = waitState({catalog.queueState(), !catalog.queues().isEmpty(),
        chosen ? std::optional(chosen->definition.name) : std::nullopt, chosenRange(),
        m_charts->series().get(), history ? &*history : nullptr, m_controller->isLoading(), m_error,
        m_note, m_session.clock().utcNow()});
    m_ui->tryAgainButton->setVisible(m_error && hasSeries);
    m_factsConnection->setVisible(hasSeries && liesWithConnection(m_error));
    m_ui->factsLabel->setText(state.facts);
    m_ui->factsLabel->setVisible(!state.facts.isEmpty());
    if (state.body == WaitState::Body::Charts) {
        m_ui->stack->setCurrentWidget(m_ui->contentPage);
    } else if (state.body == WaitState::Body::Message) {
        showMessage(state.kind, state.message, state.button);
        m_messageConnection->setVisible(state.leadsToConnection);
    }
}

void WaitTimesPage::showFailure(const Error &error)
{
    m_error = error;
    showFacts();
}

void WaitTimesPage::showMessage(
    std::optional<StatusKind> kind, const QString &text, const QString &button)
{
    if (kind)
        m_ui->messageLabel->say(*kind, text);
    else
        m_ui->messageLabel->say(text);
    m_ui->messageButton->setText(button);
    m_ui->messageButton->setVisible(!button.isEmpty());
    m_messageConnection->hide();
    m_ui->stack->setCurrentWidget(m_ui->messagePage);
}

void WaitTimesPage::updateActions()
{
    m_charts->updateActions();
    m_exports->updateActions(m_judgement ? &*m_judgement : nullptr);
    m_use->setEnabled(m_judgement && m_judgement->recommendation.recommendedCapacity);
    m_ui->refreshButton->setEnabled(!m_controller->isLoading());
    if (!m_charts->series() && !m_controller->isLoading())
        showFacts();
}

} // namespace queuesmith

#include "waittimespage.h"

#include "approvalcontroller.h"
#include "approvalpanel.h"
#include "background.h"
#include "catalog.h"
#include "clock.h"
#include "figuresmodel.h"
#include "fonts.h"
#include "queuebox.h"
#include "queuechoices.h"
#include "recommendationevidence.h"
#include "recommendations.h"
#include "settings.h"
#include "sparewidth.h"
#include "tablelook.h"
#include "targetsform.h"
#include "tenantclient.h"
#include "tenantsession.h"
#include "ui_waittimespage.h"
#include "waitdatamodel.h"
#include "waitwords.h"
#include "wheel.h"
#include "wrappedheader.h"

#include <QAction>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>
#include <limits>
#include <numeric>

namespace queuesmith {

namespace {

constexpr std::array kRanges{7, 28, 90, 180, 365};
constexpr int kUsualRange = 28;
/// So long a changed capacity is compared with what was promised.
constexpr int kWatchedDays = 14;

/// So many rows say how wide an interval's text is.
constexpr int kSampledRows = 50;

enum PolicyChoice { Modelled, SimpleRule };

} // namespace

WaitTimesPage::WaitTimesPage(TenantSession &session, Settings &settings, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_settings(settings)
    , m_ui(std::make_unique<Ui::WaitTimesPage>())
    , m_controller(new WaitTimesController(session.history(), this))
    , m_choices(new QueueChoices(this))
    , m_data(new WaitDataModel(this))
    , m_week(new WeekModel(this))
    , m_curve(new CurveModel(this))
    , m_panel(new ApprovalPanel(this))
    , m_approval(new ApprovalController(session, *m_panel, this))
    , m_factsConnection(makeConnectionButton("factsConnectionButton"))
    , m_messageConnection(makeConnectionButton("messageConnectionButton"))
{
    m_ui->setupUi(this);
    setUp();
    setUpTable();
    makeActions();
    connectParts();
    connectCharts();
    connectController();
    showTab();
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
    m_ui->queueCombo->setModel(m_choices);
    makeFindable(*m_ui->queueCombo);
    for (const int days : kRanges)
        m_ui->rangeCombo->addItem(days == 365 ? tr("1 year") : tr("%1 days").arg(days), days);
    m_ui->rangeCombo->setCurrentIndex(m_ui->rangeCombo->findData(kUsualRange));
    m_ui->policyCombo->addItem(tr("Modelled"), Modelled);
    m_ui->policyCombo->addItem(tr("Simple rule (30 s / 5 %)"), SimpleRule);
    for (const Measure measure : {Measure::Wait, Measure::Abandonment, Measure::Volume})
        m_ui->measureCombo->addItem(measureName(measure));
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
    m_ui->noHeatLabel->hide();
    m_ui->factsRow->addWidget(m_factsConnection);
    m_ui->messageButtons->insertWidget(
        m_ui->messageButtons->indexOf(m_ui->messageButton) + 1, m_messageConnection);
    m_ui->refreshButton->setToolTip(tr("Reload the history (F5)"));
    m_config.timeZone = QString::fromLatin1(m_session.connection().timeZone.isEmpty()
            ? QTimeZone::systemTimeZoneId()
            : m_session.connection().timeZone);
    m_config.capacityMeaning = meaningOf(m_session.connection().capacity.reading);
}

void WaitTimesPage::setUpTable()
{
    const auto show = [this](QTableView *table, QAbstractItemModel *model, const QList<int> &widths,
                          Tab tab) {
        WrappedHeader::giveTo(table);
        table->setModel(model);
        setTableLook(table, widths);
        QList<int> figures(widths.size() - 1);
        std::iota(figures.begin(), figures.end(), 1);
        SpareWidth::giveTo(table, figures);
        // Not the current row: a table that merely gets the keyboard makes its first one current.
        connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this, tab](const QItemSelection &selected) {
                if (!selected.isEmpty())
                    followRow(tab, selected.constFirst().top());
            });
    };
    show(m_ui->waitTable, m_data, {24, 7, 6, 5, 8, 7}, Tab::History);
    show(m_ui->weekTable, m_week, {15, 9, 7, 8, 8}, Tab::Week);
    show(m_ui->curveTable, m_curve, {7, 7, 7, 7, 7, 7, 7}, Tab::WhatIf);
    m_ui->waitTable->horizontalHeader()->setResizeContentsPrecision(kSampledRows);
}

void WaitTimesPage::connectParts()
{
    const Catalog &catalog = m_session.catalog();
    connect(&catalog, &Catalog::queuesReplaced, this, &WaitTimesPage::fillQueues);
    connect(&catalog, &Catalog::queuesAppended, this, &WaitTimesPage::fillQueues);
    connect(&catalog, &Catalog::queueStateChanged, this, [this] {
        if (isVisible())
            updateActions();
    });
    connect(m_ui->queueCombo, &QComboBox::currentIndexChanged, this, &WaitTimesPage::chooseQueue);
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
    connect(m_approval, &ApprovalController::decided, this, &WaitTimesPage::updateActions);
    // The capacity may be another one since.
    connect(&m_session, &TenantSession::recorded, this, [this] {
        if (queue())
            lookUpChange();
    });
}

void WaitTimesPage::connectCharts()
{
    connect(m_ui->chartTabs, &QTabWidget::currentChanged, this, &WaitTimesPage::showTab);
    connect(m_ui->measureCombo, &QComboBox::currentIndexChanged, this, &WaitTimesPage::showHeat);
    connect(m_ui->heatMap, &HeatMap::cellMarked, m_ui->cellLabel, &QLabel::setText);
    connect(m_ui->historyChart, &HistoryChart::cursorMoved, this, &WaitTimesPage::followCursor);
    connect(m_ui->whatIfPane, &WhatIfPane::readingRequested, m_controller,
        &WaitTimesController::readOff);
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

void WaitTimesPage::shown()
{
    m_wasShown = true;
    if (m_isStale)
        fillQueues();
}

void WaitTimesPage::showQueue(const QueueId &id)
{
    m_wanted = id;
    const int place = m_choices->rowOf(id.value);
    if (place < 0) {
        fillQueues();
        return;
    }
    m_wanted = {};
    m_ui->queueCombo->setCurrentIndex(place);
}

/// Sorting many queues takes its time, so it is done elsewhere, and only for a page that is seen or
/// wanted.
void WaitTimesPage::fillQueues()
{
    m_isStale = !isVisible() && m_wanted.isEmpty();
    if (m_isStale)
        return;
    runInBackground(
        this, [queues = m_session.catalog().queues()] { return sortedChoices(queues); },
        [this, round = ++m_filled](const QList<QueueChoice> &choices) {
            if (round == m_filled)
                takeChoices(choices);
        });
}

void WaitTimesPage::takeChoices(const QList<QueueChoice> &choices)
{
    const QString before = m_ui->queueCombo->currentData().toString();
    {
        const QSignalBlocker quiet(m_ui->queueCombo);
        const TypedText typed(*m_ui->queueCombo);
        m_choices->setChoices(choices);
        m_ui->queueCombo->setCurrentIndex(m_choices->rowOf(before));
    }
    const int wanted = m_choices->rowOf(m_wanted.value);
    if (wanted >= 0) {
        m_wanted = {};
        m_ui->queueCombo->setCurrentIndex(wanted);
    } else if (before.isEmpty() && m_wasShown && !choices.isEmpty()) {
        // What the page is for is seen at once, and any other queue is one choice away.
        m_ui->queueCombo->setCurrentIndex(0);
    } else if (m_ui->queueCombo->currentData().toString() != before) {
        chooseQueue(); // it is gone
    } else if (queue()
        && m_controller->question().config.currentCapacity != question().config.currentCapacity) {
        ask(); // it has another capacity now
    }
    updateActions();
}

const Queue *WaitTimesPage::queue() const
{
    return m_session.catalog().queue(QueueId{m_ui->queueCombo->currentData().toString()});
}

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
    m_view = {};
    m_data->setSeries(std::make_shared<WaitSeries>());
    m_week->setHeats({});
    m_curve->setCurve({});
    m_ui->whatIfPane->setCurve({}, {}, {}, {});
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
    showTargets();
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
            m_ui->historyChart->setChangedAt(m_change->at.toMSecsSinceEpoch());
            ask();
        });
}

void WaitTimesPage::takeJudgement(const Judgement &judgement)
{
    if (!queue())
        return;
    m_judgement = judgement;
    const Recommendation &recommendation = judgement.recommendation;
    const QTimeZone zone = m_view.series ? m_view.series->zone : QTimeZone::utc();
    m_ui->card->targets().show(m_config, m_config.capacityMeaning != CapacityMeaning::Agents);
    m_ui->card->showRecommendation(recommendation);
    m_ui->card->showBackTest(judgement.backTest, zone);
    m_ui->card->showAfterChange(judgement.afterChange, zone);
    m_curve->setCurve(judgement.curve);
    const CapacityMarks marks{recommendation.currentCapacity, recommendation.recommendedCapacity,
        recommendation.config.licensedAgents, {}};
    m_ui->whatIfPane->setCurve(judgement.curve, recommendation.config.targets, marks,
        m_config.capacityMeaning == CapacityMeaning::Agents
            ? tr("No curve: without calls and handle times the model can't predict the effect of a "
                 "capacity.")
            : tr("No curve: capacity means waiting places here, and more of them don't shorten "
                 "waits. The recommendation says what they do."));
    m_session.recommendations().put(queue()->id, judgement.evidence);
    m_approval->setEvidence(judgement.evidence);
    QueueDefinition wanted = queue()->definition;
    if (recommendation.recommendedCapacity)
        wanted.capacity = *recommendation.recommendedCapacity;
    m_approval->setChange(wanted, *queue());
    updateActions();
}

} // namespace queuesmith

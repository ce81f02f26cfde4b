#include "queueeditorpage.h"

#include "catalog.h"
#include "checklistmodel.h"
#include "comparepane.h"
#include "definitionform.h"
#include "draftkeeper.h"
#include "draftstore.h"
#include "editordocument.h"
#include "fonts.h"
#include "recommendations.h"
#include "sentences.h"
#include "tenantchecks.h"
#include "tenantsession.h"
#include "ui_queueeditorpage.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QLocale>
#include <QScrollBar>
#include <QShortcut>

namespace queuesmith {

namespace {

using namespace std::chrono_literals;
constexpr auto kPayloadPause = 100ms;
constexpr int kFormWidth = 640;
constexpr int kSideWidth = 440;

bool isComplete(const LoadState &state)
{
    return state.readAt.isValid() && state.incompleteBecause.isEmpty();
}

} // namespace

QueueEditorPage::QueueEditorPage(
    TenantSession &session, const QString &draftFolder, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_ui(std::make_unique<Ui::QueueEditorPage>())
    , m_store(new DraftStore(draftFolder, this))
    , m_document(new EditorDocument(session.clock(), this))
    , m_checks(new TenantChecks(*m_document, session.clock(), this))
    , m_keeper(new DraftKeeper(*m_document, *m_store, session.clock(), this))
    , m_form(new DefinitionForm(*m_document))
    , m_compare(new ComparePane(*m_document))
    , m_items(new CheckListModel(this))
{
    buildPage();
    buildActions();
    connectParts();
    connectCatalog();
    readDrafts();
}

QueueEditorPage::~QueueEditorPage()
{
    // In this order: each uses what follows, and none may call a page that is half gone.
    m_document->undoStack().disconnect(this);
    delete m_keeper;
    delete m_checks;
    delete m_form;
    delete m_compare;
    delete m_document;
}

void QueueEditorPage::buildPage()
{
    m_ui->setupUi(this);
    m_question = m_ui->questionBar;
    m_notice = m_ui->noticeBar;
    makeTitle(m_ui->titleLabel);
    makeHint(m_ui->kindLabel);
    makeHeading(m_ui->checksLabel);
    makeHint(m_ui->checksState);
    m_ui->formAreaLayout->addWidget(m_form);
    m_ui->formAreaLayout->addStretch();
    m_ui->compareLayout->addWidget(m_compare);
    // The area scrolls up and down only, so the form must always fit sideways.
    m_ui->formArea->setMinimumWidth(m_form->minimumSizeHint().width()
        + m_ui->formArea->verticalScrollBar()->sizeHint().width());
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setStretchFactor(1, 1);
    m_ui->splitter->setSizes({kFormWidth, kSideWidth});
    m_ui->payloadEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->tabs->tabBar()->setAccessibleName(tr("Preview"));
    m_items->setPalette(m_ui->checksList->palette());
    m_ui->checksList->setModel(m_items);
    m_form->setPriorityOrder(m_session.connection().priorityOrder);
    m_form->setCapacityReading(m_session.connection().capacity.reading);
    buildTabOrder();
}

void QueueEditorPage::buildTabOrder()
{
    // Form and comparison came into the page last; Tab goes from the form's end to the checks.
    const QList<QWidget *> order{m_form->findChild<QWidget *>(QStringLiteral("removeSkillButton")),
        m_ui->checksList, m_ui->tabs, m_ui->payloadEdit, m_ui->copyPayloadButton,
        m_compare->findChild<QWidget *>(QStringLiteral("compareTable")),
        m_compare->findChild<QWidget *>(QStringLiteral("takeTheirsButton")),
        m_compare->findChild<QWidget *>(QStringLiteral("keepMineButton")), m_ui->validateButton,
        m_ui->reviewButton, m_ui->provisionButton};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

void QueueEditorPage::connectParts()
{
    connect(m_document, &EditorDocument::opened, this, [this] {
        m_isAskedFor = !m_document->isNew();
        m_wish = Wish::None;
        updateHead();
        showRecommendation();
        m_payloadTimer.start();
    });
    connect(m_form, &DefinitionForm::recommendationActivated, this, [this] {
        if (m_document->base())
            Q_EMIT waitTimesRequested(m_document->base()->id);
    });
    connect(&m_session.recommendations(), &Recommendations::changed, this,
        &QueueEditorPage::showRecommendation);
    connect(m_document, &EditorDocument::changed, this, [this] {
        m_wish = Wish::None; // it was for what the document said then
        updateHead();
        m_payloadTimer.start();
    });
    connect(m_document, &EditorDocument::problemsChanged, this, &QueueEditorPage::updateChecks);
    connect(m_document, &EditorDocument::baseChanged, this, &QueueEditorPage::updateHead);
    connect(m_checks, &TenantChecks::changed, this, &QueueEditorPage::updateChecks);
    connect(m_checks, &TenantChecks::finished, this, [this] {
        m_form->setTenantProblems(m_checks->problems());
        if (m_wish != Wish::None)
            pursue(m_wish);
    });
    connect(m_keeper, &DraftKeeper::changed, this, &QueueEditorPage::updateHead);
    m_payloadTimer.setSingleShot(true);
    m_payloadTimer.setInterval(kPayloadPause);
    connect(&m_payloadTimer, &QTimer::timeout, this, &QueueEditorPage::updatePayload);
    connect(m_ui->copyPayloadButton, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(payload()); });
    connect(m_ui->checksList, &QListView::activated, this,
        [this](const QModelIndex &index) { goToCheck(index.row()); });
    connect(m_ui->checksList, &QListView::clicked, this,
        [this](const QModelIndex &index) { goToCheck(index.row()); });
    updateHead();
    updatePayload();
}

void QueueEditorPage::connectCatalog()
{
    const Catalog &catalog = m_session.catalog();
    connect(&catalog, &Catalog::queuesReplaced, this, &QueueEditorPage::takeQueues);
    connect(&catalog, &Catalog::queuesAppended, this, [this] {
        // While the list is read for the first time it isn't offered yet.
        if (m_session.catalog().queueState().readAt.isValid())
            takeQueues();
    });
    connect(&catalog, &Catalog::skillsReplaced, this, &QueueEditorPage::takeSkills);
    connect(&catalog, &Catalog::queueStateChanged, this, [this] {
        if (m_session.catalog().queueState().phase != LoadState::Phase::Loading)
            takeQueues();
        updateChecks();
    });
    connect(&catalog, &Catalog::skillStateChanged, this, [this] {
        if (m_session.catalog().skillState().phase == LoadState::Phase::Failed)
            takeFacts();
        updateSkillNotice();
        updateChecks();
    });
    connect(&m_session, &TenantSession::recordsOpened, this, &QueueEditorPage::updateChecks);
    takeQueues();
    takeSkills();
}

void QueueEditorPage::takeQueues()
{
    const Catalog &catalog = m_session.catalog();
    if (catalog.queueState().readAt.isValid())
        m_form->setQueues(catalog.queues(), isComplete(catalog.queueState()));
    takeFacts();
}

void QueueEditorPage::takeSkills()
{
    const Catalog &catalog = m_session.catalog();
    if (catalog.skillState().readAt.isValid())
        m_form->setSkills(catalog.skills(), isComplete(catalog.skillState()));
    updateSkillNotice();
    takeFacts();
}

void QueueEditorPage::takeFacts()
{
    m_checks->setFacts(m_session.catalog().facts(m_session.connection().licensedAgents));
}

void QueueEditorPage::showRecommendation()
{
    const std::optional<Queue> &base = m_document->base();
    m_form->setRecommendation(base ? m_session.recommendations().find(base->id) : std::nullopt);
}

void QueueEditorPage::updateSkillNotice()
{
    const LoadState &state = m_session.catalog().skillState();
    QString notice;
    if (state.phase == LoadState::Phase::Failed)
        notice = tr("The skills could not be read: %1").arg(sentenceOf(*state.error));
    else if (!state.incompleteBecause.isEmpty())
        notice =
            tr("Skills are missing from this list: %1").arg(translated(state.incompleteBecause));
    else if (!state.readAt.isValid() && state.total > 0)
        notice = tr("Reading skills: %1 of %2")
                     .arg(QLocale().toString(state.done), QLocale().toString(state.total));
    else if (!state.readAt.isValid())
        notice = tr("Reading the tenant's skills…");
    m_form->setSkillNotice(notice);
}

QString QueueEditorPage::documentName() const
{
    const QString name = m_document->definition().name.trimmed();
    return name.isEmpty() ? tr("New queue") : name;
}

void QueueEditorPage::updateHead()
{
    m_ui->titleLabel->setText(documentName());
    m_ui->kindLabel->setText(
        m_document->isNew() ? tr("new") : tr("changing %1").arg(m_document->base()->id.value));
    QString state;
    if (m_document->isDirty()) {
        state = statusText(StatusKind::Ok, tr("changed"));
        if (!m_keeper->problem().isEmpty())
            state = statusText(StatusKind::Warning,
                tr("changed; the draft could not be saved (%1)").arg(m_keeper->problem()));
        else if (m_keeper->savedAt().isValid())
            state += tr(", draft saved %1")
                         .arg(m_keeper->savedAt().toLocalTime().toString(QStringLiteral("HH:mm")));
    }
    m_ui->stateLabel->setText(state);
    updateActions();
}

QString QueueEditorPage::payload() const
{
    return QString::fromUtf8(QJsonDocument(review().body()).toJson());
}

void QueueEditorPage::updatePayload()
{
    QPlainTextEdit *edit = m_ui->payloadEdit;
    const QString text = payload();
    if (text == edit->toPlainText())
        return;
    const int down = edit->verticalScrollBar()->value();
    const int across = edit->horizontalScrollBar()->value();
    edit->setPlainText(text);
    edit->verticalScrollBar()->setValue(down);
    edit->horizontalScrollBar()->setValue(across);
}

void QueueEditorPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_items->setPalette(palette()); // the list has its new one only after this
}

} // namespace queuesmith

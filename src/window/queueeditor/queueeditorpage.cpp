#include "queueeditorpage.h"

#include "catalog.h"
#include "checkspane.h"
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

#include <QEvent>
#include <QJsonDocument>
#include <QLocale>
#include <QScrollBar>

namespace queuesmith {

namespace {

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
    , m_pane(new ChecksPane(*m_document, [this] { return payload(); }))
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
    m_ui->formArea->viewport()->removeEventFilter(this);
    delete m_keeper;
    delete m_checks;
    delete m_form; // and the pane in it
    delete m_document;
}

void QueueEditorPage::buildPage()
{
    m_ui->setupUi(this);
    m_question = m_ui->questionBar;
    m_notice = m_ui->noticeBar;
    makeTitle(m_ui->titleLabel);
    makeHint(m_ui->kindLabel);
    m_form->addBeside(m_pane);
    m_pane->compare().setNames(
        {[this](const QString &id) { return m_session.catalog().nameOf(QueueId{id}); },
            [this](const QString &id) { return m_form->skillName(SkillId{id}); }});
    m_ui->formArea->setWidget(m_form);
    // The area scrolls up and down only, so the form must always fit sideways.
    m_ui->formArea->setMinimumWidth(
        m_form->narrowest() + m_ui->formArea->verticalScrollBar()->sizeHint().width());
    m_ui->formArea->viewport()->installEventFilter(this);
    m_form->setPriorityOrder(m_session.connection().priorityOrder);
    m_form->setCapacityReading(m_session.connection().capacity.reading);
    buildTabOrder();
}

void QueueEditorPage::buildTabOrder()
{
    // The checks came into the form last; Tab goes from the form's end to them.
    QList<QWidget *> order{m_form->findChild<QWidget *>(QStringLiteral("removeSkillButton"))};
    order += m_pane->tabStops();
    order += {m_ui->validateButton, m_ui->reviewButton, m_ui->provisionButton};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

bool QueueEditorPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == m_ui->formArea->viewport())
        m_form->arrangeFor(m_ui->formArea->viewport()->width());
    return Page::eventFilter(watched, event);
}

void QueueEditorPage::connectParts()
{
    connect(m_document, &EditorDocument::opened, this, [this] {
        m_isAskedFor = !m_document->isNew();
        m_wish = Wish::None;
        m_validation = {};
        m_ui->formArea->verticalScrollBar()->setValue(0);
        updateHead();
        showRecommendation();
        m_pane->updatePayload();
    });
    connect(m_form, &DefinitionForm::recommendationActivated, this, [this] {
        if (m_document->base())
            Q_EMIT waitTimesRequested(m_document->base()->id);
    });
    connect(&m_session.recommendations(), &Recommendations::changed, this,
        &QueueEditorPage::showRecommendation);
    connect(m_document, &EditorDocument::changed, this, [this] {
        m_wish = Wish::None; // it was for what the document said then
        m_validation = {};
        updateHead();
        m_pane->updatePayload();
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
    connect(m_pane, &ChecksPane::activated, this, &QueueEditorPage::goToCheck);
    updateHead();
    m_pane->updatePayload();
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
    connect(&m_session, &TenantSession::queueSettled, this, &QueueEditorPage::takeSettled);
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

} // namespace queuesmith

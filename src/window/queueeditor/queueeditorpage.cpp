#include "window/queueeditor/queueeditorpage.h"

#include "ui_queueeditorpage.h"
#include "window/appearance/fonts.h"
#include "window/appearance/sentences.h"
#include "window/queueeditor/checkspane.h"
#include "window/queueeditor/comparepane.h"
#include "window/queueeditor/definitionform.h"
#include "window/queueeditor/draftkeeper.h"
#include "window/queueeditor/draftstore.h"
#include "window/queueeditor/editoractions.h"
#include "window/queueeditor/editordocument.h"
#include "window/queueeditor/editoropening.h"
#include "window/queueeditor/sendchecks.h"
#include "window/queueeditor/tenantchecks.h"
#include "window/session/catalog.h"
#include "window/session/recommendations.h"
#include "window/session/tenantsession.h"

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
    m_sending = new SendChecks(session, *m_document, *m_checks, *m_form, *m_pane, this);
    m_opening = new EditorOpening(session,
        {*m_document, *m_store, *m_keeper, *m_form, *m_pane, *m_ui->questionBar, *m_ui->noticeBar},
        this);
    m_actions = new EditorActions(*this, *m_ui, *m_document, *m_opening, *m_sending);
    connectParts();
    connectCatalog();
}

QueueEditorPage::~QueueEditorPage()
{
    // In this order: each uses what follows, and none may call a page that is half gone.
    m_ui->formArea->viewport()->removeEventFilter(this);
    delete m_actions;
    delete m_opening;
    delete m_sending;
    delete m_keeper;
    delete m_checks;
    delete m_form; // and the pane in it
    delete m_document;
}

void QueueEditorPage::buildPage()
{
    m_ui->setupUi(this);
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
        updateHead();
        m_pane->updatePayload();
    });
    connect(m_document, &EditorDocument::baseChanged, this, &QueueEditorPage::updateHead);
    connect(m_keeper, &DraftKeeper::changed, this, &QueueEditorPage::updateHead);
    connect(m_opening, &EditorOpening::exported, this, &QueueEditorPage::fileWritten);
    connect(m_opening, &EditorOpening::connectionRequested, this,
        &QueueEditorPage::connectionRequested);
    connect(m_sending, &SendChecks::reviewRequested, this, [this] {
        m_opening->rememberSent();
        Q_EMIT reviewRequested();
    });
    connect(m_sending, &SendChecks::provisionRequested, this, [this] {
        m_opening->rememberSent();
        Q_EMIT provisionRequested();
    });
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
        m_sending->update();
    });
    connect(&catalog, &Catalog::skillStateChanged, this, [this] {
        if (m_session.catalog().skillState().phase == LoadState::Phase::Failed)
            takeFacts();
        updateSkillNotice();
        m_sending->update();
    });
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

void QueueEditorPage::updateHead()
{
    m_ui->titleLabel->setText(m_document->title());
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
    m_actions->update();
}

QString QueueEditorPage::payload() const
{
    return QString::fromUtf8(QJsonDocument(review().body()).toJson());
}

void QueueEditorPage::refresh()
{
    m_session.catalog().refreshQueues();
    m_session.catalog().refreshSkills();
    m_opening->reread();
}

void QueueEditorPage::shown()
{
    if (m_document->isNew() && m_document->definition().name.isEmpty())
        m_form->goTo(EditorField::Name);
}

QMenu *QueueEditorPage::templateMenu() const { return m_actions->templateMenu(); }

bool QueueEditorPage::canSend() const { return m_sending->canSend(); }

Review QueueEditorPage::review() const { return m_sending->review(); }

void QueueEditorPage::showTenantErrors(const QList<FieldError> &errors)
{
    m_form->showTenantErrors(errors);
}

} // namespace queuesmith

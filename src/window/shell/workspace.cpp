#include "window/shell/workspace.h"

#include "cxone/tenantclient.h"
#include "provisioning/approval.h"
#include "window/activity/activities.h"
#include "window/appearance/sentences.h"
#include "window/auditlog/auditlogpage.h"
#include "window/queueeditor/draftstore.h"
#include "window/queueeditor/editordocument.h"
#include "window/queueeditor/editoropening.h"
#include "window/queueeditor/queueeditorpage.h"
#include "window/queues/queuespage.h"
#include "window/review/reviewpage.h"
#include "window/review/sendcontroller.h"
#include "window/session/catalog.h"
#include "window/session/tenantsession.h"
#include "window/settings/layouts.h"
#include "window/shell/banner.h"
#include "window/shell/commandpalette.h"
#include "window/shell/pagearea.h"
#include "window/waittimes/waittimespage.h"
#include "window/wfmsync/exportretry.h"
#include "window/wfmsync/wfmsyncpage.h"

#include <QDir>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace queuesmith {

Workspace::Workspace(TenantSession &session, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_settings(settings)
    , m_banner(new Banner(this))
    , m_written(new Banner(this))
    , m_stack(new QStackedWidget(this))
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_banner);
    rows->addWidget(m_written);
    rows->addWidget(m_stack, 1);
    buildPages();
    connectPages();
    connectSending();
}

Workspace::~Workspace()
{
    for (const Page *page : pagesWithLayouts())
        keepLayouts(m_settings, *page);
}

QList<Page *> Workspace::pagesWithLayouts() const
{
    return {m_editor, m_review, m_waits, m_wfm, m_audit};
}

void Workspace::buildPages()
{
    m_queues = new QueuesPage(m_session, m_settings, this);
    m_editor = new QueueEditorPage(
        m_session, draftFolder(m_session.options().draftRoot, m_session.connection()), this);
    m_review = new ReviewPage(m_session, this);
    m_waits = new WaitTimesPage(m_session, m_settings, this);
    m_wfm = new WfmSyncPage(
        m_session.auditRecords(), m_session.tenant().tenantId(), m_session.clock(), this);
    m_audit = new AuditLogPage(m_session.auditRecords(), m_session.clock(), this);
    m_sender = new SendController(m_session, this);
    m_exportRetry = new ExportRetry(m_session, this);
    addPlace(tr("Queues"), QStringLiteral("queues"), m_queues);
    addPlace(tr("Queue editor"), QStringLiteral("editor"), m_editor);
    addPlace(tr("Wait times"), QStringLiteral("chart"), m_waits);
    addPlace(tr("WFM sync"), QStringLiteral("sync"), m_wfm);
    addPlace(tr("Audit log"), QStringLiteral("audit"), m_audit);
    m_stack->addWidget(new PageArea(m_review));
    m_wfm->setHasEndpoint(!m_session.connection().wfm.endpoint.isEmpty());
    m_queues->offerTemplates(m_editor->templateMenu());
    for (const Place &place : std::as_const(m_places))
        place.page->setSeen(place.page == currentPage());
    for (const Page *page : pagesWithLayouts())
        restoreLayouts(m_settings, *page);
}

void Workspace::connectPages()
{
    connect(m_queues, &QueuesPage::openRequested, this, &Workspace::openInEditor);
    connect(m_queues, &QueuesPage::newRequested, this, [this] {
        showPage(m_editor);
        m_editor->opening().newQueue();
    });
    connect(m_queues, &QueuesPage::cloneRequested, this, [this](const QueueId &id) {
        showPage(m_editor);
        m_editor->opening().cloneQueue(id);
    });
    connect(m_queues, &QueuesPage::auditRequested, this, [this](const QString &queueName) {
        showPage(m_audit);
        m_audit->showQueue(queueName);
    });
    connect(m_queues, &QueuesPage::waitTimesRequested, this, &Workspace::showWaitTimes);
    connect(m_editor, &QueueEditorPage::waitTimesRequested, this, &Workspace::showWaitTimes);
    connect(m_review, &ReviewPage::waitTimesRequested, this, &Workspace::showWaitTimes);
    connect(m_review, &ReviewPage::evidenceWanted, m_waits, &WaitTimesPage::showQueue);
    connect(m_waits, &WaitTimesPage::useCapacityRequested, this,
        [this](const QueueId &id, int capacity) {
            showPage(m_editor);
            m_editor->opening().useCapacity(id, capacity);
        });
    connect(m_editor->templateMenu(), &QMenu::triggered, this, [this] { showPage(m_editor); });
    connect(m_wfm, &WfmSyncPage::retryRequested, m_exportRetry, &ExportRetry::start);
    connect(m_exportRetry, &ExportRetry::runningChanged, m_wfm, &WfmSyncPage::setRetrying);
    connect(&m_session, &TenantSession::recordsOpened, this, [this] {
        tellRecords();
        m_wfm->refresh();
        m_audit->refresh();
    });
    for (Page *page : {static_cast<Page *>(m_wfm), static_cast<Page *>(m_audit)}) {
        connect(&m_session, &TenantSession::recorded, page, &Page::refresh);
        connect(&m_session, &TenantSession::settled, page, &Page::refresh);
    }
}

void Workspace::connectSending()
{
    connect(m_editor, &QueueEditorPage::reviewRequested, this, &Workspace::showReview);
    connect(m_editor, &QueueEditorPage::provisionRequested, this, &Workspace::provision);
    connect(m_review, &ReviewPage::backRequested, this, [this] { showPage(m_editor); });
    connect(m_review, &ReviewPage::sendRequested, this, &Workspace::send);
    connect(m_sender, &SendController::finished, this, &Workspace::takeReport);
}

void Workspace::openInEditor(const QueueId &id)
{
    showPage(m_editor);
    m_editor->opening().openQueue(id);
}

void Workspace::showWaitTimes(const QueueId &id)
{
    m_waits->showQueue(id);
    showPage(m_waits);
}

void Workspace::showReview()
{
    m_review->show(m_editor->review());
    showPage(m_review);
}

/// What changes a queue, and what needs a reason or an approval, is looked at once more before it
/// is sent.
void Workspace::provision()
{
    const Review review = m_editor->review();
    const ProvisioningSettings settings = m_session.settings();
    const bool needsReview = settings.approvalRequired
        || demandsApproval(bindingOf(review.wanted.definition), settings.capacity.unapproved);
    if (review.isUpdate() || needsReview)
        showReview();
    else
        send(review, {});
}

void Workspace::send(const Review &review, const QString &reason)
{
    m_sender->send(review, reason, m_editor->document().key());
    showPage(m_editor);
}

void Workspace::takeReport(const QString &document, const ProvisionReport &report)
{
    if (report.queue && report.outcome != ProvisionOutcome::Failed)
        m_editor->opening().adoptSaved(*report.queue);
    const bool isStillOpen = m_editor->document().key() == document;
    if (report.theirs && isStillOpen)
        m_editor->opening().markConflict(*report.theirs);
    else if (report.error && isStillOpen)
        m_editor->showTenantErrors(report.error->fields);
}

void Workspace::addPlace(const QString &title, const QString &icon, Page *page)
{
    m_places.append({title, icon, page});
    page->rememberFolders(m_settings);
    connect(page, &Page::fileWritten, this, &Workspace::tellWritten);
    connect(page, &Page::connectionRequested, this, &Workspace::connectionRequested);
    m_stack->addWidget(new PageArea(page));
    // An action of a page that isn't seen brings it to the front.
    connect(page, &Page::actionTriggered, this, [this, page] { showPage(page); });
}

Page *Workspace::currentPage() const
{
    const auto *area = qobject_cast<QScrollArea *>(m_stack->currentWidget());
    return area ? qobject_cast<Page *>(area->widget()) : nullptr;
}

QWidget *Workspace::areaOf(const Page *page) const
{
    for (int i = 0; i < m_stack->count(); ++i) {
        auto *area = qobject_cast<PageArea *>(m_stack->widget(i));
        if (area && area->widget() == page)
            return area;
    }
    return nullptr;
}

void Workspace::showPage(Page *page)
{
    if (page == currentPage()) {
        Q_EMIT pageChanged(page); // the form of a connection may hide it
        return;
    }
    m_written->clear();
    if (Page *before = currentPage())
        before->setSeen(false);
    m_stack->setCurrentWidget(areaOf(page));
    page->setSeen(true);
    page->shown();
    Q_EMIT pageChanged(page);
}

void Workspace::refresh()
{
    if (Page *page = currentPage())
        page->refresh();
}

QList<PaletteEntry> Workspace::queueEntries()
{
    QList<PaletteEntry> entries;
    const auto queues = m_queues->namesInOrder();
    for (const auto &[name, id] : queues)
        entries.append(
            {tr("Open queue %1").arg(name), id.value, [this, id = id] { openInEditor(id); }});
    return entries;
}

void Workspace::importFile(const QString &path)
{
    showPage(m_editor);
    m_editor->opening().importFile(path);
}

void Workspace::tellWritten(const QString &path)
{
    m_written->show(StatusKind::Ok, tr("Written to %1").arg(QDir::toNativeSeparators(path)),
        tr("Show in folder"), [path] { Page::showInFolder(path); });
}

void Workspace::tellRecords()
{
    if (!m_session.recordsProblem()) {
        m_banner->clear();
        return;
    }
    m_banner->show(StatusKind::Error,
        tr("Nothing can be sent. %1").arg(sentenceOf(*m_session.recordsProblem())), tr("Try again"),
        [this] { m_session.openRecords(); });
}

} // namespace queuesmith

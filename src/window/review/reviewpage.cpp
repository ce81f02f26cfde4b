#include "window/review/reviewpage.h"

#include "ui_reviewpage.h"
#include "window/appearance/fonts.h"
#include "window/appearance/sentences.h"
#include "window/review/approvalcontroller.h"
#include "window/review/reviewmodel.h"
#include "window/review/seatsline.h"
#include "window/session/catalog.h"
#include "window/session/tenantsession.h"
#include "window/tables/tablelook.h"

#include <QFontDatabase>
#include <QHeaderView>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QStandardItemModel>

namespace queuesmith {

namespace {

bool isSendKey(const QKeyEvent &event)
{
    return event.modifiers().testFlag(Qt::ControlModifier)
        && (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter);
}

bool isSameChange(const Review &a, const Review &b)
{
    const auto baseOf = [](const Review &review) {
        return review.base ? review.base->json : QJsonObject();
    };
    return a.wanted.definition == b.wanted.definition && baseOf(a) == baseOf(b);
}

/// Whether a person should see it without asking.
bool isNotable(StatusKind kind) { return kind != StatusKind::Ok && kind != StatusKind::Info; }

} // namespace

ReviewPage::ReviewPage(TenantSession &session, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_ui(std::make_unique<Ui::ReviewPage>())
    , m_model(new ReviewModel(this))
    , m_checks(new QStandardItemModel(this))
{
    m_ui->setupUi(this);
    m_approval = new ApprovalController(session, *m_ui->approvalPanel, this);
    makeTitle(m_ui->titleLabel);
    makeHeading(m_ui->changesLabel);
    buildTable();
    m_ui->checksList->setModel(m_checks);
    m_ui->checksFold->setContent(m_ui->checksList);
    m_ui->payloadFold->setContent(m_ui->payloadView);
    m_ui->payloadView->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    connectParts();
}

ReviewPage::~ReviewPage() = default;

void ReviewPage::buildTable()
{
    QTableView *table = m_ui->changesTable;
    table->setModel(m_model);
    setTableLook(table, {20});
    table->setWordWrap(true);
    QHeaderView *rows = table->verticalHeader();
    rows->setMinimumSectionSize(rows->defaultSectionSize());
    QHeaderView *columns = table->horizontalHeader();
    columns->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    columns->setSectionsMovable(false);
    for (const auto column : {ReviewModel::Column::Before, ReviewModel::Column::After})
        columns->setSectionResizeMode(static_cast<int>(column), QHeaderView::Stretch);
}

void ReviewPage::connectParts()
{
    connect(m_ui->backButton, &QPushButton::clicked, this, &ReviewPage::backRequested);
    connect(m_ui->sendButton, &QPushButton::clicked, this, &ReviewPage::send);
    connect(m_approval, &ApprovalController::stateChanged, this, [this] {
        say({});
        showWhy();
    });
    connect(m_approval, &ApprovalController::evidenceWanted, this, &ReviewPage::evidenceWanted);
    connect(m_ui->approvalPanel, &ApprovalPanel::waitTimesRequested, this, [this] {
        if (m_review && m_review->base)
            Q_EMIT waitTimesRequested(m_review->base->id);
    });
    const QString keys = QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText);
    m_ui->sendButton->setToolTip(tr("Send it to the tenant (%1)").arg(keys));
}

void ReviewPage::show(const Review &review)
{
    const bool isSame = m_review && isSameChange(*m_review, review);
    m_review = review;
    say({});
    showFacts();
    showChecks();
    showApproval(isSame);
    showWhy();
    m_ui->reviewArea->ensureVisible(0, 0);
}

bool ReviewPage::needsReason() const { return m_session.settings().approvalRequired; }

/// Why it is looked at once more.
void ReviewPage::showWhy()
{
    if (!m_review)
        return;
    StatusKind kind = StatusKind::Info;
    QStringList lines;
    const std::optional<ApprovalState> &state = m_approval->state();
    const Problems problems = state ? approvalProblems(*state, m_approval->binding(),
                                  m_session.connection().capacity.unapproved)
                                    : Problems();
    for (const Problem &problem : problems) {
        kind = statusOf(problem.severity);
        lines.append(sentenceOf(problem));
    }
    if (needsReason())
        lines.append(tr("This is production, so a reason is needed."));
    if (m_review->isUpdate())
        lines.append(tr("Changes are reviewed before they are sent."));
    lines.append(tr("Nothing has been sent yet."));
    m_ui->whyLabel->say(kind, lines.join(u' '));
}

void ReviewPage::showFacts()
{
    const Review &review = *m_review;
    const QString &name = review.wanted.definition.name;
    m_ui->titleLabel->setText(review.isUpdate() ? tr("Review: change “%1”").arg(name)
                                                : tr("Review: create “%1”").arg(name));
    m_ui->sendButton->setText(review.isUpdate() ? tr("Update") : tr("Provision"));
    const Catalog &catalog = m_session.catalog();
    m_model->setChanges(review.changes(),
        {[&catalog](const QString &id) { return catalog.nameOf(QueueId{id}); },
            [names = review.skillNames](const QString &id) { return names.value(id); }});
    m_ui->changesTable->setColumnHidden(
        static_cast<int>(ReviewModel::Column::Before), !review.isUpdate());
    fitTable();
    m_ui->seatsLabel->setText(seatsLine(seatsBeforeAndAfter(catalog.queues(), review.base,
        review.wanted.definition.capacity, m_session.connection().licensedAgents)));
    m_ui->payloadView->setPlainText(
        QString::fromUtf8(QJsonDocument(review.body()).toJson(QJsonDocument::Indented)));
    m_ui->payloadFold->setOpen(false);
}

/// As tall as its rows: the page scrolls, not the table in it.
void ReviewPage::fitTable()
{
    QTableView *table = m_ui->changesTable;
    table->resizeRowsToContents();
    table->setFixedHeight(table->horizontalHeader()->sizeHint().height()
        + table->verticalHeader()->length() + 2 * table->frameWidth());
}

void ReviewPage::showChecks()
{
    m_checks->clear();
    int notable = 0;
    for (const CheckVerdict &check : std::as_const(m_review->checks)) {
        auto *item = new QStandardItem(statusText(check.kind, check.sentence));
        item->setForeground(statusColor(check.kind, palette()));
        m_checks->appendRow(item);
        notable += isNotable(check.kind) ? 1 : 0;
    }
    const auto all = m_review->checks.size();
    m_ui->checksFold->setText(notable == 0
            ? tr("What was checked: %1 checks, all fine").arg(all)
            : tr("What was checked: %1 of %2 to look at").arg(notable).arg(all));
    m_ui->checksFold->setOpen(notable > 0);
}

void ReviewPage::showApproval(bool isSameChange)
{
    const QueueDefinition &wanted = m_review->wanted.definition;
    const bool decides = !m_review->base || wanted.capacity != m_review->base->definition.capacity;
    ApprovalPanel *panel = m_ui->approvalPanel;
    panel->setVisible(needsReason() || decides);
    panel->setReasonDemanded(needsReason());
    panel->setDecides(decides);
    if (!isSameChange)
        panel->clearEntries();
    m_approval->setChange(wanted, m_review->base);
    if (needsReason())
        panel->focusReason();
    else
        m_ui->sendButton->setFocus();
}

QString ReviewPage::missing() const
{
    if (needsReason() && m_ui->approvalPanel->reason().isEmpty())
        return tr(
            "This is production, and the audit log needs a reason. Enter why you are doing this.");
    const bool isDemanded =
        demandsApproval(m_approval->binding(), m_session.connection().capacity.unapproved);
    const std::optional<ApprovalState> &state = m_approval->state();
    if (isDemanded && state && !state->isValid())
        return tr("This connection refuses a capacity that is not approved. Approve it, or keep "
                  "the present one.");
    return {};
}

void ReviewPage::say(const QString &what)
{
    if (what.isEmpty())
        m_ui->noteLabel->say(what);
    else
        m_ui->noteLabel->say(StatusKind::Error, what);
    m_ui->noteLabel->setVisible(!what.isEmpty());
}

void ReviewPage::send()
{
    if (!m_review)
        return;
    if (const QString what = missing(); !what.isEmpty()) {
        say(what);
        m_ui->approvalPanel->focusReason();
        m_ui->reviewArea->ensureWidgetVisible(m_ui->approvalPanel);
        return;
    }
    Q_EMIT sendRequested(*m_review, m_ui->approvalPanel->reason());
}

bool ReviewPage::event(QEvent *event)
{
    // The editor's shortcut for the same would begin the review anew.
    if (event->type() == QEvent::ShortcutOverride && isSendKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return Page::event(event);
}

void ReviewPage::keyPressEvent(QKeyEvent *event)
{
    if (isSendKey(*event))
        send();
    else
        Page::keyPressEvent(event);
}

void ReviewPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fitTable();
}

} // namespace queuesmith

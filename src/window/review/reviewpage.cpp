#include "reviewpage.h"

#include "approvalcontroller.h"
#include "catalog.h"
#include "fonts.h"
#include "reviewmodel.h"
#include "seatsline.h"
#include "tablelook.h"
#include "tenantsession.h"
#include "ui_reviewpage.h"

#include <QFontDatabase>
#include <QJsonDocument>

namespace queuesmith {

ReviewPage::ReviewPage(TenantSession &session, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_ui(std::make_unique<Ui::ReviewPage>())
    , m_model(new ReviewModel(this))
{
    m_ui->setupUi(this);
    m_approval = new ApprovalController(session, *m_ui->approvalPanel, this);
    makeTitle(m_ui->titleLabel);
    for (QLabel *heading : {m_ui->changesLabel, m_ui->checksLabel, m_ui->payloadLabel})
        makeHeading(heading);
    m_ui->changesTable->setModel(m_model);
    setTableLook(m_ui->changesTable, {20, 22, 20});
    m_ui->payloadView->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    connectParts();
}

ReviewPage::~ReviewPage() = default;

void ReviewPage::connectParts()
{
    connect(m_ui->backButton, &QPushButton::clicked, this, &ReviewPage::backRequested);
    connect(m_ui->sendButton, &QPushButton::clicked, this, &ReviewPage::send);
    connect(m_approval, &ApprovalController::stateChanged, this, [this] { say({}); });
    connect(m_approval, &ApprovalController::evidenceWanted, this, &ReviewPage::evidenceWanted);
    connect(m_ui->approvalPanel, &ApprovalPanel::waitTimesRequested, this, [this] {
        if (m_review && m_review->base)
            Q_EMIT waitTimesRequested(m_review->base->id);
    });
}

void ReviewPage::show(const Review &review)
{
    m_review = review;
    say({});
    showFacts();
    showChecks();
    showApproval();
}

void ReviewPage::showFacts()
{
    const Review &review = *m_review;
    const QString &name = review.wanted.definition.name;
    m_ui->titleLabel->setText(review.isUpdate() ? tr("Review: change “%1”").arg(name)
                                                : tr("Review: create “%1”").arg(name));
    m_ui->sendButton->setText(review.isUpdate() ? tr("Update") : tr("Provision"));
    const Catalog &catalog = m_session.catalog();
    QHash<QString, QString> names;
    for (const Queue &queue : catalog.queues())
        names.insert(queue.id.value, queue.definition.name);
    m_model->setChanges(review.changes(), names);
    m_ui->changesTable->setColumnHidden(
        static_cast<int>(ReviewModel::Column::Before), !review.isUpdate());
    m_ui->seatsLabel->setText(seatsLine(seatsBeforeAndAfter(catalog.queues(), review.base,
        review.wanted.definition.capacity, m_session.connection().licensedAgents)));
    m_ui->payloadView->setPlainText(
        QString::fromUtf8(QJsonDocument(review.body()).toJson(QJsonDocument::Indented)));
}

void ReviewPage::showChecks()
{
    m_ui->checksList->clear();
    for (const CheckVerdict &check : std::as_const(m_review->checks)) {
        auto *item = new QListWidgetItem(statusText(check.kind, check.sentence), m_ui->checksList);
        item->setForeground(statusColor(check.kind, palette()));
    }
}

void ReviewPage::showApproval()
{
    const QueueDefinition &wanted = m_review->wanted.definition;
    const bool asks = m_session.settings().approvalRequired;
    const bool decides = !m_review->base || wanted.capacity != m_review->base->definition.capacity;
    ApprovalPanel *panel = m_ui->approvalPanel;
    panel->setVisible(asks || decides);
    panel->setReasonDemanded(asks);
    panel->setDecides(decides);
    panel->clearEntries();
    m_approval->setChange(wanted, m_review->base);
    if (asks)
        panel->focusReason();
    else
        m_ui->sendButton->setFocus();
}

QString ReviewPage::missing() const
{
    if (m_session.settings().approvalRequired && m_ui->approvalPanel->reason().isEmpty())
        return tr("This is production, and the audit log needs a reason. Write why this is done.");
    const bool isDemanded =
        demandsApproval(m_approval->binding(), m_session.connection().capacity.unapproved);
    const std::optional<ApprovalState> &state = m_approval->state();
    if (isDemanded && state && !state->isValid())
        return tr("This connection refuses a capacity that isn't approved. Approve it, or keep the "
                  "present one.");
    return {};
}

void ReviewPage::say(const QString &what)
{
    m_ui->noteLabel->setText(what.isEmpty() ? what : statusText(StatusKind::Error, what));
    m_ui->noteLabel->setVisible(!what.isEmpty());
}

void ReviewPage::send()
{
    if (!m_review)
        return;
    if (const QString what = missing(); !what.isEmpty()) {
        say(what);
        m_ui->approvalPanel->focusReason();
        return;
    }
    Q_EMIT sendRequested(*m_review, m_ui->approvalPanel->reason());
}

} // namespace queuesmith

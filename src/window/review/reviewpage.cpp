#include "reviewpage.h"

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
    makeTitle(m_ui->titleLabel);
    for (QLabel *heading : {m_ui->changesLabel, m_ui->checksLabel, m_ui->payloadLabel})
        makeHeading(heading);
    makeHint(m_ui->reasonHint);
    m_ui->changesTable->setModel(m_model);
    setTableLook(m_ui->changesTable, {20, 24, 40});
    m_ui->payloadView->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    connect(m_ui->backButton, &QPushButton::clicked, this, &ReviewPage::backRequested);
    connect(m_ui->sendButton, &QPushButton::clicked, this, &ReviewPage::send);
    connect(m_ui->reasonEdit, &QLineEdit::textChanged, this, [this] { m_ui->noteLabel->clear(); });
}

ReviewPage::~ReviewPage() = default;

void ReviewPage::show(const Review &review)
{
    m_review = review;
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
    const bool asks = m_session.settings().approvalRequired;
    for (QWidget *widget : {static_cast<QWidget *>(m_ui->reasonLabel),
             static_cast<QWidget *>(m_ui->reasonEdit), static_cast<QWidget *>(m_ui->reasonHint)})
        widget->setVisible(asks);
    m_ui->reasonEdit->clear();
    m_ui->noteLabel->clear();
    showChecks();
    if (asks)
        m_ui->reasonEdit->setFocus();
    else
        m_ui->sendButton->setFocus();
}

void ReviewPage::showChecks()
{
    m_ui->checksList->clear();
    for (const CheckVerdict &check : std::as_const(m_review->checks)) {
        auto *item = new QListWidgetItem(statusText(check.kind, check.sentence), m_ui->checksList);
        item->setForeground(statusColor(check.kind, palette()));
    }
}

void ReviewPage::send()
{
    if (!m_review)
        return;
    const QString reason = m_ui->reasonEdit->text().trimmed();
    if (m_session.settings().approvalRequired && reason.isEmpty()) {
        m_ui->noteLabel->setText(statusText(StatusKind::Error,
            tr("This is production, and the audit log needs a reason. Write why this is done.")));
        m_ui->reasonEdit->setFocus();
        return;
    }
    Q_EMIT sendRequested(*m_review, reason);
}

} // namespace queuesmith

#include "window/wfmsync/wfmsyncpage.h"

#include "ui_wfmsyncpage.h"
#include "window/appearance/fonts.h"
#include "window/appearance/sentences.h"
#include "window/appearance/wideword.h"
#include "window/tables/tablelook.h"
#include "window/wfmsync/exportsmodel.h"

#include <QAction>
#include <QLocale>

#include <algorithm>

namespace queuesmith {

namespace {
/// How often `5 min ago` is looked at again.
constexpr std::chrono::seconds kExportTimesAge{30};

/// What is said of the export that is selected, in full.
QString detailOf(const ExportTask &task)
{
    QStringList lines{
        WfmSyncPage::tr("Export %1 to %2").arg(task.name, task.endpoint), statusOf(task).meaning};
    if (!task.lastError.isEmpty())
        lines.append(WfmSyncPage::tr("Last error: %1").arg(task.lastError));
    if (!task.exportId.isEmpty())
        lines.append(WfmSyncPage::tr("Export id %1").arg(task.exportId));
    if (task.state != ExportState::Delivered && !task.headerNames.isEmpty()) {
        lines.append(WfmSyncPage::tr("Needs a value for %1.")
                         .arg(task.headerNames.join(QStringLiteral(", "))));
    }
    return lines.join(QLatin1Char('\n'));
}
} // namespace

WfmSyncPage::WfmSyncPage(Records &records, const TenantId &tenant, Clock &clock, QWidget *parent)
    : Page(parent)
    , m_clock(clock)
    , m_form(std::make_unique<Ui::WfmSyncPage>())
    , m_model(new ExportsModel(records, tenant, clock, this))
    , m_retryAction(addMenuAction(Menu::Queue, tr("Retry export"),
          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W),
          tr("Deliver all exports of this tenant that are still pending")))
{
    m_form->setupUi(this);
    makeTitle(m_form->pageTitle);
    for (QLabel *hint : {m_form->summaryLabel, m_form->headerHint})
        makeHint(hint);
    setUpTable();
    bindButton(m_form->retryExportButton, m_retryAction);
    connect(m_retryAction, &QAction::triggered, this, &WfmSyncPage::retryRequested);
    connect(m_form->refreshButton, &QPushButton::clicked, this, &WfmSyncPage::refresh);
    connect(m_form->messageButton, &QPushButton::clicked, this, &WfmSyncPage::pressMessageButton);
    m_form->refreshButton->setToolTip(tr("Reload the exports (F5)"));
    showMessage(StatusKind::Waiting, tr("Reading the exports"), {});
    showSummary();
    showSelected();
    renewTimesLater();
}

WfmSyncPage::~WfmSyncPage() = default;

void WfmSyncPage::setUpTable()
{
    m_form->exportsTable->setModel(m_model);
    setTableLook(m_form->exportsTable, {22, 32, 12, 12, 10, 16});
    connect(m_form->exportsTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) {
            if (current.isValid())
                m_selected = m_model->tasks().at(current.row()).id;
            showSelected();
        });
    connect(m_model, &ExportsModel::modelReset, this, &WfmSyncPage::keepSelection);
    connect(m_model, &ExportsModel::refreshed, this, &WfmSyncPage::showState);
}

void WfmSyncPage::refresh() { m_model->refresh(); }

void WfmSyncPage::shown() { refresh(); }

void WfmSyncPage::setRetrying(bool retrying)
{
    m_retrying = retrying;
    updateRetry();
    if (!retrying)
        refresh();
}

void WfmSyncPage::updateRetry()
{
    m_retryAction->setEnabled(!m_retrying && m_model->undelivered() > 0);
}

void WfmSyncPage::showState()
{
    if (m_model->error()) {
        showMessage(StatusKind::Error, sentenceOf(*m_model->error()), tr("Try again"));
    } else if (m_model->rowCount() == 0) {
        const QString what =
            tr("No exports yet. An export asks the tenant to send a queue's events to the "
               "workforce management endpoint.");
        if (m_hasEndpoint)
            showMessage({}, what + u' ' + tr("Each queue that is created here gets one."), {});
        else
            showMessage({},
                what + u' ' + tr("This connection has no WFM endpoint, so nothing is exported."),
                tr("Enter a WFM endpoint"));
    } else {
        m_form->stack->setCurrentWidget(m_form->exportsPage);
    }
    showSummary();
    showSelected();
}

void WfmSyncPage::showMessage(
    std::optional<StatusKind> kind, const QString &sentence, const QString &button)
{
    if (kind)
        m_form->messageLabel->say(*kind, sentence);
    else
        m_form->messageLabel->say(sentence);
    m_form->messageButton->setText(button);
    m_form->messageButton->setAccessibleName(button);
    m_form->messageButton->setVisible(!button.isEmpty());
    m_form->stack->setCurrentWidget(m_form->messagePage);
}

void WfmSyncPage::pressMessageButton()
{
    if (m_model->error())
        refresh();
    else
        Q_EMIT connectionRequested();
}

void WfmSyncPage::showSummary()
{
    updateRetry();
    const int open = m_model->undelivered();
    const QLocale locale;
    const int all = m_model->rowCount();
    const QString exports = all == 1 ? tr("1 export") : tr("%1 exports").arg(locale.toString(all));
    if (m_model->rowCount() == 0)
        m_form->summaryLabel->clear();
    else if (open == 0)
        m_form->summaryLabel->setText(exports);
    else
        m_form->summaryLabel->setText(
            tr("%1, not delivered yet: %2").arg(exports, locale.toString(open)));

    const auto &tasks = m_model->tasks();
    m_form->headerHint->setVisible(
        std::any_of(tasks.begin(), tasks.end(), [](const ExportTask &task) {
            return task.state != ExportState::Delivered && !task.headerNames.isEmpty();
        }));
}

void WfmSyncPage::showSelected()
{
    const auto &tasks = m_model->tasks();
    const auto place = std::find_if(tasks.begin(), tasks.end(),
        [this](const ExportTask &task) { return task.id == m_selected; });
    showWrapped(m_form->detailLabel,
        place == tasks.end() ? tr("Select an export to see all of it.") : detailOf(*place));
}

void WfmSyncPage::keepSelection()
{
    const auto &tasks = m_model->tasks();
    for (int row = 0; row < tasks.size(); ++row) {
        if (tasks.at(row).id == m_selected) {
            m_form->exportsTable->selectRow(row);
            return;
        }
    }
}

void WfmSyncPage::renewTimesLater()
{
    m_clock.callAfter(kExportTimesAge, this, [this] {
        m_model->renewTimes();
        renewTimesLater();
    });
}

} // namespace queuesmith

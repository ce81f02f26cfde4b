#include "window/auditlog/auditlogpage.h"

#include "ui_auditlogpage.h"
#include "window/appearance/foldingpanes.h"
#include "window/appearance/fonts.h"
#include "window/appearance/sentences.h"
#include "window/appearance/status.h"
#include "window/auditlog/auditfigures.h"
#include "window/auditlog/auditfilterline.h"
#include "window/auditlog/auditmodel.h"
#include "window/auditlog/audittask.h"
#include "window/auditlog/recordpane.h"
#include "window/auditlog/taskstrip.h"
#include "window/tables/columnmenu.h"
#include "window/tables/figuretexts.h"
#include "window/tables/tablelook.h"

#include <QAction>
#include <QLocale>
#include <QScrollBar>

namespace queuesmith {

namespace {
/// How often `5 min ago` is looked at again.
constexpr std::chrono::seconds kTimesAge{30};
/// In digits: narrower than this the pane stands below the list.
constexpr int kFoldBelow = 90;

void showFigure(QLabel *value, QLabel *caption, const FigureText &figure)
{
    value->setText(figure.value);
    for (QLabel *label : {value, caption})
        label->setToolTip(figure.basis);
    value->setAccessibleDescription(figure.basis);
}
} // namespace

AuditLogPage::AuditLogPage(Records &records, Clock &clock, QWidget *parent)
    : Page(parent)
    , m_records(records)
    , m_clock(clock)
    , m_form(std::make_unique<Ui::AuditLogPage>())
    , m_model(new AuditModel(records, clock, this))
    , m_figures(new AuditFigures(records, this))
    , m_task(new AuditTask(records, this))
{
    m_form->setupUi(this);
    m_pane = new RecordPane(*m_form, records, this);
    m_strip = new TaskStrip(*m_form, *m_task, this);
    m_filterLine = new AuditFilterLine(*m_form, clock, this);
    setUpTable();
    setUpActions();
    connectTable();
    connect(m_filterLine, &AuditFilterLine::changed, this, &AuditLogPage::applyFilter);
    connect(m_figures, &AuditFigures::changed, this, &AuditLogPage::showFigures);
    connect(&m_records, &Records::committed, this, &AuditLogPage::refresh);
    connect(m_form->messageButton, &QPushButton::clicked, this, &AuditLogPage::pressMessageButton);
    connect(m_form->tryAgainButton, &QPushButton::clicked, m_model, &AuditModel::tryAgain);
    connect(
        m_form->notedHeadButton, &QPushButton::toggled, m_form->notedHeadRow, &QWidget::setVisible);
    m_form->notedHeadRow->hide();
    renewTimesLater();
    showState();
    showFigures();
}

AuditLogPage::~AuditLogPage() = default;

void AuditLogPage::setUpActions()
{
    m_exportAction = addMenuAction(Menu::Audit, tr("Export CSV…"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
        tr("Write the records shown to a file, with a manifest beside it"));
    m_verifyAction = addMenuAction(Menu::Audit, tr("Verify chain"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H),
        tr("Check that no record was changed, removed, inserted or reordered"));
    m_copyAction = addMenuAction(Menu::Audit, tr("Copy record as JSON"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J), tr("Copy the selected record as JSON"));
    m_copyAction->setEnabled(false);
    bindButton(m_form->exportCsvButton, m_exportAction);
    bindButton(m_form->verifyButton, m_verifyAction);
    connect(m_exportAction, &QAction::triggered, this, &AuditLogPage::chooseFile);
    connect(m_verifyAction, &QAction::triggered, this, &AuditLogPage::verify);
    connect(m_copyAction, &QAction::triggered, m_pane, &RecordPane::copyJson);
    connect(m_pane, &RecordPane::recordChanged, this,
        [this] { m_copyAction->setEnabled(m_pane->record().has_value()); });
    connect(m_task, &AuditTask::started, this, &AuditLogPage::showTask);
    connect(m_task, &AuditTask::ended, this, &AuditLogPage::showTask);
    connect(m_task, &AuditTask::exported, this,
        [this](const CsvExport &written) { Q_EMIT fileWritten(written.file); });
    connect(m_form->refreshButton, &QPushButton::clicked, this, &AuditLogPage::refresh);
    m_form->refreshButton->setToolTip(tr("Load new records (F5)"));
    m_form->auditTable->addAction(m_copyAction);
}

void AuditLogPage::setUpTable()
{
    makeTitle(m_form->pageTitle);
    for (QLabel *value : {m_form->validationValue, m_form->provisioningValue, m_form->medianValue,
             m_form->highValue, m_form->attemptsValue})
        makeTitle(value);
    for (QLabel *caption : {m_form->validationCaption, m_form->provisioningCaption,
             m_form->medianCaption, m_form->highCaption, m_form->attemptsCaption})
        makeHint(caption);
    m_form->auditTable->setModel(m_model);
    setTableLook(m_form->auditTable, {5, 9, 16, 10, 14, 10, 9, 9, 13, 16});
    // What a record says besides stands in the pane; its columns are there for who wants them.
    for (const int column : {AuditModel::Attempts, AuditModel::Latency,
             AuditModel::ComplianceColumn, AuditModel::Reason})
        m_form->auditTable->setColumnHidden(column, true);
    offerColumns(m_form->auditTable);
    m_form->auditSplitter->setStretchFactor(0, 2);
    m_form->auditSplitter->setStretchFactor(1, 1);
    m_form->auditSplitter->setSizes({2000, 1000}); // in this proportion, whatever the width
    foldWhenNarrow(m_form->auditSplitter, kFoldBelow);
}

void AuditLogPage::connectTable()
{
    QTableView *table = m_form->auditTable;
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) {
            if (current.isValid()) {
                m_selected = m_model->entry(current.row()).seq;
                m_pane->show(m_selected);
            }
        });
    connect(m_pane, &RecordPane::recordRequested, this, &AuditLogPage::select);
    connect(m_model, &AuditModel::stateChanged, this, &AuditLogPage::showState);
    connect(m_model, &AuditModel::modelReset, this, &AuditLogPage::keepSelection);
    connect(m_model, &AuditModel::rowsAboutToBeInserted, this,
        [this, table](const QModelIndex &, int first) {
            const bool scrolled = first == 0 && table->verticalScrollBar()->value() > 0;
            m_top = scrolled ? table->indexAt({0, 0}) : QModelIndex();
        });
    connect(m_model, &AuditModel::rowsInserted, this, [this, table] {
        if (m_top.isValid())
            table->scrollTo(m_top, QAbstractItemView::PositionAtTop);
    });
}

void AuditLogPage::refresh()
{
    m_model->refresh();
    m_figures->refresh();
}

void AuditLogPage::shown() { refresh(); }

void AuditLogPage::showQueue(const QString &idOrName) { m_filterLine->showQueue(idOrName); }

void AuditLogPage::applyFilter()
{
    const AuditFilter filter = m_filterLine->filter();
    m_model->setFilter(filter);
    m_figures->setFilter(filter);
}

void AuditLogPage::showState()
{
    if (m_model->rowCount() > 0 && (m_model->isCurrent() || m_model->isLoading())) {
        m_form->stack->setCurrentWidget(m_form->recordsPage);
    } else if (m_model->error()) {
        showMessage(StatusKind::Error, sentenceOf(*m_model->error()), tr("Try again"));
    } else if (!m_model->isCurrent()) {
        showMessage(StatusKind::Waiting, tr("Reading the audit log"), {});
    } else if (m_filterLine->isEmpty()) {
        showMessage({},
            tr("No records yet. Every sign-in, check, export and queue change is recorded here, "
               "with who did it and the outcome."),
            {});
    } else {
        showMessage({}, tr("No record matches the filter."), tr("Clear the filter"));
    }
    showFoot();
}

void AuditLogPage::showMessage(
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

void AuditLogPage::pressMessageButton()
{
    if (m_model->error())
        applyFilter();
    else
        m_filterLine->clear();
}

void AuditLogPage::showFoot()
{
    const bool failed = m_model->error() && m_model->rowCount() > 0;
    m_form->tryAgainButton->setVisible(failed);
    if (failed) {
        m_form->footLabel->say(StatusKind::Error, sentenceOf(*m_model->error()));
        return;
    }
    const qint64 shown = m_model->rowCount();
    QString text = shown == 1 ? tr("1 record") : tr("%1 records").arg(wholeText(shown));
    if (m_figures->summary() && m_model->isCurrent() && !m_model->isComplete())
        text = tr("%1 records, the newest %2 are loaded; scroll down for more")
                   .arg(wholeText(m_figures->summary()->records), wholeText(shown));
    m_form->footLabel->say(m_model->isCurrent() ? text : QString());
}

void AuditLogPage::showFigures()
{
    const AuditSummary summary = m_figures->summary().value_or(AuditSummary());
    showFigure(m_form->validationValue, m_form->validationCaption, validationFigure(summary));
    showFigure(m_form->provisioningValue, m_form->provisioningCaption, provisioningFigure(summary));
    showFigure(m_form->medianValue, m_form->medianCaption, medianFigure(summary));
    showFigure(m_form->highValue, m_form->highCaption, highLatencyFigure(summary));
    showFigure(m_form->attemptsValue, m_form->attemptsCaption, attemptsFigure(summary));
    showFoot();
}

void AuditLogPage::showTask()
{
    const bool idle = m_task->work() == AuditTask::Work::Nothing;
    m_exportAction->setEnabled(idle);
    m_verifyAction->setEnabled(idle);
}

void AuditLogPage::select(qint64 seq)
{
    const int row = m_model->rowOf(seq);
    if (row >= 0) {
        m_form->auditTable->selectRow(row);
        m_form->auditTable->scrollTo(m_model->index(row, 0));
        return;
    }
    // The filter hides it, or it isn't loaded yet: the pane shows it all the same.
    m_form->auditTable->clearSelection();
    m_form->auditTable->setCurrentIndex({});
    m_selected = seq;
    m_pane->show(seq);
}

void AuditLogPage::keepSelection()
{
    const int row = m_selected > 0 ? m_model->rowOf(m_selected) : -1;
    if (row >= 0) {
        m_form->auditTable->selectRow(row);
    } else {
        m_selected = 0;
        m_pane->clear();
    }
}

void AuditLogPage::chooseFile()
{
    const QString today = m_clock.utcNow().toLocalTime().date().toString(Qt::ISODate);
    askForFile({tr("Export CSV"), {tr("CSV files (*.csv)")}, QStringLiteral("csv"),
                   tr("audit-%1.csv").arg(today)},
        [this](const QString &file) { m_task->exportCsv(m_filterLine->filter(), file); });
}

void AuditLogPage::verify()
{
    const bool compare = m_form->notedHeadButton->isChecked();
    const auto expected = notedHead(compare ? m_form->notedHeadEdit->text() : QString());
    if (!expected) {
        m_strip->refuse(expected.error());
        m_form->notedHeadEdit->setFocus();
        return;
    }
    m_task->verify(expected.value());
}

void AuditLogPage::renewTimesLater()
{
    m_clock.callAfter(kTimesAge, this, [this] {
        m_model->renewTimes();
        renewTimesLater();
    });
}

void AuditLogPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_pane)
        m_pane->restyle();
}

} // namespace queuesmith

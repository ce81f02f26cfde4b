#include "window/queues/queuespage.h"

#include "ui_queuespage.h"
#include "window/appearance/fonts.h"
#include "window/appearance/icons.h"
#include "window/appearance/status.h"
#include "window/queues/cellroom.h"
#include "window/queues/filterfields.h"
#include "window/queues/queueactions.h"
#include "window/queues/queuesfilter.h"
#include "window/queues/queuesmodel.h"
#include "window/session/catalog.h"
#include "window/session/tenantsession.h"
#include "window/settings/settings.h"
#include "window/tables/sparewidth.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <numeric>

namespace queuesmith {

namespace {

using namespace std::chrono_literals;

/// How often “5 minutes ago” is looked at again.
constexpr auto kAging = 1min;
/// In em; the name takes what is left, too.
constexpr std::array kColumnWidths{13.0, 6.0, 5.5, 17.0, 5.0, 8.0};
constexpr double kRowHeight = 1.8; // em

void tint(QLabel *label, const QColor &color)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, color);
    label->setPalette(palette);
}

} // namespace

QueuesPage::QueuesPage(TenantSession &session, Settings &settings, QWidget *parent)
    : Page(parent)
    , m_settings(settings)
    , m_catalog(session.catalog())
    , m_ui(std::make_unique<Ui::QueuesPage>())
    , m_model(new QueuesModel(session.catalog(), session.clock(), this))
    , m_rows(new QueuesFilter(*m_model, this))
    , m_aging(new QTimer(this))
    , m_bannerConnection(makeConnectionButton("bannerConnectionButton"))
    , m_messageConnection(makeConnectionButton("messageConnectionButton"))
{
    m_ui->setupUi(this);
    makeTitle(m_ui->titleLabel);
    makeHeading(m_ui->messageHeadline);
    makeHeading(m_ui->filteredLabel);
    makeHint(m_ui->countLabel);
    makeHint(m_ui->noteLabel);
    m_ui->messageText->setForegroundRole(QPalette::PlaceholderText);
    setUpTable();
    m_fields = new FilterFields(
        {m_ui->searchEdit, m_ui->skillEdit, m_ui->targetCombo}, *m_model, *m_rows, this);
    m_actions = new QueueActions(*this, *m_model, *m_rows, *m_ui->queuesTable);
    makeActions();
    fitToFont();
    connectParts();
    connectCatalog();
    bindButton(m_ui->newQueueButton, m_new);
    m_ui->bannerRow->addWidget(m_bannerConnection);
    m_ui->messageLayout->insertWidget(m_ui->messageLayout->indexOf(m_ui->messageButton) + 1,
        m_messageConnection, 0, Qt::AlignHCenter);
    m_aging->setInterval(kAging);
    connect(
        m_aging, &QTimer::timeout, m_ui->queuesTable->viewport(), qOverload<>(&QWidget::update));
    takeState();
    updateActions();
}

QueuesPage::~QueuesPage() { keepLayout(); }

void QueuesPage::offerTemplates(QMenu *templates)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QStringLiteral("templatesButton"));
    button->setArrowType(Qt::DownArrow);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(tr("New queue from a template"));
    button->setToolTip(tr("Create a new queue from a template"));
    button->setMenu(templates);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_ui->titleRow->addWidget(button);
    setTabOrder(m_ui->newQueueButton, button);
}

void QueuesPage::refresh()
{
    m_catalog.refreshQueues();
    m_catalog.refreshSkills();
}

void QueuesPage::shown() { m_ui->queuesTable->setFocus(); }

void QueuesPage::setUpTable()
{
    QTableView *table = m_ui->queuesTable;
    table->setModel(m_rows);
    table->installEventFilter(this);
    CellRoom::giveTo(table);
    QHeaderView *header = table->horizontalHeader();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    const int em = fontMetrics().height();
    const auto widthOf = [em](int column) {
        return qRound(kColumnWidths.at(static_cast<std::size_t>(column)) * em);
    };
    for (int column = 0; column < QueuesModel::kColumns; ++column)
        header->resizeSection(column, widthOf(column));
    header->setSortIndicator(static_cast<int>(QueuesModel::Column::Name), Qt::AscendingOrder);
    header->restoreState(m_settings.layout(table->objectName()));
    // A language may have longer headings than the one that the widths were kept in.
    for (int column = 0; column < QueuesModel::kColumns; ++column) {
        if (!header->isSectionHidden(column))
            header->resizeSection(
                column, std::max(header->sectionSize(column), header->sectionSizeHint(column)));
    }
    const int name = static_cast<int>(QueuesModel::Column::Name);
    header->resizeSection(name, widthOf(name));
    SpareWidth::giveTo(table, {name});
    table->sortByColumn(header->sortIndicatorSection(), header->sortIndicatorOrder());
}

void QueuesPage::makeActions()
{
    // Its menu twin is the editor's, which is there for every page.
    m_new = new QAction(tintedIcon(QStringLiteral("add")), tr("New queue"), this);
    m_new->setObjectName(QStringLiteral("newQueueAction"));
    m_new->setToolTip(tr("Define a new queue"));
    connect(m_new, &QAction::triggered, this, &QueuesPage::newRequested);
    m_find = addMenuAction(Menu::Edit, tr("Search queues"), QKeySequence::Find,
        tr("Go to the search field"), QStringLiteral("search"));
    m_find->setObjectName(QStringLiteral("searchQueuesAction"));
    // Each page may have a search line of its own.
    m_find->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_find);
    onlyWhenSeen({m_find});
    connect(m_find, &QAction::triggered, this, [this] {
        m_ui->searchEdit->setFocus();
        m_ui->searchEdit->selectAll();
    });
}

void QueuesPage::connectParts()
{
    connect(m_ui->bannerButton, &QPushButton::clicked, this, &QueuesPage::refresh);
    connect(m_ui->messageButton, &QPushButton::clicked, this, &QueuesPage::pressMessageButton);
    for (QLineEdit *edit : {m_ui->searchEdit, m_ui->skillEdit})
        edit->installEventFilter(this);
    connect(m_ui->clearButton, &QPushButton::clicked, this, &QueuesPage::clearFilter);
    connect(m_fields, &FilterFields::changed, this, [this] {
        takeState();
        updateActions();
    });
    connect(m_actions, &QueueActions::openRequested, this, &QueuesPage::openRequested);
    connect(m_actions, &QueueActions::cloneRequested, this, &QueuesPage::cloneRequested);
    connect(m_actions, &QueueActions::auditRequested, this, &QueuesPage::auditRequested);
    connect(m_actions, &QueueActions::waitTimesRequested, this, &QueuesPage::waitTimesRequested);
    connect(
        m_actions, &QueueActions::overflowingRequested, m_fields, &FilterFields::showOverflowingTo);
    connect(m_actions, &QueueActions::noted, m_ui->noteLabel, &QLabel::setText);
}

void QueuesPage::connectCatalog()
{
    connect(m_model, &QueuesModel::aboutToChange, this, &QueuesPage::holdTopRow);
    connect(m_model, &QueuesModel::changed, this, [this] {
        returnToTopRow();
        takeState();
        updateActions();
    });
    connect(&m_catalog, &Catalog::queueStateChanged, this, [this] {
        if (m_catalog.queueState().phase != LoadState::Phase::Loading)
            m_fields->fillTargets();
        takeState();
    });
}

void QueuesPage::fitToFont()
{
    m_ui->queuesTable->verticalHeader()->setDefaultSectionSize(
        qRound(kRowHeight * fontMetrics().height()));
}

void QueuesPage::keepLayout()
{
    m_settings.setLayout(
        m_ui->queuesTable->objectName(), m_ui->queuesTable->horizontalHeader()->saveState());
}

bool QueuesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return Page::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isTaken =
        watched == m_ui->queuesTable ? pressInTable(*key) : pressInSearch(key->key());
    return isTaken || Page::eventFilter(watched, event);
}

bool QueuesPage::pressInTable(const QKeyEvent &key)
{
    if (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter)
        m_actions->open();
    else if (key.matches(QKeySequence::Copy)) // the table's own would copy one cell
        m_actions->copyRows();
    else
        return false;
    return true;
}

bool QueuesPage::pressInSearch(int key)
{
    if (key == Qt::Key_Down)
        goToRows();
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        openFound();
    else
        return false;
    return true;
}

/// To the row that is selected, or else to the first one.
void QueuesPage::goToRows()
{
    if (m_rows->rowCount() == 0)
        return;
    if (m_actions->selectedRows().isEmpty())
        m_ui->queuesTable->selectRow(0);
    m_ui->queuesTable->setFocus();
}

/// The only one that was found, or the one that is selected among several.
void QueuesPage::openFound()
{
    if (m_rows->rowCount() == 1)
        m_ui->queuesTable->selectRow(0);
    if (m_actions->onlySelected())
        m_actions->open();
    else
        goToRows();
}

void QueuesPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        fitToFont();
        takeState();
    }
}

void QueuesPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_aging->start();
    updateActions();
}

void QueuesPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_aging->stop();
    keepLayout();
    updateActions();
}

void QueuesPage::takeState()
{
    const QueuesState state = queuesState(m_catalog.queueState(), m_model->rowCount(),
        m_rows->rowCount(), !m_rows->criteria().isEmpty());
    showFiltered(state.filtered);
    showBanner(state);
    showMessage(state);
    m_ui->countLabel->setText(state.count);
}

/// At the table's edge, and what a screen reader says of the table.
void QueuesPage::showFiltered(const QString &filtered)
{
    m_ui->filteredLabel->setText(
        filtered.isEmpty() ? QString() : statusText(StatusKind::Info, filtered));
    tint(m_ui->filteredLabel, statusColor(StatusKind::Info, palette()));
    m_ui->clearButton->setVisible(!filtered.isEmpty());
    m_ui->queuesTable->setAccessibleDescription(
        filtered.isEmpty() ? QString() : tr("Filtered: %1 are shown.").arg(filtered));
}

void QueuesPage::showBanner(const QueuesState &state)
{
    m_ui->banner->setVisible(state.banner.has_value());
    if (!state.banner)
        return;
    m_ui->bannerShape->setText(statusShape(state.banner->kind));
    tint(m_ui->bannerShape, statusColor(state.banner->kind, palette()));
    m_ui->bannerLabel->setText(state.banner->text);
    m_bannerConnection->setVisible(liesWithConnection(m_catalog.queueState().error));
}

void QueuesPage::showMessage(const QueuesState &state)
{
    using Body = QueuesState::Body;
    m_ui->body->setCurrentWidget(state.body == Body::Rows ? m_ui->rowsPage : m_ui->messagePage);
    const bool failed = state.body == Body::Failed;
    m_ui->messageHeadline->setText(
        failed ? statusText(StatusKind::Error, state.headline) : state.headline);
    tint(m_ui->messageHeadline,
        failed ? statusColor(StatusKind::Error, palette()) : palette().color(QPalette::WindowText));
    m_ui->messageText->setText(state.text);
    m_body = state.body;
    m_ui->messageButton->setVisible(m_body != Body::Rows && m_body != Body::Reading);
    m_messageConnection->setVisible(failed && liesWithConnection(m_catalog.queueState().error));
    const QString way = m_body == Body::NoQueues ? m_new->text()
        : m_body == Body::NoMatch                ? tr("Clear filter")
                                                 : tr("Try again");
    m_ui->messageButton->setText(way);
    m_ui->messageButton->setAccessibleName(way);
}

void QueuesPage::pressMessageButton()
{
    switch (m_body) {
    case QueuesState::Body::NoQueues:
        m_new->trigger();
        return;
    case QueuesState::Body::NoMatch:
        clearFilter();
        return;
    case QueuesState::Body::Failed:
    case QueuesState::Body::Reading:
    case QueuesState::Body::Rows:
        refresh();
        return;
    }
}

void QueuesPage::clearFilter()
{
    m_fields->clear();
    m_ui->queuesTable->setFocus();
}

void QueuesPage::updateActions()
{
    m_actions->update();
    m_find->setEnabled(isVisible());
}

void QueuesPage::holdTopRow()
{
    const QTableView *table = m_ui->queuesTable;
    const bool atTop = table->verticalScrollBar()->value() == 0;
    m_topRow = atTop ? QModelIndex() : table->indexAt(QPoint(0, 0));
}

void QueuesPage::returnToTopRow()
{
    if (m_topRow.isValid())
        m_ui->queuesTable->verticalScrollBar()->setValue(m_topRow.row());
    m_topRow = QModelIndex();
}

QList<std::pair<QString, QueueId>> QueuesPage::namesInOrder() const
{
    QList<int> rows(m_model->rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    std::sort(rows.begin(), rows.end(), [this](int left, int right) {
        return m_model->isBefore(left, right, QueuesModel::Column::Name);
    });
    QList<std::pair<QString, QueueId>> names;
    names.reserve(rows.size());
    for (const int row : std::as_const(rows)) {
        const Queue &queue = m_model->queueAt(row);
        names.append({queue.definition.name, queue.id});
    }
    return names;
}

} // namespace queuesmith

#include "window/queueeditor/comparepane.h"

#include "window/queueeditor/comparemodel.h"
#include "window/queueeditor/editordocument.h"
#include "window/tables/wrappedheader.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace queuesmith {

namespace {
constexpr int kMostLines = 16;
}

ComparePane::ComparePane(EditorDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(new CompareModel(this))
    , m_summary(new QLabel(this))
    , m_table(new QTableView(this))
    , m_takeTheirs(new QPushButton(tr("Take theirs"), this))
    , m_keepMine(new QPushButton(tr("Keep mine"), this))
{
    m_summary->setObjectName(QStringLiteral("compareSummary"));
    m_summary->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("compareTable"));
    m_table->setAccessibleName(tr("Differences"));
    WrappedHeader::giveTo(m_table);
    m_table->setModel(m_model);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_takeTheirs->setObjectName(QStringLiteral("takeTheirsButton"));
    m_takeTheirs->setToolTip(tr("Use the tenant's value of the selected field"));
    m_keepMine->setObjectName(QStringLiteral("keepMineButton"));
    m_keepMine->setToolTip(tr("Send my value of the selected field"));

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_takeTheirs);
    buttons->addWidget(m_keepMine);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_summary);
    column->addWidget(m_table, 1);
    column->addLayout(buttons);

    connect(m_takeTheirs, &QPushButton::clicked, this,
        [this] { m_document.takeTheirs(currentMember()); });
    connect(
        m_keepMine, &QPushButton::clicked, this, [this] { m_document.keepMine(currentMember()); });
    connect(&document, &EditorDocument::opened, this, &ComparePane::showDifferences);
    connect(&document, &EditorDocument::changed, this, &ComparePane::showDifferences);
    connect(&document, &EditorDocument::baseChanged, this, &ComparePane::showDifferences);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &ComparePane::updateButtons);
    showDifferences();
}

void ComparePane::goToUndecided()
{
    m_table->setCurrentIndex(m_model->index(std::max(0, m_model->firstUndecided()), 0));
    m_table->setFocus(Qt::OtherFocusReason);
}

void ComparePane::showDifferences()
{
    const QString member = currentMember();
    m_model->show(m_document, m_names);
    const int row = m_model->rowOf(member);
    m_table->setCurrentIndex(m_model->index(row >= 0 ? row : m_model->firstUndecided(), 0));
    m_summary->setText(summary());
    if (m_model->isThreeWay()) // its words are short, the values need the room
        m_table->horizontalHeader()->setSectionResizeMode(
            m_model->columnCount() - 1, QHeaderView::ResizeToContents);
    m_table->setVisible(m_model->rowCount() > 0);
    fitTable();
    m_takeTheirs->setVisible(m_model->rowCount() > 0);
    m_keepMine->setVisible(m_model->isThreeWay() && m_model->rowCount() > 0);
    updateButtons();
    Q_EMIT countChanged(m_model->rowCount());
}

/// As tall as its rows, which are as tall as their values, but no taller than can be overlooked.
void ComparePane::fitTable()
{
    const int rows = m_table->horizontalHeader()->sizeHint().height()
        + m_table->verticalHeader()->length() + 2 * m_table->frameWidth();
    m_table->setFixedHeight(std::min(rows, kMostLines * m_table->fontMetrics().height()));
}

void ComparePane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitTable();
}

void ComparePane::setNames(const FieldNames &names)
{
    m_names = names;
    showDifferences();
}

void ComparePane::updateButtons()
{
    const QString member = currentMember();
    const int row = m_model->rowOf(member);
    m_takeTheirs->setEnabled(row >= 0 && m_model->at(row).differs);
    m_keepMine->setEnabled(m_document.undecided().contains(member));
}

QString ComparePane::summary() const
{
    if (m_document.isNew())
        return tr("This queue is new: the tenant has nothing to compare it with.");
    if (m_model->rowCount() == 0)
        return tr("Nothing differs from the tenant's queue.");
    if (!m_model->isThreeWay())
        return tr("What an update would change; every other field stays as it is.");
    const auto open = m_document.undecided().size();
    if (open == 0)
        return tr("The queue has since been changed in the tenant; you have decided every field.");
    return tr("The queue has since been changed in the tenant. Fields that only the tenant changed "
              "are updated here. Fields to decide: %1.")
        .arg(open);
}

QString ComparePane::currentMember() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_model->at(current.row()).member : QString();
}

} // namespace queuesmith

#include "window/queues/comparewindow.h"

#include "window/queues/cellroom.h"
#include "window/queues/lastchange.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

namespace queuesmith {

namespace {

constexpr int kMargin = 24;

QString summary(int differing, qsizetype all)
{
    const QLocale locale;
    if (differing == 0)
        return CompareWindow::tr("All %1 fields are the same.").arg(locale.toString(all));
    return CompareWindow::tr("%1 of %2 fields differ; they are marked with ≠.")
        .arg(locale.toString(differing), locale.toString(all));
}

/// What tells two queues apart for sure, above their fields.
QString heading(const Queue &queue)
{
    const QDateTime changed = lastChangeOf(queue.json);
    QString lines = queue.definition.name + u'\n' + queue.id.value;
    if (changed.isValid())
        lines += u'\n'
            + CompareWindow::tr("changed %1 UTC")
                  .arg(changed.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
    return lines;
}

} // namespace

CompareWindow::CompareWindow(
    const Queue &left, const Queue &right, const ComparisonNames &names, QWidget *parent)
    : QDialog(parent)
    , m_fields(compareQueues(left.definition, right.definition, names))
    , m_table(new QTableWidget(static_cast<int>(m_fields.size()), 3, this))
    , m_onlyDiffering(new QCheckBox(tr("Show only differences"), this))
{
    setObjectName(QStringLiteral("compareWindow"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Compare “%1” and “%2”").arg(left.definition.name, right.definition.name));
    m_onlyDiffering->setObjectName(QStringLiteral("onlyDifferingCheck"));
    auto *label = new QLabel(summary(differing(m_fields), m_fields.size()), this);
    label->setObjectName(QStringLiteral("comparisonSummary"));
    setUpTable(left, right);
    fill();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(m_onlyDiffering, &QCheckBox::toggled, this, &CompareWindow::showWanted);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_onlyDiffering);
    layout->addWidget(m_table);
    layout->addWidget(buttons);
    m_table->setFocus();
    const int em = fontMetrics().height();
    resize(48 * em, 32 * em);
}

void CompareWindow::setUpTable(const Queue &left, const Queue &right)
{
    m_table->setObjectName(QStringLiteral("comparisonTable"));
    m_table->setAccessibleName(tr("Comparison"));
    m_table->setHorizontalHeaderLabels({tr("Field"), heading(left), heading(right)});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(true);
    CellRoom::giveTo(m_table);
    QHeaderView *header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
}

void CompareWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintRows();
}

void CompareWindow::fill()
{
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const ComparedField &field = m_fields.at(row);
        const QString marked =
            (field.same ? QStringLiteral("= ") : QStringLiteral("≠ ")) + field.field;
        int column = 0;
        for (const QString &text : {marked, field.left, field.right}) {
            auto *item = new QTableWidgetItem(text);
            item->setTextAlignment(Qt::AlignLeft | Qt::AlignTop);
            m_table->setItem(row, column++, item);
        }
    }
    m_table->setCurrentCell(0, 0, QItemSelectionModel::NoUpdate);
    paintRows();
}

void CompareWindow::paintRows()
{
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const bool same = m_fields.at(row).same;
        QFont weight = font();
        weight.setWeight(same ? QFont::Normal : QFont::DemiBold);
        for (int column = 0; column < m_table->columnCount(); ++column) {
            QTableWidgetItem *item = m_table->item(row, column);
            item->setFont(weight);
            item->setForeground(palette().color(same ? QPalette::PlaceholderText : QPalette::Text));
        }
    }
}

void CompareWindow::showWanted(bool onlyDiffering)
{
    for (int row = 0; row < m_table->rowCount(); ++row)
        m_table->setRowHidden(row, onlyDiffering && m_fields.at(row).same);
}

} // namespace queuesmith

#include "window/queueeditor/checkspane.h"

#include "ui_checkspane.h"
#include "window/appearance/fonts.h"
#include "window/queueeditor/checklistmodel.h"
#include "window/queueeditor/comparepane.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QScrollArea>
#include <QScrollBar>

namespace queuesmith {

namespace {
using namespace std::chrono_literals;
constexpr auto kPayloadPause = 100ms;
} // namespace

ChecksPane::ChecksPane(EditorDocument &document, std::function<QString()> payload, QWidget *parent)
    : RoomShare(parent)
    , m_ui(std::make_unique<Ui::ChecksPane>())
    , m_payload(std::move(payload))
    , m_items(new CheckListModel(this))
    , m_compare(new ComparePane(document))
{
    m_ui->setupUi(this);
    makeHeading(m_ui->checksLabel);
    m_ui->checksState->setWordWrap(false);
    m_ui->checksState->setTextInteractionFlags(Qt::NoTextInteraction); // no stop, as long as empty
    m_ui->compareLayout->addWidget(m_compare);
    m_ui->compareFold->setContent(m_ui->compareBox);
    m_ui->payloadFold->setContent(m_ui->payloadBox);
    m_ui->payloadEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_items->setPalette(m_ui->checksList->palette());
    m_ui->checksList->setModel(m_items);
    connectParts();
}

ChecksPane::~ChecksPane() = default;

void ChecksPane::connectParts()
{
    m_payloadTimer.setSingleShot(true);
    m_payloadTimer.setInterval(kPayloadPause);
    connect(&m_payloadTimer, &QTimer::timeout, this, &ChecksPane::fillPayload);
    connect(m_ui->copyPayloadButton, &QPushButton::clicked, this,
        [this] { QApplication::clipboard()->setText(m_payload()); });
    const auto tell = [this](const QModelIndex &index) { Q_EMIT activated(index.row()); };
    connect(m_ui->checksList, &QListView::activated, this, tell);
    connect(m_ui->checksList, &QListView::clicked, this, tell);
    connect(m_compare, &ComparePane::countChanged, this, [this](int count) {
        m_ui->compareFold->setText(
            count == 0 ? tr("Compare: nothing differs") : tr("Compare: %1 different").arg(count));
    });
    connect(m_ui->compareFold, &QToolButton::toggled, m_compare, &ComparePane::showDifferences);
    m_ui->compareFold->setText(tr("Compare: nothing differs"));
}

void ChecksPane::setItems(const QList<CheckItem> &items) { m_items->setItems(items); }

const QList<CheckItem> &ChecksPane::items() const { return m_items->items(); }

void ChecksPane::setState(StatusKind kind, const QString &text)
{
    if (text.isEmpty())
        m_ui->checksState->say(text);
    else
        m_ui->checksState->say(kind, text);
}

void ChecksPane::showCompare(bool decides)
{
    m_ui->compareFold->setOpen(true);
    if (decides)
        m_compare->goToUndecided();
    bringCompareIntoView();
}

void ChecksPane::bringCompareIntoView()
{
    // Once it has its place.
    QTimer::singleShot(0, this, [this] {
        for (QWidget *above = parentWidget(); above; above = above->parentWidget()) {
            if (above->layout())
                above->layout()->activate();
            if (auto *area = qobject_cast<QScrollArea *>(above))
                area->ensureWidgetVisible(m_compare, 0, 0);
        }
    });
}

/// More checks push the comparison down, while somebody decides in it.
void ChecksPane::resizeEvent(QResizeEvent *event)
{
    RoomShare::resizeEvent(event);
    const QWidget *focus = QApplication::focusWidget();
    if (focus && m_compare->isAncestorOf(focus))
        bringCompareIntoView();
}

void ChecksPane::select(int row) { m_ui->checksList->setCurrentIndex(m_items->index(row)); }

void ChecksPane::focusChecks() { m_ui->checksList->setFocus(Qt::OtherFocusReason); }

QList<QWidget *> ChecksPane::tabStops() const
{
    return {m_ui->checksList, m_ui->compareFold,
        m_compare->findChild<QWidget *>(QStringLiteral("compareTable")),
        m_compare->findChild<QWidget *>(QStringLiteral("takeTheirsButton")),
        m_compare->findChild<QWidget *>(QStringLiteral("keepMineButton")), m_ui->payloadFold,
        m_ui->payloadEdit, m_ui->copyPayloadButton};
}

void ChecksPane::fillPayload()
{
    QPlainTextEdit *edit = m_ui->payloadEdit;
    const QString text = m_payload();
    if (text == edit->toPlainText())
        return;
    const int down = edit->verticalScrollBar()->value();
    const int across = edit->horizontalScrollBar()->value();
    edit->setPlainText(text);
    edit->verticalScrollBar()->setValue(down);
    edit->horizontalScrollBar()->setValue(across);
}

void ChecksPane::changeEvent(QEvent *event)
{
    RoomShare::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_items->setPalette(palette()); // the list has its new one only after this
}

} // namespace queuesmith

#include "window/review/approvalpanel.h"

#include "ui_approvalpanel.h"
#include "window/appearance/fonts.h"
#include "window/appearance/wheel.h"
#include "window/appearance/wholeheight.h"
#include "window/review/approvaltexts.h"

#include <QScrollArea>
#include <QTimer>

namespace queuesmith {

ApprovalPanel::ApprovalPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ApprovalPanel>())
{
    m_ui->setupUi(this);
    makeHeading(m_ui->headingLabel);
    makeHint(m_ui->evidenceLabel);
    for (QLabel *label :
        std::initializer_list<QLabel *>{m_ui->evidenceLabel, m_ui->stateLabel, m_ui->reasonHint})
        WholeHeight::keep(label);
    makeHint(m_ui->reasonHint);
    connectParts();
    setState(std::nullopt);
    showParts();
}

ApprovalPanel::~ApprovalPanel() = default;

void ApprovalPanel::connectParts()
{
    connect(m_ui->waitTimesButton, &QPushButton::clicked, this, &ApprovalPanel::waitTimesRequested);
    // Busy, they aren't disabled: that would take the keyboard from the one that was pressed.
    connect(m_ui->approveButton, &QPushButton::clicked, this, [this] {
        if (!m_busy)
            Q_EMIT approveRequested(reason(), isReviewed());
    });
    connect(m_ui->declineButton, &QPushButton::clicked, this, [this] {
        if (!m_busy)
            Q_EMIT declineRequested(reason());
    });
    leaveWheelToPage(*m_ui->similarCombo);
    connect(m_ui->similarCombo, &QComboBox::activated, this, [this](int row) {
        Q_EMIT similarQueueChosen(QueueId{m_ui->similarCombo->itemData(row).toString()});
    });
    const auto forget = [this] { showNote(StatusKind::Info, {}); };
    connect(m_ui->reasonEdit, &QLineEdit::textChanged, this, forget);
    connect(m_ui->reviewedCheck, &QCheckBox::toggled, this, forget);
}

void ApprovalPanel::setQueue(const CapacityBinding &binding)
{
    if (m_binding == binding)
        return;
    m_binding = binding;
    clearEntries();
    showParts();
}

void ApprovalPanel::setEvidence(const std::optional<CapacityEvidence> &evidence)
{
    // Whoever ticked looked at other figures.
    if (m_evidence != evidence)
        m_ui->reviewedCheck->setChecked(false);
    m_evidence = evidence;
    showParts();
}

void ApprovalPanel::setState(const std::optional<ApprovalState> &state)
{
    if (!state) {
        m_ui->stateLabel->say(StatusKind::Waiting, tr("Looking up the records …"));
        return;
    }
    const ApprovalText text = approvalText(*state, m_binding);
    m_ui->stateLabel->say(text.kind, text.sentence);
}

void ApprovalPanel::setSimilarQueues(const QList<SimilarQueue> &queues, const QueueId &chosen)
{
    m_ui->similarCombo->clear();
    m_ui->similarCombo->addItem(tr("no other queue"), QString());
    for (const SimilarQueue &queue : queues) {
        m_ui->similarCombo->addItem(queue.sharedSkills > 0
                ? tr("%1 (%n skill(s) in common)", nullptr, queue.sharedSkills).arg(queue.name)
                : queue.name,
            queue.id.value);
        if (queue.id == chosen)
            m_ui->similarCombo->setCurrentIndex(m_ui->similarCombo->count() - 1);
    }
}

void ApprovalPanel::setLeadsToWaitTimes(bool leads)
{
    m_leadsToWaitTimes = leads;
    showParts();
}

void ApprovalPanel::setDecides(bool decides)
{
    m_decides = decides;
    showParts();
}

void ApprovalPanel::setReasonDemanded(bool demanded)
{
    m_reasonDemanded = demanded;
    showParts();
}

void ApprovalPanel::setBusy(bool busy) { m_busy = busy; }

void ApprovalPanel::showParts()
{
    const bool mayHaveHistory = !m_evidence || m_evidence->hasHistory();
    const QString lines = m_evidence
        ? evidenceLines(*m_evidence).join(u'\n')
        : tr("You haven't looked at this queue's wait times in this session.");
    m_ui->evidenceLabel->setText(lines);
    for (QWidget *part : std::initializer_list<QWidget *>{m_ui->headingLabel, m_ui->stateLabel,
             m_ui->reviewedCheck, m_ui->approveButton, m_ui->declineButton})
        part->setVisible(m_decides);
    m_ui->evidenceLabel->setVisible(m_decides && !lines.isEmpty());
    m_ui->waitTimesButton->setVisible(m_decides && m_leadsToWaitTimes && !m_binding.isNew());
    m_ui->similarLabel->setVisible(m_decides && m_binding.isNew());
    m_ui->similarCombo->setVisible(m_decides && m_binding.isNew());
    m_ui->reasonLabel->setVisible(m_decides || m_reasonDemanded);
    m_ui->reasonEdit->setVisible(m_decides || m_reasonDemanded);
    m_ui->reasonHint->setVisible(m_reasonDemanded);
    m_ui->reviewedCheck->setEnabled(mayHaveHistory);
    m_ui->panelNote->setVisible(!m_ui->panelNote->text().isEmpty());
}

QString ApprovalPanel::reason() const { return m_ui->reasonEdit->text().trimmed(); }

bool ApprovalPanel::isReviewed() const { return m_ui->reviewedCheck->isChecked(); }

void ApprovalPanel::focusReason() { m_ui->reasonEdit->setFocus(); }

void ApprovalPanel::clearEntries()
{
    m_ui->reasonEdit->clear();
    m_ui->reviewedCheck->setChecked(false);
    showNote(StatusKind::Info, {});
}

void ApprovalPanel::showNote(StatusKind kind, const QString &text)
{
    if (text.isEmpty())
        m_ui->panelNote->say(text);
    else
        m_ui->panelNote->say(kind, text);
    m_ui->panelNote->setVisible(!text.isEmpty());
    if (!text.isEmpty())
        QTimer::singleShot(0, this, &ApprovalPanel::bringNoteIntoView); // once it has its place
}

void ApprovalPanel::bringNoteIntoView()
{
    for (QWidget *above = parentWidget(); above; above = above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(above))
            area->ensureWidgetVisible(m_ui->panelNote);
    }
}

} // namespace queuesmith

#include "window/auditlog/taskstrip.h"

#include "ui_auditlogpage.h"
#include "window/appearance/sentences.h"
#include "window/appearance/status.h"
#include "window/tables/figuretexts.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>

namespace queuesmith {

namespace {
} // namespace

TaskStrip::TaskStrip(Ui::AuditLogPage &form, AuditTask &task, QObject *parent)
    : QObject(parent)
    , m_form(form)
    , m_task(task)
{
    m_form.taskStrip->hide();
    connect(&m_task, &AuditTask::started, this, &TaskStrip::begin);
    connect(&m_task, &AuditTask::progressed, this, &TaskStrip::progress);
    connect(&m_task, &AuditTask::exported, this, &TaskStrip::tellExport);
    connect(&m_task, &AuditTask::verified, this, &TaskStrip::tellVerification);
    connect(&m_task, &AuditTask::failed, this, [this](const Error &error) {
        const bool wanted = error.kind == ErrorKind::Cancelled;
        end(wanted ? StatusKind::Info : StatusKind::Error, sentenceOf(error));
    });
    connect(&m_task, &AuditTask::recorded, this, [this](const std::optional<Error> &error) {
        if (error) {
            end(StatusKind::Warning,
                m_said + QLatin1Char('\n')
                    + tr("This use of the audit log could not be recorded: %1")
                          .arg(sentenceOf(*error)));
        }
    });
    connect(m_form.cancelExportButton, &QPushButton::clicked, &m_task, &AuditTask::cancel);
    connect(m_form.copyHeadButton, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_head); });
    connect(m_form.dismissButton, &QPushButton::clicked, m_form.taskStrip, &QWidget::hide);
}

void TaskStrip::refuse(const Error &error) { end(StatusKind::Error, sentenceOf(error)); }

void TaskStrip::begin()
{
    const bool exporting = m_task.work() == AuditTask::Work::Exporting;
    m_form.taskLabel->say(StatusKind::Waiting,
        exporting ? tr("Exporting the records shown") : tr("Verifying the chain"));
    m_form.taskProgress->setRange(0, 0);
    m_form.taskProgress->show();
    m_form.cancelExportButton->setVisible(exporting);
    m_form.copyHeadButton->hide();
    m_form.dismissButton->hide();
    m_form.taskStrip->show();
}

void TaskStrip::progress(qint64 done, qint64 total)
{
    constexpr int kSteps = 1000;
    m_form.taskProgress->setRange(0, kSteps);
    m_form.taskProgress->setValue(total > 0 ? static_cast<int>(done * kSteps / total) : kSteps);
    const QString what = m_task.work() == AuditTask::Work::Exporting
        ? tr("Exporting the records shown: %1 records written")
        : tr("Verifying the chain: %1 records read");
    m_form.taskLabel->say(StatusKind::Waiting, what.arg(wholeText(done)));
}

void TaskStrip::tellExport(const CsvExport &written)
{
    end(StatusKind::Ok,
        (written.rows == 1
                ? tr("%1 record is in %2. The manifest, with the head hash, is beside it: %3.")
                : tr("%1 records are in %2. The manifest, with the head hash, is beside it: %3."))
            .arg(wholeText(written.rows), QDir::toNativeSeparators(written.file),
                QFileInfo(manifestOf(written.file)).fileName()));
}

void TaskStrip::tellVerification(const Verification &verification)
{
    end(verification.ok ? StatusKind::Ok : StatusKind::Error, verificationText(verification));
    m_head = headText(verification.records, verification.head);
    m_form.copyHeadButton->setVisible(verification.ok);
}

void TaskStrip::end(StatusKind kind, const QString &sentence)
{
    m_said = sentence;
    m_form.taskLabel->say(kind, sentence);
    m_form.taskProgress->hide();
    m_form.cancelExportButton->hide();
    m_form.copyHeadButton->hide();
    m_form.dismissButton->show();
    m_form.taskStrip->show();
}

QString verificationText(const Verification &verification)
{
    if (!verification.ok) {
        return TaskStrip::tr(
            "The chain is broken. First bad record: %1. %2\nThe file was damaged or changed "
            "outside this program. Keep it as it is, and compare it with a backup.")
            .arg(wholeText(verification.firstBad), sentenceOf(verification));
    }
    QStringList parts{verification.records == 1
            ? TaskStrip::tr("The chain of 1 record is intact.")
            : TaskStrip::tr("The chain of %1 records is intact.")
                  .arg(wholeText(verification.records))};
    if (verification.openIntents > 0) {
        parts.append(TaskStrip::tr("Intents still without a final outcome: %1.")
                         .arg(wholeText(verification.openIntents)));
    }
    return parts.join(QLatin1Char(' ')) + QLatin1Char('\n')
        + TaskStrip::tr("Head: %1").arg(QString::fromLatin1(verification.head.toHex()));
}

} // namespace queuesmith

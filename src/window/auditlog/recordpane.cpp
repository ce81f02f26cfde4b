#include "window/auditlog/recordpane.h"

#include "ui_auditlogpage.h"
#include "window/appearance/sentences.h"
#include "window/auditlog/recordhtml.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QScrollBar>
#include <QTabBar>

namespace queuesmith {

namespace {
/// Enough for every operation that was retried by hand, and little enough to draw at once.
constexpr int kMostRelated = 50;
} // namespace

RecordPane::RecordPane(Ui::AuditLogPage &form, Records &records, QObject *parent)
    : QObject(parent)
    , m_form(form)
    , m_records(records)
{
    m_form.jsonView->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_form.recordView->setOpenLinks(false);
    // The bar, not its frame, takes the focus.
    m_form.recordTabs->tabBar()->setAccessibleName(m_form.recordTabs->accessibleName());
    connect(m_form.recordView, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        if (link.scheme() == QLatin1StringView("record"))
            Q_EMIT recordRequested(link.path().toLongLong());
    });
    connect(m_form.copyJsonButton, &QPushButton::clicked, this, &RecordPane::copyJson);
    clear();
}

RecordPane::~RecordPane()
{
    if (m_cancel)
        m_cancel->store(true);
}

void RecordPane::show(qint64 seq)
{
    if (m_cancel)
        m_cancel->store(true);
    m_cancel = std::make_shared<std::atomic_bool>(false);
    AuditFilter one;
    one.beforeSeq = seq + 1;
    one.limit = 1;
    read(one, [this, seq](const QList<StoredRecord> &found) {
        if (found.isEmpty() || found.first().seq != seq)
            say(tr("Record %1 is not in the log. Verify the chain.").arg(seq));
        else
            take(found.first());
    });
}

void RecordPane::read(
    const AuditFilter &filter, std::function<void(const QList<StoredRecord> &)> next)
{
    m_records.listRecords(filter, m_cancel, this,
        [this, cancel = m_cancel, next = std::move(next)](
            const Result<QList<StoredRecord>> &result) {
            if (*cancel)
                return;
            if (result)
                next(result.value());
            else
                say(sentenceOf(result.error()));
        });
}

void RecordPane::take(const StoredRecord &record)
{
    m_record = record;
    m_related.clear();
    restyle();
    m_form.jsonView->setPlainText(recordJson(record));
    m_form.copyJsonButton->setEnabled(true);
    m_form.recordView->verticalScrollBar()->setValue(0);
    Q_EMIT recordChanged();
    AuditFilter operation;
    operation.correlation = entryOf(record).correlationId;
    operation.limit = kMostRelated;
    if (operation.correlation.isEmpty())
        return;
    read(operation, [this](const QList<StoredRecord> &found) {
        for (const StoredRecord &one : found)
            m_related.append(entryOf(one));
        restyle();
    });
}

void RecordPane::restyle()
{
    if (m_record) {
        m_form.recordView->setHtml(recordHtml(*m_record, m_related, m_form.recordView->palette()));
    }
}

void RecordPane::clear()
{
    if (m_cancel)
        m_cancel->store(true);
    say(tr("Select a record to see all of it."));
}

void RecordPane::say(const QString &sentence)
{
    m_record.reset();
    m_form.recordView->setPlainText(sentence);
    m_form.jsonView->clear();
    m_form.copyJsonButton->setEnabled(false);
    Q_EMIT recordChanged();
}

void RecordPane::copyJson() const
{
    if (m_record)
        QGuiApplication::clipboard()->setText(recordJson(*m_record));
}

} // namespace queuesmith

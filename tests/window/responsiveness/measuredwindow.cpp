#include "measuredwindow.h"

#include "patience.h"
#include "records/records.h"
#include "variedlog.h"
#include "window/session/catalog.h"

#include <QLabel>
#include <QScrollArea>
#include <QTest>

namespace queuesmith {

namespace {

constexpr int kBatch = 1000;

bool isRead(const LoadState &state) { return state.phase == LoadState::Phase::Ready; }

} // namespace

MeasuredWindow::MeasuredWindow(const QStringList &options, int records)
    : tenant(options)
{
    if (records > 0)
        fillLog(records);
}

void MeasuredWindow::fillLog(int records) const
{
    SystemClock clock;
    Records log(frame.path(QStringLiteral("audit.sqlite")), clock);
    log.setIdentity({QStringLiteral("tester"), QStringLiteral("host"),
        {QStringLiteral("https://tenant.example"), {}, QStringLiteral("demo"), {}}});
    QObject context;
    const auto check = [](const auto &result) {
        if (!result)
            qFatal("The audit log could not be filled: %s", qPrintable(result.error().message));
    };
    log.open(&context, check);
    const QList<AuditRecord> all = variedRecords(records);
    qsizetype written = 0;
    for (qsizetype first = 0; first < all.size(); first += kBatch) {
        Change change;
        change.records = all.mid(first, kBatch);
        log.commit(change, &context, [&](const Result<QList<qint64>> &result) {
            check(result);
            written += result.value().size();
        });
    }
    if (!QTest::qWaitFor([&] { return written == all.size(); }, kPatience))
        qFatal("The audit log could not be filled in time.");
}

void MeasuredWindow::connectTenant()
{
    Connection connection;
    connection.name = QStringLiteral("Measured");
    connection.baseUrl = QUrl(tenant.url());
    connection.clientId = QStringLiteral("demo");
    connection.licensedAgents = 500;
    connection.environment = Environment::Test;
    frame.sessions().choose(connection, "demo-secret");
}

bool MeasuredWindow::open()
{
    connectTenant();
    return QTest::qWaitFor([this] { return isReady(); }, kPatience);
}

bool MeasuredWindow::isReady() const
{
    const Catalog &catalog = session().catalog();
    return isRead(catalog.queueState()) && isRead(catalog.skillState());
}

SkillPicker &MeasuredWindow::showPicker()
{
    auto &picker = *show<QueueEditorPage>().findChild<SkillPicker *>();
    page<QueueEditorPage>().findChild<QScrollArea *>()->ensureWidgetVisible(&picker);
    return picker;
}

QString MeasuredWindow::activity() const
{
    const auto *label = frame.find<QLabel>("activityLabel");
    return label ? label->text() : QString();
}

} // namespace queuesmith

#include "scenarios.h"

#include "commandrun.h"
#include "measuredwindow.h"
#include "patience.h"
#include "typist.h"
#include "window/activity/activities.h"
#include "window/activity/activity.h"
#include "window/review/sendcontroller.h"
#include "window/session/catalog.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

#include <algorithm>

namespace queuesmith {

namespace {

using namespace std::chrono_literals;

constexpr auto kLimit = 2min;
constexpr auto kCalm = 300ms;

QString notOpened() { return QStringLiteral("The tenant's queues and skills didn't come."); }

QStringList manySkills(const Size &size)
{
    return {QStringLiteral("--skills"), QString::number(size.skills)};
}

Gaps atRest(const Size &size)
{
    Heartbeat heartbeat;
    heartbeat.watchFor(kCalm); // what was just shown is painted
    heartbeat.watchFor(size.idle);
    return heartbeat.gaps();
}

Review creation(int number)
{
    QJsonObject definition = springSale();
    definition.insert(QStringLiteral("name"), QStringLiteral("Spring Sale %1").arg(number));
    Review review;
    review.wanted = parseDefinition(definition);
    return review;
}

/// A tenant that misbehaves while the queues are read again and a queue is to be created.
Measured whileTenant(const QByteArray &script, const QString &sign,
    std::chrono::milliseconds watched, const Size &size)
{
    MeasuredWindow shown({QStringLiteral("--queues"), QStringLiteral("300")});
    if (!shown.open())
        return {{}, {}, notOpened(), {}, {}};
    auto &page = shown.show<QueuesPage>();
    Measured measured{atRest(size), {}, {}, {}, {}};
    shown.tenant.setFaults(script);
    SendController sender(shown.session());
    bool signSeen = false;
    Heartbeat heartbeat;
    page.refresh();
    sender.send(creation(0), {}, {});
    heartbeat.watchUntil(
        [&] {
            signSeen = signSeen || shown.activity().contains(sign);
            return false;
        },
        watched);
    measured.busy = heartbeat.gaps();
    if (!signSeen)
        measured.problem = QStringLiteral("“%1” was never shown.").arg(sign);
    else if (shown.session().activities().running() != 1)
        measured.problem = QStringLiteral("The creation was over too soon.");
    return measured;
}

Measured exportWhileWatched(MeasuredWindow *shown, const Size &size)
{
    Measured measured{atRest(size), {}, {}, {}, {}};
    const QString file = shown->frame.path(QStringLiteral("all.csv"));
    const auto &page = shown->page<AuditLogPage>();
    const auto *said = page.findChild<QLabel *>(QStringLiteral("taskLabel"));
    Heartbeat heartbeat;
    const bool isWritten = heartbeat.watchUntil(
        [&, clicked = false]() mutable {
            if (!page.isVisible()) {
                shown->show<AuditLogPage>();
            } else if (!clicked) {
                clicked = true;
                page.findChild<QPushButton *>(QStringLiteral("exportCsvButton"))->click();
            } else if (auto *dialog = page.findChild<QFileDialog *>()) {
                if (dialog->isVisible()) {
                    Q_EMIT dialog->fileSelected(file);
                    dialog->close();
                }
            }
            return said->isVisible() && said->text().contains(QFileInfo(file).fileName())
                && QFile::exists(file);
        },
        kLimit);
    measured.busy = heartbeat.gaps();
    QFile written(file);
    const bool isOpen = written.open(QIODevice::ReadOnly);
    const qsizetype lines = isOpen ? written.readAll().count('\n') : 0;
    if (!isWritten || lines < size.records)
        measured.problem = QStringLiteral("The export has %1 lines.").arg(lines);
    return measured;
}

} // namespace

Measured whileTenantHangs(const Size &size)
{
    return whileTenant(R"([{"match":"GET /api/v2/*","times":1000,"do":{"hang":true}}])",
        QStringLiteral("checking"), size.watched, size);
}

Measured whileTenantDrips(const Size &size)
{
    return whileTenant(R"([{"match":"GET /api/v2/*","times":1000,"do":{"dripMs":1}}])",
        QStringLiteral("checking"), size.watched, size);
}

Measured whileTenantLimits(const Size &size)
{
    return whileTenant(R"([{"match":"GET /api/v2/*","times":1000,)"
                       R"("do":{"status":429,"headers":{"Retry-After":"60"}}}])",
        QStringLiteral("next in"), size.limited, size);
}

Measured whileJobsRetry(const Size &size)
{
    MeasuredWindow shown({QStringLiteral("--queues"), QStringLiteral("60")});
    if (!shown.open())
        return {{}, {}, notOpened(), {}, {}};
    shown.show<QueuesPage>();
    Measured measured{atRest(size), {}, {}, {}, {}};
    shown.tenant.setFaults(
        QStringLiteral(R"([{"match":"GET /api/v2/queues","times":%1,)"
                       R"("do":{"status":429,"headers":{"Retry-After":"1"}}},)"
                       R"({"match":"POST /api/v2/queues","times":%1,"do":{"status":503}}])")
            .arg(size.jobs / 2)
            .toUtf8());
    SendController sender(shown.session());
    qsizetype mostWaiting = 0;
    Heartbeat heartbeat;
    heartbeat.watchUntil(
        [&, sent = 0]() mutable {
            for (; sent < size.jobs; ++sent)
                sender.send(creation(sent), {}, QString::number(sent));
            const QList<Activity *> &all = shown.session().activities().all();
            mostWaiting = std::max(mostWaiting,
                std::count_if(all.cbegin(), all.cend(),
                    [](Activity *one) { return one->state() == Activity::State::Waiting; }));
            return false;
        },
        size.watched);
    measured.busy = heartbeat.gaps();
    if (mostWaiting < size.jobs / 2)
        measured.problem = QStringLiteral("At most %1 of %2 waited for another attempt at once.")
                               .arg(mostWaiting)
                               .arg(size.jobs);
    return measured;
}

Measured whileSkillsLoad(const Size &size)
{
    MeasuredWindow shown(manySkills(size));
    shown.connectTenant();
    const SkillPicker &picker = shown.showPicker();
    const auto isLoaded = [&] {
        const auto *found = picker.findChild<QLabel *>(QStringLiteral("foundLabel"));
        return shown.isReady() && picker.isVisible() && picker.isIdle()
            && found->text().contains(QLocale().toString(size.skills));
    };
    Measured measured;
    Heartbeat heartbeat;
    if (!heartbeat.watchUntil(isLoaded, kLimit))
        measured.problem = QStringLiteral("The skills were not loaded in time.");
    measured.busy = heartbeat.gaps();
    measured.idle = atRest(size);
    return measured;
}

Measured whileSkillsAreSearched(const Size &size)
{
    MeasuredWindow shown(manySkills(size));
    if (!shown.open())
        return {{}, {}, notOpened(), {}, {}};
    SkillPicker &picker = shown.showPicker();
    if (!QTest::qWaitFor([&] { return picker.isIdle(); }, kPatience))
        return {{}, {}, notOpened(), {}, {}};
    Measured measured{atRest(size), {}, {}, {}, {}};
    const QString words = QStringLiteral("billing 12\b\b\b\b\b\b\b\b\b\bskill 99\b\b\b\b\b\b\b\b");
    Typist typist(picker, words.repeated(3));
    Heartbeat heartbeat;
    typist.start();
    const bool isDone = heartbeat.watchUntil([&] { return typist.isDone(); }, kLimit);
    measured.busy = heartbeat.gaps();
    measured.keysTaken = typist.taken();
    measured.keysAnswered = typist.answered();
    if (!isDone || typist.mostFound() != size.skills || typist.leastFound() == size.skills)
        measured.problem = QStringLiteral("%1 keys were answered; found were %2 to %3 skills.")
                               .arg(measured.keysAnswered.size())
                               .arg(typist.leastFound())
                               .arg(typist.mostFound());
    return measured;
}

Measured whileSkillsAreChecked(const Size &size)
{
    MeasuredWindow shown(manySkills(size));
    if (!shown.open())
        return {{}, {}, notOpened(), {}, {}};
    Measured measured{atRest(size), {}, {}, {}, {}};
    SendController sender(shown.session());
    int finished = 0;
    QObject::connect(&sender, &SendController::finished, &shown.session(),
        [&](const QString &, const ProvisionReport &) { ++finished; });
    Heartbeat heartbeat;
    sender.send(creation(0), {}, {});
    if (!heartbeat.watchUntil([&] { return finished == 1; }, kLimit))
        measured.problem = QStringLiteral("The creation didn't end.");
    measured.busy = heartbeat.gaps();
    return measured;
}

Measured whileRecordsAreFiltered(const Size &size)
{
    MeasuredWindow shown({}, size.records);
    if (!shown.open())
        return {{}, {}, notOpened(), {}, {}};
    const auto &page = shown.page<AuditLogPage>();
    auto *table = page.findChild<QTableView *>(QStringLiteral("auditTable"));
    auto *filter = page.findChild<QLineEdit *>(QStringLiteral("filterEdit"));
    const auto rows = [table] { return table->model()->rowCount(); };
    Measured measured{atRest(size), {}, {}, {}, {}};
    // A page further with each look, and then a filter that is typed in and that nothing matches.
    const QString text = QStringLiteral("in no record");
    const int wanted = std::min(size.records / 2, 10'000);
    Heartbeat heartbeat;
    const bool isDone = heartbeat.watchUntil(
        [&, typed = 0]() mutable {
            if (!page.isVisible())
                shown.show<AuditLogPage>();
            if (typed == 0 && rows() < wanted) {
                // From above, so that the view asks for more although it was at the end already.
                QScrollBar *bar = table->verticalScrollBar();
                bar->setValue(bar->maximum() - 1);
                bar->setValue(bar->maximum());
                return false;
            }
            if (typed < text.size())
                QTest::keyClick(filter, text.at(typed++).toLatin1());
            return typed == text.size() && !table->isVisible();
        },
        kLimit);
    measured.busy = heartbeat.gaps();
    if (!isDone)
        measured.problem = QStringLiteral("%1 rows are shown in the end.").arg(rows());
    return measured;
}

Measured whileRecordsAreExported(const Size &size)
{
    MeasuredWindow shown({}, size.records);
    if (!shown.open())
        return {{}, {}, notOpened(), {}, {}};
    return exportWhileWatched(&shown, size);
}

Measured whileWaitTimesAreShown(const Size &size)
{
    MeasuredWindow shown({QStringLiteral("--queues"), QStringLiteral("12"),
        QStringLiteral("--days"), QString::number(size.days)});
    if (!shown.open())
        return {{}, {}, notOpened(), {}, {}};
    auto &page = shown.show<WaitTimesPage>();
    page.showQueue(QueueId{QStringLiteral("q-12")}); // a busy one
    const auto *table = page.findChild<QTableView *>(QStringLiteral("waitTable"));
    const auto *why = page.findChild<QWidget *>(QStringLiteral("whyList"));
    auto *target = page.findChild<QAbstractSpinBox *>(QStringLiteral("asaSpin"));
    const auto isJudged = [&] {
        constexpr int kQuarters = 90; // a quiet night may have no call in some of the 96
        return table->model()->rowCount() > kQuarters * (size.days - 1) && why->isEnabled();
    };
    const auto isShown = [&] { return table->model()->rowCount() > 0 && why->isEnabled(); };
    if (!QTest::qWaitFor(isShown, kPatience))
        return {{}, {}, notOpened(), {}, {}};
    Measured measured{atRest(size), {}, {}, {}, {}};
    auto *range = page.findChild<QComboBox *>(QStringLiteral("rangeCombo"));
    enum class Step { Ask, Read, Retarget, Judge } step = Step::Ask;
    Heartbeat heartbeat;
    const bool isDone = heartbeat.watchUntil(
        [&] {
            switch (step) {
            case Step::Ask:
                range->setCurrentIndex(range->findData(size.days));
                step = Step::Read;
                return false;
            case Step::Read:
                step = isJudged() ? Step::Retarget : Step::Read;
                return false;
            case Step::Retarget:
                target->stepUp();
                step = Step::Judge;
                return false;
            case Step::Judge:
                return isJudged();
            }
            return false;
        },
        kLimit);
    measured.busy = heartbeat.gaps();
    if (!isDone)
        measured.problem =
            QStringLiteral("%1 rows are shown in the end.").arg(table->model()->rowCount());
    return measured;
}

QList<Scenario> allScenarios()
{
    return {{"a tenant that hangs", whileTenantHangs}, {"a tenant that drips", whileTenantDrips},
        {"a tenant that answers 429", whileTenantLimits},
        {"many jobs that retry at once", whileJobsRetry}, {"skills that load", whileSkillsLoad},
        {"skills that are searched", whileSkillsAreSearched},
        {"a creation checked against the skills", whileSkillsAreChecked},
        {"audit records that are filtered", whileRecordsAreFiltered},
        {"audit records that are exported", whileRecordsAreExported},
        {"wait times that are read and judged", whileWaitTimesAreShown}};
}

} // namespace queuesmith

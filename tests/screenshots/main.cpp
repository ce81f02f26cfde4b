// queuesmith-screenshots FOLDER [light|dark|both [en|de [WIDTHxHEIGHT]]]: each page of the real
// window as a picture, with the demo tenant behind it. QT_SCALE_FACTOR=2 makes them twice as large.

#include "commandrun.h"
#include "frame.h"
#include "patience.h"
#include "window/activity/activities.h"
#include "window/activity/activitytexts.h"
#include "window/queueeditor/editordocument.h"
#include "window/queueeditor/editoropening.h"
#include "window/queueeditor/queueeditorpage.h"
#include "window/session/catalog.h"
#include "window/session/recommendations.h"
#include "window/settings/language.h"
#include "window/skillpicker/skillpicker.h"
#include "windowbench.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

#include <cstdio>

using namespace queuesmith;

namespace {

class Photographer {
public:
    Photographer(QString folder, Appearance appearance, const QSize &size)
        : m_folder(std::move(folder))
        , m_suffix(word(appearance))
    {
        m_theme.setAppearance(appearance);
        m_frame.window().resize(size);
    }

    void takeAll()
    {
        take("welcome");
        m_frame.click("connectButton");
        take("connection");
        m_frame.sessions().chooseDemo();
        await([this] { return rows("queuesTable") == 60; });
        take("queues");
        fillIn();
        take("editor");
        m_frame.click("reviewButton");
        await([this] { return m_frame.find<QPushButton>("sendButton") != nullptr; });
        take("review");
        m_frame.click("sendButton");
        await([this] {
            const auto *label = m_frame.find<QLabel>("activityLabel");
            return label
                && (label->text().contains(QLatin1StringView("erified"))
                    || label->text().contains(QStringLiteral("bestätigt")));
        });
        take("activity");
        takeWaitTimes();
        go(3);
        await([this] { return rows("exportsTable") > 0; });
        take("wfmsync");
        go(4);
        await([this] { return rows("auditTable") > 2; });
        auto *table = m_frame.find<QTableView>("auditTable");
        table->setCurrentIndex(table->model()->index(0, 0));
        take("auditlog");
        reviewChange();
        take("approval");
        approve();
        take("approved");
        go(m_frame.find<QListWidget>("navigation")->count() - 1); // the log
        await([this] { return rows("auditTable") > 5; });
        auto *newest = m_frame.find<QTableView>("auditTable");
        newest->setCurrentIndex(newest->model()->index(0, 0));
        take("evidence");
        takeConflict();
        takeOpenOutcome();
    }

private:
    template <typename Predicate> void await(Predicate predicate)
    {
        if (!QTest::qWaitFor(predicate, kPatience))
            qWarning("The window didn't come as far as it should.");
    }
    void takeWaitTimes()
    {
        go(2);
        // The queue that has too few agents.
        auto *queue = m_frame.find<QComboBox>("queueCombo");
        await([queue] { return queue->count() > 0; });
        queue->setCurrentIndex(queue->findData(QStringLiteral("q-4")));
        await([this] { return rows("waitTable") > 100 && isJudged(); });
        take("waittimes");
        auto *card = m_frame.find<QScrollArea>("cardArea");
        card->verticalScrollBar()->setValue(card->verticalScrollBar()->maximum());
        take("waittimes-approval");
        card->verticalScrollBar()->setValue(0);
        auto *tabs = m_frame.find<QTabWidget>("chartTabs");
        tabs->setCurrentIndex(1);
        take("waittimes-week");
        tabs->setCurrentIndex(2);
        take("waittimes-whatif");
        tabs->setCurrentIndex(0);
    }
    [[nodiscard]] bool isJudged() const
    {
        const auto *label = m_frame.find<QLabel>("promiseLabel");
        return label && !label->text().isEmpty();
    }
    [[nodiscard]] int rows(const char *table) const
    {
        const auto *view = m_frame.find<QTableView>(table);
        return view ? view->model()->rowCount() : -1;
    }
    void go(int row) { m_frame.find<QListWidget>("navigation")->setCurrentRow(row); }
    void fillIn()
    {
        go(1);
        m_frame.type("nameEdit", QStringLiteral("Spring Sale"));
        m_frame.find<QSpinBox>("capacitySpin")->setValue(24);
        m_frame.type("skillSearchEdit", QStringLiteral("billing"));
        const auto *picker = m_frame.window().findChild<SkillPicker *>();
        await([picker] { return picker && picker->isIdle(); });
        QTest::keyClick(m_frame.find<QLineEdit>("skillSearchEdit"), Qt::Key_Return);
        m_frame.click("validateButton");
        await([this] {
            const auto *state = m_frame.find<QLabel>("checksState");
            return state && state->text().startsWith(u'●');
        });
    }
    /// A change of a capacity, with a recommendation that is known.
    void reviewChange()
    {
        const TenantSession *session = m_frame.sessions().current();
        const Queue queue = session->catalog().queues().first();
        CapacityEvidence evidence;
        evidence.recommendedCapacity = queue.definition.capacity + 4;
        evidence.range =
            CapacityRange{queue.definition.capacity + 2, queue.definition.capacity + 7};
        evidence.confidence = QStringLiteral("high");
        evidence.observed = {41.4, 0.121, {}, {}};
        evidence.predictedAtRecommended = {12.0, 0.013, {}, {}};
        evidence.waitError.wape = 0.21;
        evidence.waitError.bias = -0.08;
        evidence.to = QDateTime(QDate(2026, 3, 1), QTime(0, 0), Qt::UTC);
        evidence.from = evidence.to.addDays(-28);
        evidence.intervals = 1344;
        session->recommendations().put(queue.id, evidence);
        go(1);
        m_frame.window().findChild<QueueEditorPage *>()->opening().openQueue(queue.id);
        auto *capacity = m_frame.find<QSpinBox>("capacitySpin");
        await([&] { return capacity->value() == queue.definition.capacity; });
        take("recommended");
        capacity->setValue(queue.definition.capacity + 4);
        m_frame.click("reviewButton");
        await([this] { return m_frame.find<QPushButton>("approveButton") != nullptr; });
    }
    /// Someone else changed what is being changed here.
    void takeConflict()
    {
        go(1);
        auto *editor = m_frame.window().findChild<QueueEditorPage *>();
        QueueDefinition mine = editor->document().definition();
        mine.capacity += 4;
        mine.priority = 4;
        editor->document().apply(EditorField::Whole, mine);
        Queue theirs = *editor->document().base();
        theirs.definition.capacity += 9;
        theirs.definition.priority = 7;
        theirs.definition.routingRules = {
            {QStringLiteral("priority"), 7, {}}, {QStringLiteral("capacity"), 60, {}}};
        editor->opening().markConflict(theirs);
        take("conflict");
    }
    /// Nobody knows how it ended, and the person says it.
    void takeOpenOutcome()
    {
        const QString name = QStringLiteral("Spring Sale");
        Activity *open = m_frame.sessions().current()->activities().begin(
            QStringLiteral("Creating “%1”").arg(name));
        ProvisionReport report;
        open->concludeOpen({OperationKind::Create, name, {}}, endText(report).sentence);
        (void)QTest::qWaitFor([] { return false; }, 200);
        take("open");
        m_frame.click("isNotThereButton");
        take("open-answer");
    }
    void approve()
    {
        m_frame.find<QCheckBox>("reviewedCheck")->setChecked(true);
        m_frame.type("reasonEdit", QStringLiteral("OPS-12: longer waits since March"));
        m_frame.click("approveButton");
        await([this] { return m_frame.find<QLabel>("stateLabel")->text().startsWith(u'●'); });
    }
    void take(const char *page)
    {
        (void)QTest::qWaitFor([] { return false; }, 400); // fades and delayed layouts
        const QString file =
            QStringLiteral("%1/%2-%3.png").arg(m_folder, QLatin1StringView(page), m_suffix);
        std::puts(qPrintable(file));
        m_frame.window().grab().save(file);
    }

    QString m_folder;
    QString m_suffix;
    Theme m_theme;
    Frame m_frame;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2 || !QDir().mkpath(arguments.at(1))) {
        std::fputs(
            "queuesmith-screenshots FOLDER [light|dark|both [en|de [WIDTHxHEIGHT]]]\n", stderr);
        return 2;
    }
    speak(arguments.value(3, QStringLiteral("en")), app);
    const QStringList edges = arguments.value(4, QStringLiteral("1180x760")).split(u'x');
    const QSize size(edges.value(0).toInt(), edges.value(1).toInt());
    const Appearance only = appearanceOf(arguments.value(2));
    for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
        if (only == Appearance::System || only == appearance)
            Photographer(arguments.at(1), appearance, size).takeAll();
    }
    return 0;
}

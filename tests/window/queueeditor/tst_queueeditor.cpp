// The queue editor as a person uses it, against the demo tenant.

#include "commandrun.h"
#include "patience.h"
#include "window/queueeditor/editordocument.h"
#include "window/queueeditor/editoropening.h"
#include "window/queueeditor/noticebar.h"
#include "window/queueeditor/queueeditorpage.h"
#include "window/queueeditor/rulesmodel.h"
#include "window/session/catalog.h"
#include "window/session/recommendations.h"
#include "windowbench.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QWheelEvent>

using namespace queuesmith;

namespace {

QString text(const char *latin1) { return QString::fromLatin1(latin1); }

/// The page in view, and its parts by object name.
class Rig {
public:
    explicit Rig(WindowBench &bench, bool isShown = true)
        : page(bench.session(), bench.path(text("drafts")))
    {
        page.resize(1100, 760);
        if (isShown)
            page.show();
    }

    QueueEditorPage page;

    template <typename T> T *part(const char *name) { return page.findChild<T *>(text(name)); }
    QLineEdit *name() { return part<QLineEdit>("nameEdit"); }
    QString problem(const char *label) { return part<QLabel>(label)->text(); }
    void click(const char *button)
    {
        QTest::mouseClick(part<QAbstractButton>(button), Qt::LeftButton);
    }
    QString notice() { return part<NoticeBar>("noticeBar")->text(); }
    QString question() { return part<NoticeBar>("questionBar")->text(); }
    QueueDefinition definition() { return page.document().definition(); }

    QStringList checks()
    {
        QStringList lines;
        const QAbstractItemModel *model = part<QListView>("checksList")->model();
        for (int row = 0; row < model->rowCount(); ++row)
            lines.append(model->index(row, 0).data().toString());
        return lines;
    }
    bool says(const QString &check) { return checks().contains(check); }
    void type(const char *what)
    {
        name()->setFocus();
        name()->selectAll();
        QTest::keyClicks(name(), text(what));
    }
    QAction *action(const QString &title)
    {
        for (const Page::MenuEntry &entry : page.menuEntries()) {
            if (entry.action->text() == title)
                return entry.action;
        }
        return nullptr;
    }
};

const QString kFree = QStringLiteral("● Name is free");

} // namespace

class TestQueueEditor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(unexpectedWarnings()); }

    void showsTheWholeFormHoweverNarrowThePage()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Rig rig(bench);
        rig.page.resize(1, 760);
        const auto *area = rig.part<QScrollArea>("formArea");
        QTRY_VERIFY(area->widget()->width() <= area->viewport()->width());
    }

    void opensTheMenusOfTemplatesAndDraftsByTheirKeys_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addRow("templates") << text("Open template");
        QTest::addRow("drafts") << text("Open draft");
    }
    void opensTheMenusOfTemplatesAndDraftsByTheirKeys()
    {
        QFETCH(QString, action);
        WindowBench bench;
        QVERIFY(bench.open());
        Rig rig(bench);
        QAction *open = rig.action(action);
        QVERIFY(open && !open->shortcut().isEmpty());
        open->trigger();
        QTRY_VERIFY(open->menu()->isVisible());
        open->menu()->close();
    }

    void fillsInAQueueAndAsksForItToBeSent()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Rig rig(bench);
        QVERIFY(rig.problem("nameProblem").isEmpty()); // nobody has been there yet
        rig.type("Gold line");
        rig.part<QSpinBox>("capacitySpin")->setValue(150);
        rig.part<QSpinBox>("prioritySpin")->setValue(2);
        QTest::keyClicks(rig.part<QPlainTextEdit>("descriptionEdit"), text("For gold"));
        QTRY_VERIFY(rig.says(kFree));
        QVERIFY(rig.says(QStringLiteral("● 150 of 500 licensed seats")));
        const QueueDefinition definition = rig.definition();
        QCOMPARE(definition.name, text("Gold line"));
        QCOMPARE(definition.description, text("For gold"));
        QCOMPARE(definition.routingRules.at(0).value, QJsonValue(2));
        QCOMPARE(definition.routingRules.at(1).value, QJsonValue(150));
        QTRY_VERIFY(rig.part<QPlainTextEdit>("payloadEdit")
                        ->toPlainText()
                        .contains(text("\"name\": \"Gold line\"")));
        QSignalSpy asked(&rig.page, &QueueEditorPage::provisionRequested);
        QSignalSpy reviewed(&rig.page, &QueueEditorPage::reviewRequested);
        rig.click("provisionButton");
        rig.click("reviewButton");
        QCOMPARE(asked.size(), 1);
        QCOMPARE(reviewed.size(), 1);
        QVERIFY(rig.page.canSend());
        QCOMPARE(rig.page.review().wanted.definition, definition);
        QCOMPARE(bench.tenant.creations(), 0); // the page itself sends nothing
    }

    void saysWhatIsWrongUnderItsFieldAndGoesThere()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Rig rig(bench);
        QSignalSpy asked(&rig.page, &QueueEditorPage::provisionRequested);
        rig.part<QSpinBox>("prioritySpin")->setFocus();
        rig.click("provisionButton");
        QVERIFY(rig.problem("nameProblem").startsWith(u'■'));
        QTRY_VERIFY(rig.name()->hasFocus());
        const QString taken = bench.session().catalog().queues().first().definition.name;
        rig.name()->setText(taken);
        QTRY_VERIFY(rig.problem("nameProblem").contains(text("already")));
        rig.part<QSpinBox>("capacitySpin")->setValue(501);
        QTRY_VERIFY(rig.problem("capacityProblem").contains(text("licensed seats")));
        rig.click("provisionButton");
        QVERIFY(asked.isEmpty());
        QVERIFY(!rig.page.canSend());
        rig.part<QSpinBox>("capacitySpin")->setValue(500);
        QVERIFY(rig.problem("capacityProblem").isEmpty()); // it was about the former value
        rig.name()->setText(text("Quite another"));
        QTRY_VERIFY(rig.says(kFree));
        QVERIFY(rig.problem("nameProblem").isEmpty());
    }

    void waitsForTheChecksBeforeItAsks()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Rig rig(bench);
        QSignalSpy asked(&rig.page, &QueueEditorPage::provisionRequested);
        rig.name()->setText(text("Gold line"));
        rig.click("provisionButton");
        QVERIFY(asked.isEmpty()); // not before the name is known to be free
        QTRY_COMPARE(asked.size(), 1);
        rig.name()->setText(text("Silver line"));
        rig.click("provisionButton");
        rig.name()->setText(text("Bronze line")); // changed: the wish was for something else
        QTRY_VERIFY(rig.says(kFree));
        QCOMPARE(asked.size(), 1);
    }

    void undoesAndRedoes()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Rig rig(bench);
        rig.type("Gold");
        rig.part<QSpinBox>("capacitySpin")->setValue(77);
        rig.page.document().undoStack().undo();
        QCOMPARE(rig.part<QSpinBox>("capacitySpin")->value(), 1);
        QTest::keyClick(rig.name(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(rig.name()->text(), QString());
        QVERIFY(!rig.page.document().isDirty());
        QTest::keyClick(rig.name(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(rig.name()->text(), text("Gold"));
    }

    void editsRulesButNotThoseThatFollow()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Rig rig(bench);
        auto *table = rig.part<QTableView>("rulesTable");
        const QAbstractItemModelTester tester(table->model());
        QVERIFY(!(table->model()->index(0, 0).flags() & Qt::ItemIsEditable));
        rig.click("addRuleButton");
        QCOMPARE(table->model()->rowCount(), 3);
        const QModelIndex type = table->model()->index(2, RulesModel::Type);
        const QModelIndex value = table->model()->index(2, RulesModel::Value);
        QVERIFY(table->model()->setData(type, text("language"), Qt::EditRole));
        QVERIFY(table->model()->setData(value, text("[\"de\", 2]"), Qt::EditRole));
        QCOMPARE(rig.definition().routingRules.at(2).value, QJsonValue(QJsonArray{text("de"), 2}));
        QVERIFY(!table->model()->setData(value, text("[\"de\""), Qt::EditRole));
        QVERIFY(rig.problem("rulesProblem").startsWith(u'■'));
        QVERIFY(table->model()->setData(value, text("plain"), Qt::EditRole));
        QCOMPARE(rig.definition().routingRules.at(2).value, QJsonValue(text("plain")));
        QVERIFY(!rig.problem("rulesProblem").contains(u'■'));
        rig.click("removeRuleButton");
        QCOMPARE(rig.definition().routingRules.size(), 2);
    }

    void choosesAnOverflowTargetByLetters()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Rig rig(bench);
        QVERIFY(QTest::qWaitForWindowActive(&rig.page, kPatience));
        auto *combo = rig.part<QComboBox>("overflowTargetCombo");
        const QAbstractItemModelTester tester(combo->model());
        QVERIFY(!rig.part<QSpinBox>("overflowThresholdSpin")->isEnabled());
        QCOMPARE(combo->itemText(0), text("none: contacts keep waiting"));
        combo->setFocus();
        combo->lineEdit()->setText(combo->itemText(3).toUpper());
        QTest::keyClick(combo->lineEdit(), Qt::Key_Return);
        QVERIFY(!rig.definition().overflow.target.isEmpty());
        QVERIFY(rig.part<QSpinBox>("overflowThresholdSpin")->isEnabled());
        rig.part<QSpinBox>("capacitySpin")->setValue(150);
        rig.part<QSpinBox>("overflowThresholdSpin")->setValue(75);
        QCOMPARE(
            rig.part<QLabel>("overflowThresholdHint")->text(), text("= 112 of 150 agents busy"));
    }

    void keepsATargetThatNamesNoQueueAndMarksIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("said");
        QTest::newRow("no such queue") << text("no such queue") << text("no such queue");
        QTest::newRow("itself") << text("Gold line") << text("overflow to itself");
    }
    void keepsATargetThatNamesNoQueueAndMarksIt()
    {
        QFETCH(QString, typed);
        QFETCH(QString, said);
        WindowBench bench;
        QVERIFY(bench.open());
        Rig rig(bench);
        QVERIFY(QTest::qWaitForWindowActive(&rig.page, kPatience));
        rig.type("Gold line");
        auto *combo = rig.part<QComboBox>("overflowTargetCombo");
        const auto enter = [&](const QString &letters) {
            combo->setFocus();
            combo->setCompleter(nullptr); // its popup needs a platform with windows
            combo->lineEdit()->selectAll();
            QTest::keyClicks(combo->lineEdit(), letters);
            rig.name()->setFocus();
        };
        enter(typed);
        QCOMPARE(combo->lineEdit()->text(), typed);
        QVERIFY(rig.problem("overflowTargetProblem").startsWith(u'■'));
        QVERIFY(rig.problem("overflowTargetProblem").contains(said));
        QTRY_VERIFY(rig.says(kFree));
        QVERIFY(!rig.page.canSend());
        rig.part<QSpinBox>("capacitySpin")->setValue(9); // another field, and the letters stay
        bench.session().catalog().refreshQueues();
        QTRY_COMPARE(bench.session().catalog().queueState().phase, LoadState::Phase::Ready);
        QCOMPARE(combo->lineEdit()->text(), typed);
        const Queue other = bench.session().catalog().queues().first();
        enter(other.definition.name); // the name alone is enough
        QCOMPARE(rig.definition().overflow.target, other.id);
        QVERIFY(rig.problem("overflowTargetProblem").isEmpty());
        QTRY_VERIFY(rig.page.canSend());
        combo->setFocus();
        combo->lineEdit()->clear();
        rig.name()->setFocus();
        QVERIFY(rig.definition().overflow.target.isEmpty());
        QCOMPARE(combo->currentText(), text("none: contacts keep waiting"));
    }

    void staysStillWhenAProblemComesAndGoes()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Rig rig(bench);
        QTRY_VERIFY(rig.part<QListView>("checksList")->height() > 60);
        const auto places = [&rig] {
            QStringList all;
            for (const char *name : {"nameEdit", "descriptionEdit", "typeCombo", "capacitySpin",
                     "overflowTargetCombo", "overflowThresholdSpin", "prioritySpin", "rulesTable",
                     "addRuleButton", "skillSearchEdit", "addSkillButton", "validateButton"}) {
                const auto *part = rig.part<QWidget>(name);
                const QPoint at = part->mapTo(&rig.page, QPoint());
                all.append(QStringLiteral("%1 %2 %3 %4")
                               .arg(text(name))
                               .arg(at.x())
                               .arg(at.y())
                               .arg(part->width()));
            }
            return all;
        };
        const QStringList before = places();
        rig.type("Gold line");
        rig.part<QSpinBox>("capacitySpin")->setValue(501);
        QTRY_VERIFY(rig.problem("capacityProblem").contains(text("licensed seats")));
        rig.name()->clear();
        rig.click("provisionButton");
        QVERIFY(rig.problem("nameProblem").startsWith(u'■'));
        QTRY_VERIFY(rig.checks().size() > 3);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(places(), before);
        rig.part<QSpinBox>("capacitySpin")->setValue(5);
        QCOMPARE(places(), before);
    }

    void opensAnotherQueueAtItsTop()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Rig rig(bench);
        rig.page.resize(1100, 380);
        QScrollBar *bar = rig.part<QScrollArea>("formArea")->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 100);
        bar->setValue(bar->maximum());
        rig.page.opening().openQueue(QueueId{text("q-2")});
        QTRY_VERIFY(rig.page.document().base());
        QCOMPARE(bar->value(), 0);
    }

    void hasTheSkillPickerInView()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Rig rig(bench);
        rig.page.resize(960, 650); // what a window of 1180 by 760 leaves
        auto *area = rig.part<QScrollArea>("formArea");
        const auto isSeen = [&](const char *name) {
            const auto *part = rig.part<QWidget>(name);
            const QRect at(part->mapTo(area->viewport(), QPoint()), part->size());
            return area->viewport()->rect().contains(at);
        };
        for (const char *name :
            {"skillSearchEdit", "availableSkillsList", "chosenSkillsList", "addSkillButton"})
            QTRY_VERIFY2(isSeen(name), name);
        QVERIFY(rig.part<QListView>("availableSkillsList")->height() >= 120);
        // As tall as its lines, and no taller.
        auto *checks = rig.part<QListView>("checksList");
        const QRect last =
            checks->visualRect(checks->model()->index(checks->model()->rowCount() - 1, 0));
        QTRY_VERIFY(checks->viewport()->height() - last.bottom() <= 8);
        QVERIFY(isSeen("checksList"));
        QVERIFY(!rig.part<QPlainTextEdit>("payloadEdit")->isVisible());
        rig.click("payloadFold");
        QVERIFY(rig.part<QPlainTextEdit>("payloadEdit")->isVisible());
    }

    void putsTheColumnsUnderEachOtherWhereTheyDoNotFit()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Rig rig(bench);
        const auto isBeside = [&rig] {
            return rig.part<QWidget>("skillPicker")->mapTo(&rig.page, QPoint()).x()
                > rig.name()->mapTo(&rig.page, QPoint()).x();
        };
        QTRY_VERIFY(isBeside());
        rig.page.resize(560, 760);
        QTRY_VERIFY(!isBeside());
        rig.page.resize(1100, 760);
        QTRY_VERIFY(isBeside());
    }

    void validateSaysHowItWentAndWhen()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Rig rig(bench);
        rig.type("Gold line");
        QTRY_VERIFY(rig.page.canSend());
        const auto said = [&rig] { return rig.part<QLabel>("checksState")->text(); };
        QVERIFY(said().isEmpty());
        rig.click("validateButton");
        const QRegularExpression passed(
            QStringLiteral("^● All %1 checks passed, \\d\\d:\\d\\d$").arg(rig.checks().size()));
        QTRY_VERIFY2(passed.match(said()).hasMatch(), qPrintable(said()));
        rig.part<QSpinBox>("capacitySpin")->setValue(501); // it was about the former capacity
        QVERIFY(!said().contains(text("passed")));
        QTRY_VERIFY(rig.problem("capacityProblem").contains(text("licensed seats")));
        rig.click("validateButton");
        QTRY_VERIFY2(said().startsWith(QStringLiteral("■ %1 of %2 checks passed, ")
                                           .arg(rig.checks().size() - 1)
                                           .arg(rig.checks().size())),
            qPrintable(said()));
    }

    void anOldLoopWarnsUntilTheOverflowIsTouched()
    {
        WindowBench bench;
        const auto definition = [](const char *name, const QString &target) {
            QJsonObject json = springSale();
            json.insert(text("name"), text(name));
            QJsonObject overflow = json.value(text("overflow")).toObject();
            overflow.insert(text("overflowTargetId"), target);
            json.insert(text("overflow"), overflow);
            return toJson(parseDefinition(json).definition);
        };
        const QString first = bench.tenant.addQueue(definition("First", {}));
        const QString second = bench.tenant.addQueue(definition("Second", first));
        const QString third = bench.tenant.addQueue(definition("Third", second));
        bench.tenant.changeQueue(first, definition("First", second));
        QVERIFY(bench.open());
        Rig rig(bench);
        rig.page.opening().openQueue(QueueId{first});
        QTRY_VERIFY(rig.page.document().base());
        const auto loops = [&rig] { return rig.checks().filter(text("forms a loop")); };
        QTRY_COMPARE(loops().size(), 1);
        QVERIFY2(loops().first().startsWith(u'▲'), qPrintable(loops().first()));
        rig.part<QSpinBox>("capacitySpin")->setValue(5); // not the overflow
        QTRY_VERIFY2(rig.page.canSend(), qPrintable(rig.checks().join(u'\n')));
        auto *combo = rig.part<QComboBox>("overflowTargetCombo");
        QVERIFY(QTest::qWaitForWindowActive(&rig.page, kPatience));
        combo->setFocus();
        combo->setCompleter(nullptr); // its popup needs a platform with windows
        combo->lineEdit()->selectAll();
        QTest::keyClicks(combo->lineEdit(), third); // the id alone is enough
        rig.name()->setFocus();
        QTRY_VERIFY(rig.definition().overflow.target.value == third);
        QTRY_VERIFY(!loops().isEmpty() && loops().first().startsWith(u'■'));
        QVERIFY(!rig.page.canSend());
    }

    void lateErrorsOfTheTenantLandOnTheirFields()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Rig rig(bench);
        rig.name()->setText(text("Gold"));
        rig.page.showTenantErrors({{text("capacity"), text("bad"), text("too many")}});
        QVERIFY(rig.problem("capacityProblem").contains(text("too many")));
        QTRY_VERIFY(rig.part<QSpinBox>("capacitySpin")->hasFocus());
        rig.part<QSpinBox>("capacitySpin")->setValue(9);
        QVERIFY(rig.problem("capacityProblem").isEmpty());
    }

    void keepsTheFormWhenAFileIsBad()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Rig rig(bench);
        rig.name()->setText(text("Gold"));
        QFile file(bench.path(text("bad.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\n  \"name\": \"A\",\n  \"name\": \"B\"\n}");
        file.close();
        rig.page.opening().importFile(file.fileName());
        QTRY_VERIFY(rig.notice().contains(text("bad.json, line 3, column")));
        QCOMPARE(rig.name()->text(), text("Gold"));
        QSignalSpy written(&rig.page, &Page::fileWritten);
        rig.page.opening().exportFile(bench.path(text("good.json")));
        QTRY_COMPARE(written.value(0).value(0).toString(), bench.path(text("good.json")));
        rig.page.opening().discardDraft();
        QCOMPARE(rig.name()->text(), QString());
        rig.page.opening().importFile(bench.path(text("good.json")));
        QTRY_COMPARE(rig.name()->text(), text("Gold"));
    }

    void saysWhatAFileHadWrongUntilTheFieldIsChanged()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Rig rig(bench);
        rig.page.opening().openDefinition(
            parseDefinition(QJsonObject{{text("name"), text("Gold")}, {text("capacity"), 70'000}}));
        QVERIFY(rig.problem("capacityProblem").contains(text("70000")));
        QTRY_VERIFY(rig.says(kFree));
        QVERIFY(!rig.page.canSend());
        rig.part<QSpinBox>("capacitySpin")->setValue(70);
        QVERIFY(rig.problem("capacityProblem").isEmpty());
        QTRY_VERIFY(rig.page.canSend());
    }

    void asksBeforeChangedWorkIsLeft()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Rig rig(bench);
        rig.name()->setText(text("Gold"));
        rig.page.opening().openQueue(QueueId{text("q-1")});
        QVERIFY(rig.question().contains(QStringLiteral("“Gold”")));
        rig.click("stayButton");
        QVERIFY(rig.question().isEmpty());
        QCOMPARE(rig.name()->text(), text("Gold"));
        rig.page.opening().openQueue(QueueId{text("q-1")});
        rig.click("keepDraftButton");
        QTRY_VERIFY(!rig.page.document().isNew());
        QCOMPARE(rig.page.document().base()->id.value, text("q-1"));
        QCOMPARE(rig.part<QPushButton>("provisionButton")->text(), text("Update"));
        QMenu *drafts = rig.action(text("Open draft"))->menu();
        Q_EMIT drafts->aboutToShow();
        QCOMPARE(drafts->actions().size(), 1);
        drafts->actions().first()->trigger();
        QCOMPARE(rig.name()->text(), text("Gold"));
        QVERIFY(rig.page.document().isNew());
    }

    void restoresWhatWasBeingEdited()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        {
            Rig rig(bench);
            rig.name()->setText(text("Gold"));
        } // ends before the draft's second is over
        Rig rig(bench);
        QTRY_COMPARE(rig.name()->text(), text("Gold"));
        QVERIFY(rig.notice().contains(text("Restored")));
        rig.click("discardRestoredButton");
        QCOMPARE(rig.name()->text(), QString());
        rig.click("bringBackButton");
        QCOMPARE(rig.name()->text(), text("Gold"));
    }

    void opensTemplatesAndClones()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Rig rig(bench);
        const QList<QAction *> templates = rig.action(text("Open template"))->menu()->actions();
        QCOMPARE(templates.size(), 5);
        for (QAction *one : templates) {
            one->trigger();
            QCOMPARE(rig.name()->text(), one->text());
            QVERIFY(rig.notice().isEmpty());
        }
        rig.page.opening().cloneQueue(QueueId{text("q-2")});
        const QString original = bench.session().catalog().nameOf(QueueId{text("q-2")});
        QTRY_COMPARE(rig.name()->text(), original + text(" (copy)"));
        QVERIFY(rig.page.document().isNew());
        QTRY_VERIFY(rig.says(kFree));
    }

    void saysThatAQueueCouldNotBeReadAndTriesAgain()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Rig rig(bench);
        bench.tenant.setFaults(
            R"([{"match":"GET /api/v2/queues/q-1","do":{"status":403},"times":1}])");
        rig.page.opening().openQueue(QueueId{text("q-1")});
        QVERIFY(rig.notice().startsWith(u'◷'));
        QTRY_VERIFY(rig.notice().startsWith(u'■'));
        QVERIFY(rig.page.document().isNew());
        bench.tenant.setFaults("[]");
        rig.click("tryAgainButton");
        QTRY_VERIFY(!rig.page.document().isNew());
    }

    void comparesMineAndTheirs()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Rig rig(bench);
        rig.page.opening().openQueue(QueueId{text("q-1")});
        QTRY_VERIFY(!rig.page.document().isNew());
        auto *table = rig.part<QTableView>("compareTable");
        const QAbstractItemModelTester tester(table->model());
        QCOMPARE(table->model()->rowCount(), 0);
        const Queue before = *rig.page.document().base();
        rig.part<QPlainTextEdit>("descriptionEdit")->setPlainText(text("mine"));
        QCOMPARE(table->model()->rowCount(), 1);
        Queue theirs = before;
        theirs.definition.description = text("theirs");
        theirs.definition.type = text("callback");
        rig.page.opening().markConflict(theirs);
        QCOMPARE(rig.part<QPlainTextEdit>("descriptionEdit")->toPlainText(), text("mine"));
        QCOMPARE(rig.part<QComboBox>("typeCombo")->currentText(), text("callback"));
        QVERIFY(!rig.page.canSend());
        QVERIFY(rig.checks().first().startsWith(u'■'));
        rig.click("takeTheirsButton");
        QCOMPARE(rig.part<QPlainTextEdit>("descriptionEdit")->toPlainText(), text("theirs"));
        QTRY_VERIFY(rig.page.canSend());
    }

    void showsRulesAndSkillsInWords()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Rig rig(bench);
        rig.page.opening().openQueue(QueueId{text("q-1")});
        QTRY_VERIFY(rig.page.document().base());
        auto *table = rig.part<QTableView>("compareTable");
        const Skill skill = bench.session().catalog().skills().last();
        QueueDefinition mine = rig.definition();
        mine.priority = 4;
        mine.skillGroups = {skill.id};
        mine.routingRules = {{text("priority"), 4, {}}, {text("capacity"), 14, {}}};
        rig.page.document().apply(EditorField::Whole, mine);
        QTRY_VERIFY(table->model()->rowCount() > 2);
        rig.click("compareFold");
        const auto shown = [&](const QString &field) {
            for (int row = 0; row < table->model()->rowCount(); ++row) {
                if (table->model()->index(row, 0).data().toString() == field)
                    return table->model()->index(row, 2).data().toString();
            }
            return QString();
        };
        QCOMPARE(shown(text("Routing rules")), QStringLiteral("priority 4 · capacity 14"));
        QCOMPARE(shown(text("Skill groups")), skill.name);
    }

    void makesRulesSayWhatTheirFieldsSay()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Rig rig(bench);
        auto *same = rig.part<QPushButton>("sameRulesButton");
        QVERIFY(!same->isVisible());
        rig.page.opening().openDefinition(parseDefinition(QJsonObject{{text("name"), text("Gold")},
            {text("capacity"), 14}, {text("priority"), 4},
            {text("routingRules"),
                QJsonArray{QJsonObject{{text("type"), text("priority")}, {text("value"), 3}}}}}));
        QTRY_VERIFY(same->isVisible());
        QVERIFY(rig.problem("rulesProblem").startsWith(u'▲'));
        rig.click("sameRulesButton");
        QCOMPARE(rig.definition().routingRules.first().value, QJsonValue(4));
        QVERIFY(!rig.problem("rulesProblem").contains(u'▲'));
        QVERIFY(!same->isVisible());
    }

    void showsWhatIsToBeDecided()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Rig rig(bench);
        rig.page.resize(960, 650);
        QVERIFY(QTest::qWaitForWindowActive(&rig.page, kPatience));
        rig.page.opening().openQueue(QueueId{text("q-1")});
        QTRY_VERIFY(rig.page.document().base());
        rig.part<QPlainTextEdit>("descriptionEdit")->setPlainText(text("mine"));
        rig.part<QSpinBox>("capacitySpin")->setValue(77);
        Queue theirs = *rig.page.document().base();
        theirs.definition.description = text("theirs");
        theirs.definition.capacity = 78;
        rig.page.opening().markConflict(theirs);
        const auto *area = rig.part<QScrollArea>("formArea");
        const auto isSeen = [&](const char *name) {
            const auto *part = rig.part<QWidget>(name);
            const QRect at(part->mapTo(area->viewport(), QPoint()), part->size());
            return area->viewport()->rect().contains(at);
        };
        QTRY_VERIFY(!rig.checks().filter(text("licensed seats")).isEmpty()); // all are there
        for (const char *name : {"compareTable", "takeTheirsButton", "keepMineButton"})
            QTRY_VERIFY2(isSeen(name), name);
    }

    void forgetsTheConflictOnceItIsSaved()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Rig rig(bench);
        rig.page.opening().openQueue(QueueId{text("q-1")});
        QTRY_VERIFY(rig.page.document().base());
        rig.part<QPlainTextEdit>("descriptionEdit")->setPlainText(text("mine"));
        Queue theirs = *rig.page.document().base();
        theirs.definition.type = text("callback");
        rig.page.opening().markConflict(theirs);
        QVERIFY(rig.notice().contains(text("has since been changed")));
        QVERIFY(rig.part<QTableView>("compareTable")->isVisible());
        Queue saved = theirs;
        saved.definition = rig.definition();
        rig.page.opening().adoptSaved(saved);
        QVERIFY(rig.notice().isEmpty());
    }

    void aDraftThatWasCreatedAfterAllIsThatQueue_data()
    {
        QTest::addColumn<bool>("isRestoredFirst");
        QTest::addColumn<int>("capacity");
        QTest::newRow("settled first") << false << 12;
        QTest::newRow("restored first") << true << 12;
        QTest::newRow("edited since") << true << 15;
    }
    void aDraftThatWasCreatedAfterAllIsThatQueue()
    {
        QFETCH(bool, isRestoredFirst);
        QFETCH(int, capacity);
        WindowBench bench;
        QVERIFY(bench.open());
        QueueDefinition sent;
        {
            Rig rig(bench);
            rig.name()->setText(text("Gold"));
            rig.part<QSpinBox>("capacitySpin")->setValue(12);
            sent = rig.definition();
            rig.part<QSpinBox>("capacitySpin")->setValue(capacity);
        }
        const Queue made{QueueId{text("q-77")}, sent, toJson(sent), {}};
        Rig rig(bench);
        if (isRestoredFirst)
            QTRY_COMPARE(rig.name()->text(), text("Gold"));
        Q_EMIT bench.session().queueSettled(made, toJson(sent));
        QTRY_VERIFY(rig.page.document().base());
        QCOMPARE(rig.page.document().base()->id.value, text("q-77"));
        QCOMPARE(rig.definition().capacity, capacity);
        QCOMPARE(rig.page.document().isDirty(), capacity != 12);
        QVERIFY(rig.notice().contains(text("became that queue")));
    }

    void adoptsWhatWasSavedAndKeepsLaterEdits()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Rig rig(bench);
        rig.name()->setText(text("Gold"));
        QSignalSpy asked(&rig.page, &QueueEditorPage::provisionRequested);
        rig.click("provisionButton");
        QTRY_COMPARE(asked.size(), 1);
        const QueueDefinition sent = rig.definition();
        rig.part<QSpinBox>("capacitySpin")->setValue(12); // while it is under way
        rig.page.opening().adoptSaved({QueueId{text("q-77")}, sent, toJson(sent), {}});
        QCOMPARE(rig.page.document().base()->id.value, text("q-77"));
        QCOMPARE(rig.definition().capacity, 12);
        QVERIFY(rig.page.document().isDirty());
    }

    void leadsThroughTheFormByTab()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Rig rig(bench);
        rig.page.shown();
        QTRY_VERIFY(rig.name()->hasFocus());
        QStringList order;
        const QWidget *at = rig.name();
        do {
            const bool isStop = at->focusPolicy() & Qt::TabFocus && !at->focusProxy()
                && at->isVisible() && at->isEnabled();
            if (isStop && !at->objectName().startsWith(text("qt_")))
                order.append(at->objectName());
            at = at->nextInFocusChain();
        } while (at != rig.name());
        const QStringList expected{text("nameEdit"), text("descriptionEdit"), text("typeCombo"),
            text("capacitySpin"), text("overflowTargetCombo"), text("prioritySpin"),
            text("rulesTable"), text("addRuleButton"), text("removeRuleButton"),
            text("skillSearchEdit"), text("availableSkillsList"), text("addSkillButton"),
            text("chosenSkillsList"), text("removeSkillButton"), text("checksList"),
            text("compareFold"), text("payloadFold"), text("validateButton"), text("reviewButton"),
            text("provisionButton")};
        order.removeIf([&](const QString &name) { return !expected.contains(name); });
        QCOMPARE(order, expected);
    }

    void leavesTheWheelToThePage()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Rig rig(bench);
        auto *spin = rig.part<QSpinBox>("capacitySpin");
        spin->setValue(50);
        spin->setFocus();
        const QPointF middle = QRectF(spin->rect()).center();
        QWheelEvent wheel(middle, spin->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton,
            Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(spin, &wheel);
        QCOMPARE(spin->value(), 50);
    }

    void tellsTheRecommendationOfTheQueue()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Rig rig(bench);
        const QueueId id{text("q-1")};
        const auto *button = rig.part<QPushButton>("recommendationButton");
        rig.page.opening().openQueue(id);
        QTRY_VERIFY(rig.page.document().base());
        QVERIFY(!button->isVisible());
        CapacityEvidence evidence;
        evidence.recommendedCapacity = 165;
        evidence.range = CapacityRange{140, 180};
        bench.session().recommendations().put(QueueId{text("q-2")}, evidence);
        QVERIFY(!button->isVisible());
        bench.session().recommendations().put(id, evidence);
        QVERIFY(button->isVisible());
        QCOMPARE(button->text(), QStringLiteral("Recommended 165 (140–180) ›"));
        QVERIFY(!rig.part<QLabel>("capacityHint")->isVisible());
        const int place = rig.part<QWidget>("skillPicker")->mapTo(&rig.page, QPoint()).x();
        evidence.modelCapacity = 1165; // then the sentence is longer than the room
        evidence.recommendedCapacity = 1150;
        evidence.range = CapacityRange{1140, 1180};
        bench.session().recommendations().put(id, evidence);
        QVERIFY(!button->accessibleName().endsWith(QStringLiteral("›")));
        QVERIFY(button->text().endsWith(QStringLiteral(" ›")));
        QTRY_VERIFY(button->width() >= button->sizeHint().width());
        QCOMPARE(rig.part<QWidget>("skillPicker")->mapTo(&rig.page, QPoint()).x(), place);
        QSignalSpy asked(&rig.page, &QueueEditorPage::waitTimesRequested);
        rig.click("recommendationButton");
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<QueueId>(), id);
        rig.page.opening().newQueue();
        QVERIFY(!button->isVisible());
    }

    void saysWhatCapacityMeans_data()
    {
        QTest::addColumn<CapacityReading>("reading");
        QTest::addColumn<QString>("said");
        QTest::newRow("agents") << CapacityReading::Agents << text("agents at the same time");
        QTest::newRow("waiting") << CapacityReading::Waiting << text("may wait");
        QTest::newRow("system") << CapacityReading::System << text("waiting places");
    }
    void saysWhatCapacityMeans()
    {
        QFETCH(CapacityReading, reading);
        QFETCH(QString, said);
        WindowBench bench;
        bench.connection.capacity.reading = reading;
        QVERIFY(bench.open());
        Rig rig(bench);
        QVERIFY(rig.part<QLabel>("capacityHint")->text().contains(said));
    }

    void namesEveryControl()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Rig rig(bench);
        for (const QWidget *widget : rig.page.findChildren<QWidget *>()) {
            const bool isInner =
                widget->focusProxy() || widget->objectName().startsWith(text("qt_"));
            if (widget->focusPolicy() == Qt::NoFocus || isInner)
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const QString name = widget->accessibleName().isEmpty() && button
                ? button->text()
                : widget->accessibleName();
            QVERIFY2(!name.isEmpty() || widget->inherits("QScrollArea")
                    || widget->inherits("QHeaderView") || widget->inherits("QLabel")
                    || widget->inherits("QTabWidget"),
                qPrintable(widget->objectName() + u' '
                    + QString::fromLatin1(widget->metaObject()->className())));
        }
        for (const QLabel *label : rig.page.findChildren<QLabel *>()) {
            if (label->objectName().endsWith(text("Label")) && label->buddy())
                QVERIFY(!label->buddy()->accessibleName().isEmpty());
        }
    }
};

QTEST_MAIN(TestQueueEditor)
#include "tst_queueeditor.moc"

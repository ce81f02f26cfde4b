// The skill picker as a person uses it: by keyboard, by mouse, with many skills.

#include "manyskills.h"
#include "patience.h"
#include "window/skillpicker/chosenskillsmodel.h"
#include "window/skillpicker/skilllistmodel.h"
#include "window/skillpicker/skillpicker.h"
#include "windowbench.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace queuesmith;

namespace {

SkillId id(const char *text) { return SkillId{QString::fromLatin1(text)}; }

/// A picker that is seen, and its parts by name.
struct Rig {
    SkillPicker picker;
    QLineEdit *search = picker.findChild<QLineEdit *>(QStringLiteral("skillSearchEdit"));
    QListView *available = picker.findChild<QListView *>(QStringLiteral("availableSkillsList"));
    QListView *chosen = picker.findChild<QListView *>(QStringLiteral("chosenSkillsList"));
    QPushButton *add = picker.findChild<QPushButton *>(QStringLiteral("addSkillButton"));
    QPushButton *remove = picker.findChild<QPushButton *>(QStringLiteral("removeSkillButton"));
    QLabel *sum = picker.findChild<QLabel *>(QStringLiteral("chosenSumLabel"));
    QAbstractItemModelTester availableTester{available->model()};
    QAbstractItemModelTester chosenTester{chosen->model()};

    explicit Rig(const QList<Skill> &skills)
    {
        picker.resize(700, 400);
        picker.show();
        picker.setSkills(skills);
    }
    [[nodiscard]] bool ready(int rows) const
    {
        return QTest::qWaitFor(
            [&] { return picker.isIdle() && available->model()->rowCount() == rows; }, kPatience);
    }
};

QList<Skill> fewSkills()
{
    return {{id("s-1"), QStringLiteral("Alpha"), 12}, {id("s-2"), QStringLiteral("Beta"), 22},
        {id("s-3"), QStringLiteral("Gamma"), std::nullopt}};
}

} // namespace

class TestSkillPicker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(unexpectedWarnings()); }

    void isWorkedByKeyboardAlone()
    {
        Rig rig(fewSkills());
        QVERIFY(rig.ready(3));
        QSignalSpy changed(&rig.picker, &SkillPicker::chosenChanged);
        rig.search->setFocus();
        QTest::keyClicks(rig.search, QStringLiteral("be"));
        QVERIFY(rig.ready(1));
        QTest::keyClick(rig.search, Qt::Key_Return);
        QCOMPARE(rig.picker.chosen(), QList<SkillId>{id("s-2")});
        QTest::keyClick(rig.search, Qt::Key_Escape);
        QVERIFY(rig.ready(2)); // what is chosen isn't offered any more
        QTest::keyClick(rig.search, Qt::Key_Down);
        QTRY_VERIFY(rig.available->hasFocus());
        QTest::keyClick(rig.available, Qt::Key_Enter);
        QCOMPARE(rig.picker.chosen(), (QList<SkillId>{id("s-2"), id("s-1")}));
        QCOMPARE(rig.sum->text(), QStringLiteral("2 chosen, at most 34 agents"));
        QTest::keyClick(rig.available, Qt::Key_Up);
        QVERIFY(rig.search->hasFocus());
        rig.chosen->setFocus();
        QTest::keyClick(rig.chosen, Qt::Key_Home);
        QTest::keyClick(rig.chosen, Qt::Key_Delete);
        QCOMPARE(rig.picker.chosen(), QList<SkillId>{id("s-1")});
        QCOMPARE(changed.size(), 3);
        QVERIFY(rig.ready(2));
    }

    void isWorkedByMouse()
    {
        Rig rig(fewSkills());
        QVERIFY(rig.ready(3));
        rig.available->selectAll();
        QTest::mouseClick(rig.add, Qt::LeftButton);
        QCOMPARE(rig.picker.chosen().size(), 3);
        QVERIFY(rig.sum->text().contains(QStringLiteral("isn't known")));
        const QRect first = rig.chosen->visualRect(rig.chosen->model()->index(0, 0));
        QTest::mouseClick(rig.chosen->viewport(), Qt::LeftButton, {}, first.center());
        QTest::mouseClick(rig.remove, Qt::LeftButton);
        QCOMPARE(rig.picker.chosen().size(), 2);
        const auto offered = [&rig] {
            return rig.available->visualRect(rig.available->model()->index(0, 0)).center();
        };
        QTRY_VERIFY(rig.available->indexAt(offered()).isValid());
        QTest::mouseClick(rig.available->viewport(), Qt::LeftButton, {}, offered());
        QTest::mouseDClick(rig.available->viewport(), Qt::LeftButton, {}, offered());
        QCOMPARE(rig.picker.chosen().size(), 3);
    }

    void saysWhichSkillIsGoneAndLetsItBeRemoved()
    {
        Rig rig(fewSkills());
        rig.picker.setChosen({id("s-9"), id("s-1")});
        const auto shown = [&rig] { return rig.chosen->model()->index(0, 0).data().toString(); };
        QCOMPARE(shown(), QStringLiteral("s-9")); // nothing is claimed before the skills are there
        QVERIFY(rig.ready(2));
        QCOMPARE(shown(), QStringLiteral("■ “s-9” no longer exists"));
        rig.chosen->setCurrentIndex(rig.chosen->model()->index(0, 0));
        QTest::keyClick(rig.chosen, Qt::Key_Delete);
        QCOMPARE(rig.picker.chosen(), QList<SkillId>{id("s-1")});
    }

    void saysThatNothingWasFound()
    {
        Rig rig(fewSkills());
        QVERIFY(rig.ready(3));
        const auto *nothing = rig.picker.findChild<QLabel *>(QStringLiteral("nothingFoundLabel"));
        QVERIFY(!nothing->isVisible());
        QTest::keyClicks(rig.search, QStringLiteral("tier"));
        QVERIFY(rig.ready(0));
        QTRY_VERIFY(nothing->isVisible());
        QCOMPARE(nothing->text(), QStringLiteral("No skill matches “tier”"));
        QVERIFY(rig.available->rect().contains(nothing->geometry()));
        rig.search->setText(QStringLiteral("beta"));
        QVERIFY(rig.ready(1));
        QTRY_VERIFY(!nothing->isVisible());
        QTest::keyClick(rig.search, Qt::Key_Return);
        QTRY_VERIFY(nothing->isVisible());
        QVERIFY(nothing->text().contains(QStringLiteral("is chosen")));
        rig.search->clear();
        QTRY_VERIFY(!nothing->isVisible());
    }

    void claimsNothingFromAnIncompleteList()
    {
        Rig rig({});
        rig.picker.setSkills(fewSkills(), false);
        rig.picker.setChosen({id("s-9")});
        QVERIFY(rig.ready(3));
        QCOMPARE(rig.chosen->model()->index(0, 0).data().toString(), QStringLiteral("s-9"));
    }

    void findsAmongAHundredThousand()
    {
        const QList<Skill> skills = manySkills(100'000);
        Rig rig(skills);
        QVERIFY(rig.ready(100'000));
        QTest::keyClicks(rig.search, QStringLiteral("zurich 1234"));
        // Whatever was shown on the way, in the end it is the answer to the whole text.
        int expected = 0;
        for (const Skill &skill : skills)
            expected += SkillSearch::folded(skill.name).contains(QStringLiteral("zurich"))
                && QString(skill.name % skill.id.value).contains(QStringLiteral("1234"));
        QVERIFY(expected > 0);
        QVERIFY(rig.ready(expected));
        rig.search->clear();
        QVERIFY(rig.ready(100'000));
        rig.picker.setSkills(fewSkills());
        QTest::keyClicks(rig.search, QStringLiteral("gamma"));
        QVERIFY(rig.ready(1)); // of the new skills, not of the former ones
    }
};

QTEST_MAIN(TestSkillPicker)
#include "tst_skillpicker.moc"

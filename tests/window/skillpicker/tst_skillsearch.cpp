// The search over skills: held against one that looks at every skill and every word.

#include "manyskills.h"
#include "window/skillpicker/skillsearch.h"
#include "windowbench.h"

#include <QSet>
#include <QTest>

using namespace queuesmith;

namespace {

bool matches(const Skill &skill, const QString &text)
{
    const QStringList words = SkillSearch::folded(text).split(u' ', Qt::SkipEmptyParts);
    const QString name = SkillSearch::folded(skill.name);
    const QString id = SkillSearch::folded(skill.id.value);
    return std::all_of(words.cbegin(), words.cend(),
        [&](const QString &word) { return name.contains(word) || id.contains(word); });
}

QSet<QString> found(const SkillSearch &search, const QList<int> &rows)
{
    QSet<QString> ids;
    for (const int row : rows)
        ids.insert(search.at(row).id.value);
    return ids;
}

QSet<QString> naive(const QList<Skill> &skills, const QString &text)
{
    QSet<QString> ids;
    for (const Skill &skill : skills) {
        if (matches(skill, text))
            ids.insert(skill.id.value);
    }
    return ids;
}

} // namespace

class TestSkillSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(unexpectedWarnings()); }

    void findsWhatANaiveSearchFinds_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", " ", "b", "billing", "BILLING", "zurich", "Zürich 12",
                 "12 zurich kundigung", "skill-77", "ill 7", "no such skill", "e e e", "-9 osaka"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void findsWhatANaiveSearchFinds()
    {
        QFETCH(QString, text);
        static const QList<Skill> kSkills = manySkills(20'000);
        static const SkillSearch kSearch(kSkills);
        const auto result = kSearch.find(text);
        QVERIFY(std::is_sorted(result.rows.cbegin(), result.rows.cend()));
        const QSet<QString> ids = found(kSearch, result.rows);
        QCOMPARE(ids.size(), result.rows.size());
        QCOMPARE(ids, naive(kSkills, text));
    }

    void narrowsAndWidensAsOneTypes()
    {
        const QList<Skill> skills = manySkills(100'000);
        const SkillSearch search(skills);
        SkillSearch::Result result;
        for (const char *text : {"z", "zu", "zur", "zur b", "zur bi", "zur bil", "zur bi",
                 "zur b 1", "ur b", "", "x", "", "105 ber"}) {
            const QString words = QString::fromUtf8(text);
            result = search.find(words, result);
            QCOMPARE(found(search, result.rows), naive(skills, words));
        }
    }

    void keepsTheOrderOfNames()
    {
        const SkillSearch search({{SkillId{QStringLiteral("5")}, QStringLiteral("zeta"), {}},
            {SkillId{QStringLiteral("4")}, QStringLiteral("Tier 10"), {}},
            {SkillId{QStringLiteral("1")}, QStringLiteral("Ärger"), {}},
            {SkillId{QStringLiteral("3")}, QStringLiteral("tier 2"), {}},
            {SkillId{QStringLiteral("2")}, QStringLiteral("beta"), {}}});
        QString ids;
        for (int row = 0; row < search.size(); ++row)
            ids += search.at(row).id.value;
        QCOMPARE(ids, QStringLiteral("12345"));
        QCOMPARE(search.rowOf(SkillId{QStringLiteral("2")}), 1);
        QCOMPARE(search.rowOf(SkillId{QStringLiteral("6")}), -1);
    }
};

QTEST_MAIN(TestSkillSearch)
#include "tst_skillsearch.moc"

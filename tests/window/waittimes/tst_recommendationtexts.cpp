#include "window/waittimes/recommendationtexts.h"

#include "waitfixture.h"

#include <QTest>

using namespace queuesmith;

/// A recommendation in words.
class TestRecommendationTexts : public QObject {
    Q_OBJECT

    static QString joined(const QList<SentenceList::Line> &lines)
    {
        QStringList texts;
        for (const SentenceList::Line &line : lines)
            texts.append(line.text);
        return texts.join(u'\n');
    }

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void headline_data();
    void headline();
    void range_data();
    void range();
    void stepIsNoContradiction();
    void asksFirstWhetherTheAgentsWorkElsewhere();
    void simpleRuleHasNoConfidence();
    void meaning_data();
    void meaning();
    void backTest();
    void backTestThatCantBe();
    void afterChange();
};

void TestRecommendationTexts::headline_data()
{
    QTest::addColumn<int>("current");
    QTest::addColumn<int>("recommended");
    QTest::addColumn<QString>("text");
    QTest::newRow("up") << 9 << 14
                        << QStringLiteral("Recommendation: raise the capacity from 9 to 14");
    QTest::newRow("down") << 1'400 << 1'200
                          << QStringLiteral(
                                 "Recommendation: lower the capacity from 1,400 to 1,200");
    QTest::newRow("same") << 9 << 9 << QStringLiteral("Recommendation: keep the capacity of 9");
    QTest::newRow("new") << -1 << 9 << QStringLiteral("Recommendation: set the capacity to 9");
    QTest::newRow("nothing") << 9 << -1 << QStringLiteral("Recommendation: none, not enough data");
}

void TestRecommendationTexts::headline()
{
    QFETCH(int, current);
    QFETCH(int, recommended);
    Recommendation recommendation;
    if (current >= 0)
        recommendation.currentCapacity = current;
    if (recommended >= 0)
        recommendation.recommendedCapacity = recommended;
    QTEST(headlineOf(recommendation), "text");
}

void TestRecommendationTexts::range_data()
{
    QTest::addColumn<int>("model");
    QTest::addColumn<int>("low");
    QTest::addColumn<int>("high");
    QTest::addColumn<QString>("text");
    QTest::newRow("range") << 15 << 13 << 18
                           << QStringLiteral(
                                  "The model needs 15; 13 to 18 for a light to heavy load.");
    QTest::newRow("one figure") << 15 << 15 << 15 << QStringLiteral("The model needs 15.");
    QTest::newRow("beyond all") << 5'001 << 4'900 << 5'001
                                << QStringLiteral("The model needs more than 5,000; 4,900 to more "
                                                  "than 5,000 for a light to heavy load.");
}

void TestRecommendationTexts::range()
{
    QFETCH(int, model);
    QFETCH(int, low);
    QFETCH(int, high);
    Recommendation recommendation;
    QCOMPARE(rangeText(recommendation), QString());
    recommendation.modelCapacity = model;
    recommendation.range = {low, high};
    QTEST(rangeText(recommendation), "text");
}

void TestRecommendationTexts::stepIsNoContradiction()
{
    Recommendation recommendation;
    recommendation.currentCapacity = 20;
    recommendation.recommendedCapacity = 18;
    recommendation.modelCapacity = 15;
    recommendation.range = {13, 17};
    recommendation.warnings = {QStringLiteral("STEP_LIMITED")};
    QCOMPARE(headlineOf(recommendation),
        QStringLiteral("Recommendation: lower the capacity from 20. Step to 18 now; the model "
                       "needs 15 (13–17)"));
    QCOMPARE(rangeText(recommendation), QString()); // it is said
}

void TestRecommendationTexts::asksFirstWhetherTheAgentsWorkElsewhere()
{
    Recommendation recommendation;
    recommendation.data = HistoryFigures();
    recommendation.impliedAgents = 13;
    recommendation.confidence = Confidence::Medium;
    recommendation.confidenceReasons = QStringList{QStringLiteral("AGENTS_ELSEWHERE")};
    recommendation.warnings = {QStringLiteral("NULL_METRICS"), QStringLiteral("AGENTS_ELSEWHERE")};
    const QList<SentenceList::Line> lines = linesOf(recommendation);
    QVERIFY(lines.first().text.startsWith(
        QStringLiteral("Are this queue's agents shared with other queues, or not signed in?")));
    QCOMPARE(joined(lines).count(QStringLiteral("not signed in?")), 1);
    QCOMPARE(lines.size(), 3);
}

void TestRecommendationTexts::simpleRuleHasNoConfidence()
{
    Recommendation recommendation;
    recommendation.policy = Policy::Threshold;
    QVERIFY(!joined(linesOf(recommendation)).contains(QStringLiteral("Confidence")));
    recommendation.policy = Policy::Erlang;
    recommendation.confidence = Confidence::Low;
    const QList<SentenceList::Line> lines = linesOf(recommendation);
    QCOMPARE(lines.first().kind, std::optional(StatusKind::Warning));
    QVERIFY(lines.first().text.startsWith(QStringLiteral("Confidence: low.")));
}

void TestRecommendationTexts::meaning_data()
{
    QTest::addColumn<CapacityMeaning>("meaning");
    QTest::addColumn<QString>("part");
    QTest::newRow("agents") << CapacityMeaning::Agents << QStringLiteral("It is an upper limit");
    QTest::newRow("waiting") << CapacityMeaning::Waiting
                             << QStringLiteral("contacts that may wait");
    QTest::newRow("system") << CapacityMeaning::System
                            << QStringLiteral("agents plus waiting places");
}

void TestRecommendationTexts::meaning()
{
    QFETCH(CapacityMeaning, meaning);
    QFETCH(QString, part);
    Recommendation recommendation;
    recommendation.config.capacityMeaning = meaning;
    QVERIFY(meaningText(recommendation).contains(part));
    recommendation.impliedAgents = 7;
    QCOMPARE(meaningText(recommendation).contains(QStringLiteral("about 7 agents")),
        meaning == CapacityMeaning::Agents);
}

void TestRecommendationTexts::backTest()
{
    BackTest test;
    test.enough = true;
    test.trusted = false;
    test.verdict = Sentence(QStringLiteral("Don't trust this: it is off."));
    test.agents = 12;
    test.fitFromMs = 1'740'960'000'000;
    test.testFromMs = 1'742'860'800'000;
    test.testToMs = 1'743'465'600'000;
    test.wait = ModelError{0.85, -0.43, 23, 40, 100};
    test.abandonment = ModelError{0.2, 0.01, 0.05, 0.05, 100};
    const QList<SentenceList::Line> lines = linesOf(test, QTimeZone("Europe/Berlin"));
    QCOMPARE(lines.first().kind, std::optional(StatusKind::Warning));
    QCOMPARE(lines.first().text, QStringLiteral("Don't trust this: it is off."));
    QVERIFY(joined(lines).contains(QStringLiteral("with 12 agents")));
    QVERIFY2(joined(lines).contains(QStringLiteral("Wait: 23 s expected, 40 s measured (43 % too "
                                                   "low); a single interval was off by 85 % on "
                                                   "average.")),
        qPrintable(joined(lines)));
    QVERIFY2(joined(lines).contains(QStringLiteral("Abandonment: 5 % expected, 5 % measured (about "
                                                   "right); a single interval was off by 20 %")),
        qPrintable(joined(lines)));
    QVERIFY(lines.last().text.contains(QStringLiteral("The confidence is another measure")));
}

void TestRecommendationTexts::backTestThatCantBe()
{
    BackTest test;
    QVERIFY(linesOf(test, QTimeZone::utc()).isEmpty());
    test.verdict = Sentence(QStringLiteral("Too short."));
    const QList<SentenceList::Line> lines = linesOf(test, QTimeZone::utc());
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines.first().kind, std::optional(StatusKind::Unknown));
}

void TestRecommendationTexts::afterChange()
{
    AfterChange change;
    change.outcome = AfterChangeOutcome::Worse;
    change.verdict = Sentence(QStringLiteral("Waits are outside of the band."));
    change.capacity = 14;
    change.wait = PromisedFigure{2, 4, 9, 31};
    change.abandonment = PromisedFigure{0.01, 0.02, std::nullopt, std::nullopt};
    const QList<SentenceList::Line> lines = linesOf(change, QTimeZone::utc());
    QCOMPARE(lines.first().kind, std::optional(StatusKind::Warning));
    QVERIFY(joined(lines).contains(
        QStringLiteral("Wait: promised 4 s, between 2 s and 9 s; measured 31 s.")));
    QVERIFY(joined(lines).contains(
        QStringLiteral("Abandonment: promised 2 %, at least 1 %; measured not reported.")));
    change.outcome = AfterChangeOutcome::Inside;
    QCOMPARE(linesOf(change, QTimeZone::utc()).first().kind, std::optional(StatusKind::Ok));
}

QTEST_MAIN(TestRecommendationTexts)
#include "tst_recommendationtexts.moc"

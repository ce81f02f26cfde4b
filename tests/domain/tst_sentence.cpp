// Sentences as values: the English text, and another language's from the same value.

#include "error.h"
#include "problem.h"

#include <QRegularExpression>
#include <QTest>

using namespace queuesmith;

namespace {

QString upper(const char *source) { return QString::fromUtf8(source).toUpper(); }
QString turned(const char * /*source*/) { return QStringLiteral("%2 vor %1"); }

} // namespace

class TestSentence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void fillsItsPlaces_data()
    {
        QTest::addColumn<Sentence>("sentence");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("upper");
        const QString name = QStringLiteral("Billing");
        QTest::newRow("empty") << Sentence() << QString() << QString();
        QTest::newRow("a name") << Sentence(name) << name << name;
        QTest::newRow("no places") << Sentence("a") << "a"
                                   << "A";
        QTest::newRow("two places, one twice")
            << Sentence("%1 a %2 %1", {name, QStringLiteral("7")}) << "Billing a 7 Billing"
            << "Billing A 7 Billing";
        QTest::newRow("a sentence inside")
            << Sentence("x: %1", {Sentence("y %1", {name})}) << "x: y Billing"
            << "X: Y Billing";
        QTest::newRow("a name with a place of its own")
            << Sentence("a %1 %2", {QStringLiteral("%2"), name}) << "a %2 Billing"
            << "A %2 Billing";
        QTest::newRow("a place without a part")
            << Sentence("%1 % %2 100%", {name}) << "Billing % %2 100%"
            << "Billing % %2 100%";
        QTest::newRow("row") << Sentence::row({"a.", Sentence(), Sentence(name)}) << "a. Billing"
                             << "A. Billing";
        QTest::newRow("row of nothing") << Sentence::row({Sentence(), Sentence()}) << ""
                                        << "";
    }
    void fillsItsPlaces()
    {
        QFETCH(Sentence, sentence);
        QTEST(sentence.english(), "english");
        QTEST(sentence.in(upper), "upper");
        QCOMPARE(sentence.isEmpty(), sentence.english().isEmpty());
    }

    void partsMayChangeTheirOrder()
    {
        const Sentence sentence("%1 before %2", {QStringLiteral("a"), QStringLiteral("b")});
        QCOMPARE(sentence.in(turned), QStringLiteral("b vor a"));
    }

    void errorsKeepTheirMessageInEnglish()
    {
        Error error;
        error.say(Sentence("done %1", {QStringLiteral("x")}));
        QCOMPARE(error.message, QStringLiteral("done x"));
        QCOMPARE(wholeSentence(error).in(upper), QStringLiteral("DONE x"));
        QCOMPARE(whatHappened(error).in(upper), QStringLiteral("DONE x"));
        error.sayWhat("part");
        QCOMPARE(error.what, QStringLiteral("part"));
        QCOMPARE(whatHappened(error).in(upper), QStringLiteral("PART"));
    }

    // Else a person would read what isn't the case any more.
    void aTextThatWasSetLaterCounts()
    {
        Error error;
        error.say("old");
        error.message = QStringLiteral("new");
        QCOMPARE(wholeSentence(error).in(upper), QStringLiteral("new"));
        Problem problem = problems::overflowSelf();
        QVERIFY(!problem.said.isEmpty());
        problem.message = QStringLiteral("new");
        QCOMPARE(wholeSentence(problem).in(upper), QStringLiteral("new"));
    }

    void problemsTakeReasonsAsSentences()
    {
        const Problem problem = problems::nameUnchecked(Sentence("why %1.", {QStringLiteral("x")}));
        QVERIFY(problem.message.contains(QLatin1StringView("checked: why x. Look")));
        QVERIFY(wholeSentence(problem).in(upper).contains(QLatin1StringView("WHY x.")));
    }
};

QTEST_GUILESS_MAIN(TestSentence)
#include "tst_sentence.moc"

// Sentences as values: the English text, and another language's from the same value.

#include "domain/error.h"
#include "domain/figures.h"
#include "domain/problem.h"

#include <QRegularExpression>
#include <QTest>

#include <limits>

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
        QTest::newRow("no places") << Sentence(Sentence::tr("a")) << "a"
                                   << "A";
        constexpr Words kWords = Sentence::tr("a %1");
        QTest::newRow("words of a table") << Sentence(kWords, {name}) << "a Billing"
                                          << "A Billing";
        QTest::newRow("no words") << Sentence(Words()) << ""
                                  << "";
        QTest::newRow("whole numbers") << Sentence::tr("%1 of %2", {qsizetype(-1), 2U}) << "-1 of 2"
                                       << "-1 OF 2";
        QTest::newRow("two places, one twice")
            << Sentence::tr("%1 a %2 %1", {name, QStringLiteral("7")}) << "Billing a 7 Billing"
            << "Billing A 7 Billing";
        QTest::newRow("a sentence inside")
            << Sentence::tr("x: %1", {Sentence::tr("y %1", {name})}) << "x: y Billing"
            << "X: Y Billing";
        QTest::newRow("a name with a place of its own")
            << Sentence::tr("a %1 %2", {QStringLiteral("%2"), name}) << "a %2 Billing"
            << "A %2 Billing";
        QTest::newRow("a place without a part")
            << Sentence::tr("%1 % %2 100%", {name}) << "Billing % %2 100%"
            << "Billing % %2 100%";
        QTest::newRow("row") << Sentence::row({Sentence::tr("a."), Sentence(), Sentence(name)})
                             << "a. Billing"
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

    void figuresHaveOneStyle_data()
    {
        QTest::addColumn<Sentence>("figure");
        QTest::addColumn<QString>("english");
        const auto row = [](const char *name, const Sentence &figure, const char *english) {
            QTest::newRow(name) << figure << QString::fromUtf8(english);
        };
        constexpr double kNotKnown = std::numeric_limits<double>::quiet_NaN();
        row("whole number", decimalSentence(41.04), "41");
        row("one decimal", decimalSentence(-0.25), "-0.3");
        row("below a thousand", decimalSentence(999), "999");
        row("a thousand", decimalSentence(1'000), "1,000");
        row("zeros in between", decimalSentence(-1'002'003.4), "-1,002,003.4");
        row("large number", decimalSentence(12'345.5), "12,345.5");
        row("endless", decimalSentence(1e300), "1,000,000,000,000,000");
        row("percent", percentSentence(0.095), "9.5 %");
        row("whole percent", percentSentence(0.61), "61 %");
        row("no percent", percentSentence(0), "0 %");
        row("hardly any", percentSentence(0.0001), "< 0.1 %");
        row("just enough", percentSentence(0.001), "0.1 %");
        row("nearly all", percentSentence(0.999), "99.9 %");
        row("not quite all", percentSentence(0.9999), "> 99.9 %");
        row("all", percentSentence(1), "100 %");
        row("more than all", percentSentence(1.25), "125 %");
        row("less than none", percentSentence(-0.431), "-43.1 %");
        row("percent not known", percentSentence(kNotKnown), "–");
        row("no time", durationSentence(0), "0 s");
        row("seconds", durationSentence(10.927), "10.9 s");
        row("just no minute", durationSentence(59.94), "59.9 s");
        row("a minute", durationSentence(59.96), "1 min");
        row("minutes", durationSentence(78), "1 min 18 s");
        row("just no hour", durationSentence(3'599.4), "59 min 59 s");
        row("an hour", durationSentence(3'599.6), "1 h");
        row("hours", durationSentence(9'000), "2 h 30 min");
        row("absurd", durationSentence(1e12), "1,000,000,000,000 s");
        row("duration not known", durationSentence(kNotKnown), "–");
        row("milliseconds", latencySentence(std::chrono::milliseconds(420)), "420 ms");
        row("latency", latencySentence(std::chrono::milliseconds(10'927)), "10.9 s");
    }
    void figuresHaveOneStyle()
    {
        QFETCH(Sentence, figure);
        QTEST(figure.english(), "english");
    }

    void figuresFollowTheLanguage()
    {
        const auto german = [](const char *source) {
            return QString::fromUtf8(source).replace(u'.', u',');
        };
        QCOMPARE(percentSentence(0.1212).in(german), QStringLiteral("12,1 %"));
        QCOMPARE(durationSentence(4.24).in(german), QStringLiteral("4,2 s"));
    }

    void partsMayChangeTheirOrder()
    {
        const Sentence sentence =
            Sentence::tr("%1 before %2", {QStringLiteral("a"), QStringLiteral("b")});
        QCOMPARE(sentence.in(turned), QStringLiteral("b vor a"));
    }

    void errorsKeepTheirMessageInEnglish()
    {
        Error error = Error::of(
            ErrorKind::Storage, "audit_gone", Sentence::tr("done %1", {QStringLiteral("x")}));
        QCOMPARE(error.kind, ErrorKind::Storage);
        QCOMPARE(error.code, QStringLiteral("audit_gone"));
        QCOMPARE(error.message, QStringLiteral("done x"));
        QCOMPARE(wholeSentence(error).in(upper), QStringLiteral("DONE x"));
        QCOMPARE(whatHappened(error).in(upper), QStringLiteral("DONE x"));
        error.sayWhat(Sentence::tr("part"));
        QCOMPARE(error.what, QStringLiteral("part"));
        QCOMPARE(whatHappened(error).in(upper), QStringLiteral("PART"));
    }

    // Else a person would read what isn't the case any more.
    void aTextThatWasSetLaterCounts()
    {
        Error error;
        error.say(Sentence::tr("old"));
        error.message = QStringLiteral("new");
        QCOMPARE(wholeSentence(error).in(upper), QStringLiteral("new"));
        Problem problem = problems::overflowSelf(Severity::Error);
        QVERIFY(!problem.said.isEmpty());
        problem.message = QStringLiteral("new");
        QCOMPARE(wholeSentence(problem).in(upper), QStringLiteral("new"));
    }

    void problemsTakeReasonsAsSentences()
    {
        const Problem problem =
            problems::nameUnchecked(Sentence::tr("why %1.", {QStringLiteral("x")}));
        QVERIFY(problem.message.contains(QLatin1StringView("free: why x. Look")));
        QVERIFY(wholeSentence(problem).in(upper).contains(QLatin1StringView("WHY x.")));
    }
};

QTEST_GUILESS_MAIN(TestSentence)
#include "tst_sentence.moc"

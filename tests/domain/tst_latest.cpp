// Only the answer to the latest question counts.
#include "domain/latest.h"

#include <QTest>

#include <functional>

using namespace queuesmith;

class TestLatest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyTheLatestAnswerIsTaken()
    {
        Latest latest;
        QStringList taken;
        const auto take = [&taken](const QString &answer) { taken.append(answer); };
        const std::function<void(const QString &)> first = latest.next(take);
        const std::function<void(const QString &)> second = latest.next(take);
        second(QStringLiteral("second"));
        first(QStringLiteral("first"));
        QCOMPARE(taken, QStringList{QStringLiteral("second")});
    }

    void answersToOneQuestionAllCount()
    {
        Latest latest;
        int sum = 0;
        const auto add = [&sum](int one, int other) { sum += one + other; };
        auto first = latest.next(add);
        auto second = latest.only(add);
        first(1, 2);
        second(10, 20);
        first(100, 200);
        QCOMPARE(sum, 333);
    }

    void aChangedQuestionHasNoAnswerYet()
    {
        Latest latest;
        bool isTaken = false;
        auto take = latest.next([&isTaken] { isTaken = true; });
        const auto isCurrent = latest.current();
        QVERIFY(isCurrent());
        latest.renew();
        QVERIFY(!isCurrent());
        take();
        QVERIFY(!isTaken);
        latest.only([&isTaken] { isTaken = true; })();
        QVERIFY(isTaken);
    }
};

QTEST_APPLESS_MAIN(TestLatest)
#include "tst_latest.moc"

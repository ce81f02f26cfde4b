#include "http/retryafter.h"

#include <QRegularExpression>
#include <QTest>

using namespace queuesmith;
using std::chrono::milliseconds;

namespace {
const QDateTime kNow(QDate(2026, 1, 5), QTime(10, 0), Qt::UTC); // a Monday
constexpr qint64 kIgnored = -1;
constexpr qint64 kYear = 365LL * 24 * 3600 * 1000;
} // namespace

class TestRetryAfter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void parses_data();
    void parses();
    void readsDates_data();
    void readsDates();
};

void TestRetryAfter::parses_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("expected");
    const auto row = [](const char *value, qint64 expected) {
        QTest::newRow(*value == '\0' ? "(empty)" : value) << QByteArray(value) << expected;
    };
    row("0", 0);
    row("1", 1000);
    row("120", 120'000);
    row("007", 7'000);
    row(" 5 ", 5'000);
    row("3600", 3'600'000);
    row("99999999", kYear);
    row("99999999999999999999999", kYear);
    row("Mon, 05 Jan 2026 10:00:30 GMT", 30'000);
    row("Mon, 05 Jan 2026 09:59:30 GMT", 0);
    row("Monday, 05-Jan-26 10:01:00 GMT", 60'000);
    row("Mon Jan  5 10:02:00 2026", 120'000);
    row("Fri, 31 Dec 9999 23:59:59 GMT", kYear);
    row("3, 1", 3'000);
    row("1, 3", 3'000);
    row("5,10", 10'000);
    row("soon, 2", 2'000);
    row("2, Mon, 05 Jan 2026 10:00:30 GMT", 30'000);
    row("Mon, 05 Jan 2026 10:00:30 GMT, 60", 60'000);
    row("Mon, 05 Jan 2026 10:00:30 GMT, Monday, 05-Jan-26 10:01:00 GMT", 60'000);
    for (const char *nonsense : {"", "-1", "-0", "+5", "1.5", "5s", "soon", "0x10", "1e3", ",",
             "-5, soon", "NaN", "Mon, 05 Jan 2026 10:00:30", "Mon, 05 Jan 2026 10:00:30 CET",
             "Mon, 5 Jan 2026 10:00:30 GMT", "Mon, 32 Jan 2026 10:00:30 GMT",
             "Mon, 05 Foo 2026 10:00:30 GMT", "Mon, 05 Jan 2026 25:00:30 GMT",
             "Mon, 05 Jan 2026 10:61:30 GMT", "Mon, 05 Jan 2026 10:00:61 GMT",
             "Mon, 29 Feb 2026 10:00:00 GMT", "Foo, 05 Jan 2026 10:00:30 GMT",
             "2026-01-05T10:00:30Z", "Mon, 05 Jan 2026 10:00:30 GMT extra",
             "mon, 05 jan 2026 10:00:30 gmt", "\xff\xfe"})
        row(nonsense, kIgnored);
}

void TestRetryAfter::parses()
{
    QFETCH(QByteArray, value);
    QFETCH(qint64, expected);
    const auto delay = parseRetryAfter(value, kNow);
    QCOMPARE(delay ? delay->count() : kIgnored, expected);
}

void TestRetryAfter::readsDates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QDateTime>("expected");
    const auto row = [](const char *text, const QDate &date, const QTime &time) {
        QTest::newRow(text) << QByteArray(text) << QDateTime(date, time, Qt::UTC);
    };
    // The three forms of RFC 9110's own example.
    row("Sun, 06 Nov 1994 08:49:37 GMT", {1994, 11, 6}, {8, 49, 37});
    row("Sunday, 06-Nov-94 08:49:37 GMT", {1994, 11, 6}, {8, 49, 37});
    row("Sun Nov  6 08:49:37 1994", {1994, 11, 6}, {8, 49, 37});
    row("Wed Nov 16 08:49:37 1994", {1994, 11, 16}, {8, 49, 37});
    // Two digits of a year: at most 50 years ahead of 2026.
    row("Friday, 01-Jan-76 00:00:00 GMT", {2076, 1, 1}, {0, 0, 0});
    row("Saturday, 01-Jan-77 00:00:00 GMT", {1977, 1, 1}, {0, 0, 0});
    row("Saturday, 01-Jan-00 00:00:00 GMT", {2000, 1, 1}, {0, 0, 0});
    row("Thu, 29 Feb 2024 12:00:00 GMT", {2024, 2, 29}, {12, 0, 0});
    row("Sat, 31 Dec 2016 23:59:60 GMT", {2016, 12, 31}, {23, 59, 59});
}

void TestRetryAfter::readsDates()
{
    QFETCH(QByteArray, text);
    QFETCH(QDateTime, expected);
    const auto date = parseHttpDate(text, kNow);
    QVERIFY(date);
    QCOMPARE(*date, expected);
}

QTEST_GUILESS_MAIN(TestRetryAfter)
#include "tst_retryafter.moc"

#include "fixture.h"
#include "window/appearance/theme.h"
#include "window/auditlog/auditfigures.h"
#include "window/auditlog/auditperiod.h"
#include "window/auditlog/audittask.h"
#include "window/auditlog/auditwords.h"
#include "window/auditlog/recordhtml.h"
#include "window/auditlog/taskstrip.h"
#include "window/tables/datetexts.h"
#include "window/tables/figuretexts.h"
#include "window/tables/relativetime.h"

#include <QJsonDocument>
#include <QTextDocument>

#include <cmath>

using namespace queuesmith;

/// What the page says, as pure functions.
class TestAuditTexts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void roundsShares_data();
    void roundsShares();
    void saysWhatWasLeftOut();
    void readsANotedHead_data();
    void readsANotedHead();
    void takesWholeDays();
    void tellsTimeRelatively_data();
    void tellsTimeRelatively();
    void listsChangedFields_data();
    void listsChangedFields();
    void showsEveryMember();
    void linksTheOtherRecords();
    void saysWhatHappened_data();
    void saysWhatHappened();
    void writesDaysInOneStyle_data();
    void writesDaysInOneStyle();
    void writesFiguresByTheLocale();
    void takesNoTextForMarkup();
    void wordsVerdicts();
};

void TestAuditTexts::roundsShares_data()
{
    QTest::addColumn<Share>("share");
    QTest::addColumn<QString>("expected");
    QTest::newRow("no basis") << Share{0, 0} << QStringLiteral("–");
    QTest::newRow("all") << Share{3, 3} << QStringLiteral("100 %");
    QTest::newRow("none") << Share{0, 3} << QStringLiteral("0 %");
    QTest::newRow("two thirds") << Share{2, 3} << QStringLiteral("66.7 %");
    QTest::newRow("not quite all") << Share{9'999, 10'000} << QStringLiteral("> 99.9 %");
    QTest::newRow("hardly any") << Share{1, 10'000} << QStringLiteral("< 0.1 %");
}

void TestAuditTexts::roundsShares()
{
    QFETCH(Share, share);
    AuditSummary summary;
    summary.validation = share;
    summary.provisioning = share;
    QTEST(validationFigure(summary).value, "expected");
    QTEST(provisioningFigure(summary).value, "expected");
}

void TestAuditTexts::saysWhatWasLeftOut()
{
    AuditSummary summary;
    summary.provisioning = {8, 9};
    QVERIFY(provisioningFigure(summary).basis.startsWith(QStringLiteral("8 of 9 queues")));
    QVERIFY(!provisioningFigure(summary).basis.contains(QStringLiteral("left out")));
    summary.cancelled = 2;
    QVERIFY(provisioningFigure(summary).basis.contains(
        QStringLiteral("2 cancelled by a person are excluded")));
    QCOMPARE(attemptsFigure(summary).value, QStringLiteral("–"));
    QCOMPARE(medianFigure(summary).value, QStringLiteral("–"));
}

void TestAuditTexts::readsANotedHead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("seq"); // -1: none, -2: refused
    const QString hash(64, QLatin1Char('a'));
    QTest::newRow("nothing") << QStringLiteral("  ") << qint64{-1};
    QTest::newRow("as copied") << headText(17, QByteArray(32, '\xaa')) << qint64{17};
    QTest::newRow("other way round") << QString(hash + QStringLiteral(", record 17")) << qint64{17};
    QTest::newRow("digits only, too")
        << QString(QStringLiteral("5 ") + QString(64, QLatin1Char('1'))) << qint64{5};
    QTest::newRow("no number") << hash << qint64{-2};
    QTest::newRow("too short") << QString(QStringLiteral("17 ") + hash.chopped(1)) << qint64{-2};
    QTest::newRow("too long") << QString(QStringLiteral("17 a") + hash) << qint64{-2};
    QTest::newRow("no hash") << QStringLiteral("17") << qint64{-2};
}

void TestAuditTexts::readsANotedHead()
{
    QFETCH(QString, text);
    QFETCH(qint64, seq);
    const auto head = notedHead(text);
    QCOMPARE(head.ok(), seq > -2);
    if (!head)
        return;
    QCOMPARE(head.value().has_value(), seq > -1);
    if (head.value()) {
        QCOMPARE(head.value()->seq, seq);
        QCOMPARE(head.value()->hash.size(), 32);
    }
}

void TestAuditTexts::takesWholeDays()
{
    const QDate first(2026, 1, 5);
    AuditFilter filter;
    setDays(&filter, first, first);
    QCOMPARE(filter.since.value(), first.startOfDay());
    QCOMPARE(filter.until.value(), first.addDays(1).startOfDay());
    QCOMPARE(filter.since->timeSpec(), Qt::UTC);
    QVERIFY(periodText(filter).contains(
        first.startOfDay().toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm"))));
    AuditFilter swapped;
    setDays(&swapped, first.addDays(3), first);
    QCOMPARE(swapped.since.value(), first.startOfDay());
    QCOMPARE(swapped.until.value(), first.addDays(4).startOfDay());
    setDays(&swapped, {}, {});
    QCOMPARE(swapped, AuditFilter());
}

void TestAuditTexts::tellsTimeRelatively_data()
{
    QTest::addColumn<qint64>("secondsAgo");
    QTest::addColumn<QString>("expected");
    QTest::newRow("now") << qint64{0} << QStringLiteral("just now");
    QTest::newRow("clocks differ a little") << qint64{-30} << QStringLiteral("just now");
    QTest::newRow("59 s") << qint64{59} << QStringLiteral("just now");
    QTest::newRow("60 s") << qint64{60} << QStringLiteral("1 min ago");
    QTest::newRow("59 min") << qint64{3'599} << QStringLiteral("59 min ago");
    QTest::newRow("1 h") << qint64{3'600} << QStringLiteral("1 h ago");
    QTest::newRow("1 d") << qint64{86'400} << QStringLiteral("1 d ago");
    QTest::newRow("29 d") << qint64{29 * 86'400} << QStringLiteral("29 d ago");
}

void TestAuditTexts::tellsTimeRelatively()
{
    QFETCH(qint64, secondsAgo);
    const QDateTime now({2026, 1, 5}, {10, 0}, Qt::UTC);
    QTEST(relativeTime(now.addSecs(-secondsAgo), now), "expected");
}

void TestAuditTexts::listsChangedFields_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("expected"); // field: before > after; …
    QTest::newRow("nothing") << QByteArray("null") << QByteArray("null") << QString();
    QTest::newRow("creation") << QByteArray("null") << QByteArray(R"({"b":2,"a":"x"})")
                              << QStringLiteral("a: – > x; b: – > 2; ");
    QTest::newRow("update") << QByteArray(R"({"capacity":1})") << QByteArray(R"({"capacity":2})")
                            << QStringLiteral("capacity: 1 > 2; ");
    QTest::newRow("inner") << QByteArray(R"({"o":{"t":75}})") << QByteArray(R"({"o":{"t":80}})")
                           << QStringLiteral("o.t: 75 > 80; ");
    QTest::newRow("taken away") << QByteArray(R"({"o":{"t":75}})") << QByteArray(R"({"o":null})")
                                << QStringLiteral("o.t: 75 > –; ");
    QTest::newRow("list") << QByteArray(R"({"s":[]})") << QByteArray(R"({"s":["a","b"]})")
                          << QStringLiteral("s: – > a, b; ");
}

void TestAuditTexts::listsChangedFields()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const auto value = [](const QByteArray &json) {
        return QJsonDocument::fromJson("[" + json + "]").array().first();
    };
    QString text;
    for (const RecordedChange &change : recordedChanges(value(before), value(after)))
        text += QStringLiteral("%1: %2 > %3; ").arg(change.field, change.before, change.after);
    QTEST(text, "expected");
}

void TestAuditTexts::showsEveryMember()
{
    StoredRecord stored;
    stored.seq = 12;
    stored.hash = QByteArray(32, '\x01');
    stored.payload = R"({"seq":12,"audit_action":"QUEUE_UPDATED","outcome":"success","actor":"ada",
        "compliance_checks":[{"check":"licence","ok":false,"detail":"no seat"}],
        "validation_problems":[{"severity":"warning","field":"f","message":"take care","code":"c"}],
        "evidence":{"window":"7 d","policy":"erlang",
        "predicted_at_recommended":{"asa_seconds":"12.5"},"range":[44,49],"digest":"00",
        "settings":{"sl":"0.8","slSeconds":20,"x":"y"}},"before":{"capacity":1,"overflow":{"overflowThreshold":75}},
        "after":{"capacity":2,"overflow":{"overflowThreshold":80}},"from_a_newer_program":"kept"})";
    QTextDocument document;
    document.setHtml(recordHtml(stored, {}, Theme::lightPalette()));
    const QString text = document.toPlainText();
    for (const char *part : {"Record 12", "Update of queue", "● success", "ada", "■ doesn't hold",
             "licence", "no seat", "▲ warning", "take care", "window", "7 d", "Promised mean wait",
             "12.5 s", "44–49", "80 %", "20 s", "settings.x", "■ was changed", "Capacity",
             "Overflow threshold", "from_a_newer_program", "kept", "0101"})
        QVERIFY2(text.contains(QString::fromUtf8(part)), part);
    QVERIFY(!text.contains(QStringLiteral("Other records")));
    stored.payload = "broken";
    QVERIFY(recordHtml(stored, {}, {}).contains(QStringLiteral("not a JSON object")));
    QCOMPARE(recordJson(stored), QStringLiteral("broken"));
}

void TestAuditTexts::linksTheOtherRecords()
{
    StoredRecord stored;
    stored.seq = 12;
    stored.payload = "{}";
    AuditEntry intent;
    intent.seq = 11;
    intent.outcome = word(AuditOutcome::Intent);
    AuditEntry self;
    self.seq = 12;
    const QString html = recordHtml(stored, {self, intent}, {});
    QVERIFY(html.contains(QStringLiteral("href=\"record:11\"")));
    QVERIFY(!html.contains(QStringLiteral("href=\"record:12\"")));
}

void TestAuditTexts::saysWhatHappened_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, AuditAction action, AuditOutcome outcome,
                         const char *expected) {
        QTest::newRow(name) << word(action) << word(outcome) << QString::fromUtf8(expected);
    };
    using Action = AuditAction;
    using Outcome = AuditOutcome;
    row("updated", Action::QueueUpdated, Outcome::Success, "Queue updated");
    row("not updated", Action::QueueUpdated, Outcome::Failure, "Update of queue");
    row("not known", Action::QueueUpdated, Outcome::Unknown, "Update of queue");
    row("about to", Action::QueueProvisioned, Outcome::Intent, "Provisioning of queue");
    row("cancelled", Action::QueueProvisioned, Outcome::Cancelled, "Provisioning of queue");
    row("exported", Action::WfmExportCreated, Outcome::Success, "WFM export created");
    row("not exported", Action::WfmExportCreated, Outcome::Failure, "WFM export");
    row("not verified", Action::AuditVerified, Outcome::Failure, "Verification of audit log");
    row("failure as such", Action::SignInFailed, Outcome::Failure, "Sign-in failed");
    QTest::newRow("newer program") << QStringLiteral("QUEUE_PAINTED") << word(Outcome::Success)
                                   << QStringLiteral("QUEUE_PAINTED");
}

void TestAuditTexts::saysWhatHappened()
{
    QFETCH(QString, action);
    QFETCH(QString, outcome);
    QTEST(eventText(action, outcome), "expected");
}

void TestAuditTexts::writesDaysInOneStyle_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("day");
    QTest::addColumn<QString>("withoutYear");
    const auto row = [](const char *name, const QLocale &locale, const char *day,
                         const char *withoutYear) {
        QTest::newRow(name) << locale << QString::fromUtf8(day) << QString::fromUtf8(withoutYear);
    };
    row("C", QLocale::c(), "2 Nov 2026", "2 Nov");
    row("British", {QLocale::English, QLocale::UnitedKingdom}, "2 Nov 2026", "2 Nov");
    row("American", {QLocale::English, QLocale::UnitedStates}, "Nov 2, 2026", "Nov 2");
    row("German", {QLocale::German, QLocale::Germany}, "2. Nov 2026", "2. Nov");
    row("Spanish", {QLocale::Spanish, QLocale::Spain}, "2 de nov de 2026", "2 de nov");
    row("Japanese", {QLocale::Japanese, QLocale::Japan}, "2026年11月2日", "11月2日");
}

void TestAuditTexts::writesDaysInOneStyle()
{
    QFETCH(QLocale, locale);
    QTEST(dayText({2026, 11, 2}, locale), "day");
    QTEST(dayWithoutYear({2026, 11, 2}, locale), "withoutYear");
}

void TestAuditTexts::writesFiguresByTheLocale()
{
    const QLocale german(QLocale::German, QLocale::Germany);
    QCOMPARE(percentText(0.095, german), QStringLiteral("9,5 %"));
    QCOMPARE(percentText(0.9999, german), QStringLiteral("> 99,9 %"));
    QCOMPARE(percentText(0.61, german), QStringLiteral("61 %"));
    QCOMPARE(secondsText(126, german), QStringLiteral("2 min 6 s"));
    QCOMPARE(secondsText(1e12, german), QStringLiteral("1.000.000.000.000 s"));
    QCOMPARE(latencyText(std::chrono::milliseconds(10'927), german), QStringLiteral("10,9 s"));
    QCOMPARE(secondsText(std::nan(""), german), QStringLiteral("–"));
    QCOMPARE(unbroken(QStringLiteral("9.5 % hung up within 2 min 6 s, 12 seconds and 3 skills")),
        QStringLiteral("9.5\u00a0% hung up within 2\u00a0min 6\u00a0s, 12 seconds and 3 skills"));
}

void TestAuditTexts::takesNoTextForMarkup()
{
    StoredRecord stored;
    stored.payload = R"({"queue_name":"<img src='file:///etc/hosts'>","<b>":"<i>",
        "after":{"<u>":"<s>"},"reason":"two\nlines"})";
    const QString html = recordHtml(stored, {}, {});
    for (const char *tag : {"<img", "<b>", "<i>", "<u>", "<s>"})
        QVERIFY2(!html.contains(QLatin1StringView(tag)), tag);
    QVERIFY(html.contains(QStringLiteral("two<br>lines")));
}

void TestAuditTexts::wordsVerdicts()
{
    Verification good;
    good.ok = true;
    good.records = 3;
    good.head = QByteArray(32, '\x02');
    QVERIFY(verificationText(good).startsWith(QStringLiteral("The chain of 3 records is intact.")));
    QVERIFY(verificationText(good).contains(QStringLiteral("Head: 0202")));
    QVERIFY(!verificationText(good).contains(QStringLiteral("Intents")));
    good.openIntents = 1;
    QVERIFY(
        verificationText(good).contains(QStringLiteral("Intents still without a final outcome")));
    Verification bad;
    bad.firstBad = 2;
    bad.what = QStringLiteral("Record 2 is missing.");
    QVERIFY(verificationText(bad).contains(
        QStringLiteral("First bad record: 2. Record 2 is missing.")));
}

QTEST_GUILESS_MAIN(TestAuditTexts)
#include "tst_audittexts.moc"

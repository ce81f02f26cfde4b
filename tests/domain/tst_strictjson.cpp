#include "domain/strictjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace queuesmith;

namespace {

QByteArray key(int number)
{
    return "\"k" + QByteArray::number(number).rightJustified(2, '0') + "\"";
}

/// One object; on its second line a key that it has already.
QByteArray sixtyMembersAnd(int repeated)
{
    QByteArray text = "{";
    for (int i = 0; i < 60; ++i)
        text += key(i) + ":1,";
    return text + "\n" + key(repeated) + ":1}";
}

} // namespace

class TestStrictJson : public QObject {
    Q_OBJECT

private:
    Q_SLOT void refusesWithPosition_data();
    Q_SLOT void refusesWithPosition();
    Q_SLOT void accepts_data();
    Q_SLOT void accepts();
    Q_SLOT void keepsALeadingByteOrderMark_data();
    Q_SLOT void keepsALeadingByteOrderMark();
    Q_SLOT void keepsSixtyFourBits();
    Q_SLOT void numbersComeBackAsTheyWere_data();
    Q_SLOT void numbersComeBackAsTheyWere();
    Q_SLOT void reportsOversizedIntegers_data();
    Q_SLOT void reportsOversizedIntegers();
    Q_SLOT void standsAMillionBrackets();
    Q_SLOT void refusesHugeText();
    Q_SLOT void standsManyMembers();
    Q_SLOT void wholeNumbers_data();
    Q_SLOT void wholeNumbers();
};

void TestStrictJson::refusesWithPosition_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("part");

    const auto row = [](const char *name, const QByteArray &text, int line, int column,
                         const char *part) {
        QTest::newRow(name) << text << line << column << QString::fromUtf8(part);
    };
    row("empty", "", 1, 1, "unexpected end of input");
    row("cut", "{\"name\": \"a\"", 1, 13, "unexpected end of input");
    row("stray comma", "{\n  \"name\": \"a\",\n}", 3, 1, "unexpected '}'");
    row("comment", "{ // no\n}", 1, 3, "invalid literal");
    row("NaN", "[NaN]", 1, 2, "invalid literal");
    row("single quotes", "{'a': 1}", 1, 2, "invalid literal");
    row("text after the end", "{}\n{}", 2, 1, "expected end of input");
    row("leading zero", "[012]", 1, 4, "expected");
    row("raw tab in a text", "[\"a\tb\"]", 1, 4, "control character");
    row("invalid UTF-8", "{\"name\": \"\xff\"}", 1, 11, "UTF-8");
    row("overlong UTF-8", "[\"\xc0\xaf\"]", 1, 3, "UTF-8");
    row("surrogate in UTF-8", "[\"\xed\xa0\x80\"]", 1, 4, "UTF-8");
    row("lone surrogate escape", "[\"\\ud800\"]", 1, 9, "surrogate");
    row("duplicate key", "{\"name\": \"a\",\n \"name\": \"b\"}", 2, 7, "“name” appears twice");
    for (const int repeated : {0, 15, 16, 17, 59})
        row(qPrintable(QStringLiteral("duplicate key %1 of 60").arg(repeated)),
            sixtyMembersAnd(repeated), 2, 5, "appears twice");
    row("duplicate key, nested", "{\"a\": {\"b\": 1, \"b\": 2}}", 1, 18, "“b” appears twice");
    row("duplicate key by escape", "{\"a\": 1, \"\\u0061\": 2}", 1, 17, "“a” appears twice");
    row("NUL", QByteArray("{}\0{}", 5), 1, 3, "NUL");
    row("number beyond doubles", "[1e999]", 1, 6, "number overflow");
    row("column counts characters", "{\"ä\": 1, \"ä\": 2}", 1, 12, "appears twice");
}

void TestStrictJson::refusesWithPosition()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, part);
    const JsonParse parse = parseStrictJson(text);
    QVERIFY(parse.error);
    QVERIFY2(parse.error->what.contains(part), qPrintable(parse.error->what));
    QTEST(parse.error->line, "line");
    QTEST(parse.error->column, "column");
}

void TestStrictJson::accepts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("compact");
    QTest::newRow("object") << QByteArray("{\"b\": 1, \"a\": [true, null, \"x\"]}")
                            << QByteArray("{\"a\":[true,null,\"x\"],\"b\":1}");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf[1]") << QByteArray("[1]");
    QTest::newRow("same key in two objects")
        << QByteArray("[{\"a\":1},{\"a\":2}]") << QByteArray("[{\"a\":1},{\"a\":2}]");
    QTest::newRow("escapes") << QByteArray("[\"\\ud83d\\ude00\\n\"]")
                             << QByteArray("[\"\xf0\x9f\x98\x80\\n\"]");
    QTest::newRow("empty key") << QByteArray("{\"\":1}") << QByteArray("{\"\":1}");
}

void TestStrictJson::accepts()
{
    QFETCH(QByteArray, text);
    const JsonParse parse = parseStrictJson(text);
    QVERIFY2(!parse.error, parse.error ? qPrintable(parse.error->what) : "");
    const QJsonDocument document = parse.value.isArray() ? QJsonDocument(parse.value.toArray())
                                                         : QJsonDocument(parse.value.toObject());
    QTEST(document.toJson(QJsonDocument::Compact), "compact");
}

void TestStrictJson::keepsALeadingByteOrderMark_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    const QString mark(QChar(0xFEFF));
    const QString a = QStringLiteral("a");
    const QString b = QStringLiteral("b");
    QTest::newRow("value") << QByteArray("{\"a\":\"\xef\xbb\xbf"
                                         "b\"}")
                           << a << mark + b;
    QTest::newRow("value, escaped") << QByteArray("{\"a\":\"\\uFEFFb\"}") << a << mark + b;
    QTest::newRow("twice") << QByteArray("{\"a\":\"\\uFEFF\\uFEFFb\"}") << a << mark + mark + b;
    QTest::newRow("alone") << QByteArray("{\"a\":\"\\uFEFF\"}") << a << mark;
    QTest::newRow("before a letter of its own")
        << QByteArray("{\"a\":\"\\uFEFF\xc3\xa4\"}") << a << mark + QChar(0xE4);
    QTest::newRow("inside") << QByteArray("{\"a\":\"b\\uFEFF\"}") << a << b + mark;
    QTest::newRow("key") << QByteArray("{\"\\uFEFFa\":\"b\"}") << mark + a << b;
    QTest::newRow("beside one of the text itself")
        << QByteArray("\xef\xbb\xbf{\"a\":\"\\uFEFFb\"}") << a << mark + b;
}

void TestStrictJson::keepsALeadingByteOrderMark()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, key);
    QFETCH(QString, value);
    const JsonParse parse = parseStrictJson(text);
    QVERIFY2(!parse.error, parse.error ? qPrintable(parse.error->what) : "");
    const QJsonObject object = parse.value.toObject();
    QCOMPARE(object.keys(), QStringList{key});
    QCOMPARE(object.value(key).toString(), value);
    // What is written of it comes back the same.
    const QByteArray written = QJsonDocument(object).toJson(QJsonDocument::Compact);
    QCOMPARE(strictObject(written), object);
}

void TestStrictJson::keepsSixtyFourBits()
{
    const QByteArray text = "[9007199254740993,-9223372036854775808,9223372036854775807,0.1]";
    const JsonParse parse = parseStrictJson(text);
    QVERIFY(!parse.error);
    QVERIFY(parse.oversized.isEmpty());
    QCOMPARE(QJsonDocument(parse.value.toArray()).toJson(QJsonDocument::Compact), text);
}

void TestStrictJson::numbersComeBackAsTheyWere_data()
{
    QTest::addColumn<QByteArray>("number");
    for (const char *number : {"333333333333330000.0", "3.3333333333333e17", "9007199254740992.0",
             "9007199254740993.5", "-333333333333330000.0", "9223372036854775000.0", "1e18",
             "33333333333333330000.0", "3.3e19", "1e308", "1.5", "2.0", "-0.0", "5e-324"})
        QTest::newRow(number) << QByteArray(number);
}

void TestStrictJson::numbersComeBackAsTheyWere()
{
    QFETCH(QByteArray, number);
    const std::optional<QJsonObject> read = strictObject("{\"list\":[" + number + "]}");
    QVERIFY(read);
    QCOMPARE(strictObject(QJsonDocument(*read).toJson()), read);
    QCOMPARE(read->value(QLatin1StringView("list")).toArray().at(0).toDouble(), number.toDouble());
}

void TestStrictJson::reportsOversizedIntegers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("path");
    QTest::newRow("member") << QByteArray("{\"x\": 99999999999999999999}") << "x";
    QTest::newRow("nested") << QByteArray("{\"a\": {\"b\": [1, -9223372036854775809]}}")
                            << "a.b[1]";
    QTest::newRow("unsigned") << QByteArray("{\"a\": [{\"b\": 9223372036854775808}]}") << "a[0].b";
}

void TestStrictJson::reportsOversizedIntegers()
{
    QFETCH(QByteArray, text);
    const JsonParse parse = parseStrictJson(text);
    QVERIFY(!parse.error);
    QCOMPARE(parse.oversized.size(), 1);
    QTEST(parse.oversized.first().path, "path");
}

void TestStrictJson::standsAMillionBrackets()
{
    const JsonParse parse = parseStrictJson(QByteArray(1'000'000, '['));
    QVERIFY(parse.error);
    QVERIFY(parse.error->what.contains(QStringLiteral("nested deeper")));
    QCOMPARE(parse.error->column, kMaxJsonDepth + 1);
    const QByteArray deepest = QByteArray(kMaxJsonDepth, '[') + QByteArray(kMaxJsonDepth, ']');
    QVERIFY(!parseStrictJson(deepest).error);
}

void TestStrictJson::refusesHugeText()
{
    QByteArray text(kMaxJsonBytes + 1, ' ');
    text[0] = '1';
    QVERIFY(parseStrictJson(text).error);
    text.chop(1);
    QVERIFY(!parseStrictJson(text).error);
}

void TestStrictJson::standsManyMembers()
{
    QByteArray text = "{\"last\":0";
    for (int i = 200'000; i > 0; --i)
        text += ",\"" + QByteArray::number(i) + "\":0";
    text += '}';
    const JsonParse parse = parseStrictJson(text);
    QVERIFY(!parse.error);
    QCOMPARE(parse.value.toObject().size(), 200'001);
}

void TestStrictJson::wholeNumbers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("whole");
    QTest::newRow("integer") << QByteArray("[150]") << true;
    QTest::newRow("zero") << QByteArray("[0]") << true;
    QTest::newRow("half") << QByteArray("[1.5]") << false;
    QTest::newRow("written with a fraction of nought") << QByteArray("[150.0]") << true;
    QTest::newRow("huge") << QByteArray("[1e30]") << false;
    QTest::newRow("text") << QByteArray("[\"1\"]") << false;
    QTest::newRow("true") << QByteArray("[true]") << false;
}

void TestStrictJson::wholeNumbers()
{
    QFETCH(QByteArray, text);
    QTEST(wholeNumber(parseStrictJson(text).value.toArray().first()).has_value(), "whole");
}

QTEST_APPLESS_MAIN(TestStrictJson)
#include "tst_strictjson.moc"

#include "records/auditcsv.h"

#include <QRegularExpression>
#include <QTest>

using namespace queuesmith;

/// Cells and lines of the audit log's CSV.
class TestAuditCsv : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void disarmsFormulas_data();
    void disarmsFormulas();
    void quotesCells_data();
    void quotesCells();
    void startsWithBomAndColumns();
    void writesARow();
    void leavesEmptyWhatIsMissing();
    void writesSeconds_data();
    void writesSeconds();
    void refusesWhatIsNoRecord();
};

void TestAuditCsv::disarmsFormulas_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("prefixed");

    const auto row = [](const QString &text, bool prefixed) {
        QTest::addRow("%s", text.toUtf8().toPercentEncoding().constData()) << text << prefixed;
    };
    for (const char first : {'=', '+', '-', '@', '\t', '\r', '\n'}) {
        row(QLatin1Char(first) + QStringLiteral("1+1"), true);
        row(QString(QLatin1Char(first)), true);
        row(QLatin1Char('\'') + QString(QLatin1Char(first)), true);
        row(QStringLiteral("'''") + QLatin1Char(first) + QStringLiteral("x"), true);
        row(QLatin1Char(' ') + QString(QLatin1Char(first)), false);
        row(QLatin1Char('a') + QString(QLatin1Char(first)), false);
    }
    row({}, false);
    row(QStringLiteral("'"), false);
    row(QStringLiteral("'quoted'"), false);
    row(QStringLiteral("Sales"), false);
    row(QStringLiteral("é=1"), false);
}

void TestAuditCsv::disarmsFormulas()
{
    QFETCH(QString, text);
    QFETCH(bool, prefixed);
    static const QRegularExpression rule(QStringLiteral("^'*[=+\\-@\\t\\r\\n]"));
    const QString cell = withoutFormula(text);
    QCOMPARE(cell, prefixed ? QString(QLatin1Char('\'') + text) : text);
    QCOMPARE(rule.match(text).hasMatch(), prefixed);
    // The way back: strip one ' where the rest matches.
    const bool strip = cell.startsWith(QLatin1Char('\'')) && rule.match(cell.mid(1)).hasMatch();
    QCOMPARE(strip ? cell.mid(1) : cell, text);
}

void TestAuditCsv::quotesCells_data()
{
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("expected");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("plain") << QStringLiteral("a b'c;d") << QStringLiteral("a b'c;d");
    QTest::newRow("comma") << QStringLiteral("a,b") << QStringLiteral("\"a,b\"");
    QTest::newRow("quote") << QStringLiteral("a\"b") << QStringLiteral("\"a\"\"b\"");
    QTest::newRow("lf") << QStringLiteral("a\nb") << QStringLiteral("\"a\nb\"");
    QTest::newRow("cr") << QStringLiteral("a\rb") << QStringLiteral("\"a\rb\"");
    QTest::newRow("only a quote") << QStringLiteral("\"") << QStringLiteral("\"\"\"\"");
}

void TestAuditCsv::quotesCells()
{
    QFETCH(QString, content);
    QTEST(csvCell(content), "expected");
}

void TestAuditCsv::startsWithBomAndColumns()
{
    QCOMPARE(csvHeader(),
        QByteArray(
            "\xef\xbb\xbfseq,event_id,timestamp,audit_action,outcome,queue_id,queue_name,"
            "actor,host,"
            "client_id,tenant,creation_latency_seconds,attempts,validation_success,"
            "validation_problems,event_stream_sync,export_id,compliance_verified,"
            "compliance_verified_at,compliance_checks,http_status,error,reason,"
            "correlation_id,run_id,before,after,evidence,app_version,schema,hash,tenant_id\r\n"));
}

void TestAuditCsv::writesARow()
{
    StoredRecord record;
    record.seq = 12;
    record.hash = QByteArray(32, '\xab');
    record.payload =
        R"({"actor":"-ada","after":{"capacity":150},"app_version":"0.1","attempts":2,)"
        R"("audit_action":"QUEUE_PROVISIONED","before":null,"client_id":"c","compliance_checks":)"
        R"([{"check":"skills","detail":"a, \"b\"","ok":null}],"compliance_verified":null,)"
        R"("compliance_verified_at":"T2","correlation_id":"k","creation_latency_ms":1234,)"
        R"("error":"e\r\nf","event_id":"i","event_stream_sync":"active","evidence":{"n":"0.5"},)"
        R"("export_id":"x","host":"h","http_status":201,"outcome":"success","queue_id":"q",)"
        R"~("queue_name":"=SUM(A1)","reason":"'+1","run_id":"r","schema":1,"seq":12,)~"
        R"("tenant":"t","tenant_id":"0a1b","timestamp":"T1","validation_problems":[],"validation_success":true})";
    const auto row = csvRow(record);
    QVERIFY(row.has_value());
    const QByteArray expected =
        "12,i,T1,QUEUE_PROVISIONED,success,q,'=SUM(A1),'-ada,h,c,t,1.234,2,true,[],active,"
        R"(x,,T2,"[{""check"":""skills"",""detail"":""a, \""b\"""",""ok"":null}]",201,)"
        "\"e\r\nf\",''+1,k,r,,"
        R"("{""capacity"":150}","{""n"":""0.5""}",0.1,1,)"
        + QByteArray(32, '\xab').toHex() + ",0a1b\r\n";
    QCOMPARE(row.value_or(QByteArray()), expected);
}

void TestAuditCsv::leavesEmptyWhatIsMissing()
{
    StoredRecord record;
    record.seq = 1;
    record.payload = "{}";
    QCOMPARE(csvRow(record).value_or(QByteArray()), "1" + QByteArray(31, ',') + "\r\n");
}

void TestAuditCsv::writesSeconds_data()
{
    QTest::addColumn<QByteArray>("milliseconds");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("zero") << QByteArray("0") << QByteArray("0.000");
    QTest::newRow("one") << QByteArray("1") << QByteArray("0.001");
    QTest::newRow("below a second") << QByteArray("999") << QByteArray("0.999");
    QTest::newRow("two minutes") << QByteArray("120050") << QByteArray("120.050");
    QTest::newRow("a clock set back") << QByteArray("-1500") << QByteArray("-1.500");
    QTest::newRow("beyond a double")
        << QByteArray("9007199254740991") << QByteArray("9007199254740.991");
}

void TestAuditCsv::writesSeconds()
{
    QFETCH(QByteArray, milliseconds);
    StoredRecord record;
    record.payload = "{\"creation_latency_ms\":" + milliseconds + "}";
    QTEST(csvRow(record).value_or(QByteArray()).split(',').at(11), "expected");
}

void TestAuditCsv::refusesWhatIsNoRecord()
{
    StoredRecord record;
    for (const char *payload : {"", "[]", "{\"a\":", "1"}) {
        record.payload = payload;
        QVERIFY2(!csvRow(record).has_value(), payload);
    }
}

QTEST_GUILESS_MAIN(TestAuditCsv)
#include "tst_auditcsv.moc"

#include "records/auditchain.h"
#include "records/auditpayload.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>

#include <limits>

using namespace queuesmith;

/// The bytes and hashes that the audit log's contract fixes.
class TestAuditChain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void writesCanonicalJson_data();
    void writesCanonicalJson();
    void hashesAsTheContractSays();
    void hashesLikeAnotherImplementation();
    void hasEveryMemberDownToReason();
    void leavesOutWhatIsNotSet();
    void tellsWhatIsSet();
    void tellsAnUncheckedCompliance();
    void namesEverything();
};

void TestAuditChain::writesCanonicalJson_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QByteArray>("expected");

    const auto row = [](const char *name, const QJsonValue &value, const QByteArray &expected) {
        QTest::newRow(name) << value << expected;
    };
    const qint64 largest = 9007199254740991;
    row("null", QJsonValue::Null, "null");
    row("undefined", QJsonValue::Undefined, "null");
    row("true", true, "true");
    row("false", false, "false");
    row("zero", 0, "0");
    row("minus zero", -0.0, "0");
    row("integer", -42, "-42");
    row("largest", largest, "9007199254740991");
    row("smallest", -largest, "-9007199254740991");
    row("above the largest", largest + 1, "\"9007199254740992\"");
    row("below the smallest", -largest - 1, "\"-9007199254740992\"");
    row("64 bits", std::numeric_limits<qint64>::min(), "\"-9223372036854775808\"");
    row("whole double", 150.0, "150");
    row("double", 0.1, "\"0.1\"");
    row("negative double", -1.5, "\"-1.5\"");
    row("huge double", 1e300, "\"1e+300\"");
    row("empty text", QStringLiteral(""), "\"\"");
    row("text", QStringLiteral("é 😀 /"), "\"é 😀 /\"");
    row("quotes", QStringLiteral("\"\\"), R"("\"\\")");
    row("short escapes", QStringLiteral("\b\f\n\r\t"), R"("\b\f\n\r\t")");
    row("control characters", QString(QString(QChar(u'\0')) + QChar(1) + QChar(0x1f) + QChar(0x7f)),
        "\"\\u0000\\u0001\\u001f\x7f\"");
    row("half a surrogate pair", QString(QChar(0xd83d)), R"("?")");
    row("no white space", QJsonArray{1, QJsonArray{}, QJsonObject{}, QStringLiteral("a b")},
        R"([1,[],{},"a b"])");
    row("sorted keys",
        QJsonObject{{QStringLiteral("b"), 1}, {QStringLiteral("a"), 2}, {QStringLiteral("B"), 3},
            {QStringLiteral("aa"), 4}, {QStringLiteral(""), 5}},
        R"({"":5,"B":3,"a":2,"aa":4,"b":1})");
    // By UTF-16 code unit, U+1F600 (d83d de00) would come before U+FFFD and U+E000.
    row("keys by code point",
        QJsonObject{{QStringLiteral("\U0001F600"), 1}, {QStringLiteral("\uFFFD"), 2},
            {QStringLiteral("\uE000"), 3}, {QStringLiteral("é"), 4}},
        "{\"é\":4,\"\xee\x80\x80\":3,\"\xef\xbf\xbd\":2,\"\xf0\x9f\x98\x80\":1}");
    row("deep",
        QJsonObject{{QStringLiteral("x"), QJsonArray{QJsonObject{{QStringLiteral("y"), 0.5}}}}},
        R"({"x":[{"y":"0.5"}]})");
}

void TestAuditChain::writesCanonicalJson()
{
    QFETCH(QJsonValue, value);
    QTEST(canonicalJson(value), "expected");
}

void TestAuditChain::hashesAsTheContractSays()
{
    const auto sha256 = [](const QByteArray &bytes) {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    };
    const QByteArray domain = QByteArray::fromHex("7175657565736d6974682d61756469742d31");
    const QByteArray first = sha256(domain + "log");
    QCOMPARE(genesisHash(QStringLiteral("log")), first);
    QCOMPARE(chainHash(258, first, "{}"),
        sha256(QByteArray(1, '\0') + domain + QByteArray::fromHex("0000000000000102") + first
            + QByteArray::fromHex("00000002") + "{}"));
}

void TestAuditChain::hashesLikeAnotherImplementation()
{
    // Worked out with Python's hashlib and struct from the contract's formula.
    const QByteArray zero = genesisHash(QStringLiteral("5f0c8f9e-1111-4222-8333-444455556666"));
    QCOMPARE(zero.toHex(),
        QByteArray("b4311bb3d6c64475976072b5e8bfbc6891fe8122279c1181e0655457bf7947c9"));
    const QByteArray one = chainHash(1, zero, "{\"a\":1}");
    QCOMPARE(one.toHex(),
        QByteArray("659080d9edbcf92de30a6d67cc8844d63d0669643f55c5ba2a9644f15a944bf1"));
    const QByteArray two = chainHash(2, one, "{\"é\":\"😀\"}");
    QCOMPARE(two.toHex(),
        QByteArray("dd70a1d0cc7b281cf04020f2cf1883c020613b07a80f1f48afdcb7b16a347319"));
    QCOMPARE(
        chainHash((qint64{1} << 40) + 5, QByteArray(32, '\xff'), QByteArray(70000, 'x')).toHex(),
        QByteArray("f4d814aa02f596c7704355e3ce94ef32682f9fac8f86c303937565780c942e69"));
}

void TestAuditChain::hasEveryMemberDownToReason()
{
    RecordStamp stamp;
    stamp.seq = 7;
    stamp.eventId = QStringLiteral("e-7");
    stamp.at = QDateTime(QDate(2026, 11, 22), QTime(15, 3, 7, 120), QTimeZone(3600));
    stamp.identity = {QStringLiteral("ada"), QStringLiteral("desk"),
        {QStringLiteral("https://t:443"), {}, QStringLiteral("client"), {}}};
    const QByteArray expected = R"({"actor":"ada","app_version":")" QUEUESMITH_VERSION
                                R"(","audit_action":"QUEUE_PROVISIONED","client_id":"client",)"
                                R"("correlation_id":"","event_id":"e-7","host":"desk",)"
                                R"("outcome":"intent","queue_id":"","queue_name":"","reason":"",)"
                                R"("schema":1,"seq":7,"tenant":"https://t:443",)"
                                R"("tenant_id":"819a241ee9824b37",)"
                                R"("timestamp":"2026-11-22T14:03:07.120Z"})";
    QCOMPARE(canonicalJson(auditPayload({}, stamp)), expected);
}

void TestAuditChain::leavesOutWhatIsNotSet()
{
    const QJsonObject payload = auditPayload({}, {});
    for (const char *member :
        {"run_id", "attempts", "creation_latency_ms", "validation_success", "validation_problems",
            "event_stream_sync", "export_id", "compliance_verified", "compliance_verified_at",
            "compliance_checks", "evidence", "http_status", "error", "before", "after"})
        QVERIFY2(!payload.contains(QLatin1StringView(member)), member);
}

void TestAuditChain::tellsWhatIsSet()
{
    AuditRecord record;
    record.runId = QStringLiteral("run");
    record.attempts = 3;
    record.creationLatency = std::chrono::milliseconds(1234);
    record.validationSuccess = false;
    record.validationProblems = Problems{
        {QStringLiteral("capacity"), Severity::Error, QStringLiteral("c"), QStringLiteral("m")}};
    record.eventStreamSync = EventStreamSync::Active;
    record.exportId = QStringLiteral("x");
    record.compliance = Compliance{true, QDateTime(QDate(2026, 11, 22), QTime(14, 0), Qt::UTC),
        {{QStringLiteral("licence"), true, QStringLiteral("d")}}};
    record.evidence = QJsonObject{{QStringLiteral("load"), 1.25}};
    record.httpStatus = 201;
    record.error = QStringLiteral("e");
    record.hasChange = true;
    record.after = QJsonObject{{QStringLiteral("capacity"), 150}};

    QJsonObject payload = auditPayload(record, {});
    const QJsonObject unset = auditPayload({}, {});
    for (const QString &common : unset.keys())
        payload.remove(common);
    const QByteArray expected =
        R"({"after":{"capacity":150},"attempts":3,"before":null,)"
        R"("compliance_checks":[{"check":"licence","detail":"d","ok":true}],)"
        R"("compliance_verified":true,"compliance_verified_at":"2026-11-22T14:00:00.000Z",)"
        R"("creation_latency_ms":1234,"error":"e","event_stream_sync":"active",)"
        R"("evidence":{"load":"1.25"},"export_id":"x","http_status":201,"run_id":"run",)"
        R"("validation_problems":[{"code":"c","field":"capacity","message":"m",)"
        R"("severity":"error"}],"validation_success":false})";
    QCOMPARE(canonicalJson(payload), expected);
}

void TestAuditChain::tellsAnUncheckedCompliance()
{
    AuditRecord record;
    record.compliance = Compliance{{}, {}, {{QStringLiteral("skills"), {}, QStringLiteral("d")}}};
    const QJsonObject payload = auditPayload(record, {});
    QVERIFY(payload.value(QStringLiteral("compliance_verified")).isNull());
    QVERIFY(!payload.contains(QStringLiteral("compliance_verified_at")));
    QCOMPARE(canonicalJson(payload.value(QStringLiteral("compliance_checks"))),
        QByteArray(R"([{"check":"skills","detail":"d","ok":null}])"));
}

void TestAuditChain::namesEverything()
{
    QStringList actions;
    for (int i = 0; i <= static_cast<int>(AuditAction::AuditVerified); ++i)
        actions.append(word(static_cast<AuditAction>(i)));
    QCOMPARE(actions.join(QLatin1Char(' ')),
        QStringLiteral("SIGNED_IN SIGN_IN_FAILED VALIDATION_REJECTED CAPACITY_APPROVED "
                       "CAPACITY_DECLINED QUEUE_PROVISIONED QUEUE_UPDATED QUEUE_DELETED "
                       "WFM_EXPORT_CREATED RUN_STARTED RUN_FINISHED AUDIT_EXPORTED "
                       "AUDIT_VERIFIED"));
    QStringList outcomes;
    for (int i = 0; i <= static_cast<int>(AuditOutcome::Cancelled); ++i)
        outcomes.append(word(static_cast<AuditOutcome>(i)));
    QCOMPARE(outcomes.join(QLatin1Char(' ')),
        QStringLiteral("intent success rejected failure unknown cancelled"));
    QStringList syncs;
    for (int i = 0; i <= static_cast<int>(EventStreamSync::Failed); ++i)
        syncs.append(word(static_cast<EventStreamSync>(i)));
    QCOMPARE(syncs.join(QLatin1Char(' ')), QStringLiteral("none pending initiated active failed"));
}

QTEST_GUILESS_MAIN(TestAuditChain)
#include "tst_auditchain.moc"

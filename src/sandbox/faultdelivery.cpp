#include "sandbox/faultdelivery.h"

namespace queuesmith::sandbox {

namespace {

constexpr char kGarbage[] = "\x16\x03\x01 this is no HTTP answer \xff\xfe\r\n\r\n";
constexpr char kPage[] = "<!DOCTYPE html><html><head><title>Sign in</title></head>"
                         "<body><h1>Sign in to the network</h1></body></html>";

QByteArray defaultBody(int status)
{
    return status < 400
        ? QByteArray()
        : QByteArray(R"({"code":"scripted","message":"The fault script answers."})");
}

WireAnswer replacement(const Fault &fault, const std::optional<WireAnswer> &tenantAnswer)
{
    if (!fault.redirect.isEmpty())
        return {fault.status.value_or(307), {{"Location", fault.redirect}},
            fault.body.value_or(QByteArray()), {}};
    if (fault.html)
        return {fault.status.value_or(200), {{"Content-Type", "text/html; charset=utf-8"}},
            fault.body.value_or(QByteArray(kPage)), {}};
    if (tenantAnswer && fault.status && *fault.status < 400 && !fault.body) {
        // 200 for 201 and the like: the tenant's own answer under another status.
        WireAnswer answer = *tenantAnswer;
        answer.status = *fault.status;
        return answer;
    }
    const int status = fault.status.value_or(tenantAnswer ? tenantAnswer->status : 200);
    return {status, {{"Content-Type", "application/json"}},
        fault.body.value_or(defaultBody(status)), {}};
}

void applyHeaders(const QList<Fault::HeaderChange> &changes, WireAnswer *answer)
{
    for (const Fault::HeaderChange &change : changes) {
        answer->headers.removeIf([&change](const Header &header) {
            return header.name.compare(change.name, Qt::CaseInsensitive) == 0;
        });
        if (change.value)
            answer->headers.append({change.name, *change.value});
        else
            answer->leftOut.append(change.name.toLower());
    }
}

} // namespace

Delivery deliveryFor(
    const Fault &fault, const std::optional<WireAnswer> &tenantAnswer, const WireRequest &request)
{
    Delivery delivery;
    delivery.drip = fault.drip;
    delivery.answer.status = 0;
    if (fault.close != Fault::Close::No || fault.hang) {
        delivery.kind = fault.hang ? Delivery::Kind::Hang : Delivery::Kind::Close;
        return delivery;
    }
    if (fault.garbage) {
        delivery.bytes = QByteArray(kGarbage, sizeof kGarbage - 1);
        delivery.closeAfterwards = true;
        return delivery;
    }
    delivery.answer =
        fault.replacesAnswer() || !tenantAnswer ? replacement(fault, tenantAnswer) : *tenantAnswer;
    applyHeaders(fault.headers, &delivery.answer);
    delivery.closeAfterwards = !request.keepAlive || fault.truncate;
    WireBytes bytes = toBytes(delivery.answer, request.keepAlive, request.method == "HEAD");
    if (fault.truncate)
        bytes.body.truncate(*fault.truncate);
    delivery.bytes = bytes.head + bytes.body;
    return delivery;
}

} // namespace queuesmith::sandbox

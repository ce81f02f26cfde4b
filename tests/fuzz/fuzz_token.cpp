#include "fuzz.h"
#include "tokensource.cpp" // whose readers of an answer are its own

namespace queuesmith {

void feedToken(const QByteArray &bytes)
{
    HttpOutcome outcome;
    HttpResponse &response = outcome.response;
    response.status = 200;
    response.body = bytes;
    if (isToken(response)) {
        const QJsonObject body = bodyOf(response);
        require(*wholeNumber(body.value(QLatin1StringView("expires_in"))) > 0,
            "a token that has ended");
        const QString token = body.value(QLatin1StringView("access_token")).toString();
        require(QString::fromLatin1(token.toLatin1()) == token, "a token that isn't a header's");
        require(!token.contains(u'\r') && !token.contains(u'\n'), "a header of two lines");
    }
    response.status = 400;
    if (refusesTheClient(outcome))
        requireSentence(clientRefused(outcome));
}

} // namespace queuesmith

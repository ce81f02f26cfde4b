#include "cxone/tokensource.cpp" // whose readers of an answer are its own
#include "fuzz.h"

namespace queuesmith {

void feedToken(const QByteArray &bytes)
{
    HttpOutcome outcome;
    HttpResponse &response = outcome.response;
    response.status = 200;
    response.body = bytes;
    if (const Result<Token> token = readToken(response)) {
        require(token.value().life.count() > 0, "a token that has ended");
        const QByteArray &value = token.value().value;
        require(
            std::all_of(value.cbegin(), value.cend(), [](char c) { return c > ' ' && c < 0x7f; }),
            "a token that isn't a header's");
    }
    response.status = 400;
    if (refusesTheClient(outcome))
        requireSentence(clientRefused(outcome));
}

} // namespace queuesmith

#pragma once

#include "http/httptypes.h"

#include <QNetworkReply>

namespace queuesmith {

/// What ended an attempt, when it wasn't the answer or the network.
enum class AttemptCause {
    None,
    TimedOut, ///< our own deadline of the attempt
    TooLarge, ///< the answer is larger than kMaxAnswerBytes
    HeaderFlood, ///< more headers came than HeaderWatch::kMostHeaderBytes, and no end of them
    Certificate, ///< the server's certificate can't be trusted
    Cancelled,
};

/// Everything that decides what an attempt means.
struct AttemptFacts {
    QByteArray method;
    HttpEffect effect = HttpEffect::Reads;
    bool requestSent = false; ///< enough of it that it could have taken effect
    QNetworkReply::NetworkError networkError = QNetworkReply::NoError;
    AttemptCause cause = AttemptCause::None;
    int status = 0; ///< 0: no status line arrived
    AnswerVerdict answer = AnswerVerdict::Unknown; ///< of a whole 2xx answer
    bool html = false; ///< the answer is a web page
    bool isForeign = false; ///< a refusal that isn't the endpoint's own word
    bool mayRefresh = false; ///< authorized, and its token wasn't refreshed yet
};

enum class Next {
    Done,
    Retry, ///< certainly not applied, or harmless to repeat
    RefreshToken, ///< once more, with another token
    ReadBack, ///< the effect isn't known: look before anything is sent again
    Stop, ///< sending it again can't help
};

/// What an attempt says about its host.
enum class HostHealth {
    Good,
    Refusing, ///< it answers, if only to say no
    Failing, ///< it doesn't answer, or with an error of its own
    Throttling, ///< it asks for fewer requests
    Untold, ///< nothing to learn: cancelled, certificate, redirect
};

struct Verdict {
    Applied applied = Applied::Unknown;
    Next next = Next::Stop;
    QString code; ///< stable word of the failure; empty for success
    HostHealth health = HostHealth::Untold;
};

/// The outcome table of the design, as one function.
[[nodiscard]] Verdict classify(const AttemptFacts &facts);

/// Whether an answer is a web page, such as that of a captive portal or a proxy.
[[nodiscard]] bool looksLikeHtml(const HttpResponse &response);

} // namespace queuesmith

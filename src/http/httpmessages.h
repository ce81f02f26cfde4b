#pragma once

#include "domain/sentence.h"
#include "http/classify.h"
#include "http/retrypolicy.h"

namespace queuesmith {

/// A request that didn't succeed, as far as words for it need it.
struct Failure {
    QString code; ///< of the Verdict
    Applied applied = Applied::No;
    HttpEffect effect = HttpEffect::Reads;
    QString host; ///< with its port, as a person knows it
    int status = 0;
    GiveUp giveUp = GiveUp::No; ///< why it wasn't sent again, when it could have been
    int attempts = 1;
    std::chrono::milliseconds deadline{0};
    std::optional<std::chrono::milliseconds> retryAfter;
};

[[nodiscard]] ErrorKind errorKind(const Failure &failure);
/// The failure's own code, or that of the reason for giving up.
[[nodiscard]] QString errorCode(const Failure &failure);
/// What happened.
[[nodiscard]] Sentence errorSummary(const Failure &failure);
/// What happened · what it means · what to do.
[[nodiscard]] Sentence errorMessage(const Failure &failure);

} // namespace queuesmith

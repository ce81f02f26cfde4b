#pragma once

#include "cxone/tenantclient.h"
#include "window/appearance/status.h"

#include <QString>

namespace queuesmith {

/// What is said with its status.
struct StatusWords {
    StatusKind kind = StatusKind::Info;
    QString text;
};

/// One line of a connection's check, without the names of the tenant's operations.
[[nodiscard]] StatusWords wordsOf(const CheckLine &line, bool isLocked);

/// What the check comes to. Where not even the sign-in succeeded, that is what is said.
[[nodiscard]] StatusWords headlineOf(const CheckReport &report, bool isLocked);

/// Why there is no secret, for a person at a window: without the desktop's own words, which name
/// objects of its bus, and without the options of the command line.
[[nodiscard]] QString secretSentence(const Error &error);

/// Why a secret could not be kept, in the same plain words.
[[nodiscard]] QString secretNotKeptReason(const Error &error);

} // namespace queuesmith

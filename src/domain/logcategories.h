#pragma once

#include <QLoggingCategory>
#include <QStringList>

namespace queuesmith {

/// The areas that the diagnostic log is divided into, one for each kind of question that a
/// supporter asks. All are off below a warning; `--log` turns them on (logrules.h).
///
/// Information is what happened, debug what led to it. A warning would be seen by everyone, so it
/// is for what no person is told otherwise.
Q_DECLARE_LOGGING_CATEGORY(lcAudit) ///< records written, the audit file and its migrations
Q_DECLARE_LOGGING_CATEGORY(lcAuth) ///< tokens
Q_DECLARE_LOGGING_CATEGORY(lcCache) ///< what the cache of histories had
Q_DECLARE_LOGGING_CATEGORY(lcHistory) ///< how a history is read in pieces
Q_DECLARE_LOGGING_CATEGORY(lcHttp) ///< each attempt, waits and their reasons, the breaker
Q_DECLARE_LOGGING_CATEGORY(lcJournal) ///< claims, leases and states of operations
Q_DECLARE_LOGGING_CATEGORY(lcProvision) ///< the steps of an operation
Q_DECLARE_LOGGING_CATEGORY(lcSettings) ///< files of settings and connections
Q_DECLARE_LOGGING_CATEGORY(lcSettle) ///< what is looked for, and what was found
Q_DECLARE_LOGGING_CATEGORY(lcTenant) ///< each call of the dialect
Q_DECLARE_LOGGING_CATEGORY(lcWfm) ///< exports of the event stream
Q_DECLARE_LOGGING_CATEGORY(lcWindow) ///< connections that are opened, and how activities end

/// Their names without `queuesmith.`, in alphabetical order.
[[nodiscard]] QStringList logCategories();

/// What the name of each of them begins with.
inline constexpr QLatin1StringView kLogPrefix("queuesmith.");

} // namespace queuesmith

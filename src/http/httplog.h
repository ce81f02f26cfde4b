#pragma once

#include "domain/error.h"
#include "domain/knownsecrets.h"
#include "http/classify.h"

#include <QDateTime>
#include <QFile>
#include <QJsonObject>

#include <optional>

namespace queuesmith {

/// What the log may know of one attempt.
struct LoggedAttempt {
    QDateTime time; ///< its end, UTC
    const HttpRequest &request;
    const HttpResponse &response;
    int attempt = 1;
    bool sent = false;
    Verdict verdict;
    std::chrono::milliseconds duration{0};
};

/// A line of the log: no body, no Authorization, no header and no query value that isn't known to
/// be harmless, and none of the known secrets, which a tenant may send back anywhere.
[[nodiscard]] QJsonObject logLine(const LoggedAttempt &attempt, const KnownSecrets &secrets);

/// Path and query as a log may have them: of query values only those known to be harmless.
[[nodiscard]] QString loggedPath(const QUrl &url);

/// Appends one JSON line for each attempt to a file that only its owner may read.
class HttpLog {
public:
    /// An empty name: no log.
    explicit HttpLog(const QString &fileName);

    void write(const LoggedAttempt &attempt, const KnownSecrets &secrets);
    /// Why nothing, or not everything, could be written; kind OutputFile.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

private:
    void stop(const Sentence &why);

    QFile m_file;
    bool m_hasLines = false;
    std::optional<Error> m_problem;
};

} // namespace queuesmith

#pragma once

#include "sandbox/wiremessage.h"

#include <memory>
#include <variant>

namespace queuesmith::sandbox {

/// Cuts a connection's bytes into requests (HTTP/1.1, Content-Length or chunked bodies).
class WireReader {
public:
    static constexpr quint64 kMaxBody = 8ULL * 1024 * 1024;
    static constexpr quint32 kMaxHead = 64 * 1024;

    struct NeedMore {
        bool sendContinue = false; ///< the client waits for `100 Continue` before it sends its body
    };
    /// What came isn't HTTP or is too large. The connection can't be read any further.
    struct Refusal {
        int status = 400; ///< 400, 413 or 431
        QString why;
    };
    using Step = std::variant<NeedMore, WireRequest, Refusal>;

    WireReader();
    ~WireReader();

    void feed(const QByteArray &bytes);
    /// The next request, when it is there whole. Bytes that follow it are kept for the next call.
    [[nodiscard]] Step next();

private:
    struct Parser;
    [[nodiscard]] WireRequest takeRequest();

    QByteArray m_bytes;
    std::unique_ptr<Parser> m_parser;
    bool m_continueSent = false;
};

} // namespace queuesmith::sandbox

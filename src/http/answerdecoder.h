#pragma once

#include "domain/result.h"
#include "http/httptypes.h"

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace queuesmith {

/// Decodes the answer to one request, once, and keeps what it held until the request is over. An
/// error of kind Refused says that the request certainly wasn't applied; any other leaves that
/// open. Copies share what was decoded.
template <typename T> class AnswerDecoder {
public:
    /// `read` may be called on any thread.
    explicit AnswerDecoder(std::function<Result<T>(const HttpResponse &)> read)
        : m_read(std::move(read))
        , m_decoded(std::make_shared<std::optional<T>>())
    {
    }

    /// For HttpClient::send().
    [[nodiscard]] AnswerReader reader() const
    {
        return [read = m_read, decoded = m_decoded](const HttpResponse &response) {
            Result<T> result = read(response);
            if (!result)
                return result.error().kind == ErrorKind::Refused ? AnswerVerdict::NotApplied
                                                                 : AnswerVerdict::Unknown;
            decoded->emplace(std::move(result).value());
            return AnswerVerdict::Applied;
        };
    }

    /// Of a request that was applied.
    [[nodiscard]] const T &value() const { return m_decoded->value(); }
    [[nodiscard]] T take() const { return std::move(*m_decoded).value(); }

private:
    std::function<Result<T>(const HttpResponse &)> m_read;
    std::shared_ptr<std::optional<T>> m_decoded;
};

} // namespace queuesmith

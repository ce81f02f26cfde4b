#pragma once

#include "domain/error.h"

#include <utility>
#include <variant>

namespace queuesmith {

/// A value or the Error that stands in its place. Reading the side that isn't there is a
/// programming mistake and throws std::bad_variant_access.
template <typename T> class [[nodiscard]] Result {
public:
    // Implicit on purpose: `return value;` and `return Error {…};` read as what they are.
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_state)); }
    [[nodiscard]] const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

struct Done { };

/// Success without a value, or an Error.
using Status = Result<Done>;

} // namespace queuesmith

#pragma once

#include <QString>

namespace queuesmith {

/// The name under which the person is logged in: who is acting, unless someone says otherwise.
/// Asked of the system rather than of a variable that anybody can set.
[[nodiscard]] QString loginName();

} // namespace queuesmith

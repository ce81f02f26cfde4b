#pragma once

#include "queueoperation.h"

namespace queuesmith {

/// A queue is recognised by its name and its definition, and its event stream is exported before it
/// is verified.
[[nodiscard]] const OperationRules &creationRules();

} // namespace queuesmith

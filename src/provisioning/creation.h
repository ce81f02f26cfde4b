#pragma once

#include "queueoperation.h"

namespace queuesmith {

/// What creates a queue. `definition` may have problems of its own: then it is rejected.
[[nodiscard]] QueueOperation creationOf(const ParsedDefinition &definition);

/// Notes where the event stream of the new queue is to go, if anywhere.
void wantExport(
    OperationContext *context, const WfmDestination &destination, Capabilities capabilities);

/// A queue is recognised by its name and its definition, and its event stream is exported before it
/// is verified.
[[nodiscard]] const OperationRules &creationRules();

} // namespace queuesmith

#pragma once

#include "sandbox/demoestate.h"
#include "sandbox/operationcall.h"

#include <span>

namespace queuesmith::sandbox {

/// An operation of the contract.
struct Operation {
    enum class Origin { Given, Assumed };
    using Handler = WireAnswer (*)(DemoEstate &, const OperationCall &);

    const char *id; ///< operationId
    const char *method;
    const char *path; ///< `{id}` stands for one segment
    Origin origin;
    const char *scope; ///< empty: no token is needed
    Handler handler; ///< null for the token, which isn't the estate's
};

[[nodiscard]] std::span<const Operation> operations();

WireAnswer listSkills(DemoEstate &estate, const OperationCall &call);
WireAnswer listQueues(DemoEstate &estate, const OperationCall &call);
WireAnswer createQueue(DemoEstate &estate, const OperationCall &call);
WireAnswer getQueue(DemoEstate &estate, const OperationCall &call);
WireAnswer updateQueue(DemoEstate &estate, const OperationCall &call);
WireAnswer deleteQueue(DemoEstate &estate, const OperationCall &call);
WireAnswer queryQueueDetails(DemoEstate &estate, const OperationCall &call);
WireAnswer listExports(DemoEstate &estate, const OperationCall &call);
WireAnswer createExport(DemoEstate &estate, const OperationCall &call);
WireAnswer getExport(DemoEstate &estate, const OperationCall &call);

} // namespace queuesmith::sandbox

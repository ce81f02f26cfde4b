#include "sandbox/operationtable.h"

namespace queuesmith::sandbox {

WireAnswer listSkills(DemoEstate &estate, const OperationCall &call)
{
    return page(call, estate.skills);
}

} // namespace queuesmith::sandbox

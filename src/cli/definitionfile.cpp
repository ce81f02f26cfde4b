#include "definitionfile.h"

#include "jsonfile.h"

namespace queuesmith {

Result<ParsedDefinition> readDefinitionFile(const QString &name)
{
    const Result<JsonParse> json = readJsonFile(name);
    return json ? Result<ParsedDefinition>(parseDefinition(json.value()))
                : Result<ParsedDefinition>(json.error());
}

} // namespace queuesmith

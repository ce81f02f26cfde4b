#include "cli/definitionfile.h"

#include "cli/inputfile.h"

namespace queuesmith {

Result<ParsedDefinition> readDefinitionFile(const QString &name)
{
    const Result<JsonParse> json = readJsonFile(name, kMaxJsonBytes);
    return json ? Result<ParsedDefinition>(parseDefinition(json.value()))
                : Result<ParsedDefinition>(json.error());
}

} // namespace queuesmith

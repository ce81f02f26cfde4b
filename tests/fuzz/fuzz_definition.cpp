#include "cli/definitionfile.h"
#include "fuzz.h"

namespace queuesmith {

void feedDefinition(const QByteArray &bytes)
{
    const FuzzFile file(bytes);
    const Result<ParsedDefinition> read = readDefinitionFile(file.name());
    if (!read) {
        requireSentence(read.error());
        return;
    }
    const auto &[definition, problems] = read.value();
    for (const Problem &problem : problems)
        require(!problem.message.isEmpty() && !problem.code.isEmpty(), "a problem without words");
    if (hasErrors(problems))
        return;
    const ParsedDefinition again = parseDefinition(toJson(definition));
    require(again.definition == definition, "what would be sent reads otherwise");
    require(!hasErrors(again.problems), "what would be sent has errors");
}

} // namespace queuesmith

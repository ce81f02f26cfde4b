#include "domain/strictjson.h"
#include "fuzz.h"

#include <QJsonDocument>

namespace queuesmith {

void feedJson(const QByteArray &bytes)
{
    const JsonParse read = parseStrictJson(bytes);
    if (read.error) {
        require(!read.error->what.isEmpty(), "an error without words");
        require(read.error->line >= 1 && read.error->column >= 1, "an error without a place");
        return;
    }
    for (const OversizedInteger &number : read.oversized)
        require(!number.text.isEmpty(), "a number without its text");
    require(!describe(read.value).isEmpty(), "a value without words");

    const QJsonObject whole{{QStringLiteral("value"), read.value}};
    const std::optional<QJsonObject> again = strictObject(QJsonDocument(whole).toJson());
    require(again == whole, "what was written reads otherwise");
}

} // namespace queuesmith

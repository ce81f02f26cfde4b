#include "listbounds.h"

namespace queuesmith {

namespace {

Sentence outgrownSentence(ListBound bound, const char *feature, qint64 most)
{
    switch (bound) {
    case ListBound::Items:
        return {QT_TRANSLATE_NOOP("queuesmith::Sentence",
                    "Asked to %1, the tenant gave more than %2 entries, which is more than this "
                    "program reads. Nothing was changed. Check the tenant's address and the "
                    "client's permissions."),
            {feature, QString::number(most)}};
    case ListBound::Bytes:
        return {QT_TRANSLATE_NOOP("queuesmith::Sentence",
                    "Asked to %1, the tenant sent more than %2 MiB, which is more than this "
                    "program reads. Nothing was changed. Check the tenant's address and the "
                    "client's permissions."),
            {feature, QString::number(most / (1024 * 1024))}};
    case ListBound::Time:
        break;
    }
    return {QT_TRANSLATE_NOOP("queuesmith::Sentence",
                "Asked to %1, the tenant had not come to an end after %2 s. Nothing was changed. "
                "Try again later, or allow more time for a request."),
        {feature, QString::number(most)}};
}

} // namespace

Error listOutgrown(ListBound bound, const char *feature, qint64 most)
{
    const bool isSlow = bound == ListBound::Time;
    Error error;
    error.kind = isSlow ? ErrorKind::Unavailable : ErrorKind::BadAnswer;
    error.code = isSlow ? QStringLiteral("list_too_slow") : QStringLiteral("list_too_large");
    error.say(outgrownSentence(bound, feature, most));
    return error;
}

} // namespace queuesmith

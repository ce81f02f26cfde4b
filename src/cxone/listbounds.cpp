#include "cxone/listbounds.h"

namespace queuesmith {

namespace {

Sentence outgrownSentence(ListBound bound, Words feature, qint64 most)
{
    switch (bound) {
    case ListBound::Items:
        return Sentence::tr(
            "Asked to %1, the tenant gave more than %2 entries, which is more than this program "
            "reads. Nothing was changed. Check the tenant's address and the client's permissions.",
            {feature, most});
    case ListBound::Bytes:
        return Sentence::tr(
            "Asked to %1, the tenant sent more than %2 MiB, which is more than this program reads. "
            "Nothing was changed. Check the tenant's address and the client's permissions.",
            {feature, most / (1024 * 1024)});
    case ListBound::Time:
        break;
    }
    return Sentence::tr("Asked to %1, the tenant had not come to an end after %2 s. Nothing was "
                        "changed. Try again later, or allow more time for a request.",
        {feature, most});
}

} // namespace

Error listOutgrown(ListBound bound, Words feature, qint64 most)
{
    const bool isSlow = bound == ListBound::Time;
    return Error::of(isSlow ? ErrorKind::Unavailable : ErrorKind::BadAnswer,
        isSlow ? "list_too_slow" : "list_too_large", outgrownSentence(bound, feature, most));
}

} // namespace queuesmith

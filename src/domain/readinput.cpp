#include "domain/readinput.h"

namespace queuesmith {

InputText readInput(const QString &name, qsizetype most, Pipes pipes)
{
    using namespace std::chrono_literals;
    const InputBytes input = readInputBytes(name, most, pipes, 5s);
    switch (input.end) {
    case InputBytes::End::Whole:
        break;
    case InputBytes::End::NotRegular:
        return {{}, Sentence::tr("it is not a regular file")};
    case InputBytes::End::Silent:
        return {{}, Sentence::tr("nothing came out of it in 5 s")};
    case InputBytes::End::Failed:
        return {{}, input.why};
    }
    return {input.bytes, {}};
}

} // namespace queuesmith

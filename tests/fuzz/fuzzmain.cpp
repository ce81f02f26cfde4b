#include "fuzz.h"

#include <cstdint>

namespace {

void refuseWarnings(QtMsgType type, const QMessageLogContext & /*context*/, const QString &text)
{
    queuesmith::require(type == QtDebugMsg || type == QtInfoMsg, qPrintable(text));
}

} // namespace

// libFuzzer's own main() calls these two.
extern "C" int LLVMFuzzerInitialize(int * /*argc*/, char *** /*argv*/)
{
    qInstallMessageHandler(refuseWarnings);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    queuesmith::feed(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    return 0;
}

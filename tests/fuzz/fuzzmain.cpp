#include "fuzz.h"

#include <QFileInfo>
#include <QHash>

#include <cstdint>

namespace {

using Target = void (*)(const QByteArray &);

/// One program has all of them, and goes by the name that it is called by: `fuzz_json`.
Target targetOf(const QString &name)
{
    using namespace queuesmith;
    static const QHash<QString, Target> targets{
        {QStringLiteral("fuzz_answers"), feedAnswers},
        {QStringLiteral("fuzz_connections"), feedConnections},
        {QStringLiteral("fuzz_csv"), feedCsv},
        {QStringLiteral("fuzz_definition"), feedDefinition},
        {QStringLiteral("fuzz_history"), feedHistory},
        {QStringLiteral("fuzz_json"), feedJson},
        {QStringLiteral("fuzz_retryafter"), feedRetryAfter},
        {QStringLiteral("fuzz_token"), feedToken},
    };
    return targets.value(name);
}

Target chosen = nullptr;

void refuseWarnings(QtMsgType type, const QMessageLogContext & /*context*/, const QString &text)
{
    queuesmith::require(type == QtDebugMsg || type == QtInfoMsg, qPrintable(text));
}

} // namespace

// libFuzzer's own main() calls these two.
extern "C" int LLVMFuzzerInitialize(int * /*argc*/, char ***argv)
{
    chosen = targetOf(QFileInfo(QString::fromLocal8Bit((*argv)[0])).fileName());
    queuesmith::require(chosen != nullptr, "There is no target of this name.");
    qInstallMessageHandler(refuseWarnings);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    chosen(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    return 0;
}

#include "cli/modelcommand.h"

#include "cli/inputfile.h"
#include "cli/modelvectors.h"

namespace queuesmith {

void ModelCommand::start()
{
    constexpr qsizetype kMostBytes = 64 * 1024 * 1024;
    const QString file = line().extra.value(QStringLiteral("vectors"));
    if (file.isEmpty()) {
        Error error = inputError(tr("Give the rows to evaluate with --vectors FILE.csv."));
        error.kind = ErrorKind::Usage;
        fail(error);
        return;
    }
    const Result<QByteArray> text = readInputFile(file, kMostBytes);
    const Result<CsvTable> table =
        text ? parseCsv(text.value(), file) : Result<CsvTable>(text.error());
    const Result<QString> csv = table ? evaluateVectors(line().words.last(), table.value(), file)
                                      : Result<QString>(table.error());
    if (!csv) {
        fail(csv.error());
        return;
    }
    m_output.text(csv.value());
    Q_EMIT finished(ExitCode::Done);
}

} // namespace queuesmith

#include "cli/inputfile.h"

#include "domain/readinput.h"

namespace queuesmith {

Error inputError(const QString &message)
{
    return Error::of(ErrorKind::InputFile, "input_file", message);
}

Error inputError(const QString &file, int line, int column, const QString &what)
{
    return inputError(QStringLiteral("%1:%2:%3: %4")
                          .arg(file, QString::number(line), QString::number(column), what));
}

Result<QByteArray> readInputFile(const QString &name, qsizetype most)
{
    const InputText input = readInput(name, most, Pipes::Wait);
    if (!input.why.isEmpty())
        return inputError(QStringLiteral("%1: can't be read (%2).").arg(name, input.why.english()));
    if (input.text.size() > most)
        return inputError(name, 1, 1, QStringLiteral("larger than %1 MiB").arg(most / 1024 / 1024));
    return input.text;
}

Result<JsonParse> readJsonFile(const QString &name, qsizetype most)
{
    const Result<QByteArray> text = readInputFile(name, most);
    if (!text)
        return text.error();
    const JsonParse json = parseStrictJson(text.value(), most);
    if (json.error)
        return inputError(name, json.error->line, json.error->column, json.error->what);
    return json;
}

} // namespace queuesmith

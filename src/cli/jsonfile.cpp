#include "jsonfile.h"

#include <QFile>

namespace queuesmith {

Error inputError(const QString &message)
{
    Error error;
    error.kind = ErrorKind::InputFile;
    error.code = QStringLiteral("input_file");
    error.message = message;
    return error;
}

Result<JsonParse> readJsonFile(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return inputError(QStringLiteral("%1: can't be read (%2).").arg(name, file.errorString()));
    // One byte more than is allowed shows that there is more.
    const QByteArray text = file.read(kMaxJsonBytes + 1);
    if (file.error() != QFile::NoError)
        return inputError(QStringLiteral("%1: can't be read (%2).").arg(name, file.errorString()));
    JsonParse json = parseStrictJson(text);
    if (json.error)
        return inputError(QStringLiteral("%1:%2:%3: %4")
                              .arg(name)
                              .arg(json.error->line)
                              .arg(json.error->column)
                              .arg(json.error->what));
    return json;
}

} // namespace queuesmith

#include "definitionfiles.h"

#include "sentences.h"
#include "strictjson.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

// A library's resources are linked only where someone asks for them by name.
static void addResources() { Q_INIT_RESOURCE(queuesmith); }

namespace queuesmith {

namespace {

const QString kTemplates = QStringLiteral(":/templates");

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(queuesmith::DefinitionFiles)
};

Error fileError(const QString &message)
{
    Error error;
    error.kind = ErrorKind::InputFile;
    error.code = QStringLiteral("input_file");
    error.message = message;
    return error;
}

} // namespace

Result<ParsedDefinition> readDefinition(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileError(Texts::tr("%1 can't be read (%2).").arg(name, file.errorString()));
    // One byte more than is allowed shows that there is more.
    const QByteArray text = file.read(kMaxJsonBytes + 1);
    if (file.error() != QFile::NoError)
        return fileError(Texts::tr("%1 can't be read (%2).").arg(name, file.errorString()));
    const JsonParse json = parseStrictJson(text);
    if (json.error)
        return fileError(Texts::tr("%1, line %2, column %3: %4.")
                             .arg(name)
                             .arg(json.error->line)
                             .arg(json.error->column)
                             .arg(json.error->what));
    if (!json.value.isObject())
        return fileError(Texts::tr("%1 holds no definition, but %2.")
                             .arg(name, translated(describe(json.value))));
    return parseDefinition(json);
}

Status writeDefinition(const QString &path, const QueueDefinition &definition)
{
    QSaveFile file(path);
    const QByteArray text = QJsonDocument(toJson(definition)).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return fileError(Texts::tr("%1 can't be written (%2). Choose another place.")
                             .arg(QFileInfo(path).fileName(), file.errorString()));
    return Done{};
}

QStringList templatePaths()
{
    addResources();
    QStringList paths;
    for (const QString &name : QDir(kTemplates).entryList(QDir::Files, QDir::Name))
        paths.append(kTemplates + QLatin1Char('/') + name);
    return paths;
}

} // namespace queuesmith

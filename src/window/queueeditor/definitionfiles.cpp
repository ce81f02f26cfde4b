#include "window/queueeditor/definitionfiles.h"

#include "domain/outputfile.h"
#include "domain/strictjson.h"
#include "window/appearance/sentences.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

// A library's resources are linked only where someone asks for them by name.
static void addResources() { Q_INIT_RESOURCE(queuesmith); }

namespace queuesmith {

namespace {

const QString kTemplates = QStringLiteral(":/templates");

struct DefinitionFilesTr {
    Q_DECLARE_TR_FUNCTIONS(queuesmith::DefinitionFiles)
};

Error fileError(ErrorKind kind, const QString &message)
{
    return Error::of(kind, kind == ErrorKind::InputFile ? "input_file" : "output_file", message);
}

Error cantRead(const QString &message) { return fileError(ErrorKind::InputFile, message); }

} // namespace

Result<ParsedDefinition> readDefinition(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    // Opening a pipe would wait for someone to write into it.
    if (QFileInfo::exists(path) && !QFileInfo(path).isFile())
        return cantRead(DefinitionFilesTr::tr("%1 is not a file.").arg(name));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return cantRead(
            DefinitionFilesTr::tr("%1 can't be read (%2).").arg(name, file.errorString()));
    // One byte more than is allowed shows that there is more.
    const QByteArray text = file.read(kMaxJsonBytes + 1);
    if (file.error() != QFile::NoError)
        return cantRead(
            DefinitionFilesTr::tr("%1 can't be read (%2).").arg(name, file.errorString()));
    const JsonParse json = parseStrictJson(text);
    if (json.error)
        return cantRead(DefinitionFilesTr::tr("%1, line %2, column %3: %4.")
                            .arg(name)
                            .arg(json.error->line)
                            .arg(json.error->column)
                            .arg(json.error->what));
    if (!json.value.isObject())
        return cantRead(DefinitionFilesTr::tr("%1 does not contain a definition, but %2.")
                            .arg(name, translated(describe(json.value))));
    return parseDefinition(json);
}

Status writeDefinition(const QString &path, const QueueDefinition &definition)
{
    const QByteArray text = QJsonDocument(toJson(definition)).toJson();
    const Sentence why = writeOutput(path, text, FileAccess::AsUmask);
    if (why.isEmpty())
        return Done{};
    return fileError(ErrorKind::OutputFile,
        DefinitionFilesTr::tr("%1 can't be written (%2). Choose another place.")
            .arg(QFileInfo(path).fileName(), translated(why)));
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

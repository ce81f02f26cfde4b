#include "window/queues/definitionexport.h"

#include "domain/outputfile.h"
#include "window/appearance/sentences.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>

namespace queuesmith {

namespace {

struct DefinitionExportTr {
    Q_DECLARE_TR_FUNCTIONS(queuesmith::QueuesPage)
};

/// Not that of a file that is there.
QString freeName(const QDir &folder, const QString &queueName)
{
    const QString name = definitionFileName(queueName);
    const QString stem = name.chopped(QLatin1StringView(".json").size());
    QString free = name;
    for (int number = 2; folder.exists(free); ++number)
        free = QStringLiteral("%1-%2.json").arg(stem).arg(number);
    return free;
}

} // namespace

Status writeDefinition(const QueueDefinition &definition, const QString &file)
{
    const QByteArray json = QJsonDocument(toJson(definition)).toJson();
    const Sentence why = writeOutput(file, json, FileAccess::AsUmask);
    if (why.isEmpty())
        return Done{};
    return Error::of(ErrorKind::OutputFile, "export_unwritable",
        DefinitionExportTr::tr(
            "“%1” could not be written (%2). Nothing was exported; an existing file of that name "
            "is unchanged. Choose another place, or free some space.")
            .arg(QDir::toNativeSeparators(file), translated(why)));
}

Result<qsizetype> writeDefinitions(const QList<QueueDefinition> &definitions, const QString &folder)
{
    const QDir place(folder);
    for (qsizetype i = 0; i < definitions.size(); ++i) {
        const QString file = place.filePath(freeName(place, definitions.at(i).name));
        const Status written = writeDefinition(definitions.at(i), file);
        if (written)
            continue;
        Error error = written.error();
        error.message += u' '
            + DefinitionExportTr::tr("%1 of %2 definitions had already been written.")
                  .arg(QLocale().toString(i), QLocale().toString(definitions.size()));
        return error;
    }
    return definitions.size();
}

QString definitionFileName(const QString &queueName)
{
    static const QRegularExpression unwanted(QStringLiteral("[^\\p{L}\\p{N}]+"));
    QString stem = queueName.toLower().replace(unwanted, QStringLiteral("-"));
    while (stem.startsWith(u'-'))
        stem.remove(0, 1);
    while (stem.endsWith(u'-'))
        stem.chop(1);
    return (stem.isEmpty() ? QStringLiteral("queue") : stem.left(80)) + QStringLiteral(".json");
}

} // namespace queuesmith

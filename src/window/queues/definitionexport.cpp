#include "definitionexport.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSaveFile>

namespace queuesmith {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(queuesmith::QueuesPage)
};

} // namespace

Status writeDefinition(const QueueDefinition &definition, const QString &file)
{
    const QByteArray json = QJsonDocument(toJson(definition)).toJson();
    QSaveFile target(file);
    if (target.open(QIODevice::WriteOnly) && target.write(json) == json.size() && target.commit())
        return Done{};
    Error error;
    error.kind = ErrorKind::InputFile;
    error.code = QStringLiteral("export_unwritable");
    error.message = Texts::tr(
        "“%1” could not be written (%2). Nothing was exported; an older file of that name "
        "is as it was. Choose another place, or make room there.")
                        .arg(QDir::toNativeSeparators(file), target.errorString());
    return error;
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

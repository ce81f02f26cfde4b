#include "cli/queuescommand.h"

#include "cli/queuefinder.h"
#include "domain/outputfile.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace queuesmith {

namespace {

QString queuesTable(const QList<Queue> &queues)
{
    QList<QStringList> rows;
    for (const Queue &queue : queues) {
        const QueueDefinition &definition = queue.definition;
        rows.append({queue.id.value, definition.name, QString::number(definition.capacity),
            QString::number(definition.priority),
            definition.overflow.target.isEmpty() ? QStringLiteral("none")
                                                 : definition.overflow.target.value,
            QString::number(definition.skillGroups.size())});
    }
    return textTable(
        {QStringLiteral("Id"), QStringLiteral("Name"), QStringLiteral("Capacity"),
            QStringLiteral("Priority"), QStringLiteral("Overflow"), QStringLiteral("Skills")},
        rows, {2, 3, 5});
}

Status writeDefinitions(const QList<Queue> &queues, const QString &name)
{
    QJsonArray definitions;
    for (const Queue &queue : queues)
        definitions.append(toJson(queue.definition));
    const QByteArray text =
        QJsonDocument(QJsonObject{{QStringLiteral("queues"), definitions}}).toJson();
    const Sentence why = writeOutput(name, text, FileAccess::AsUmask);
    if (why.isEmpty())
        return Done{};
    return Error::of(ErrorKind::OutputFile, "output_file",
        QStringLiteral("%1: can't be written (%2). An older file of that name is as it was.")
            .arg(name, why.english()));
}

} // namespace

void QueuesListCommand::start()
{
    m_session.tenant().listQueues(this, [this](const Result<Listing<Queue>> &result) {
        if (!result) {
            fail(result.error());
            return;
        }
        QJsonArray queues;
        for (const Queue &queue : result.value().items)
            queues.append(queue.json);
        QJsonObject json{{QStringLiteral("queues"), queues}};
        const bool complete = result.value().complete();
        const Error error = incompleteList(result.value().incompleteBecause);
        if (!complete) {
            json.insert(QStringLiteral("error"), toJson(error));
            m_output.note(error.message);
        }
        m_output.result(json, queuesTable(result.value().items));
        Q_EMIT finished(complete ? ExitCode::Done : ExitCode::Failed);
    });
}

void QueuesShowCommand::start()
{
    findQueue(m_session.tenant(), line().words.last(), this, [this](const Result<Queue> &queue) {
        if (queue)
            show(queue.value());
        else
            fail(queue.error());
    });
}

void QueuesShowCommand::show(const Queue &queue)
{
    m_output.result(queue.json, QString::fromUtf8(QJsonDocument(queue.json).toJson()));
    Q_EMIT finished(ExitCode::Done);
}

void QueuesExportCommand::start()
{
    m_session.tenant().listQueues(this, [this](const Result<Listing<Queue>> &result) {
        const QString file = line().words.last();
        if (!result) {
            fail(result.error());
        } else if (!result.value().complete()) {
            fail(incompleteList(result.value().incompleteBecause));
        } else if (const Status written = writeDefinitions(result.value().items, file); !written) {
            fail(written.error());
        } else {
            const qsizetype count = result.value().items.size();
            m_output.result({{QStringLiteral("queues"), count}, {QStringLiteral("file"), file}},
                tr("%1 queues written to %2.\n").arg(count).arg(file));
            Q_EMIT finished(ExitCode::Done);
        }
    });
}

} // namespace queuesmith

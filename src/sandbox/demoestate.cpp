#include "sandbox/demoestate.h"

#include <algorithm>

namespace queuesmith::sandbox {

QString QueueRecord::id() const { return json.value(QLatin1StringView("id")).toString(); }

QByteArray QueueRecord::etag() const
{
    return '"' + id().toLatin1() + '.' + QByteArray::number(version) + '"';
}

QString NameForm::keptAs(const QString &name) const
{
    QString kept = composes ? name.normalized(QString::NormalizationForm_C) : name;
    kept = trims ? kept.trimmed() : kept;
    return lowers ? kept.toLower() : kept;
}

QueueRecord *DemoEstate::findQueue(const QString &id)
{
    const auto found = std::find_if(
        queues.begin(), queues.end(), [&id](const QueueRecord &queue) { return queue.id() == id; });
    return found == queues.end() ? nullptr : &*found;
}

void DemoEstate::addSkill(const QJsonObject &skill)
{
    m_skillIds.insert(skill.value(QLatin1StringView("id")).toString());
    skills.append(skill);
}

QueueRecord &DemoEstate::addQueue(QJsonObject definition, const QDateTime &created)
{
    const QString when = created.toString(Qt::ISODateWithMs);
    definition.insert(QLatin1StringView("id"), QStringLiteral("q-%1").arg(++m_queuesMade));
    definition.insert(QLatin1StringView("dateCreated"), when);
    definition.insert(QLatin1StringView("dateModified"), when);
    queues.append({definition, 1, {}});
    return queues.last();
}

QJsonObject DemoEstate::normalised(QJsonObject definition) const
{
    constexpr QLatin1StringView kName("name");
    definition.insert(kName, names.keptAs(definition.value(kName).toString()));
    return definition;
}

QJsonObject DemoEstate::addExport(QJsonObject definition, const QDateTime &created)
{
    definition.insert(QLatin1StringView("id"), QStringLiteral("x-%1").arg(++m_exportsMade));
    definition.insert(QLatin1StringView("status"), QStringLiteral("initiated"));
    definition.insert(QLatin1StringView("dateCreated"), created.toString(Qt::ISODateWithMs));
    exports.append(definition);
    return definition;
}

} // namespace queuesmith::sandbox

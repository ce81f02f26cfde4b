#include "window/queues/queuestext.h"

#include "records/auditcsv.h"
#include "window/appearance/tooltip.h"
#include "window/queues/lastchange.h"
#include "window/queues/queuesmodel.h"
#include "window/tables/figuretexts.h"

#include <QCoreApplication>
#include <QLocale>

namespace queuesmith {

namespace {

constexpr qsizetype kMostSkillsInToolTip = 20;

struct QueuesTextTr {
    Q_DECLARE_TR_FUNCTIONS(queuesmith::QueuesModel)
};

QStringList header()
{
    return {QueuesTextTr::tr("Name"), QueuesTextTr::tr("Id"), QueuesTextTr::tr("Capacity"),
        QueuesTextTr::tr("Priority"), QueuesTextTr::tr("Overflow target"),
        QueuesTextTr::tr("Overflow threshold (%)"), QueuesTextTr::tr("Skills"),
        QueuesTextTr::tr("Last change (UTC)")};
}

/// One line, as a cell of a tab-separated table can't hold more.
QString textCell(const QString &text) { return withoutFormula(text.simplified()); }

QStringList cells(const QueuesModel &model, int row)
{
    const Queue &queue = model.queueAt(row);
    const QueueDefinition &definition = queue.definition;
    const bool overflows = !definition.overflow.target.isEmpty();
    QStringList skills;
    for (const SkillId &skill : definition.skillGroups)
        skills.append(model.skillName(skill));
    return {textCell(definition.name), textCell(queue.id.value),
        QString::number(definition.capacity), QString::number(definition.priority),
        overflows ? textCell(model.queueName(definition.overflow.target)) : QString(),
        overflows ? QString::number(definition.overflow.threshold) : QString(),
        textCell(skills.join(QStringLiteral("; "))),
        lastChangeOf(queue.json).toString(Qt::ISODate)};
}

QString htmlRow(const QStringList &cells, const QString &tag)
{
    QString row = QStringLiteral("<tr>");
    for (const QString &cell : cells)
        row += QStringLiteral("<%1>%2</%1>").arg(tag, cell.toHtmlEscaped());
    return row + QStringLiteral("</tr>");
}

} // namespace

QString nameToolTip(const Queue &queue)
{
    return plainToolTip(queue.id.value + u'\n' + queue.definition.description);
}

QString overflowToolTip(const QueueDefinition &definition)
{
    if (definition.overflow.target.isEmpty())
        return QueuesTextTr::tr("Contacts keep waiting in this queue");
    // Rounded down, as the tenant's threshold is reached with this many agents at the latest.
    const int agents = definition.capacity * definition.overflow.threshold / 100;
    const QLocale locale;
    return QueuesTextTr::tr("%1 = %2 of %3 agents busy")
        .arg(percentText(definition.overflow.threshold / 100.0), locale.toString(agents),
            locale.toString(definition.capacity));
}

QString skillsToolTip(const QStringList &names)
{
    if (names.isEmpty())
        return QueuesTextTr::tr("No skills");
    QString text = QStringList(names.mid(0, kMostSkillsInToolTip)).join(u'\n');
    if (names.size() > kMostSkillsInToolTip)
        text += u'\n'
            + QueuesTextTr::tr("and %1 more")
                  .arg(QLocale().toString(names.size() - kMostSkillsInToolTip));
    return plainToolTip(text);
}

SpreadsheetRows spreadsheetRows(const QueuesModel &model, const QList<int> &rows)
{
    SpreadsheetRows table;
    table.tabSeparated = header().join(u'\t') + u'\n';
    table.html = QStringLiteral("<table>") + htmlRow(header(), QStringLiteral("th"));
    for (const int row : rows) {
        const QStringList texts = cells(model, row);
        table.tabSeparated += texts.join(u'\t') + u'\n';
        table.html += htmlRow(texts, QStringLiteral("td"));
    }
    table.html += QStringLiteral("</table>");
    return table;
}

} // namespace queuesmith

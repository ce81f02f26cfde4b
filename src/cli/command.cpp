#include "cli/command.h"

#include "cli/approvecommand.h"
#include "cli/auditcommand.h"
#include "cli/auditfilteroptions.h"
#include "cli/checkcommand.h"
#include "cli/connectionscommand.h"
#include "cli/definitionfile.h"
#include "cli/modelcommand.h"
#include "cli/provisioncommand.h"
#include "cli/queuescommand.h"
#include "cli/recommendfilecommand.h"
#include "cli/recommendtenantcommand.h"
#include "cli/settlecommand.h"
#include "cli/validatecommand.h"
#include "cli/wfmcommand.h"

#include <QFileInfo>

namespace queuesmith {

namespace {

template <typename C> Command *make(Session &session, const Output &output, QObject *parent)
{
    return new C(session, output, parent);
}

/// A file that can't be parsed is said before anything is opened or asked for. What comes out of a
/// pipe can be read only once, by the command itself.
Status isReadable(const CommandLine &, const QStringList &arguments)
{
    const QFileInfo file(arguments.first());
    if (file.exists() && !file.isFile())
        return Done{};
    const Result<ParsedDefinition> definition = readDefinitionFile(arguments.first());
    return definition ? Status(Done{}) : Status(definition.error());
}

Status hasUsableFilter(const CommandLine &line, const QStringList &)
{
    const Result<AuditFilter> filter = auditFilterOf(line);
    return filter ? Status(Done{}) : Status(filter.error());
}

} // namespace

const QList<Subcommand> &subcommands()
{
    using Need = Session::Need;
    static const QList<Subcommand> rows{
        {"check", 0, Need::Tenant, make<CheckCommand>, {}},
        {"validate", 1, Need::Tenant, make<ValidateCommand>, isReadable},
        {"approve", 1, Need::Tenant | Need::WriteRecords, make<ApproveCommand>, isReadable},
        {"provision", 1, Need::Tenant | Need::Licence | Need::WriteRecords | Need::ChangeTenant,
            make<ProvisionCommand>, isReadable},
        {"settle", 0, Need::Tenant | Need::WriteRecords, make<SettleCommand>, {}},
        {"queues list", 0, Need::Tenant, make<QueuesListCommand>, {}},
        {"queues show", 1, Need::Tenant, make<QueuesShowCommand>, {}},
        {"queues export", 1, Need::Tenant, make<QueuesExportCommand>, {}},
        {"recommend", 0, {}, make<RecommendFileCommand>, {}, "history"},
        {"recommend", 0, Need::Tenant, make<RecommendAllCommand>, {}, "all"},
        {"recommend", 1, Need::Tenant, make<RecommendQueueCommand>, {}},
        {"model erlang-b", 0, {}, make<ModelCommand>, {}},
        {"model erlang-c", 0, {}, make<ModelCommand>, {}},
        {"model erlang-a", 0, {}, make<ModelCommand>, {}},
        {"model mmnk", 0, {}, make<ModelCommand>, {}},
        {"model staffing", 0, {}, make<ModelCommand>, {}},
        {"audit list", 0, Need::ReadRecords, make<AuditListCommand>, hasUsableFilter},
        {"audit export", 1, Need::ReadRecords, make<AuditExportCommand>, hasUsableFilter},
        {"audit verify", 0, Need::ReadRecords, make<AuditVerifyCommand>, {}},
        {"wfm list", 0, Need::ReadRecords, make<WfmListCommand>, {}},
        {"wfm retry", 0, Need::Tenant | Need::WriteRecords | Need::ChangeTenant,
            make<WfmRetryCommand>, {}},
        {"connections list", 0, {}, make<ConnectionsListCommand>, {}},
        {"connections save", 1, {}, make<ConnectionsSaveCommand>, {}},
        {"connections remove", 1, {}, make<ConnectionsRemoveCommand>, {}},
    };
    return rows;
}

QStringList argumentsOf(const Subcommand &subcommand, const QStringList &words)
{
    return words.mid(QString::fromLatin1(subcommand.words).split(u' ').size());
}

Result<const Subcommand *> findSubcommand(const CommandLine &line)
{
    const QStringList &words = line.words;
    // The same words may take an argument or none, as two rows.
    for (const Subcommand &subcommand : subcommands()) {
        const QStringList own = QString::fromLatin1(subcommand.words).split(u' ');
        if (words.mid(0, own.size()) != own)
            continue;
        if (subcommand.option != nullptr
            && !line.extra.contains(QString::fromLatin1(subcommand.option)))
            continue;
        if (words.size() == own.size() + subcommand.arguments)
            return &subcommand;
        return Error::of(ErrorKind::Usage, "usage",
            QStringLiteral("“%1” takes %2, not %3. See queuesmithctl --help.")
                .arg(QString::fromLatin1(subcommand.words),
                    subcommand.arguments == 0 ? QStringLiteral("no argument")
                                              : QStringLiteral("one argument"),
                    QString::number(words.size() - own.size())));
    }
    return Error::of(ErrorKind::Usage, "usage",
        words.isEmpty() ? QStringLiteral("A subcommand is missing. See queuesmithctl --help.")
                        : QStringLiteral("There is no subcommand “%1”. See queuesmithctl --help.")
                              .arg(words.mid(0, 2).join(u' ')));
}

} // namespace queuesmith

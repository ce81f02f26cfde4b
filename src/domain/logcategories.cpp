#include "domain/logcategories.h"

#include <array>

namespace queuesmith {

Q_LOGGING_CATEGORY(lcAudit, "queuesmith.audit", QtWarningMsg)
Q_LOGGING_CATEGORY(lcAuth, "queuesmith.auth", QtWarningMsg)
Q_LOGGING_CATEGORY(lcCache, "queuesmith.cache", QtWarningMsg)
Q_LOGGING_CATEGORY(lcHistory, "queuesmith.history", QtWarningMsg)
Q_LOGGING_CATEGORY(lcHttp, "queuesmith.http", QtWarningMsg)
Q_LOGGING_CATEGORY(lcJournal, "queuesmith.journal", QtWarningMsg)
Q_LOGGING_CATEGORY(lcProvision, "queuesmith.provision", QtWarningMsg)
Q_LOGGING_CATEGORY(lcSettings, "queuesmith.settings", QtWarningMsg)
Q_LOGGING_CATEGORY(lcSettle, "queuesmith.settle", QtWarningMsg)
Q_LOGGING_CATEGORY(lcTenant, "queuesmith.tenant", QtWarningMsg)
Q_LOGGING_CATEGORY(lcWfm, "queuesmith.wfm", QtWarningMsg)
Q_LOGGING_CATEGORY(lcWindow, "queuesmith.window", QtWarningMsg)

QStringList logCategories()
{
    static constexpr std::array kAll{lcAudit, lcAuth, lcCache, lcHistory, lcHttp, lcJournal,
        lcProvision, lcSettings, lcSettle, lcTenant, lcWfm, lcWindow};
    QStringList names;
    for (const auto &category : kAll)
        names.append(QString::fromLatin1(category().categoryName()).mid(kLogPrefix.size()));
    return names;
}

} // namespace queuesmith

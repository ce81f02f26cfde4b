#include "window/shell/diagnosticfile.h"

#include "domain/diagnosticlog.h"
#include "domain/logline.h"
#include "domain/outputfile.h"
#include "window/appearance/sentences.h"
#include "window/page/page.h"
#include "window/session/sessions.h"
#include "window/shell/banner.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLocale>
#include <QSysInfo>

namespace queuesmith {

namespace {

struct DiagnosticFileTr {
    Q_DECLARE_TR_FUNCTIONS(queuesmith::MainWindow)
};

QString headOf(const Sessions &sessions, qsizetype lines)
{
    QStringList head{LogLine("queuesmith",
        {{"version", QUEUESMITH_VERSION}, {"qt", qVersion()}, {"os", QSysInfo::prettyProductName()},
            {"kernel", QSysInfo::kernelVersion()}, {"cpu", QSysInfo::currentCpuArchitecture()},
            {"display", QGuiApplication::platformName()}, {"language", QLocale().name()}})
                         .text()};
    for (const TenantSession *session : sessions.open()) {
        const Connection &connection = session->connection();
        head.append(LogLine("connection",
            {{"environment", word(connection.environment)}, {"dialect", connection.dialect},
                {"scheme", connection.baseUrl.scheme()}, {"read_only", connection.readOnly},
                {"wfm", !connection.wfm.endpoint.isEmpty()},
                {"own_authority", !connection.authorityFile.isEmpty()},
                {"records",
                    session->recordsProblem() ? session->recordsProblem()->code
                                              : QStringLiteral("ok")}})
                        .text());
    }
    head.append(LogLine("log", {{"lines", lines}}).text());
    return head.join(u'\n') + QStringLiteral("\n\n");
}

Status writeFile(const QString &file, const Sessions &sessions, const QByteArrayList &lines)
{
    QByteArray text = headOf(sessions, lines.size()).toUtf8();
    for (const QByteArray &line : lines)
        text += line + '\n';
    const Sentence why = writeOutput(file, text, FileAccess::OwnerOnly);
    if (why.isEmpty())
        return Done{};
    return Error::of(ErrorKind::OutputFile, "log_unwritable",
        DiagnosticFileTr::tr("The diagnostic log could not be saved as “%1” (%2). An existing file "
                             "of that name is unchanged. Choose another place, or free some space.")
            .arg(QDir::toNativeSeparators(file), translated(why)));
}

} // namespace

void saveDiagnosticLog(QWidget *window, Banner &banner, Settings &settings,
    const Sessions &sessions, const DiagnosticLog &log)
{
    Page::FileQuestion question;
    question.title = DiagnosticFileTr::tr("Save the diagnostic log (it contains queue names)");
    question.filters = {
        DiagnosticFileTr::tr("Text files (*.txt)"), DiagnosticFileTr::tr("All files (*)")};
    question.suffix = QStringLiteral("txt");
    question.name = QStringLiteral("queuesmith-log.txt");
    const auto save = [&banner, &sessions, &log](const QString &file) {
        const Status written = writeFile(file, sessions, log.kept());
        if (!written) {
            banner.show(StatusKind::Error, sentenceOf(written.error()));
            return;
        }
        banner.show(StatusKind::Ok,
            DiagnosticFileTr::tr(
                "The diagnostic log was saved as %1. Secrets are masked, but it contains queue "
                "names. Read it before you pass it on.")
                .arg(QDir::toNativeSeparators(file)),
            DiagnosticFileTr::tr("Show in folder"), [file] { Page::showInFolder(file); });
    };
    Page::askForFile(window, &settings, question, save)
        ->setObjectName(QStringLiteral("diagnosticLogDialog"));
}

} // namespace queuesmith

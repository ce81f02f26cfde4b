// Creates a queue in the demo tenant, and prints what happens:
//   queuesmith-sandbox --port 8080 &
//   provision http://127.0.0.1:8080
#include <queuesmith/cxone/connection.h>
#include <queuesmith/domain/clock.h>
#include <queuesmith/provisioning/provisionjob.h>
#include <queuesmith/records/records.h>
#include <queuesmith/workplace/workplace.h>

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QTextStream>

using namespace queuesmith;

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QTextStream out(stdout);

    Connection connection;
    connection.baseUrl = QUrl(app.arguments().value(1, QStringLiteral("http://127.0.0.1:8080")));
    connection.clientId = QStringLiteral("demo");
    connection.licensedAgents = 500;
    WorkplaceOptions options;
    options.auditFile = QStringLiteral("example-audit.sqlite");
    options.actor = QStringLiteral("example");

    SystemClock clock;
    Workplace workplace(connection, options, clock);
    const Status connected = workplace.connectTenant(
        "demo-secret", [] { return QRandomGenerator::global()->generateDouble(); });
    if (!connected)
        qFatal("%s", qPrintable(connected.error().message));

    const QJsonObject queue{{QStringLiteral("name"), QStringLiteral("Example")},
        {QStringLiteral("capacity"), 12}, {QStringLiteral("priority"), 3}};
    ProvisionJob *job = workplace.provision(parseDefinition(queue), &workplace);
    QObject::connect(job, &ProvisionJob::attemptStarted, &app,
        [&out](int attempt, int of) { out << "request " << attempt << " of " << of << Qt::endl; });
    QObject::connect(job, &ProvisionJob::waiting, &app,
        [&out](const Waiting &wait) { out << wait.delay.count() << " ms to wait" << Qt::endl; });
    QObject::connect(job, &ProvisionJob::finished, &app, [&out](const ProvisionReport &report) {
        out << word(report.outcome) << ' ' << report.queueId << Qt::endl;
        if (report.error)
            out << report.error->message << Qt::endl;
        for (const Problem &problem : report.problems)
            out << problem.message << Qt::endl;
        QCoreApplication::exit(report.isComplete() ? 0 : 1);
    });
    workplace.records().open(&app, [&app, job](const Status &opened) {
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        job->start();
    });
    return QCoreApplication::exec();
}

#include "domain/diagnosticlog.h"

#include "domain/harmless.h"
#include "domain/knownsecrets.h"
#include "domain/logcategories.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QThread>

#include <utility>

namespace queuesmith {

namespace {

/// Qt's handler and filter are functions, so there is one for the program.
DiagnosticLog *&current()
{
    static DiagnosticLog *log = nullptr;
    return log;
}

const char *levelWord(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "critical";
    case QtFatalMsg:
        break;
    }
    return "fatal";
}

QString threadName()
{
    const QThread *thread = QThread::currentThread();
    const QCoreApplication *app = QCoreApplication::instance();
    if (app && app->thread() == thread)
        return QStringLiteral("main");
    const QString name = thread->objectName();
    return name.isEmpty() ? QString::number(quintptr(thread), 16)
                          : QString(name).replace(u' ', u'-');
}

bool isOurs(const QByteArray &category)
{
    return category.startsWith(QByteArrayView(kLogPrefix.data(), kLogPrefix.size()));
}

} // namespace

DiagnosticLog::DiagnosticLog(std::shared_ptr<const KnownSecrets> secrets, Print print)
    : m_secrets(std::move(secrets))
    , m_print(std::move(print))
{
}

DiagnosticLog::~DiagnosticLog()
{
    if (!m_isStarted)
        return;
    qInstallMessageHandler(m_handlerBefore);
    QLoggingCategory::installFilter(m_filterBefore);
    current() = nullptr;
}

void DiagnosticLog::start(qsizetype most)
{
    Q_ASSERT(!current());
    m_isStarted = true;
    m_lines.setCapacity(most);
    current() = this;
    // Ours asks the other one, and is called at once for the categories that there are.
    m_filterBefore = QLoggingCategory::installFilter(nullptr);
    QLoggingCategory::installFilter(filter);
    m_handlerBefore = qInstallMessageHandler(handle);
}

QByteArrayList DiagnosticLog::kept() const
{
    const QMutexLocker locker(&m_linesMutex);
    QByteArrayList lines;
    lines.reserve(m_lines.size());
    for (qsizetype i = m_lines.firstIndex(); i <= m_lines.lastIndex(); ++i)
        lines.append(m_lines.at(i));
    return lines;
}

void DiagnosticLog::handle(
    QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (DiagnosticLog *log = current())
        log->take(type, context.category ? context.category : "default", message);
}

void DiagnosticLog::filter(QLoggingCategory *category)
{
    if (DiagnosticLog *log = current())
        log->adjust(category);
}

/// First as the rules have it, which says what is printed.
void DiagnosticLog::adjust(QLoggingCategory *category)
{
    m_filterBefore(category);
    const QByteArray name = category->categoryName();
    if (!isOurs(name))
        return;
    QList<QtMsgType> printed;
    for (const QtMsgType type : {QtDebugMsg, QtInfoMsg, QtWarningMsg, QtCriticalMsg}) {
        if (category->isEnabled(type))
            printed.append(type);
        if (m_lines.capacity() > 0)
            category->setEnabled(type, true);
    }
    const QMutexLocker locker(&m_rulesMutex);
    m_printed.insert(name, printed);
}

bool DiagnosticLog::isPrinted(QtMsgType type, const QByteArray &category) const
{
    if (type == QtFatalMsg || !isOurs(category))
        return true;
    const QMutexLocker locker(&m_rulesMutex);
    return m_printed.value(category).contains(type);
}

QByteArray DiagnosticLog::lineOf(
    QtMsgType type, const QByteArray &category, const QString &message) const
{
    // Secrets first: what is cleaned could no longer be recognised.
    const QString text = m_secrets->masked(message).replace(u'\n', u' ');
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1() + ' '
        + levelWord(type) + ' ' + category + ' ' + threadName().toUtf8() + ' '
        + harmlessText(text.toUtf8());
}

void DiagnosticLog::take(QtMsgType type, const QByteArray &category, const QString &message)
{
    const QByteArray line = lineOf(type, category, message);
    const bool printed = isPrinted(type, category);
    const QMutexLocker locker(&m_linesMutex);
    m_lines.append(line);
    if (printed)
        m_print(line);
}

} // namespace queuesmith

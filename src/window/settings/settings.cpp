#include "window/settings/settings.h"

#include "domain/logcategories.h"
#include "domain/logline.h"
#include "platform/privatefiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>

#include <cmath>

namespace queuesmith {

namespace {

/// Moves a file away that isn't an INI file; gives the sentence about it, or nothing.
QString setAsideWhenBroken(const QString &file)
{
    // QSettings keeps the rights of a file that is there.
    const bool isNew = !QFile::exists(file);
    (void)makePrivateFile(file);
    if (isNew)
        return {};
    QSettings probe(file, QSettings::IniFormat);
    (void)probe.allKeys();
    if (probe.status() == QSettings::NoError)
        return {};
    const QString aside = file + QStringLiteral(".broken");
    QFile::remove(aside);
    const bool moved = QFile::rename(file, aside);
    qCInfo(lcSettings) << LogLine(
        "unreadable", {{"file", QFileInfo(file).fileName()}, {"set_aside", moved}});
    return moved ? Settings::tr("The settings file could not be read, so the window starts with "
                                "default settings. The old file was kept as %1.")
                       .arg(QDir::toNativeSeparators(aside))
                 : Settings::tr("The settings file %1 can't be read, so the window starts with "
                                "default settings. Check the file's permissions.")
                       .arg(QDir::toNativeSeparators(file));
}

/// Names may hold the slash that parts the groups of the file.
QString volumeKey(const QString &connection, const QString &queueId)
{
    const auto part = [](const QString &name) {
        return QString::fromLatin1(QUrl::toPercentEncoding(name));
    };
    return QStringLiteral("volumeChange/") + part(connection) + u'/' + part(queueId);
}

QString layoutKey(const QString &objectName) { return QStringLiteral("layout/") + objectName; }

} // namespace

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent)
    , m_problem(setAsideWhenBroken(file))
    , m_file(file, QSettings::IniFormat)
{
}

QString Settings::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/queuesmith/window.ini");
}

QByteArray Settings::layout(const QString &objectName) const
{
    return m_file.value(layoutKey(objectName)).toByteArray();
}

std::optional<double> Settings::volumeChange(
    const QString &connection, const QString &queueId) const
{
    bool ok = false;
    const double change = m_file.value(volumeKey(connection, queueId)).toDouble(&ok);
    return ok && std::isfinite(change) ? std::optional(change) : std::nullopt;
}

void Settings::setVolumeChange(
    const QString &connection, const QString &queueId, std::optional<double> change)
{
    const QString key = volumeKey(connection, queueId);
    if (change)
        m_file.setValue(key, *change);
    else
        m_file.remove(key);
}

void Settings::setLayout(const QString &objectName, const QByteArray &state)
{
    m_file.setValue(layoutKey(objectName), state);
}

void Settings::store(QLatin1StringView key, const QVariant &value)
{
    if (m_file.value(key) == value)
        return;
    m_file.setValue(key, value);
    m_file.sync();
    if (m_file.status() != QSettings::NoError)
        noteProblem(tr("The settings can't be saved in %1, so this choice lasts until the window "
                       "is closed. Check that the file can be written.")
                        .arg(QDir::toNativeSeparators(m_file.fileName())));
    Q_EMIT changed(key);
}

void Settings::noteProblem(const QString &problem)
{
    if (m_problem == problem)
        return;
    qCInfo(lcSettings) << LogLine(
        "unwritable", {{"file", QFileInfo(m_file.fileName()).fileName()}});
    m_problem = problem;
    Q_EMIT problemFound(problem);
}

} // namespace queuesmith

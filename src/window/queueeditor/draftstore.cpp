#include "window/queueeditor/draftstore.h"

#include "cxone/connection.h"
#include "domain/background.h"
#include "domain/outputfile.h"
#include "platform/privatefiles.h"
#include "window/appearance/sentences.h"

#include <QCryptographicHash>
#include <QDir>

#include <algorithm>

namespace queuesmith {

namespace {

const QString kSuffix = QStringLiteral(".json");

QString pathOf(const QString &folder, const QString &key)
{
    return folder + QLatin1Char('/') + key + kSuffix;
}

/// Why it could not be written; empty when it was.
QString write(const QString &folder, const Draft &draft)
{
    (void)makePrivateFolder(folder); // else the file can't be written either
    return translated(writeOutput(pathOf(folder, draft.key), toFile(draft), FileAccess::OwnerOnly));
}

DraftStore::Found readFolder(const QString &folder)
{
    DraftStore::Found found;
    const QStringList names = QDir(folder).entryList({QLatin1Char('*') + kSuffix}, QDir::Files);
    for (const QString &name : names) {
        const QString key = name.chopped(kSuffix.size());
        QFile file(pathOf(folder, key));
        const bool isOpen = file.open(QIODevice::ReadOnly);
        const Result<Draft> draft = draftFromFile(key, isOpen ? file.readAll() : QByteArray());
        file.close();
        if (draft) {
            found.drafts.append(draft.value());
            continue;
        }
        // Kept under another name, so that a person can still look into it.
        const QString aside = name + QStringLiteral(".unreadable");
        QFile::remove(QDir(folder).filePath(aside));
        file.rename(QDir(folder).filePath(aside));
        found.setAside.append(aside);
    }
    std::sort(found.drafts.begin(), found.drafts.end(),
        [](const Draft &a, const Draft &b) { return a.savedAt > b.savedAt; });
    return found;
}

} // namespace

DraftStore::DraftStore(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
    m_thread.setMaxThreadCount(1);
}

DraftStore::~DraftStore() = default;

void DraftStore::save(const Draft &draft)
{
    runInBackground(
        m_thread, this, [folder = m_folder, draft] { return write(folder, draft); },
        [this, key = draft.key, savedAt = draft.savedAt](const QString &why) {
            if (why.isEmpty())
                Q_EMIT saved(key, savedAt);
            else
                Q_EMIT saveFailed(key, why);
        });
}

void DraftStore::remove(const QString &key)
{
    m_thread.start([path = pathOf(m_folder, key)] { QFile::remove(path); });
}

void DraftStore::readAll(QObject *context, std::function<void(const Found &)> done)
{
    runInBackground(
        m_thread, context, [folder = m_folder] { return readFolder(folder); }, std::move(done));
}

QString draftFolder(const QString &root, const Connection &connection)
{
    const QString folder = root + u'/' + tenantIdOf(connection).key();
    // Where earlier versions kept them.
    const QString whose = originOf(connection.baseUrl) + u' ' + connection.clientId;
    const QByteArray hash =
        QCryptographicHash::hash(whose.toUtf8(), QCryptographicHash::Sha256).toHex();
    QDir().rename(root + u'/' + QString::fromLatin1(hash.first(32)), folder);
    return folder;
}

} // namespace queuesmith

#pragma once

#include "window/queueeditor/draft.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <functional>

namespace queuesmith {

struct Connection;

/// The drafts of a connection: a file each, in a folder of their own. Files are written and read on
/// another thread, one after the other; a write replaces the file at once or not at all.
class DraftStore final : public QObject {
    Q_OBJECT

public:
    struct Found {
        QList<Draft> drafts; ///< newest first
        QStringList setAside; ///< names of files that can't be read and were renamed
    };

    explicit DraftStore(QString folder, QObject *parent = nullptr);
    /// Waits for what is still to be written.
    ~DraftStore() override;

    void save(const Draft &draft);
    void remove(const QString &key);
    void readAll(QObject *context, std::function<void(const Found &)> done);

    Q_SIGNAL void saved(const QString &key, const QDateTime &savedAt);
    Q_SIGNAL void saveFailed(const QString &key, const QString &why);

private:
    QString m_folder;
    QThreadPool m_thread;
};

/// The folder for the drafts of a connection, below `root`: one for each TenantId. What an earlier
/// version kept under another name is taken over.
[[nodiscard]] QString draftFolder(const QString &root, const Connection &connection);

} // namespace queuesmith

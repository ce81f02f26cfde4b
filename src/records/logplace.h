#pragma once

#include "domain/result.h"
#include "platform/fileidentity.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace queuesmith {

class Database;

/// The audit log and what SQLite keeps beside it, as they were when they were opened. Whoever
/// moves, removes or replaces one of them meanwhile makes us write to where nobody looks.
class LogPlace {
public:
    /// To be called while `database` has the log open.
    void note(const Database &database);

    /// Whether what is open still lies where it was.
    [[nodiscard]] bool isHeld() const;

    /// Saves everything that the open log holds, in a file of its own beside the lost place: the
    /// same one whenever more has been written. Gives the error that says so, with what it means.
    [[nodiscard]] Error lost(Database &database, const QDateTime &now, const Sentence &meaning);

private:
    struct Part {
        QString file;
        FileIdentity identity;

        friend bool operator==(const Part &a, const Part &b)
        {
            return a.file == b.file && a.identity.isSameFileAs(b.identity);
        }
    };
    [[nodiscard]] static std::optional<Part> partAt(const QString &file);

    void clearPlace(const QDateTime &now) const;

    std::vector<Part> m_parts; ///< the log first
    QString m_rescued; ///< empty until something was saved
};

/// Renames what SQLite left beside a log that isn't there any longer: it would take it for part of
/// the next file of that name. Gives the log's name that the parts go with now, empty when there
/// was nothing; or says which part stands in the way.
struct SetAside {
    QString name;
    QString stuck;
};
[[nodiscard]] SetAside setAsideParts(const QString &file, const QDateTime &now);

/// One name for the file whatever way leads to it, as all that share it share its lock folder.
[[nodiscard]] QString resolvedFile(const QString &file);

} // namespace queuesmith

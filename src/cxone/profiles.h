#pragma once

#include "cxone/connection.h"
#include "domain/result.h"

#include <QStringList>

namespace queuesmith {

/// Saved connections, in an INI file of the user's. Never holds a secret: that is in the keychain,
/// under the profile's name. Header values of the WFM destination, and an endpoint whose query may
/// hold a key, are given anew each time.
class Profiles {
public:
    explicit Profiles(QString file);

    /// The user's own file, in the configuration folder.
    [[nodiscard]] static QString defaultFile();

    [[nodiscard]] QStringList names() const;
    /// Kind Usage when there is none of that name, or when what was saved isn't usable.
    [[nodiscard]] Result<Connection> load(const QString &name) const;
    /// Kind Usage when the file can't be written.
    [[nodiscard]] Status save(const Connection &connection) const;
    [[nodiscard]] Status remove(const QString &name) const;

private:
    QString m_file;
};

} // namespace queuesmith

#pragma once

#include <QByteArray>
#include <QObject>
#include <QSettings>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <optional>

namespace queuesmith {

/// One setting: its key in the file, and what holds until the person says otherwise.
template <typename T> struct Setting {
    const char *key;
    T fallback;
};

/// Every setting of the window, in one table.
namespace setting {
inline const Setting<QString> kActor{"actor", QString()}; ///< empty: the login name
inline const Setting<QString> kAppearance{"appearance", QStringLiteral("system")};
inline const Setting<QString> kLanguage{"language", QStringLiteral("system")};
inline const Setting<QString> kLastConnection{"lastConnection", QString()};
inline const Setting<QString> kFileFolder{"fileFolder", QString()}; ///< of the last file dialog
inline const Setting<QByteArray> kWindowGeometry{"window/geometry", QByteArray()};
inline const Setting<bool> kNotifications{"notifications", true};
} // namespace setting

/// The window's settings, in an INI file of the user's. A file that can't be read is left under
/// another name, and the program starts with what holds by itself; problem() says so.
class Settings final : public QObject {
    Q_OBJECT

public:
    explicit Settings(const QString &file, QObject *parent = nullptr);

    /// The user's own file, in the configuration folder.
    [[nodiscard]] static QString defaultFile();

    template <typename T> [[nodiscard]] T value(const Setting<T> &setting) const
    {
        return m_file.value(QLatin1StringView(setting.key), QVariant::fromValue(setting.fallback))
            .template value<T>();
    }
    template <typename T> void set(const Setting<T> &setting, const T &value)
    {
        store(QLatin1StringView(setting.key), QVariant::fromValue(value));
    }

    /// How a table or a splitter was left: whatever its saveState() gave, under its object name.
    [[nodiscard]] QByteArray layout(const QString &objectName) const;
    void setLayout(const QString &objectName, const QByteArray &state);

    /// What the person expects of a queue's volume, as a fraction; empty: nothing was said.
    [[nodiscard]] std::optional<double> volumeChange(
        const QString &connection, const QString &queueId) const;
    void setVolumeChange(
        const QString &connection, const QString &queueId, std::optional<double> change);

    /// A sentence for the person when the file can't be read or written; else empty.
    [[nodiscard]] QString problem() const { return m_problem; }

    Q_SIGNAL void changed(const QString &key);
    Q_SIGNAL void problemFound(const QString &problem);

private:
    void store(QLatin1StringView key, const QVariant &value);
    void noteProblem(const QString &problem);

    QString m_problem;
    QSettings m_file;
};

} // namespace queuesmith

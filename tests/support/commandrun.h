#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace queuesmith {

/// What one run of the command line left.
struct CommandResult {
    int exitCode = -1; ///< -1: it crashed or never ended
    QByteArray output;
    QString messages; ///< standard error
    QJsonObject json; ///< empty when the output isn't one JSON object

    [[nodiscard]] QString outcome() const;
    [[nodiscard]] QString errorCode() const;
};

/// A folder with an audit log of its own, from which the command line is run as a person would.
class CommandBench {
public:
    CommandBench();

    /// Options that come first in every run from now on.
    void setOptions(const QStringList &options) { m_options = options; }
    [[nodiscard]] const QStringList &options() const { return m_options; }
    /// Those for a tenant at `url`: 500 licensed seats, a short settle window.
    void useTenant(const QString &url, const QString &client = QStringLiteral("demo"));
    void setEnvironment(const QString &name, const QString &value);
    void unsetEnvironment(const QString &name) { m_environment.remove(name); }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString auditFile() const { return path(QStringLiteral("audit.sqlite")); }
    /// Writes a file into the folder and gives its path.
    [[nodiscard]] QString write(const QString &name, const QByteArray &text) const;
    [[nodiscard]] QString write(const QString &name, const QJsonObject &json) const;

    /// Runs it with `--json`; a later option beats an earlier one.
    [[nodiscard]] CommandResult run(const QStringList &arguments) const;
    [[nodiscard]] CommandResult runBare(const QStringList &arguments) const;
    /// With standard error on a terminal.
    [[nodiscard]] CommandResult runOnTerminal(const QStringList &arguments) const;
    /// `output`: a file for standard output, which is then not part of the result; empty: none.
    [[nodiscard]] std::unique_ptr<QProcess> start(
        const QStringList &arguments, const QString &output = {}) const;
    [[nodiscard]] static CommandResult finish(QProcess &process);

    /// Records oldest first, without those that tell of a use of the log.
    [[nodiscard]] QJsonArray records() const;
    /// `ACTION outcome` of each of them.
    [[nodiscard]] QStringList story() const { return story(records()); }
    [[nodiscard]] static QStringList story(const QJsonArray &records);
    /// The newest record of that action and outcome; empty when there is none.
    [[nodiscard]] QJsonObject record(const QString &action, const QString &outcome) const;

private:
    [[nodiscard]] std::unique_ptr<QProcess> newProcess() const;

    QTemporaryDir m_folder;
    QStringList m_options;
    QProcessEnvironment m_environment;
};

/// A definition that the demo tenant takes without an error.
[[nodiscard]] QJsonObject springSale();

} // namespace queuesmith

#pragma once

#include "domain/error.h"
#include "domain/knownsecrets.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace queuesmith {

/// The one way to the terminal. Standard output carries the result: one JSON document, or text for
/// people; standard error everything else. Whatever is written is cleaned here: a tenant's text
/// must neither steer the terminal nor change the order in which it reads, and known secrets are
/// masked.
class Output {
public:
    explicit Output(
        bool json, std::shared_ptr<const KnownSecrets> secrets = std::make_shared<KnownSecrets>())
        : m_json(json)
        , m_secrets(std::move(secrets))
    {
    }

    /// The one result of the run, in the form that was asked for.
    void result(const QJsonObject &json, const QString &text) const;
    /// A result that has one form only, whatever was asked for.
    void text(const QString &text) const;
    /// A failure that leaves no result: the sentence on standard error, and its JSON where asked
    /// for.
    void failure(const Error &error) const;
    /// A line on standard error.
    void note(const QString &line) const;
    /// A line of the diagnostic log, which is clean already, on standard error; where a live line
    /// stands, it goes. Any thread.
    void logLine(const QByteArray &line) const;
    /// Replaces what stands in the terminal's last line; empty: clears it.
    void liveLine(const QString &line) const;
    /// Whether something of a result could not be written; that was said then.
    [[nodiscard]] static bool hasFailed();

private:
    [[nodiscard]] QByteArray clean(const QString &text) const;
    [[nodiscard]] QByteArray clean(const QJsonObject &json) const;

    bool m_json;
    std::shared_ptr<const KnownSecrets> m_secrets;
};

/// Columns side by side, as wide as their longest cell; text on the left, numbers on the right.
[[nodiscard]] QString textTable(const QStringList &header, const QList<QStringList> &rows,
    const QList<int> &numberColumns = {});

} // namespace queuesmith

#pragma once

#include "error.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace queuesmith {

/// Standard output carries the result: one JSON document, or text for people.
class Output {
public:
    explicit Output(bool json)
        : m_json(json)
    {
    }

    [[nodiscard]] bool isJson() const { return m_json; }

    /// The one result of the run, in the form that was asked for.
    void result(const QJsonObject &json, const QString &text) const;
    /// A result that has one form only, whatever was asked for.
    static void text(const QString &text);
    /// A failure that leaves no result: the sentence on standard error, and its JSON where asked
    /// for.
    void failure(const Error &error) const;
    /// A line on standard error.
    static void note(const QString &line);
    /// Whether something of a result could not be written; that was said then.
    [[nodiscard]] static bool hasFailed();

private:
    bool m_json;
};

/// Columns side by side, as wide as their longest cell; text on the left, numbers on the right.
[[nodiscard]] QString textTable(const QStringList &header, const QList<QStringList> &rows,
    const QList<int> &numberColumns = {});

} // namespace queuesmith

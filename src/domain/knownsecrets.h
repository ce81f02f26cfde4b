#pragma once

#include "domain/error.h"

#include <QByteArray>
#include <QJsonValue>
#include <QMutex>
#include <QString>
#include <QStringList>

namespace queuesmith {

/// The secrets that a program works with: client secret, access tokens, values of WFM headers. A
/// tenant or a gateway may send any of them back in any place, so whatever is shown or logged goes
/// through masked(), the one place that takes them out. Any thread: the log masks on each.
class KnownSecrets {
public:
    /// What is shorter is no secret, but a word that texts are full of.
    static constexpr int kShortest = 4;

    /// Repeated ones cost nothing. Of very many only the newest are kept.
    void learn(const QByteArray &secret);

    /// Every known secret replaced by `***`, without regard to case, percent-encoded ones too. One
    /// of fewer than eight characters counts as a whole word only.
    [[nodiscard]] QString masked(QString text) const;
    [[nodiscard]] QByteArray masked(const QByteArray &text) const;
    /// All texts in it, the names of members too.
    [[nodiscard]] QJsonValue masked(const QJsonValue &value) const;
    /// What was put into it; its template is our own.
    [[nodiscard]] Sentence masked(const Sentence &sentence) const;
    /// All that a person may see of it.
    [[nodiscard]] Error masked(const Error &error) const;

private:
    bool maskIn(QJsonValue *value) const;

    mutable QMutex m_mutex;
    QStringList m_secrets; ///< the newest last
};

} // namespace queuesmith

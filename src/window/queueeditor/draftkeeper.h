#pragma once

#include "domain/clock.h"

#include <QDateTime>
#include <QObject>

namespace queuesmith {

class DraftStore;
class EditorDocument;

/// Keeps the document's draft up to date: written a second after the last change, removed when
/// there is nothing unfinished any more.
class DraftKeeper final : public QObject {
    Q_OBJECT

public:
    /// All must outlive this.
    DraftKeeper(
        EditorDocument &document, DraftStore &store, Clock &clock, QObject *parent = nullptr);
    /// Writes what isn't written yet.
    ~DraftKeeper() override;

    /// Leaves the draft for later; the document is about to be closed.
    void putBy();
    /// Removes the draft; what the document says is kept nowhere from now on, until it changes.
    void discard();

    [[nodiscard]] const QDateTime &savedAt() const { return m_savedAt; } ///< UTC; invalid: not yet
    [[nodiscard]] const QString &problem() const { return m_problem; } ///< why it can't be written

    Q_SIGNAL void changed();

private:
    void takeChange();
    void write(bool isOpen);

    EditorDocument &m_document;
    DraftStore &m_store;
    Clock &m_clock;
    Clock::Timer m_timer;
    QString m_key;
    QDateTime m_savedAt;
    QString m_problem;
    bool m_isWritten = false; ///< there may be a file
};

} // namespace queuesmith

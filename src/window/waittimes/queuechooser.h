#pragma once

#include "domain/ids.h"
#include "domain/latest.h"

#include <QList>
#include <QObject>

class QComboBox;

namespace queuesmith {

class Catalog;
class QueueChoices;
struct Queue;
struct QueueChoice;

/// The box in which the queue is chosen that the page is about, filled with the catalog's.
class QueueChooser final : public QObject {
    Q_OBJECT

public:
    /// Both must outlive this.
    QueueChooser(QComboBox &box, const Catalog &catalog, QObject *parent = nullptr);

    /// The page has become the one that is seen; from then on some queue is chosen.
    void shown();
    /// Chooses that queue, as soon as the catalog has it.
    void choose(const QueueId &id);
    [[nodiscard]] const Queue *queue() const; ///< the chosen one; null: none

    /// Another queue, or none.
    Q_SIGNAL void chosen();
    /// The box has what the catalog has; the chosen queue may be another version of itself.
    Q_SIGNAL void filled();

private:
    void fill();
    void take(const QList<QueueChoice> &choices);

    QComboBox &m_box;
    const Catalog &m_catalog;
    QueueChoices *m_choices;
    QueueId m_wanted; ///< to be chosen when the catalog has it
    Latest m_catalogs; ///< that the box is filled from
    bool m_isStale = true; ///< the box doesn't show what the catalog has
    bool m_wasShown = false;
};

} // namespace queuesmith

#include "window/waittimes/queuechooser.h"

#include "domain/background.h"
#include "window/session/catalog.h"
#include "window/waittimes/queuebox.h"
#include "window/waittimes/queuechoices.h"

#include <QComboBox>
#include <QSignalBlocker>

namespace queuesmith {

QueueChooser::QueueChooser(QComboBox &box, const Catalog &catalog, QObject *parent)
    : QObject(parent)
    , m_box(box)
    , m_catalog(catalog)
    , m_choices(new QueueChoices(this))
{
    m_box.setModel(m_choices);
    makeFindable(m_box);
    connect(&catalog, &Catalog::queuesReplaced, this, &QueueChooser::fill);
    connect(&catalog, &Catalog::queuesAppended, this, &QueueChooser::fill);
    connect(&m_box, &QComboBox::currentIndexChanged, this, &QueueChooser::chosen);
}

void QueueChooser::shown()
{
    m_wasShown = true;
    if (m_isStale)
        fill();
}

void QueueChooser::choose(const QueueId &id)
{
    m_wanted = id;
    const int place = m_choices->rowOf(id.value);
    if (place < 0) {
        fill();
        return;
    }
    m_wanted = {};
    m_box.setCurrentIndex(place);
}

const Queue *QueueChooser::queue() const
{
    return m_catalog.queue(QueueId{m_box.currentData().toString()});
}

/// Sorting many queues takes its time, so it is done elsewhere, and only for a page that is seen or
/// wanted.
void QueueChooser::fill()
{
    m_isStale = !m_box.isVisible() && m_wanted.isEmpty();
    if (m_isStale)
        return;
    runInBackground(
        this, [queues = m_catalog.queues()] { return sortedChoices(queues); },
        m_catalogs.next([this](const QList<QueueChoice> &choices) { take(choices); }));
}

void QueueChooser::take(const QList<QueueChoice> &choices)
{
    const QString before = m_box.currentData().toString();
    {
        const QSignalBlocker quiet(m_box);
        const TypedText typed(m_box);
        m_choices->setChoices(choices);
        m_box.setCurrentIndex(m_choices->rowOf(before));
    }
    const int wanted = m_choices->rowOf(m_wanted.value);
    if (wanted >= 0) {
        m_wanted = {};
        m_box.setCurrentIndex(wanted);
    } else if (before.isEmpty() && m_wasShown && !choices.isEmpty()) {
        // What the page is for is seen at once, and any other queue is one choice away.
        m_box.setCurrentIndex(0);
    } else if (m_box.currentData().toString() != before) {
        Q_EMIT chosen(); // it is gone
    }
    Q_EMIT filled();
}

} // namespace queuesmith

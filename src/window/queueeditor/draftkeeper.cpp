#include "window/queueeditor/draftkeeper.h"

#include "window/queueeditor/draftstore.h"
#include "window/queueeditor/editordocument.h"

namespace queuesmith {

namespace {

using namespace std::chrono_literals;
constexpr auto kDraftPause = 1s;

} // namespace

DraftKeeper::DraftKeeper(EditorDocument &document, DraftStore &store, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_store(store)
    , m_clock(clock)
    , m_key(document.key())
{
    connect(&document, &EditorDocument::opened, this, [this] {
        m_timer.cancel();
        m_key = m_document.key();
        m_savedAt = {};
        m_problem.clear();
        m_isWritten = false;
    });
    connect(&document, &EditorDocument::changed, this, &DraftKeeper::takeChange);
    connect(&store, &DraftStore::saved, this, [this](const QString &key, const QDateTime &at) {
        if (key != m_key || !m_isWritten)
            return;
        m_savedAt = at;
        m_problem.clear();
        Q_EMIT changed();
    });
    connect(&store, &DraftStore::saveFailed, this, [this](const QString &key, const QString &why) {
        if (key != m_key)
            return;
        m_problem = why;
        Q_EMIT changed();
    });
}

DraftKeeper::~DraftKeeper()
{
    if (m_timer.isActive())
        write(true);
}

void DraftKeeper::takeChange()
{
    m_timer.cancel();
    if (!m_document.isDirty()) {
        // Undone back to the start, say: there is nothing to keep.
        if (m_isWritten)
            discard();
        return;
    }
    m_timer = m_clock.callAfter(kDraftPause, this, [this] { write(true); });
}

void DraftKeeper::putBy() { write(false); }

void DraftKeeper::discard()
{
    m_timer.cancel();
    m_store.remove(m_key);
    m_isWritten = false;
    m_savedAt = {};
    Q_EMIT changed();
}

void DraftKeeper::write(bool isOpen)
{
    m_timer.cancel();
    if (!m_document.isDirty())
        return;
    m_isWritten = true;
    m_store.save({m_key, m_document.definition(), m_document.base(), m_clock.utcNow(), isOpen});
}

} // namespace queuesmith

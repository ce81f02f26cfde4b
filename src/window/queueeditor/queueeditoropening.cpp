// Which document is open: new ones, queues read from the tenant, files, drafts; and how one is
// left.

#include "call.h"
#include "catalog.h"
#include "checkspane.h"
#include "definitionform.h"
#include "draftkeeper.h"
#include "draftstore.h"
#include "editordocument.h"
#include "queueeditorpage.h"
#include "sentences.h"
#include "tenantclient.h"
#include "tenantsession.h"
#include "threeway.h"
#include "ui_queueeditorpage.h"

#include <algorithm>

namespace queuesmith {

void QueueEditorPage::leaveThen(const std::function<void()> &next)
{
    if (!m_document->isDirty()) {
        next();
        return;
    }
    m_question->say(StatusKind::Warning,
        tr("Unsaved changes in “%1”. Keep them as a draft for later, or discard them?")
            .arg(documentName()),
        {{QStringLiteral("keepDraftButton"), tr("Keep as draft"),
             [this, next] {
                 rememberPutBy({m_document->key(), m_document->definition(), m_document->base(),
                     m_session.clock().utcNow(), false});
                 m_keeper->putBy();
                 m_document->openNew(EditorDocument::blank());
                 next();
             }},
            {QStringLiteral("discardChangesButton"), tr("Discard"),
                [this, next] {
                    m_keeper->discard();
                    m_document->openNew(EditorDocument::blank());
                    next();
                }},
            {QStringLiteral("stayButton"), tr("Stay here"), {}}});
}

void QueueEditorPage::newQueue()
{
    leaveThen([this] {
        m_notice->clear();
        m_document->openNew(EditorDocument::blank());
        m_form->goTo(EditorField::Name);
    });
}

void QueueEditorPage::useCapacity(const QueueId &id, int capacity)
{
    openQueue(id);
    m_capacity = {id, capacity};
}

/// What was asked for before the queue was read.
void QueueEditorPage::takeCapacity(const Queue &queue)
{
    if (!m_capacity || m_capacity->first != queue.id || !m_document->base()
        || m_document->base()->id != queue.id)
        return;
    QueueDefinition changed = m_document->definition();
    changed.capacity = m_capacity->second;
    m_capacity.reset();
    m_document->endTyping();
    m_document->apply(EditorField::Capacity, changed);
    m_form->goTo(EditorField::Capacity);
}

void QueueEditorPage::openQueue(const QueueId &id)
{
    m_capacity.reset();
    if (m_document->base() && m_document->base()->id == id) {
        startReading(id, Purpose::Renew); // it is open already; only its newest state is wanted
        return;
    }
    leaveThen([this, id] { startReading(id, Purpose::Edit); });
}

void QueueEditorPage::cloneQueue(const QueueId &id)
{
    leaveThen([this, id] { startReading(id, Purpose::Clone); });
}

void QueueEditorPage::openDefinition(const ParsedDefinition &definition)
{
    leaveThen([this, definition] {
        m_notice->clear();
        m_document->openNew(definition.definition, definition.problems);
        m_form->reveal();
        if (!definition.problems.isEmpty())
            m_notice->say(hasErrors(definition.problems) ? StatusKind::Warning : StatusKind::Info,
                tr("Problems in this definition are shown under the fields and in Checks."));
    });
}

void QueueEditorPage::startReading(const QueueId &id, Purpose purpose)
{
    if (m_reading)
        m_reading->cancel();
    m_notice->say(StatusKind::Waiting,
        tr("Reading “%1” from the tenant…").arg(m_session.catalog().nameOf(id)),
        {{QStringLiteral("cancelReadingButton"), tr("Cancel"), [this] {
              if (m_reading)
                  m_reading->cancel();
          }}});
    m_reading = m_session.tenant().readQueue(id, this,
        [this, id, purpose](const Result<Queue> &result) { takeReading(result, id, purpose); });
}

void QueueEditorPage::takeReading(const Result<Queue> &result, const QueueId &id, Purpose purpose)
{
    if (!result && result.error().kind == ErrorKind::Cancelled)
        return; // by the person, or for another queue that is being read by now
    m_reading.clear();
    m_notice->clear();
    if (!result) {
        tellUnread(result.error(), id, purpose);
        return;
    }
    if (purpose == Purpose::Renew) {
        renew(result.value());
        takeCapacity(result.value());
    } else if (m_document->isDirty()) { // changed while the answer was under way
        leaveThen([this, queue = result.value(), purpose] {
            purpose == Purpose::Edit ? openRead(queue) : openClone(queue);
        });
    } else {
        purpose == Purpose::Edit ? openRead(result.value()) : openClone(result.value());
    }
}

void QueueEditorPage::tellUnread(const Error &error, const QueueId &id, Purpose purpose)
{
    QList<NoticeBar::Choice> ways{{QStringLiteral("tryAgainButton"), tr("Try again"),
        [this, id, purpose] { startReading(id, purpose); }}};
    if (liesWithConnection(error))
        ways.append({QStringLiteral("noticeConnectionButton"), editConnectionText(),
            [this] { Q_EMIT connectionRequested(); }});
    ways.append({QStringLiteral("dismissNoticeButton"), tr("Dismiss"), {}});
    m_notice->say(StatusKind::Error,
        tr("“%1” could not be read. %2").arg(m_session.catalog().nameOf(id), sentenceOf(error)),
        ways);
}

void QueueEditorPage::openRead(const Queue &queue)
{
    const auto draft = std::find_if(m_putBy.cbegin(), m_putBy.cend(),
        [key = draftKeyOf(queue.id)](const Draft &one) { return one.key == key; });
    if (draft == m_putBy.cend()) {
        m_document->openExisting(queue);
    } else {
        restoreDraft(Draft(*draft));
        renew(queue);
    }
    takeCapacity(queue);
}

void QueueEditorPage::openClone(const Queue &queue)
{
    QueueDefinition definition = queue.definition;
    definition.name = tr("%1 (copy)").arg(definition.name);
    m_document->openNew(definition);
    m_form->reveal();
    m_form->goTo(EditorField::Name);
}

void QueueEditorPage::renew(const Queue &queue)
{
    if (!m_document->base() || m_document->base()->id != queue.id)
        return;
    if (m_document->isDirty())
        markConflict(queue);
    else
        m_document->openExisting(queue);
}

void QueueEditorPage::markConflict(const Queue &theirs)
{
    if (!m_document->base() || m_document->base()->id != theirs.id)
        return;
    const bool differs = m_document->base()->definition != theirs.definition;
    m_document->rebase(theirs);
    if (!differs)
        return;
    m_notice->say(StatusKind::Warning,
        m_document->undecided().isEmpty()
            ? tr("The queue has since been changed in the tenant, in fields you haven't touched. "
                 "The form now has both changes; see Compare.")
            : tr("The queue has since been changed in the tenant, including fields you changed. "
                 "Nothing is lost: decide field by field under Compare."));
    m_pane->showCompare(!m_document->undecided().isEmpty());
}

void QueueEditorPage::refresh()
{
    m_session.catalog().refreshQueues();
    m_session.catalog().refreshSkills();
    if (m_document->base())
        startReading(m_document->base()->id, Purpose::Renew);
}

void QueueEditorPage::shown()
{
    if (m_document->isNew() && m_document->definition().name.isEmpty())
        m_form->goTo(EditorField::Name);
}

QString QueueEditorPage::sentKeyOf(const Queue &queue) const
{
    const QString existing = draftKeyOf(queue.id);
    if (m_sent.contains(existing))
        return existing;
    for (auto sent = m_sent.cbegin(); sent != m_sent.cend(); ++sent) {
        if (sent.key().startsWith(QLatin1StringView("new-"))
            && sent.value().name == queue.definition.name)
            return sent.key();
    }
    return m_document->key();
}

void QueueEditorPage::adoptSaved(const Queue &queue)
{
    const QString key = sentKeyOf(queue);
    const QueueDefinition sent = m_sent.value(key, m_document->definition());
    m_sent.remove(key);
    m_putBy.removeIf([&key](const Draft &draft) { return draft.key == key; });
    if (key != m_document->key()) {
        m_store->remove(key);
        return;
    }
    const QueueDefinition mine = m_document->definition();
    m_keeper->discard();
    m_notice->clear(); // a conflict, say, is over
    m_document->adoptSaved(queue);
    if (mine != sent)
        m_document->apply(EditorField::Whole, merged(sent, mine, queue.definition));
}

} // namespace queuesmith

#include "window/queueeditor/editoropening.h"

#include "cxone/call.h"
#include "cxone/tenantclient.h"
#include "domain/background.h"
#include "window/appearance/sentences.h"
#include "window/page/page.h"
#include "window/queueeditor/checkspane.h"
#include "window/queueeditor/definitionfiles.h"
#include "window/queueeditor/definitionform.h"
#include "window/queueeditor/draftkeeper.h"
#include "window/queueeditor/draftstore.h"
#include "window/queueeditor/editordocument.h"
#include "window/queueeditor/noticebar.h"
#include "window/queueeditor/threeway.h"
#include "window/session/catalog.h"
#include "window/session/tenantsession.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace queuesmith {

EditorOpening::EditorOpening(TenantSession &session, const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_document(parts.document)
    , m_store(parts.store)
    , m_keeper(parts.keeper)
    , m_form(parts.form)
    , m_pane(parts.pane)
    , m_question(parts.question)
    , m_notice(parts.notice)
{
    connect(&m_session, &TenantSession::queueSettled, this, &EditorOpening::takeSettled);
    readDrafts();
}

void EditorOpening::leaveThen(const std::function<void()> &next)
{
    if (!m_document.isDirty()) {
        next();
        return;
    }
    m_question.say(StatusKind::Warning,
        tr("Unsaved changes in “%1”. Keep them as a draft for later, or discard them?")
            .arg(m_document.title()),
        {{QStringLiteral("keepDraftButton"), tr("Keep as draft"),
             [this, next] {
                 dropDraft(m_document.key());
                 m_putBy.prepend(asDraft(false));
                 m_keeper.putBy();
                 m_document.openNew(EditorDocument::blank());
                 next();
             }},
            {QStringLiteral("discardChangesButton"), tr("Discard"),
                [this, next] {
                    m_keeper.discard();
                    m_document.openNew(EditorDocument::blank());
                    next();
                }},
            {QStringLiteral("stayButton"), tr("Stay here"), {}}});
}

void EditorOpening::newQueue()
{
    leaveThen([this] {
        m_notice.clear();
        m_document.openNew(EditorDocument::blank());
        m_form.goTo(EditorField::Name);
    });
}

void EditorOpening::useCapacity(const QueueId &id, int capacity)
{
    openQueue(id);
    m_capacity = {id, capacity};
}

/// What was asked for before the queue was read.
void EditorOpening::takeCapacity(const Queue &queue)
{
    if (!m_capacity || m_capacity->first != queue.id || !m_document.base()
        || m_document.base()->id != queue.id)
        return;
    QueueDefinition changed = m_document.definition();
    changed.capacity = m_capacity->second;
    m_capacity.reset();
    m_document.endTyping();
    m_document.apply(EditorField::Capacity, changed);
    m_form.goTo(EditorField::Capacity);
}

void EditorOpening::openQueue(const QueueId &id)
{
    m_capacity.reset();
    if (m_document.base() && m_document.base()->id == id) {
        reread(); // it is open already; only its newest state is wanted
        return;
    }
    leaveThen([this, id] { startReading(id, Purpose::Edit); });
}

void EditorOpening::cloneQueue(const QueueId &id)
{
    leaveThen([this, id] { startReading(id, Purpose::Clone); });
}

void EditorOpening::cloneDocument()
{
    if (m_document.base())
        cloneQueue(m_document.base()->id);
    else
        leaveThen([this] { openClone(m_document.definition()); });
}

void EditorOpening::openDefinition(const ParsedDefinition &definition)
{
    leaveThen([this, definition] {
        m_notice.clear();
        m_document.openNew(definition.definition, definition.problems);
        m_form.reveal();
        if (!definition.problems.isEmpty())
            m_notice.say(hasErrors(definition.problems) ? StatusKind::Warning : StatusKind::Info,
                tr("Problems in this definition are shown under the fields and in Checks."));
    });
}

void EditorOpening::importFile(const QString &path)
{
    runInBackground(
        this, [path] { return readDefinition(path); },
        [this](const Result<ParsedDefinition> &definition) {
            if (definition)
                openDefinition(definition.value());
            else
                m_notice.say(StatusKind::Error,
                    tr("The definition was not imported. %1 The form is unchanged; correct the "
                       "file, then import it again.")
                        .arg(sentenceOf(definition.error())));
        });
}

void EditorOpening::exportFile(const QString &path)
{
    runInBackground(
        this,
        [path, definition = m_document.definition()] { return writeDefinition(path, definition); },
        [this, path](const Status &status) {
            if (status)
                Q_EMIT exported(path);
            else
                m_notice.say(StatusKind::Error, sentenceOf(status.error()));
        });
}

void EditorOpening::reread()
{
    if (m_document.base())
        startReading(m_document.base()->id, Purpose::Renew);
}

void EditorOpening::startReading(const QueueId &id, Purpose purpose)
{
    if (m_reading)
        m_reading->cancel();
    m_notice.say(StatusKind::Waiting,
        tr("Reading “%1” from the tenant…").arg(m_session.catalog().nameOf(id)),
        {{QStringLiteral("cancelReadingButton"), tr("Cancel"), [this] {
              if (m_reading)
                  m_reading->cancel();
          }}});
    m_reading = m_session.tenant().readQueue(id, this,
        [this, id, purpose](const Result<Queue> &result) { takeReading(result, id, purpose); });
}

void EditorOpening::takeReading(const Result<Queue> &result, const QueueId &id, Purpose purpose)
{
    if (!result && result.error().kind == ErrorKind::Cancelled)
        return; // by the person, or for another queue that is being read by now
    m_reading.clear();
    m_notice.clear();
    if (!result) {
        tellUnread(result.error(), id, purpose);
        return;
    }
    if (purpose == Purpose::Renew) {
        renew(result.value());
        takeCapacity(result.value());
        return;
    }
    // It may have been changed while the answer was under way.
    leaveThen([this, queue = result.value(), purpose] {
        purpose == Purpose::Edit ? openRead(queue) : openClone(queue.definition);
    });
}

void EditorOpening::tellUnread(const Error &error, const QueueId &id, Purpose purpose)
{
    QList<NoticeBar::Choice> ways{{QStringLiteral("tryAgainButton"), tr("Try again"),
        [this, id, purpose] { startReading(id, purpose); }}};
    if (Page::liesWithConnection(error))
        ways.append({QStringLiteral("noticeConnectionButton"), Page::editConnectionText(),
            [this] { Q_EMIT connectionRequested(); }});
    ways.append({QStringLiteral("dismissNoticeButton"), tr("Dismiss"), {}});
    m_notice.say(StatusKind::Error,
        tr("“%1” could not be read. %2").arg(m_session.catalog().nameOf(id), sentenceOf(error)),
        ways);
}

void EditorOpening::openRead(const Queue &queue)
{
    const auto draft = std::find_if(m_putBy.cbegin(), m_putBy.cend(),
        [key = draftKeyOf(queue.id)](const Draft &one) { return one.key == key; });
    if (draft == m_putBy.cend()) {
        m_document.openExisting(queue);
    } else {
        restoreDraft(Draft(*draft));
        renew(queue);
    }
    takeCapacity(queue);
}

void EditorOpening::openClone(QueueDefinition definition)
{
    definition.name = tr("%1 (copy)").arg(definition.name);
    m_document.openNew(definition);
    m_form.reveal();
    m_form.goTo(EditorField::Name);
}

void EditorOpening::renew(const Queue &queue)
{
    if (!m_document.base() || m_document.base()->id != queue.id)
        return;
    if (m_document.isDirty())
        markConflict(queue);
    else
        m_document.openExisting(queue);
}

void EditorOpening::markConflict(const Queue &theirs)
{
    if (!m_document.base() || m_document.base()->id != theirs.id)
        return;
    const bool differs = m_document.base()->definition != theirs.definition;
    m_document.rebase(theirs);
    if (!differs)
        return;
    m_notice.say(StatusKind::Warning,
        m_document.undecided().isEmpty()
            ? tr("The queue has since been changed in the tenant, in fields you haven't touched. "
                 "The form now has both changes; see Compare.")
            : tr("The queue has since been changed in the tenant, including fields you changed. "
                 "Nothing is lost: decide field by field under Compare."));
    m_pane.showCompare(!m_document.undecided().isEmpty());
}

void EditorOpening::rememberSent() { m_sent.insert(m_document.key(), m_document.definition()); }

QString EditorOpening::sentKeyOf(const Queue &queue) const
{
    const QString existing = draftKeyOf(queue.id);
    if (m_sent.contains(existing))
        return existing;
    for (auto sent = m_sent.cbegin(); sent != m_sent.cend(); ++sent) {
        if (sent.key().startsWith(QLatin1StringView("new-"))
            && sent.value().name == queue.definition.name)
            return sent.key();
    }
    return m_document.key();
}

void EditorOpening::adoptSaved(const Queue &queue)
{
    const QString key = sentKeyOf(queue);
    const QueueDefinition sent = m_sent.value(key, m_document.definition());
    m_sent.remove(key);
    dropDraft(key);
    if (key != m_document.key()) {
        m_store.remove(key);
        return;
    }
    m_notice.clear(); // a conflict, say, is over
    takeSaved(queue, sent);
}

/// The tenant has what was sent of the document; what was edited since is a change of that.
void EditorOpening::takeSaved(const Queue &queue, const QueueDefinition &sent)
{
    const QueueDefinition mine = m_document.definition();
    m_keeper.discard();
    m_document.adoptSaved(queue);
    if (mine != sent)
        m_document.apply(EditorField::Whole, merged(sent, mine, queue.definition));
}

void EditorOpening::readDrafts()
{
    m_store.readAll(this, [this](const DraftStore::Found &found) {
        QList<Draft> drafts = found.drafts;
        const auto open = std::find_if(
            drafts.cbegin(), drafts.cend(), [](const Draft &draft) { return draft.isOpen; });
        // The person may have begun something else by now; then it waits with the others.
        const bool restores =
            open != drafts.cend() && m_document.isNew() && !m_document.isDirty() && !m_reading;
        const std::optional<Draft> latest = restores ? std::optional(*open) : std::nullopt;
        m_putBy = drafts + m_putBy;
        if (latest)
            restoreDraft(*latest);
        m_areDraftsRead = true;
        joinSettled();
        if (!found.setAside.isEmpty())
            m_question.say(StatusKind::Warning,
                tr("A draft could not be read, so it was not restored. It was kept as %1 in the "
                   "drafts folder.")
                    .arg(found.setAside.join(QStringLiteral(", "))));
    });
}

Draft EditorOpening::asDraft(bool isOpen) const
{
    return {m_document.key(), m_document.definition(), m_document.base(),
        m_session.clock().utcNow(), isOpen};
}

void EditorOpening::openDraft(const Draft &draft)
{
    leaveThen([this, draft] { restoreDraft(draft); });
}

void EditorOpening::restoreDraft(const Draft &draft)
{
    dropDraft(draft.key);
    m_document.restore(draft.key, draft.definition, draft.base);
    const QDateTime saved = draft.savedAt.toLocalTime();
    m_notice.say(StatusKind::Info,
        tr("Restored what you were editing on %1.")
            .arg(QLocale().toString(saved, QLocale::ShortFormat)),
        {{QStringLiteral("discardRestoredButton"), tr("Discard draft"), [this] { discardDraft(); }},
            {QStringLiteral("dismissNoticeButton"), tr("Dismiss"), {}}});
}

void EditorOpening::dropDraft(const QString &key)
{
    m_putBy.removeIf([&key](const Draft &draft) { return draft.key == key; });
}

void EditorOpening::discardDraft()
{
    if (!m_document.isDirty())
        return;
    const Draft discarded = asDraft(true);
    m_keeper.discard();
    if (m_document.base())
        m_document.openExisting(Queue(*m_document.base()));
    else
        m_document.openNew(EditorDocument::blank());
    m_notice.say(StatusKind::Info, tr("The draft was discarded."),
        {{QStringLiteral("bringBackButton"), tr("Bring it back"),
             [this, discarded] { openDraft(discarded); }},
            {QStringLiteral("dismissNoticeButton"), tr("Dismiss"), {}}});
}

void EditorOpening::takeSettled(const Queue &queue, const QJsonObject &sent)
{
    const QueueDefinition definition = parseDefinition(sent).definition;
    m_settled.insert(definition.name, {queue, definition});
    if (m_areDraftsRead) // else they join as soon as they are
        joinSettled();
}

/// Drafts of new queues that were made after all: what was sent is done, what was edited since is a
/// change of that queue.
void EditorOpening::joinSettled()
{
    const QHash<QString, SettledWork> settled = std::exchange(m_settled, {});
    m_putBy.removeIf([this, &settled](const Draft &draft) {
        const auto made = settled.constFind(draft.definition.name);
        const bool isDone = !draft.base && made != settled.cend() && made->sent == draft.definition;
        if (isDone)
            m_store.remove(draft.key);
        return isDone;
    });
    const QString name = m_document.definition().name;
    const auto made = settled.constFind(name);
    if (!m_document.isNew() || !m_document.isDirty() || made == settled.cend())
        return;
    m_sent.remove(m_document.key());
    takeSaved(made->queue, made->sent);
    m_notice.say(StatusKind::Info,
        tr("“%1” was created after all, so its draft became that queue.").arg(name));
}

} // namespace queuesmith

// Definition files and drafts.

#include "call.h"
#include "definitionfiles.h"
#include "draftkeeper.h"
#include "draftstore.h"
#include "editordocument.h"
#include "queueeditorpage.h"
#include "sentences.h"
#include "tenantsession.h"
#include "threeway.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace queuesmith {

void QueueEditorPage::importFile(const QString &path)
{
    runInBackground(
        this, [path] { return readDefinition(path); },
        [this](const Result<ParsedDefinition> &definition) {
            if (definition)
                openDefinition(definition.value());
            else
                m_notice->say(StatusKind::Error,
                    tr("The definition was not imported. %1 The form is unchanged; correct the "
                       "file, then import it again.")
                        .arg(sentenceOf(definition.error())));
        });
}

void QueueEditorPage::exportFile(const QString &path)
{
    runInBackground(
        this,
        [path, definition = m_document->definition()] { return writeDefinition(path, definition); },
        [this, path](const Status &status) {
            if (status)
                Q_EMIT fileWritten(path);
            else
                m_notice->say(StatusKind::Error, sentenceOf(status.error()));
        });
}

void QueueEditorPage::readDrafts()
{
    m_store->readAll(this, [this](const DraftStore::Found &found) {
        QList<Draft> drafts = found.drafts;
        const auto open = std::find_if(
            drafts.cbegin(), drafts.cend(), [](const Draft &draft) { return draft.isOpen; });
        // The person may have begun something else by now; then it waits with the others.
        const bool restores =
            open != drafts.cend() && m_document->isNew() && !m_document->isDirty() && !m_reading;
        const std::optional<Draft> latest = restores ? std::optional(*open) : std::nullopt;
        m_putBy = drafts + m_putBy;
        if (latest)
            restoreDraft(*latest);
        m_areDraftsRead = true;
        joinSettled();
        if (!found.setAside.isEmpty())
            m_question->say(StatusKind::Warning,
                tr("A draft could not be read, so it was not restored. It was kept as %1 in the "
                   "drafts folder.")
                    .arg(found.setAside.join(QStringLiteral(", "))));
    });
}

void QueueEditorPage::restoreDraft(const Draft &draft)
{
    m_putBy.removeIf([&draft](const Draft &other) { return other.key == draft.key; });
    m_document->restore(draft.key, draft.definition, draft.base);
    const QDateTime saved = draft.savedAt.toLocalTime();
    m_notice->say(StatusKind::Info,
        tr("Restored what you were editing on %1.")
            .arg(QLocale().toString(saved, QLocale::ShortFormat)),
        {{QStringLiteral("discardRestoredButton"), tr("Discard draft"), [this] { discardDraft(); }},
            {QStringLiteral("dismissNoticeButton"), tr("Dismiss"), {}}});
}

void QueueEditorPage::takeSettled(const Queue &queue, const QJsonObject &sent)
{
    const QueueDefinition definition = parseDefinition(sent).definition;
    m_settled.insert(definition.name, {queue, definition});
    if (m_areDraftsRead) // else they join as soon as they are
        joinSettled();
}

/// Drafts of new queues that were made after all: what was sent is done, what was edited since is a
/// change of that queue.
void QueueEditorPage::joinSettled()
{
    const QHash<QString, SettledWork> settled = std::exchange(m_settled, {});
    m_putBy.removeIf([this, &settled](const Draft &draft) {
        const auto made = settled.constFind(draft.definition.name);
        const bool isDone = !draft.base && made != settled.cend() && made->sent == draft.definition;
        if (isDone)
            m_store->remove(draft.key);
        return isDone;
    });
    const QueueDefinition mine = m_document->definition();
    const auto made = settled.constFind(mine.name);
    if (!m_document->isNew() || !m_document->isDirty() || made == settled.cend())
        return;
    m_sent.remove(m_document->key());
    m_keeper->discard();
    m_document->adoptSaved(made->queue);
    if (mine != made->sent)
        m_document->apply(EditorField::Whole, merged(made->sent, mine, made->queue.definition));
    m_notice->say(StatusKind::Info,
        tr("“%1” was created after all, so its draft became that queue.").arg(mine.name));
}

void QueueEditorPage::rememberPutBy(const Draft &draft)
{
    m_putBy.removeIf([&draft](const Draft &other) { return other.key == draft.key; });
    m_putBy.prepend(draft);
}

void QueueEditorPage::discardDraft()
{
    if (!m_document->isDirty())
        return;
    const Draft draft{m_document->key(), m_document->definition(), m_document->base(),
        m_session.clock().utcNow(), true};
    m_keeper->discard();
    if (m_document->base())
        m_document->openExisting(Queue(*m_document->base()));
    else
        m_document->openNew(EditorDocument::blank());
    m_notice->say(StatusKind::Info, tr("The draft was discarded."),
        {{QStringLiteral("bringBackButton"), tr("Bring it back"),
             [this, draft] { leaveThen([this, draft] { restoreDraft(draft); }); }},
            {QStringLiteral("dismissNoticeButton"), tr("Dismiss"), {}}});
}

} // namespace queuesmith

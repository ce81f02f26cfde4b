#include "window/queueeditor/tenantchecks.h"

#include "domain/background.h"
#include "window/queueeditor/editordocument.h"

namespace queuesmith {

namespace {

using namespace std::chrono_literals;
constexpr auto kCheckPause = 500ms;

} // namespace

TenantChecks::TenantChecks(EditorDocument &document, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_clock(clock)
    , m_facts(std::make_shared<const TenantFacts>())
{
    connect(&document, &EditorDocument::opened, this, &TenantChecks::reset);
    connect(&document, &EditorDocument::changed, this, &TenantChecks::checkLater);
    connect(&document, &EditorDocument::baseChanged, this, &TenantChecks::checkLater);
    checkNow();
}

TenantChecks::~TenantChecks() { releaseInBackground(std::move(m_facts)); }

void TenantChecks::setFacts(const TenantFacts &facts)
{
    releaseInBackground(std::exchange(m_facts, std::make_shared<const TenantFacts>(facts)));
    checkNow();
}

void TenantChecks::reset()
{
    m_checked.reset();
    m_problems.clear();
    checkNow();
}

void TenantChecks::checkLater()
{
    m_asked.renew();
    m_isRunning = true;
    m_timer.cancel();
    m_timer = m_clock.callAfter(kCheckPause, this, [this] { checkNow(); });
    Q_EMIT changed();
}

void TenantChecks::checkNow()
{
    m_timer.cancel();
    m_isRunning = true;
    const QueueDefinition definition = m_document.definition();
    const QueueId ownId = m_document.base() ? m_document.base()->id : QueueId();
    runInBackground(
        this,
        [definition, facts = m_facts, ownId] {
            return checkAgainstTenant(definition, *facts, ownId);
        },
        m_asked.next([this, definition](const Problems &problems) {
            m_problems = problems;
            m_checked = definition;
            m_isRunning = false;
            Q_EMIT changed();
            Q_EMIT finished();
        }));
    Q_EMIT changed();
}

} // namespace queuesmith

#include "window/queueeditor/sendchecks.h"

#include "window/queueeditor/checkspane.h"
#include "window/queueeditor/definitionform.h"
#include "window/queueeditor/editordocument.h"
#include "window/queueeditor/tenantchecks.h"
#include "window/session/catalog.h"
#include "window/session/tenantsession.h"

#include <algorithm>

namespace queuesmith {

SendChecks::SendChecks(TenantSession &session, EditorDocument &document, TenantChecks &checks,
    DefinitionForm &form, ChecksPane &pane, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_document(document)
    , m_checks(checks)
    , m_form(form)
    , m_pane(pane)
{
    connect(&document, &EditorDocument::opened, this, [this] {
        m_isAskedFor = !m_document.isNew();
        m_wish = Wish::None;
        m_validation = {};
    });
    connect(&document, &EditorDocument::changed, this, [this] {
        m_wish = Wish::None; // it was for what the document said then
        m_validation = {};
    });
    connect(&document, &EditorDocument::problemsChanged, this, &SendChecks::update);
    connect(&checks, &TenantChecks::changed, this, &SendChecks::update);
    connect(&checks, &TenantChecks::finished, this, [this] {
        m_form.setTenantProblems(m_checks.problems());
        if (m_wish != Wish::None)
            pursue(m_wish);
    });
    connect(&pane, &ChecksPane::activated, this, &SendChecks::goTo);
    connect(&session, &TenantSession::recordsOpened, this, &SendChecks::update);
}

void SendChecks::update()
{
    CheckInput input;
    input.definition = m_document.definition();
    input.isNew = m_document.isNew();
    input.own = m_document.ownProblems();
    input.tenantErrors = m_document.tenantErrors();
    input.tenant = m_checks.problems();
    input.checked = m_checks.checked();
    input.licensedAgents = m_session.connection().licensedAgents;
    input.isAskedFor = m_isAskedFor;
    input.undecided = m_document.undecided().values();
    input.undecided.sort();
    input.sendingForbidden = m_session.sendingForbidden();
    m_pane.setItems(describeChecks(input));
    updateState();
}

void SendChecks::updateState()
{
    const auto isLoading = [](const LoadState &s) { return s.phase == LoadState::Phase::Loading; };
    const Catalog &catalog = m_session.catalog();
    if (isLoading(catalog.queueState()) || isLoading(catalog.skillState())) {
        m_pane.setState(StatusKind::Waiting, tr("reading the tenant…"));
    } else if (m_checks.isRunning()) {
        m_pane.setState(StatusKind::Waiting, tr("checking…"));
    } else {
        if (m_validation.isAwaited)
            takeValidation();
        m_pane.setState(m_validation.kind, m_validation.said);
    }
}

/// The lists were read and everything was checked: says how it went, and when.
void SendChecks::takeValidation()
{
    const QList<CheckItem> &items = m_pane.items();
    const auto count = [&items](StatusKind kind) {
        return static_cast<int>(std::count_if(items.cbegin(), items.cend(),
            [kind](const CheckItem &item) { return item.kind == kind; }));
    };
    const QString time = m_session.clock().utcNow().toLocalTime().toString(QStringLiteral("HH:mm"));
    const int errors = count(StatusKind::Error);
    const int unsure = count(StatusKind::Warning) + count(StatusKind::Unknown);
    const int passed = static_cast<int>(items.size()) - errors - unsure;
    m_validation.isAwaited = false;
    m_validation.kind = errors > 0 ? StatusKind::Error
        : unsure > 0               ? StatusKind::Warning
                                   : StatusKind::Ok;
    const QString all = QString::number(items.size());
    m_validation.said = errors + unsure == 0
        ? tr("All %1 checks passed, %2").arg(all, time)
        : tr("%1 of %2 checks passed, %3").arg(QString::number(passed), all, time);
}

void SendChecks::goTo(qsizetype row)
{
    if (row < 0 || row >= m_pane.items().size())
        return;
    const CheckItem item = m_pane.items().at(row);
    m_pane.select(static_cast<int>(row));
    if (item.isConflict)
        m_pane.showCompare(true);
    else if (item.field == EditorField::Whole)
        m_pane.focusChecks();
    else
        m_form.goTo(item.field);
}

bool SendChecks::canSend() const
{
    return !m_checks.isRunning() && firstForbidding(m_pane.items()) < 0
        && !hasErrors(m_checks.problems());
}

Review SendChecks::review() const
{
    Review review;
    review.wanted = {m_document.definition(), m_document.ownProblems()};
    review.base = m_document.base();
    for (const CheckItem &item : m_pane.items())
        review.checks.append({item.kind, item.text});
    review.skillNames = m_form.skillNames(review.wanted.definition.skillGroups
        + (review.base ? review.base->definition.skillGroups : QList<SkillId>()));
    return review;
}

void SendChecks::validate()
{
    m_isAskedFor = true;
    m_form.reveal();
    m_validation = {true, StatusKind::Ok, {}};
    m_session.catalog().refreshQueues();
    m_session.catalog().refreshSkills();
    m_checks.checkNow();
}

void SendChecks::pursue(Wish wish)
{
    m_wish = Wish::None;
    if (!m_form.isVisible())
        return; // asked for from another page: what would be sent is to be seen first
    m_isAskedFor = true;
    m_form.reveal();
    update();
    const qsizetype forbidding = firstForbidding(m_pane.items());
    if (forbidding >= 0) {
        goTo(forbidding);
        return;
    }
    if (m_checks.isRunning()) {
        m_checks.checkNow();
        m_wish = wish;
        return;
    }
    if (wish == Wish::Review)
        Q_EMIT reviewRequested();
    else
        Q_EMIT provisionRequested();
}

} // namespace queuesmith

// What the checks say about the document, and what follows from it.

#include "catalog.h"
#include "checklistmodel.h"
#include "comparepane.h"
#include "definitionform.h"
#include "editordocument.h"
#include "queueeditorpage.h"
#include "tenantchecks.h"
#include "tenantsession.h"
#include "ui_queueeditorpage.h"

namespace queuesmith {

void QueueEditorPage::updateChecks()
{
    CheckInput input;
    input.definition = m_document->definition();
    input.isNew = m_document->isNew();
    input.own = m_document->ownProblems();
    input.tenantErrors = m_document->tenantErrors();
    input.tenant = m_checks->problems();
    input.checked = m_checks->checked();
    input.licensedAgents = m_session.connection().licensedAgents;
    input.isAskedFor = m_isAskedFor;
    input.undecided = m_document->undecided().values();
    input.undecided.sort();
    input.sendingForbidden = m_session.sendingForbidden();
    m_items->setItems(describeChecks(input));
    const auto isLoading = [](const LoadState &s) { return s.phase == LoadState::Phase::Loading; };
    const Catalog &catalog = m_session.catalog();
    const bool reads = isLoading(catalog.queueState()) || isLoading(catalog.skillState());
    m_ui->checksState->setText(reads ? statusText(StatusKind::Waiting, tr("reading the tenant…"))
            : m_checks->isRunning()  ? statusText(StatusKind::Waiting, tr("checking…"))
                                     : QString());
}

void QueueEditorPage::goToCheck(qsizetype row)
{
    if (row < 0 || row >= m_items->items().size())
        return;
    const CheckItem item = m_items->items().at(row);
    m_ui->checksList->setCurrentIndex(m_items->index(static_cast<int>(row)));
    if (item.isConflict) {
        m_ui->tabs->setCurrentWidget(m_ui->compareTab);
        m_compare->goToUndecided();
    } else if (item.field == EditorField::Whole) {
        m_ui->checksList->setFocus(Qt::OtherFocusReason);
    } else {
        m_form->goTo(item.field);
    }
}

bool QueueEditorPage::canSend() const
{
    return !m_checks->isRunning() && firstForbidding(m_items->items()) < 0
        && !hasErrors(m_checks->problems());
}

Review QueueEditorPage::review() const
{
    Review review;
    review.wanted = {m_document->definition(), m_document->ownProblems()};
    review.base = m_document->base();
    for (const CheckItem &item : m_items->items())
        review.checks.append({item.kind, item.text});
    return review;
}

void QueueEditorPage::showTenantErrors(const QList<FieldError> &errors)
{
    m_form->showTenantErrors(errors);
}

} // namespace queuesmith

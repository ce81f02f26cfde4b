#include "workspace.h"

#include "banner.h"
#include "catalog.h"
#include "commandpalette.h"
#include "tenantsession.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace queuesmith {

Workspace::Workspace(TenantSession &session, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_banner(new Banner(this))
    , m_stack(new QStackedWidget(this))
{
    Q_UNUSED(settings)
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_banner);
    rows->addWidget(m_stack, 1);
    connect(&session, &TenantSession::recordsOpened, this, &Workspace::tellRecords);
}

void Workspace::addPlace(const QString &title, const QString &icon, Page *page)
{
    m_places.append({title, icon, page});
    m_stack->addWidget(page);
    // An action of a page that isn't seen brings it to the front.
    for (const Page::MenuEntry &entry : page->menuEntries())
        connect(entry.action, &QAction::triggered, this, [this, page] { showPage(page); });
}

Page *Workspace::currentPage() const { return qobject_cast<Page *>(m_stack->currentWidget()); }

void Workspace::showPage(Page *page)
{
    if (page == currentPage())
        return;
    m_stack->setCurrentWidget(page);
    page->shown();
    Q_EMIT pageChanged(page);
}

void Workspace::refresh()
{
    if (Page *page = currentPage())
        page->refresh();
}

QList<PaletteEntry> Workspace::queueEntries() { return {}; }

void Workspace::tellRecords()
{
    if (!m_session.recordsProblem()) {
        m_banner->clear();
        return;
    }
    m_banner->show(StatusKind::Error,
        tr("Nothing can be sent. %1").arg(m_session.recordsProblem()->message), tr("Try again"),
        [this] { m_session.openRecords(); });
}

} // namespace queuesmith

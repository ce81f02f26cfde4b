#pragma once

#include "page.h"

#include <QList>
#include <QWidget>

class QStackedWidget;

namespace queuesmith {

class Banner;
class Settings;
class TenantSession;
struct PaletteEntry;

/// The pages of one session, and the ways between them.
class Workspace final : public QWidget {
    Q_OBJECT

public:
    struct Place {
        QString title; ///< as the navigation shows it
        QString icon; ///< stem in resources/icons
        Page *page;
    };

    Workspace(TenantSession &session, Settings &settings, QWidget *parent = nullptr);

    [[nodiscard]] TenantSession &session() const { return m_session; }
    [[nodiscard]] const QList<Place> &places() const { return m_places; }
    [[nodiscard]] Page *currentPage() const;
    void showPage(Page *page);
    void refresh();

    /// Queues by name, for the palette.
    [[nodiscard]] QList<PaletteEntry> queueEntries();

    /// Another page is seen; it may be one that the navigation doesn't list.
    Q_SIGNAL void pageChanged(queuesmith::Page *page);

private:
    void addPlace(const QString &title, const QString &icon, Page *page);
    void tellRecords();

    TenantSession &m_session;
    QList<Place> m_places;
    Banner *m_banner;
    QStackedWidget *m_stack;
};

} // namespace queuesmith

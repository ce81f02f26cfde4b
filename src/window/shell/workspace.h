#pragma once

#include "domain/ids.h"
#include "window/page/page.h"

#include <QList>
#include <QWidget>

class QStackedWidget;

namespace queuesmith {

class AuditLogPage;
class Banner;
class ExportRetry;
class QueueEditorPage;
class QueuesPage;
class ReviewPage;
class SendController;
class Settings;
class TenantSession;
class WaitTimesPage;
class WfmSyncPage;
struct PaletteEntry;
struct ProvisionReport;
struct Review;

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
    ~Workspace() override; ///< keeps how columns and splitters were left

    [[nodiscard]] TenantSession &session() const { return m_session; }
    [[nodiscard]] const QList<Place> &places() const { return m_places; }
    [[nodiscard]] Page *currentPage() const;
    void showPage(Page *page);
    void refresh();

    /// Queues by name, for the palette.
    [[nodiscard]] QList<PaletteEntry> queueEntries();

    /// Opens a definition file in the editor.
    void importFile(const QString &path);

    /// The form of this connection is wanted.
    Q_SIGNAL void connectionRequested();
    /// This page is to be seen; it may be one that the navigation doesn't list.
    Q_SIGNAL void pageChanged(queuesmith::Page *page);

private:
    void buildPages();
    /// The pages whose columns and splitters are kept here; the queues keep their own.
    [[nodiscard]] QList<Page *> pagesWithLayouts() const;
    [[nodiscard]] QWidget *areaOf(const Page *page) const;
    void addPlace(const QString &title, const QString &icon, Page *page);
    void connectPages();
    void connectSending();
    void openInEditor(const QueueId &id);
    void showWaitTimes(const QueueId &id);
    void showReview();
    void provision();
    void send(const Review &review, const QString &reason);
    void takeReport(const QString &document, const ProvisionReport &report);
    void tellRecords();
    void tellWritten(const QString &path);

    TenantSession &m_session;
    Settings &m_settings;
    QList<Place> m_places;
    Banner *m_banner;
    Banner *m_written; ///< where an export went
    QStackedWidget *m_stack;
    QueuesPage *m_queues = nullptr;
    QueueEditorPage *m_editor = nullptr;
    ReviewPage *m_review = nullptr;
    WaitTimesPage *m_waits = nullptr;
    WfmSyncPage *m_wfm = nullptr;
    AuditLogPage *m_audit = nullptr;
    SendController *m_sender = nullptr;
    ExportRetry *m_exportRetry = nullptr;
};

} // namespace queuesmith

#pragma once

#include "domain/clock.h"
#include "records/records.h"
#include "window/appearance/status.h"
#include "window/page/page.h"

#include <memory>
#include <optional>

namespace Ui {
class WfmSyncPage;
}

namespace queuesmith {

class ExportsModel;

/// The event-stream exports of the tenant, and delivering what isn't delivered yet.
class WfmSyncPage final : public Page {
    Q_OBJECT

public:
    /// `tenant` as in the records: scheme, host and port. `records` is read when the page is
    /// shown(), and at refresh(), which is due once it was opened. Both references must outlive
    /// this.
    WfmSyncPage(Records &records, const TenantId &tenant, Clock &clock, QWidget *parent = nullptr);
    ~WfmSyncPage() override;

    void refresh() override;
    void shown() override;

    /// While exports are being delivered they can't be delivered once more.
    void setRetrying(bool retrying);

    /// Whether the connection names an endpoint, without which nothing is exported. To be told
    /// before anything is read.
    void setHasEndpoint(bool has) { m_hasEndpoint = has; }

    /// The person wants what isn't delivered to be delivered now: see ExportRetry.
    Q_SIGNAL void retryRequested();

private:
    void setUpTable();
    void showState();
    void showMessage(
        std::optional<StatusKind> kind, const QString &sentence, const QString &button);
    void pressMessageButton();
    void updateRetry();
    void showSummary();
    void showSelected();
    void keepSelection();
    void renewTimesLater();

    Clock &m_clock;
    std::unique_ptr<Ui::WfmSyncPage> m_form;
    ExportsModel *m_model;
    QAction *m_retryAction;
    bool m_hasEndpoint = true;
    bool m_retrying = false;
    QString m_selected; ///< id of the task; empty: none
};

} // namespace queuesmith

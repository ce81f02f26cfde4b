#pragma once

#include "demotenant.h"
#include "frame.h"
#include "heartbeat.h"
#include "window/auditlog/auditlogpage.h"
#include "window/queueeditor/queueeditorpage.h"
#include "window/queues/queuespage.h"
#include "window/session/tenantsession.h"
#include "window/shell/workspace.h"
#include "window/skillpicker/skillpicker.h"
#include "window/waittimes/waittimespage.h"

#include <QStringList>

namespace queuesmith {

/// The whole window, and a demo tenant that is a process of its own.
class MeasuredWindow {
public:
    /// `options` are the demo tenant's. `records`: so many are in the audit log beforehand.
    explicit MeasuredWindow(const QStringList &options = {}, int records = 0);

    DemoTenant tenant;
    Frame frame;

    /// Connects the window to the tenant. Returns at once.
    void connectTenant();
    /// The same, and waits for queues and skills; false when they didn't come.
    [[nodiscard]] bool open();
    [[nodiscard]] TenantSession &session() const { return *frame.sessions().current(); }
    [[nodiscard]] bool isReady() const; ///< queues and skills were read

    /// A page, once it is connected; show() brings it to the front.
    template <typename T> [[nodiscard]] T &page() const { return *frame.window().findChild<T *>(); }
    template <typename T> T &show()
    {
        workspace().showPage(&page<T>());
        return page<T>();
    }
    /// Brings the queue editor to the front.
    SkillPicker &showPicker();
    /// What the first row of the activities says; empty while there is none.
    [[nodiscard]] QString activity() const;

private:
    [[nodiscard]] Workspace &workspace() const { return page<Workspace>(); }
    void fillLog(int records) const;
};

} // namespace queuesmith

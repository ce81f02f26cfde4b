#include "provisioning/wfmjob.h"

#include "provisioning/exportjob.h"
#include "provisioning/passon.h"
#include "provisioning/settlejob.h"

namespace queuesmith {

WfmJob::WfmJob(
    const ProvisioningServices &services, const ProvisioningSettings &settings, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_settings(settings)
{
}

void WfmJob::start()
{
    m_settle = new SettleJob(m_services, m_settings, this);
    passOn(m_settle.data(), this);
    connect(m_settle, &SettleJob::finished, this, [this] {
        m_left = m_settle->exportsLeft();
        note(m_settle->error());
        deliverNext(); // the settling holds the lease on the exports until this job dies
    });
    m_settle->start();
}

void WfmJob::cancel()
{
    m_cancelled = true;
    cancelAll(m_settle, m_export);
}

void WfmJob::retryNow() { hurryAll(m_settle, m_export); }

void WfmJob::deliverNext()
{
    if (m_left.isEmpty() || m_cancelled) {
        m_tasks += m_left;
        Q_EMIT finished();
        return;
    }
    m_export = new ExportJob(m_services, m_settings, m_left.takeFirst(), true, this);
    passOn(m_export.data(), this);
    connect(m_export, &ExportJob::finished, this, [this] {
        m_tasks.append(m_export->task());
        note(m_export->error());
        m_export->deleteLater();
        m_export.clear();
        deliverNext();
    });
    m_export->start();
}

void WfmJob::note(const std::optional<Error> &error)
{
    if (error && !m_error)
        m_error = error;
}

} // namespace queuesmith

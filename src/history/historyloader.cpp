#include "history/historyloader.h"

namespace queuesmith {

HistoryLoader::HistoryLoader(
    TenantClient &tenant, Clock &clock, HistoryCache *cache, QObject *parent)
    : QObject(parent)
    , m_tenant(tenant)
    , m_clock(clock)
    , m_cache(cache)
{
}

HistoryLoad *HistoryLoader::load(const QueueId &queue, int days, QObject *context, Done done)
{
    auto *load = new HistoryLoad(*this, queue, context, std::move(done));
    load->start(days);
    return load;
}

HistoryLoad *HistoryLoader::loadSimpleRule(const QueueId &queue, QObject *context, Done done)
{
    auto *load = new HistoryLoad(*this, queue, context, std::move(done));
    load->startSimpleRule();
    return load;
}

} // namespace queuesmith

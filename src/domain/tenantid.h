#pragma once

#include <QString>
#include <QUrl>

namespace queuesmith {

/// Whose queues they are. One API host serves many business units, so its address alone doesn't
/// tell: what is settled, approved and cached goes by the whole identity. Only the claim of a
/// queue's name goes by the origin, whatever the client: a needless refusal is harmless, a second
/// queue of that name isn't.
struct TenantId {
    QString origin; ///< scheme, host and port of the base URL; empty: no tenant
    QString path; ///< of the base URL, normalized, without a slash at its end; mostly empty
    QString client; ///< OAuth client
    QString businessUnit; ///< where the dialect knows it; it then counts instead of the client

    /// 16 hex digits: the beginning of the SHA-256 of `queuesmith-tenant-1`,
    /// origin, path and `client:…` or `unit:…`, joined by line feeds. Empty for no tenant. The
    /// audit log's `tenant_id`, so it never changes for the same identity.
    [[nodiscard]] QString key() const;

    friend bool operator==(const TenantId &, const TenantId &) = default;
};

/// Scheme, host and port: what a person reads as the tenant.
[[nodiscard]] QString originOf(const QUrl &baseUrl);

/// The tenant that a client reaches at a base URL.
[[nodiscard]] TenantId tenantIdOf(const QUrl &baseUrl, const QString &client);

} // namespace queuesmith

#pragma once

#include "cxone/profiles.h"
#include "window/session/tenantsession.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <functional>

namespace queuesmith {

class BuiltInTenant;
class Clock;

/// The connections of the window: which are saved, which are open, which is seen. A session that is
/// open stays open when another one is chosen, so that its jobs go on. Lives on the GUI thread.
class Sessions final : public QObject {
    Q_OBJECT

public:
    static constexpr const char *kDemoName = "Demo tenant";

    /// `clock` must outlive this; `random` gives values in [0, 1).
    Sessions(const Profiles &profiles, SessionOptions options, Clock &clock,
        std::function<double()> random, QObject *parent = nullptr);
    ~Sessions() override;

    [[nodiscard]] const Profiles &profiles() const { return m_profiles; }
    [[nodiscard]] QStringList savedNames() const; ///< in their order
    /// As Profiles does it; who shows the connections hears of it by savedChanged().
    Status save(const Connection &connection);
    Status remove(const QString &name);
    [[nodiscard]] TenantSession *current() const { return m_current; }
    [[nodiscard]] const QList<TenantSession *> &open() const { return m_open; }
    /// Activities that run, of all sessions.
    [[nodiscard]] int running() const;
    void cancelAll();

    /// Chooses a saved connection, and opens it with the secret from the keychain when it isn't
    /// open yet. Ends in currentChanged() or in openFailed().
    void choose(const QString &name);
    /// The same with a secret that was just typed in; a session of that name is closed first.
    void choose(const Connection &connection, const QByteArray &secret);
    /// Starts the built-in demo tenant when it isn't running, and chooses it.
    void chooseDemo();
    [[nodiscard]] bool isBusy(const QString &name) const;
    [[nodiscard]] bool isOpen(const QString &name) const { return find(name) != nullptr; }
    /// Closes the session of that name, if there is one and nothing runs in it.
    void close(const QString &name);
    /// Closes it for good: when it was the current one, another that is open takes its place.
    void leave(const QString &name);

    /// The secret that was given to the program, for the first connection that asks for one: a
    /// secret of one tenant is never shown to another.
    void setGivenSecret(const QByteArray &secret) { m_givenSecret = secret; }
    /// The given secret, or the one that the keychain holds under this name. `done` is called once,
    /// from the event loop, unless `context` died before.
    void readSecret(const QString &name, QObject *context,
        const std::function<void(const Result<QByteArray> &)> &done);

    /// Who is acting, for the audit log; holds for what is opened from now on.
    [[nodiscard]] QString actor() const { return m_options.actor; }
    void setActor(const QString &actor);

    /// A client with nothing around it, to test a connection before it is saved. Belongs to
    /// `parent`.
    [[nodiscard]] Result<TenantClient *> trial(
        const Connection &connection, const QByteArray &secret, QObject *parent) const;

    Q_SIGNAL void opening(const QString &name);
    Q_SIGNAL void openFailed(const QString &name, const queuesmith::Error &error);
    Q_SIGNAL void opened(queuesmith::TenantSession *session);
    /// It is deleted after this.
    Q_SIGNAL void closing(queuesmith::TenantSession *session);
    Q_SIGNAL void currentChanged(queuesmith::TenantSession *session);
    /// A connection was saved or removed.
    Q_SIGNAL void savedChanged();
    Q_SIGNAL void actorChanged(const QString &actor);

private:
    [[nodiscard]] TenantSession *find(const QString &name) const;
    void openWith(
        const Connection &connection, const QByteArray &secret, const SessionOptions &options);
    void setCurrent(TenantSession *session);

    Profiles m_profiles;
    SessionOptions m_options;
    Clock &m_clock;
    std::function<double()> m_random;
    QList<TenantSession *> m_open;
    TenantSession *m_current = nullptr;
    BuiltInTenant *m_demo = nullptr;
    QByteArray m_givenSecret;
    QString m_givenTo; ///< the connection that has asked for it
    QString m_wanted; ///< the last one that was asked for: a slower answer doesn't overtake it
};

} // namespace queuesmith

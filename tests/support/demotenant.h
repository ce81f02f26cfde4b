#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace queuesmith {

/// The demo tenant as a process of its own, and what a test asks it behind the client's back.
class DemoTenant {
public:
    /// Twelve queues and twenty skills unless `options` say otherwise.
    explicit DemoTenant(const QStringList &options = {});
    ~DemoTenant();
    DemoTenant(const DemoTenant &) = delete;
    DemoTenant &operator=(const DemoTenant &) = delete;

    /// Empty when it didn't start.
    [[nodiscard]] QString url() const { return m_url; }

    /// The end of the test program when the script is refused.
    void setFaults(const QByteArray &script);
    /// Makes a queue as another client of the tenant would; gives its id.
    QString addQueue(const QJsonObject &definition);
    void changeQueue(const QString &id, const QJsonObject &definition);
    /// As it was when it started; what was made since is gone.
    void reset();

    [[nodiscard]] QJsonArray queues();
    [[nodiscard]] QJsonArray exports();
    [[nodiscard]] int queuesNamed(const QString &name);
    [[nodiscard]] QJsonArray log();
    /// Requests that arrived, e.g. ("POST", "/api/v2/queues"); queries don't count.
    [[nodiscard]] int requests(const QString &method, const QString &path);
    [[nodiscard]] int creations();
    /// Waits until that many creations arrived; false after ten seconds.
    [[nodiscard]] bool awaitRequests(const QString &method, const QString &path, int count);

private:
    struct Reply {
        int status = 0;
        QByteArray body;
    };
    void signIn();
    [[nodiscard]] Reply call(
        const QByteArray &method, const QByteArray &target, const QByteArray &body = {});

    QProcess m_process;
    QString m_url;
    quint16 m_port = 0;
    QByteArray m_token;
};

} // namespace queuesmith

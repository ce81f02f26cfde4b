#include "cxone/keychain.h"

#include <qt6keychain/keychain.h>

namespace queuesmith::keychain {

namespace {

QString service() { return QStringLiteral("Queuesmith"); }

Error keychainError(const QKeychain::Job &job)
{
    // Without a keyring the library answers OtherError, not NoBackendAvailable.
    const bool hasKeyring = job.error() == QKeychain::EntryNotFound;
    Error error = Error::of(ErrorKind::Storage, hasKeyring ? "no_secret" : "no_keychain",
        hasKeyring
            ? Sentence::tr("The keychain has no client secret for “%1”. Enter it for this "
                           "connection, or set QUEUESMITH_CLIENT_SECRET.",
                {job.key()})
            : Sentence::tr(
                "The keychain of this desktop can't be used: %1. The secret is kept in no other "
                "place; give it in QUEUESMITH_CLIENT_SECRET or with --client-secret-file.",
                {job.errorString()}));
    error.detail = job.errorString();
    return error;
}

Status statusOf(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::NoError)
        return Done{};
    return keychainError(job);
}

template <typename J, typename Finish>
void start(J *job, const QString &key, QObject *context, Finish finish)
{
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, finish] { finish(*job); });
    job->start();
}

} // namespace

void readSecret(
    const QString &connectionName, QObject *context, std::function<void(Result<QByteArray>)> done)
{
    start(new QKeychain::ReadPasswordJob(service()), connectionName, context,
        [done = std::move(done)](QKeychain::ReadPasswordJob &job) {
            if (job.error() == QKeychain::NoError)
                done(job.binaryData());
            else
                done(keychainError(job));
        });
}

void writeSecret(const QString &connectionName, const QByteArray &secret, QObject *context,
    std::function<void(Status)> done)
{
    auto *job = new QKeychain::WritePasswordJob(service());
    job->setBinaryData(secret);
    start(job, connectionName, context,
        [done = std::move(done)](
            QKeychain::WritePasswordJob &finished) { done(statusOf(finished)); });
}

void removeSecret(const QString &connectionName, QObject *context, std::function<void(Status)> done)
{
    start(new QKeychain::DeletePasswordJob(service()), connectionName, context,
        [done = std::move(done)](
            QKeychain::DeletePasswordJob &finished) { done(statusOf(finished)); });
}

} // namespace queuesmith::keychain

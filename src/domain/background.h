#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>
#include <utility>

namespace queuesmith {

/// Runs `work` on a thread of `pool` and hands what it returns to `done`, from the event loop of
/// `context`'s thread; never after `context` died. `work` must own, or share, all that it touches.
template <typename Work, typename Done>
void runInBackground(QThreadPool &pool, QObject *context, Work work, Done done)
{
    using T = std::invoke_result_t<Work>;
    auto promise = std::make_shared<QPromise<T>>();
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
        [watcher, done = std::move(done)]() mutable {
            watcher->deleteLater();
            done(watcher->result());
        });
    promise->start();
    watcher->setFuture(promise->future());
    pool.start([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
}

/// The same on the pool that everything shares, where the order doesn't matter.
template <typename Work, typename Done> void runInBackground(QObject *context, Work work, Done done)
{
    runInBackground(*QThreadPool::globalInstance(), context, std::move(work), std::move(done));
}

/// Lets go of something large on another thread, since taking it apart takes a while.
template <typename T> void releaseInBackground(std::shared_ptr<T> large)
{
    if (large)
        QThreadPool::globalInstance()->start([large = std::move(large)] {});
}

} // namespace queuesmith

#pragma once

#include <QMetaObject>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QThread>

#include <functional>
#include <memory>
#include <utility>

namespace queuesmith {

/// A thread of its own for an Engine that waits for the disk, such as one with a Database. Work is
/// carried out in the order in which it was given, and every function returns at once. Used on the
/// thread of `owner`, which must outlive this; usually it has this as a member.
template <typename Engine> class WorkerThread {
public:
    /// `engine` is used and destroyed on the new thread only, which is called `name`.
    WorkerThread(QObject &owner, const QString &name, std::unique_ptr<Engine> engine)
        : m_owner(owner)
        , m_engine(std::move(engine))
    {
        m_thread.setObjectName(name);
        m_home.moveToThread(&m_thread);
        m_thread.start();
    }
    /// Waits for all work that was given.
    ~WorkerThread()
    {
        // Comes after everything else; a connection must close on its own thread.
        post([this](Engine &) {
            m_engine.reset();
            m_thread.quit();
        });
        m_thread.wait();
    }
    WorkerThread(const WorkerThread &) = delete;
    WorkerThread &operator=(const WorkerThread &) = delete;

    /// Calls `work(engine)` over there.
    template <typename Work> void post(Work work)
    {
        QMetaObject::invokeMethod(
            &m_home, [this, work = std::move(work)]() mutable { work(*m_engine); },
            Qt::QueuedConnection);
    }

    /// Calls `work(engine, args…)` over there, then `done` with what it gave on the owner's thread,
    /// from the event loop, unless `context` or the owner died before. What `done` captures is used
    /// and destroyed on the owner's thread only.
    template <typename Done, typename Work, typename... Args>
    void ask(QObject *context, Done done, Work work, Args... args)
    {
        struct Answer {
            QPointer<QObject> context;
            Done done;
        };
        auto answer = std::make_shared<Answer>(Answer{context, std::move(done)});
        post([=, this, answer = std::move(answer)](Engine &engine) mutable {
            tell([answer = std::move(answer),
                     result = std::invoke(work, engine, args...)]() mutable {
                if (answer->context)
                    answer->done(std::move(result));
            });
        });
    }

    /// Any thread: calls `told` on the owner's thread, from the event loop, unless the owner died
    /// before.
    template <typename Told> void tell(Told told)
    {
        QMetaObject::invokeMethod(&m_owner, std::move(told), Qt::QueuedConnection);
    }

private:
    QObject &m_owner;
    QThread m_thread;
    QObject m_home; ///< lives on m_thread
    std::unique_ptr<Engine> m_engine; ///< used on m_thread only
};

} // namespace queuesmith

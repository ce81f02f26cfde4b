#include "sqlite/workerthread.h"

#include <QSemaphore>
#include <QTest>

#include <atomic>
#include <optional>

using namespace queuesmith;

namespace {
/// Says where it was used and destroyed.
class Engine {
public:
    explicit Engine(std::atomic<QThread *> *destroyedOn)
        : m_destroyedOn(destroyedOn)
    {
    }
    ~Engine() { *m_destroyedOn = QThread::currentThread(); }
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    int add(int number) { return m_sum += number; }
    [[nodiscard]] QThread *thread() const { return QThread::currentThread(); }

private:
    std::atomic<QThread *> *m_destroyedOn;
    int m_sum = 0;
};

/// Notes on which thread it dies.
class Guard {
public:
    explicit Guard(QThread **diedOn)
        : m_diedOn(diedOn)
    {
    }
    ~Guard() { *m_diedOn = QThread::currentThread(); }
    Guard(const Guard &) = delete;
    Guard &operator=(const Guard &) = delete;

private:
    QThread **m_diedOn;
};
} // namespace

/// A thread with one engine: order, threads, and what happens when somebody dies.
class TestWorkerThread : public QObject {
    Q_OBJECT

private:
    std::atomic<QThread *> m_destroyedOn = nullptr;
    std::optional<QObject> m_owner;
    std::unique_ptr<WorkerThread<Engine>> m_worker;

private Q_SLOTS:
    void init()
    {
        m_destroyedOn = nullptr;
        m_owner.emplace();
        m_worker = std::make_unique<WorkerThread<Engine>>(
            *m_owner, QStringLiteral("worker"), std::make_unique<Engine>(&m_destroyedOn));
    }
    void cleanup()
    {
        m_worker.reset();
        m_owner.reset();
    }

    void workIsDoneInItsOrderAndAnsweredHere()
    {
        QList<int> sums;
        m_worker->post([](Engine &engine) { engine.add(100); });
        for (int number : {1, 2, 3}) {
            m_worker->ask(
                this,
                [&sums](int sum) {
                    QCOMPARE(QThread::currentThread(), qApp->thread());
                    sums.append(sum);
                },
                &Engine::add, number);
        }
        QVERIFY(sums.isEmpty()); // never before the event loop
        QTRY_COMPARE(sums, (QList{101, 103, 106}));
    }

    void theEngineLivesOverThere()
    {
        QThread *used = nullptr;
        m_worker->ask(
            this, [&used](QThread *thread) { used = thread; }, &Engine::thread);
        QTRY_VERIFY(used);
        QVERIFY(used != qApp->thread());
        m_worker.reset();
        QVERIFY(m_destroyedOn != nullptr);
        QVERIFY(m_destroyedOn != qApp->thread());
    }

    void theEndWaitsForAllWork()
    {
        QSemaphore begun;
        QSemaphore mayGoOn;
        std::atomic_int done = 0;
        m_worker->post([&](Engine &) {
            begun.release();
            mayGoOn.acquire();
            ++done;
        });
        for (int i = 0; i < 100; ++i)
            m_worker->post([&done](Engine &) { ++done; });
        begun.acquire();
        mayGoOn.release();
        m_worker.reset();
        QCOMPARE(done.load(), 101);
    }

    void aDeadContextIsNotAnswered()
    {
        QThread *diedOn = nullptr;
        bool wasAnswered = false;
        QSemaphore mayGoOn;
        auto context = std::make_unique<QObject>();
        m_worker->post([&mayGoOn](Engine &) { mayGoOn.acquire(); });
        m_worker->ask(
            context.get(),
            [&wasAnswered, guard = std::make_shared<Guard>(&diedOn)](int) { wasAnswered = true; },
            &Engine::add, 1);
        context.reset();
        mayGoOn.release();
        QTRY_COMPARE(diedOn, qApp->thread()); // what it captured belongs here
        QVERIFY(!wasAnswered);
    }

    void aDeadOwnerIsNotAnswered()
    {
        QThread *diedOn = nullptr;
        bool wasAnswered = false;
        m_worker->ask(
            this,
            [&wasAnswered, guard = std::make_shared<Guard>(&diedOn)](int) { wasAnswered = true; },
            &Engine::add, 1);
        m_worker.reset();
        m_owner.reset();
        QCOMPARE(diedOn, qApp->thread());
        QCoreApplication::processEvents();
        QVERIFY(!wasAnswered);
    }

    void newsOfLongWorkComeHere()
    {
        QList<int> news;
        m_worker->post([this, &news](Engine &) {
            for (int step : {1, 2})
                m_worker->tell([&news, step] {
                    QCOMPARE(QThread::currentThread(), qApp->thread());
                    news.append(step);
                });
        });
        QTRY_COMPARE(news, (QList{1, 2}));
    }
};

QTEST_GUILESS_MAIN(TestWorkerThread)
#include "tst_workerthread.moc"

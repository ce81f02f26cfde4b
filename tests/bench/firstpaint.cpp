#include "firstpaint.h"

#include "domain/clock.h"
#include "domain/diagnosticlog.h"
#include "heartbeat.h"
#include "window/appearance/theme.h"
#include "window/session/sessions.h"
#include "window/settings/settings.h"
#include "window/shell/mainwindow.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <memory>

namespace queuesmith {

namespace {

constexpr double kMedian = 0.5;

/// Tells when a window was painted.
class PaintWatch final : public QObject {
    Q_OBJECT

public:
    explicit PaintWatch(QWidget *window) { window->installEventFilter(this); }
    Q_SIGNAL void painted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // The whole window is painted within this event; what is posted now comes after it.
        if (event->type() == QEvent::UpdateRequest || event->type() == QEvent::Paint)
            QMetaObject::invokeMethod(this, &PaintWatch::painted, Qt::QueuedConnection);
        return QObject::eventFilter(watched, event);
    }
};

template <typename Make> double paintTime(const Make &make)
{
    QElapsedTimer clock;
    clock.start();
    const std::unique_ptr<QMainWindow> window = make();
    PaintWatch watch(window.get());
    QSignalSpy painted(&watch, &PaintWatch::painted);
    window->show();
    if (painted.isEmpty() && !painted.wait())
        qFatal("The window was not painted.");
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

} // namespace

FirstPaint measureFirstPaint()
{
    const QTemporaryDir folder;
    SystemClock clock;
    Settings settings(folder.filePath(QStringLiteral("window.ini")));
    SessionOptions options;
    options.auditFile = folder.filePath(QStringLiteral("audit.sqlite"));
    Sessions sessions(Profiles(folder.filePath(QStringLiteral("connections.ini"))), options, clock,
        [] { return 0.5; });
    Theme theme;
    const DiagnosticLog log(options.secrets, [](const QByteArray &) {});
    const auto ours = [&] { return std::make_unique<MainWindow>(sessions, settings, theme, log); };
    const auto blank = [] {
        auto window = std::make_unique<QMainWindow>();
        window->resize(1180, 760);
        return window;
    };
    FirstPaint paint;
    paint.first = paintTime(ours);
    QList<double> ourTimes;
    QList<double> blankTimes;
    for (int round = 0; round < FirstPaint::kRounds; ++round) {
        blankTimes.append(paintTime(blank));
        ourTimes.append(paintTime(ours));
    }
    paint.window = percentile(ourTimes, kMedian);
    paint.blank = percentile(blankTimes, kMedian);
    return paint;
}

} // namespace queuesmith

#include "firstpaint.moc"

#pragma once

#include "domain/clock.h"
#include "domain/diagnosticlog.h"
#include "domain/knownsecrets.h"
#include "window/appearance/theme.h"
#include "window/session/sessions.h"
#include "window/settings/settings.h"
#include "window/shell/mainwindow.h"
#include "window/shell/windowkeeper.h"

#include <QTemporaryDir>

#include <memory>

namespace queuesmith {

/// The whole window as the program makes it, with files in a folder of the test's own.
class Frame {
public:
    /// In `root`, which may be a place where nothing can be written, or in a folder of its own.
    explicit Frame(const QString &root = {});

    /// Made anew with what the files hold now, as after a restart.
    void restart();

    [[nodiscard]] MainWindow &window() const { return m_keeper->window(); }
    [[nodiscard]] Sessions &sessions() const { return *m_sessions; }
    [[nodiscard]] Settings &settings() const { return *m_settings; }
    /// Not started, so that Qt Test hears of warnings.
    [[nodiscard]] DiagnosticLog &log() { return m_log; }
    [[nodiscard]] QString path(const QString &name) const
    {
        return m_root.isEmpty() ? m_folder.filePath(name) : QString(m_root + u'/' + name);
    }

    /// The control of that object name that is seen now; the test fails when there is none.
    template <typename T> [[nodiscard]] T *find(const char *name) const
    {
        const QList<T *> all = window().findChildren<T *>(QString::fromLatin1(name));
        for (T *one : all) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    void click(const char *name) const;
    void type(const char *name, const QString &text) const;

private:
    QTemporaryDir m_folder;
    QString m_root;
    SystemClock m_clock;
    std::shared_ptr<KnownSecrets> m_secrets = std::make_shared<KnownSecrets>();
    DiagnosticLog m_log{m_secrets, [](const QByteArray &) {}};
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Sessions> m_sessions;
    std::unique_ptr<WindowKeeper> m_keeper;
};

} // namespace queuesmith

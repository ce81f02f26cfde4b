#include "window/page/page.h"

#include "window/appearance/icons.h"
#include "window/settings/settings.h"

#include <QAbstractButton>
#include <QAction>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>

namespace queuesmith {

namespace {

/// The folder of the last file dialog, where it is still there.
QString folderToBeginIn(const Settings *settings)
{
    const QString last = settings ? settings->value(setting::kFileFolder) : QString();
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    for (const QString &folder : {last, documents}) {
        if (!folder.isEmpty() && QDir(folder).exists())
            return folder;
    }
    return QDir::homePath();
}

/// The folder itself, or the one that the file is in.
QString folderOf(const QString &path)
{
    const QFileInfo info(path);
    return info.isDir() ? info.absoluteFilePath() : info.absolutePath();
}

} // namespace

QAction *Page::addMenuAction(Menu menu, const QString &text, const QKeySequence &shortcut,
    const QString &toolTip, const QString &icon)
{
    auto *action = new QAction(text, this);
    action->setShortcut(shortcut);
    action->setToolTip(toolTip);
    action->setStatusTip(toolTip);
    if (!icon.isEmpty())
        action->setIcon(tintedIcon(icon));
    m_menuEntries.append({menu, action});
    // Before whatever the page does, which may lead on to another page.
    connect(action, &QAction::triggered, this, &Page::actionTriggered);
    return action;
}

void Page::onlyWhenSeen(std::initializer_list<QAction *> actions)
{
    for (MenuEntry &entry : m_menuEntries) {
        if (std::find(actions.begin(), actions.end(), entry.action) != actions.end())
            entry.isOnlyWhenSeen = true;
    }
}

void Page::setSeen(bool seen)
{
    m_seen = seen;
    for (const MenuEntry &entry : std::as_const(m_menuEntries)) {
        if (entry.isOnlyWhenSeen)
            entry.action->setVisible(seen);
    }
    if (seen) {
        for (const auto &follow : std::as_const(m_followers))
            follow();
    }
}

/// A missing permission is given elsewhere.
bool Page::liesWithConnection(const std::optional<Error> &error)
{
    constexpr int kForbidden = 403;
    return error && error->kind == ErrorKind::NotAllowed && error->httpStatus != kForbidden
        && error->missingScope.isEmpty();
}

QString Page::editConnectionText() { return tr("Edit connection"); }

QPushButton *Page::makeConnectionButton(const char *objectName)
{
    auto *button = new QPushButton(editConnectionText(), this);
    button->setObjectName(QString::fromLatin1(objectName));
    button->setToolTip(tr("See and change the client and its secret"));
    connect(button, &QPushButton::clicked, this, &Page::connectionRequested);
    button->hide();
    return button;
}

QFileDialog *Page::askForFile(
    const FileQuestion &question, const std::function<void(const QString &)> &use)
{
    return askForFile(this, m_settings, question, use);
}

QFileDialog *Page::askForFile(QWidget *parent, Settings *settings, const FileQuestion &question,
    const std::function<void(const QString &)> &use)
{
    auto *dialog = new QFileDialog(parent, question.title, folderToBeginIn(settings));
    dialog->setObjectName(
        question.isToRead ? QStringLiteral("importDialog") : QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const bool opens = question.isToRead || question.isFolder;
    dialog->setAcceptMode(opens ? QFileDialog::AcceptOpen : QFileDialog::AcceptSave);
    dialog->setFileMode(question.isFolder ? QFileDialog::Directory
            : question.isToRead           ? QFileDialog::ExistingFile
                                          : QFileDialog::AnyFile);
    dialog->setOption(QFileDialog::ShowDirsOnly, question.isFolder);
    dialog->setNameFilters(question.filters);
    dialog->setDefaultSuffix(question.suffix);
    if (!question.name.isEmpty())
        dialog->selectFile(question.name);
    connect(dialog, &QFileDialog::fileSelected, parent, [settings, use](const QString &file) {
        if (settings)
            settings->set(setting::kFileFolder, folderOf(file));
        use(file);
    });
    dialog->open();
    return dialog;
}

void Page::showInFolder(const QString &path)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(folderOf(path)));
}

void Page::bindButton(QAbstractButton *button, QAction *action)
{
    const auto follow = [this, button, action] {
        if (!m_seen)
            return; // else the button would lose the focus that it has when the page comes back
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        button->setEnabled(action->isEnabled());
        button->setToolTip(keys.isEmpty() ? action->toolTip()
                                          : QStringLiteral("%1 (%2)").arg(action->toolTip(), keys));
        if (!action->icon().isNull())
            button->setIcon(action->icon());
    };
    follow();
    m_followers.append(follow);
    connect(action, &QAction::changed, button, follow);
    connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
}

} // namespace queuesmith

#include "page.h"

#include "icons.h"

#include <QAbstractButton>
#include <QAction>

namespace queuesmith {

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

void Page::bindButton(QAbstractButton *button, QAction *action)
{
    const auto follow = [button, action] {
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        button->setEnabled(action->isEnabled());
        button->setToolTip(keys.isEmpty() ? action->toolTip()
                                          : QStringLiteral("%1 (%2)").arg(action->toolTip(), keys));
        if (!action->icon().isNull())
            button->setIcon(action->icon());
    };
    follow();
    connect(action, &QAction::changed, button, follow);
    connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
}

} // namespace queuesmith

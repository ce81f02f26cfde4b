#include "window/shell/menukeys.h"

#include <QAction>
#include <QKeySequence>
#include <QMenu>
#include <QSet>

namespace queuesmith {

namespace {

constexpr const char *kPlain = "textWithoutKey"; ///< properties of an action with a given letter
constexpr const char *kGiven = "textWithKey";
constexpr const char *kHasKeys = "hasKeys"; ///< of a menu

bool isOffered(const QAction *action) { return action->isVisible() && !action->isSeparator(); }

/// The first letter, else that of another word, else any: the first that is free. -1: none is.
qsizetype freeLetter(const QString &text, const QSet<QChar> &taken)
{
    const auto isFree = [&](qsizetype at) {
        return text.at(at).isLetterOrNumber() && !taken.contains(text.at(at).toUpper());
    };
    for (const bool onlyBeginnings : {true, false}) {
        for (qsizetype at = 0; at < text.size(); ++at) {
            const bool begins = at == 0 || text.at(at - 1).isSpace();
            if (isFree(at) && (begins || !onlyBeginnings))
                return at;
        }
    }
    return -1;
}

void give(QAction *action, QSet<QChar> *taken)
{
    const QString plain = action->text();
    const qsizetype at = freeLetter(plain, *taken);
    if (at < 0)
        return;
    taken->insert(plain.at(at).toUpper());
    QString given = plain;
    given.insert(at, u'&');
    action->setProperty(kPlain, plain);
    action->setProperty(kGiven, given);
    action->setText(given);
}

void giveAll(const QMenu *menu)
{
    QSet<QChar> taken;
    const QList<QAction *> actions = menu->actions();
    for (const QAction *action : actions) {
        const QKeySequence key = QKeySequence::mnemonic(action->text());
        if (isOffered(action) && !key.isEmpty())
            taken.insert(key.toString().back().toUpper());
    }
    for (QAction *action : actions) {
        if (isOffered(action) && QKeySequence::mnemonic(action->text()).isEmpty())
            give(action, &taken);
        if (action->menu())
            giveKeys(action->menu());
    }
}

/// Where the text is another one by now, it has no letter of ours.
void takeAll(const QMenu *menu)
{
    const QList<QAction *> actions = menu->actions();
    for (QAction *action : actions) {
        if (action->property(kGiven).toString() == action->text() && !action->text().isEmpty())
            action->setText(action->property(kPlain).toString());
    }
}

} // namespace

void giveKeys(QMenu *menu)
{
    if (menu->property(kHasKeys).toBool())
        return;
    menu->setProperty(kHasKeys, true);
    QObject::connect(menu, &QMenu::aboutToShow, menu, [menu] { giveAll(menu); });
    QObject::connect(menu, &QMenu::aboutToHide, menu, [menu] { takeAll(menu); });
}

} // namespace queuesmith

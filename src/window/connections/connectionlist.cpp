#include "window/connections/connectionlist.h"

#include "window/session/environments.h"
#include "window/session/sessions.h"

#include <QCoreApplication>
#include <QListWidget>
#include <QPainter>
#include <QStyle>

namespace queuesmith {

namespace {

struct ListWords {
    Q_DECLARE_TR_FUNCTIONS(queuesmith::ConnectionList)
};

constexpr int kNameRole = Qt::UserRole;

/// A bar in the environment's colour.
QIcon environmentIcon(const QListWidget *list, Environment environment)
{
    const int height = 2 * list->fontMetrics().lineSpacing();
    QPixmap bar(QSize(4, height) * list->devicePixelRatioF());
    bar.setDevicePixelRatio(list->devicePixelRatioF());
    bar.fill(environmentColor(environment));
    return QIcon(bar);
}

void fill(QListWidgetItem *item, const QString &name, const Sessions &sessions)
{
    item->setData(kNameRole, name);
    QStringList marks;
    const Result<Connection> saved = sessions.profiles().load(name);
    if (saved) {
        marks.append(marksOf(saved.value()));
        item->setIcon(environmentIcon(item->listWidget(), saved.value().environment));
    } else {
        marks.append(ListWords::tr("can't be read"));
    }
    if (sessions.isOpen(name))
        marks.append(ListWords::tr("open"));
    const QString second = marks.join(QStringLiteral(" · "));
    item->setText(name + u'\n' + second);
    item->setToolTip(item->text());
    item->setData(Qt::AccessibleTextRole, QString(name + QStringLiteral(", ") + second));
}

} // namespace

void listConnections(QListWidget *list, const Sessions &sessions)
{
    const QString current = currentConnection(list);
    const QSignalBlocker quiet(list);
    list->clear();
    list->setIconSize(QSize(4, 2 * list->fontMetrics().lineSpacing()));
    const QStringList names = sessions.savedNames();
    for (const QString &name : names)
        fill(new QListWidgetItem(list), name, sessions);
    setCurrentConnection(list, current);
}

QString currentConnection(const QListWidget *list)
{
    const QListWidgetItem *item = list->currentItem();
    return item ? item->data(kNameRole).toString() : QString();
}

void setCurrentConnection(QListWidget *list, const QString &name)
{
    const QSignalBlocker quiet(list);
    for (int row = 0; row < list->count(); ++row) {
        if (list->item(row)->data(kNameRole).toString() == name) {
            list->setCurrentRow(row);
            return;
        }
    }
    list->setCurrentRow(-1);
}

} // namespace queuesmith

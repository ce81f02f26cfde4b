#include "window/waittimes/namedcombobox.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QLineEdit>

#include <mutex>

namespace queuesmith {

namespace {

/// As Qt's own for combo boxes, but for the name.
class AccessibleCombo final : public QAccessibleWidget {
public:
    explicit AccessibleCombo(NamedComboBox *combo)
        : QAccessibleWidget(combo, QAccessible::ComboBox)
    {
    }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? combo()->currentText() : QAccessibleWidget::text(kind);
    }
    [[nodiscard]] int childCount() const override { return combo()->isEditable() ? 2 : 1; }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index == 0)
            return QAccessible::queryAccessibleInterface(combo()->view());
        return index == 1 && combo()->isEditable()
            ? QAccessible::queryAccessibleInterface(combo()->lineEdit())
            : nullptr;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        if (!child)
            return -1;
        if (child->object() == combo()->view())
            return 0;
        return combo()->isEditable() && child->object() == combo()->lineEdit() ? 1 : -1;
    }
    [[nodiscard]] QStringList actionNames() const override
    {
        return {showMenuAction(), pressAction()};
    }
    void doAction(const QString &name) override
    {
        if (name != showMenuAction() && name != pressAction())
            return;
        if (combo()->view()->isVisible())
            combo()->hidePopup();
        else
            combo()->showPopup();
    }

private:
    [[nodiscard]] QComboBox *combo() const { return qobject_cast<QComboBox *>(object()); }
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *combo = qobject_cast<NamedComboBox *>(object);
    return combo ? new AccessibleCombo(combo) : nullptr;
}

} // namespace

NamedComboBox::NamedComboBox(QWidget *parent)
    : QComboBox(parent)
{
    static std::once_flag installed;
    std::call_once(installed, [] { QAccessible::installFactory(makeAccessible); });
}

} // namespace queuesmith

#include "window/appearance/fonts.h"

#include <QFont>
#include <QLabel>

namespace queuesmith {

namespace {

QFont scaled(const QWidget *widget, double ems, QFont::Weight weight)
{
    QFont font = widget->font();
    font.setPointSizeF(font.pointSizeF() * ems);
    font.setWeight(weight);
    return font;
}

} // namespace

void makeTitle(QLabel *label) { label->setFont(scaled(label, 1.35, QFont::DemiBold)); }

void makeHeading(QWidget *widget) { widget->setFont(scaled(widget, 1.0, QFont::DemiBold)); }

void makeHint(QLabel *label)
{
    label->setFont(scaled(label, 0.9, QFont::Normal));
    label->setForegroundRole(QPalette::PlaceholderText);
}

} // namespace queuesmith

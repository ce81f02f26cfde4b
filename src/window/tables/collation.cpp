#include "window/tables/collation.h"

#include <QLocale>

namespace queuesmith {

QCollator nameCollator()
{
    const QLocale locale;
    // The C locale has no order for people, only one of code points.
    QCollator collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setNumericMode(true);
    return collator;
}

} // namespace queuesmith

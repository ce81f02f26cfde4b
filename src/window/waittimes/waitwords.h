#pragma once

#include "window/tables/figuretexts.h"
#include "window/waittimes/waitseries.h"

#include <QLocale>
#include <QString>

namespace queuesmith {

/// Figures of the page in words. What isn't known is a dash. Pure.

[[nodiscard]] QString callsText(double calls, const QLocale &locale); ///< a number without unit
[[nodiscard]] QString measureText(double value, Measure measure, const QLocale &locale);
[[nodiscard]] QString measureName(Measure measure); ///< at the beginning of something
[[nodiscard]] QString measureWord(Measure measure); ///< within a sentence

/// All of an interval in one line, for the cross-hair and for a screen reader.
[[nodiscard]] QString readOut(const WaitSeries &series, int index, const QLocale &locale);

} // namespace queuesmith

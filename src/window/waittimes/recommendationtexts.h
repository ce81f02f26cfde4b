#pragma once

#include "capacity/afterchange.h"
#include "capacity/backtest.h"
#include "capacity/recommendation.h"
#include "window/waittimes/sentencelist.h"

#include <QString>
#include <QTimeZone>

namespace queuesmith {

/// A recommendation in the window's words. Pure.

/// `Recommendation: raise the capacity from 9 to 14`: what stays at the top of the card.
[[nodiscard]] QString headlineOf(const Recommendation &recommendation);
/// `Between 14 and 16 meet the targets; 15 is what the model arrives at.` Empty: no range.
[[nodiscard]] QString rangeText(const Recommendation &recommendation);
[[nodiscard]] StatusKind statusOf(Confidence confidence);
[[nodiscard]] QString confidenceText(Confidence confidence); ///< `Confidence: high`
/// Confidence and its causes, reasons, warnings, in this order.
[[nodiscard]] QList<SentenceList::Line> linesOf(const Recommendation &recommendation);
/// What capacity means here, and what it does and doesn't do.
[[nodiscard]] QString meaningText(const Recommendation &recommendation);
/// What the model expects at the present and at the recommended capacity; empty: nothing.
[[nodiscard]] QString promiseText(const Recommendation &recommendation);

/// The verdict, and how far the model was off.
[[nodiscard]] QList<SentenceList::Line> linesOf(const BackTest &test, const QTimeZone &zone);
[[nodiscard]] QList<SentenceList::Line> linesOf(const AfterChange &change, const QTimeZone &zone);

} // namespace queuesmith

#pragma once

#include <QColor>

class QPalette;

namespace queuesmith {

/// What a line or an area stands for.
enum class Ink { Wait, Abandonment, Volume, HandleTime, ServiceLevel, Occupancy, Target, Mark };

/// From the palette of Okabe and Ito ("Color Universal Design", 2008), which colour-blind people
/// can tell apart; on a dark ground the lighter ones of it.
[[nodiscard]] QColor inkColor(Ink ink, const QPalette &palette);

/// Behind a line of that colour: how far the values of one column reach.
[[nodiscard]] QColor bandColor(Ink ink, const QPalette &palette);

/// A sequential scale of one hue, so that light and dark tell more and less to every eye; `share`
/// from 0 (little) to 1 (much), nearest to the ground at 0.
[[nodiscard]] QColor heatColor(double share, const QPalette &palette);

/// So far from `a` to `b`: 0 is `a`, 1 is `b`.
[[nodiscard]] QColor mixed(const QColor &a, const QColor &b, double share);

/// Black or white, whichever can be read on `ground`.
[[nodiscard]] QColor textOn(const QColor &ground);

} // namespace queuesmith

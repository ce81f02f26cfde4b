#pragma once

#include <QLocale>
#include <QString>

#include <chrono>

namespace queuesmith {

// The figures of domain/figures.h in the window's language, with the locale's numbers. Pure.

[[nodiscard]] QString wholeText(qint64 number); ///< `12,345`
[[nodiscard]] QString percentText(double share, const QLocale &locale = QLocale()); ///< `9.5 %`
[[nodiscard]] QString secondsText(
    double seconds, const QLocale &locale = QLocale()); ///< `10.9 s`, `2 min 6 s`
[[nodiscard]] QString latencyText(
    std::chrono::milliseconds time, const QLocale &locale = QLocale()); ///< `420 ms`, `10.9 s`

/// The same text for a label that wraps: no line ends between a figure and its unit.
[[nodiscard]] QString unbroken(QString text);

} // namespace queuesmith

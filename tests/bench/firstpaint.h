#pragma once

namespace queuesmith {

/// Milliseconds from the making of a window until it was painted for the first time.
struct FirstPaint {
    static constexpr int kRounds = 15;
    double first = 0; ///< the main window as the first of its process
    double window = 0; ///< the main window, median
    double blank = 0; ///< a QMainWindow with nothing in it, median
};

/// Needs a QApplication in which no window was made before.
[[nodiscard]] FirstPaint measureFirstPaint();

} // namespace queuesmith

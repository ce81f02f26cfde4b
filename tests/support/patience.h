#pragma once

// Guarded by a macro too: this file is precompiled, and #pragma once fails to recognise it when the
// precompiled header comes out of the compiler cache and only a comment here has changed since.
#ifndef QUEUESMITH_PATIENCE_H
#define QUEUESMITH_PATIENCE_H

#include <QTest>

namespace queuesmith {

/// How long a test waits for what should come soon, in milliseconds. Long, because a busy machine
/// is slow and a long limit costs nothing while tests pass.
constexpr int kPatience = 100'000;

} // namespace queuesmith

// Qt's own macros give up after five seconds.
#undef QTRY_VERIFY
#define QTRY_VERIFY(expr) QTRY_VERIFY_WITH_TIMEOUT(expr, queuesmith::kPatience)
#undef QTRY_VERIFY2
#define QTRY_VERIFY2(expr, text) QTRY_VERIFY2_WITH_TIMEOUT(expr, text, queuesmith::kPatience)
#undef QTRY_COMPARE
#define QTRY_COMPARE(value, expected)                                                              \
    QTRY_COMPARE_WITH_TIMEOUT(value, expected, queuesmith::kPatience)

#endif

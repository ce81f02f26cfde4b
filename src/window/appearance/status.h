#pragma once

#include "domain/problem.h"

#include <QColor>
#include <QPalette>
#include <QString>

namespace queuesmith {

/// How something stands. A person sees it three times over: as a shape, as a word, as a colour.
enum class StatusKind { Ok, Info, Warning, Error, Unknown, Waiting };

[[nodiscard]] StatusKind statusOf(Severity severity);

/// One character: ● ○ ▲ ■ ◆ ◷
[[nodiscard]] QString statusShape(StatusKind kind);

/// The shape, a space, and the text.
[[nodiscard]] QString statusText(StatusKind kind, const QString &text);

/// For text and shapes on the palette's base, with a contrast of 4.5:1 or more, light and dark.
[[nodiscard]] QColor statusColor(StatusKind kind, const QPalette &palette);

/// Whether a palette is a dark one.
[[nodiscard]] bool isDark(const QPalette &palette);

} // namespace queuesmith

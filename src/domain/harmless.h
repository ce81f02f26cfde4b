#pragma once

#include <QByteArray>

namespace queuesmith {

/// Text in valid UTF-8 without what would steer a terminal or change the order in which a line
/// reads: controls but the line end, and characters that can't be seen. A U+FFFD stands for each.
[[nodiscard]] QByteArray harmlessText(const QByteArray &utf8);

/// The same for JSON, where each of them stays what it is in another notation: `\u202e`.
[[nodiscard]] QByteArray harmlessJson(const QByteArray &utf8);

} // namespace queuesmith

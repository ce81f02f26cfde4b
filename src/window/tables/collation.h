#pragma once

#include <QCollator>

namespace queuesmith {

/// How names are sorted for people: as the language does, whatever their case, and 2 before 10.
[[nodiscard]] QCollator nameCollator();

} // namespace queuesmith

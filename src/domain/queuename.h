#pragma once

#include "domain/problem.h"

#include <QString>

namespace queuesmith {

/// What is left of a name when a tenant normalises it: NFC, no blanks at either end, one case.
/// Names that are equal in this form may be one and the same queue to such a tenant. For comparing
/// only; never sent, never shown.
[[nodiscard]] QString foldedName(const QString &name);

/// foldedName() without the blanks inside: equal for names that a person takes for the same.
[[nodiscard]] QString lookalikeName(const QString &name);

/// What is wrong with the name by itself, unless it is empty or has blanks only: that is for the
/// caller to say. All of it makes names that can't be told apart, or that a tenant may alter.
[[nodiscard]] Problems nameProblems(const QString &name);

} // namespace queuesmith

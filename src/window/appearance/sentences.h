#pragma once

#include "domain/error.h"
#include "domain/problem.h"

namespace queuesmith {

struct Verification;

// The core's sentences in the window's language. What was only ever a text stays as it is: a
// tenant's own words, what the journal kept, and what the window itself has put into words.

[[nodiscard]] QString translated(const Sentence &sentence);
[[nodiscard]] QString sentenceOf(const Problem &problem);
[[nodiscard]] QString sentenceOf(const Error &error);
[[nodiscard]] QString sentenceOf(const Verification &verification);

} // namespace queuesmith

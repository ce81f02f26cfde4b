#pragma once

#include <cstdio>

namespace queuesmith {

/// Keeps the memory of this process, which holds secrets, out of core dumps. To be called first in
/// main().
void forbidCoreDumps();

/// A file that reached the user's limit becomes a failed write, told like a full disk, instead of
/// the end of the program.
void failAtFileSizeLimit();

/// What a large answer took is given back when it goes, whatever came before.
void giveBackLargeBlocks();

[[nodiscard]] bool isTerminal(std::FILE *stream);

} // namespace queuesmith

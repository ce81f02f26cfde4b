#include "platform/ownprocess.h"

#include <csignal>
#include <malloc.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace queuesmith {

void forbidCoreDumps()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    // A core_pattern that pipes to a program ignores the limit.
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

void failAtFileSizeLimit() { std::signal(SIGXFSZ, SIG_IGN); }

void giveBackLargeBlocks()
{
    // Else the first large block raises the threshold, and later ones stay with the heap.
    mallopt(M_MMAP_THRESHOLD, 128 * 1024);
}

bool isTerminal(std::FILE *stream) { return ::isatty(::fileno(stream)) == 1; }

} // namespace queuesmith

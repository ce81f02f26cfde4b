#pragma once

namespace queuesmith {

/// Overwrites, in the arguments that every user of this computer can see, what may be a secret: the
/// value of each `--wfm-header` and the query of each `--wfm-endpoint`. To be called after the
/// arguments were copied, and before anything that takes time.
void hideSecretArguments(int argc, char **argv);

} // namespace queuesmith

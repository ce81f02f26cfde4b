#include "cli/hiddenarguments.h"

#include <array>
#include <cstring>
#include <string_view>

namespace queuesmith {

namespace {

struct SecretOption {
    std::string_view name;
    char beforeSecret; ///< what stands between the part to show and the part to hide
};
constexpr std::array kSecretOptions{
    SecretOption{"--wfm-header", ':'}, SecretOption{"--wfm-endpoint", '?'}};

void hideAfter(char *text, char mark)
{
    if (char *found = std::strchr(text, mark))
        std::memset(found + 1, '*', std::strlen(found + 1));
}

} // namespace

void hideSecretArguments(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        for (const SecretOption &option : kSecretOptions) {
            if (argument == option.name && i + 1 < argc)
                hideAfter(argv[i + 1], option.beforeSecret);
            else if (argument.starts_with(option.name))
                hideAfter(argv[i], option.beforeSecret);
        }
    }
}

} // namespace queuesmith

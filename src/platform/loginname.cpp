#include "platform/loginname.h"

#include <array>

#include <pwd.h>
#include <unistd.h>

namespace queuesmith {

QString loginName()
{
    constexpr std::size_t kRoom = 16 * 1024;
    std::array<char, kRoom> room{};
    passwd entry{};
    passwd *found = nullptr;
    getpwuid_r(geteuid(), &entry, room.data(), room.size(), &found);
    return found ? QString::fromLocal8Bit(found->pw_name) : QStringLiteral("unknown");
}

} // namespace queuesmith

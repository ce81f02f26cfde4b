#include "readinput.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace queuesmith {

namespace {

/// How long a pipe may keep silent.
constexpr int kPatienceMs = 5000;

/// Closes it at the end of its scope.
class Descriptor {
public:
    explicit Descriptor(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    ~Descriptor() { ::close(m_descriptor); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

private:
    int m_descriptor;
};

InputText unread(int code)
{
    return {{}, QString::fromStdString(std::generic_category().message(code))};
}

bool isRegular(int descriptor)
{
    struct stat found = {};
    return ::fstat(descriptor, &found) == 0 && S_ISREG(found.st_mode);
}

} // namespace

InputText readInput(const QString &name, qsizetype most, Pipes pipes)
{
    // Opening a pipe would wait for whoever writes into it.
    const int descriptor =
        ::open(QFile::encodeName(name).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0)
        return unread(errno);
    const Descriptor closer(descriptor);
    if (pipes == Pipes::Refuse && !isRegular(descriptor))
        return {{}, Sentence::tr("it is not a regular file")};
    QByteArray text;
    while (text.size() <= most) {
        pollfd waited{descriptor, POLLIN, 0};
        if (::poll(&waited, 1, kPatienceMs) == 0)
            return {{}, Sentence::tr("nothing came out of it in 5 s")};
        std::array<char, 65'536> part;
        const ssize_t size = ::read(descriptor, part.data(), part.size());
        if (size == 0)
            return {text, {}};
        if (size > 0)
            text.append(part.data(), size);
        else if (errno != EAGAIN && errno != EINTR)
            return unread(errno);
    }
    text.truncate(most + 1);
    return {text, {}};
}

} // namespace queuesmith

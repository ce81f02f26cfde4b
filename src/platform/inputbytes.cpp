#include "platform/inputbytes.h"

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

InputBytes failed(int code)
{
    return {
        {}, InputBytes::End::Failed, QString::fromStdString(std::generic_category().message(code))};
}

bool isRegular(int descriptor)
{
    struct stat found = {};
    return ::fstat(descriptor, &found) == 0 && S_ISREG(found.st_mode);
}

} // namespace

InputBytes readInputBytes(
    const QString &name, qsizetype most, Pipes pipes, std::chrono::milliseconds patience)
{
    // Opening a pipe would wait for whoever writes into it.
    const int descriptor =
        ::open(QFile::encodeName(name).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0)
        return failed(errno);
    const Descriptor closer(descriptor);
    if (pipes == Pipes::Refuse && !isRegular(descriptor))
        return {{}, InputBytes::End::NotRegular};
    QByteArray bytes;
    while (bytes.size() <= most) {
        pollfd waited{descriptor, POLLIN, 0};
        if (::poll(&waited, 1, static_cast<int>(patience.count())) == 0)
            return {{}, InputBytes::End::Silent};
        std::array<char, 65'536> part;
        const ssize_t size = ::read(descriptor, part.data(), part.size());
        if (size == 0)
            return {bytes};
        if (size > 0)
            bytes.append(part.data(), size);
        else if (errno != EAGAIN && errno != EINTR)
            return failed(errno);
    }
    bytes.truncate(most + 1);
    return {bytes};
}

} // namespace queuesmith

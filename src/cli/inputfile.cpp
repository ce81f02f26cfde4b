#include "inputfile.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
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

QString errorText(int code)
{
    return QString::fromStdString(std::generic_category().message(code));
}

Error unreadable(const QString &name, const QString &why)
{
    return inputError(QStringLiteral("%1: can't be read (%2).").arg(name, why));
}

} // namespace

Error inputError(const QString &message)
{
    Error error;
    error.kind = ErrorKind::InputFile;
    error.code = QStringLiteral("input_file");
    error.message = message;
    return error;
}

Error inputError(const QString &file, int line, int column, const QString &what)
{
    return inputError(QStringLiteral("%1:%2:%3: %4")
                          .arg(file, QString::number(line), QString::number(column), what));
}

Result<QByteArray> readInputFile(const QString &name, qsizetype most)
{
    // Opening a pipe would wait for whoever writes into it.
    const int descriptor =
        ::open(QFile::encodeName(name).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return unreadable(name, errorText(errno));
    const Descriptor closer(descriptor);
    QByteArray text;
    // One byte more than is allowed shows that there is more.
    while (text.size() <= most) {
        pollfd waited{descriptor, POLLIN, 0};
        if (::poll(&waited, 1, kPatienceMs) == 0)
            return unreadable(name, QStringLiteral("nothing came out of it in 5 s"));
        std::array<char, 65'536> part;
        const ssize_t size = ::read(descriptor, part.data(), part.size());
        if (size == 0)
            return text;
        if (size > 0)
            text.append(part.data(), size);
        else if (errno != EAGAIN && errno != EINTR)
            return unreadable(name, errorText(errno));
    }
    return inputError(name, 1, 1, QStringLiteral("larger than %1 MiB").arg(most / 1024 / 1024));
}

Result<JsonParse> readJsonFile(const QString &name, qsizetype most)
{
    const Result<QByteArray> text = readInputFile(name, most);
    if (!text)
        return text.error();
    const JsonParse json = parseStrictJson(text.value(), most);
    if (json.error)
        return inputError(name, json.error->line, json.error->column, json.error->what);
    return json;
}

} // namespace queuesmith

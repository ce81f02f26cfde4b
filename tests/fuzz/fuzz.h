#pragma once

#include "domain/error.h"

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

namespace queuesmith {

// The targets. Each reads these bytes, and checks what must hold of any.
void feedAnswers(const QByteArray &bytes);
void feedConnections(const QByteArray &bytes);
void feedCsv(const QByteArray &bytes);
void feedDefinition(const QByteArray &bytes);
void feedHistory(const QByteArray &bytes);
void feedJson(const QByteArray &bytes);
void feedRetryAfter(const QByteArray &bytes);
void feedToken(const QByteArray &bytes);

/// Aborts when it doesn't hold, and so libFuzzer keeps the input.
inline void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fputs(what, stderr);
    std::fputc('\n', stderr);
    std::abort();
}

inline void requireSentence(const Error &error)
{
    require(!error.message.isEmpty() && !error.code.isEmpty(), "an error without words");
    require(!whatHappened(error).isEmpty(), "an error that doesn't say what happened");
}

/// A file with these bytes, as long as this lives. Each has a name of its own, since QSettings
/// remembers files.
class FuzzFile {
public:
    explicit FuzzFile(const QByteArray &bytes)
    {
        static const QTemporaryDir folder;
        static int number = 0;
        m_file.setFileName(folder.filePath(QString::number(++number)));
        require(m_file.open(QIODevice::WriteOnly) && m_file.write(bytes) == bytes.size(),
            "the input couldn't be written");
        m_file.close();
    }
    ~FuzzFile() { m_file.remove(); }
    FuzzFile(const FuzzFile &) = delete;
    FuzzFile &operator=(const FuzzFile &) = delete;

    [[nodiscard]] QString name() const { return m_file.fileName(); }

private:
    QFile m_file;
};

} // namespace queuesmith

#pragma once

#include <QByteArray>
#include <QIODevice>

namespace queuesmith {

/// A request body that can be read once. Qt repeats a request by itself when the server closes the
/// connection early, unless it can't rewind the body: this one can't be, so one send is one send.
/// It also is the gate of a request: as long as nothing was read from it, the tenant can't have
/// the whole request, and once shut it gives nothing more.
class OneShotBody final : public QIODevice {
    Q_OBJECT

public:
    explicit OneShotBody(QByteArray bytes, QObject *parent = nullptr);

    void shut() { m_shut = true; }
    [[nodiscard]] bool wasRead() const { return m_at > 0; }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_bytes.size() - m_at; }
    [[nodiscard]] bool atEnd() const override { return m_at >= m_bytes.size(); }
    bool reset() override { return false; }
    bool seek(qint64 /*position*/) override { return false; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char * /*data*/, qint64 /*size*/) override { return -1; }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
    bool m_shut = false;
};

} // namespace queuesmith

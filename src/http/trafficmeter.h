#pragma once

#include <QHash>

namespace queuesmith {

/// Notes a part of a body that was handed to us.
void noteDelivered(qint64 bytes);

/// Tells endless headers from a slow answer. Qt reads headers byte by byte, which costs a whole
/// processor while they come, gives no word of it until their end, and knows no limit. What was
/// taken from the connections and handed to nobody must be headers.
class HeaderWatch {
public:
    static constexpr qint64 kMostHeaderBytes = 512 * 1024;

    explicit HeaderWatch(quint16 port);

    /// Whether far more came than headers may have. To be asked now and then; says so only when it
    /// was so the last time too, since what was taken may be about to be handed to us.
    [[nodiscard]] bool isFlood();

    /// Ends the connection that most came from. Qt would go on reading until nothing comes any
    /// more, whatever it is told.
    void cutOff() const;

private:
    quint16 m_port;
    QHash<int, qint64> m_before; ///< bytes by descriptor
    qint64 m_delivered;
    int m_worst = -1; ///< descriptor
    bool m_wasMuch = false;
};

} // namespace queuesmith

#include "domain/logline.h"

#include <algorithm>

namespace queuesmith {

namespace {

/// What would be taken for more than one word. Nothing in it is changed: the secrets are looked for
/// in the line as it is.
bool needsQuotes(const QString &value)
{
    return value.isEmpty() || std::any_of(value.cbegin(), value.cend(), [](QChar c) {
        return c.isSpace() || c == u'"' || c == u'=';
    });
}

} // namespace

LogLine::LogLine(const char *event, std::initializer_list<Field> fields)
    : m_text(QString::fromLatin1(event))
{
    (void)with(fields);
}

LogLine &LogLine::with(std::initializer_list<Field> fields)
{
    for (const Field &field : fields) {
        m_text += u' ' + QString::fromLatin1(field.name) + u'=';
        m_text += needsQuotes(field.value) ? u'"' + field.value + u'"' : field.value;
    }
    return *this;
}

QDebug operator<<(QDebug debug, const LogLine &line)
{
    const QDebugStateSaver saver(debug);
    debug.noquote().nospace() << line.text();
    return debug;
}

} // namespace queuesmith

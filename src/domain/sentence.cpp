#include "domain/sentence.h"

#include <QStringList>

#include <algorithm>

namespace queuesmith {

Sentence::Sentence(const QString &text)
    : m_text(text)
{
}

Sentence::Sentence(Words words, std::vector<Sentence> parts)
    : m_words(words)
    , m_parts(std::move(parts))
{
}

Sentence Sentence::tr(const char *source, std::vector<Sentence> parts)
{
    return {Words(source), std::move(parts)};
}

Sentence Sentence::row(std::vector<Sentence> sentences)
{
    Sentence row;
    row.m_parts = std::move(sentences);
    return row;
}

bool Sentence::isEmpty() const
{
    return !m_words.source() && m_text.isEmpty()
        && std::all_of(
            m_parts.cbegin(), m_parts.cend(), [](const Sentence &part) { return part.isEmpty(); });
}

QString Sentence::english() const
{
    return in([](const char *source) { return QString::fromUtf8(source); });
}

QString Sentence::in(Translate translate) const
{
    if (m_words.source())
        return filled(translate(m_words.source()), translate);
    if (m_parts.empty())
        return m_text;
    QStringList row;
    for (const Sentence &part : m_parts) {
        if (!part.isEmpty())
            row.append(part.in(translate));
    }
    return row.join(u' ');
}

Sentence Sentence::changed(const std::function<QString(const QString &)> &change) const
{
    Sentence other = *this;
    other.m_text = change(m_text);
    for (Sentence &part : other.m_parts)
        part = part.changed(change);
    return other;
}

// In one pass, since a name may hold a %1 of its own.
QString Sentence::filled(const QString &source, Translate translate) const
{
    QString text;
    for (qsizetype i = 0; i < source.size(); ++i) {
        const int digit = i + 1 < source.size() ? source.at(i + 1).unicode() - u'0' : 0;
        const bool isPlace =
            source.at(i) == u'%' && digit >= 1 && static_cast<std::size_t>(digit) <= m_parts.size();
        if (!isPlace) {
            text += source.at(i);
            continue;
        }
        text += m_parts.at(static_cast<std::size_t>(digit) - 1).in(translate);
        ++i;
    }
    return text;
}

Sentence toldAs(const Sentence &said, const QString &text)
{
    return said.english() == text ? said : Sentence(text);
}

} // namespace queuesmith

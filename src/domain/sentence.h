#pragma once

#include <QString>

#include <concepts>
#include <functional>
#include <vector>

namespace queuesmith {

/// A sentence's template, before its places %1 … %9 are filled. Tables may hold them at compile
/// time. Sentence::tr() makes those that are translated.
class Words {
public:
    constexpr Words() = default; ///< says nothing
    /// `source` is in UTF-8, lives as long as the program, and is the same in every language.
    explicit constexpr Words(const char *source)
        : m_source(source)
    {
    }

    [[nodiscard]] constexpr const char *source() const { return m_source; }

private:
    const char *m_source = nullptr;
};

/// Words for a person as a value: a template and what is put into it. The audit log, the journal
/// and the command line take the English text, the window one of its own language; no text is ever
/// taken apart for that. An empty Sentence says nothing.
class Sentence {
#ifdef LUPDATE // never defined, but lupdate reads it, and then takes our tr() for one of its own
    Q_DECLARE_TR_FUNCTIONS(queuesmith::Sentence)
#endif

public:
    /// Gives the template in another language, or as it is.
    using Translate = QString (*)(const char *source);

    Sentence() = default;
    /// What is the same in every language: a name, a number, a tenant's own words.
    Sentence(const QString &text);
    template <std::integral Whole>
    requires(!std::same_as<Whole, bool>) Sentence(Whole number)
        : m_text(QString::number(number))
    {
    }
    Sentence(Words words, std::vector<Sentence> parts = {});
    /// `source` is a literal, which lupdate reads; `parts` stand at its places.
    [[nodiscard]] static constexpr Words tr(const char *source) { return Words(source); }
    [[nodiscard]] static Sentence tr(const char *source, std::vector<Sentence> parts);
    /// One after the other with a blank between; empty ones are left out.
    [[nodiscard]] static Sentence row(std::vector<Sentence> sentences);

    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] QString english() const;
    [[nodiscard]] QString in(Translate translate) const;

    /// The same with each text that was put into it changed; templates stay as they are.
    [[nodiscard]] Sentence changed(const std::function<QString(const QString &)> &change) const;

    friend bool operator==(const Sentence &a, const Sentence &b)
    {
        return a.english() == b.english();
    }

private:
    [[nodiscard]] QString filled(const QString &source, Translate translate) const;

    Words m_words;
    QString m_text;
    std::vector<Sentence> m_parts;
};

/// `said` when it is what `text` was made from, and else the text: one that was set by itself later
/// counts, in English rather than not at all.
[[nodiscard]] Sentence toldAs(const Sentence &said, const QString &text);

} // namespace queuesmith

#pragma once

#include <QString>

#include <functional>
#include <vector>

namespace queuesmith {

/// Words for a person as a value: a template and what is put into it. The audit log, the journal
/// and the command line take the English text, the window one of its own language; no text is ever
/// taken apart for that. An empty Sentence says nothing.
class Sentence {
public:
    /// Gives the template in another language, or as it is.
    using Translate = QString (*)(const char *source);

    Sentence() = default;
    /// What is the same in every language: a name, a number, a tenant's own words.
    Sentence(const QString &text);
    /// `source` is a literal in UTF-8 that lives as long as the program, marked with
    /// QT_TRANSLATE_NOOP("queuesmith::Sentence", …); %1 … %9 stand for the parts.
    Sentence(const char *source, std::vector<Sentence> parts = {});
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

    const char *m_source = nullptr;
    QString m_text;
    std::vector<Sentence> m_parts;
};

/// `said` when it is what `text` was made from, and else the text: one that was set by itself later
/// counts, in English rather than not at all.
[[nodiscard]] Sentence toldAs(const Sentence &said, const QString &text);

} // namespace queuesmith

#include "window/appearance/sentences.h"

#include "records/records.h"

#include <QCoreApplication>

namespace queuesmith {

QString translated(const Sentence &sentence)
{
    return sentence.in([](const char *source) {
        return QCoreApplication::translate("queuesmith::Sentence", source);
    });
}

QString sentenceOf(const Problem &problem) { return translated(wholeSentence(problem)); }

QString sentenceOf(const Error &error) { return translated(wholeSentence(error)); }

QString sentenceOf(const Verification &verification)
{
    return translated(toldAs(verification.said, verification.what));
}

} // namespace queuesmith

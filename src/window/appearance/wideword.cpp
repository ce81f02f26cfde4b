#include "window/appearance/wideword.h"

#include "window/appearance/tooltip.h"

#include <QLabel>
#include <QTextBoundaryFinder>

namespace queuesmith {

QString withoutWideWords(const QString &text)
{
    constexpr qsizetype kWidest = 40;
    if (text.size() <= kWidest)
        return text;
    QString result;
    result.reserve(text.size());
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
    qsizetype from = 0;
    for (qsizetype to = finder.toNextBoundary(); to >= 0; to = finder.toNextBoundary()) {
        const QStringView piece = QStringView(text).sliced(from, to - from);
        from = to;
        if (piece.size() <= kWidest) {
            result += piece;
            continue;
        }
        qsizetype kept = kWidest - 1;
        if (piece.at(kept - 1).isHighSurrogate())
            --kept;
        result += piece.first(kept);
        result += QChar(0x2026);
        if (piece.last().isSpace())
            result += piece.last();
    }
    return result;
}

void showWrapped(QLabel *label, const QString &text)
{
    const QString shown = withoutWideWords(text);
    const bool isWhole = shown == text;
    label->setText(shown);
    label->setToolTip(isWhole ? QString() : plainToolTip(text));
    label->setAccessibleName(isWhole ? QString() : text);
}

} // namespace queuesmith

#include "window/tables/figuretexts.h"

#include "domain/figures.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace queuesmith {

namespace {

QString numberIn(const QLocale &locale, double number)
{
    constexpr double kTenths = 10;
    const bool isWhole = std::fmod(std::round(number * kTenths), kTenths) == 0;
    return locale.toString(number, 'f', isWhole ? 0 : 1);
}

QString textOfFigure(const Figure &figure, const QLocale &locale)
{
    QString text = QCoreApplication::translate("queuesmith::Sentence", figure.words.source());
    for (const double number : figure.numbers)
        text = text.arg(numberIn(locale, number));
    return text;
}

} // namespace

QString wholeText(qint64 number) { return QLocale().toString(number); }

QString percentText(double share, const QLocale &locale)
{
    return textOfFigure(percentFigure(share), locale);
}

QString secondsText(double seconds, const QLocale &locale)
{
    return textOfFigure(durationFigure(seconds), locale);
}

QString latencyText(std::chrono::milliseconds time, const QLocale &locale)
{
    return textOfFigure(latencyFigure(time), locale);
}

QString unbroken(QString text)
{
    static const QRegularExpression unit(QStringLiteral("(?<=\\d) (?=%|(?:ms|s|min|h)\\b)"));
    return text.replace(unit, QString(QChar(QChar::Nbsp)));
}

} // namespace queuesmith

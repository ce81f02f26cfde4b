#include "window/waittimes/chartcolors.h"

#include "window/appearance/status.h"

#include <QPalette>

#include <algorithm>
#include <array>
#include <cmath>

namespace queuesmith {

namespace {

constexpr QRgb kOrange = 0xffe69f00;
constexpr QRgb kSkyBlue = 0xff56b4e9;
constexpr QRgb kBluishGreen = 0xff009e73;
constexpr QRgb kYellow = 0xfff0e442;
constexpr QRgb kBlue = 0xff0072b2;
constexpr QRgb kVermillion = 0xffd55e00;
constexpr QRgb kReddishPurple = 0xffcc79a7;

struct Pair {
    QRgb onLight;
    QRgb onDark;
};

Pair inkPair(Ink ink)
{
    switch (ink) {
    case Ink::Wait:
        return {kBlue, kSkyBlue};
    case Ink::Abandonment:
        return {kVermillion, kVermillion};
    case Ink::Volume:
        return {0xff6f7782, 0xff8d97a3};
    case Ink::HandleTime:
    case Ink::ServiceLevel:
        return {kBluishGreen, kBluishGreen};
    case Ink::Occupancy:
        return {kReddishPurple, kReddishPurple};
    case Ink::Target:
        return {kVermillion, kOrange};
    case Ink::Mark:
        break;
    }
    return {0xff1c2128, kYellow};
}

// Blues of ColorBrewer, and a darker ground for the dark window.
constexpr std::array<QRgb, 5> kOnLight{0xfff2f7fc, 0xffc6dbef, 0xff6baed6, 0xff2171b5, 0xff08306b};
constexpr std::array<QRgb, 5> kOnDark{0xff242c36, 0xff24507a, 0xff2f7fb8, 0xff73b6e2, 0xffdceefa};

} // namespace

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto between = [share](int from, int to) {
        return static_cast<int>(std::lround(from + share * (to - from)));
    };
    return {between(a.red(), b.red()), between(a.green(), b.green()), between(a.blue(), b.blue())};
}

QColor inkColor(Ink ink, const QPalette &palette)
{
    const Pair pair = inkPair(ink);
    return QColor::fromRgb(isDark(palette) ? pair.onDark : pair.onLight);
}

QColor bandColor(Ink ink, const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), inkColor(ink, palette), 0.42);
}

QColor heatColor(double share, const QPalette &palette)
{
    const auto &stops = isDark(palette) ? kOnDark : kOnLight;
    const double place = std::clamp(share, 0.0, 1.0) * static_cast<double>(stops.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(place), stops.size() - 2);
    return mixed(QColor::fromRgb(stops[below]), QColor::fromRgb(stops[below + 1]),
        place - static_cast<double>(below));
}

QColor textOn(const QColor &ground)
{
    // Relative luminance as WCAG 2 has it; at 0.18 black and white contrast alike.
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    const double luminance = 0.2126 * linear(ground.redF()) + 0.7152 * linear(ground.greenF())
        + 0.0722 * linear(ground.blueF());
    return luminance > 0.18 ? QColor(Qt::black) : QColor(Qt::white);
}

} // namespace queuesmith

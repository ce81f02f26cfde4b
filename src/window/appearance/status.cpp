#include "window/appearance/status.h"

namespace queuesmith {

namespace {

struct Look {
    char16_t shape;
    QRgb onLight;
    QRgb onDark;
};

/// The one table of status colours.
Look lookOf(StatusKind kind)
{
    switch (kind) {
    case StatusKind::Ok:
        return {u'●', 0xff1a7f37, 0xff57c46d};
    case StatusKind::Info:
        return {u'○', 0xff0a5fb4, 0xff6cb6ff};
    case StatusKind::Warning:
        return {u'▲', 0xff8a5a00, 0xffe3b341};
    case StatusKind::Error:
        return {u'■', 0xffb3261e, 0xffff8f86};
    case StatusKind::Unknown:
        return {u'◆', 0xff7a3fb0, 0xffcfa2ff};
    case StatusKind::Waiting:
        break;
    }
    return {u'◷', 0xff5a6068, 0xffaab2bc};
}

} // namespace

StatusKind statusOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return StatusKind::Error;
    case Severity::Warning:
        return StatusKind::Warning;
    case Severity::Info:
        break;
    }
    return StatusKind::Info;
}

QString statusShape(StatusKind kind) { return QString(QChar(lookOf(kind).shape)); }

QString statusText(StatusKind kind, const QString &text) { return statusShape(kind) + u' ' + text; }

QColor statusColor(StatusKind kind, const QPalette &palette)
{
    const Look look = lookOf(kind);
    return QColor::fromRgb(isDark(palette) ? look.onDark : look.onLight);
}

bool isDark(const QPalette &palette) { return palette.color(QPalette::Base).lightness() < 128; }

} // namespace queuesmith

#include "window/appearance/theme.h"

#include "window/appearance/sessionbus.h"
#include "window/appearance/status.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QPainter>
#include <QProxyStyle>
#include <QStyleOption>

namespace queuesmith {

namespace {

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString kGroup = QStringLiteral("org.freedesktop.appearance");
const QString kKey = QStringLiteral("color-scheme");
constexpr uint kPrefersDark = 1;

struct Tones {
    QRgb window, base, alternate, text, button, light, mid, dark, highlight, highlightedText, link,
        hint;
};

QPalette paletteOf(const Tones &tones)
{
    QPalette palette(QColor::fromRgb(tones.button), QColor::fromRgb(tones.window));
    const auto set = [&palette](QPalette::ColorRole role, QRgb rgb) {
        palette.setColor(role, QColor::fromRgb(rgb));
    };
    for (const auto role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        set(role, tones.text);
    set(QPalette::Base, tones.base);
    set(QPalette::AlternateBase, tones.alternate);
    set(QPalette::ToolTipBase, tones.base);
    set(QPalette::Mid, tones.mid);
    set(QPalette::Light, tones.light);
    set(QPalette::Dark, tones.dark);
    set(QPalette::Highlight, tones.highlight);
    set(QPalette::HighlightedText, tones.highlightedText);
    set(QPalette::Link, tones.link);
    set(QPalette::LinkVisited, tones.link);
    set(QPalette::PlaceholderText, tones.hint);
    for (const auto role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, QColor::fromRgb(tones.hint));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor::fromRgb(tones.mid));
    return palette;
}

/// Fusion draws the outlines of fields and boxes darker than the window, which a dark window
/// swallows. Here they are lighter than it.
class OutlinedFusion final : public QProxyStyle {
public:
    OutlinedFusion()
        : QProxyStyle(QStringLiteral("Fusion"))
    {
    }

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override
    {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        const bool isOutlined = element == PE_IndicatorCheckBox || element == PE_FrameLineEdit
            || element == PE_IndicatorItemViewItemCheck;
        const bool hasFocus = option->state.testFlag(State_HasFocus);
        if (!isOutlined || hasFocus || !isDark(option->palette))
            return;
        painter->save();
        painter->setPen(option->palette.color(QPalette::Light));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        painter->restore();
    }
};

} // namespace

QString word(Appearance appearance)
{
    switch (appearance) {
    case Appearance::Light:
        return QStringLiteral("light");
    case Appearance::Dark:
        return QStringLiteral("dark");
    case Appearance::System:
        break;
    }
    return QStringLiteral("system");
}

Appearance appearanceOf(const QString &word)
{
    for (const Appearance known : {Appearance::Light, Appearance::Dark}) {
        if (queuesmith::word(known) == word)
            return known;
    }
    return Appearance::System;
}

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_desktopIsDark(isDark(QApplication::palette()))
{
    QApplication::setStyle(new OutlinedFusion); // owned by the application
    withSessionBus(this, [this](const QDBusConnection &bus) { askDesktop(bus); });
    apply();
}

QPalette Theme::lightPalette()
{
    return paletteOf({.window = 0xfff3f4f6,
        .base = 0xffffffff,
        .alternate = 0xfff5f7fa,
        .text = 0xff1c2128,
        .button = 0xfff3f4f6,
        .light = 0xffffffff,
        .mid = 0xffc4c9d0,
        .dark = 0xff9aa1ab,
        .highlight = 0xff0a5fb4,
        .highlightedText = 0xffffffff,
        .link = 0xff0a5fb4,
        .hint = 0xff646b75});
}

QPalette Theme::darkPalette()
{
    return paletteOf({.window = 0xff22262c,
        .base = 0xff1a1d22,
        .alternate = 0xff20242a,
        .text = 0xffe6e9ed,
        .button = 0xff2d323a,
        .light = 0xff6b7480,
        .mid = 0xff454c56,
        .dark = 0xff14171b,
        .highlight = 0xff2f7fd4,
        .highlightedText = 0xffffffff,
        .link = 0xff6cb6ff,
        .hint = 0xff98a0ab});
}

void Theme::setAppearance(Appearance appearance)
{
    m_appearance = appearance;
    apply();
}

void Theme::askDesktop(QDBusConnection bus)
{
    bus.connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
        SLOT(desktopChanged(QString, QString, QDBusVariant))); // QtDBus has no other form
    QDBusMessage question =
        QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
    question << kGroup << kKey;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid()) {
            // Portals of the first version wrap the value twice.
            const QVariant value = reply.value().variant();
            desktopChanged(kGroup, kKey,
                value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>() : reply.value());
        }
        watcher->deleteLater();
    });
}

void Theme::desktopChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group != kGroup || key != kKey)
        return;
    m_desktopIsDark = value.variant().toUInt() == kPrefersDark;
    apply();
}

void Theme::apply()
{
    const bool dark =
        m_appearance == Appearance::Dark || (m_appearance == Appearance::System && m_desktopIsDark);
    QApplication::setPalette(dark ? darkPalette() : lightPalette());
}

} // namespace queuesmith

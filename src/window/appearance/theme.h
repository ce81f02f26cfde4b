#pragma once

#include <QObject>
#include <QPalette>
#include <QString>

class QDBusConnection;
class QDBusVariant;

namespace queuesmith {

enum class Appearance { System, Light, Dark };

[[nodiscard]] QString word(Appearance appearance); ///< `system`, `light`, `dark`
[[nodiscard]] Appearance appearanceOf(const QString &word); ///< System for an unknown word

/// Fusion in light or dark, as the person chose or as the desktop has it. The desktop is asked
/// through its settings portal and heard when it changes; where there is none, the palette that Qt
/// started with decides.
class Theme final : public QObject {
    Q_OBJECT

public:
    explicit Theme(QObject *parent = nullptr);

    void setAppearance(Appearance appearance);
    [[nodiscard]] Appearance appearance() const { return m_appearance; }

    [[nodiscard]] static QPalette lightPalette();
    [[nodiscard]] static QPalette darkPalette();

private:
    void askDesktop(QDBusConnection bus);
    Q_SLOT void desktopChanged(const QString &group, const QString &key, const QDBusVariant &value);
    void apply();

    Appearance m_appearance = Appearance::System;
    bool m_desktopIsDark = false;
};

} // namespace queuesmith

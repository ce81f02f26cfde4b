#pragma once

#include "window/settings/language.h"

#include <QApplication>
#include <QFont>
#include <QString>

namespace queuesmith {

/// Makes a font larger for as long as it lives.
class LargerFont {
public:
    explicit LargerFont(double factor)
        : m_before(QApplication::font())
    {
        QFont font = m_before;
        font.setPointSizeF(font.pointSizeF() * factor);
        QApplication::setFont(font);
    }
    ~LargerFont() { QApplication::setFont(m_before); }
    LargerFont(const LargerFont &) = delete;
    LargerFont &operator=(const LargerFont &) = delete;

private:
    QFont m_before;
};

/// Another language for as long as it lives; English after it. Windows must be made and gone
/// within.
class OtherLanguage {
public:
    explicit OtherLanguage(const QString &language)
    {
        speak(language, *QCoreApplication::instance());
    }
    ~OtherLanguage() { speak(QStringLiteral("en"), *QCoreApplication::instance()); }
    OtherLanguage(const OtherLanguage &) = delete;
    OtherLanguage &operator=(const OtherLanguage &) = delete;
};

} // namespace queuesmith

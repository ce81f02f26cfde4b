#pragma once

#include <QString>

class QCoreApplication;

namespace queuesmith {

/// Makes the window speak the chosen language, `en` or `de`, or the desktop's for `system`: texts
/// and Qt's own texts, numbers and dates. What isn't translated is English. May be called again;
/// widgets that are there keep their texts. The translators belong to `app`. What is recorded stays
/// English.
void speak(const QString &choice, QCoreApplication &app);

} // namespace queuesmith

#pragma once

#include <QIcon>
#include <QString>

namespace queuesmith {

/// A single-colour icon of the program's own, drawn in the palette's text colour (and its greyed or
/// highlighted one), so that it fits light and dark. `name` is the file's stem in resources/icons.
[[nodiscard]] QIcon tintedIcon(const QString &name);

/// The program's own icon, in its colours.
[[nodiscard]] QIcon applicationIcon();

} // namespace queuesmith

#pragma once

#include "capacity/capacityconfig.h"
#include "cli/commandline.h"

#include <QJsonObject>

namespace queuesmith {

/// What --targets, --policy, --capacity, --volume-change and --time-zone say, as keys of the
/// scenarios' config. Kind Usage or InputFile says what is wrong with them.
[[nodiscard]] Result<QJsonObject> capacityOptions(const CommandLine &line);

/// Kind Usage when one of these options is given, since `with` says where it would count.
[[nodiscard]] Status refuseOptions(
    const CommandLine &line, const QStringList &options, const QString &with);

} // namespace queuesmith

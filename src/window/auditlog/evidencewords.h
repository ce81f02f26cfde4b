#pragma once

#include "window/auditlog/htmltable.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <utility>

namespace queuesmith {

/// The evidence of a record, a figure a row: its name and its value in the person's language, in
/// the order in which a person asks. Members that this version doesn't know come last, by their
/// paths. The digest is checked, and its row says so. Pure.
[[nodiscard]] QList<std::pair<QString, HtmlCell>> evidenceRows(const QJsonObject &evidence);

} // namespace queuesmith

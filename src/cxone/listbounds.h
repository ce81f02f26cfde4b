#pragma once

#include "domain/error.h"

#include <chrono>

namespace queuesmith {

struct Skill;

/// What a list may have, all its pages together: a tenant that never comes to an end must not use
/// up the memory, or a person's day.
enum class ListBound { Items, Bytes, Time };

template <typename T> inline constexpr qint64 kMostItems = 100'000;
template <> inline constexpr qint64 kMostItems<Skill> = 1'000'000;
inline constexpr qint64 kMostListBytes = 96 * 1024 * 1024;
/// How many times the deadline of one request a whole list may take, counted as that is.
inline constexpr int kListDeadlines = 5;

/// Why a list was given up. `feature` is what was asked, as `list queues`; `most` is the bound, in
/// its unit: items, bytes, seconds.
[[nodiscard]] Error listOutgrown(ListBound bound, Words feature, qint64 most);

} // namespace queuesmith

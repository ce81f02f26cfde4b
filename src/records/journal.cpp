#include "records/journal.h"

#include <array>
#include <utility>

namespace queuesmith {

namespace {
constexpr std::array<std::pair<OperationKind, const char *>, 2> kKindWords{{
    {OperationKind::Create, "create"},
    {OperationKind::Update, "update"},
}};

constexpr std::array<std::pair<OperationState, const char *>, 8> kOperationWords{{
    {OperationState::Planned, "planned"},
    {OperationState::Sent, "sent"},
    {OperationState::Unknown, "unknown"},
    {OperationState::Created, "created"},
    {OperationState::Verified, "verified"},
    {OperationState::Failed, "failed"},
    {OperationState::Conflict, "conflict"},
    {OperationState::Cancelled, "cancelled"},
}};

constexpr std::array<std::pair<ExportState, const char *>, 4> kExportWords{{
    {ExportState::Pending, "pending"},
    {ExportState::Sent, "sent"},
    {ExportState::Unknown, "unknown"},
    {ExportState::Delivered, "delivered"},
}};

template <typename Table, typename State> QString wordIn(const Table &table, State state)
{
    for (const auto &[known, name] : table) {
        if (known == state)
            return QString::fromLatin1(name);
    }
    return {};
}

template <typename State, typename Table>
std::optional<State> stateIn(const Table &table, const QString &word)
{
    for (const auto &[known, name] : table) {
        if (word == QLatin1StringView(name))
            return known;
    }
    return std::nullopt;
}
} // namespace

bool isOpen(OperationState state)
{
    switch (state) {
    case OperationState::Planned:
    case OperationState::Sent:
    case OperationState::Unknown:
    case OperationState::Created:
        return true;
    case OperationState::Verified:
    case OperationState::Failed:
    case OperationState::Conflict:
    case OperationState::Cancelled:
        break;
    }
    return false;
}

QString word(OperationKind kind) { return wordIn(kKindWords, kind); }

std::optional<OperationKind> operationKind(const QString &word)
{
    return stateIn<OperationKind>(kKindWords, word);
}

QString word(OperationState state) { return wordIn(kOperationWords, state); }

QString word(ExportState state) { return wordIn(kExportWords, state); }

std::optional<OperationState> operationState(const QString &word)
{
    return stateIn<OperationState>(kOperationWords, word);
}

std::optional<ExportState> exportState(const QString &word)
{
    return stateIn<ExportState>(kExportWords, word);
}

} // namespace queuesmith

#pragma once

#include "window/skillpicker/skillsearch.h"

#include <QAbstractListModel>

#include <memory>

namespace queuesmith {

/// Roles of the two lists of skills.
namespace skillrole {
inline constexpr int kId = Qt::UserRole; ///< QString
inline constexpr int kHint = Qt::UserRole + 1; ///< QString: how many agents hold it
inline constexpr int kMissing = Qt::UserRole + 2; ///< bool: the tenant doesn't have it
} // namespace skillrole

/// What a search found, without what is chosen already.
class SkillListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;
    ~SkillListModel() override;

    /// Shows nothing until rows of this search are set.
    void setSearch(const std::shared_ptr<const SkillSearch> &search);
    void setFound(const QList<int> &rows);
    void setChosen(const QList<SkillId> &chosen);

    [[nodiscard]] SkillId idAt(int row) const;
    /// What was found, chosen or not.
    [[nodiscard]] bool hasFound() const { return !m_found.isEmpty(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] QList<int> withoutChosen() const;

    std::shared_ptr<const SkillSearch> m_search;
    QList<int> m_found;
    QList<SkillId> m_chosen;
    QList<int> m_rows; ///< what is shown, ascending
};

/// `12 agents`; empty where the tenant doesn't tell.
[[nodiscard]] QString agentsText(const Skill &skill);

} // namespace queuesmith

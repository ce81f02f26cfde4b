#pragma once

#include "window/skillpicker/skillsearch.h"

#include <QAbstractListModel>

#include <memory>

namespace queuesmith {

/// The chosen skills, in the order in which they were chosen; roles as in skillrole.
class ChosenSkillsModel final : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;
    ~ChosenSkillsModel() override;

    /// `isComplete`: what isn't among these skills doesn't exist in the tenant.
    void setSearch(const std::shared_ptr<const SkillSearch> &search, bool isComplete);
    void setChosen(const QList<SkillId> &chosen);
    [[nodiscard]] const QList<SkillId> &chosen() const { return m_chosen; }

    /// `2 chosen, at most 34 agents`: at most, since one agent may hold several.
    [[nodiscard]] QString sum() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] const Skill *skillOf(const SkillId &id) const; ///< null: not known

    QList<SkillId> m_chosen;
    std::shared_ptr<const SkillSearch> m_search;
    bool m_isComplete = false;
};

} // namespace queuesmith

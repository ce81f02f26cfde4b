#pragma once

#include "domain/queue.h"

#include <QWidget>

#include <memory>

class QListView;

class QLabel;

namespace Ui {
class SkillPicker;
}

namespace queuesmith {

class ChosenSkillsModel;
class SkillFinder;
class SkillListModel;

/// Chooses skills of a tenant: search on the left, what is chosen on the right. By keyboard: type,
/// Enter adds the first one found; Down goes into the list, where Enter adds; Delete removes. Keeps
/// up with every keystroke for 100,000 skills.
class SkillPicker final : public QWidget {
    Q_OBJECT

public:
    explicit SkillPicker(QWidget *parent = nullptr);
    ~SkillPicker() override;

    /// `isComplete`: what isn't among them doesn't exist in the tenant, and is shown so. Returns at
    /// once; the former skills are shown until these are ready.
    void setSkills(const QList<Skill> &skills, bool isComplete = true);
    void setChosen(const QList<SkillId> &chosen);
    [[nodiscard]] const QList<SkillId> &chosen() const;
    /// How a skill is called; empty: not known (yet).
    [[nodiscard]] QString nameOf(const SkillId &id) const;
    /// Why there are no skills to choose from, or not all; empty: nothing to say.
    void setNotice(const QString &notice);
    /// What is shown answers the newest text over the newest skills.
    [[nodiscard]] bool isIdle() const;
    void focusSearch();

    /// The person changed the choice.
    Q_SIGNAL void chosenChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeSkills();
    void addSelected();
    void addFirst();
    void removeSelected();
    void add(const QList<SkillId> &ids);
    void choose(const QList<SkillId> &chosen);
    void updateTexts();
    void enterAvailable();
    bool keyInSearch(int key);
    bool keyInAvailable(int key);
    bool keyInChosen(int key);

    std::unique_ptr<Ui::SkillPicker> m_ui;
    SkillFinder *m_finder;
    SkillListModel *m_available;
    ChosenSkillsModel *m_chosen;
    QLabel *m_nothing; ///< says that a search found nothing
    bool m_isComplete = true;
    bool m_isNextComplete = true;
    QString m_notice;
};

} // namespace queuesmith

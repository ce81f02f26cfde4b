#pragma once

#include "window/review/fieldwords.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace queuesmith {

class CompareModel;
class EditorDocument;

/// Compare: where the document differs from the tenant's queue, with `Take theirs` and
/// `Keep mine` for each field.
class ComparePane final : public QWidget {
    Q_OBJECT

public:
    /// `document` must outlive this.
    explicit ComparePane(EditorDocument &document, QWidget *parent = nullptr);

    /// How queues and skills are called.
    void setNames(const FieldNames &names);
    /// Names may be known by now that weren't before.
    void showDifferences();
    /// Puts the keyboard on what is to be decided.
    void goToUndecided();

    /// So many fields differ now.
    Q_SIGNAL void countChanged(int count);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitTable();
    void updateButtons();
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString currentMember() const; ///< empty: none

    EditorDocument &m_document;
    FieldNames m_names;
    CompareModel *m_model;
    QLabel *m_summary;
    QTableView *m_table;
    QPushButton *m_takeTheirs;
    QPushButton *m_keepMine;
};

} // namespace queuesmith

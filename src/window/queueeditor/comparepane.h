#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace queuesmith {

class CompareModel;
class EditorDocument;

/// The tab Compare: where the document differs from the tenant's queue, with `Take theirs` and
/// `Keep mine` for each field.
class ComparePane final : public QWidget {
    Q_OBJECT

public:
    /// `document` must outlive this.
    explicit ComparePane(EditorDocument &document, QWidget *parent = nullptr);

    /// Puts the keyboard on what is to be decided.
    void goToUndecided();

private:
    void update();
    void updateButtons();
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString currentMember() const; ///< empty: none

    EditorDocument &m_document;
    CompareModel *m_model;
    QLabel *m_summary;
    QTableView *m_table;
    QPushButton *m_takeTheirs;
    QPushButton *m_keepMine;
};

} // namespace queuesmith

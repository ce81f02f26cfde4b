#pragma once

#include "window/queues/queuecomparison.h"

#include <QDialog>

class QCheckBox;
class QTableWidget;

namespace queuesmith {

/// Two queues side by side, in a window of its own that doesn't hold up the other one. Shows them
/// as they were when it was opened, and deletes itself when it is closed.
class CompareWindow final : public QDialog {
    Q_OBJECT

public:
    CompareWindow(const Queue &left, const Queue &right, const ComparisonNames &names,
        QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpTable(const Queue &left, const Queue &right);
    void fill();
    void paintRows();
    void showWanted(bool onlyDiffering);

    QList<ComparedField> m_fields;
    QTableWidget *m_table = nullptr;
    QCheckBox *m_onlyDiffering = nullptr;
};

} // namespace queuesmith

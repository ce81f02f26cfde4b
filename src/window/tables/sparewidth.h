#pragma once

#include <QList>
#include <QObject>

class QTableView;

namespace queuesmith {

/// Shares what the columns of a table leave free among some of them, instead of giving it to the
/// last one. None becomes narrower than it was, or than a person made it; then the table scrolls.
class SpareWidth final : public QObject {
    Q_OBJECT

public:
    /// Belongs to the table, whose model must be set.
    static void giveTo(QTableView *table, const QList<int> &columns);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Column {
        int section;
        int least; ///< in pixels
    };
    SpareWidth(QTableView *table, const QList<int> &columns);
    void takeSize(int section, int size);
    void share();

    QTableView *m_table;
    QList<Column> m_columns;
    bool m_isSharing = false;
};

} // namespace queuesmith

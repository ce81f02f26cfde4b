#pragma once

#include <QDialog>
#include <QList>
#include <QString>

#include <functional>

class QLineEdit;
class QListWidget;

namespace queuesmith {

/// One thing that the palette can do.
struct PaletteEntry {
    QString text; ///< what is found and shown: `Validate`, `Open queue Billing`
    QString hint; ///< shown beside it: a shortcut, an id
    std::function<void()> act;
};

/// Finds any action, page or queue by a few letters (Ctrl+K). Up and Down choose, Enter does it.
class CommandPalette final : public QDialog {
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *parent);

    void open(const QList<PaletteEntry> &entries);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter();
    void act();

    QLineEdit *m_search;
    QListWidget *m_list;
    QList<PaletteEntry> m_entries;
};

/// Whether every word of `search` stands somewhere in `text`, whatever the case.
[[nodiscard]] bool holdsAllWords(const QString &text, const QString &search);

} // namespace queuesmith

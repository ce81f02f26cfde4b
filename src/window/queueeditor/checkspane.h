#pragma once

#include "window/queueeditor/checkitems.h"
#include "window/queueeditor/roomshare.h"

#include <QTimer>

#include <functional>
#include <memory>

class QListView;

namespace Ui {
class ChecksPane;
}

namespace queuesmith {

class CheckListModel;
class ComparePane;
class EditorDocument;

/// What the checks say, and, folded, how the document differs from the tenant's queue and what
/// would be sent.
class ChecksPane final : public RoomShare {
    Q_OBJECT

public:
    /// `document` must outlive this. `payload` gives what would be sent.
    ChecksPane(
        EditorDocument &document, std::function<QString()> payload, QWidget *parent = nullptr);
    ~ChecksPane() override;

    void setItems(const QList<CheckItem> &items);
    [[nodiscard]] const QList<CheckItem> &items() const;
    /// Beside the heading: what is under way, or how it ended. An empty text takes it away.
    void setState(StatusKind kind, const QString &text);
    [[nodiscard]] ComparePane &compare() const { return *m_compare; }

    /// The payload may be another one; shown a moment later, so that several changes make one.
    void updatePayload() { m_payloadTimer.start(); }
    /// Opens the comparison, and with `decides` puts the keyboard on what is to be decided.
    void showCompare(bool decides);
    void select(int row);
    void focusChecks();
    /// What Tab goes through, in order.
    [[nodiscard]] QList<QWidget *> tabStops() const;

    Q_SIGNAL void activated(int row);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectParts();
    void fillPayload();
    void bringCompareIntoView();

    std::unique_ptr<Ui::ChecksPane> m_ui;
    std::function<QString()> m_payload;
    CheckListModel *m_items;
    ComparePane *m_compare;
    QTimer m_payloadTimer;
};

} // namespace queuesmith

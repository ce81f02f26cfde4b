#pragma once

#include <QPointer>
#include <QToolButton>

namespace queuesmith {

/// A heading that opens and closes what stands under it.
class Fold final : public QToolButton {
    Q_OBJECT

public:
    explicit Fold(QWidget *parent = nullptr);

    /// Closed at first.
    void setContent(QWidget *content);
    void setOpen(bool isOpen) { setChecked(isOpen); }
    [[nodiscard]] bool isOpen() const { return isChecked(); }

private:
    void follow();

    QPointer<QWidget> m_content;
};

} // namespace queuesmith

#pragma once

#include <QLabel>

namespace queuesmith {

/// One line of text that gives way: what doesn't fit is elided, and stands in the tool tip. A
/// screen reader gets all of it.
class ElidedLabel final : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString line() const; ///< the text without its line breaks
    [[nodiscard]] QString shown() const; ///< as much of it as there is room for
};

} // namespace queuesmith

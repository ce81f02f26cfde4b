#pragma once

#include <QDateEdit>

#include <optional>

namespace queuesmith {

/// A day, or none: then it says `any`. Backspace and Delete take the day away.
class DayEdit final : public QDateEdit {
    Q_OBJECT

public:
    explicit DayEdit(QWidget *parent = nullptr);

    [[nodiscard]] std::optional<QDate> day() const;
    void setDay(std::optional<QDate> day);

    void stepBy(int steps) override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    [[nodiscard]] StepEnabled stepEnabled() const override;
};

} // namespace queuesmith

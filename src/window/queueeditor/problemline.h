#pragma once

#include "window/appearance/status.h"

#include <QLabel>

namespace queuesmith {

/// The line under a field where a problem stands. Its room is always there, so that nothing moves
/// when a problem comes or goes; what doesn't fit is elided, and whole in the tool tip.
class ProblemLine final : public QLabel {
    Q_OBJECT

public:
    explicit ProblemLine(QWidget *parent = nullptr);

    /// Said quietly while there is no problem.
    void setHint(const QString &hint);
    /// With its shape; an empty text takes the problem away.
    void say(StatusKind kind, const QString &text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void apply();

    QString m_hint;
    QString m_problem;
    StatusKind m_kind = StatusKind::Error;
    bool m_hasProblem = false;
};

} // namespace queuesmith

#pragma once

#include "window/appearance/status.h"

#include <QLabel>

#include <optional>

namespace queuesmith {

/// A sentence that may have a status: then its shape stands before it, and its colour is that of
/// the status, in light and dark. Plain text.
class StatusLabel final : public QLabel {
    Q_OBJECT

public:
    explicit StatusLabel(QWidget *parent = nullptr);

    void say(StatusKind kind, const QString &sentence);
    void say(const QString &sentence); ///< without a status

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintStatus();

    std::optional<StatusKind> m_kind;
};

} // namespace queuesmith

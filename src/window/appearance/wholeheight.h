#pragma once

#include <QObject>

class QLabel;

namespace queuesmith {

/// Keeps a label that wraps its text tall enough for all of it where its layout doesn't see to
/// that, as in a scroll area.
class WholeHeight final : public QObject {
    Q_OBJECT

public:
    /// Belongs to the label, which must have a parent.
    static void keep(QLabel *label);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit WholeHeight(QLabel *label);

    QLabel *m_label;
};

} // namespace queuesmith

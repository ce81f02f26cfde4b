#pragma once

#include <QObject>

class QMimeData;
class QWidget;

namespace queuesmith {

/// Takes a definition file that is dropped anywhere on a window, on a field too, which would take
/// its address for text.
class FileDrop final : public QObject {
    Q_OBJECT

public:
    /// Belongs to the window.
    explicit FileDrop(QWidget &window);

    Q_SIGNAL void dropped(const QString &path);

    /// The one JSON file of this computer that is dragged; else empty.
    [[nodiscard]] static QString fileOf(const QMimeData *data);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_window;
};

} // namespace queuesmith

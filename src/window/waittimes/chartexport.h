#pragma once

#include "domain/result.h"
#include "window/waittimes/historypicture.h"

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

class QObject;

namespace queuesmith {

/// The whole page as it goes into a report. A paragraph without a heading belongs to the one above.
struct ReportPage {
    struct Paragraph {
        QString heading;
        QString text;
    };
    QString title;
    QString subtitle;
    QList<Paragraph> decision; ///< recommendation, reasons, back-test
    PaintChart history;
    PaintChart heat;
    PaintChart whatIf;
    QString heatTitle;
    QString whatIfTitle;
    QString foot;
};

/// How exported charts look: the light palette, whatever the window has, on white.
[[nodiscard]] ChartLook pageLook(int fontPixels);

/// A picture of `size` in screen units, twice as fine.
[[nodiscard]] QImage chartImage(const PaintChart &chart, const QString &title, QSize size);
/// One page A4, landscape, of lines and not of pixels. For the GUI thread.
[[nodiscard]] QByteArray chartPdf(const PaintChart &chart, const QString &title);
/// Draws a report into a rectangle in screen units, as tall as a page.
void paintReport(QPainter &painter, QRectF room, const ReportPage &page);
/// One page A4, portrait. For the GUI thread.
[[nodiscard]] QByteArray reportPdf(const ReportPage &page);

/// Makes the bytes and writes them to `file` on another thread; the file is either wholly there or
/// as it was. `done` is called from the event loop with the file's name, never after `context`
/// died. Kind InputFile when it can't be written.
void writeExport(QObject *context, const QString &file, std::function<QByteArray()> bytes,
    std::function<void(const Result<QString> &)> done);

[[nodiscard]] QByteArray pngOf(const QImage &image); ///< for a worker thread

/// The name of an export: `wait-times-priority-support-chart.png`; letters and digits of the
/// queue's name only. Pure.
[[nodiscard]] QString exportFileName(
    const QString &queueName, const QString &part, const QString &suffix);

} // namespace queuesmith

#include "window/waittimes/chartexport.h"

#include "domain/background.h"
#include "domain/outputfile.h"
#include "window/appearance/sentences.h"
#include "window/appearance/theme.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

namespace queuesmith {

namespace {

struct ChartExportTr {
    Q_DECLARE_TR_FUNCTIONS(ChartExport)
};

constexpr int kFontPixels = 12;
constexpr int kSmallPixels = 9;
constexpr double kUnitsPerInch = 96; ///< of a screen: what the charts are made for

/// A PDF of one page whose painter counts in screen units.
template <typename Paint>
QByteArray onePage(const QString &title, QPageLayout::Orientation orientation, Paint paint)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Queuesmith"));
    writer.setResolution(600);
    writer.setPageLayout(QPageLayout(
        QPageSize(QPageSize::A4), orientation, QMarginsF(12, 12, 12, 12), QPageLayout::Millimeter));
    QPainter painter(&writer);
    const double scale = writer.resolution() / kUnitsPerInch;
    painter.scale(scale, scale);
    paint(painter, QRectF(0, 0, writer.width() / scale, writer.height() / scale));
    painter.end();
    return bytes;
}

/// Writes text from the top of `room` on and takes its height off.
void write(QPainter &painter, QRectF *room, const QString &text, int pixels, bool bold)
{
    if (text.isEmpty())
        return;
    QFont font = QGuiApplication::font();
    font.setPixelSize(pixels);
    font.setBold(bold);
    painter.setFont(font);
    painter.setPen(Qt::black);
    constexpr int kFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
    const QRectF taken = painter.boundingRect(*room, kFlags, text);
    painter.drawText(*room, kFlags, text);
    room->setTop(std::min(room->bottom(), taken.bottom() + pixels * 0.35));
}

/// Cuts a strip of that height off the top of `room`.
QRectF strip(QRectF *room, double height)
{
    QRectF cut = *room;
    cut.setHeight(std::clamp(height, 0.0, room->height()));
    room->setTop(cut.bottom() + 6);
    return cut;
}

/// A chart leaves pen and brush as it needs them, and the next one begins anew.
void drawn(QPainter &painter, const PaintChart &chart, const QRectF &room)
{
    painter.save();
    chart(painter, room, pageLook(kSmallPixels));
    painter.restore();
}

} // namespace

ChartLook pageLook(int fontPixels)
{
    ChartLook look{Theme::lightPalette(), QGuiApplication::font(), 2};
    look.font.setPixelSize(fontPixels);
    return look;
}

QImage chartImage(const PaintChart &chart, const QString &title, QSize size)
{
    const ChartLook look = pageLook(kFontPixels);
    QImage image(size * look.ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(look.ratio);
    image.fill(Qt::white);
    QPainter painter(&image);
    QRectF room = QRectF(QPointF(), QSizeF(size)).adjusted(12, 12, -12, -12);
    write(painter, &room, title, kFontPixels + 3, true);
    chart(painter, room, look);
    return image;
}

QByteArray chartPdf(const PaintChart &chart, const QString &title)
{
    return onePage(title, QPageLayout::Landscape, [&](QPainter &painter, QRectF room) {
        write(painter, &room, title, kFontPixels + 3, true);
        chart(painter, room, pageLook(kFontPixels));
    });
}

void paintReport(QPainter &painter, QRectF room, const ReportPage &page)
{
    QRectF foot = room;
    foot.setTop(room.bottom() - 2 * kSmallPixels);
    room.setBottom(foot.top());
    write(painter, &room, page.title, 18, true);
    write(painter, &room, page.subtitle, kSmallPixels + 1, false);
    const double half = room.height() * 0.34;
    QRectF text = strip(&room, half);
    for (const ReportPage::Paragraph &paragraph : page.decision) {
        write(painter, &text, paragraph.heading, kSmallPixels + 2, true);
        write(painter, &text, paragraph.text, kSmallPixels + 1, false);
    }
    // The charts take what the words have left.
    room.setTop(std::min(text.top() + 6, room.top()));
    const double height = room.height();
    drawn(painter, page.history, strip(&room, height * 0.42));
    write(painter, &room, page.heatTitle, kSmallPixels + 2, true);
    drawn(painter, page.heat, strip(&room, height * 0.22));
    write(painter, &room, page.whatIfTitle, kSmallPixels + 2, true);
    drawn(painter, page.whatIf, room);
    write(painter, &foot, page.foot, kSmallPixels, false);
}

QByteArray reportPdf(const ReportPage &page)
{
    return onePage(page.title, QPageLayout::Portrait,
        [&page](QPainter &painter, const QRectF &room) { paintReport(painter, room, page); });
}

QByteArray pngOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

void writeExport(QObject *context, const QString &file, std::function<QByteArray()> bytes,
    std::function<void(const Result<QString> &)> done)
{
    const auto work = [file, bytes = std::move(bytes)]() -> Result<QString> {
        const Sentence why = writeOutput(file, bytes(), FileAccess::AsUmask);
        if (why.isEmpty())
            return file;
        Error error = Error::of(ErrorKind::OutputFile, "export_failed",
            Sentence(ChartExportTr::tr("%1 could not be written (%2). Choose another place, or "
                                       "check permissions and free space.")
                         .arg(QDir::toNativeSeparators(file), translated(why))));
        error.detail = why.english();
        return error;
    };
    runInBackground(context, work, std::move(done));
}

QString exportFileName(const QString &queueName, const QString &part, const QString &suffix)
{
    QString name;
    for (const QChar letter : queueName.toLower()) {
        if (letter.isLetterOrNumber())
            name += letter;
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    constexpr qsizetype kLongest = 60;
    name.truncate(kLongest);
    while (name.endsWith(u'-'))
        name.chop(1);
    if (name.isEmpty())
        name = QStringLiteral("queue");
    return QStringLiteral("wait-times-%1-%2.%3").arg(name, part, suffix);
}

} // namespace queuesmith

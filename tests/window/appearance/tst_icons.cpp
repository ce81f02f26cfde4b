// Every icon that the window's sources name is there, and can be seen in light and dark.

#include "window/appearance/icons.h"
#include "window/appearance/theme.h"
#include "windowbench.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace queuesmith;

namespace {

QString textOf(const QString &file)
{
    QFile open(file);
    return open.open(QIODevice::ReadOnly) ? QString::fromUtf8(open.readAll()) : QString();
}

/// From an opening parenthesis to the one that closes it.
QString argumentsAt(const QString &code, qsizetype opening)
{
    int depth = 0;
    for (qsizetype at = opening; at < code.size(); ++at) {
        if (code.at(at) == u'(')
            ++depth;
        if (code.at(at) == u')' && --depth == 0)
            return code.mid(opening, at - opening);
    }
    return {};
}

/// The words that are given to whatever takes an icon's name.
QStringList namesIn(const QString &code)
{
    static const QRegularExpression call(QStringLiteral(
        "\\b(tintedIcon|addMenuAction|addPlace|add(?=\\((\"\\w+\",\\s*)?Menu::))\\s*\\("));
    static const QRegularExpression word(QStringLiteral("QStringLiteral\\(\"([a-z-]+)\"\\)"));
    QStringList names;
    for (auto calls = call.globalMatch(code); calls.hasNext();) {
        const QString arguments = argumentsAt(code, calls.next().capturedEnd() - 1);
        for (auto words = word.globalMatch(arguments); words.hasNext();)
            names.append(words.next().captured(1));
    }
    return names;
}

QStringList files(const QString &folder, const QString &pattern)
{
    QStringList found;
    QDirIterator iterator(QStringLiteral(QUEUESMITH_SOURCES "/") + folder, {pattern}, QDir::Files,
        QDirIterator::Subdirectories);
    while (iterator.hasNext())
        found.append(iterator.next());
    return found;
}

QStringList namesInSources()
{
    QStringList names;
    const QStringList sources = files(QStringLiteral("src/window"), QStringLiteral("*.cpp"));
    for (const QString &file : sources)
        names += namesIn(textOf(file));
    names.removeDuplicates();
    names.sort();
    return names;
}

double brightness(QRgb colour)
{
    const auto linear = [](int part) {
        const double value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(colour)) + 0.7152 * linear(qGreen(colour))
        + 0.0722 * linear(qBlue(colour));
}

/// The best contrast of any pixel with the ground; 1 when nothing was drawn.
double contrast(const QIcon &icon, QRgb ground)
{
    const QImage image =
        icon.pixmap(QSize(32, 32)).toImage().convertToFormat(QImage::Format_ARGB32);
    double best = 1;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            if (qAlpha(pixel) < 200)
                continue;
            const double one = brightness(pixel) + 0.05;
            const double other = brightness(ground) + 0.05;
            best = std::max(best, std::max(one, other) / std::min(one, other));
        }
    }
    return best;
}

} // namespace

class TestIcons : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(unexpectedWarnings()); }

    void findsTheNamesInSources()
    {
        QCOMPARE(namesIn(QStringLiteral("tintedIcon(QStringLiteral(\"add\"));\n"
                                        "addMenuAction(Menu::Queue, tr(\"Go (now)\"), {},\n"
                                        "    tr(\"x\"), QStringLiteral(\"send\"));\n"
                                        "other(QStringLiteral(\"none\"));")),
            QStringList({QStringLiteral("add"), QStringLiteral("send")}));
        QVERIFY(namesInSources().contains(QStringLiteral("compare")));
    }

    void canBeSeen_data()
    {
        QTest::addColumn<QString>("name");
        QStringList names = namesInSources();
        const QStringList drawn = files(QStringLiteral("resources/icons"), QStringLiteral("*.svg"));
        for (const QString &file : drawn)
            names.append(QFileInfo(file).completeBaseName());
        names.removeDuplicates();
        names.removeAll(QStringLiteral("queuesmith"));
        for (const QString &name : std::as_const(names))
            QTest::newRow(qPrintable(name)) << name;
    }

    void canBeSeen()
    {
        QFETCH(QString, name);
        Theme theme;
        for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
            theme.setAppearance(appearance);
            const QRgb ground = QApplication::palette().color(QPalette::Button).rgb();
            const double seen = contrast(tintedIcon(name), ground);
            QVERIFY2(
                seen >= 4.5, qPrintable(QStringLiteral("%1: %2").arg(word(appearance)).arg(seen)));
        }
    }

    void hasOneColour_data() { canBeSeen_data(); }

    void hasOneColour()
    {
        QFETCH(QString, name);
        static const QRegularExpression colour(
            QStringLiteral("(fill|stroke|stop-color)=\"(?!none|currentColor)"));
        const QString svg = textOf(QStringLiteral(":/icons/%1.svg").arg(name));
        QVERIFY(svg.contains(QStringLiteral("currentColor")));
        QVERIFY(!svg.contains(colour));
        QVERIFY(svg.contains(QStringLiteral("viewBox=\"0 0 16 16\"")));
    }

    void hasAnIconOfItsOwn()
    {
        Theme theme;
        for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
            theme.setAppearance(appearance);
            const QRgb ground = QApplication::palette().color(QPalette::Window).rgb();
            QVERIFY(contrast(applicationIcon(), ground) >= 3);
        }
    }
};

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
